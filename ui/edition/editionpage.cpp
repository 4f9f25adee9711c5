// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edition/editionpage.h"

#include "models/words.h"
#include "ui/edition/editionpreview.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/uitr.h"
#include "ui/widgets/named.h"

#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace recoupe {

namespace {

constexpr int sideWidth = 270;

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

QToolButton *toolButtonFor(QAction *action)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action->text().remove(u'&'));
    return button;
}

QLabel *sectionLabel(const QString &text)
{
    auto *label = new QLabel(text);
    label->setProperty("role", QStringLiteral("section"));
    return label;
}

QString countsOf(const EditionContent &content)
{
    qsizetype suspended = 0;
    for (const EditionGroup &group : content.groups)
        suspended += std::ranges::count_if(group.rows, &EditionRow::suspended);
    QStringList lines{content.rowCount() == 1
                          ? UiTr::tr("1 session diffusée")
                          : UiTr::tr("%1 sessions diffusées").arg(content.rowCount()),
                      suspended == 1 ? UiTr::tr("dont 1 au recrutement suspendu")
                                     : UiTr::tr("dont %1 au recrutement suspendu").arg(suspended)};
    for (const EditionGroup &group : content.groups)
        lines << UiTr::tr("%1 : %2").arg(group.title).arg(group.rows.size());
    return lines.join(u'\n');
}

} // namespace

EditionPage::EditionPage(const WindowActions &actions, QDate today, QWidget *parent)
    : Page(parent)
    , m_actions(actions)
    , m_date(new QDateEdit(today))
    , m_title(new QLabel)
    , m_counts(new QLabel)
    , m_backToDraft(new QPushButton(UiTr::tr("&Revenir au projet")))
    , m_list(new QListView)
    , m_noEdition(new QLabel(UiTr::tr("Aucune édition n'a encore été faite.")))
    , m_pageNumber(new QLabel)
    , m_preview(new EditionPreview)
{
    setObjectName(QStringLiteral("editionPage"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 4);
    layout->setSpacing(10);
    layout->addWidget(makeSide());
    layout->addWidget(makePages(), 1);
    connect(m_date, &QDateEdit::dateChanged, this, &EditionPage::draftWanted);
    connect(m_backToDraft, &QPushButton::clicked, this,
            [this] { Q_EMIT draftWanted(m_date->date()); });
    connect(m_list, &QAbstractItemView::activated, this, &EditionPage::wantEdition);
    connect(m_list, &QAbstractItemView::clicked, this, &EditionPage::wantEdition);
    describe();
}

QWidget *EditionPage::makeSide()
{
    m_date->setObjectName(QStringLiteral("editionDate"));
    m_date->setAccessibleName(UiTr::tr("Arrêté au"));
    m_date->findChild<QLineEdit *>()->setAccessibleName(m_date->accessibleName());
    m_date->setDisplayFormat(QStringLiteral("dd/MM/yyyy"));
    m_date->setCalendarPopup(true);
    m_date->setKeyboardTracking(false);
    m_title->setProperty("role", QStringLiteral("title"));
    m_title->setObjectName(QStringLiteral("editionTitle"));
    m_title->setWordWrap(true);
    m_counts->setObjectName(QStringLiteral("editionCounts"));
    m_counts->setWordWrap(true);
    m_noEdition->setProperty("role", QStringLiteral("hint"));
    m_list->setObjectName(QStringLiteral("editions"));
    m_list->setAccessibleName(UiTr::tr("Éditions passées"));
    m_list->setModel(&m_editions);
    auto *dateLabel = new QLabel(UiTr::tr("Arrêté a&u"));
    dateLabel->setBuddy(m_date);
    auto *dateRow = new QHBoxLayout;
    dateRow->addWidget(dateLabel);
    dateRow->addWidget(m_date, 1);

    auto *side = new QWidget;
    side->setFixedWidth(sideWidth);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins({});
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addLayout(dateRow);
    layout->addWidget(m_counts);
    layout->addSpacing(4);
    layout->addWidget(buttonFor(m_actions.saveDraft));
    layout->addWidget(named(buttonFor(m_actions.issueEdition), "issueButton"));
    layout->addWidget(m_backToDraft);
    layout->addSpacing(8);
    layout->addWidget(sectionLabel(UiTr::tr("Éditions passées")));
    layout->addWidget(m_noEdition);
    layout->addWidget(m_list, 1);
    layout->addStretch();
    setEditions({});
    return side;
}

QWidget *EditionPage::makePages()
{
    m_preview->setObjectName(QStringLiteral("editionPreview"));
    m_preview->setAccessibleName(UiTr::tr("Aperçu du tableau"));
    m_pageNumber->setObjectName(QStringLiteral("pageNumber"));
    auto *head = new QHBoxLayout;
    head->addWidget(m_pageNumber, 1);
    head->addWidget(toolButtonFor(m_actions.zoomFit));
    head->addWidget(toolButtonFor(m_actions.zoomActual));
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
    return m_date->date();
}

const EditionContent *EditionPage::content() const
{
    return m_content ? &*m_content : nullptr;
}

void EditionPage::showEdition(LaidOutEdition edition)
{
    m_content = std::move(edition.content);
    m_preview->setLayoutOfPages(std::move(edition.layout));
    describe();
}

void EditionPage::setEditions(const QList<EditionRecord> &editions)
{
    m_editions.setEditions(editions);
    m_list->setCurrentIndex(m_editions.index(0));
    m_list->setVisible(!editions.isEmpty());
    m_noEdition->setVisible(editions.isEmpty());
}

QWidget *EditionPage::focusTarget() const
{
    return m_preview;
}

void EditionPage::focusNextPane()
{
    if (m_date->hasFocus())
        m_list->setFocus(Qt::ShortcutFocusReason);
    else if (m_list->hasFocus())
        m_preview->setFocus(Qt::ShortcutFocusReason);
    else
        m_date->setFocus(Qt::ShortcutFocusReason);
}

void EditionPage::wantEdition(const QModelIndex &index)
{
    const EditionRecord &edition = m_editions.edition(index.row());
    Q_EMIT editionWanted(edition.year, edition.number);
}

void EditionPage::describe()
{
    const bool isDraft = !m_content || m_content->isDraft();
    m_title->setText(isDraft ? UiTr::tr("Projet de tableau")
                             : UiTr::tr("Édition n° %1, lecture seule").arg(m_content->label()));
    m_counts->setText(m_content ? countsOf(*m_content) : QString());
    m_backToDraft->setVisible(!isDraft);
    updatePageNumber();
}

void EditionPage::updatePageNumber()
{
    m_pageNumber->setText(UiTr::tr("Page %1 sur %2")
                              .arg(m_preview->currentPage() + 1)
                              .arg(std::max(qsizetype(1), m_preview->pageCount())));
}

} // namespace recoupe
