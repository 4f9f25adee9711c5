// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mailinglogmodel.h"
#include "models/mailingtargetmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace recoupe;

namespace {

const QDateTime moment(QDate(2026, 11, 23), QTime(9, 5), Qt::UTC);

constexpr EditionNumber edition{2026, 3};

MailingRound sent(int recipients)
{
    return {moment, QStringLiteral("Odile"), recipients, 1};
}

MailingTarget target(const char *departement, int addresses, qsizetype sessions,
                     std::optional<MailingRound> last = {})
{
    return {QString::fromLatin1(departement), addresses, sessions, std::move(last)};
}

//! The region had its drafts, the Allier waits, nobody is to get the Cantal's.
QList<MailingTarget> sample()
{
    return {target("", 2, 85, sent(2)), target("03", 3, 1), target("15", 0, 11),
            target("63", 4, 0)};
}

QString cell(const QAbstractItemModel &model, int row, int column, int role = Qt::DisplayRole)
{
    return model.index(row, column).data(role).toString().replace(QChar(0x00a0), u' ');
}

} // namespace

class MailingModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoHadNothingIsTickedAtFirst();
    void ticksAreChangedWhereThereIsSomebody();
    void ticksStayWhileTheEditionIsTheSame();
    void rowsAreHeardAsSentences();
    void distributionIsSaidInWords_data();
    void distributionIsSaidInWords();
    void logTellsWhenToWhomAndByWhom();
};

void MailingModelsTest::whoHadNothingIsTickedAtFirst()
{
    MailingTargetModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTargets(edition, sample());
    QCOMPARE(model.chosen(), (QStringList{QStringLiteral("03"), QStringLiteral("63")}));
    QCOMPARE(model.chosenAddresses(), 7);
    QCOMPARE(model.index(0, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    QCOMPARE(model.index(1, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QVERIFY(!model.index(2, 0).data(Qt::CheckStateRole).isValid());
    QVERIFY(!model.index(1, 1).data(Qt::CheckStateRole).isValid());
}

void MailingModelsTest::ticksAreChangedWhereThereIsSomebody()
{
    MailingTargetModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTargets(edition, sample());
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QVERIFY(model.setData(model.index(0, 0), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(model.setData(model.index(3, 0), Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(!model.setData(model.index(2, 0), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(!model.setData(model.index(0, 1), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(changed.size(), 2);
    QCOMPARE(model.chosen(), (QStringList{QString(), QStringLiteral("03")}));
    QCOMPARE(model.chosenAddresses(), 5);
}

void MailingModelsTest::ticksStayWhileTheEditionIsTheSame()
{
    MailingTargetModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTargets(edition, sample());
    QVERIFY(model.setData(model.index(0, 0), Qt::Checked, Qt::CheckStateRole));   // again
    QVERIFY(model.setData(model.index(1, 0), Qt::Unchecked, Qt::CheckStateRole)); // not the Allier
    const QStringList ticked{QString(), QStringLiteral("63")};
    QList<MailingTarget> corrected = sample();
    corrected[1].addresses = 4;
    model.setTargets(edition, corrected);
    QCOMPARE(model.chosen(), ticked);

    // Who had nobody until now was not left out by anybody.
    corrected[2].addresses = 1;
    model.setTargets(edition, corrected);
    QCOMPARE(model.chosen(), (QStringList{QString(), QStringLiteral("15"), QStringLiteral("63")}));
    // What is prepared is not proposed again; who has nobody left cannot be.
    corrected[0].last->writtenAt = moment.addSecs(60);
    corrected[2].last = sent(1);
    corrected[3].addresses = 0;
    model.setTargets(edition, corrected);
    QCOMPARE(model.chosen(), QStringList());

    model.setTargets({2026, 4}, sample());
    QCOMPARE(model.chosen(), (QStringList{QStringLiteral("03"), QStringLiteral("63")}));
    QVERIFY(model.setData(model.index(1, 0), Qt::Unchecked, Qt::CheckStateRole));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    model.setTargets({2026, 4}, sample());
    QCOMPARE(model.chosen(), (QStringList{QStringLiteral("03"), QStringLiteral("63")}));
}

void MailingModelsTest::rowsAreHeardAsSentences()
{
    MailingTargetModel model;
    model.setTargets(edition, sample());
    const QString region = cell(model, 0, MailingTargetModel::Scope, Qt::AccessibleTextRole);
    QVERIFY2(region.startsWith(QStringLiteral("Toute la région, 2 adresses, 85 sessions, dernier "
                                              "envoi préparé : le 23/11/2026")),
             qPrintable(region));
    QCOMPARE(cell(model, 2, MailingTargetModel::Scope, Qt::AccessibleTextRole),
             QStringLiteral("Cantal (15), aucune adresse, 11 sessions"));
    QCOMPARE(cell(model, 1, MailingTargetModel::Last), QStringLiteral("Rien encore"));
    QCOMPARE(cell(model, 2, MailingTargetModel::Last), QString());
    QCOMPARE(cell(model, 3, MailingTargetModel::Sessions), QStringLiteral("aucune session"));
    for (int column = 0; column < MailingTargetModel::ColumnCount; ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
}

void MailingModelsTest::distributionIsSaidInWords_data()
{
    QTest::addColumn<QList<MailingTarget>>("targets");
    QTest::addColumn<QString>("words");
    QTest::newRow("nobody") << QList<MailingTarget>{target("", 0, 3), target("63", 0, 3)}
                            << QStringLiteral("Aucun destinataire. Importez la liste des adresses "
                                              "par département.");
    QTest::newRow("nothing yet") << QList<MailingTarget>{target("63", 2, 3)}
                                 << QStringLiteral(
                                        "Cette édition n'a encore été préparée pour personne.");
    QTest::newRow("some") << sample()
                          << QStringLiteral("Envoi préparé pour 2 adresses ; rien encore pour "
                                            "Allier (03), Puy-de-Dôme (63).");
    QTest::newRow("all") << QList<MailingTarget>{target("63", 2, 3, sent(1))}
                         << QStringLiteral("Envoi préparé pour 1 adresse ; rien ne reste à "
                                           "préparer.");
}

void MailingModelsTest::distributionIsSaidInWords()
{
    QFETCH(QList<MailingTarget>, targets);
    QTEST(distributionInWords(targets).replace(QChar(0x00a0), u' '), "words");
}

void MailingModelsTest::logTellsWhenToWhomAndByWhom()
{
    MailingLogModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setMailings({{2026, 3, QStringLiteral("63"), moment, QStringLiteral("Odile"), 42}});
    QCOMPARE(cell(model, 0, MailingLogModel::Edition), QStringLiteral("N° 2026-03"));
    QCOMPARE(cell(model, 0, MailingLogModel::Scope), QStringLiteral("Puy-de-Dôme (63)"));
    QCOMPARE(cell(model, 0, MailingLogModel::Operator), QStringLiteral("Odile"));
    QCOMPARE(cell(model, 0, MailingLogModel::Recipients), QStringLiteral("42 adresses"));
    const QString sentence = cell(model, 0, MailingLogModel::Edition, Qt::AccessibleTextRole);
    QVERIFY2(sentence.startsWith(QStringLiteral("N° 2026-03, Puy-de-Dôme (63), préparé le 23/11")),
             qPrintable(sentence));
    for (int column = 0; column < MailingLogModel::ColumnCount; ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
}

QTEST_GUILESS_MAIN(MailingModelsTest)
#include "tst_mailingmodels.moc"
