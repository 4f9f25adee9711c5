// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exports/exportcommands.h"

#include "core/shortdate.h"
#include "models/deliverywords.h"
#include "ui/dialogs/dialogs.h"
#include "ui/exports/exportdifferencesdialog.h"
#include "ui/exports/exportspage.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/uitr.h"
#include "ui/widgets/messagebar.h"

#include <algorithm>

namespace recoupe {

namespace {

constexpr int mostListed = 200; // deliveries: two thirds of a year, one a day

QString noDestination()
{
    return UiTr::tr("Aucune destination : choisir où envoyer les fichiers "
                    "(Outils > Réglages des échanges…).");
}

MessageBar::Kind kindOf(const Delivery &delivery)
{
    switch (delivery.state) {
    case DeliveryState::Delivered:
        return delivery.counts.leftOut > 0 ? MessageBar::Kind::Warning : MessageBar::Kind::Success;
    case DeliveryState::Refused:
    case DeliveryState::Failed: return MessageBar::Kind::Problem;
    case DeliveryState::Dropped: return MessageBar::Kind::Note;
    case DeliveryState::Held:
    case DeliveryState::ToDo:
    case DeliveryState::Running: break;
    }
    return MessageBar::Kind::Warning;
}

//! Nobody has to do anything about what there was no reason to send.
MessageBar::Kind kindOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NothingNew: return MessageBar::Kind::Note;
    case ErrorCode::Refused: return MessageBar::Kind::Warning;
    default: return MessageBar::Kind::Problem;
    }
}

QString previewInWords(const ExportPreview &preview)
{
    QString words = UiTr::tr("Un envoi %1 maintenant : %2, %3.")
                        .arg(toPartnerInWords(preview.partner), linesInWords(preview.counts.lines),
                             changesInWords(preview.counts));
    if (!preview.question.isEmpty())
        words += UiTr::tr("\nIl demandera confirmation : %1").arg(preview.question);
    return words;
}

} // namespace

ExportCommands::ExportCommands(const WindowActions &actions, ExportsPage &page,
                               OfficeClient &client, OfficeClient &exchanges, Dialogs &dialogs,
                               MessageBar &messages)
    : QObject(&page)
    , m_actions(actions)
    , m_page(page)
    , m_client(client)
    , m_exchanges(exchanges)
    , m_dialogs(dialogs)
    , m_messages(messages)
{
    connectActions();
    connect(&page, &ExportsPage::deliveriesWanted, this, &ExportCommands::readDeliveries);
    connect(&page, &ExportsPage::eventsWanted, this, &ExportCommands::readEvents);
    connect(&page, &ExportsPage::scopeChanged, this, [this] { updateAvailability(m_isShown); });
}

void ExportCommands::connectActions()
{
    const auto on = [this](QAction *action, auto slot) {
        connect(action, &QAction::triggered, this, slot);
    };
    on(m_actions.exportNow, &ExportCommands::exportNow);
    on(m_actions.exportToFolder, &ExportCommands::exportToFolder);
    on(m_actions.exportAll, &ExportCommands::exportAll);
    on(m_actions.exportDifferences, &ExportCommands::showPreview);
    on(m_actions.deliveryDifferences, [this] {
        if (const Delivery *delivery = m_page.delivery())
            showDelivery(*delivery, {}, {});
    });
    on(m_actions.confirmDelivery, &ExportCommands::confirm);
    on(m_actions.dropDelivery, &ExportCommands::drop);
    on(m_actions.retryDelivery, &ExportCommands::retry);
    on(m_actions.acknowledge, &ExportCommands::acknowledge);
}

void ExportCommands::setPartners(const QList<PartnerStatus> &statuses)
{
    m_page.setPartners(statuses, Clock::now());
}

QString ExportCommands::whyNotPartner() const
{
    if (!m_isShown)
        return UiTr::tr("Ouvrir d'abord la page Exports (Ctrl+O).");
    return m_page.partner() ? QString() : UiTr::tr("Les partenaires ne sont pas encore lus.");
}

QString ExportCommands::whyNotSend() const
{
    const PartnerStatus &status = *m_page.partner();
    if (status.destination.transport == Transport::None)
        return noDestination();
    const Delivery *open = status.open();
    return open && open->state == DeliveryState::Running
               ? UiTr::tr("Un envoi %1 est en cours.").arg(toPartnerInWords(status.partner))
               : QString();
}

QString ExportCommands::whyNotDrop() const
{
    // A failed one too: SESAR gets no other before it is finished or given up.
    const std::optional<Delivery> &last = m_page.partner()->last;
    const bool isSettled =
        !last || last->state == DeliveryState::Delivered || last->state == DeliveryState::Dropped;
    return isSettled ? UiTr::tr("Aucun envoi n'attend.") : QString();
}

