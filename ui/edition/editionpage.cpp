// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edition/editionpage.h"

#include "core/counted.h"
#include "models/homecards.h"
#include "models/words.h"
#include "report/editionframe.h"
#include "report/editionview.h"
#include "ui/delegates/carddelegate.h"
#include "ui/edition/editionoptions.h"
#include "ui/edition/editionpreview.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/style/textrole.h"
#include "ui/style/toollook.h"
#include "ui/uitr.h"
#include "ui/widgets/commandbar.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/named.h"
#include "ui/widgets/taborder.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace recoupe {

namespace {

constexpr int sideWidth = 300;

QPushButton *buttonFor(QAction *action)
{
    auto *button = new QPushButton(action->icon(), action->text());
    const auto follow = [button, action] {
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->toolTip());
    };
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    QObject::connect(action, &QAction::changed, button, follow);
    follow();
    return button;
}

QLabel *sectionLabel(const QString &text)
{
    auto *label = new QLabel(text);
    setTextRole(label, TextRole::Heading);
    return label;
}

QString countsOf(const EditionContent &whole, const EditionContent &shown)
{
    qsizetype suspended = 0;
    for (const EditionGroup &group : shown.groups)
        suspended += std::ranges::count_if(group.rows, &EditionRow::suspended);
    QString words = counted(shown.rowCount(), UiTr::tr("%1 session diffusée"),
                            UiTr::tr("%1 sessions diffusées"));
    if (shown.rowCount() < whole.rowCount())
        words = UiTr::tr("%1 sur %2").arg(words).arg(whole.rowCount());
    if (suspended > 0) {
        words = UiTr::tr("%1, dont %2")
                    .arg(words,
                         counted(suspended, UiTr::tr("%1 suspendue"), UiTr::tr("%1 suspendues")));
    }
    return shown.previousDate.isValid() ? words + u'\n' + changesWords(shown) : words;
}

} // namespace

EditionPage::EditionPage(const WindowActions &actions, QDate today, QWidget *parent)
    : Page(parent)
    , m_actions(actions)
    , m_draftDate(today)
    , m_date(named(new DateField(today, UiTr::tr("Arrêté au")), "editionDate"))
    , m_title(named(new QLabel, "editionTitle"))
    , m_period(named(new QLabel, "editionPeriod"))
    , m_counts(named(new QLabel, "editionCounts"))
    , m_options(named(new EditionOptions, "editionOptions"))
    , m_checkTitle(sectionLabel(UiTr::tr("Contrôles avant édition")))
    , m_checkList(named(new QListView, "editionChecks"))
    , m_backToDraft(named(new QPushButton(UiTr::tr("&Revenir au projet")), "backToDraft"))
    , m_list(named(new QListView, "editions"))
    , m_noEdition(new QLabel(UiTr::tr("Aucune édition n'a encore été faite.")))
    , m_pageNumber(named(new QLabel, "pageNumber"))
    , m_preview(named(new EditionPreview, "editionPreview"))
{
    setObjectName(QStringLiteral("editionPage"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 4);
    layout->setSpacing(10);
    layout->addWidget(makeSide());
    layout->addWidget(makePages(), 1);
    connect(m_date, &DateField::dateChanged, this, &EditionPage::draftWanted);
    connect(m_date, &DateField::refused, this, &EditionPage::dateRefused);
    connect(m_options, &EditionOptions::changed, this, &EditionPage::arrangementWanted);
    connect(m_backToDraft, &QPushButton::clicked, this, [this] { Q_EMIT draftWanted(date()); });
    setEditions({}); // only now: what is shown outside of a page is a window
}

void EditionPage::makeChecks()
{
    m_checkList->setAccessibleName(m_checkTitle->text());
    m_checkList->setModel(&m_checkModel);
    m_checkList->setItemDelegate(new CardDelegate(m_checkList));
    m_checkList->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_checkList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_checkList, &QAbstractItemView::activated, this, &EditionPage::wantSessions);
}

