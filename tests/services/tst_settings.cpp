// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/officefixture.h"
#include "services/words.h"

#include <QTest>

#include <algorithm>

using namespace recoupe;

namespace {

const QString missingAward = QStringLiteral("award-missing");

//! The severity under which a session's finding of that rule stands; nothing where it has none.
std::optional<Severity> severityIn(const CheckedSession &session, const QString &rule)
{
    const auto finding = std::ranges::find(session.findings, rule, &Finding::rule);
    return finding == session.findings.end() ? std::nullopt : std::optional(finding->severity);
}

QMap<QString, QString> severityText(const QString &rule, Funder funder, Severity severity)
{
    return {{severitySettingName(rule, funder), toToken(severity)}};
}

} // namespace

class SettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void severityIsObeyedForItsFunderOnly_data();
    void severityIsObeyedForItsFunderOnly();
    void warningNoLongerBlocksActivation();
    void changeIsAnEventOfTheTrail();
    void severalChangesAreOneBatchAndOneUndo();
    void deadlinesAreCountedInWorkingDays();
    void whatIsInForceIsNotWrittenAgain();
    void settingsAndDecisionsAreUndoneInTheirOrder();
    void wrongOnesAreRefusedAndNothingIsChanged_data();
    void wrongOnesAreRefusedAndNothingIsChanged();
    void exchangesAreSaidInWords_data();
    void exchangesAreSaidInWords();
    void everySettingOfExchangesHasWords();

private:
    DecisionService decisions() { return m_fixture->office().decisions(); }
    CheckSettings settings() { return m_fixture->workspace()->settings; }

    std::unique_ptr<OfficeFixture> m_fixture;
};

//! SE_1 is paid by Pôle emploi and its notification is missing; P2651402's was received the
//! 25/10/2026 and has no session.
void SettingsTest::init()
{
    m_fixture = std::make_unique<OfficeFixture>(QDate(2026, 11, 2));
    ImportService imports = m_fixture->office().imports();
    QVERIFY(imports.importLheo(m_fixture->write(QStringLiteral("f.xml"), feedOf({{}}))));
    QVERIFY(imports.importAwards(
        m_fixture->write(QStringLiteral("n.csv"), awardsOf({QStringLiteral("P2651402")})), {}));
}

void SettingsTest::severityIsObeyedForItsFunderOnly_data()
{
    QTest::addColumn<Funder>("funder");
    QTest::addColumn<bool>("isObeyed");
    QTest::newRow("of who pays") << Funder::PoleEmploi << true;
    QTest::newRow("of another") << Funder::Region << false;
}

void SettingsTest::severityIsObeyedForItsFunderOnly()
{
    QFETCH(const Funder, funder);
    QFETCH(const bool, isObeyed);
    QCOMPARE(severityIn(m_fixture->session(QStringLiteral("SE_1")), missingAward),
             std::optional(Severity::Blocking));
    QVERIFY(decisions().changeSettings(severityText(missingAward, funder, Severity::Warning)));
    QCOMPARE(severityIn(m_fixture->session(QStringLiteral("SE_1")), missingAward),
             std::optional(isObeyed ? Severity::Warning : Severity::Blocking));
}

void SettingsTest::warningNoLongerBlocksActivation()
{
    const SessionKey key = m_fixture->session(QStringLiteral("SE_1")).key();
    QCOMPARE(decisions().activate({key})->refused.size(), 1);
    QVERIFY(decisions().changeSettings(
        severityText(missingAward, Funder::PoleEmploi, Severity::Warning)));
    QVERIFY(decisions().activate({key})->refused.isEmpty());
}

void SettingsTest::changeIsAnEventOfTheTrail()
{
    const QString why = QStringLiteral("Décision du comité");
    QVERIFY(decisions().changeSettings(
        severityText(missingAward, Funder::PoleEmploi, Severity::Warning), why));
    const auto history = m_fixture->office().history();
    QVERIFY(history.has_value());
    QCOMPARE(history->size(), 1);
    const Decision &event = history->first();
    QCOMPARE(event.subject, DecisionSubject::Setting);
    QCOMPARE(event.setting, severitySettingName(missingAward, Funder::PoleEmploi));
    QCOMPARE(event.before, QStringLiteral("blocking"));
    QCOMPARE(event.after, QStringLiteral("warning"));
    QCOMPARE(event.operatorName, QStringLiteral("Odile"));
    QCOMPARE(event.reason, why);
    const QString words = decisionInWords(event);
    QVERIFY2(words.contains(ruleTitle(missingAward)), qPrintable(words));
    QVERIFY2(words.endsWith(QStringLiteral("bloquant → à vérifier")), qPrintable(words));
}

void SettingsTest::severalChangesAreOneBatchAndOneUndo()
{
    const CheckSettings before = settings();
    QMap<QString, QString> texts =
        severityText(missingAward, Funder::PoleEmploi, Severity::Warning);
    texts.insert(QString::fromUtf16(dayCountSetting), QStringLiteral("working"));
    texts.insert(QString::fromUtf16(departementsSetting), QStringLiteral("63 43"));
    const auto changed = decisions().changeSettings(texts);
    QVERIFY(changed.has_value());
    QCOMPARE(changed->applied.size(), 3);
    QCOMPARE(settings().dayCount, DayCount::Working);
    QCOMPARE(settings().departements, (QStringList{QStringLiteral("63"), QStringLiteral("43")}));
    const auto undone = decisions().undo();
    QVERIFY(undone.has_value());
    QCOMPARE(undone->applied.size(), 3);
    QCOMPARE(settings().toTexts(), before.toTexts());
    QCOMPARE(severityIn(m_fixture->session(QStringLiteral("SE_1")), missingAward),
             std::optional(Severity::Blocking));
}

