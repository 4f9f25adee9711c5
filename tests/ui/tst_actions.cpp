// SPDX-License-Identifier: GPL-3.0-or-later
// Rules that hold for every action and every widget of the window.
#include "ui/windowfixture.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QMenuBar>
#include <QTest>
#include <QTreeView>

using namespace recoupe;

class ActionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->importDemo();
    }
    void cleanupTestCase() { m_fixture.reset(); }

    void shortcutsAreUniqueAndFitAFrenchKeyboard()
    {
        QHash<QString, QString> taken;
        for (const QAction *action : m_fixture->window().actions()) {
            for (const QKeySequence &keys : action->shortcuts()) {
                const QString text = keys.toString(QKeySequence::PortableText);
                QVERIFY2(!taken.contains(text), qPrintable(text + u' ' + action->objectName()));
                taken.insert(text, action->objectName());
                const QKeyCombination key = keys[0];
                const Qt::KeyboardModifiers modifiers = key.keyboardModifiers();
                const bool control = modifiers.testFlag(Qt::ControlModifier);
                QVERIFY2(!(control && modifiers.testFlag(Qt::AltModifier)), qPrintable(text));
                const bool digit = key.key() >= Qt::Key_0 && key.key() <= Qt::Key_9;
                QVERIFY2(!(control && digit), qPrintable(text));
            }
        }
    }

    void everyActionIsInAMenuAndHasAKey()
    {
        QSet<const QAction *> inMenus;
        for (const QMenu *menu : m_fixture->window().menuBar()->findChildren<QMenu *>()) {
            for (const QAction *action : menu->actions())
                inMenus << action;
        }
        for (const QAction *action : m_fixture->window().actions()) {
            QVERIFY2(inMenus.contains(action), qPrintable(action->objectName()));
            QVERIFY2(!action->shortcut().isEmpty(), qPrintable(action->objectName()));
        }
    }

    void unavailableActionsSayWhy()
    {
        for (const char *page :
             {"showControl", "showAwards", "showTable", "showExports", "showJournal"}) {
            m_fixture->action(QString::fromLatin1(page))->trigger();
            int unavailable = 0;
            for (const QAction *action : m_fixture->window().actions()) {
                QVERIFY2(!action->toolTip().isEmpty(), qPrintable(action->objectName()));
                if (action->isEnabled())
                    continue;
                ++unavailable;
                QVERIFY2(action->toolTip().contains(QStringLiteral("Indisponible")),
                         qPrintable(action->objectName()));
                QVERIFY2(!action->statusTip().isEmpty(), qPrintable(action->objectName()));
            }
            QVERIFY(unavailable > 0);
        }
    }

    void mnemonicsAreUniqueWithinAMenu()
    {
        for (const QMenu *menu : m_fixture->window().menuBar()->findChildren<QMenu *>()) {
            QSet<QChar> taken;
            for (const QAction *action : menu->actions()) {
                const qsizetype mark = action->text().indexOf(u'&');
                if (mark < 0)
                    continue;
                const QChar letter = action->text().at(mark + 1).toUpper();
                QVERIFY2(!taken.contains(letter), qPrintable(action->text()));
                taken << letter;
            }
        }
    }

    void themeIsChosenInTheMenu()
    {
        QVERIFY(m_fixture->action(QStringLiteral("themeSystem"))->isChecked());
        m_fixture->action(QStringLiteral("themeDark"))->trigger();
        QTRY_COMPARE(colorSchemeOf(m_fixture->window().palette()), ColorScheme::Dark);
        m_fixture->restart();
        QVERIFY(m_fixture->action(QStringLiteral("themeDark"))->isChecked());
        QCOMPARE(colorSchemeOf(m_fixture->window().palette()), ColorScheme::Dark);
        m_fixture->action(QStringLiteral("themeSystem"))->trigger();
        QTRY_COMPARE(colorSchemeOf(m_fixture->window().palette()), ColorScheme::Light);
    }

    void comparisonFitsItsPaneAfterAThemeChosenElsewhere()
    {
        m_fixture->restart();
        m_fixture->action(QStringLiteral("showHome"))->trigger();
        m_fixture->action(QStringLiteral("themeDark"))->trigger();
        m_fixture->action(QStringLiteral("showControl"))->trigger();
        const auto *fields = m_fixture->inControl<QTreeView>(QStringLiteral("fields"));
        QTRY_VERIFY(fields->viewport()->width() - fields->header()->length() >= 0);
        QVERIFY(fields->viewport()->width() - fields->header()->length() < 4); // rounding
        m_fixture->action(QStringLiteral("themeSystem"))->trigger();
    }

    void everyFocusableWidgetHasAnAccessibleName()
    {
        for (const char *page :
             {"showHome", "showControl", "showAwards", "showTable", "showExports", "showJournal"}) {
            m_fixture->action(QString::fromLatin1(page))->trigger();
            for (QWidget *widget : m_fixture->window().findChildren<QWidget *>()) {
                const bool focusable = (widget->focusPolicy() & Qt::TabFocus) &&
                                       widget->isVisible() && widget->isEnabled();
                if (!focusable)
                    continue;
                const auto *accessible = QAccessible::queryAccessibleInterface(widget);
                QVERIFY(accessible);
                const QString what =
                    QStringLiteral("%1 %2 in %3")
                        .arg(QString::fromLatin1(widget->metaObject()->className()),
                             widget->objectName(), widget->parentWidget()->objectName());
                QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(), qPrintable(what));
            }
        }
    }

private:
    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(ActionsTest)
#include "tst_actions.moc"
