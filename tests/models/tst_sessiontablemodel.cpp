// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sessiontablemodel.h"
#include "models/workspacefixture.h"
#include "rules/rule.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace recoupe;

namespace {

QStringList shownSessions(const SessionTableModel &model)
{
    QStringList numeros;
    for (int row = 0; row < model.rowCount(); ++row)
        numeros << model.session(row).key().session;
    return numeros;
}

WorkspacePtr sampleWorkspace()
{
    return workspaceOf(
        {{.numero = QStringLiteral("S1"), .title = QStringLiteral("Soudeur à l'arc")},
         {.numero = QStringLiteral("S2"),
          .title = QStringLiteral("Employé d'étage"),
          .city = QStringLiteral("Montluçon"),
          .start = QDate(2026, 12, 15),
          .control = Control::Discrepancy,
          .funder = Funder::Region},
         {.numero = QStringLiteral("S3"),
          .title = QStringLiteral("Œuvrer en équipe"),
          .start = QDate(2027, 1, 9),
          .control = Control::NoAward,
          .active = true,
          .recruitment = RecruitmentState::Suspended},
         {.numero = QStringLiteral("S4"),
          .control = Control::Incomplete,
          .funder = Funder::Other}});
}

Finding of(const char *rule)
{
    Finding finding = findingOf(Severity::Blocking, QStringLiteral("Constat."));
    finding.rule = QString::fromLatin1(rule);
    return finding;
}

WorkspacePtr workspaceWithFindings()
{
    return workspaceOf(
        {{.numero = QStringLiteral("S1"), .findings = {of("award-missing")}},
         {.numero = QStringLiteral("S2"),
          .findings = {of("award-missing"), of("place-missing"), of("place-missing")}},
         {.numero = QStringLiteral("S3")}});
}

QStringList tokensOf(const Facet &facet)
{
    QStringList tokens;
    for (const FacetValue &value : facet.values)
        tokens << value.token;
    return tokens;
}

} // namespace

class SessionTableModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<SessionTableModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_model->setWorkspace(sampleWorkspace());
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void showsTheThreeAxesAsThreeColumns()
    {
        const auto text = [this](int row, int column) {
            return m_model->index(row, column).data().toString();
        };
        QCOMPARE(text(2, SessionTableModel::Verdict), QStringLiteral("Sans notification"));
        QCOMPARE(text(2, SessionTableModel::Activation), QStringLiteral("Active"));
        QCOMPARE(text(2, SessionTableModel::Recruitment), QStringLiteral("Suspendu"));
    }

    void searchIgnoresCaseAndAccents_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<QStringList>("expected");
        const QStringList all{QStringLiteral("S1"), QStringLiteral("S2"), QStringLiteral("S3"),
                              QStringLiteral("S4")};
        QTest::newRow("nothing") << QString() << all;
        QTest::newRow("accent typed, accent stored")
            << QStringLiteral("employé") << QStringList{QStringLiteral("S2")};
        QTest::newRow("no accent typed")
            << QStringLiteral("EMPLOYE") << QStringList{QStringLiteral("S2")};
        QTest::newRow("cedilla") << QStringLiteral("montlucon")
                                 << QStringList{QStringLiteral("S2")};
        QTest::newRow("ligature") << QStringLiteral("oeuvrer") << QStringList{QStringLiteral("S3")};
        QTest::newRow("two words in two columns")
            << QStringLiteral("thiers soudeur")
            << QStringList{QStringLiteral("S1"), QStringLiteral("S4")};
        QTest::newRow("market number")
            << QStringLiteral("p2651401") << QStringList{QStringLiteral("S2")};
        QTest::newRow("scheme, which no column shows")
            << QStringLiteral("afc")
            << QStringList{QStringLiteral("S1"), QStringLiteral("S2"), QStringLiteral("S3")};
        QTest::newRow("date") << QStringLiteral("15/12/2026") << QStringList{QStringLiteral("S2")};
        QTest::newRow("nowhere") << QStringLiteral("plombier") << QStringList();
    }
    void searchIgnoresCaseAndAccents()
    {
        QFETCH(QString, search);
        QFETCH(QStringList, expected);
        m_model->setFilter({search, {}});
        QCOMPARE(shownSessions(*m_model), expected);
        QCOMPARE(m_model->totalCount(), 4);
    }

    void facetKeepsTheChosenValues()
    {
        m_model->setFilter({{},
                            {{QStringLiteral("control"),
                              {QStringLiteral("discrepancy"), QStringLiteral("no-award")}}}});
        QCOMPARE(shownSessions(*m_model),
                 (QStringList{QStringLiteral("S2"), QStringLiteral("S3")}));
    }

    void facetCountsLeaveOutTheFacetItself()
    {
        m_model->setFilter({{},
                            {{QStringLiteral("funder"), {QStringLiteral("region")}},
                             {QStringLiteral("activation"), {QStringLiteral("inactive")}}}});
        // By funder, among the inactive ones: Région, Pôle emploi, Agefiph, other.
        QCOMPARE(m_model->facetCounts(SessionTableModel::FunderFacet), (QList<int>{1, 1, 0, 1}));
        // By activation, among the Région's.
        QCOMPARE(m_model->facetCounts(SessionTableModel::ActivationFacet), (QList<int>{0, 1}));
    }

    void rulesThatOccurCanBePicked()
    {
        m_model->setWorkspace(workspaceWithFindings());
        const Facet &rules = m_model->facets().at(SessionTableModel::RuleFacet);
        QVERIFY(rules.isPicked);
        QCOMPARE(tokensOf(rules),
                 (QStringList{QStringLiteral("award-missing"), QStringLiteral("place-missing")}));
        QCOMPARE(rules.values.first().label, ruleTitle(u"award-missing"));
        QCOMPARE(m_model->facetCounts(SessionTableModel::RuleFacet), (QList<int>{2, 1}));

        m_model->setFilter({{}, {{rules.name, {QStringLiteral("place-missing")}}}});
        QCOMPARE(shownSessions(*m_model), QStringList{QStringLiteral("S2")});
        // What picking another rule too would show does not depend on what is picked.
        QCOMPARE(m_model->facetCounts(SessionTableModel::RuleFacet), (QList<int>{2, 1}));
        m_model->setFilter(
            {{},
             {{rules.name, {QStringLiteral("place-missing"), QStringLiteral("award-missing")}}}});
        QCOMPARE(shownSessions(*m_model),
                 (QStringList{QStringLiteral("S1"), QStringLiteral("S2")}));
    }

    void pickedRuleStaysOnOfferOnceItIsSettled()
    {
        m_model->setFilter({{}, {{QStringLiteral("rule"), {QStringLiteral("place-missing")}}}});
        m_model->setWorkspace(sampleWorkspace());
        QCOMPARE(tokensOf(m_model->facets().at(SessionTableModel::RuleFacet)),
                 QStringList{QStringLiteral("place-missing")});
        QCOMPARE(m_model->rowCount(), 0);
        QCOMPARE(m_model->facetCounts(SessionTableModel::RuleFacet), QList<int>{0});
    }

    void datesSortAsDates()
    {
        m_model->sort(SessionTableModel::Dates, Qt::AscendingOrder);
        QCOMPARE(shownSessions(*m_model),
                 (QStringList{QStringLiteral("S2"), QStringLiteral("S3"), QStringLiteral("S1"),
                              QStringLiteral("S4")}));
        m_model->sort(SessionTableModel::Dates, Qt::DescendingOrder);
        QCOMPARE(shownSessions(*m_model),
                 (QStringList{QStringLiteral("S1"), QStringLiteral("S4"), QStringLiteral("S3"),
                              QStringLiteral("S2")}));
    }

    void textsSortWithoutAccents()
    {
        m_model->sort(SessionTableModel::Action, Qt::AscendingOrder);
        QCOMPARE(shownSessions(*m_model).first(), QStringLiteral("S2")); // Employé before Œuvrer
        QCOMPARE(shownSessions(*m_model).at(1), QStringLiteral("S3"));
    }

    void orderAndFilterSurviveALoad()
    {
        m_model->sort(SessionTableModel::Dates, Qt::AscendingOrder);
        m_model->setFilter({QStringLiteral("thiers"), {}});
        m_model->setWorkspace(sampleWorkspace());
        QCOMPARE(shownSessions(*m_model),
                 (QStringList{QStringLiteral("S3"), QStringLiteral("S1"), QStringLiteral("S4")}));
    }

    void rowsAreFoundByTheirId()
    {
        const QString id = m_model->index(1, 0).data(FacetedTableModel::IdRole).toString();
        QCOMPARE(m_model->rowOfId(id), 1);
        m_model->setFilter({QStringLiteral("thiers"), {}});
        QCOMPARE(m_model->rowOfId(id), -1);
    }

    void nextRowGoesRound()
    {
        const auto isInactive = [](const CheckedSession &session) {
            return !session.stored.active;
        };
        QCOMPARE(m_model->nextRow(1, true, isInactive), 3);
        QCOMPARE(m_model->nextRow(3, true, isInactive), 0);
        QCOMPARE(m_model->nextRow(0, false, isInactive), 3);
        QCOMPARE(m_model->nextRow(0, true, [](const CheckedSession &) { return false; }), -1);
    }

    void firstColumnSaysTheWholeRow()
    {
        const QString sentence = m_model->index(1, 0).data(Qt::AccessibleTextRole).toString();
        for (const char *part : {"Écart", "P2651401", "Employé d'étage", "S2", "Montluçon",
                                 "15/12/2026", "inactive", "ouvert"})
            QVERIFY2(sentence.contains(QString::fromUtf8(part)), part);
    }

private:
    std::unique_ptr<SessionTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(SessionTableModelTest)
#include "tst_sessiontablemodel.moc"
