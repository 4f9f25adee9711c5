// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparisonmodel.h"
#include "models/findingmodel.h"
#include "models/historymodel.h"
#include "models/notemodel.h"
#include "models/rejectionmodel.h"
#include "models/textdiff.h"
#include "models/workspacefixture.h"
#include "rules/rule.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace recoupe;

namespace {

constexpr auto failing = QAbstractItemModelTester::FailureReportingMode::QtTest;

QList<FieldComparison> sampleFields()
{
    FieldComparison same{QStringLiteral("Dispositif"),
                         QStringLiteral("AFC"),
                         QStringLiteral("AFC"),
                         {},
                         Evidence::Agree,
                         Evidence::NotComparable};
    FieldComparison other{QStringLiteral("Début"),
                          QStringLiteral("05/04/2027"),
                          QStringLiteral("01/04/2027"),
                          QStringLiteral("19/04/2027"),
                          Evidence::Agree,
                          Evidence::Differ};
    return {same, other};
}

CardLine firstLine(const FindingModel &model)
{
    return model.index(0).data(CardLinesRole).value<CardLines>().value(0);
}

} // namespace

class DetailModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void notesAreCardsNewestFirst()
    {
        NoteModel model;
        QAbstractItemModelTester tester(&model, failing);
        const auto note = [](const QString &who, const QString &text) {
            return Note{.key = {},
                        .at = QDateTime(QDate(2026, 11, 23), QTime(14, 5)),
                        .operatorName = who,
                        .text = text};
        };
        model.setNotes({note(QStringLiteral("Odile"), QStringLiteral("Rappelle lundi.")),
                        note(QStringLiteral("Marc"), QStringLiteral("A rappelé."))});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("A rappelé."));
        const auto lines = model.index(0).data(CardLinesRole).value<CardLines>();
        QCOMPARE(lines.first().strong, QStringLiteral("Marc"));
        QCOMPARE(lines.first().text, QStringLiteral("23/11/2026 14:05"));
        QCOMPARE(model.index(1).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("Le 23/11/2026 14:05, Odile : Rappelle lundi."));
    }

    void comparisonMarksOnlyTheSideThatDiffers()
    {
        ComparisonModel model;
        QAbstractItemModelTester tester(&model, failing);
        model.setFields(sampleFields());
        const auto parts = [&model](int column) {
            return model.index(1, column).data(ComparisonModel::DiffRole).value<DiffParts>();
        };
        QCOMPARE(model.differenceCount(), 1);
        QVERIFY(parts(ComparisonModel::Award).isEmpty());
        QCOMPARE(parts(ComparisonModel::Submitted).first(), (DiffPart{QStringLiteral("05"), true}));
        QCOMPARE(parts(ComparisonModel::Sesar).first(), (DiffPart{QStringLiteral("19"), true}));
    }

    void comparisonCanShowDifferencesOnly()
    {
        ComparisonModel model;
        QAbstractItemModelTester tester(&model, failing);
        model.setDifferencesOnly(true);
        model.setFields(sampleFields());
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("Début"));
        model.setDifferencesOnly(false);
        QCOMPARE(model.rowCount(), 2);
    }

    void findingsComeWorstFirstThenGaps()
    {
        auto workspace =
            workspaceOf({{.numero = QStringLiteral("S1"),
                          .control = Control::Discrepancy,
                          .findings = {findingOf(Severity::Info, QStringLiteral("i")),
                                       findingOf(Severity::Blocking, QStringLiteral("b")),
                                       findingOf(Severity::Warning, QStringLiteral("w"))}}});
        workspace->sessions.first().gaps << QStringLiteral("g");
        FindingModel model;
        QAbstractItemModelTester tester(&model, failing);
        model.setSession(workspace->sessions.first());
        QStringList sentences;
        for (int row = 0; row < model.rowCount(); ++row)
            sentences << model.index(row).data().toString();
        QCOMPARE(sentences, (QStringList{QStringLiteral("b"), QStringLiteral("w"),
                                         QStringLiteral("i"), QStringLiteral("g")}));
        QCOMPARE(firstLine(model).strong, QStringLiteral("Bloquant"));
    }

    void findingNamesItsRuleAndWhatItRestsOn()
    {
        Finding finding = findingOf(Severity::Warning, QStringLiteral("Trop loin."));
        finding.rule = QStringLiteral("title-mismatch");
        const auto workspace = workspaceOf({{.numero = QStringLiteral("S1"),
                                             .control = Control::Discrepancy,
                                             .findings = {finding}}});
        FindingModel model;
        model.setSession(workspace->sessions.first());
        const auto lines = model.index(0).data(CardLinesRole).value<CardLines>();
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines.at(0).strong, QStringLiteral("À vérifier"));
        QCOMPARE(lines.at(0).text, ruleTitle(finding.rule));
        QCOMPARE(lines.at(1).text, finding.message);
        QVERIFY(lines.at(2).text.contains(ruleSource(finding.rule)));
        const QString said = model.index(0).data(Qt::AccessibleTextRole).toString();
        for (const CardLine &line : lines)
            QVERIFY(said.contains(line.text));
    }

    void conformingSessionHasAReasonToo()
    {
        const auto workspace = workspaceOf({{.numero = QStringLiteral("S1")}});
        FindingModel model;
        QAbstractItemModelTester tester(&model, failing);
        model.setSession(workspace->sessions.first());
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(firstLine(model).strong, QStringLiteral("Conforme"));
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void historyIsNewestFirstAndInWords()
    {
        Decision activation;
        activation.before = QStringLiteral("inactive");
        activation.after = QStringLiteral("active");
        activation.operatorName = QStringLiteral("Odile");
        Decision suspension;
        suspension.kind = DecisionKind::Recruitment;
        suspension.before = QStringLiteral("open");
        suspension.after = QStringLiteral("suspended");
        HistoryModel model;
        QAbstractItemModelTester tester(&model, failing);
        Letter letter;
        letter.operatorName = QStringLiteral("Odile");
        letter.writtenAt = QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);
        letter.reason = WrittenReason{ReturnReason::Dates, {}};
        model.setEvents({activation}, {letter}, {});
        QCOMPARE(model.rowCount(), 2);
        const QString sentence =
            model.index(0, HistoryModel::When).data(Qt::AccessibleTextRole).toString();
        for (const char *part : {"23/11/2026", "Odile", "Correction demandée", "Dates erronées"})
            QVERIFY2(sentence.contains(QString::fromUtf8(part)), qPrintable(sentence));
        SessionDelivery delivery;
        delivery.partner = Partner::Aude;
        delivery.sentAt = letter.writtenAt.addSecs(60);
        model.setEvents({activation}, {letter}, {delivery});
        QVERIFY2(model.index(0, HistoryModel::When)
                     .data(Qt::AccessibleTextRole)
                     .toString()
                     .endsWith(QStringLiteral(" : Envoyée à AUDE / GSP.")),
                 qPrintable(model.index(0, 0).data(Qt::AccessibleTextRole).toString()));
        model.setEvents({activation, suspension}, {}, {});
        QVERIFY(model.index(0, HistoryModel::What)
                    .data()
                    .toString()
                    .contains(QStringLiteral("ouvert → suspendu")));
        QVERIFY(model.index(1, HistoryModel::What)
                    .data()
                    .toString()
                    .contains(QStringLiteral("inactive → active")));
    }

    void rejectionsAreSaidInOneSentence()
    {
        RejectionModel model;
        QAbstractItemModelTester tester(&model, failing);
        model.setRejections({{QStringLiteral("a.csv"),
                              12,
                              {},
                              QStringLiteral("date_debut"),
                              QStringLiteral("32/13/2026"),
                              QStringLiteral("une date")}});
        QCOMPARE(model.index(0, RejectionModel::Line).data().toString(), QStringLiteral("12"));
        const QString sentence = model.index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY(sentence.contains(QStringLiteral("32/13/2026")));
        QVERIFY(sentence.contains(QStringLiteral("une date")));
    }
};

QTEST_GUILESS_MAIN(DetailModelsTest)
#include "tst_detailmodels.moc"
