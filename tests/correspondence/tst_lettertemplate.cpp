// SPDX-License-Identifier: GPL-3.0-or-later
#include "correspondence/lettertemplate.h"

#include <QTest>

using namespace recoupe;

class LetterTemplateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standardOnesAreGood();
    void placesAreFilledInOnce();
    void unknownPlacesAreRefused_data();
    void unknownPlacesAreRefused();
    void settingsAreKnownByName();
    void keptTemplatesAreUsedAndBrokenOnesPassedOver();
};

void LetterTemplateTest::standardOnesAreGood()
{
    for (const LetterKind kind : letterKinds) {
        const LetterTemplate standard = LetterTemplate::standard(kind);
        QCOMPARE(subjectDefect(kind, standard.subject), QString());
        QCOMPARE(bodyDefect(kind, standard.body), QString());
        for (const LetterPlaceholder &place : letterPlaces(kind))
            QVERIFY(!place.meaning.isEmpty());
    }
}

void LetterTemplateTest::placesAreFilledInOnce()
{
    const PlaceTexts texts{{LetterPlace::Organisation, QStringLiteral("{date}")},
                           {LetterPlace::Date, QStringLiteral("23/11/2026")}};
    QCOMPARE(filledIn(LetterKind::Correction,
                      QStringLiteral("{organisme}, {date} {date} { {autre} {actions}."), texts),
             QStringLiteral("{date}, 23/11/2026 23/11/2026 { {autre} ."));
}

void LetterTemplateTest::unknownPlacesAreRefused_data()
{
    QTest::addColumn<LetterKind>("kind");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, LetterKind kind, const char *subject, const char *body,
                        const char *said) {
        QTest::newRow(name) << kind << QString::fromUtf8(subject) << QString::fromUtf8(body)
                            << QString::fromUtf8(said);
    };
    constexpr auto correction = LetterKind::Correction;
    row("good", correction, "{organisme}", "{actions}", "");
    row("braces of other things", correction, "a { b", "{actions} } {", "");
    row("misspelt", correction, "{organisation}", "{actions}", "{organisation}");
    row("list in the subject", correction, "{actions}", "{actions}", "{actions}");
    row("nothing in braces", correction, "{}", "{actions}", "{}");
    row("no subject", correction, "  ", "{actions}", "objet");
    row("two lines", correction, "a\nb", "{actions}", "ligne");
    row("no list", correction, "a", "Bonjour", "{actions}");
    row("misspelt in the text", correction, "a", "{actions} {Date}", "{Date}");
    row("of the other kind", LetterKind::Reminder, "a", "{actions}", "{marches}");
    row("no text", correction, "a", " \n", "texte");
    constexpr auto table = LetterKind::Table;
    row("table", table, "{edition} {date} {perimetre} {nombre}", "{changements}", "");
    row("table without changes", table, "a", "{edition}", "");
    row("changes in the subject", table, "{changements}", "a", "{changements}");
    row("table has no organisation", table, "a", "{organisme}", "{organisme}");
    row("table without a text", table, "a", "", "texte");
}

void LetterTemplateTest::unknownPlacesAreRefused()
{
    QFETCH(const LetterKind, kind);
    QFETCH(const QString, subject);
    QFETCH(const QString, body);
    QFETCH(const QString, said);
    const QString defect = subjectDefect(kind, subject) + bodyDefect(kind, body);
    QCOMPARE(defect.isEmpty(), said.isEmpty());
    QVERIFY2(defect.contains(said), qPrintable(defect));
}

void LetterTemplateTest::settingsAreKnownByName()
{
    const QString name = bodySettingName(LetterKind::Reminder);
    QCOMPARE(name, QStringLiteral("letter/reminder/body"));
    QCOMPARE(defaultLetterSetting(name), LetterTemplate::standard(LetterKind::Reminder).body);
    QVERIFY(!letterSettingDefect(name, QStringLiteral("x")).isEmpty());
    QVERIFY(!defaultLetterSetting(QStringLiteral("letter/reminder/colour")));
    QCOMPARE(letterSettingDefect(QStringLiteral("deadline/days"), QString()), QString());
}

void LetterTemplateTest::keptTemplatesAreUsedAndBrokenOnesPassedOver()
{
    const LetterTemplate kept =
        letterTemplate(LetterKind::Correction,
                       {{subjectSettingName(LetterKind::Correction), QStringLiteral("À corriger")},
                        {bodySettingName(LetterKind::Correction), QStringLiteral("{inconnu}")}});
    QCOMPARE(kept.subject, QStringLiteral("À corriger"));
    QCOMPARE(kept.body, LetterTemplate::standard(LetterKind::Correction).body);
    QVERIFY(letterTemplate(LetterKind::Reminder, {}) ==
            LetterTemplate::standard(LetterKind::Reminder));
}

QTEST_APPLESS_MAIN(LetterTemplateTest)
#include "tst_lettertemplate.moc"
