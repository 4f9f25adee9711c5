// SPDX-License-Identifier: GPL-3.0-or-later
#include "correspondence/lettercontent.h"

#include "rules/rule.h"

#include <QTest>

using namespace recoupe;

namespace {

const LetterContext context{LetterTemplate::standard(LetterKind::Correction),
                            QStringLiteral("Odile"), QDate(2026, 11, 23)};
const LetterContext reminding{LetterTemplate::standard(LetterKind::Reminder),
                              QStringLiteral("Odile"), QDate(2026, 11, 23)};

Finding findingOf(const char *rule, Severity severity = Severity::Warning)
{
    Finding finding;
    finding.rule = QString::fromLatin1(rule);
    finding.severity = severity;
    finding.submitted = QStringLiteral("saisi par %1").arg(finding.rule);
    finding.expected = QStringLiteral("attendu par %1").arg(finding.rule);
    return finding;
}

QList<Letter> plain(const QList<ComposedLetter> &composed)
{
    QList<Letter> letters;
    for (const ComposedLetter &one : composed)
        letters << one.letter;
    return letters;
}

AwardNotification awardOf(const char *market, const char *siret, const char *name)
{
    AwardNotification award;
    award.funder = Funder::Region;
    award.market = MarketNumber(QString::fromLatin1(market));
    award.title = QStringLiteral("Maçon du bâti");
    award.awardeeSirets = {QString::fromLatin1(siret)};
    award.awardeeName = QString::fromUtf8(name);
    award.notifiedOn = QDate(2026, 11, 1);
    return award;
}

} // namespace

//! Two actions of Durolle, whose SIRET is written in two ways, one of Bâti.
class LetterContentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void oneLetterAMandataireByActionAndSession();
    void onlyWhatTheyCanMendIsAsked();
    void bothValuesAndWhatToDoAreSaid();
    void addressIsTheirOwnThenTheActions_data();
    void addressIsTheirOwnThenTheActions();
    void withoutSiretTheNameTells();
    void hostileTextsStayOnTheirLine();
    void reasonIsThatOfMostFindings_data();
    void reasonIsThatOfMostFindings();
    void reminderNamesEachContractAndItsDelay();

private:
    QList<Letter> letters() const { return plain(correctionLetters(m_found, context)); }
    SessionFindings &add(int action, const char *numero, const QList<Finding> &findings);

    std::array<TrainingAction, 3> m_actions;
    std::array<TrainingSession, 8> m_sessions;
    QList<SessionFindings> m_found;
};

void LetterContentTest::init()
{
    m_found.clear();
    m_sessions = {};
    m_actions = {};
    const std::array sirets{"999 900 103 00014", "99990010300014", "99990010300022"};
    const std::array names{"Durolle Formation", "DUROLLE", "Bâti-Formation"};
    const std::array titles{"Soudeur", "Maçon", "Peintre"};
    for (size_t i = 0; i < m_actions.size(); ++i) {
        m_actions[i].numero = QStringLiteral("AF_%1").arg(i);
        m_actions[i].title = QString::fromUtf8(titles[i]);
        m_actions[i].mandataire.siret = QString::fromLatin1(sirets[i]);
        m_actions[i].mandataire.name = QString::fromUtf8(names[i]);
    }
}

SessionFindings &LetterContentTest::add(int action, const char *numero,
                                        const QList<Finding> &findings)
{
    const TrainingAction &of = m_actions[size_t(action)];
    TrainingSession &session = m_sessions[size_t(m_found.size())];
    session.key = {of.numero, {}, QString::fromLatin1(numero)};
    session.place.city = QStringLiteral("Thiers");
    m_found.append({&of, &session, findings});
    return m_found.last();
}

void LetterContentTest::oneLetterAMandataireByActionAndSession()
{
    add(1, "SE_4", {findingOf("dates-missing")});
    add(0, "SE_2", {findingOf("dates-missing")});
    add(2, "SE_3", {findingOf("dates-missing")});
    add(0, "SE_1", {findingOf("place-missing"), findingOf("dates-missing")});
    const QList<Letter> all = letters();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all[0].recipientName, QStringLiteral("Bâti-Formation"));
    const Letter &durolle = all[1];
    QCOMPARE(durolle.recipientSiret, QStringLiteral("99990010300014"));
    QCOMPARE(durolle.kind, LetterKind::Correction);
    QStringList numeros;
    for (const SessionKey &key : durolle.sessions)
        numeros << key.session;
    QCOMPARE(numeros,
             (QStringList{QStringLiteral("SE_1"), QStringLiteral("SE_2"), QStringLiteral("SE_4")}));
    QVERIFY2(durolle.subject.contains(QStringLiteral("3 sessions")), qPrintable(durolle.subject));
    qsizetype last = -1;
    for (const char *part :
         {"Soudeur", "SE_1", "Lieu absent", "Dates absentes", "SE_2", "Maçon", "SE_4", "Odile"}) {
        const qsizetype at = durolle.body.indexOf(QString::fromUtf8(part), last + 1);
        QVERIFY2(at > last, qPrintable(QString::fromUtf8(part) + u'\n' + durolle.body));
        last = at;
    }
    QVERIFY(!durolle.body.contains(QStringLiteral("Peintre")));
    QVERIFY(!durolle.body.contains(u'{'));
}