void EditionPage::makeEditions()
{
    setTextRole(m_noEdition, TextRole::Hint);
    m_list->setAccessibleName(UiTr::tr("Éditions passées"));
    m_list->setModel(&m_editions);
    connect(m_list, &QAbstractItemView::activated, this, &EditionPage::wantEdition);
    connect(m_list, &QAbstractItemView::clicked, this, &EditionPage::wantEdition);
}

QWidget *EditionPage::makeSide()
{
    makeChecks();
    makeEditions();
    setTextRole(m_title, TextRole::Title);
    for (QLabel *label : {m_title, m_period, m_counts})
        label->setWordWrap(true);
    auto *dateLabel = new QLabel(UiTr::tr("Arrêté a&u"));
    dateLabel->setBuddy(m_date);
    auto *dateRow = new QHBoxLayout;
    dateRow->addWidget(dateLabel);
    dateRow->addWidget(m_date, 1);

    auto *side = new QWidget;
    side->setFixedWidth(sideWidth);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins({});
    layout->setSpacing(6);
    layout->addWidget(m_title);
    layout->addLayout(dateRow);
    layout->addWidget(m_period);
    layout->addWidget(m_counts);
    layout->addSpacing(4);
    layout->addWidget(sectionLabel(UiTr::tr("Présentation")));
    layout->addWidget(m_options);
    layout->addSpacing(4);
    layout->addWidget(m_checkTitle);
    layout->addWidget(m_checkList, 3);
    layout->addWidget(named(buttonFor(m_actions.issueEdition), "issueButton"));
    layout->addWidget(m_backToDraft);
    layout->addSpacing(4);
    layout->addWidget(sectionLabel(UiTr::tr("Éditions passées")));
    layout->addWidget(m_noEdition);
    layout->addWidget(m_list, 2);
    return side;
}

QWidget *EditionPage::makePages()
{
    m_preview->setAccessibleName(UiTr::tr("Aperçu du tableau"));
    m_actions.mailTable->setIconText(UiTr::tr("Envoi…")); // all four stay in sight at 1280 pixels
    auto *commands = new CommandBar({m_actions.saveTable, m_actions.printTable, m_actions.mailTable,
                                     m_actions.compareEditions});
    auto *zooms = new CommandBar({m_actions.zoomFit, m_actions.zoomActual});
    zooms->setObjectName(QStringLiteral("zoomBar"));
    setToolLook(zooms, ToolLook::Raised); // which shows the zoom that is on
    zooms->setToolButtonStyle(Qt::ToolButtonIconOnly);
    auto *head = new QHBoxLayout;
    head->addWidget(commands, 1);
    head->addWidget(m_pageNumber);
    head->addWidget(zooms);
    auto *pages = new QWidget;
    auto *layout = new QVBoxLayout(pages);
    layout->setContentsMargins({});
    layout->setSpacing(6);
    layout->addLayout(head);
    layout->addWidget(m_preview, 1);

    m_actions.zoomFit->setChecked(true);
    connect(m_actions.zoomFit, &QAction::triggered, m_preview,
            [this] { m_preview->setZoom(EditionPreview::Zoom::FitWidth); });
    connect(m_actions.zoomActual, &QAction::triggered, m_preview,
            [this] { m_preview->setZoom(EditionPreview::Zoom::Actual); });
    connect(m_preview, &EditionPreview::pageChanged, this, &EditionPage::updatePageNumber);
    return pages;
}

QDate EditionPage::date() const
{
    return m_date->isEnabled() ? m_date->date() : m_draftDate;
}

EditionView EditionPage::view() const
{
    return m_options->view();
}

Paper EditionPage::paper() const
{
    return m_options->paper();
}

const EditionContent *EditionPage::content() const
{
    return m_content ? &*m_content : nullptr;
}

const TableLayout &EditionPage::layoutOfPages() const
{
    return m_preview->layoutOfPages();
}

void EditionPage::showEdition(LaidOutEdition edition)
{
    m_content = std::move(edition.content);
    m_checks = std::move(edition.checks);
    m_checkModel.setChecks(m_checks);
    m_options->offer(*m_content);
    showDate();
    selectShown();
    showLayout(std::move(edition.layout));
}

