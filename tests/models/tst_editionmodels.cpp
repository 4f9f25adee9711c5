// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/editioncheckmodel.h"
#include "models/editiondifferencemodel.h"
#include "models/editionlistmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace recoupe;

namespace {

constexpr auto failing = QAbstractItemModelTester::FailureReportingMode::QtTest;

const SessionKey key{QStringLiteral("F"), QStringLiteral("A"), QStringLiteral("SE_1")};

EditionRecord record(int number)
{
    EditionRecord edition;
    edition.year = 2026;
    edition.number = number;
    edition.date = QDate(2026, 2, 9);
    edition.issuedAt = QDateTime(QDate(2026, 2, 9), QTime(12, 0), Qt::UTC);
    edition.operatorName = QStringLiteral("Odile");
    return edition;
}

} // namespace

class EditionModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editionsSayWhatBecameOfThem();
    void checksAreCards();
    void noCheckIsSaid();
    void checkLeadsToItsSessions_data();
    void checkLeadsToItsSessions();
    void differencesAreLines();
    void differencesAreCounted_data();
    void differencesAreCounted();
};

void EditionModelsTest::editionsSayWhatBecameOfThem()
{
    EditionListModel model;
    const QAbstractItemModelTester tester(&model, failing);
    EditionRecord overridden = record(2);
    overridden.overrideReason = QStringLiteral("Fin de campagne");
    EditionRecord annulled = record(1);
    annulled.annulment = EditionAnnulment{annulled.issuedAt.addDays(1), QStringLiteral("Luc"),
                                          QStringLiteral("Import incomplet")};
    model.setEditions({record(3), overridden, annulled});
    const auto text = [&](int row, int role) { return model.index(row).data(role).toString(); };
    QCOMPARE(text(0, Qt::DisplayRole), QStringLiteral("N° 2026-03, arrêté au 09/02/2026"));
    QVERIFY(!text(0, Qt::AccessibleTextRole).contains(QStringLiteral("malgré")));
    QVERIFY(text(1, Qt::AccessibleTextRole).contains(QStringLiteral("Fin de campagne")));
    QCOMPARE(text(2, Qt::DisplayRole), QStringLiteral("N° 2026-01, arrêté au 09/02/2026, ANNULÉE"));
    QVERIFY(text(2, Qt::AccessibleTextRole).contains(QStringLiteral("Luc")));
    QVERIFY(text(2, Qt::AccessibleTextRole).contains(QStringLiteral("Import incomplet")));
}

void EditionModelsTest::checksAreCards()
{
    EditionCheckModel model;
    const QAbstractItemModelTester tester(&model, failing);
    model.setChecks({{QStringLiteral("no-rows"),
                      Severity::Blocking,
                      QStringLiteral("Tableau vide"),
                      QStringLiteral("Aucune session."),
                      {}},
                     {QStringLiteral("record-vanished"),
                      Severity::Warning,
                      QStringLiteral("Session disparue"),
                      QStringLiteral("1 session."),
                      {key}}});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("Tableau vide"));
    const auto lines = model.index(0).data(CardLinesRole).value<CardLines>();
    QCOMPARE(lines.first().badge, QStringLiteral("severity/blocking"));
    QCOMPARE(lines.size(), 2);
    QCOMPARE(model.index(1).data(CardLinesRole).value<CardLines>().size(), 3);
    QVERIFY(model.index(1)
                .data(Qt::AccessibleTextRole)
                .toString()
                .contains(QStringLiteral("1 session")));
}

void EditionModelsTest::noCheckIsSaid()
{
    EditionCheckModel model;
    const QAbstractItemModelTester tester(&model, failing);
    model.setChecks({});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("Rien à signaler"));
    QVERIFY(model.filterOf(0).isEmpty());
}

void EditionModelsTest::checkLeadsToItsSessions_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("facet");
    QTest::addColumn<QString>("token");
    const auto row = [](const char *id, const char *facet, const char *token) {
        QTest::newRow(id) << QString::fromLatin1(id) << QString::fromLatin1(facet)
                          << QString::fromLatin1(token);
    };
    row("published-changed", "task", "changed");
    row("published-overridden", "task", "overridden");
    row("recruitment-stale", "rule", "recruitment-stale");
    row("not-activated", "control", "conforming");
    row("published-blocked", "task", "gap");
    row("record-vanished", "rule", "record-vanished");
}

void EditionModelsTest::checkLeadsToItsSessions()
{
    QFETCH(const QString, id);
    QFETCH(const QString, facet);
    QFETCH(const QString, token);
    EditionCheckModel model;
    model.setChecks({{id, Severity::Warning, {}, {}, {key}}});
    QVERIFY(model.filterOf(0).facets.value(facet).contains(token));
    model.setChecks({{id, Severity::Warning, {}, {}, {}}});
    QVERIFY(model.filterOf(0).isEmpty());
}

void EditionModelsTest::differencesAreLines()
{
    EditionDifferenceModel model;
    const QAbstractItemModelTester tester(&model, failing);
    using Kind = EditionDifference::Kind;
    model.setDifferences(
        {{Kind::New, key, QStringLiteral("Soudeur"), QStringLiteral("Thiers\n63300"), {}, {}},
         {Kind::Changed,
          key,
          QStringLiteral("Plaquiste"),
          QStringLiteral("Riom"),
          {{QStringLiteral("dates"), QStringLiteral("en mai"), QStringLiteral("en juin")},
           {QStringLiteral("places"), QStringLiteral("8"), QStringLiteral("12")}},
          {}},
         {Kind::Left,
          key,
          QStringLiteral("Zingueur"),
          {},
          {},
          QStringLiteral("recrutement clos")}});
    const auto text = [&](int row, int column) {
        return model.index(row, column).data().toString();
    };
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(text(0, EditionDifferenceModel::Kind), QStringLiteral("Nouvelle"));
    QCOMPARE(text(0, EditionDifferenceModel::Place), QStringLiteral("Thiers, 63300"));
    QCOMPARE(text(1, EditionDifferenceModel::Field), QStringLiteral("dates"));
    QCOMPARE(text(2, EditionDifferenceModel::Before), QStringLiteral("8"));
    QCOMPARE(text(2, EditionDifferenceModel::After), QStringLiteral("12"));
    QCOMPARE(text(3, EditionDifferenceModel::After), QStringLiteral("recrutement clos"));
    const QString sentence = model.index(2, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY(sentence.contains(QStringLiteral("Plaquiste")));
    QVERIFY(sentence.contains(QStringLiteral("Avant 8")));
}

void EditionModelsTest::differencesAreCounted_data()
{
    using Kind = EditionDifference::Kind;
    QTest::addColumn<QList<EditionDifference>>("differences");
    QTest::addColumn<QString>("words");
    const auto of = [](Kind kind) {
        EditionDifference difference;
        difference.kind = kind;
        return difference;
    };
    QTest::newRow("none") << QList<EditionDifference>() << QStringLiteral("aucune différence");
    QTest::newRow("one of each") << QList<EditionDifference>{of(Kind::New), of(Kind::Changed),
                                                             of(Kind::Left)}
                                 << QStringLiteral("1 nouvelle, 1 modifiée, 1 sortie");
    QTest::newRow("several") << QList<EditionDifference>{of(Kind::Left), of(Kind::Left)}
                             << QStringLiteral("2 sorties");
}

void EditionModelsTest::differencesAreCounted()
{
    QFETCH(const QList<EditionDifference>, differences);
    QFETCH(const QString, words);
    QCOMPARE(inWords(differences), words);
}

QTEST_GUILESS_MAIN(EditionModelsTest)
#include "tst_editionmodels.moc"
