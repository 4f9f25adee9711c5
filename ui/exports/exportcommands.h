// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mainwindow/officeclient.h"

#include <QSet>

namespace recoupe {

class Dialogs;
class ExportsPage;
class MessageBar;
struct WindowActions;

//! What the page of the exports asks of the services. What takes long, files and networks, runs on
//! a client of its own, so that nobody who decides has to wait for it.
class ExportCommands : public QObject
{
    Q_OBJECT

public:
    //! \a client: for what is read at once; \a exchanges: for what takes long.
    ExportCommands(const WindowActions &actions, ExportsPage &page, OfficeClient &client,
                   OfficeClient &exchanges, Dialogs &dialogs, MessageBar &messages);

    //! As they stand now.
    void setPartners(const QList<PartnerStatus> &statuses);
    void updateAvailability(bool isShown);
    //! Tries deliveries whose time has come. A failure is told once.
    void tryAgain(const QList<Delivery> &due);

Q_SIGNALS:
    //! Something was sent, or stands otherwise.
    void partnersChanged(const QList<PartnerStatus> &statuses);
    //! What was done, for the status bar.
    void done(const QString &text);

private:
    //! What came of sending to one of several partners.
    struct Sent
    {
        Partner partner;
        Result<PreparedDelivery> prepared;
    };

    void connectActions();
    void exportNow();
    void exportToFolder();
    void exportAll();
    void send(const ExportRequest &request);
    void showPreview();
    void showDelivery(const Delivery &delivery, const QList<Rejection> &leftOut,
                      const QList<Rejection> &altered);
    void confirm();
    void drop();
    void retry();
    void acknowledge();
    void readAcknowledgement(const QString &file);

    void readDeliveries(Partner partner);
    void readEvents(qint64 delivery);
    void reload();
    using Settle = std::function<Result<Delivery>(ExportService, const Progress &)>;
    using Settled = std::function<void(const Result<Delivery> &)>;
    void settle(const QString &title, Settle settle, Settled settled);
    [[nodiscard]] Settled teller();
    void tell(const PreparedDelivery &prepared);
    void tellAll(const QList<Sent> &sent);
    void tellQuestion(const Delivery &delivery);
    void tellOnce(const Delivery &delivery);
    void tellFailure(const Error &error);
    [[nodiscard]] QString whyNotPartner() const;
    [[nodiscard]] QString whyNotSend() const;
    [[nodiscard]] QString whyNotDrop() const;
    [[nodiscard]] QString whyNotRetry() const;
    [[nodiscard]] QString whyNotAll() const;
    [[nodiscard]] QString whyNotAcknowledge() const;

    const WindowActions &m_actions;
    ExportsPage &m_page;
    OfficeClient &m_client;
    OfficeClient &m_exchanges;
    Dialogs &m_dialogs;
    MessageBar &m_messages;
    bool m_isShown = false;
    QSet<qint64> m_toldFailures; //!< deliveries whose failing is known
};

} // namespace recoupe
