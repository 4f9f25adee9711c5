// SPDX-License-Identifier: GPL-3.0-or-later
// What the model does while its answers come from another thread.
#include "models/samplemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace recoupe;

namespace {

constexpr int largeCount = int(FacetedTableModel::mostRowsAtOnce) + 1;

} // namespace

class FacetedTableModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<SampleModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void smallTableIsAnsweredAtOnce()
    {
        m_model->setRows(4);
        QCOMPARE(m_model->rowCount(), 4);
        m_model->setFilter({QStringLiteral("macon"), {}});
        QCOMPARE(m_model->rowCount(), 2);
        QVERIFY(!m_model->isBehind());
    }

    void largeTableIsAnsweredLater()
    {
        m_model->setRows(largeCount);
        QCOMPARE(m_model->rowCount(), 0);
        QVERIFY(m_model->isBehind());
        QTRY_COMPARE(m_model->rowCount(), largeCount);
        m_model->setFilter({QStringLiteral("macon"), {}});
        QCOMPARE(m_model->filter().search, QStringLiteral("macon"));
        QCOMPARE(m_model->rowCount(), largeCount);
        QTRY_COMPARE(m_model->rowCount(), largeCount / 2);
        QVERIFY(!m_model->isBehind());
        QCOMPARE(m_model->index(0, 0).data().toString(), QStringLiteral("S1"));
        QCOMPARE(m_model->totalCount(), largeCount);
    }

    void onlyTheLastOfSeveralRequestsIsShown()
    {
        m_model->setRows(largeCount);
        QTRY_COMPARE(m_model->rowCount(), largeCount);
        QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
        for (const char *search : {"m", "ma", "mac", "macon"})
            m_model->setFilter({QString::fromLatin1(search), {}});
        m_model->sort(0, Qt::DescendingOrder);
        m_model->sort(0, Qt::AscendingOrder);
        QTRY_VERIFY(!m_model->isBehind());
        QCOMPARE(resets.size(), 1);
        QCOMPARE(m_model->rowCount(), largeCount / 2);
        QCOMPARE(m_model->index(0, 0).data().toString(), QStringLiteral("S1"));
    }

    void filterSetDuringALoadHoldsForIt()
    {
        Gate gate;
        m_model->setRowsBehind(gate, largeCount);
        gate.entered.acquire();
        m_model->setFilter({QStringLiteral("macon"), {}});
        gate.opened.release();
        QTRY_COMPARE(m_model->rowCount(), largeCount / 2);
        QVERIFY(!gate.wasStale); // the load itself was still wanted
    }

    void newerLoadTakesThePlaceOfOneUnderWay()
    {
        Gate gate;
        m_model->setRowsBehind(gate, largeCount);
        gate.entered.acquire();
        m_model->setRows(3);
        QCOMPARE(m_model->rowCount(), 3);
        gate.opened.release();
        QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
        m_model->setRows(largeCount + 5);
        QTRY_COMPARE(m_model->rowCount(), largeCount + 5);
        QCOMPARE(resets.size(), 1);
        QVERIFY(gate.wasStale);
    }

    void modelMayGoWhileALoadIsUnderWay()
    {
        Gate gate;
        m_model->setRowsBehind(gate, largeCount);
        gate.entered.acquire();
        gate.opened.release();
        cleanup();
        QVERIFY(!m_model);
    }

    void modelMayGoWhileAQueryIsUnderWay()
    {
        m_model->setRows(20 * largeCount);
        QTRY_COMPARE(m_model->rowCount(), 20 * largeCount);
        m_model->setFilter({QStringLiteral("s"), {}});
        m_model->setFilter({QStringLiteral("so"), {}});
        cleanup();
        QVERIFY(!m_model);
    }

    void sameFilterAndOrderAskForNothing()
    {
        m_model->setRows(4);
        m_model->sort(1, Qt::AscendingOrder);
        QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
        m_model->sort(1, Qt::AscendingOrder);
        m_model->setFilter({});
        QCOMPARE(resets.size(), 0);
        m_model->sort(-1);
        QCOMPARE(resets.size(), 1);
    }

    void firstColumnSaysTheWholeRow()
    {
        m_model->setRows(2);
        QCOMPARE(m_model->index(1, 0).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("S1."));
        QCOMPARE(m_model->index(1, 1).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("Maçon"));
    }

private:
    std::unique_ptr<SampleModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(FacetedTableModelTest)
#include "tst_facetedtablemodel.moc"
