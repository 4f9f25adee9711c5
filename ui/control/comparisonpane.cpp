// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/control/comparisonpane.h"

#include "models/matchwords.h"
#include "models/words.h"
#include "ui/control/candidatepane.h"
#include "ui/control/notepane.h"
#include "ui/delegates/carddelegate.h"
#include "ui/delegates/differencedelegate.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/style/textrole.h"
#include "ui/uitr.h"

#include <QAction>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QListView>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace recoupe {

namespace {

constexpr int fieldColumnWidth = 124;
constexpr int sesarShare = 27; // per cent of the values: dates and a place, no names

//! The details, in the order of their tabs.
enum Detail
{
    ChangesTab,
    ReasonsTab,
    CandidatesTab,
    NotesTab,
    HistoryTab
};

QLabel *wrappedLabel()
{
    auto *label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

void makeFlat(QTreeView *view)
{
    view->setRootIsDecorated(false);
    view->setItemsExpandable(false);
    view->setAllColumnsShowFocus(true);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setAlternatingRowColors(true);
}

//! A list of values that are wrapped in their columns, what differs in them marked.
void makeDiffering(QTreeView *view)
{
    makeFlat(view);
    view->setItemDelegate(new DifferenceDelegate(view));
    view->header()->setSectionsMovable(false);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    // Heights follow from where lines break, hence from the widths.
    QObject::connect(view->header(), &QHeaderView::sectionResized, view,
                     [view] { view->doItemsLayout(); });
}

//! "Modifications (3)"; the title alone where there are none.
QString withCount(const QString &title, qsizetype count)
{
    return count == 0 ? title : UiTr::tr("%1 (%2)", "tab and count").arg(title).arg(count);
}

} // namespace

ComparisonPane::ComparisonPane(const WindowActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_title(wrappedLabel())
    , m_subtitle(wrappedLabel())
    , m_fieldsTitle(new QLabel)
    , m_fields(new QTreeView)
    , m_changeSentence(wrappedLabel())
    , m_changeView(new QTreeView)
    , m_reasons(new QListView)
    , m_candidates(new CandidatePane(actions))
    , m_notes(new NotePane)
    , m_decisions(new QTreeView)
    , m_details(new QTabWidget)
    , m_stack(new QStackedWidget)
{
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setObjectName(QStringLiteral("comparisonSplitter"));
    splitter->addWidget(makeFields());
    splitter->addWidget(makeDetails());
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);

    auto *hint = new QLabel(UiTr::tr("Sélectionner une session pour comparer ce qui est saisi avec "
                                     "la notification et SESAR."));
    hint->setWordWrap(true);
    hint->setAlignment(Qt::AlignCenter);
    setTextRole(hint, TextRole::Hint);
    m_stack->addWidget(hint);
    m_stack->addWidget(splitter);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 0, 0, 0);
    layout->addWidget(m_stack);
    m_fields->viewport()->installEventFilter(this);
    m_comparison.setDifferencesOnly(actions.differencesOnly->isChecked());
    connect(actions.differencesOnly, &QAction::toggled, this, [this](bool only) {
        m_comparison.setDifferencesOnly(only);
        updateFieldsTitle();
    });
    connect(m_candidates, &CandidatePane::pointedAwardChanged, this,
            &ComparisonPane::pointedAwardChanged);
    connect(m_notes, &NotePane::written, this, &ComparisonPane::noteWritten);
    connect(m_notes, &NotePane::begun, this, &ComparisonPane::noteBegun);
    connect(m_notes, &NotePane::removalWanted, this, &ComparisonPane::noteRemovalWanted);
    connect(m_details, &QTabWidget::currentChanged, this, &ComparisonPane::pointedAwardChanged);
}

QWidget *ComparisonPane::makeFields()
{
    setTextRole(m_title, TextRole::Title);
    setTextRole(m_subtitle, TextRole::Hint);
    m_title->setObjectName(QStringLiteral("sessionTitle"));
    m_subtitle->setObjectName(QStringLiteral("sessionSubtitle"));
    setTextRole(m_fieldsTitle, TextRole::Heading);
    m_fieldsTitle->setObjectName(QStringLiteral("fieldsTitle"));
    auto *only = new QToolButton;
    only->setDefaultAction(m_actions.differencesOnly);
    only->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    only->setFocusPolicy(Qt::TabFocus);
    only->setAccessibleName(UiTr::tr("Écarts seulement"));

    m_fields->setObjectName(QStringLiteral("fields"));
    m_fields->setAccessibleName(UiTr::tr("Comparaison champ par champ"));
    makeDiffering(m_fields);
    m_fields->setModel(&m_comparison);
    m_fieldsTitle->setBuddy(m_fields);

    auto *head = new QHBoxLayout;
    head->addWidget(m_fieldsTitle, 1);
    head->addWidget(only);
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    layout->addWidget(m_title);
    layout->addWidget(m_subtitle);
    layout->addLayout(head);
    layout->addWidget(m_fields, 1);
    return part;
}

