// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exports/exportspage.h"

#include "models/deliverywords.h"
#include "ui/delegates/badgedelegate.h"
#include "ui/delegates/carddelegate.h"
#include "ui/exports/questionbar.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/style/textrole.h"
#include "ui/uitr.h"
#include "ui/widgets/commandbar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flatlist.h"
#include "ui/widgets/named.h"
#include "ui/widgets/taborder.h"

#include <QLabel>
#include <QListView>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

constexpr std::array<int, PartnerModel::ColumnCount> partnerWidths{130, 140, 70, 130, 300, 270};
constexpr std::array<int, DeliveryLogModel::ColumnCount> deliveryWidths{140, 130, 60, 120, 66, 160};
constexpr int frame = 4; // around the rows

template <size_t Size>
void setWidths(QTreeView *view, const std::array<int, Size> &widths)
{
    for (size_t column = 0; column < Size; ++column)
        view->setColumnWidth(int(column), widths.at(column));
}

} // namespace

ExportsPage::ExportsPage(const WindowActions &actions, QWidget *parent)
    : Page(parent)
    , m_actions(actions)
    , m_partnerView(named(new QTreeView, "partners"))
    , m_question(new QuestionBar(
          {actions.confirmDelivery, actions.dropDelivery, actions.deliveryDifferences}))
    , m_stack(new QStackedWidget)
    , m_deliveryTitle(named(new QLabel, "deliveriesTitle"))
    , m_deliveryView(named(new QTreeView, "deliveries"))
    , m_detailView(named(new QListView, "deliveryDetails"))
    , m_empty(new EmptyState)
    , m_feed(named(new QLabel, "feedState"))
{
    setObjectName(QStringLiteral("exportsPage"));
    // All of them stay in sight at 1280 pixels.
    actions.exportToFolder->setIconText(UiTr::tr("Vers un dossier…"));
    actions.acknowledge->setIconText(UiTr::tr("Accusé de SESAR…"));
    actions.exchangeSettings->setIconText(UiTr::tr("Réglages…"));
    auto *commands = new CommandBar({actions.exportNow, actions.exportAll, actions.exportToFolder,
                                     actions.exportDifferences, actions.acknowledge,
                                     actions.fetchFeed, actions.exchangeSettings});
    makePartners();
    m_stack->addWidget(makeDeliveries());
    m_stack->addWidget(m_empty);
    m_feed->setWordWrap(true);
    m_feed->setTextFormat(Qt::PlainText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 4);
    layout->setSpacing(6);
    layout->addWidget(commands);
    layout->addWidget(m_partnerView);
    layout->addWidget(m_question);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_feed);
    tabBefore(m_partnerView, commands->buttons());
    m_empty->explain(QStringLiteral("page-exports"), UiTr::tr("Lecture des partenaires…"));
    m_stack->setCurrentIndex(1);
}

void ExportsPage::makePartners()
{
    makeFlat(m_partnerView, &m_partners);
    m_partnerView->setAccessibleName(UiTr::tr("Partenaires"));
    m_partnerView->setItemDelegate(new BadgeDelegate(PartnerModel::BadgeRole, m_partnerView));
    m_partnerView->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_partnerView->addActions({m_actions.exportNow, m_actions.exportToFolder,
                               m_actions.exportDifferences, m_actions.confirmDelivery,
                               m_actions.dropDelivery, m_actions.retryDelivery});
    setWidths(m_partnerView, partnerWidths);
    connect(m_partnerView->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ExportsPage::choose);
    connect(m_partnerView, &QTreeView::activated, m_actions.exportDifferences, &QAction::trigger);
}

QWidget *ExportsPage::makeDeliveries()
{
    setTextRole(m_deliveryTitle, TextRole::Heading);
    makeFlat(m_deliveryView, &m_deliveries);
    m_deliveryView->setItemDelegate(new BadgeDelegate(DeliveryLogModel::BadgeRole, m_deliveryView));
    m_deliveryView->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_deliveryView->addActions({m_actions.deliveryDifferences, m_actions.retryDelivery});
    setWidths(m_deliveryView, deliveryWidths);
    connect(m_deliveryView->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ExportsPage::chooseDelivery);
    connect(m_deliveryView, &QTreeView::activated, m_actions.deliveryDifferences,
            &QAction::trigger);
    m_detailView->setAccessibleName(UiTr::tr("Détails de l'envoi"));
    m_detailView->setModel(&m_details);
    m_detailView->setItemDelegate(new CardDelegate(m_detailView));
    m_detailView->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_detailView->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *parts = new QSplitter;
    parts->addWidget(m_deliveryView);
    parts->addWidget(m_detailView);
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 2);
    parts->setChildrenCollapsible(false);
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins({});
    layout->setSpacing(6);
    layout->addWidget(m_deliveryTitle);
    layout->addWidget(parts, 1);
    return box;
}

