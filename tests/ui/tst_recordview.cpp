// SPDX-License-Identifier: GPL-3.0-or-later
// Selection and current row over the resets of the model.
#include "models/samplemodel.h"
#include "ui/widgets/recordview.h"

#include <QTest>

using namespace recoupe;

class RecordViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_view = std::make_unique<RecordView>();
        m_model = new SampleModel;
        m_model->setParent(m_view.get());
        // The second column comes first.
        m_view->setRecords(m_model, 0,
                           {{1, 100, RecordView::Room::Spare}, {0, 80, RecordView::Room::Spare}});
        m_view->show();
    }
    void cleanup() { m_view.reset(); }

    void selectedRowsAreFoundAgain()
    {
        m_model->setRows(10);
        select({1, 2, 3, 7, 9}, 3);
        m_model->setFilter({QStringLiteral("macon"), {}}); // 1 3 5 7 9
        QCOMPARE(m_view->selectedRows(), (QList<int>{0, 1, 3, 4}));
        QCOMPARE(m_view->selectedCount(), 4);
        QCOMPARE(m_view->currentIndex().row(), 1);
        m_model->sort(0, Qt::DescendingOrder);
        QCOMPARE(m_view->selectedRows(), (QList<int>{0, 1, 3, 4}));
        QCOMPARE(m_view->currentIndex().row(), 3);
        m_model->setRows(12);
        QCOMPARE(idsOfSelection(), (QStringList{QStringLiteral("S9"), QStringLiteral("S7"),
                                                QStringLiteral("S3"), QStringLiteral("S1")}));
    }

    void rowThatIsGoneGivesWayToTheOneInItsPlace()
    {
        m_model->setRows(10);
        select({4}, 4);
        m_model->setFilter({QStringLiteral("macon"), {}});
        QCOMPARE(m_view->selectedRows(), QList<int>{4});
        QCOMPARE(m_view->currentIndex().data().toString(), QStringLiteral("S9"));
    }

    void everySelectedRowCountsOnce()
    {
        m_model->setRows(10);
        m_view->setColumnHidden(1, true);
        m_view->selectAll();
        QCOMPARE(m_view->selectedCount(), 10);
        QCOMPARE(m_view->selectedRows().size(), 10);
        m_view->selectionModel()->select(m_model->index(4, 0),
                                         QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
        QCOMPARE(m_view->selectedCount(), 9);
        QVERIFY(!m_view->selectedRows().contains(4));
    }

    void allOfAVastTableAreNotLookedForOneByOne()
    {
        m_model->setRows(RecordView::mostRemembered + 1);
        QTRY_VERIFY(!m_model->isBehind());
        m_view->selectRow(3);
        m_view->selectAll();
        QCOMPARE(m_view->selectedCount(), RecordView::mostRemembered + 1);
        m_model->setFilter({QStringLiteral("macon"), {}});
        QTRY_VERIFY(!m_model->isBehind());
        QCOMPARE(idsOfSelection(), QStringList{QStringLiteral("S3")});
    }

    void columnsShareTheRoomThatIsLeft()
    {
        const auto widths = [this] {
            return QList<int>{m_view->columnWidth(0), m_view->columnWidth(1)};
        };
        m_view->resetLayout();
        m_view->resize(m_view->width() + 280 - m_view->viewport()->width(), 300);
        QCOMPARE(widths(), (QList<int>{130, 150}));
        m_view->setColumnWidth(0, 180); // by the operator, and the view is too narrow for it
        m_view->resize(m_view->width() + 100, 300);
        QCOMPARE(widths(), (QList<int>{205, 175}));
        m_view->resize(m_view->width() - 300, 300);
        QCOMPARE(widths(), (QList<int>{80, 100})); // not below those of a fresh start
    }

    void firstRowIsThatOfTheAnswer()
    {
        m_model->setRows(3000);
        QTRY_VERIFY(!m_model->isBehind());
        m_view->selectRow(501);
        m_model->setFilter({QStringLiteral("macon"), {}});
        m_view->goToFirst();
        QTRY_VERIFY(!m_model->isBehind());
        QCOMPARE(idsOfSelection(), QStringList{QStringLiteral("S1")});
        m_view->selectRow(7);
        m_model->setFilter({});
        QTRY_VERIFY(!m_model->isBehind());
        QCOMPARE(idsOfSelection(), QStringList{QStringLiteral("S15")});
        m_view->goToFirst();
        QCOMPARE(idsOfSelection(), QStringList{QStringLiteral("S0")});
    }

private:
    void select(const QList<int> &rows, int current)
    {
        m_view->selectRow(current);
        for (const int row : rows) {
            m_view->selectionModel()->select(m_model->index(row, 0), QItemSelectionModel::Select |
                                                                         QItemSelectionModel::Rows);
        }
    }
    [[nodiscard]] QStringList idsOfSelection() const
    {
        QStringList ids;
        for (const int row : m_view->selectedRows())
            ids << m_model->index(row, 0).data(FacetedTableModel::IdRole).toString();
        return ids;
    }

    std::unique_ptr<RecordView> m_view;
    SampleModel *m_model = nullptr;
};

QTEST_MAIN(RecordViewTest)
#include "tst_recordview.moc"
