// SPDX-License-Identifier: GPL-3.0-or-later
// The settings of the check: their dialog, and their way through the window.
#include "ui/dialogparts.h"
#include "ui/settings/settingsdialog.h"
#include "ui/settings/severitydelegate.h"
#include "ui/widgets/messagebar.h"
#include "ui/windowfixture.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QTest>

using namespace recoupe;

namespace {

const QDate today(2026, 11, 23);
const QString missingAward = QStringLiteral("award-missing");

//! Makes the cell of a rule and a funder the current one.
QModelIndex goTo(const QDialog &dialog, const QString &rule, int column)
{
    auto *table = in<QTableView>(dialog, "ruleSeverities");
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        const QModelIndex title = table->model()->index(row, RuleSeverityModel::Title);
        if (title.data(Qt::ToolTipRole).toString().startsWith(rule + u'\n')) {
            table->setCurrentIndex(title.siblingAtColumn(column));
            return table->currentIndex();
        }
    }
    return {};
}

//! What the operator does on the current cell, from the keyboard alone.
void chooseByKeys(const QDialog &dialog, const QList<Qt::Key> &keys)
{
    auto *table = in<QTableView>(dialog, "ruleSeverities");
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Return);
    auto *choice = table->findChild<QComboBox *>();
    QVERIFY(choice);
    QTRY_VERIFY(choice->view()->isVisible());
    for (const Qt::Key key : keys)
        QTest::keyClick(choice->view(), key);
}

} // namespace

class SettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingChangedNothingToSave();
    void severityIsChosenFromTheKeyboard();
    void escapeLeavesTheCellAsItWas();
    void enterNeverSavesFromWithinAField_data();
    void enterNeverSavesFromWithinAField();
    void changesAreSaidAsTheyAreMade();
    void defaultsComeBackTogether();
    void wrongDepartementsAreSaidInPlace_data();
    void wrongDepartementsAreSaidInPlace();
    void departementsMayBeTypedWithCommas();
    void searchNarrowsAndKeepsWhatWasChanged();
    void sourceOfTheCurrentRuleIsShown();
    void leavingAsksOnlyWhenSomethingWouldBeLost();
    void everyFieldHasAnAccessibleName();
    void savedSettingsAreObeyedSaidAndUndone();

private:
    ScriptedDialogs m_dialogs;
};

void SettingsTest::nothingChangedNothingToSave()
{
    const SettingsDialog dialog({}, today, m_dialogs);
    QVERIFY(dialog.changes().isEmpty());
    const auto *save = in<QPushButton>(dialog, "saveSettings");
    QVERIFY(!save->isEnabled());
    QVERIFY(!save->toolTip().isEmpty());
    QVERIFY(!in<QPushButton>(dialog, "defaultSettings")->isEnabled());
}

void SettingsTest::severityIsChosenFromTheKeyboard()
{
    SettingsDialog dialog({}, today, m_dialogs);
    dialog.show();
    const QModelIndex cell = goTo(dialog, missingAward, RuleSeverityModel::PoleEmploi);
    QCOMPARE(cell.data().toString(), QStringLiteral("Bloquant"));
    chooseByKeys(dialog, {Qt::Key_Down, Qt::Key_Return});
    QTRY_COMPARE(cell.data().toString(), QStringLiteral("À vérifier"));
    QCOMPARE(dialog.changes(),
             (QMap<QString, QString>{{severitySettingName(missingAward, Funder::PoleEmploi),
                                      QStringLiteral("warning")}}));
    QVERIFY(dialog.isVisible()); // Enter was the list's, not the dialog's
    QVERIFY(in<QPushButton>(dialog, "saveSettings")->isEnabled());
}

void SettingsTest::escapeLeavesTheCellAsItWas()
{
    SettingsDialog dialog({}, today, m_dialogs);
    dialog.show();
    goTo(dialog, missingAward, RuleSeverityModel::PoleEmploi);
    chooseByKeys(dialog, {Qt::Key_Down, Qt::Key_Escape});
    QVERIFY(dialog.changes().isEmpty());
    QVERIFY(dialog.isVisible());
}

void SettingsTest::enterNeverSavesFromWithinAField_data()
{
    QTest::addColumn<QString>("field");
    for (const char *field : {"ruleSeverities", "ruleSearch", "departements", "settingsReason"})
        QTest::newRow(field) << QString::fromLatin1(field);
}

void SettingsTest::enterNeverSavesFromWithinAField()
{
    QFETCH(const QString, field);
    SettingsDialog dialog({}, today, m_dialogs);
    dialog.show();
    in<QRadioButton>(dialog, "workingDays")->click();
    QVERIFY(in<QPushButton>(dialog, "saveSettings")->isEnabled());
    auto *widget = in<QWidget>(dialog, qPrintable(field));
    widget->setFocus();
    QTest::keyClick(widget, Qt::Key_Return);
    QVERIFY(dialog.isVisible());
}

void SettingsTest::changesAreSaidAsTheyAreMade()
{
    const SettingsDialog dialog({}, today, m_dialogs);
    const auto *summary = in<QLabel>(dialog, "changes");
    in<QRadioButton>(dialog, "workingDays")->click();
    QVERIFY(summary->text().contains(QStringLiteral("jours calendaires → jours ouvrés")));
    in<QRadioButton>(dialog, "calendarDays")->click();
    QVERIFY(dialog.changes().isEmpty());
}

