// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagetest.h"

#include "storage/mailingrepository.h"
#include "storage/prescriberrepository.h"

#include <QSqlQuery>

namespace recoupe::test {

namespace {

class DistributionTest : public QObject
{
    Q_OBJECT

    static Prescriber prescriber(const char *departement, const char *structure,
                                 const char *address)
    {
        return {QString::fromUtf8(departement), QString::fromUtf8(structure),
                QString::fromUtf8(address)};
    }
    static QList<Prescriber> sample()
    {
        return {prescriber("", "Agefiph", "agefiph@example.org"),
                prescriber("03", "Mission locale de Moulins", "moulins@example.org"),
                prescriber("63", "Cap emploi", "cap@example.org")};
    }
    static PrescriberChanges replace(Base &base, const QList<Prescriber> &list)
    {
        return base.written<PrescriberChanges>(
            [&] { return PrescriberRepository(*base.database).replace(list); });
    }
    static bool add(Base &base, const Prescriber &one)
    {
        return base.written<bool>([&] { return PrescriberRepository(*base.database).add(one); });
    }
    static QList<Prescriber> listOf(const Base &base)
    {
        return PrescriberRepository(*base.database).prescribers().value();
    }
    static EditionMailing mailing(int number, const char *departement = "", int minute = 0)
    {
        return {2026,
                number,
                QString::fromUtf8(departement),
                QDateTime(QDate(2026, 11, 23), QTime(17, minute, 0, 1), Qt::UTC),
                QStringLiteral("Zoé"),
                42};
    }
    static void append(Base &base, const EditionMailing &one)
    {
        base.write([&] { return MailingRepository(*base.database).append(one); });
    }

private Q_SLOTS:
    void listIsReplacedAndItsChangesCounted();
    void sameListTwiceChangesNothing();
    void knownAddressKeepsItsSpelling();
    void addressStandsOnceForADepartement();
    void onlyWhatIsThereIsRemoved();
    void hostileTextsComeBack_data() { addHostileTexts(); }
    void hostileTextsComeBack();
    void mailingsComeBackNewestFirst();
    void mailingCannotBeChanged();
};

void DistributionTest::listIsReplacedAndItsChangesCounted()
{
    Base base;
    QCOMPARE(replace(base, sample()), (PrescriberChanges{.added = 3}));
    QCOMPARE(listOf(base), sample());
    QList<Prescriber> next = sample();
    next.removeLast();
    next[1].structure = QStringLiteral("Mission locale");
    next << prescriber("63", "Pôle emploi", "pe@example.org")
         << prescriber("03", "Cap emploi", "cap@example.org");
    QCOMPARE(replace(base, next),
             (PrescriberChanges{.added = 2, .changed = 1, .removed = 1, .unchanged = 1}));
    QCOMPARE(listOf(base), (QList<Prescriber>{next.at(0), next.at(3), next.at(1), next.at(2)}));
}

void DistributionTest::sameListTwiceChangesNothing()
{
    Base base;
    replace(base, sample());
    QCOMPARE(replace(base, sample()), (PrescriberChanges{.unchanged = 3}));
    QCOMPARE(listOf(base), sample());
}

void DistributionTest::knownAddressKeepsItsSpelling()
{
    Base base;
    replace(base, sample());
    QList<Prescriber> shouted = sample();
    shouted[2].address = shouted.at(2).address.toUpper();
    QCOMPARE(replace(base, shouted), (PrescriberChanges{.unchanged = 3}));
    shouted[2].structure = QStringLiteral("Cap emploi 63");
    QCOMPARE(replace(base, shouted), (PrescriberChanges{.changed = 1, .unchanged = 2}));
    QCOMPARE(listOf(base).last(), prescriber("63", "Cap emploi 63", "cap@example.org"));
}

void DistributionTest::addressStandsOnceForADepartement()
{
    Base base;
    QVERIFY(add(base, prescriber("63", "Cap emploi", "cap@example.org")));
    QVERIFY(!add(base, prescriber("63", "Autre nom", "CAP@example.org")));
    QVERIFY(add(base, prescriber("03", "Cap emploi", "cap@example.org")));
    QVERIFY(add(base, prescriber("", "Cap emploi", "cap@example.org")));
    QCOMPARE(listOf(base).size(), 3);
}

void DistributionTest::onlyWhatIsThereIsRemoved()
{
    Base base;
    replace(base, sample());
    const auto remove = [&base](const Prescriber &one) {
        return base.written<bool>([&] { return PrescriberRepository(*base.database).remove(one); });
    };
    QVERIFY(!remove(prescriber("15", "", "cap@example.org")));
    QVERIFY(remove(sample().last()));
    QVERIFY(!remove(sample().last()));
    QCOMPARE(listOf(base).size(), 2);
}

void DistributionTest::hostileTextsComeBack()
{
    QFETCH(QString, text);
    Base base;
    const Prescriber hostile{QStringLiteral("63"), text, text + u'a'};
    QVERIFY(add(base, hostile));
    QCOMPARE(listOf(base), QList<Prescriber>{hostile});
}

void DistributionTest::mailingsComeBackNewestFirst()
{
    Base base;
    append(base, mailing(1));
    append(base, mailing(2, "63", 1));
    append(base, mailing(2, "03", 2));
    const MailingRepository mailings(*base.database);
    QCOMPARE(mailings.mailings().value(),
             (QList<EditionMailing>{mailing(2, "03", 2), mailing(2, "63", 1), mailing(1)}));
    QCOMPARE(mailings.ofEdition(2026, 2).value(),
             (QList<EditionMailing>{mailing(2, "03", 2), mailing(2, "63", 1)}));
    QVERIFY(mailings.ofEdition(2025, 2).value().isEmpty());
}

void DistributionTest::mailingCannotBeChanged()
{
    Base base;
    append(base, mailing(1));
    QSqlQuery query(base.database->connection());
    QVERIFY(!query.exec(QStringLiteral("UPDATE edition_mailings SET recipients = 1")));
    QVERIFY(!query.exec(QStringLiteral("DELETE FROM edition_mailings")));
}

} // namespace

int runDistribution(int argc, char **argv)
{
    DistributionTest test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace recoupe::test

#include "tst_distribution.moc"
