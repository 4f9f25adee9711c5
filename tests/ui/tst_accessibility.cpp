// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen reader hears, asked of the bridge that it asks.
#include "models/awardtablemodel.h"
#include "models/journalmodel.h"
#include "ui/widgets/recordview.h"
#include "ui/windowfixture.h"

#include <QAccessible>
#include <QHeaderView>
#include <QTest>

using namespace recoupe;

namespace {

constexpr int rowsRead = 5;

//! What the view announces as focused when the index becomes current: QTreeView counts the cells
//! line by line, those of the header first.
QAccessibleInterface *announced(const QAccessibleInterface &view, const QModelIndex &current)
{
    return view.child((current.row() + 1) * current.model()->columnCount() + current.column());
}

} // namespace

class AccessibilityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QAccessible::setActive(true);
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->importDemo();
        m_fixture->runAndLoad(
            [this] { m_fixture->action(QStringLiteral("validateConforming"))->trigger(); });
    }
    void cleanupTestCase() { m_fixture.reset(); }

    void rowIsHeardAsASentence_data() { addLists(); }
    void rowIsHeardAsASentence()
    {
        RecordView &list = shownList();
        const QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(&list);
        QCOMPARE(heard->role(), QAccessible::Tree);
        list.selectRow(0);
        for (int row = 1; row <= rowsRead; ++row) {
            QTest::keyClick(&list, Qt::Key_Down);
            QCOMPARE(list.currentIndex().row(), row);
            const QAccessibleInterface *cell = announced(*heard, list.currentIndex());
            QCOMPARE(cell->role(), QAccessible::TreeItem);
            QVERIFY(cell->state().focused && cell->state().selected);
            const QString sentence = cell->text(QAccessible::Name);
            QCOMPARE(sentence, list.model()->index(row, 0).data(Qt::AccessibleTextRole).toString());
            // The sentence says what the columns say that tell one row from another.
            QFETCH(QList<int>, told);
            for (const int column : std::as_const(told)) {
                const QString text = list.model()->index(row, column).data().toString();
                QVERIFY2(!text.isEmpty() && sentence.contains(text), qPrintable(sentence));
            }
        }
    }

    void sentenceIsHeardWhateverTheOrderOfColumns_data() { addLists(); }
    void sentenceIsHeardWhateverTheOrderOfColumns()
    {
        RecordView &list = shownList();
        list.header()->moveSection(0, 2);
        list.setColumnHidden(1, true);
        list.sortByColumn(2, Qt::DescendingOrder);
        list.selectRow(0);
        QTest::keyClick(&list, Qt::Key_Down);
        const QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(&list);
        QCOMPARE(announced(*heard, list.currentIndex())->text(QAccessible::Name),
                 list.model()->index(1, 0).data(Qt::AccessibleTextRole).toString());
        list.resetLayout();
    }

    void cellsAreHeardUnderTheirTitles_data() { addLists(); }
    void cellsAreHeardUnderTheirTitles()
    {
        RecordView &list = shownList();
        QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(&list);
        const QAccessibleTableInterface *table = heard->tableInterface();
        QCOMPARE(table->rowCount(), list.model()->rowCount());
        for (int column = 0; column < list.model()->columnCount(); ++column) {
            const QString title = list.model()->headerData(column, Qt::Horizontal).toString();
            QCOMPARE(table->columnDescription(column), title);
            QCOMPARE(heard->child(column)->role(), QAccessible::ColumnHeader);
            QCOMPARE(heard->child(column)->text(QAccessible::Name), title);
            if (column > 0) {
                QCOMPARE(table->cellAt(1, column)->text(QAccessible::Name),
                         list.model()->index(1, column).data().toString());
            }
        }
    }

    void controlSaysItsNameAndRole_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("widget");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QAccessible::Role>("role");
        const auto row = [](const char *page, const char *widget, const QString &name,
                            QAccessible::Role role) {
            QTest::addRow("%s %s", page, widget)
                << QString::fromLatin1(page) << QString::fromLatin1(widget) << name << role;
        };
        row("showHome", "card-to-check", QStringLiteral("À contrôler : 40"), QAccessible::Button);
        row("showHome", "card-exports", QStringLiteral("Derniers exports : Aucun"),
            QAccessible::Button);
        row("showHome", "card-table", QStringLiteral("Prochain tableau : n° 2026-01"),
            QAccessible::Button);
        row("showControl", "sessions", QStringLiteral("Sessions"), QAccessible::Tree);
        row("showControl", "search", QStringLiteral("Rechercher une session"),
            QAccessible::EditableText);
        row("showControl", "views", QStringLiteral("Vues enregistrées"), QAccessible::ButtonMenu);
        row("showControl", "facet-control", QStringLiteral("Filtre Verdict : sans filtre"),
            QAccessible::ButtonMenu);
        row("showControl", "resetFilter", QStringLiteral("Tout afficher"), QAccessible::Button);
        row("showControl", "fields", QStringLiteral("Comparaison champ par champ"),
            QAccessible::Tree);
        row("showControl", "reasons", QStringLiteral("Pourquoi ce verdict"), QAccessible::List);
        row("showAwards", "awards", QStringLiteral("Notifications de marché"), QAccessible::Tree);
        row("showAwards", "facet-state", QStringLiteral("Filtre État : sans filtre"),
            QAccessible::ButtonMenu);
        row("showTable", "dateText", QStringLiteral("Arrêté au"), QAccessible::EditableText);
        row("showExports", "partners", QStringLiteral("Partenaires"), QAccessible::Tree);
        row("showJournal", "journal", QStringLiteral("Journal des décisions"), QAccessible::Tree);
        row("showJournal", "search", QStringLiteral("Rechercher une décision"),
            QAccessible::EditableText);
    }
    void controlSaysItsNameAndRole()
    {
        QFETCH(QString, page);
        QFETCH(QString, widget);
        m_fixture->action(page)->trigger();
        const QList<QWidget *> all = m_fixture->window().findChildren<QWidget *>(widget);
        const auto shown = [&all] { return std::ranges::find_if(all, &QWidget::isVisible); };
        QTRY_VERIFY(shown() != all.end());
        const auto *heard = QAccessible::queryAccessibleInterface(*shown());
        QTEST(heard->role(), "role");
        QFETCH(QString, name);
        const QString said = heard->text(QAccessible::Name);
        QVERIFY2(said.startsWith(name), qPrintable(said));
    }

    void pageThatIsShownIsTheOneChecked()
    {
        m_fixture->action(QStringLiteral("showAwards"))->trigger();
        auto *bar = m_fixture->window().findChild<QWidget *>(QStringLiteral("pageBar"));
        const auto *heard = QAccessible::queryAccessibleInterface(bar);
        QStringList names;
        QStringList chosen;
        for (int i = 0; i < heard->childCount(); ++i) {
            const QAccessibleInterface *button = heard->child(i);
            if (button->state().invisible)
                continue;
            QVERIFY(button->state().checkable);
            names << button->text(QAccessible::Name);
            if (button->state().checked)
                chosen << names.last();
        }
        QCOMPARE(names, QStringList({QStringLiteral("Accueil"), QStringLiteral("Contrôle"),
                                     QStringLiteral("Notifications"), QStringLiteral("Tableau"),
                                     QStringLiteral("Exports"), QStringLiteral("Journal")}));
        QCOMPARE(chosen, QStringList(QStringLiteral("Notifications")));
    }

private:
    static void addLists()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("list");
        QTest::addColumn<QList<int>>("told");
        QTest::newRow("sessions") << QStringLiteral("showControl") << QStringLiteral("sessions")
                                  << QList<int>{
                                         SessionTableModel::Verdict, SessionTableModel::Action,
                                         SessionTableModel::Session, SessionTableModel::Dates};
        QTest::newRow("notifications")
            << QStringLiteral("showAwards") << QStringLiteral("awards")
            << QList<int>{AwardTableModel::Market, AwardTableModel::Title};
        QTest::newRow("journal") << QStringLiteral("showJournal") << QStringLiteral("journal")
                                 << QList<int>{JournalModel::When, JournalModel::Operator,
                                               JournalModel::Subject};
    }

    //! The list of the row of data, on its page and with rows.
    RecordView &shownList()
    {
        QFETCH(QString, page);
        QFETCH(QString, list);
        m_fixture->action(page)->trigger();
        auto *view = m_fixture->window().findChild<RecordView *>(list);
        if (!QTest::qWaitFor([view] { return view->model()->rowCount() > rowsRead; }, 30'000))
            qFatal("The list stays empty.");
        return *view;
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(AccessibilityTest)
#include "tst_accessibility.moc"
