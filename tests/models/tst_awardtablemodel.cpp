// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/awardtablemodel.h"
#include "models/workspacefixture.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace recoupe;

namespace {

void addAward(Workspace &workspace, const QString &market, QDate deadline, bool hasSession)
{
    AwardNotification award;
    award.funder = Funder::Region;
    award.market = MarketNumber(market);
    award.title = QStringLiteral("Métiers du bâtiment");
    award.notifiedOn = deadline.addDays(-10);
    workspace.awards << award;
    CheckedAward checked;
    checked.deadline = deadline;
    if (hasSession)
        checked.sessions << 0;
    workspace.checkedAwards << checked;
}

} // namespace

class AwardTableModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statesFollowFromSessionsAndDeadline_data()
    {
        QTest::addColumn<int>("daysLeft");
        QTest::addColumn<bool>("hasSession");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("deadline");
        QTest::newRow("in time") << 3 << false << QStringLiteral("Sans session")
                                 << QStringLiteral("26/11/2026 (J-3)");
        QTest::newRow("last day") << 0 << false << QStringLiteral("Sans session")
                                  << QStringLiteral("23/11/2026 (J)");
        QTest::newRow("late") << -1 << false << QStringLiteral("En retard de saisie")
                              << QStringLiteral("22/11/2026 (J+1)");
        QTest::newRow("entered: the countdown stops")
            << -1 << true << QStringLiteral("Rapprochée") << QStringLiteral("22/11/2026");
    }
    void statesFollowFromSessionsAndDeadline()
    {
        QFETCH(int, daysLeft);
        QFETCH(bool, hasSession);
        auto workspace = workspaceOf({{.numero = QStringLiteral("S1")}});
        addAward(*workspace, QStringLiteral("M1451401"), workspace->today.addDays(daysLeft),
                 hasSession);
        AwardTableModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setWorkspace(workspace);
        QTEST(model.index(0, AwardTableModel::State).data().toString(), "state");
        QTEST(model.index(0, AwardTableModel::Deadline).data().toString(), "deadline");
    }

    void filtersByStateAndSortsByDeadline()
    {
        auto workspace = workspaceOf({{.numero = QStringLiteral("S1")}});
        const QDate today = workspace->today;
        addAward(*workspace, QStringLiteral("M0000001"), today.addDays(20), false);
        addAward(*workspace, QStringLiteral("M0000002"), today.addDays(3), false);
        addAward(*workspace, QStringLiteral("M0000003"), today.addDays(1), true);
        AwardTableModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setWorkspace(workspace);
        model.setFilter({QStringLiteral("batiment"),
                         {{QStringLiteral("state"), {QStringLiteral("without-session")}}}});
        model.sort(AwardTableModel::Deadline, Qt::AscendingOrder);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.award(0).market.text(), QStringLiteral("M0000002"));
        QCOMPARE(model.award(1).market.text(), QStringLiteral("M0000001"));
    }
};

QTEST_GUILESS_MAIN(AwardTableModelTest)
#include "tst_awardtablemodel.moc"