//! Six days from Sunday 25/10/2026: Saturday 31/10, or, with All Saints' on a Sunday, Monday 2/11.
void SettingsTest::deadlinesAreCountedInWorkingDays()
{
    const auto deadline = [this] { return m_fixture->workspace()->checkedAwards.first().deadline; };
    QCOMPARE(deadline(), QDate(2026, 10, 31));
    QVERIFY(decisions().changeSettings(
        {{QString::fromUtf16(dayCountSetting), QStringLiteral("working")}}));
    QCOMPARE(deadline(), QDate(2026, 11, 2));
}

void SettingsTest::whatIsInForceIsNotWrittenAgain()
{
    const auto same = decisions().changeSettings(settings().toTexts());
    QVERIFY(same.has_value());
    QCOMPARE(same->applied.size(), 0);
    QVERIFY(m_fixture->office().history()->isEmpty());
}

void SettingsTest::settingsAndDecisionsAreUndoneInTheirOrder()
{
    const SessionKey key = m_fixture->session(QStringLiteral("SE_1")).key();
    QVERIFY(decisions().setRecruitment({key}, RecruitmentState::Suspended));
    QVERIFY(
        decisions().changeSettings(severityText(missingAward, Funder::PoleEmploi, Severity::Info)));
    QVERIFY(decisions().undo());
    QVERIFY(m_fixture->workspace()->settings.severities.value(
                {missingAward, Funder::PoleEmploi}, Severity::Blocking) == Severity::Blocking);
    QCOMPARE(m_fixture->session(QStringLiteral("SE_1")).stored.recruitment,
             RecruitmentState::Suspended);
    QVERIFY(decisions().undo());
    QCOMPARE(m_fixture->session(QStringLiteral("SE_1")).stored.recruitment, RecruitmentState::Open);
}

void SettingsTest::wrongOnesAreRefusedAndNothingIsChanged_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("said");
    QTest::newRow("unknown rule") << QStringLiteral("severity/nulle/region")
                                  << QStringLiteral("info") << QStringLiteral("nulle");
    QTest::newRow("unknown severity") << severitySettingName(missingAward, Funder::Region)
                                      << QStringLiteral("fatal") << QStringLiteral("blocking");
    QTest::newRow("no département") << QString::fromUtf16(departementsSetting)
                                    << QStringLiteral("63 999") << QStringLiteral("codes");
    QTest::newRow("no way to count")
        << QString::fromUtf16(dayCountSetting) << QString() << QStringLiteral("calendar");
}

void SettingsTest::wrongOnesAreRefusedAndNothingIsChanged()
{
    QFETCH(const QString, name);
    QFETCH(const QString, text);
    QFETCH(const QString, said);
    QMap<QString, QString> texts{{QString::fromUtf16(dayCountSetting), QStringLiteral("working")}};
    texts.insert(name, text);
    const auto refused = decisions().changeSettings(texts);
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
    QVERIFY2(refused.error().message.contains(said), qPrintable(refused.error().message));
    QCOMPARE(settings().dayCount, DayCount::Calendar);
    QVERIFY(m_fixture->office().history()->isEmpty());
}

void SettingsTest::exchangesAreSaidInWords_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *before, const char *after,
                        const char *words) {
        QTest::newRow(name) << QString::fromUtf8(name) << QString::fromUtf8(before)
                            << QString::fromUtf8(after) << QString::fromUtf8(words);
    };
    row("partner/aude/transport", "none", "sftp",
        "AUDE / GSP, transport : Aucun : à la main → SFTP");
    row("partner/aude/authentication", "none", "password",
        "AUDE / GSP, authentification : Aucune → Identifiant et mot de passe");
    row("partner/sesar/address", "", "https://sesar.example/",
        "SESAR, adresse ou dossier : rien → https://sesar.example/");
    row("partner/parcours3/offers-url", "", "https://offres.example/",
        "Parcours 3, adresse publique des offres : rien → https://offres.example/");
    row("feed/every-minutes", "0", "30", "Flux du portail, relève (minutes) : 0 → 30");
    row("network/allow-http", "no", "yes", "Réseau, envois non chiffrés (HTTP) : refusés → permis");
}

void SettingsTest::exchangesAreSaidInWords()
{
    QFETCH(const QString, name);
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    QTEST(settingChangeInWords(name, before, after).replace(QChar(0x00a0), u' '), "words");
}

void SettingsTest::everySettingOfExchangesHasWords()
{
    const QMap<QString, QString> texts = ExchangeSettings().toTexts();
    for (auto text = texts.begin(); text != texts.end(); ++text)
        QVERIFY2(settingInWords(text.key()) != text.key(), qPrintable(text.key()));
}

QTEST_GUILESS_MAIN(SettingsTest)
#include "tst_settings.moc"
