// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/backoffice.h"

#include "storage/database.h"
#include "storage/decisionrepository.h"

namespace recoupe {

BackOffice::BackOffice(QString databaseUrl, QString operatorName, Clock clock, Base base)
    : m_databaseUrl(std::move(databaseUrl))
    , m_operatorName(std::move(operatorName))
    , m_clock(clock)
    , m_base(base)
{
}

BackOffice::~BackOffice() = default;

QString BackOffice::databaseName() const
{
    const Result<DatabaseUrl> url = DatabaseUrl::parse(m_databaseUrl);
    return url ? url->display() : QString();
}

Result<> BackOffice::open()
{
    if (m_database)
        return {};
    const Result<DatabaseUrl> url = DatabaseUrl::parse(m_databaseUrl);
    if (!url)
        return failureOf(url);
    Result<std::unique_ptr<Database>> database =
        Database::open(*url, m_base == Base::MayBeNew ? Database::Mode::CreateIfMissing
                                                      : Database::Mode::MustExist);
    if (!database)
        return failureOf(database);
    m_database = *std::move(database);
    return {};
}

void BackOffice::close()
{
    m_database.reset();
}

Result<WorkspacePtr> BackOffice::workspace(const Progress &progress)
{
    if (Result<> opened = open(); !opened)
        return failureOf(opened);
    return loadWorkspace(*m_database, m_clock.today(), progress);
}

ImportService BackOffice::imports()
{
    Q_ASSERT(m_database);
    return {*m_database, m_operatorName};
}

DecisionService BackOffice::decisions()
{
    Q_ASSERT(m_database);
    return {*m_database, m_operatorName, m_clock};
}

Result<DecisionOutcome> BackOffice::tryDecision(const Decide &decide)
{
    Result<DecisionOutcome> outcome;
    const Result<> tried = m_database->inTrial([&]() -> Result<> {
        outcome = decide(decisions());
        return outcome ? Result<>() : failureOf(outcome);
    });
    return tried ? outcome : failureOf(tried);
}

EditionService BackOffice::editions()
{
    Q_ASSERT(m_database);
    return {*m_database, m_operatorName};
}

NoteService BackOffice::notes()
{
    Q_ASSERT(m_database);
    return {*m_database, m_operatorName};
}

ProfileService BackOffice::profiles()
{
    Q_ASSERT(m_database);
    return ProfileService(*m_database);
}

LetterService BackOffice::letters()
{
    Q_ASSERT(m_database);
    return {*m_database, m_operatorName, m_clock};
}

DistributionService BackOffice::distribution()
{
    Q_ASSERT(m_database);
    return {*m_database, m_operatorName};
}

Result<SessionEvents> BackOffice::events(const SessionKey &key)
{
    const Result<QList<Decision>> decisions = history(key);
    if (!decisions)
        return failureOf(decisions);
    const Result<QList<Letter>> written = letters().ofSession(key);
    if (!written)
        return failureOf(written);
    return SessionEvents{*decisions, *written};
}

Result<QList<Decision>> BackOffice::history(std::optional<SessionKey> key)
{
    if (Result<> opened = open(); !opened)
        return failureOf(opened);
    return DecisionRepository(*m_database).history(std::move(key));
}

} // namespace recoupe
