// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/deliverydetailmodel.h"
#include "models/deliverylogmodel.h"
#include "models/partnermodel.h"
#include "ui/widgets/page.h"

#include <optional>

class QLabel;
class QListView;
class QStackedWidget;
class QTreeView;

namespace recoupe {

class EmptyState;
class QuestionBar;
struct WindowActions;

//! What goes out: the partners, the question that one of them waits with, its past deliveries and
//! all that is known of one of those.
class ExportsPage : public Page
{
    Q_OBJECT

public:
    explicit ExportsPage(const WindowActions &actions, QWidget *parent = nullptr);

    [[nodiscard]] QWidget *focusTarget() const override;
    void focusNextPane() override;

    //! \a now: by which a delivery is old.
    void setPartners(const QList<PartnerStatus> &statuses, const QDateTime &now);
    [[nodiscard]] const QList<PartnerStatus> &partners() const { return m_partners.partners(); }
    //! The one that is chosen; null before the first load.
    [[nodiscard]] const PartnerStatus *partner() const;
    void choosePartner(Partner partner);
    //! Answers deliveriesWanted(); those of a partner that is no longer chosen are passed over.
    void setDeliveries(Partner partner, const QList<Delivery> &deliveries);
    //! The past or present one that is chosen in the list; null where there is none.
    [[nodiscard]] const Delivery *delivery() const;
    //! Answers eventsWanted(), likewise.
    void setEvents(qint64 delivery, const QList<DeliveryEvent> &events);
    //! Where the portal's feed stands, in a sentence.
    void setFeedState(const QString &sentence);

Q_SIGNALS:
    void deliveriesWanted(Partner partner);
    void eventsWanted(qint64 delivery);
    //! Another partner or delivery is chosen, or stands otherwise.
    void scopeChanged();

private:
    void makePartners();
    [[nodiscard]] QWidget *makeDeliveries();
    void choose();
    void chooseDelivery();
    void showPartner();
    void explainNothing(const PartnerStatus &status);

    const WindowActions &m_actions;
    PartnerModel m_partners;
    DeliveryLogModel m_deliveries;
    DeliveryDetailModel m_details;
    std::optional<Partner> m_shownPartner; //!< whose deliveries are shown
    QTreeView *m_partnerView;
    QuestionBar *m_question;
    QStackedWidget *m_stack;
    QLabel *m_deliveryTitle;
    QTreeView *m_deliveryView;
    QListView *m_detailView;
    EmptyState *m_empty;
    QLabel *m_feed;
};

} // namespace recoupe
