// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/distributionservice.h"

#include "core/clock.h"
#include "domain/departement.h"
#include "domain/mailaddress.h"
#include "report/editionview.h"
#include "services/editionservice.h"
#include "services/mailingdrafts.h"
#include "services/mailingtext.h"
#include "services/prescriberchanges.h"
#include "services/words.h"
#include "storage/database.h"
#include "storage/mailingrepository.h"
#include "storage/prescriberrepository.h"
#include "storage/settingrepository.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

//! Why somebody cannot stand on the list; empty when she can.
QString defectOf(const Prescriber &prescriber)
{
    if (!isWellFormedEmail(prescriber.address))
        return Tr::tr("Ce n'est pas une adresse : l'écrire comme nom@structure.fr.");
    if (!prescriber.departement.isEmpty() && departementName(prescriber.departement).isEmpty())
        return Tr::tr("« %1 » n'est pas le code d'un département.").arg(prescriber.departement);
    return {};
}

Prescriber trimmed(const Prescriber &prescriber)
{
    return {prescriber.departement, prescriber.structure.simplified(),
            prescriber.address.trimmed()};
}

Result<> addTo(PrescriberRepository repository, const Prescriber &prescriber)
{
    if (const QString defect = defectOf(prescriber); !defect.isEmpty())
        return fail(ErrorCode::InvalidArgument, defect);
    const Result<bool> added = repository.add(prescriber);
    if (!added)
        return failureOf(added);
    if (!*added)
        return fail(ErrorCode::Refused, Tr::tr("Cette adresse est déjà dans la liste pour %1.")
                                            .arg(scopeInWords(prescriber.departement)));
    return {};
}

//! In one transaction: what \a differing finds in the list as it stands, and \a work where that is
//! nothing.
template <typename Differing, typename Work>
Result<QList<MeanwhileChange>> workUnlessChanged(Database &database, Differing differing, Work work)
{
    QList<MeanwhileChange> changes;
    return database
        .inTransaction([&]() -> Result<> {
            PrescriberRepository repository(database);
            const Result<QList<Prescriber>> list = repository.prescribers();
            if (!list)
                return failureOf(list);
            changes = differing(*list);
            return changes.isEmpty() ? work(repository) : Result<>();
        })
        .map([&] { return changes; });
}

//! Those that were prepared together last; of one edition and département, newest first.
std::optional<MailingRound> lastRound(const QList<EditionMailing> &mailings,
                                      const QString &departement)
{
    std::optional<MailingRound> round;
    for (const EditionMailing &mailing : mailings) {
        if (mailing.departement != departement)
            continue;
        if (!round)
            round = MailingRound{mailing.writtenAt, mailing.operatorName};
        if (mailing.writtenAt != round->writtenAt)
            break;
        round->recipients += mailing.recipients;
        ++round->drafts;
    }
    return round;
}

//! Before anything is laid out; a share that does not answer keeps a caller waiting here.
Result<> expectFolder(const QString &folder)
{
    if (QFileInfo(folder).isDir())
        return {};
    return fail(ErrorCode::FileUnwritable,
                Tr::tr("Le dossier « %1 » n'existe pas ou n'est pas joignable : en choisir un "
                       "autre pour les brouillons.")
                    .arg(QDir::toNativeSeparators(folder)));
}

Result<QStringList> addressesOf(const QList<Prescriber> &prescribers, const QString &departement)
{
    QStringList addresses;
    for (const Prescriber &prescriber : prescribers) {
        if (prescriber.departement == departement)
            addresses << prescriber.address;
    }
    if (addresses.isEmpty())
        return fail(ErrorCode::Refused,
                    Tr::tr("Aucun destinataire pour %1 : compléter d'abord la liste.")
                        .arg(scopeInWords(departement)));
    return addresses;
}

} // namespace

DistributionService::DistributionService(Database &database, QString operatorName)
    : m_database(database)
    , m_operatorName(std::move(operatorName))
{
}

Result<QList<Prescriber>> DistributionService::prescribers() const
{
    return PrescriberRepository(m_database).prescribers();
}

Result<> DistributionService::add(const Prescriber &prescriber)
{
    return m_database.inTransaction(
        [&] { return addTo(PrescriberRepository(m_database), trimmed(prescriber)); });
}

Result<QList<MeanwhileChange>> DistributionService::change(const Prescriber &before,
                                                           const Prescriber &after)
{
    return workUnlessChanged(
        m_database,
        [&](const QList<Prescriber> &list) {
            const auto change = prescriberChange(before, list, after);
            return change ? QList{*change} : QList<MeanwhileChange>();
        },
        [&](PrescriberRepository &repository) -> Result<> {
            const Result<bool> removed = repository.remove(before);
            return removed ? addTo(repository, trimmed(after)) : failureOf(removed);
        });
}