QString ExportCommands::whyNotRetry() const
{
    const std::optional<Delivery> &last = m_page.partner()->last;
    const bool canBe =
        last && (last->state == DeliveryState::Failed || last->state == DeliveryState::Refused ||
                 last->state == DeliveryState::ToDo);
    return canBe ? QString() : UiTr::tr("Le dernier envoi n'a pas échoué et n'attend pas.");
}

QString ExportCommands::whyNotAll() const
{
    const bool isSomebody = std::ranges::any_of(m_page.partners(), [](const PartnerStatus &status) {
        return status.destination.transport != Transport::None;
    });
    return isSomebody ? QString() : noDestination();
}

QString ExportCommands::whyNotAcknowledge() const
{
    const bool isSent = std::ranges::any_of(m_page.partners(), [](const PartnerStatus &status) {
        return status.partner == Partner::Sesar && status.delivered;
    });
    return isSent ? QString() : UiTr::tr("Rien n'a encore été envoyé à SESAR.");
}

void ExportCommands::updateAvailability(bool isShown)
{
    m_isShown = isShown;
    const QString whyNot = whyNotPartner();
    const auto offer = [&](QAction *action, const auto &why) {
        setAvailable(action, whyNot.isEmpty() ? why() : whyNot);
    };
    const auto nothing = [] { return QString(); };
    offer(m_actions.exportNow, [this] { return whyNotSend(); });
    offer(m_actions.exportToFolder, nothing);
    offer(m_actions.exportDifferences, nothing);
    offer(m_actions.deliveryDifferences, [this] {
        return m_page.delivery() ? QString() : UiTr::tr("Rien n'a encore été envoyé.");
    });
    offer(m_actions.confirmDelivery, [this] {
        const Delivery *open = m_page.partner()->open();
        return open && open->state == DeliveryState::Held
                   ? QString()
                   : UiTr::tr("Aucun envoi n'attend de confirmation.");
    });
    offer(m_actions.dropDelivery, [this] { return whyNotDrop(); });
    offer(m_actions.retryDelivery, [this] { return whyNotRetry(); });
    setAvailable(m_actions.exportAll, whyNotAll());
    setAvailable(m_actions.acknowledge, whyNotAcknowledge());
}

void ExportCommands::readDeliveries(Partner partner)
{
    m_client.run(
        UiTr::tr("Lecture des envois"),
        [partner](BackOffice &office, const Progress &) {
            return office.exports().deliveries(partner, mostListed);
        },
        this,
        [this, partner](const QList<Delivery> &deliveries) {
            m_page.setDeliveries(partner, deliveries);
        });
}

void ExportCommands::readEvents(qint64 delivery)
{
    m_client.run(
        UiTr::tr("Lecture d'un envoi"),
        [delivery](BackOffice &office, const Progress &) {
            return office.exports().events(delivery);
        },
        this,
        [this, delivery](const QList<DeliveryEvent> &events) {
            m_page.setEvents(delivery, events);
        });
}

void ExportCommands::reload()
{
    m_client.run(
        UiTr::tr("Lecture des partenaires"),
        [](BackOffice &office, const Progress &) { return office.exports().partners(); }, this,
        [this](const QList<PartnerStatus> &statuses) {
            setPartners(statuses);
            Q_EMIT partnersChanged(statuses);
        });
}

void ExportCommands::exportNow()
{
    send({.partner = m_page.partner()->partner, .day = {}, .folder = {}, .confirmation = {}});
}

void ExportCommands::exportToFolder()
{
    const Partner partner = m_page.partner()->partner;
    m_dialogs.chooseFolder(
        m_page.window(),
        UiTr::tr("Dossier où écrire une fois l'export %1").arg(toPartnerInWords(partner)),
        [this, partner](const QString &folder) {
            send({.partner = partner, .day = {}, .folder = folder, .confirmation = {}});
        });
}

void ExportCommands::send(const ExportRequest &request)
{
    m_exchanges.attempt(
        UiTr::tr("Envoi %1").arg(toPartnerInWords(request.partner)),
        [request](BackOffice &office, const Progress &progress) {
            return office.exports().send(request, progress);
        },
        this,
        [this](const Result<PreparedDelivery> &prepared) {
            reload();
            if (prepared)
                tell(*prepared);
            else
                tellFailure(prepared.error());
        });
}

