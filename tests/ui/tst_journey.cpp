// SPDX-License-Identifier: GPL-3.0-or-later
// The operator's day, in the real window on real files.
#include "models/cardline.h"
#include "models/changemodel.h"
#include "ui/edition/editionpage.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/recordview.h"
#include "ui/windowfixture.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QStandardItemModel>
#include <QStatusBar>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <QUrl>

using namespace recoupe;

namespace {

// Sessions of resources/demo, by what was planted in them (expected.json).
const QString conforming = QStringLiteral("SE_0000060143");
const QString outsideSesar = QStringLiteral("SE_0000060221");
const QString wrongNumber = QStringLiteral("SE_0000060206");

QString messageOf(MainWindow &window)
{
    return window.findChild<MessageBar *>(QStringLiteral("messageBar"))->text();
}

CardLines linesOf(const QListView &list, int row)
{
    return list.model()->index(row, 0).data(CardLinesRole).value<CardLines>();
}

} // namespace

class JourneyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<WindowFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void emptyBaseSaysTheNextStep()
    {
        auto *text = m_fixture->inControl<QLabel>(QStringLiteral("emptyText"));
        QVERIFY(text->isVisible());
        QVERIFY(text->text().contains(QStringLiteral("Importer")));
        QVERIFY(!m_fixture->action(QStringLiteral("activate"))->isEnabled());
    }

    void importSumsUpAndShowsTheSessions()
    {
        QAbstractItemModelTester tester(m_fixture->sessions()->model(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_fixture->importDemo();
        QCOMPARE(m_fixture->model()->rowCount(), 146);
        QCOMPARE(m_fixture->window().focusWidget(), m_fixture->sessions());
        QVERIFY(messageOf(m_fixture->window()).contains(QStringLiteral("146 nouvelles")));
        QCOMPARE(m_fixture->inControl<QLabel>(QStringLiteral("controlCount"))->text(),
                 QStringLiteral("146 sessions affichées sur 146 — 1 sélectionnée"));
    }

    void filesCanBeDropped()
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(WindowFixture::demoFile(QStringLiteral("portail.xml")))});
        QDragEnterEvent enter(QPoint(400, 400), Qt::CopyAction, &data, Qt::LeftButton,
                              Qt::NoModifier);
        QCoreApplication::sendEvent(&m_fixture->window(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(400, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&m_fixture->window(), &drop);
        m_fixture->importShown();
        QCOMPARE(m_fixture->model()->rowCount(), 146);
    }

    void sessionIsSetAsideAndTakenUp()
    {
        m_fixture->importDemo();
        m_fixture->select(outsideSesar);
        m_fixture->dialogs().returnReason = ReturnReason::Dates;
        m_fixture->runAndLoad([&] { m_fixture->action(QStringLiteral("setAside"))->trigger(); });
        QCOMPARE(m_fixture->session(outsideSesar).control, Control::SetAside);
        m_fixture->select(outsideSesar);
        QVERIFY(!m_fixture->action(QStringLiteral("overrideGap"))->isEnabled());
        m_fixture->runAndLoad([&] { m_fixture->action(QStringLiteral("takeUp"))->trigger(); });
        QCOMPARE(m_fixture->session(outsideSesar).control, Control::Discrepancy);
    }

    void noteIsWrittenByKeyboardAndRemoved()
    {
        m_fixture->importDemo();
        m_fixture->select(outsideSesar);
        m_fixture->action(QStringLiteral("addNote"))->trigger();
        auto *field = m_fixture->inControl<QLineEdit>(QStringLiteral("noteField"));
        QCOMPARE(m_fixture->window().focusWidget(), field);
        QTest::keyClicks(field, QStringLiteral("Rappelle lundi"));
        m_fixture->runAndLoad([&] { QTest::keyClick(field, Qt::Key_Return); });
        QCOMPARE(m_fixture->session(outsideSesar).notes.size(), 1);
        auto *notes = m_fixture->inControl<QListView>(QStringLiteral("notes"));
        QTRY_COMPARE(notes->model()->rowCount(), 1);
        m_fixture->runAndLoad(
            [&] { m_fixture->inControl<QToolButton>(QStringLiteral("note-remove"))->click(); });
        QVERIFY(m_fixture->session(outsideSesar).notes.isEmpty());
    }

    void begunNoteWaitsWithItsSession()
    {
        m_fixture->importDemo();
        auto *field = m_fixture->inControl<QLineEdit>(QStringLiteral("noteField"));
        m_fixture->select(outsideSesar);
        m_fixture->action(QStringLiteral("addNote"))->trigger();
        QTest::keyClicks(field, QStringLiteral("Rappelle"));
        m_fixture->select(conforming);
        QTRY_COMPARE(field->text(), QString());
        m_fixture->select(outsideSesar);
        QTRY_COMPARE(field->text(), QStringLiteral("Rappelle"));
        m_fixture->runAndLoad([field] { QTest::keyClick(field, Qt::Key_Return); });
        m_fixture->select(conforming);
        m_fixture->select(outsideSesar);
        QTRY_COMPARE(m_fixture->session(outsideSesar).notes.size(), 1);
        QCOMPARE(field->text(), QString());
    }

    void searchNarrowsAndKeepsTheCurrentSession()
    {
        m_fixture->importDemo();
        m_fixture->select(outsideSesar);
        m_fixture->action(QStringLiteral("searchAction"))->trigger();
        auto *search = m_fixture->inControl<QLineEdit>(QStringLiteral("search"));
        search->insert(QStringLiteral("brioude maçon"));
        QTRY_VERIFY(m_fixture->model()->rowCount() < 20);
        QCOMPARE(m_fixture->sessions()->selectedRows().size(), 1);
        const int row = m_fixture->sessions()->currentIndex().row();
        QCOMPARE(m_fixture->model()->session(row).key().session, outsideSesar);
        m_fixture->action(QStringLiteral("resetFilterAction"))->trigger();
        QTRY_COMPARE(m_fixture->model()->rowCount(), 146);
        QVERIFY(search->text().isEmpty());
    }

    void comparisonShowsWhatDiffersAndWhy()
    {
        m_fixture->importDemo();
        m_fixture->select(outsideSesar);
        auto *fields = m_fixture->inControl<QTreeView>(QStringLiteral("fields"));
        auto *reasons = m_fixture->inControl<QListView>(QStringLiteral("reasons"));
        QTRY_COMPARE(linesOf(*reasons, 0).value(0).strong, QStringLiteral("Bloquant"));
        const CardLines lines = linesOf(*reasons, 0);
        QCOMPARE(lines.size(), 3); // severity and rule, sentence, source
        QVERIFY(!lines.at(0).text.isEmpty());
        QVERIFY(lines.at(2).text.contains(QStringLiteral("Origine")));
        const int all = fields->model()->rowCount();
        m_fixture->action(QStringLiteral("differencesOnly"))->setChecked(true);
        const int differing = fields->model()->rowCount();
        QVERIFY(differing < all);
        QVERIFY(differing > 0);
        m_fixture->restart();
        m_fixture->select(outsideSesar);
        QTRY_COMPARE(m_fixture->inControl<QTreeView>(QStringLiteral("fields"))->model()->rowCount(),
                     differing);
    }

    void validateAndNextIsOneKey()
    {
        m_fixture->importDemo();
        m_fixture->select(conforming);
        m_fixture->runAndLoad([this] {
            m_fixture->sessions()->setFocus();
            QTest::keyClick(m_fixture->sessions(), Qt::Key_F8);
        });
        QVERIFY(m_fixture->session(conforming).stored.active);
        const int row = m_fixture->sessions()->currentIndex().row();
        QVERIFY(m_fixture->model()->session(row).key().session != conforming);
    }

    void blockedSessionNeedsAReason()
    {
        m_fixture->importDemo();
        m_fixture->select(outsideSesar);
        QVERIFY(!m_fixture->action(QStringLiteral("activate"))->isEnabled());
        QVERIFY(!m_fixture->action(QStringLiteral("validateNext"))->isEnabled());
        m_fixture->dialogs().reason = QStringLiteral("Dates confirmées par téléphone");
        m_fixture->runAndLoad(
            [this] { m_fixture->action(QStringLiteral("overrideGap"))->trigger(); });
        QVERIFY(m_fixture->dialogs().asked.first().details.contains(QStringLiteral("SESAR")));
        QVERIFY(m_fixture->session(outsideSesar).stored.active);
        QVERIFY(m_fixture->session(outsideSesar).stored.overridden);
        auto *history = m_fixture->inControl<QTreeView>(QStringLiteral("history"));
        QTRY_VERIFY(history->model()->rowCount() > 0);
    }

    void onlyBlockedOnesOfASelectionAreOverridden()
    {
        m_fixture->importDemo();
        m_fixture->sessions()->selectAll();
        const auto count = [this](const auto &isOne) {
            return std::ranges::count_if(m_fixture->model()->workspace()->sessions, isOne);
        };
        const auto isActive = [](const CheckedSession &session) { return session.stored.active; };
        QCOMPARE(count(isActive), 0);
        m_fixture->dialogs().reason = QStringLiteral("Accord du financeur");
        m_fixture->runAndLoad(
            [this] { m_fixture->action(QStringLiteral("overrideGap"))->trigger(); });
        QVERIFY(count(isActive) > 1);
        QCOMPARE(count(isActive), count([&](const CheckedSession &session) {
                     return isActive(session) && session.isBlocked() && session.stored.overridden;
                 }));
        const Question &question = m_fixture->dialogs().asked.first();
        QVERIFY2(question.text.contains(QString::number(count(isActive))),
                 qPrintable(question.text));
    }

    void undoTakesTheLastDecisionBack()
    {
        m_fixture->importDemo();
        m_fixture->select(conforming);
        m_fixture->runAndLoad([this] { m_fixture->action(QStringLiteral("activate"))->trigger(); });
        QVERIFY(m_fixture->session(conforming).stored.active);
        m_fixture->runAndLoad([this] { m_fixture->action(QStringLiteral("undo"))->trigger(); });
        QVERIFY(!m_fixture->session(conforming).stored.active);
    }

    void recruitmentIsAnAxisOfItsOwn()
    {
        m_fixture->importDemo();
        m_fixture->select(conforming);
        m_fixture->runAndLoad(
            [this] { m_fixture->action(QStringLiteral("recruitmentSuspended"))->trigger(); });
        QCOMPARE(m_fixture->session(conforming).stored.recruitment, RecruitmentState::Suspended);
        QVERIFY(!m_fixture->session(conforming).stored.active);
    }

    void conformingOnesAreValidatedTogetherAfterAQuestion()
    {
        m_fixture->importDemo();
        QAction *action = m_fixture->action(QStringLiteral("validateConforming"));
        QAction *undo = m_fixture->action(QStringLiteral("undo"));
        QAction *redo = m_fixture->action(QStringLiteral("redo"));
        QVERIFY(!undo->isEnabled());
        QVERIFY(action->text().contains(u'('));
        m_fixture->dialogs().confirms = false;
        action->trigger();
        QTRY_COMPARE(m_fixture->dialogs().asked.size(), 1);
        QVERIFY(m_fixture->dialogs().asked.first().details.contains(conforming));
        m_fixture->dialogs().confirms = true;
        m_fixture->runAndLoad([action] { action->trigger(); });
        QVERIFY(m_fixture->session(conforming).stored.active);
        QVERIFY(!m_fixture->session(outsideSesar).stored.active);
        QVERIFY(!action->isEnabled());
        QVERIFY(undo->isEnabled());
        QVERIFY(!redo->isEnabled());
        m_fixture->runAndLoad([undo] { undo->trigger(); });
        QVERIFY(!m_fixture->session(conforming).stored.active);
        QVERIFY(!undo->isEnabled());
        QVERIFY(redo->toolTip().contains(QStringLiteral("sessions")));
        m_fixture->runAndLoad([redo] { redo->trigger(); });
        QVERIFY(m_fixture->session(conforming).stored.active);
        QVERIFY(!redo->isEnabled());
    }

    void candidateIsAssociatedFromTheKeyboardAndTakenBack()
    {
        m_fixture->importDemo();
        m_fixture->select(wrongNumber);
        QAction *associate = m_fixture->action(QStringLiteral("associate"));
        QVERIFY(!associate->isEnabled()); // nothing is accepted unseen
        m_fixture->sessions()->setFocus();
        QTest::keyClick(m_fixture->sessions(), Qt::Key_F4);
        auto *list = m_fixture->inControl<QListView>(QStringLiteral("candidateList"));
        QTRY_VERIFY(list->hasFocus());
        QVERIFY(list->model()->rowCount() > 0);
        const QString award = list->model()->index(0, 0).data().toString();
        QVERIFY(associate->isEnabled());
        m_fixture->runAndLoad([list] { QTest::keyClick(list, Qt::Key_Return); });

        QCOMPARE(m_fixture->session(wrongNumber).match.outcome, AwardMatch::Outcome::Chosen);
        auto *sentence = m_fixture->inControl<QLabel>(QStringLiteral("matchSentence"));
        QTRY_VERIFY(sentence->text().contains(QStringLiteral("par un opérateur")));
        QVERIFY(sentence->text().contains(award));
        auto *subtitle = m_fixture->inControl<QLabel>(QStringLiteral("sessionSubtitle"));
        QVERIFY(subtitle->text().contains(QStringLiteral("rapprochée par un opérateur")));
        QVERIFY(!associate->isEnabled());
        QVERIFY(m_fixture->action(QStringLiteral("dissociate"))->isEnabled());
        QVERIFY(list->hasFocus());

        m_fixture->runAndLoad([this] { m_fixture->action(QStringLiteral("undo"))->trigger(); });
        QCOMPARE(m_fixture->session(wrongNumber).match.outcome, AwardMatch::Outcome::None);
        QTRY_VERIFY(associate->isEnabled());
    }

    void associationCanBeForgotten()
    {
        m_fixture->importDemo();
        m_fixture->select(wrongNumber);
        m_fixture->action(QStringLiteral("candidates"))->trigger();
        m_fixture->runAndLoad(
            [this] { m_fixture->action(QStringLiteral("associate"))->trigger(); });
        m_fixture->runAndLoad(
            [this] { m_fixture->action(QStringLiteral("dissociate"))->trigger(); });
        QCOMPARE(m_fixture->session(wrongNumber).match.outcome, AwardMatch::Outcome::None);
        QVERIFY(!m_fixture->action(QStringLiteral("dissociate"))->isEnabled());
    }

    void refusedCandidateGivesWayToTheNext()
    {
        m_fixture->importDemo();
        m_fixture->select(wrongNumber);
        m_fixture->action(QStringLiteral("candidates"))->trigger();
        auto *list = m_fixture->inControl<QListView>(QStringLiteral("candidateList"));
        const QString award = list->model()->index(0, 0).data().toString();
        m_fixture->runAndLoad(
            [this] { m_fixture->action(QStringLiteral("refuseAward"))->trigger(); });
        auto *refused = m_fixture->inControl<QLabel>(QStringLiteral("refusedAwards"));
        QTRY_VERIFY(refused->text().contains(award));
        QVERIFY(list->model()->index(0, 0).data().toString() != award);
    }

    void wrongMatchIsRefusedThoughTheNumbersAreEqual()
    {
        m_fixture->importDemo();
        m_fixture->select(conforming);
        m_fixture->action(QStringLiteral("candidates"))->trigger();
        QVERIFY(!m_fixture->action(QStringLiteral("associate"))->isEnabled());
        m_fixture->runAndLoad(
            [this] { m_fixture->action(QStringLiteral("refuseAward"))->trigger(); });
        QCOMPARE(m_fixture->session(conforming).match.outcome, AwardMatch::Outcome::None);
        m_fixture->runAndLoad([this] { m_fixture->action(QStringLiteral("undo"))->trigger(); });
        QCOMPARE(m_fixture->session(conforming).match.outcome, AwardMatch::Outcome::Exact);
    }

    void anyNotificationOfTheFunderCanBeChosen()
    {
        m_fixture->importDemo();
        m_fixture->select(wrongNumber);
        const WorkspacePtr &workspace = m_fixture->model()->workspace();
        const Funder funder = m_fixture->session(wrongNumber).session().funder();
        const auto award = std::ranges::find(workspace->awards, funder, &AwardNotification::funder);
        m_fixture->dialogs().award = award->key();
        const AwardKey key = award->key();
        m_fixture->runAndLoad(
            [this] { m_fixture->action(QStringLiteral("associateOther"))->trigger(); });
        QVERIFY(m_fixture->dialogs().asked.first().text.contains(wrongNumber));
        QCOMPARE(m_fixture->session(wrongNumber).stored.choice.accepted, std::optional(key));
    }

    void changedSessionShowsOnlyWhatChanged()
    {
        m_fixture->importDemo();
        m_fixture->select(conforming);
        m_fixture->runAndLoad([this] { m_fixture->action(QStringLiteral("activate"))->trigger(); });
        auto *details = m_fixture->inControl<QTabWidget>(QStringLiteral("details"));
        QVERIFY(!details->isTabVisible(0));
        m_fixture->window().importFiles({feedWith("<fin>20270305</fin>", "<fin>20270312</fin>")});
        m_fixture->importShown();
        QCOMPARE(m_fixture->session(conforming).control, Control::ToReview);
        QTRY_VERIFY(details->isTabVisible(0));
        QTRY_COMPARE(details->currentIndex(), 0);
        auto *changes = m_fixture->inControl<QTreeView>(QStringLiteral("changes"));
        QCOMPARE(changes->model()->rowCount(), 1);
        QVERIFY(changes->model()
                    ->index(0, ChangeModel::After)
                    .data()
                    .toString()
                    .contains(QStringLiteral("12/03/2027")));
        QVERIFY(m_fixture->inControl<QLabel>(QStringLiteral("changeSentence"))
                    ->text()
                    .contains(QStringLiteral("en attendant")));
    }

    void rulesArePickedFromTheirFacet()
    {
        m_fixture->importDemo();
        auto *facet = m_fixture->inControl<QToolButton>(QStringLiteral("facet-rule"));
        QVERIFY(facet->isVisible());
        facet->menu()->popup({});
        auto *box = facet->findChild<QCheckBox *>(QStringLiteral("value-place-missing"));
        QVERIFY(!box->isChecked());
        box->click();
        QCOMPARE(m_fixture->model()->rowCount(), 2);
        QVERIFY(box->text().contains(u'2'));
        box->click();
        QCOMPARE(m_fixture->model()->rowCount(), 146);
        facet->menu()->close();
    }

    void copyTakesTheTitlesAlong()
    {
        m_fixture->importDemo();
        m_fixture->select(conforming);
        m_fixture->action(QStringLiteral("copyWithHeaders"))->trigger();
        const QStringList lines =
            QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines.first().startsWith(QStringLiteral("Verdict\t")));
        QVERIFY(lines.last().contains(conforming));
    }

    void severalAreShownBeforeTheyAreDecidedOn()
    {
        m_fixture->importDemo();
        m_fixture->inControl<QLineEdit>(QStringLiteral("search"))->setText(QStringLiteral("maçon"));
        QTRY_VERIFY(m_fixture->model()->rowCount() > 2 && m_fixture->model()->rowCount() < 20);
        m_fixture->sessions()->selectAll();
        const int selected = m_fixture->sessions()->selectedCount();
        ScriptedDialogs &dialogs = m_fixture->dialogs();
        dialogs.confirms = false;
        m_fixture->action(QStringLiteral("recruitmentSuspended"))->trigger();
        QTRY_COMPARE(dialogs.asked.size(), 1);
        const int changing = int(dialogs.asked.first().details.count(QStringLiteral(" — ")) / 3);
        QVERIFY(changing > 1 && changing <= selected);
        QVERIFY2(dialogs.asked.first().acceptLabel.contains(QString::number(changing)),
                 qPrintable(dialogs.asked.first().acceptLabel));
        const auto suspended = [this] {
            return int(std::ranges::count_if(
                m_fixture->model()->workspace()->sessions, [](const CheckedSession &session) {
                    return session.stored.recruitment == RecruitmentState::Suspended;
                }));
        };
        const int before = suspended();
        dialogs.confirms = true;
        m_fixture->runAndLoad(
            [this] { m_fixture->action(QStringLiteral("recruitmentSuspended"))->trigger(); });
        QCOMPARE(suspended(), before + changing);
        m_fixture->runAndLoad([this] { m_fixture->action(QStringLiteral("undo"))->trigger(); });
        QCOMPARE(suspended(), before);
    }

    void exportedListIsTheOneThatIsShown()
    {
        m_fixture->importDemo();
        auto *search = m_fixture->inControl<QLineEdit>(QStringLiteral("search"));
        search->setText(conforming);
        QTRY_COMPARE(m_fixture->model()->rowCount(), 1);
        m_fixture->sessions()->setColumnHidden(SessionTableModel::Location, true);
        m_fixture->dialogs().target = m_fixture->path(QStringLiteral("liste.csv"));
        m_fixture->action(QStringLiteral("exportList"))->trigger();
        QTRY_VERIFY(QFile::exists(m_fixture->dialogs().target));
        QVERIFY(m_fixture->dialogs().suggestions.last().endsWith(
            QStringLiteral("/Sessions 2026-11-23.xlsx")));
        QFile file(m_fixture->dialogs().target);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList lines =
            QString::fromUtf8(file.readAll()).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        // Nor who works on what, with a base that only one operator has.
        QVERIFY(!lines.first().contains(QStringLiteral("Lieu")));
        QVERIFY(!lines.first().contains(QStringLiteral("Pris en charge")));
        QCOMPARE(lines.first().count(u';'), SessionTableModel::ColumnCount - 3);
        QVERIFY(lines.last().contains(conforming));

        search->setText(QStringLiteral("introuvable"));
        QTRY_COMPARE(m_fixture->model()->rowCount(), 0);
        QVERIFY(!m_fixture->action(QStringLiteral("exportList"))->isEnabled());
    }

    void journalTakesBackABatchInTheMiddle()
    {
        m_fixture->importDemo();
        m_fixture->select(conforming);
        m_fixture->runAndLoad([this] { m_fixture->action(QStringLiteral("activate"))->trigger(); });
        m_fixture->runAndLoad(
            [this] { m_fixture->action(QStringLiteral("recruitmentSuspended"))->trigger(); });
        QAction *undoBatch = m_fixture->action(QStringLiteral("undoBatch"));
        QVERIFY(!undoBatch->isEnabled());
        m_fixture->action(QStringLiteral("showJournal"))->trigger();
        auto *journal = m_fixture->window().findChild<RecordView *>(QStringLiteral("journal"));
        QTRY_COMPARE(journal->model()->rowCount(), 3); // the session, its action, the recruitment
        journal->selectRow(1);
        QVERIFY(undoBatch->isEnabled());
        m_fixture->runAndLoad([undoBatch] { undoBatch->trigger(); });
        QVERIFY(m_fixture->dialogs().asked.last().details.contains(conforming));
        QVERIFY(!m_fixture->session(conforming).stored.active);
        QCOMPARE(m_fixture->session(conforming).stored.recruitment, RecruitmentState::Suspended);
        QTRY_COMPARE(journal->model()->rowCount(), 5);
        QTRY_VERIFY(!undoBatch->isEnabled());
        journal->selectRow(2);
        QVERIFY(undoBatch->isEnabled());
    }

    void awardLeadsToItsSessions()
    {
        m_fixture->importDemo();
        m_fixture->action(QStringLiteral("showAwards"))->trigger();
        auto *awards = m_fixture->window().findChild<RecordView *>(QStringLiteral("awards"));
        QCOMPARE(awards->model()->rowCount(), 88);
        awards->setFocus();
        QTest::keyClick(awards, Qt::Key_Return);
        QVERIFY(m_fixture->action(QStringLiteral("showControl"))->isChecked());
        QVERIFY(m_fixture->model()->rowCount() > 0);
        QVERIFY(m_fixture->model()->rowCount() < 10);
    }

    void tableIsDraftedSavedAndIssued()
    {
        m_fixture->importDemo();
        m_fixture->runAndLoad(
            [this] { m_fixture->action(QStringLiteral("validateConforming"))->trigger(); });
        m_fixture->action(QStringLiteral("showTable"))->trigger();
        QAction *issue = m_fixture->action(QStringLiteral("issueEdition"));
        const auto *page = m_fixture->window().findChild<EditionPage *>();
        QTRY_VERIFY(page->content() && page->content()->rowCount() > 0); // with what was activated
        QVERIFY(issue->isEnabled());
        m_fixture->dialogs().target = m_fixture->path(QStringLiteral("projet.pdf"));
        m_fixture->action(QStringLiteral("saveTable"))->trigger();
        QTRY_VERIFY(QFileInfo(m_fixture->dialogs().target).size() > 1000);

        m_fixture->dialogs().asked.clear();
        m_fixture->dialogs().target = m_fixture->path(QStringLiteral("edition.pdf"));
        issue->trigger();
        auto *editions = m_fixture->window().findChild<QListView *>(QStringLiteral("editions"));
        QTRY_COMPARE(editions->model()->rowCount(), 1);
        QVERIFY(m_fixture->dialogs().asked.first().text.contains(QStringLiteral("2026-01")));
        QVERIFY(QFileInfo(m_fixture->dialogs().target).size() > 1000);
        auto *title = m_fixture->window().findChild<QLabel *>(QStringLiteral("editionTitle"));
        QTRY_VERIFY(title->text().contains(QStringLiteral("lecture seule")));
        QVERIFY(!issue->isEnabled());
    }

    void stateIsFoundAgainAtTheNextStart()
    {
        m_fixture->importDemo();
        auto *filters = m_fixture->window().findChild<FilterBar *>();
        filters->setFilter({{}, {{QStringLiteral("control"), {QStringLiteral("discrepancy")}}}});
        m_fixture->sessions()->setColumnWidth(SessionTableModel::Session, 77);
        m_fixture->sessions()->setColumnHidden(SessionTableModel::Location, true);
        m_fixture->sessions()->sortByColumn(SessionTableModel::Dates, Qt::DescendingOrder);
        m_fixture->select(outsideSesar);
        const int rows = m_fixture->model()->rowCount();
        m_fixture->restart();
        QCOMPARE(m_fixture->model()->rowCount(), rows);
        QCOMPARE(m_fixture->sessions()->columnWidth(SessionTableModel::Session), 77);
        QVERIFY(m_fixture->sessions()->isColumnHidden(SessionTableModel::Location));
        const int row = m_fixture->sessions()->currentIndex().row();
        QCOMPARE(m_fixture->model()->session(row).key().session, outsideSesar);
    }

private:
    //! The demonstration feed with the first \a before replaced.
    [[nodiscard]] QString feedWith(const QByteArray &before, const QByteArray &after)
    {
        QFile source(WindowFixture::demoFile(QStringLiteral("portail.xml")));
        QFile target(m_fixture->path(QStringLiteral("portail.xml")));
        if (!source.open(QIODevice::ReadOnly) || !target.open(QIODevice::WriteOnly))
            qFatal("The feed cannot be copied.");
        QByteArray feed = source.readAll();
        const qsizetype place = feed.indexOf(before);
        target.write(feed.replace(place, before.size(), after));
        return target.fileName();
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(JourneyTest)
#include "tst_journey.moc"