QWidget *ComparisonPane::makeChanges()
{
    m_changeSentence->setObjectName(QStringLiteral("changeSentence"));
    m_changeView->setObjectName(QStringLiteral("changes"));
    m_changeView->setAccessibleName(UiTr::tr("Modifications"));
    makeDiffering(m_changeView);
    m_changeView->setModel(&m_changes);
    m_changeView->setColumnWidth(ChangeModel::Field, fieldColumnWidth);
    for (const int value : {ChangeModel::Before, ChangeModel::After})
        m_changeView->header()->setSectionResizeMode(value, QHeaderView::Stretch);
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_changeSentence);
    layout->addWidget(m_changeView, 1);
    return part;
}

QWidget *ComparisonPane::makeDetails()
{
    m_reasons->setObjectName(QStringLiteral("reasons"));
    m_reasons->setAccessibleName(UiTr::tr("Pourquoi ce verdict"));
    m_reasons->setModel(&m_findings);
    m_reasons->setItemDelegate(new CardDelegate(m_reasons));
    m_reasons->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_reasons->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    m_decisions->setObjectName(QStringLiteral("history"));
    m_decisions->setAccessibleName(UiTr::tr("Historique de la session"));
    makeFlat(m_decisions);
    m_decisions->setModel(&m_history);

    m_details->setObjectName(QStringLiteral("details"));
    m_details->setDocumentMode(true);
    m_details->insertTab(ChangesTab, makeChanges(), UiTr::tr("Modifications"));
    m_details->insertTab(ReasonsTab, m_reasons, UiTr::tr("Pourquoi ce verdict"));
    m_details->insertTab(CandidatesTab, m_candidates, UiTr::tr("Notifications possibles"));
    m_details->insertTab(NotesTab, m_notes, UiTr::tr("Notes"));
    m_details->insertTab(HistoryTab, m_decisions, UiTr::tr("Historique"));
    m_details->setTabVisible(ChangesTab, false);
    for (QWidget *tabs : std::initializer_list<QWidget *>{m_details, m_details->tabBar()})
        tabs->setAccessibleName(UiTr::tr("Détails de la session"));
    return m_details;
}

void ComparisonPane::showSession(const WorkspacePtr &workspace, const CheckedSession &session)
{
    // Of the same session, loaded again, what was looked at stays.
    const auto lookedAt = [isSame = m_shown == session.key()](const QAbstractItemView *view) {
        return isSame ? std::max(0, view->currentIndex().row()) : 0;
    };
    const int field = lookedAt(m_fields);
    const int change = lookedAt(m_changeView);
    const int reason = lookedAt(m_reasons);
    showTitle(*workspace, session);
    m_comparison.setFields(compareFields(workspace->caseOf(session)));
    m_changes.setSession(*workspace, session);
    m_changeSentence->setText(m_changes.sentence());
    m_findings.setSession(session);
    m_candidates->showSession(*workspace, session);
    m_notes->showNotes(session.key(), session.notes);
    m_fields->setCurrentIndex(m_comparison.index(field, 0));
    m_changeView->setCurrentIndex(m_changes.index(change, 0));
    m_reasons->setCurrentIndex(m_findings.index(reason, 0));
    showDetailTabs(session);
    m_shown = session.key();
    updateFieldsTitle();
    m_stack->setCurrentIndex(1);
    fitColumns();
    Q_EMIT pointedAwardChanged();
}

void ComparisonPane::showTitle(const Workspace &workspace, const CheckedSession &session)
{
    m_title->setText(workspace.actionOf(session).submitted.title);
    QStringList lines{UiTr::tr("Session %1 · %2 · Diffusée : %3")
                          .arg(session.key().session, controlName(session.control),
                               reachName(reachOf(session.audience)).toLower())};
    lines << remarksOn(session);
    m_subtitle->setText(lines.join(u'\n'));
    m_subtitle->setToolTip(audienceInWords(session.audience));
}

