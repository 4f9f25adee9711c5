// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rulecase.h"

#include <QTest>

using namespace recoupe;

class CheckSettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTheBaseKeeps();
    void passesOverWhatMakesNoSense_data();
    void passesOverWhatMakesNoSense();
    void everyNameHasADefaultThatIsAValue();
    void unknownNamesHaveNoDefault_data();
    void unknownNamesHaveNoDefault();
    void saysWhatAValueShouldBe_data();
    void saysWhatAValueShouldBe();
    void severityFollowsTheFunder();
    void observationIsNeverMoreSevereThanItsRule();
};

void CheckSettingsTest::readsWhatTheBaseKeeps()
{
    const CheckSettings settings = CheckSettings::fromTexts({
        {QStringLiteral("severity/title-mismatch/region"), QStringLiteral("blocking")},
        {QStringLiteral("severity/title-mismatch/agefiph"), QStringLiteral("info")},
        {QStringLiteral("deadline/days"), QStringLiteral("working")},
        {QStringLiteral("region/departements"), QStringLiteral("2A  2B 974")},
    });
    const QString rule = QStringLiteral("title-mismatch");
    QCOMPARE(severityOf(rule, Funder::Region, settings), Severity::Blocking);
    QCOMPARE(severityOf(rule, Funder::PoleEmploi, settings), Severity::Warning);
    QCOMPARE(severityOf(rule, Funder::Agefiph, settings), Severity::Info);
    QCOMPARE(settings.dayCount, DayCount::Working);
    QCOMPARE(settings.departements,
             QStringList({QStringLiteral("2A"), QStringLiteral("2B"), QStringLiteral("974")}));
}

void CheckSettingsTest::passesOverWhatMakesNoSense_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *name, const char *value) {
        QTest::addRow("%s = %s", name, value) << utf8(name) << utf8(value);
    };
    row("severity/no-such-rule/region", "blocking");
    row("severity/title-mismatch/other", "blocking");
    row("severity/title-mismatch", "blocking");
    row("severity/title-mismatch/region", "fatal");
    row("severity/title-mismatch/region", "");
    row("deadline/days", "lunar");
    row("region/departements", "");
    row("region/departements", "03 99");
    row("colour", "blue");
}

void CheckSettingsTest::passesOverWhatMakesNoSense()
{
    QFETCH(const QString, name);
    QFETCH(const QString, value);
    QCOMPARE(CheckSettings::fromTexts({{name, value}}), CheckSettings());
    QVERIFY(!settingDefect(name, value).isEmpty());
}

void CheckSettingsTest::everyNameHasADefaultThatIsAValue()
{
    QStringList names{QString::fromUtf16(dayCountSetting), QString::fromUtf16(departementsSetting)};
    for (const Rule &rule : ruleCatalogue())
        for (const Funder funder : {Funder::Region, Funder::PoleEmploi, Funder::Agefiph})
            names << severitySettingName(QString::fromLatin1(rule.id), funder);
    QMap<QString, QString> texts;
    for (const QString &name : names) {
        const std::optional<QString> value = defaultSetting(name);
        QVERIFY2(value, qPrintable(name));
        QCOMPARE(settingDefect(name, *value), QString());
        texts.insert(name, *value);
    }
    const CheckSettings settings = CheckSettings::fromTexts(texts);
    QCOMPARE(settings.departements, CheckSettings().departements);
    QCOMPARE(settings.dayCount, CheckSettings().dayCount);
    for (auto severity = settings.severities.begin(); severity != settings.severities.end();
         ++severity)
        QCOMPARE(*severity, severityOf(severity.key().first, severity.key().second, {}));
}

void CheckSettingsTest::unknownNamesHaveNoDefault_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"", "severity", "severity/place-missing", "severity//region",
                             "severity/place-missing/other", "severity/place-missing/region/x",
                             "deadline", "severityx/place-missing/region"})
        QTest::newRow(name) << utf8(name);
}

void CheckSettingsTest::unknownNamesHaveNoDefault()
{
    QFETCH(const QString, name);
    QVERIFY(!defaultSetting(name));
    QVERIFY(settingDefect(name, QStringLiteral("info")).contains(name));
}

void CheckSettingsTest::saysWhatAValueShouldBe_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    QTest::newRow("severity") << QStringLiteral("severity/place-missing/region")
                              << QStringLiteral("warning");
    QTest::newRow("days") << QStringLiteral("deadline/days") << QStringLiteral("working");
    QTest::newRow("departements") << QStringLiteral("region/departements")
                                  << QStringLiteral("03 15 43 63");
}

void CheckSettingsTest::saysWhatAValueShouldBe()
{
    QFETCH(const QString, name);
    QFETCH(const QString, expected);
    const QString defect = settingDefect(name, QStringLiteral("peut-être"));
    QVERIFY2(defect.contains(expected), qPrintable(defect));
    QVERIFY2(defect.contains(u"peut-être"), qPrintable(defect));
    QVERIFY2(defect.contains(name), qPrintable(defect));
}

void CheckSettingsTest::severityFollowsTheFunder()
{
    RuleCase c;
    c.settings.severities.insert({QStringLiteral("place-missing"), Funder::Region}, Severity::Info);
    c.session.place = {};
    QCOMPARE(c.finding("place-missing")->severity, Severity::Info);
    c.setFunder(4, Funder::PoleEmploi, "AFC");
    QCOMPARE(c.finding("place-missing")->severity, Severity::Blocking);

    const AwardCase due{c.award(), false, false, c.settings, c.award().receivedOn};
    QCOMPARE(checkAward(due).first().severity, Severity::Info);
    c.settings.severities.insert({QStringLiteral("entry-due"), Funder::PoleEmploi},
                                 Severity::Warning);
    QCOMPARE(checkAward(due).first().severity, Severity::Warning);
}

//! Another establishment of the right enterprise is a warning; a setting may soften, not harden it.
void CheckSettingsTest::observationIsNeverMoreSevereThanItsRule()
{
    RuleCase c;
    c.action.mandataire.siret = QStringLiteral("99990010300022");
    const std::pair key(QStringLiteral("mandataire-mismatch"), Funder::Region);
    QCOMPARE(c.finding("mandataire-mismatch")->severity, Severity::Warning);
    c.settings.severities.insert(key, Severity::Info);
    QCOMPARE(c.finding("mandataire-mismatch")->severity, Severity::Info);
    c.settings.severities.insert(key, Severity::Blocking);
    QCOMPARE(c.finding("mandataire-mismatch")->severity, Severity::Warning);
}

QTEST_APPLESS_MAIN(CheckSettingsTest)
#include "tst_checksettings.moc"