void ExportCommands::exportAll()
{
    QList<Partner> wanted;
    for (const PartnerStatus &status : m_page.partners()) {
        if (status.destination.transport != Transport::None)
            wanted << status.partner;
    }
    m_exchanges.run(
        UiTr::tr("Envoi à tous les partenaires"),
        [wanted](BackOffice &office, const Progress &progress) -> Result<QList<Sent>> {
            QList<Sent> sent;
            for (const Partner partner : wanted) {
                ExportRequest request;
                request.partner = partner;
                sent.append({partner, office.exports().send(request, progress)});
                if (!sent.last().prepared &&
                    sent.last().prepared.error().code == ErrorCode::Cancelled)
                    break;
            }
            return sent;
        },
        this,
        [this](const QList<Sent> &sent) {
            reload();
            tellAll(sent);
        });
}

void ExportCommands::showPreview()
{
    ExportRequest request;
    request.partner = m_page.partner()->partner;
    m_exchanges.run(
        UiTr::tr("Comparaison avec ce que le partenaire a"),
        [request](BackOffice &office, const Progress &progress) {
            return office.exports().preview(request, progress);
        },
        this,
        [this](const ExportPreview &preview) {
            auto *dialog = new ExportDifferencesDialog(
                UiTr::tr("Différences, %1").arg(partnerName(preview.partner)),
                previewInWords(preview), preview.differences, m_page.window());
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->addRejections(UiTr::tr("&Laissées de côté (%1)"), preview.leftOut);
            dialog->addRejections(UiTr::tr("&Adaptées (%1)"), preview.altered);
            dialog->show();
        });
}

void ExportCommands::showDelivery(const Delivery &delivery, const QList<Rejection> &leftOut,
                                  const QList<Rejection> &altered)
{
    m_client.run(
        UiTr::tr("Lecture des différences"),
        [id = delivery.id](BackOffice &office, const Progress &) {
            return office.exports().differences(id);
        },
        this,
        [this, delivery, leftOut, altered](const QList<ExportDifference> &differences) {
            auto *dialog = new ExportDifferencesDialog(
                UiTr::tr("Différences, %1").arg(partnerName(delivery.partner)),
                UiTr::tr("Envoi %1 préparé le %2 (%3) : %4, %5.")
                    .arg(toPartnerInWords(delivery.partner), shortDateTime(delivery.preparedAt),
                         standingInWords(delivery).toLower(), linesInWords(delivery.counts.lines),
                         changesInWords(delivery.counts)),
                differences, m_page.window());
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->addRejections(UiTr::tr("&Laissées de côté (%1)"), leftOut);
            dialog->addRejections(UiTr::tr("&Adaptées (%1)"), altered);
            dialog->show();
        });
}

void ExportCommands::confirm()
{
    const Delivery held = *m_page.partner()->open();
    const Question question{
        .title = UiTr::tr("Confirmer l'envoi"),
        .text = held.question,
        .details = UiTr::tr("Envoi %1 : %2, contre %3 ; %4.")
                       .arg(toPartnerInWords(held.partner), linesInWords(held.counts.lines))
                       .arg(held.counts.before)
                       .arg(changesInWords(held.counts)),
        .acceptLabel = UiTr::tr("&Envoyer"),
    };
    m_dialogs.askReason(m_page.window(), question, [this, held](const QString &reason) {
        settle(
            UiTr::tr("Envoi %1").arg(toPartnerInWords(held.partner)),
            [id = held.id, reason](ExportService exports, const Progress &progress) {
                return exports.confirm(id, reason).and_then([&](const Delivery &) {
                    return exports.transmit(id, progress);
                });
            },
            teller());
    });
}

void ExportCommands::drop()
{
    const Delivery last = *m_page.partner()->last;
    const Question question{
        .title = UiTr::tr("Abandonner l'envoi"),
        .text = UiTr::tr("L'envoi %1 préparé le %2 ne partira pas. Le partenaire garde ce qu'il a.")
                    .arg(toPartnerInWords(last.partner), shortDateTime(last.preparedAt)),
        .acceptLabel = UiTr::tr("&Abandonner l'envoi"),
    };
    m_dialogs.askReason(m_page.window(), question, [this, last](const QString &reason) {
        settle(
            UiTr::tr("Abandon d'un envoi"),
            [id = last.id, reason](ExportService exports, const Progress &) {
                return exports.drop(id, reason);
            },
            teller());
    });
}

void ExportCommands::retry()
{
    const Delivery last = *m_page.partner()->last;
    settle(
        UiTr::tr("Envoi %1").arg(toPartnerInWords(last.partner)),
        [last](ExportService exports, const Progress &progress) -> Result<Delivery> {
            if (last.state != DeliveryState::ToDo) {
                if (const Result<Delivery> queued = exports.retry(last.id); !queued)
                    return queued;
            }
            return exports.transmit(last.id, progress);
        },
        teller());
}