//! A session that changed is shown by what changed, unless the operator looks at something that is
//! not about the verdict.
void ComparisonPane::showDetailTabs(const CheckedSession &session)
{
    const bool hasChanges = !m_changes.sentence().isEmpty();
    const bool isNews =
        m_shown != session.key() || hasChanges != m_details->isTabVisible(ChangesTab);
    m_details->setTabVisible(ChangesTab, hasChanges);
    const int shown = m_details->currentIndex();
    if (isNews && (shown == ChangesTab || shown == ReasonsTab))
        m_details->setCurrentIndex(hasChanges ? ChangesTab : ReasonsTab);
    const auto title = [this](Detail tab, const QString &text, qsizetype count) {
        m_details->setTabText(tab, withCount(text, count));
    };
    title(ChangesTab, UiTr::tr("Modifications"), m_changes.rowCount());
    title(ReasonsTab, UiTr::tr("Pourquoi ce verdict"),
          session.findings.size() + session.gaps.size());
    title(CandidatesTab, UiTr::tr("Notifications possibles"), m_candidates->candidateCount());
    title(NotesTab, UiTr::tr("Notes"), m_notes->noteCount());
}

void ComparisonPane::holdNotes(const QString &whyNot)
{
    m_notes->hold(whyNot);
}

void ComparisonPane::giveNoteBack(const SessionKey &key, const QString &text)
{
    m_notes->giveBack(key, text);
}

void ComparisonPane::saveState(QSettings &settings) const
{
    m_notes->saveState(settings);
}

void ComparisonPane::restoreState(QSettings &settings)
{
    m_notes->restoreState(settings);
}

void ComparisonPane::showHistory(const SessionEvents &events)
{
    m_history.setEvents(events.decisions, events.letters, events.deliveries);
    m_details->setTabText(HistoryTab, withCount(UiTr::tr("Historique"), m_history.rowCount()));
    for (int column = 0; column < HistoryModel::ColumnCount; ++column)
        m_decisions->resizeColumnToContents(column);
    m_decisions->setCurrentIndex(m_history.index(0, 0));
}

void ComparisonPane::showNothing()
{
    m_shown.reset();
    m_stack->setCurrentIndex(0);
}

void ComparisonPane::focusCandidates()
{
    m_details->setCurrentIndex(CandidatesTab);
    m_candidates->focusTarget()->setFocus(Qt::ShortcutFocusReason);
}

void ComparisonPane::focusNoteField()
{
    m_details->setCurrentIndex(NotesTab);
    m_notes->field()->setFocus(Qt::ShortcutFocusReason);
}

std::optional<AwardKey> ComparisonPane::pointedAward() const
{
    const bool isSeen = isVisible() && m_details->currentIndex() == CandidatesTab;
    return isSeen ? m_candidates->pointedAward() : std::nullopt;
}

QWidget *ComparisonPane::detail() const
{
    switch (m_details->currentIndex()) {
    case ChangesTab: return m_changeView;
    case CandidatesTab: return m_candidates->focusTarget();
    case NotesTab: return m_notes->focusTarget();
    case HistoryTab: return m_decisions;
    default: return m_reasons;
    }
}

void ComparisonPane::updateFieldsTitle()
{
    const int count = m_comparison.differenceCount();
    m_fieldsTitle->setText(!m_comparison.isCompared()
                               ? UiTr::tr("Comparaison : rien à quoi comparer")
                           : count == 0 ? UiTr::tr("Comparaison : aucun écart")
                           : count == 1 ? UiTr::tr("Comparaison : 1 champ en écart")
                                        : UiTr::tr("Comparaison : %1 champs en écart").arg(count));
}

//! The list takes its size after the pane does: its columns wait for it.
bool ComparisonPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fitColumns();
    return QWidget::eventFilter(watched, event);
}

//! The values share what the names of the fields leave.
void ComparisonPane::fitColumns()
{
    const int values = m_fields->viewport()->width() - fieldColumnWidth;
    const int sesar = values * sesarShare / 100;
    m_fields->setColumnWidth(ComparisonModel::Field, fieldColumnWidth);
    m_fields->setColumnWidth(ComparisonModel::Submitted, (values - sesar) / 2);
    m_fields->setColumnWidth(ComparisonModel::Award, (values - sesar) / 2);
    m_fields->setColumnWidth(ComparisonModel::Sesar, sesar);
}

} // namespace recoupe
