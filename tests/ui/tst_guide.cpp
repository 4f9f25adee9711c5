// SPDX-License-Identifier: GPL-3.0-or-later
// The guide says what the program has: its keys, its words, its pages.
#include "domain/delivery.h"
#include "domain/partner.h"
#include "rules/control.h"
#include "rules/rule.h"
#include "ui/help/guide.h"
#include "ui/help/helpwindow.h"
#include "ui/windowfixture.h"

#include <QAction>
#include <QRegularExpression>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>

using namespace recoupe;

namespace {

QString operatorGuide()
{
    return guideMarkdown(QStringLiteral("guide"));
}

//! The keys that a text names, as Qt names them: « Ctrl+Maj+V » is "Ctrl+Shift+V".
QStringList keysIn(const QString &text)
{
    static const QRegularExpression key(
        QStringLiteral("\\b(?:(?:Ctrl|Maj|Alt)\\+)+(?:F\\d{1,2}|[A-Z])\\b|\\bF\\d{1,2}\\b"));
    QStringList keys;
    auto found = key.globalMatch(text);
    while (found.hasNext())
        keys << found.next().captured().replace(QStringLiteral("Maj"), QStringLiteral("Shift"));
    return keys;
}

} // namespace

class GuideTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKeyIsOneOfTheWindow()
    {
        WindowFixture fixture;
        QStringList shortcuts{QStringLiteral("Ctrl+A")}; // every list's own
        for (const QAction *action : fixture.window().actions()) {
            for (const QKeySequence &shortcut : action->shortcuts())
                shortcuts << shortcut.toString(QKeySequence::PortableText);
        }
        const QStringList keys = keysIn(operatorGuide());
        QVERIFY(keys.size() > 30);
        for (const QString &key : keys)
            QVERIFY2(shortcuts.contains(key), qPrintable(key));
    }

    void everyWordOfTheProgramIsExplained_data()
    {
        QTest::addColumn<QString>("word");
        for (const Control control :
             {Control::Conforming, Control::Discrepancy, Control::Ambiguous, Control::NoAward,
              Control::Incomplete, Control::ToReview, Control::SetAside})
            QTest::newRow(qPrintable(controlName(control))) << controlName(control);
        for (const DeliveryState state :
             {DeliveryState::Held, DeliveryState::ToDo, DeliveryState::Delivered,
              DeliveryState::Refused, DeliveryState::Failed, DeliveryState::Dropped})
            QTest::newRow(qPrintable(deliveryStateName(state))) << deliveryStateName(state);
        for (const Partner partner : {Partner::Portal, Partner::Sesar, Partner::Aude,
                                      Partner::Parcours3, Partner::ParcoursH})
            QTest::newRow(qPrintable(partnerName(partner))) << partnerName(partner);
    }
    void everyWordOfTheProgramIsExplained()
    {
        QFETCH(const QString, word);
        QVERIFY(operatorGuide().contains(QStringLiteral("\n- **%1**\u00A0: ").arg(word)));
    }

    void pageOfOperatorsEndsWithEveryRule()
    {
        const QString page = guidePage(QStringLiteral("guide"));
        QVERIFY(page.startsWith(QStringLiteral("<!DOCTYPE html>\n<html lang=\"fr")) ||
                page.startsWith(QStringLiteral("<!DOCTYPE html>\n<html lang=\"en")));
        for (const Rule &rule : ruleCatalogue()) {
            const QString title = ruleTitle(QString::fromLatin1(rule.id)).toHtmlEscaped();
            QVERIFY2(page.contains(QStringLiteral("<b>%1</b>").arg(title)), rule.id);
        }
        QVERIFY(!guidePage(QStringLiteral("administration")).contains(QStringLiteral("<b>SIRET")));
    }

    void markdownIsTakenApartAtItsHeadings()
    {
        const QList<GuideChapter> chapters = guideChapters(
            QStringLiteral("# Titre\n\nAvant.\n\n<!-- #table -->\n## Le tableau\n\n- **Projet** "
                           "ouvert\n\n## Sans ancre\n\nFin & suite.\n"));
        QCOMPARE(chapters.size(), 3);
        QCOMPARE(chapters[0].anchor, QString());
        QVERIFY(chapters[0].html.contains(QStringLiteral("Avant.")));
        QCOMPARE(chapters[1].anchor, QStringLiteral("table"));
        QVERIFY(chapters[1].html.contains(QStringLiteral("<h2")));
        QVERIFY(!chapters[1].html.contains(QStringLiteral("#table")));
        QCOMPARE(chapters[2].anchor, QString());
        QVERIFY(chapters[2].html.contains(QStringLiteral("Fin &amp; suite.")));
        QVERIFY(!chapters[2].html.contains(QStringLiteral("<body")));
    }

    void helpOpensAtTheChapterOfThePage_data()
    {
        QTest::addColumn<HelpChapter>("chapter");
        QTest::addColumn<QString>("title");
        QTest::newRow("home") << HelpChapter::Home << QStringLiteral("L'accueil");
        QTest::newRow("control") << HelpChapter::Control << QStringLiteral("Trois états distincts");
        QTest::newRow("awards") << HelpChapter::Awards << QStringLiteral("Les notifications");
        QTest::newRow("table") << HelpChapter::Table << QStringLiteral("Le tableau");
        QTest::newRow("exports") << HelpChapter::Exports << QStringLiteral("Les exports");
        QTest::newRow("journal") << HelpChapter::Journal
                                 << QStringLiteral("Revenir sur une décision");
    }
    void helpOpensAtTheChapterOfThePage()
    {
        QFETCH(const HelpChapter, chapter);
        QFETCH(const QString, title);
        HelpWindow help({});
        help.show();
        help.showChapter(chapter);
        auto *text = help.findChild<QTextBrowser *>(QStringLiteral("helpText"));
        QTRY_VERIFY(text->cursorForPosition({20, 30}).block().text().contains(title) ||
                    text->cursorForPosition({20, 5}).block().text().contains(title));
    }
};

QTEST_MAIN(GuideTest)
#include "tst_guide.moc"
