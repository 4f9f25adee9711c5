// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/letterservice.h"

#include "core/writtenfile.h"
#include "correspondence/mailmessage.h"
#include "rules/rule.h"
#include "storage/database.h"
#include "storage/letterrepository.h"
#include "storage/settingrepository.h"

#include <QCoreApplication>
#include <QIODevice>

#include <algorithm>
#include <set>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

//! Whom a record belongs to: a SIRET; where there is none, a name.
QString organisationOf(const TrainingAction &action)
{
    const QString siret = normalizedSiret(action.mandataire.siret);
    return siret.isEmpty() ? action.mandataire.displayName() : siret;
}

QString organisationOf(const AwardNotification &award)
{
    const QString siret = normalizedSiret(award.awardeeSirets.value(0));
    return siret.isEmpty() ? award.awardeeName : siret;
}

bool isSameOrganisation(const Letter &a, const Letter &b)
{
    return a.recipientSiret == b.recipientSiret &&
           (!a.recipientSiret.isEmpty() || a.recipientName == b.recipientName);
}

//! Addresses of the organisations that have offers in the base, by SIRET.
QHash<QString, QString> knownAddresses(const Workspace &workspace)
{
    QHash<QString, QString> addresses;
    for (const StoredAction &action : workspace.actions) {
        const QString siret = normalizedSiret(action.submitted.mandataire.siret);
        if (const QString address = addressFor(action.submitted);
            !siret.isEmpty() && !address.isEmpty())
            addresses.insert(siret, address);
    }
    return addresses;
}

//! The rows, of so many, that are chosen by their keys; where the letter is about all of each
//! organisation, with the other rows of the same ones.
template <typename Key, typename OrganisationOfRow>
std::set<qsizetype> rowsOf(const Workspace &workspace, const QList<Key> &chosen, qsizetype count,
                           LetterExtent extent, OrganisationOfRow organisationOfRow)
{
    std::set<qsizetype> rows;
    std::set<QString> organisations;
    for (const Key &key : chosen) {
        const qsizetype row = workspace.indexOf(key);
        if (row < 0)
            continue;
        rows.insert(row);
        organisations.insert(organisationOfRow(row));
    }
    if (extent == LetterExtent::WholeOrganisation) {
        for (qsizetype row = 0; row < count; ++row) {
            if (organisations.contains(organisationOfRow(row)))
                rows.insert(row);
        }
    }
    return rows;
}

} // namespace

bool isToMend(const CheckedSession &session)
{
    return session.control != Control::SetAside &&
           std::ranges::any_of(session.findings, isForOrganisation);
}

QList<AwardKey> overdueAwards(const Workspace &workspace)
{
    QList<AwardKey> overdue;
    for (qsizetype award = 0; award < workspace.awards.size(); ++award) {
        const CheckedAward &checked = workspace.checkedAwards.at(award);
        const QDate deadline = checked.deadline;
        if (checked.isAwaited() && deadline.isValid() && deadline < workspace.today)
            overdue << workspace.awards.at(award).key();
    }
    return overdue;
}

LetterService::LetterService(Database &database, QString operatorName, Clock clock)
    : m_database(database)
    , m_operatorName(std::move(operatorName))
    , m_clock(clock)
{
}

Result<QList<ComposedLetter>> LetterService::corrections(const Workspace &workspace,
                                                         const QList<SessionKey> &sessions,
                                                         LetterExtent extent) const
{
    const std::set<qsizetype> rows =
        rowsOf(workspace, sessions, workspace.sessions.size(), extent, [&](qsizetype row) {
            return organisationOf(workspace.actionOf(workspace.sessions.at(row)).submitted);
        });
    QList<SessionFindings> found;
    for (const qsizetype row : rows) {
        const CheckedSession &session = workspace.sessions.at(row);
        if (!isToMend(session))
            continue;
        found.append(
            {&workspace.actionOf(session).submitted, &session.session(), session.findings});
    }
    const Result<LetterTemplate> words = texts(LetterKind::Correction);
    if (!words)
        return failureOf(words);
    return withPrevious(correctionLetters(found, {*words, m_operatorName, m_clock.today()}));
}

Result<QList<ComposedLetter>> LetterService::reminders(const Workspace &workspace,
                                                       const QList<AwardKey> &awards,
                                                       LetterExtent extent) const
{
    const std::set<qsizetype> rows =
        rowsOf(workspace, awards, workspace.awards.size(), extent,
               [&](qsizetype row) { return organisationOf(workspace.awards.at(row)); });
    const QHash<QString, QString> addresses = knownAddresses(workspace);
    QList<AwaitedOffer> offers;
    for (const qsizetype row : rows) {
        const AwardNotification &award = workspace.awards.at(row);
        if (workspace.checkedAwards.at(row).isAwaited())
            offers.append({&award, workspace.checkedAwards.at(row).deadline,
                           addresses.value(normalizedSiret(award.awardeeSirets.value(0)))});
    }
    const Result<LetterTemplate> words = texts(LetterKind::Reminder);
    if (!words)
        return failureOf(words);
    return withPrevious(reminderLetters(offers, {*words, m_operatorName, m_clock.today()}));
}

Result<QList<ComposedLetter>> LetterService::withPrevious(QList<ComposedLetter> composed) const
{
    const Result<QList<Letter>> written = letters();
    if (!written)
        return failureOf(written);
    for (ComposedLetter &one : composed) {
        const auto last = std::ranges::find_if(*written, [&](const Letter &earlier) {
            return earlier.kind == one.letter.kind && isSameOrganisation(earlier, one.letter);
        });
        if (last != written->end())
            one.previous = *last;
    }
    return composed;
}

Result<Letter> LetterService::record(Letter letter, LetterChannel channel)
{
    if (const QString defect = letterDefect(letter); !defect.isEmpty())
        return fail(ErrorCode::InvalidArgument, defect);
    letter.channel = channel;
    letter.operatorName = m_operatorName;
    letter.writtenAt = Clock::now();
    return m_database.inTransaction([&] { return LetterRepository(m_database).append(letter); })
        .map([&] { return letter; });
}

Result<Letter> LetterService::saveDraft(const Letter &letter, const QString &fileName)
{
    if (const QString defect = letterDefect(letter); !defect.isEmpty())
        return fail(ErrorCode::InvalidArgument, defect);
    const Result<> written = writeFile(fileName, [&letter](QIODevice &file) -> Result<> {
        file.write(mailMessage(letter, Clock::now()));
        return {};
    });
    if (!written)
        return failureOf(written);
    return record(letter, LetterChannel::Draft);
}

Result<QList<Letter>> LetterService::letters() const
{
    return LetterRepository(m_database).letters();
}

Result<QList<Letter>> LetterService::ofSession(const SessionKey &key) const
{
    return LetterRepository(m_database).ofSession(key);
}

Result<LetterTemplate> LetterService::texts(LetterKind kind) const
{
    return SettingRepository(m_database).settings().map([kind](const auto &settings) {
        return letterTemplate(kind, settings);
    });
}

} // namespace recoupe