QWidget *ExportsPage::focusTarget() const
{
    return m_partnerView;
}

void ExportsPage::focusNextPane()
{
    const QList<QWidget *> panes{m_partnerView, m_deliveryView, m_detailView};
    const auto focused = std::ranges::find_if(panes, &QWidget::hasFocus);
    const qsizetype next = focused == panes.end() ? 0 : focused - panes.begin() + 1;
    QWidget *pane = panes.at(next % panes.size());
    (pane->isVisible() ? pane : m_partnerView)->setFocus(Qt::ShortcutFocusReason);
}

void ExportsPage::setPartners(const QList<PartnerStatus> &statuses, const QDateTime &now)
{
    m_partners.setPartners(statuses, now);
    const int rowHeight = m_partnerView->sizeHintForRow(0);
    m_partnerView->setFixedHeight(m_partnerView->header()->sizeHint().height() +
                                  int(statuses.size()) * rowHeight + frame);
    if (!m_partnerView->currentIndex().isValid())
        m_partnerView->setCurrentIndex(m_partners.index(0, 0)); // which shows it
    else
        showPartner();
}

const PartnerStatus *ExportsPage::partner() const
{
    const int row = m_partnerView->currentIndex().row();
    return row < 0 || row >= m_partners.rowCount() ? nullptr : &m_partners.partners().at(row);
}

void ExportsPage::choosePartner(Partner partner)
{
    const auto found = std::ranges::find(partners(), partner, &PartnerStatus::partner);
    if (found != partners().end())
        m_partnerView->setCurrentIndex(m_partners.index(int(found - partners().begin()), 0));
}

void ExportsPage::choose()
{
    m_shownPartner.reset();
    m_deliveries.setDeliveries({});
    m_details.clear();
    showPartner();
}

//! Its deliveries are asked for whenever it is shown: they may have gone on.
void ExportsPage::showPartner()
{
    const PartnerStatus *status = partner();
    if (!status)
        return;
    const Delivery *open = status->open();
    if (open && open->state == DeliveryState::Held)
        m_question->ask(UiTr::tr("%1 : %2").arg(partnerName(status->partner), open->question));
    else
        m_question->hide();
    m_deliveryTitle->setText(UiTr::tr("Envois %1").arg(toPartnerInWords(status->partner)));
    m_deliveryView->setAccessibleName(m_deliveryTitle->text());
    explainNothing(*status);
    turn(m_stack, status->last ? 0 : 1);
    Q_EMIT deliveriesWanted(status->partner);
    Q_EMIT scopeChanged();
}

void ExportsPage::explainNothing(const PartnerStatus &status)
{
    const QString to = toPartnerInWords(status.partner);
    if (status.destination.transport == Transport::None) {
        m_empty->explain(QStringLiteral("page-exports"),
                         UiTr::tr("Aucune destination : choisissez où envoyer les fichiers "
                                  "(Réglages des échanges…), ou écrivez-les une fois dans un "
                                  "dossier."),
                         m_actions.exchangeSettings, m_actions.exportToFolder);
        return;
    }
    m_empty->explain(QStringLiteral("page-exports"),
                     UiTr::tr("Rien n'a encore été envoyé %1. « Voir les différences » montre ce "
                              "qui partirait.")
                         .arg(to),
                     m_actions.exportNow, m_actions.exportDifferences);
}

void ExportsPage::setDeliveries(Partner wanted, const QList<Delivery> &deliveries)
{
    const PartnerStatus *status = partner();
    if (!status || status->partner != wanted)
        return;
    const Delivery *before = m_shownPartner == wanted ? delivery() : nullptr;
    const qint64 kept = before && m_deliveryView->currentIndex().row() > 0 ? before->id : 0;
    m_shownPartner = wanted;
    m_deliveries.setDeliveries(deliveries);
    // The newest one, unless an older one is being looked at.
    m_deliveryView->setCurrentIndex(m_deliveries.index(std::max(0, m_deliveries.rowOf(kept)), 0));
}

const Delivery *ExportsPage::delivery() const
{
    const int row = m_deliveryView->currentIndex().row();
    return row < 0 || row >= m_deliveries.rowCount() ? nullptr : &m_deliveries.delivery(row);
}

void ExportsPage::chooseDelivery()
{
    const Delivery *chosen = delivery();
    if (chosen) {
        m_details.setDelivery(*chosen, {});
        Q_EMIT eventsWanted(chosen->id);
    } else {
        m_details.clear();
    }
    Q_EMIT scopeChanged();
}

void ExportsPage::setEvents(qint64 id, const QList<DeliveryEvent> &events)
{
    if (const Delivery *chosen = delivery(); chosen && chosen->id == id)
        m_details.setDelivery(*chosen, events);
}

void ExportsPage::setFeedState(const QString &sentence)
{
    m_feed->setText(sentence);
}

} // namespace recoupe
