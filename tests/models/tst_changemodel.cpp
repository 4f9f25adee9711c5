// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changemodel.h"
#include "models/workspacefixture.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace recoupe;

namespace {

//! One active session, verified as it stands.
std::shared_ptr<Workspace> verifiedWorkspace()
{
    auto workspace = workspaceOf({{.numero = QStringLiteral("S1"), .active = true}});
    StoredSession &stored = workspace->sessions.first().stored;
    stored.verified = stored.submitted;
    StoredAction &action = workspace->actions.first();
    action.verified = action.submitted;
    action.active = true;
    return workspace;
}

QString textAt(const ChangeModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

QString marked(const ChangeModel &model, int row, int column)
{
    QString text;
    for (const DiffPart &part :
         model.index(row, column).data(ChangeModel::DiffRole).value<DiffParts>())
        text += part.differs ? u'[' + part.text + u']' : part.text;
    return text;
}

} // namespace

class ChangeModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingChangedShowsNothing()
    {
        const auto workspace = verifiedWorkspace();
        ChangeModel model;
        model.setSession(*workspace, workspace->sessions.first());
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(model.sentence().isEmpty());
    }

    void onlyWhatDiffersIsShownMarked()
    {
        const auto workspace = verifiedWorkspace();
        CheckedSession &session = workspace->sessions.first();
        session.stored.submitted.end = PartialDate(QDate(2027, 6, 4));
        session.stored.receivedAt = QDateTime(QDate(2026, 11, 20), QTime(9, 0));
        session.audience.table = true;
        ChangeModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSession(*workspace, session);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(textAt(model, 0, ChangeModel::Field), QStringLiteral("Dates"));
        QCOMPARE(marked(model, 0, ChangeModel::Before),
                 QStringLiteral("du 01/03/2027 au [30]/[05]/2027"));
        QCOMPARE(marked(model, 0, ChangeModel::After),
                 QStringLiteral("du 01/03/2027 au [04]/[06]/2027"));
        QVERIFY(model.sentence().contains(QStringLiteral("20/11/2026")));
        QVERIFY(model.sentence().contains(QStringLiteral("reste diffusé")));
        const QString said = model.index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY(said.contains(QStringLiteral("30/05/2027")));
        QVERIFY(said.contains(QStringLiteral("04/06/2027")));
    }

    void changeOfItsActionCountsToo()
    {
        const auto workspace = verifiedWorkspace();
        workspace->actions.first().submitted.title = QStringLiteral("Soudeur-assembleur");
        ChangeModel model;
        model.setSession(*workspace, workspace->sessions.first());
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(textAt(model, 0, ChangeModel::After), QStringLiteral("Soudeur-assembleur"));
        QVERIFY(model.sentence().contains(QStringLiteral("rien n'est diffusé")));
    }

    void changeOfCaseIsMarkedAsAWhole()
    {
        const auto workspace = verifiedWorkspace();
        workspace->actions.first().submitted.title = QStringLiteral("SOUDEUR");
        ChangeModel model;
        model.setSession(*workspace, workspace->sessions.first());
        QCOMPARE(marked(model, 0, ChangeModel::Before), QStringLiteral("[Soudeur]"));
        QCOMPARE(marked(model, 0, ChangeModel::After), QStringLiteral("[SOUDEUR]"));
    }

    void longValuesAreShownByWhatChangedInThem()
    {
        const auto workspace = verifiedWorkspace();
        StoredAction &action = workspace->actions.first();
        const QString begin = QStringLiteral("Lire un plan. ").repeated(40);
        action.verified->content = begin + QStringLiteral("Souder à l'arc.");
        action.submitted.content = begin + QStringLiteral("Souder au laser.");
        ChangeModel model;
        model.setSession(*workspace, workspace->sessions.first());
        const QModelIndex after = model.index(0, ChangeModel::After);
        QVERIFY(after.data().toString().size() < 120);
        QVERIFY(after.data().toString().contains(QStringLiteral("laser")));
        QCOMPARE(after.data(Qt::ToolTipRole).toString(), action.submitted.content);
    }

    void additionToALongValueShowsWhereItWasMade()
    {
        const auto workspace = verifiedWorkspace();
        StoredAction &action = workspace->actions.first();
        action.verified->content =
            QStringLiteral("Lire un plan. ").repeated(40) + QStringLiteral("Souder à l'arc.");
        action.submitted.content = action.verified->content + QStringLiteral(" Polir.");
        ChangeModel model;
        model.setSession(*workspace, workspace->sessions.first());
        QVERIFY(textAt(model, 0, ChangeModel::Before).contains(QStringLiteral("Souder à l'arc.")));
        QVERIFY(textAt(model, 0, ChangeModel::Before).size() < 120);
        QVERIFY(!textAt(model, 0, ChangeModel::Before).contains(QStringLiteral("Polir")));
        QVERIFY(marked(model, 0, ChangeModel::After).contains(QStringLiteral("[Polir.]")));
    }

    void overwrittenSessionIsKeptAndSaidSo()
    {
        const auto workspace = workspaceOf({{.numero = QStringLiteral("S1")}});
        CheckedSession &session = workspace->sessions.first();
        session.overwritten = session.stored.submitted;
        session.overwritten->fundings.first().marketNumber = QStringLiteral("M2651401");
        ChangeModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSession(*workspace, session);
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(model.sentence().startsWith(
            QStringLiteral("Ancienne session (marché M2651401) conservée")));
        QCOMPARE(model.headerData(ChangeModel::Before, Qt::Horizontal, Qt::DisplayRole).toString(),
                 QStringLiteral("Ancienne session"));
    }
};

QTEST_GUILESS_MAIN(ChangeModelTest)
#include "tst_changemodel.moc"