void EditionPage::showLayout(TableLayout layout)
{
    m_preview->setLayoutOfPages(std::move(layout));
    describe();
}

//! A past edition says its own day; the day of the draft waits meanwhile.
void EditionPage::showDate()
{
    const QSignalBlocker silent(m_date);
    const bool isDraft = m_content->isDraft();
    if (m_date->isEnabled() && !isDraft)
        m_draftDate = m_date->date();
    m_date->setEnabled(isDraft);
    m_date->setDate(m_content->date);
}

//! In the list: the edition that is shown; none for a draft.
void EditionPage::selectShown()
{
    QModelIndex shown;
    for (int row = 0; m_content && row < m_editions.rowCount(); ++row) {
        const EditionRecord &edition = m_editions.edition(row);
        if (edition.year == m_content->year && edition.number == m_content->number)
            shown = m_editions.index(row);
    }
    m_list->selectionModel()->setCurrentIndex(shown, QItemSelectionModel::ClearAndSelect);
}

void EditionPage::setEditions(const QList<EditionRecord> &editions)
{
    m_editions.setEditions(editions);
    selectShown();
    m_list->setVisible(!editions.isEmpty());
    m_noEdition->setVisible(editions.isEmpty());
    describe();
}

QWidget *EditionPage::focusTarget() const
{
    return m_preview;
}

void EditionPage::focusNextPane()
{
    const QList<QWidget *> panes{m_date->focusProxy(), m_checkList, m_list, m_preview};
    const auto focused = std::ranges::find_if(panes, &QWidget::hasFocus);
    qsizetype next = focused == panes.end() ? 0 : focused - panes.begin() + 1;
    const auto canTakeIt = [](const QWidget *pane) {
        return pane->isVisible() && pane->isEnabled();
    };
    while (!canTakeIt(panes.at(next % panes.size())))
        ++next;
    panes.at(next % panes.size())->setFocus(Qt::ShortcutFocusReason);
}

void EditionPage::saveState(QSettings &settings) const
{
    m_options->saveState(settings);
}

void EditionPage::restoreState(QSettings &settings)
{
    m_options->restoreState(settings);
}

void EditionPage::wantEdition(const QModelIndex &index)
{
    const EditionRecord &edition = m_editions.edition(index.row());
    Q_EMIT editionWanted(edition.year, edition.number);
}

void EditionPage::wantSessions(const QModelIndex &index)
{
    const TableFilter filter = m_checkModel.filterOf(index.row());
    if (!filter.isEmpty())
        Q_EMIT sessionsWanted(filter);
}

void EditionPage::describe()
{
    const bool isDraft = !m_content || m_content->isDraft();
    m_backToDraft->setVisible(!isDraft);
    m_checkTitle->setVisible(isDraft);
    m_checkList->setVisible(isDraft);
    if (m_content) {
        describeEdition(*m_content);
    } else {
        m_title->setText(UiTr::tr("Projet de tableau"));
        m_counts->clear();
    }
    updatePageNumber();
}

void EditionPage::describeEdition(const EditionContent &content)
{
    if (content.isDraft()) {
        EditionContent next = content;
        next.number = nextEditionNumber(m_editions.editions(), next.year);
        m_title->setText(UiTr::tr("Édition n°\u00A0%1 (projet)").arg(next.label()));
    } else {
        m_title->setText((content.annulled ? UiTr::tr("Édition n°\u00A0%1, ANNULÉE, lecture seule")
                                           : UiTr::tr("Édition n°\u00A0%1, lecture seule"))
                             .arg(content.label()));
    }
    m_period->setText(periodWords(content));
    m_counts->setText(countsOf(content, arranged(content, view())));
}

void EditionPage::updatePageNumber()
{
    m_pageNumber->setText(UiTr::tr("Page %1 sur %2")
                              .arg(m_preview->currentPage() + 1)
                              .arg(std::max(qsizetype(1), m_preview->pageCount())));
}

} // namespace recoupe