Result<QList<MeanwhileChange>> DistributionService::remove(const QList<Prescriber> &prescribers)
{
    return workUnlessChanged(
        m_database,
        [&](const QList<Prescriber> &list) {
            QList<MeanwhileChange> changes;
            for (const Prescriber &prescriber : prescribers) {
                const auto change = prescriberChange(prescriber, list, std::nullopt);
                if (change && standing(prescriber, list))
                    changes << *change;
            }
            return changes;
        },
        [&](PrescriberRepository &repository) -> Result<> {
            for (const Prescriber &prescriber : prescribers) {
                if (const Result<bool> removed = repository.remove(prescriber); !removed)
                    return failureOf(removed);
            }
            return {};
        });
}

Result<QList<MailingTarget>> DistributionService::targets(int year, int number) const
{
    const Result<EditionContent> edition =
        EditionService(m_database, m_operatorName).find(year, number);
    if (!edition)
        return failureOf(edition);
    const Result<QList<Prescriber>> list = prescribers();
    if (!list)
        return failureOf(list);
    const Result<QList<EditionMailing>> written =
        MailingRepository(m_database).ofEdition(year, number);
    if (!written)
        return failureOf(written);
    QMap<QString, MailingTarget> targets{{QString(), {.sessions = edition->rowCount()}}};
    for (const EditionGroup &group : edition->groups) {
        for (const EditionRow &row : group.rows) {
            if (!row.departement.isEmpty())
                ++targets[row.departement].sessions;
        }
    }
    for (const Prescriber &prescriber : *list)
        ++targets[prescriber.departement].addresses;
    for (auto target = targets.begin(); target != targets.end(); ++target) {
        target->departement = target.key();
        target->last = lastRound(*written, target.key());
    }
    return targets.values();
}

Result<QList<EditionMailing>> DistributionService::mailings() const
{
    return MailingRepository(m_database).mailings();
}

Result<LetterTemplate> DistributionService::texts() const
{
    return SettingRepository(m_database).settings().map([](const QMap<QString, QString> &texts) {
        return letterTemplate(LetterKind::Table, texts);
    });
}

Result<PlaceTexts> DistributionService::places(int year, int number) const
{
    return EditionService(m_database, m_operatorName)
        .find(year, number)
        .map([this](const EditionContent &edition) {
            return mailingPlaces(edition, m_operatorName);
        });
}

Result<EditionContent> DistributionService::editionInForce(const MailingRequest &request) const
{
    Result<EditionContent> edition =
        EditionService(m_database, m_operatorName).find(request.year, request.number);
    if (edition && edition->annulled)
        return fail(
            ErrorCode::Refused,
            Tr::tr("L'édition n° %1 a été annulée : elle ne s'envoie plus.").arg(edition->label()));
    return edition;
}

Result<QList<MailingDraft>> DistributionService::prepare(const MailingRequest &request,
                                                         const Progress &progress)
{
    if (Result<> checked = expectFolder(request.folder); !checked)
        return failureOf(checked);
    const Result<EditionContent> edition = editionInForce(request);
    if (!edition)
        return failureOf(edition);
    const Result<QList<Prescriber>> list = prescribers();
    if (!list)
        return failureOf(list);
    const Result<QMap<QString, QString>> settings = SettingRepository(m_database).settings();
    if (!settings)
        return failureOf(settings);
    QList<MailingPart> parts;
    for (const QString &departement : request.departements) {
        const Result<QStringList> addresses = addressesOf(*list, departement);
        if (!addresses)
            return failureOf(addresses);
        parts.append({arranged(*edition, {.departement = departement}), *addresses});
    }
    MailingDrafts drafts(request.folder, *settings, m_operatorName);
    if (const Result<> written = drafts.write(parts, progress); !written)
        return failureOf(written);
    const Result<> recorded = m_database.inTransaction([&]() -> Result<> {
        // Somebody may have taken it back while the files were written.
        if (const Result<EditionContent> still = editionInForce(request); !still)
            return failureOf(still);
        MailingRepository mailings(m_database);
        for (const MailingDraft &draft : drafts.written()) {
            if (Result<> appended = mailings.append(draft.mailing); !appended)
                return appended;
        }
        return {};
    });
    if (!recorded)
        return failureOf(recorded);
    drafts.keep();
    return drafts.written();
}

} // namespace recoupe