void LetterContentTest::onlyWhatTheyCanMendIsAsked()
{
    add(0, "SE_1", {findingOf("sesar-missing"), findingOf("award-superseded")});
    add(0, "SE_2", {findingOf("record-vanished", Severity::Info)});
    add(0, "SE_3", {});
    QVERIFY(letters().isEmpty());
    add(0, "SE_4", {findingOf("sesar-missing"), findingOf("dates-reversed")});
    QCOMPARE(letters().size(), 1);
    const QString body = letters().first().body;
    QVERIFY(body.contains(QStringLiteral("saisi par dates-reversed")));
    QVERIFY(!body.contains(QStringLiteral("sesar-missing")));
    QVERIFY(!body.contains(QStringLiteral("SE_1")));
}

void LetterContentTest::bothValuesAndWhatToDoAreSaid()
{
    Finding finding = findingOf("recruitment-missing");
    finding.submitted.clear();
    add(0, "SE_1", {finding});
    const QString body = letters().first().body;
    QVERIFY(body.contains(QStringLiteral("Saisi\u00A0: non renseigné.")));
    QVERIFY(body.contains(finding.expected));
    QVERIFY(body.contains(ruleRequest(finding.rule)));
}

void LetterContentTest::addressIsTheirOwnThenTheActions_data()
{
    QTest::addColumn<QString>("own");
    QTest::addColumn<QString>("ofAction");
    QTest::addColumn<QString>("address");
    const QString own = QStringLiteral("own@example.org");
    const QString action = QStringLiteral("action@example.org");
    QTest::newRow("own") << own << action << own;
    QTest::newRow("of the action") << QString() << action << action;
    QTest::newRow("own is none") << QStringLiteral("voir site") << action << action;
    QTest::newRow("injection") << QStringLiteral("a@b.fr\r\nBcc: c@d.fr") << QString() << QString();
    QTest::newRow("nobody") << QString() << QString() << QString();
}

void LetterContentTest::addressIsTheirOwnThenTheActions()
{
    QFETCH(const QString, own);
    QFETCH(const QString, ofAction);
    m_actions[0].mandataire.contact.email = own;
    m_actions[0].contacts = {{{}, {}, QStringLiteral("Chabrol"), {}, ofAction}};
    add(0, "SE_1", {findingOf("dates-missing")});
    QTEST(letters().first().address, "address");
}

void LetterContentTest::withoutSiretTheNameTells()
{
    m_actions[0].mandataire.siret.clear();
    m_actions[1].mandataire = m_actions[0].mandataire;
    m_actions[2].mandataire.siret.clear();
    add(0, "SE_1", {findingOf("dates-missing")});
    add(1, "SE_2", {findingOf("dates-missing")});
    add(2, "SE_3", {findingOf("dates-missing")});
    QCOMPARE(letters().size(), 2);
}

void LetterContentTest::hostileTextsStayOnTheirLine()
{
    m_actions[0].title = QStringLiteral("Soudeur\r\n\u202E{date}");
    m_actions[0].mandataire.name = QStringLiteral("Du\nrolle {operateur}");
    add(0, "SE_1", {findingOf("dates-missing")});
    const Letter letter = letters().first();
    QCOMPARE(letter.recipientName, QStringLiteral("Du rolle {operateur}"));
    QVERIFY(letter.body.contains(QStringLiteral("Soudeur {date}")));
    QVERIFY(!letter.body.contains(u'\r'));
}

void LetterContentTest::reasonIsThatOfMostFindings_data()
{
    QTest::addColumn<QString>("rules");
    QTest::addColumn<QString>("reason");
    QTest::newRow("dates") << QStringLiteral("dates-missing date-partial place-missing")
                           << QStringLiteral("dates");
    QTest::newRow("what is counted goes first")
        << QStringLiteral("text-defect contact-missing place-missing") << QStringLiteral("place");
    QTest::newRow("other") << QStringLiteral("text-defect") << QStringLiteral("other: Texte abîmé");
}

void LetterContentTest::reasonIsThatOfMostFindings()
{
    QFETCH(const QString, rules);
    QList<Finding> findings;
    for (const QString &rule : rules.split(u' '))
        findings << findingOf(qPrintable(rule));
    QTEST(reasonFor(findings).toToken(), "reason");
}

void LetterContentTest::reminderNamesEachContractAndItsDelay()
{
    const std::array awards{awardOf("M2651402", "99990010300014", "Durolle"),
                            awardOf("M2651401", "99990010300014", "Durolle Formation"),
                            awardOf("M2651403", "99990010300022", "Bâti")};
    const QString address = QStringLiteral("a@example.org");
    const QList<Letter> all = plain(reminderLetters({{&awards[0], QDate(2026, 11, 25), {}},
                                                     {&awards[1], QDate(2026, 11, 11), address},
                                                     {&awards[2], {}, {}}},
                                                    reminding));
    QCOMPARE(all.size(), 2);
    QVERIFY(all[0].address.isEmpty());
    const Letter &durolle = all[1];
    QCOMPARE(durolle.kind, LetterKind::Reminder);
    QCOMPARE(durolle.address, address);
    QCOMPARE(durolle.awards.size(), 2);
    QVERIFY(!durolle.reason);
    QVERIFY2(durolle.body.contains(
                 QStringLiteral("- Marché M2651401, «\u00A0Maçon du bâti\u00A0» (Conseil régional "
                                "Auvergne-Rhône-Alpes), notifié le 01/11/2026. À saisir le "
                                "11/11/2026 au plus tard\u00A0: 12 jours de retard.")),
             qPrintable(durolle.body));
    QVERIFY(durolle.body.contains(QStringLiteral("le 25/11/2026 au plus tard.")));
    QVERIFY(durolle.body.indexOf(QStringLiteral("M2651401")) <
            durolle.body.indexOf(QStringLiteral("M2651402")));
}

QTEST_APPLESS_MAIN(LetterContentTest)
#include "tst_lettercontent.moc"
