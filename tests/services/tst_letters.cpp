// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/officefixture.h"
#include "services/words.h"

#include <QFile>
#include <QTest>

using namespace recoupe;

namespace {

const QString badNumber = QStringLiteral("R4218");

} // namespace

//! SE_1 and SE_2 bear a reference that is no market number; SE_3 conforms. P2651402 was notified
//! the 25/10/2026 and nothing was entered for it.
class LettersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void correctionsAreOfTheSelectionOrOfAllTheirSessions();
    void nothingToMendGivesNoLetter();
    void nothingIsAskedOfASessionSetAside();
    void remindersAreOfWhatIsAwaited();
    void recordedLetterIsRememberedAndNamed();
    void draftIsWrittenAndRecorded();
    void unwritableDraftIsNotRecorded();
    void letterThatCannotLeaveIsNotRecorded();
    void sessionAwaitsItsCorrectionUntilThePortalAnswers();
    void notificationKnowsWhenItsOrganisationWasReminded();
    void templateIsASettingOfTheTrail();
    void brokenTemplateIsRefused();

private:
    LetterService letters() { return m_fixture->office().letters(); }
    SessionKey key(const char *numero)
    {
        return m_fixture->session(QString::fromLatin1(numero)).key();
    }
    QList<ComposedLetter> corrections(LetterExtent extent = LetterExtent::Selected)
    {
        return letters().corrections(*m_fixture->workspace(), {key("SE_1")}, extent).value();
    }
    void import(const QList<FeedSession> &sessions)
    {
        QVERIFY(m_fixture->office().imports().importLheo(
            m_fixture->write(QStringLiteral("f.xml"), feedOf(sessions))));
    }

    std::unique_ptr<OfficeFixture> m_fixture;
};

void LettersTest::init()
{
    m_fixture = std::make_unique<OfficeFixture>(QDate::currentDate());
    import({{.numero = QStringLiteral("SE_1"), .market = badNumber},
            {.numero = QStringLiteral("SE_2"), .market = badNumber},
            {.numero = QStringLiteral("SE_3") }});
    QVERIFY(m_fixture->office().imports().importAwards(
        m_fixture->write(QStringLiteral("n.csv"),
                         awardsOf({QStringLiteral("P2651401"), QStringLiteral("P2651402")})),
        {}));
}

void LettersTest::correctionsAreOfTheSelectionOrOfAllTheirSessions()
{
    const QList<ComposedLetter> selected = corrections();
    QCOMPARE(selected.size(), 1);
    QCOMPARE(selected.first().letter.sessions, QList<SessionKey>{key("SE_1")});
    QCOMPARE(selected.first().letter.recipientName, QStringLiteral("Bâti-Formation"));
    QCOMPARE(selected.first().letter.address, QStringLiteral("chabrol@example.org"));
    QVERIFY(selected.first().letter.body.contains(badNumber));
    QVERIFY(selected.first().letter.body.contains(QStringLiteral("Odile")));
    QVERIFY(!selected.first().previous);
    const Letter all = corrections(LetterExtent::WholeOrganisation).first().letter;
    QVERIFY(all.sessions.contains(key("SE_2")));
}

void LettersTest::nothingToMendGivesNoLetter()
{
    const WorkspacePtr workspace = m_fixture->workspace();
    for (const CheckedSession &session : workspace->sessions) {
        const auto composed = letters().corrections(*workspace, {session.key()});
        QVERIFY(composed);
        QCOMPARE(!composed->isEmpty(), isToMend(session));
    }
    QVERIFY(letters().corrections(*workspace, {SessionKey()})->isEmpty());
}

void LettersTest::nothingIsAskedOfASessionSetAside()
{
    QVERIFY(m_fixture->office().decisions().setAside({key("SE_1")}, ReturnReason::Cancelled));
    QVERIFY(corrections().isEmpty());
    QVERIFY(!corrections(LetterExtent::WholeOrganisation)
                 .first()
                 .letter.sessions.contains(key("SE_1")));
}

void LettersTest::remindersAreOfWhatIsAwaited()
{
    const WorkspacePtr workspace = m_fixture->workspace();
    const auto keyOf = [](const char *market) {
        return AwardKey{Funder::PoleEmploi, QString::fromLatin1(market), {}};
    };
    QCOMPARE(overdueAwards(*workspace), QList<AwardKey>{keyOf("P2651402")});
    QVERIFY(letters().reminders(*workspace, {keyOf("P2651401")})->isEmpty());
    const auto composed =
        letters().reminders(*workspace, {keyOf("P2651401")}, LetterExtent::WholeOrganisation);
    QCOMPARE(composed->size(), 1);
    const Letter letter = composed->first().letter;
    QCOMPARE(letter.awards, QList<AwardKey>{keyOf("P2651402")});
    // An offer of theirs in the base says where they are written to.
    QCOMPARE(letter.address, QStringLiteral("chabrol@example.org"));
}