void SettingsTest::defaultsComeBackTogether()
{
    CheckSettings settings;
    settings.severities.insert({missingAward, Funder::Region}, Severity::Info);
    settings.dayCount = DayCount::Working;
    settings.departements = {QStringLiteral("2A")};
    const SettingsDialog dialog(settings, today, m_dialogs);
    QVERIFY(dialog.changes().isEmpty());
    in<QPushButton>(dialog, "defaultSettings")->click();
    QCOMPARE(dialog.changes().size(), 3);
    QVERIFY(!in<QPushButton>(dialog, "defaultSettings")->isEnabled());
}

void SettingsTest::wrongDepartementsAreSaidInPlace_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("unknown code") << QStringLiteral("63 99");
    QTest::newRow("a name") << QStringLiteral("Allier");
    QTest::newRow("nothing") << QString();
}

void SettingsTest::wrongDepartementsAreSaidInPlace()
{
    QFETCH(const QString, text);
    const SettingsDialog dialog({}, today, m_dialogs);
    in<QLineEdit>(dialog, "departements")->setText(text);
    QVERIFY(in<QLabel>(dialog, "departementNames")->text().contains(QStringLiteral("03 15 43 63")));
    const auto *save = in<QPushButton>(dialog, "saveSettings");
    QVERIFY(!save->isEnabled());
    QVERIFY(!save->toolTip().isEmpty());
}

void SettingsTest::departementsMayBeTypedWithCommas()
{
    const SettingsDialog dialog({}, today, m_dialogs);
    in<QLineEdit>(dialog, "departements")->setText(QStringLiteral(" 63, 2a "));
    QCOMPARE(dialog.changes().value(QString::fromUtf16(departementsSetting)),
             QStringLiteral("63 2A"));
    QCOMPARE(in<QLabel>(dialog, "departementNames")->text(),
             QStringLiteral("Puy-de-Dôme, Corse-du-Sud"));
}

void SettingsTest::searchNarrowsAndKeepsWhatWasChanged()
{
    const SettingsDialog dialog({}, today, m_dialogs);
    auto *table = in<QTableView>(dialog, "ruleSeverities");
    const QModelIndex cell = goTo(dialog, missingAward, RuleSeverityModel::Agefiph);
    QVERIFY(table->model()->setData(cell, QStringLiteral("info")));
    const int all = table->model()->rowCount();
    auto *search = in<QLineEdit>(dialog, "ruleSearch");
    search->setText(QStringLiteral("sesar dates"));
    QVERIFY(table->model()->rowCount() < all);
    QVERIFY(table->currentIndex().isValid());
    search->setText(QStringLiteral("introuvable"));
    QVERIFY(in<QLabel>(dialog, "ruleSource")->text().contains(QStringLiteral("Aucune règle")));
    search->clear();
    QCOMPARE(table->model()->rowCount(), all);
    QCOMPARE(dialog.changes().size(), 1);
}

void SettingsTest::sourceOfTheCurrentRuleIsShown()
{
    const SettingsDialog dialog({}, today, m_dialogs);
    goTo(dialog, missingAward, RuleSeverityModel::Title);
    QVERIFY(in<QLabel>(dialog, "ruleSource")->text().contains(ruleSource(missingAward)));
}

void SettingsTest::leavingAsksOnlyWhenSomethingWouldBeLost()
{
    SettingsDialog untouched({}, today, m_dialogs);
    untouched.show();
    m_dialogs.asked.clear();
    untouched.reject();
    QVERIFY(!untouched.isVisible());
    QVERIFY(m_dialogs.asked.isEmpty());

    SettingsDialog changed({}, today, m_dialogs);
    changed.show();
    in<QRadioButton>(changed, "workingDays")->click();
    m_dialogs.confirms = false;
    changed.reject();
    QVERIFY(changed.isVisible());
    QCOMPARE(m_dialogs.asked.size(), 1);
    m_dialogs.confirms = true;
    changed.reject();
    QVERIFY(!changed.isVisible());
}

void SettingsTest::everyFieldHasAnAccessibleName()
{
    SettingsDialog dialog({}, today, m_dialogs);
    dialog.show();
    for (QWidget *widget : dialog.findChildren<QWidget *>()) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible())
            continue;
        const auto *accessible = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(accessible);
        QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(), qPrintable(widget->objectName()));
    }
}

void SettingsTest::savedSettingsAreObeyedSaidAndUndone()
{
    WindowFixture fixture;
    fixture.importDemo();
    QAction *action = fixture.action(QStringLiteral("checkSettings"));
    QVERIFY(action->isEnabled());
    action->trigger();
    auto *dialog = fixture.window().findChild<SettingsDialog *>();
    QVERIFY(dialog);
    in<QRadioButton>(*dialog, "workingDays")->click();
    in<QLineEdit>(*dialog, "settingsReason")->setText(QStringLiteral("Décision du comité"));
    fixture.runAndLoad([&] { in<QPushButton>(*dialog, "saveSettings")->click(); });
    QCOMPARE(fixture.model()->workspace()->settings.dayCount, DayCount::Working);
    const QString said =
        fixture.window().findChild<MessageBar *>(QStringLiteral("messageBar"))->text();
    QVERIFY2(said.contains(QStringLiteral("jours ouvrés")), qPrintable(said));

    fixture.runAndLoad([&] { fixture.action(QStringLiteral("undo"))->trigger(); });
    QCOMPARE(fixture.model()->workspace()->settings.dayCount, DayCount::Calendar);
}

QTEST_MAIN(SettingsTest)
#include "tst_settings.moc"
