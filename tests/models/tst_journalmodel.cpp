// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journalmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace recoupe;

namespace {

Decision decided(qint64 id, const char *batch, const char *session, const char *after)
{
    Decision decision;
    decision.id = id;
    decision.batch = QString::fromLatin1(batch);
    decision.at = QDateTime(QDate(2026, 11, 23), QTime(9, int(id)), Qt::UTC);
    decision.operatorName = QStringLiteral("Odile");
    decision.key = {QStringLiteral("AF_1"), QStringLiteral("AC_1"), QString::fromLatin1(session)};
    decision.kind = DecisionKind::Recruitment;
    decision.before = QStringLiteral("open");
    decision.after = QString::fromLatin1(after);
    return decision;
}

Decision takenBack(const Decision &decision, qint64 id, const char *batch)
{
    Decision inverse = decision;
    inverse.id = id;
    inverse.batch = QString::fromLatin1(batch);
    inverse.undoes = decision.id;
    inverse.redo = decision.isUndo();
    std::swap(inverse.before, inverse.after);
    return inverse;
}

} // namespace

class JournalModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindOfDecisionCanBeFilteredBy()
    {
        for (const char *token :
             {"activation", "recruitment", "set-aside", "association", "refusal", "setting"}) {
            Decision decision = decided(1, "a", "SE_1", "");
            decision.kind = decisionKindFromToken(QString::fromLatin1(token));
            JournalModel model;
            model.setDecisions({decision});
            const Facet &what = model.facets().at(JournalModel::WhatFacet);
            const QList<int> counts = model.facetCounts(JournalModel::WhatFacet);
            const auto value =
                std::ranges::find(what.values, QString::fromLatin1(token), &FacetValue::token);
            QVERIFY2(value != what.values.end(), token);
            QCOMPARE(counts.at(value - what.values.begin()), 1);
        }
    }

    void newestComesFirstWithItsValuesInWords()
    {
        JournalModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        Decision second = decided(2, "b", "SE_2", "closed");
        second.reason = QStringLiteral("complet");
        second.operatorName = QStringLiteral("Amir");
        model.setDecisions({decided(1, "a", "SE_1", "suspended"), second});
        QCOMPARE(model.rowCount(), 2);
        const auto text = [&](int column) { return model.index(0, column).data().toString(); };
        QCOMPARE(text(JournalModel::Operator), QStringLiteral("Amir"));
        QCOMPARE(text(JournalModel::Subject), QStringLiteral("Session SE_2"));
        QCOMPARE(text(JournalModel::What), QStringLiteral("Recrutement"));
        QCOMPARE(text(JournalModel::Before), QStringLiteral("ouvert"));
        QCOMPARE(text(JournalModel::After), QStringLiteral("fermé"));
        QCOMPARE(text(JournalModel::Reason), QStringLiteral("complet"));
        QCOMPARE(text(JournalModel::Batch), QStringLiteral("2"));
        QCOMPARE(text(JournalModel::State), QStringLiteral("En vigueur"));
        QVERIFY(model.index(0, 0)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(QStringLiteral("Amir. Session SE_2")));
    }

    void batchStandsUntilAllOfItIsTakenBack()
    {
        const Decision one = decided(1, "a", "SE_1", "suspended");
        const Decision two = decided(2, "a", "SE_2", "suspended");
        JournalModel model;
        model.setDecisions({one, two, takenBack(two, 3, "u")});
        QCOMPARE(model.batchOf(2).size(), 2);
        QCOMPARE(model.index(1, JournalModel::State).data().toString(), QStringLiteral("Annulée"));
        QVERIFY(model.isUndoable(1)); // the other half stands
        QVERIFY(!model.isUndoable(0));
        model.setDecisions({one, two, takenBack(two, 3, "u"), takenBack(one, 4, "u")});
        QVERIFY(!model.isUndoable(model.rowOfId(QStringLiteral("1"))));
    }

    void whatWasBroughtBackStands()
    {
        const Decision one = decided(1, "a", "SE_1", "suspended");
        const Decision undo = takenBack(one, 2, "u");
        JournalModel model;
        model.setDecisions({one, undo, takenBack(undo, 3, "r")});
        QCOMPARE(model.index(0, JournalModel::State).data().toString(),
                 QStringLiteral("En vigueur"));
        QVERIFY(model.isUndoable(0));
        QVERIFY(!model.isUndoable(1));
    }

    void facetsNameTheOperatorsThereAre()
    {
        Decision other = decided(2, "b", "SE_2", "closed");
        other.operatorName = QStringLiteral("Amir");
        JournalModel model;
        model.setDecisions({decided(1, "a", "SE_1", "suspended"), other});
        const Facet &operators = model.facets().at(JournalModel::OperatorFacet);
        QCOMPARE(operators.values.size(), 2);
        QCOMPARE(operators.values.first().label, QStringLiteral("Amir"));
        model.setFilter({{}, {{operators.name, {QStringLiteral("Amir")}}}});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.decision(0).id, 2);
    }
};

QTEST_GUILESS_MAIN(JournalModelTest)
#include "tst_journalmodel.moc"