void LettersTest::recordedLetterIsRememberedAndNamed()
{
    const auto recorded = letters().record(corrections().first().letter, LetterChannel::Copy);
    QVERIFY(recorded);
    QCOMPARE(recorded->operatorName, QStringLiteral("Odile"));
    QCOMPARE(letters().ofSession(key("SE_1"))->size(), 1);
    QVERIFY(letters().ofSession(key("SE_2"))->isEmpty());
    QVERIFY(letterInWords(*recorded).startsWith(QStringLiteral("Correction demandée")));
    const std::optional<Letter> previous = corrections().first().previous;
    QVERIFY(previous);
    QCOMPARE(previous->writtenAt.toMSecsSinceEpoch(), recorded->writtenAt.toMSecsSinceEpoch());
}

void LettersTest::draftIsWrittenAndRecorded()
{
    const QString path = m_fixture->path(QStringLiteral("é demande.eml"));
    QVERIFY(letters().saveDraft(corrections().first().letter, path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("X-Unsent: 1\r\n"));
    QCOMPARE(letters().letters()->first().channel, LetterChannel::Draft);
}

void LettersTest::unwritableDraftIsNotRecorded()
{
    const auto saved = letters().saveDraft(corrections().first().letter,
                                           m_fixture->path(QStringLiteral("absent/a.eml")));
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::FileUnwritable);
    QVERIFY(letters().letters()->isEmpty());
}

void LettersTest::letterThatCannotLeaveIsNotRecorded()
{
    Letter letter = corrections().first().letter;
    letter.address = QStringLiteral("personne");
    QCOMPARE(letters().record(letter, LetterChannel::Mail).error().code,
             ErrorCode::InvalidArgument);
    const QString path = m_fixture->path(QStringLiteral("a.eml"));
    QCOMPARE(letters().saveDraft(letter, path).error().code, ErrorCode::InvalidArgument);
    QVERIFY(!QFile::exists(path));
    QVERIFY(letters().letters()->isEmpty());
}

void LettersTest::sessionAwaitsItsCorrectionUntilThePortalAnswers()
{
    const auto awaited = [this] {
        const WorkspacePtr workspace = m_fixture->workspace();
        QStringList numeros;
        for (const CheckedSession &session : workspace->sessions) {
            if (workspace->awaitsCorrection(session))
                numeros << session.key().session;
        }
        return numeros;
    };
    QCOMPARE(awaited(), QStringList());
    const Letter correction = corrections(LetterExtent::WholeOrganisation).first().letter;
    QStringList asked;
    for (const SessionKey &key : correction.sessions)
        asked << key.session;
    asked.sort();
    QVERIFY(asked.contains(QStringLiteral("SE_1")));
    QVERIFY(letters().record(correction, LetterChannel::Draft));
    const Letter again = letters().record(correction, LetterChannel::Copy).value();
    QCOMPARE(awaited(), asked);
    QCOMPARE(m_fixture->session(QStringLiteral("SE_1")).correctionAskedAt.toMSecsSinceEpoch(),
             again.writtenAt.toMSecsSinceEpoch());

    QTest::qWait(2);
    import({{.numero = QStringLiteral("SE_1"), .market = QStringLiteral("P2651401")},
            {.numero = QStringLiteral("SE_2"), .market = badNumber},
            {.numero = QStringLiteral("SE_3") }});
    asked.removeAll(QStringLiteral("SE_1"));
    QCOMPARE(awaited(), asked);
}

void LettersTest::notificationKnowsWhenItsOrganisationWasReminded()
{
    const WorkspacePtr before = m_fixture->workspace();
    const auto reminders = letters().reminders(*before, overdueAwards(*before));
    const Letter sent = letters().record(reminders->first().letter, LetterChannel::Draft).value();
    const WorkspacePtr workspace = m_fixture->workspace();
    qsizetype reminded = 0;
    for (qsizetype row = 0; row < workspace->awards.size(); ++row) {
        const bool isNamed = sent.awards.contains(workspace->awards.at(row).key());
        QCOMPARE(workspace->checkedAwards.at(row).remindedAt.isValid(), isNamed);
        reminded += isNamed ? 1 : 0;
    }
    QCOMPARE(reminded, sent.awards.size());
}

void LettersTest::templateIsASettingOfTheTrail()
{
    const QString name = subjectSettingName(LetterKind::Correction);
    DecisionService decisions = m_fixture->office().decisions();
    QVERIFY(decisions.changeSettings({{name, QStringLiteral("À revoir : {nombre}")}}));
    QCOMPARE(corrections().first().letter.subject, QStringLiteral("À revoir : 1 session"));
    const Decision event = m_fixture->office().history()->last();
    QCOMPARE(event.before, LetterTemplate::standard(LetterKind::Correction).subject);
    QVERIFY2(decisionInWords(event).contains(letterKindName(LetterKind::Correction)),
             qPrintable(decisionInWords(event)));
    QVERIFY(decisions.undo());
    QVERIFY(letters().texts(LetterKind::Correction).value() ==
            LetterTemplate::standard(LetterKind::Correction));
}

void LettersTest::brokenTemplateIsRefused()
{
    const auto refused = m_fixture->office().decisions().changeSettings(
        {{bodySettingName(LetterKind::Correction), QStringLiteral("{actions} {inconnu}")}});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
    QVERIFY(refused.error().message.contains(QStringLiteral("{inconnu}")));
}

QTEST_GUILESS_MAIN(LettersTest)
#include "tst_letters.moc"