void ExportCommands::tryAgain(const QList<Delivery> &due)
{
    for (const Delivery &delivery : due) {
        settle(
            UiTr::tr("Envoi %1").arg(toPartnerInWords(delivery.partner)),
            [id = delivery.id](ExportService exports, const Progress &progress) {
                return exports.transmit(id, progress);
            },
            [this](const Result<Delivery> &tried) {
                if (tried) // else somebody else is at it
                    tellOnce(*tried);
            });
    }
}

void ExportCommands::settle(const QString &title, Settle settle, Settled settled)
{
    m_exchanges.attempt(
        title,
        [settle = std::move(settle)](BackOffice &office, const Progress &progress) {
            return settle(office.exports(), progress);
        },
        this,
        [this, settled = std::move(settled)](const Result<Delivery> &delivery) {
            reload();
            settled(delivery);
        });
}

ExportCommands::Settled ExportCommands::teller()
{
    return [this](const Result<Delivery> &delivery) {
        if (delivery)
            tell({*delivery, {}, {}});
        else
            tellFailure(delivery.error());
    };
}

void ExportCommands::acknowledge()
{
    m_dialogs.chooseFile(m_page.window(),
                         {.title = UiTr::tr("Lire l'accusé de SESAR"),
                          .filter = UiTr::tr("Fichiers CSV (*.csv *.txt);;Tous les fichiers (*)")},
                         [this](const QString &file) { readAcknowledgement(file); });
}

void ExportCommands::readAcknowledgement(const QString &file)
{
    m_client.attempt(
        UiTr::tr("Lecture de l'accusé de SESAR"),
        [file](BackOffice &office, const Progress &) { return office.exports().acknowledge(file); },
        this,
        [this](const Result<Delivery> &delivery) {
            reload();
            if (!delivery)
                return tellFailure(delivery.error());
            const QString words =
                UiTr::tr("Accusé de SESAR lu pour l'envoi du %1 : %2.")
                    .arg(shortDateTime(delivery->finishedAt),
                         delivery->refusedLines == 0
                             ? UiTr::tr("tout est accepté")
                             : UiTr::tr("%1 ; ce qui est refusé repartira au prochain envoi")
                                   .arg(standingInWords(*delivery).toLower()));
            m_messages.showMessage(delivery->refusedLines == 0 ? MessageBar::Kind::Success
                                                               : MessageBar::Kind::Warning,
                                   words);
        });
}

void ExportCommands::tell(const PreparedDelivery &prepared)
{
    const Delivery &delivery = prepared.delivery;
    if (delivery.state == DeliveryState::Held)
        return tellQuestion(delivery);
    m_toldFailures.insert(delivery.id);
    if (prepared.leftOut.isEmpty())
        return m_messages.showMessage(kindOf(delivery), outcomeInWords(delivery));
    m_messages.showMessage(
        kindOf(delivery), outcomeInWords(delivery), UiTr::tr("&Voir les sessions laissées de côté"),
        [this, prepared] { showDelivery(prepared.delivery, prepared.leftOut, prepared.altered); });
}

//! In place where the page is shown.
void ExportCommands::tellQuestion(const Delivery &delivery)
{
    m_page.choosePartner(delivery.partner);
    if (m_isShown)
        return m_messages.hide();
    m_messages.showMessage(MessageBar::Kind::Warning, outcomeInWords(delivery),
                           UiTr::tr("&Répondre…"), [this] { m_actions.showExports->trigger(); });
}

void ExportCommands::tellAll(const QList<Sent> &sent)
{
    QStringList sentences;
    MessageBar::Kind worst = MessageBar::Kind::Success;
    for (const Sent &one : sent) {
        const Result<PreparedDelivery> &prepared = one.prepared;
        if (!prepared && prepared.error().code == ErrorCode::Cancelled)
            continue;
        sentences << (prepared ? outcomeInWords(prepared->delivery)
                               : UiTr::tr("%1 : %2").arg(partnerName(one.partner),
                                                         prepared.error().message));
        worst = std::max(worst, prepared ? kindOf(prepared->delivery) : kindOf(prepared.error()));
    }
    if (!sentences.isEmpty())
        m_messages.showMessage(worst, sentences.join(u'\n'));
}

//! Of what went on by itself: a failure is told once, not at every try.
void ExportCommands::tellOnce(const Delivery &delivery)
{
    if (delivery.state == DeliveryState::Delivered)
        Q_EMIT done(outcomeInWords(delivery));
    else if (!m_toldFailures.contains(delivery.id) || kindOf(delivery) == MessageBar::Kind::Problem)
        m_messages.showMessage(kindOf(delivery), outcomeInWords(delivery));
    m_toldFailures.insert(delivery.id);
}

void ExportCommands::tellFailure(const Error &error)
{
    if (error.code != ErrorCode::Cancelled)
        m_messages.showMessage(kindOf(error), error.message);
}

} // namespace recoupe
