// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/control/comparisonpane.h"

#include "models/words.h"
#include "ui/delegates/differencedelegate.h"
#include "ui/delegates/findingdelegate.h"
#include "ui/uitr.h"

#include <QAction>
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

QLabel *wrappedLabel(const char *role)
{
    auto *label = new QLabel;
    label->setProperty("role", QString::fromLatin1(role));
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

} // namespace

ComparisonPane::ComparisonPane(QAction *differencesOnly, QWidget *parent)
    : QWidget(parent)
    , m_differencesOnly(differencesOnly)
    , m_title(wrappedLabel("title"))
    , m_subtitle(wrappedLabel("hint"))
    , m_fieldsTitle(new QLabel)
    , m_fields(new QTreeView)
    , m_reasons(new QListView)
    , m_decisions(new QTreeView)
    , m_details(new QTabWidget)
    , m_stack(new QStackedWidget)
{
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setObjectName(QStringLiteral("comparisonSplitter"));
    splitter->addWidget(makeFields());
    splitter->addWidget(makeDetails());
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setChildrenCollapsible(false);

    auto *hint = new QLabel(UiTr::tr("Sélectionner une session pour comparer ce qui est saisi avec "
                                     "la notification et SESAR."));
    hint->setWordWrap(true);
    hint->setAlignment(Qt::AlignCenter);
    hint->setProperty("role", QStringLiteral("hint"));
    m_stack->addWidget(hint);
    m_stack->addWidget(splitter);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 0, 0, 0);
    layout->addWidget(m_stack);
    connect(differencesOnly, &QAction::toggled, this, [this](bool only) {
        m_comparison.setDifferencesOnly(only);
        updateFieldsTitle();
    });
}

QWidget *ComparisonPane::makeFields()
{
    m_title->setObjectName(QStringLiteral("sessionTitle"));
    m_fieldsTitle->setProperty("role", QStringLiteral("section"));
    m_fieldsTitle->setObjectName(QStringLiteral("fieldsTitle"));
    auto *only = new QToolButton;
    only->setDefaultAction(m_differencesOnly);
    only->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    only->setFocusPolicy(Qt::TabFocus);
    only->setAccessibleName(UiTr::tr("Écarts seulement"));

    m_fields->setObjectName(QStringLiteral("fields"));
    m_fields->setAccessibleName(UiTr::tr("Comparaison champ par champ"));
    makeFlat(m_fields);
    m_fields->setModel(&m_comparison);
    m_fields->setItemDelegate(new DifferenceDelegate(m_fields));
    m_fields->header()->setSectionsMovable(false);
    m_fields->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Heights follow from where lines break, hence from the widths.
    connect(m_fields->header(), &QHeaderView::sectionResized, m_fields,
            [this] { m_fields->doItemsLayout(); });
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

QWidget *ComparisonPane::makeDetails()
{
    m_reasons->setObjectName(QStringLiteral("reasons"));
    m_reasons->setAccessibleName(UiTr::tr("Pourquoi ce verdict"));
    m_reasons->setModel(&m_findings);
    m_reasons->setItemDelegate(new FindingDelegate(m_reasons));
    m_reasons->setResizeMode(QListView::Adjust);
    m_reasons->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_reasons->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    m_decisions->setObjectName(QStringLiteral("history"));
    m_decisions->setAccessibleName(UiTr::tr("Historique de la session"));
    makeFlat(m_decisions);
    m_decisions->setModel(&m_history);

    m_details->setObjectName(QStringLiteral("details"));
    m_details->setDocumentMode(true);
    m_details->addTab(m_reasons, UiTr::tr("Pourquoi ce verdict"));
    m_details->addTab(m_decisions, UiTr::tr("Historique"));
    m_details->tabBar()->setAccessibleName(UiTr::tr("Détails de la session"));
    return m_details;
}

void ComparisonPane::showSession(const WorkspacePtr &workspace, const CheckedSession &session)
{
    const TrainingAction &action = workspace->actionOf(session).submitted;
    m_title->setText(action.title);
    m_subtitle->setText(UiTr::tr("Session %1 · %2 · Diffusée : %3")
                            .arg(session.key().session, controlName(session.control),
                                 reachName(reachOf(session.audience)).toLower()));
    m_subtitle->setToolTip(audienceInWords(session.audience));
    m_comparison.setFields(compareFields(workspace->caseOf(session)));
    m_findings.setSession(session);
    m_fields->setCurrentIndex(m_comparison.index(0, 0));
    m_reasons->setCurrentIndex(m_findings.index(0, 0));
    m_details->setTabText(
        0, UiTr::tr("Pourquoi ce verdict (%1)").arg(session.findings.size() + session.gaps.size()));
    updateFieldsTitle();
    m_stack->setCurrentIndex(1);
    fitColumns();
}

void ComparisonPane::showHistory(const QList<Decision> &decisions)
{
    m_history.setDecisions(decisions);
    m_details->setTabText(1, UiTr::tr("Historique (%1)").arg(decisions.size()));
    for (int column = 0; column < HistoryModel::ColumnCount; ++column)
        m_decisions->resizeColumnToContents(column);
    m_decisions->setCurrentIndex(m_history.index(0, 0));
}

void ComparisonPane::showNothing()
{
    m_stack->setCurrentIndex(0);
}

void ComparisonPane::updateFieldsTitle()
{
    const int count = m_comparison.differenceCount();
    m_fieldsTitle->setText(count == 0   ? UiTr::tr("Comparaison : aucun écart")
                           : count == 1 ? UiTr::tr("Comparaison : 1 champ en écart")
                                        : UiTr::tr("Comparaison : %1 champs en écart").arg(count));
}

void ComparisonPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitColumns();
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
