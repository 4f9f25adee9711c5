// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/accountservice.h"
#include "services/decisionservice.h"
#include "services/distributionservice.h"
#include "services/editionservice.h"
#include "services/exportservice.h"
#include "services/feedservice.h"
#include "services/holdservice.h"
#include "services/importservice.h"
#include "services/letterservice.h"
#include "services/noteservice.h"
#include "services/personservice.h"
#include "services/profileservice.h"
#include "services/retentionservice.h"
#include "services/secrets.h"
#include "services/synchronisation.h"
#include "services/workspace.h"
#include "storage/basewatch.h"
#include "storage/revisionrepository.h"

#include <QMutex>

#include <atomic>
#include <memory>

namespace recoupe {

class CurrentWorkspace;
class Database;
class MaintenanceService;

//! What happened to one session, oldest first.
struct SessionEvents
{
    QList<Decision> decisions;
    QList<Letter> letters;
    QList<SessionDelivery> deliveries;
};

//! The program's use cases on one base, for one operator: what the window and the command line
//! call. All calls, and the destruction, belong to one thread: the one that first opened the base.
class BackOffice
{
public:
    //! Whether a base that does not exist is made: a mistyped path must not give an empty one to
    //! who only wants to read or to print.
    enum class Base
    {
        MayBeNew,
        MustExist
    };

    //! \a databaseUrl as on the command line; nothing is opened yet.
    BackOffice(QString databaseUrl, QString operatorName, Clock clock, Base base = Base::MayBeNew);
    ~BackOffice();

    //! Who signs; once a server's base is open, the account. This and the next three: from any
    //! thread.
    [[nodiscard]] QString operatorName() const;
    //! What the account may do to the base; of a file, and before it was opened, everything.
    [[nodiscard]] AccountRole role() const { return m_role; }
    //! Whether anything may be changed. Where not, whyNotWrite() says so in a sentence.
    [[nodiscard]] bool mayWrite() const { return role() != AccountRole::Reader; }
    [[nodiscard]] QString whyNotWrite() const;
    //! Why the account may not correct or erase what the open base holds of persons, in a sentence;
    //! empty where it may.
    [[nodiscard]] QString whyNotErase() const;
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    //! The base as it may be shown: without a password; empty when its address is no address.
    [[nodiscard]] QString databaseName() const;
    //! Whether the base is on a server, and not a file.
    [[nodiscard]] bool isOnServer() const;

    //! The same base for the same operator, over a connection of its own: for another thread. Where
    //! the base is to be made, this one does that.
    [[nodiscard]] std::shared_ptr<BackOffice> another() const;

    //! Keeps the password of the base's account: see keepDatabaseSecret(). Needs no open base.
    [[nodiscard]] Result<SecretPlace> keepPassword(const QString &password) const;

    //! Opens the base where it is not open yet.
    [[nodiscard]] Result<> open();
    void close();
    //! Watches the base for what others than this one, and those made of it by another(), do to it;
    //! null when its address is no address. Needs no open base.
    [[nodiscard]] std::unique_ptr<BaseWatch> watch() const;

    //! The base as it stands, checked; the same again while nothing changed.
    [[nodiscard]] Result<WorkspacePtr> workspace(const Progress &progress = {});
    //! Whether others may have changed the base since the last workspace(). \a mayBeOwn: another()
    //! may have written to it meanwhile. A file does not tell whose a change is: one that leaves
    //! the content as it was is then taken for its own.
    [[nodiscard]] Result<bool> hasChanged(bool mayBeOwn = false);
    //! The services, on the open base: call open() first.
    [[nodiscard]] ImportService imports();
    [[nodiscard]] DecisionService decisions(DecisionRequest request = {});
    [[nodiscard]] EditionService editions();
    [[nodiscard]] NoteService notes();
    [[nodiscard]] HoldService holds();
    [[nodiscard]] ProfileService profiles();
    [[nodiscard]] LetterService letters();
    [[nodiscard]] DistributionService distribution();
    [[nodiscard]] ExportService exports();
    [[nodiscard]] FeedService feeds();
    [[nodiscard]] PersonService persons();
    [[nodiscard]] RetentionService retention();
    [[nodiscard]] AccountService accounts();
    [[nodiscard]] Synchronisation synchronisation();
    //! The partners that got sessions of a batch of decisions since it was decided: what was sent
    //! is not called back by an undo.
    [[nodiscard]] Result<QList<Partner>> sentSince(const QString &batch);
    //! On the base's address: needs no open base.
    [[nodiscard]] MaintenanceService maintenance() const;
    //! Why the day's backup could not be made when the base was opened. Nothing where it was made,
    //! or need not be.
    [[nodiscard]] const std::optional<Error> &backupFailure() const { return m_backupFailure; }
    //! Notes the head of the trail where the settings say, as at the first opening of each day, and
    //! at the next ones while it was not noted everywhere.
    void noteHead();
    //! Why it could not be noted; nothing where it was, or need not be.
    [[nodiscard]] const std::optional<Error> &headFailure() const { return m_headFailure; }
    using Decide = std::function<Result<DecisionOutcome>(DecisionService)>;
    //! Runs a request, for one call of \a decide. Where the connection is lost, it may have been
    //! done or not: it is made again over a new connection, and done once. DatabaseUnreachable
    //! where there is none: make the same request again once the server is back.
    [[nodiscard]] Result<DecisionOutcome> decide(const DecisionRequest &request,
                                                 const Decide &decide);
    //! What a request would come to, and nothing of it done. \a seen: see DecisionRequest.
    [[nodiscard]] Result<DecisionOutcome> tryDecision(const Decide &decide,
                                                      const WorkspacePtr &seen = {});
    [[nodiscard]] Result<QList<Decision>> history(std::optional<SessionKey> key = {});
    //! The settings that differ from the program's own, as texts by name.
    [[nodiscard]] Result<QMap<QString, QString>> settings();
    //! What was decided after the event with that id, oldest first.
    [[nodiscard]] Result<QList<Decision>> decidedSince(qint64 id);
    //! Id of the newest decision; 0 where there is none.
    [[nodiscard]] Result<qint64> newestDecision();
    //! What was decided on a session and written about it.
    [[nodiscard]] Result<SessionEvents> events(const SessionKey &key);
    //! The day that the demonstration data are made for.
    [[nodiscard]] static QDate demoDay() { return {2026, 11, 23}; }
    //! Loads the demonstration data, all or nothing. Refused where the base holds others: those
    //! would no longer be told apart.
    [[nodiscard]] Result<QList<ImportSummary>> loadDemo(const Progress &progress = {});

private:
    [[nodiscard]] QString outboxFolder() const;
    [[nodiscard]] QString headsFile() const;

    QString m_databaseUrl;
    QString m_operatorName;
    Clock m_clock;
    Base m_base;
    QString m_writer;        //!< what the base calls the changes made here
    mutable QMutex m_naming; //!< holds m_operatorName
    std::atomic<AccountRole> m_role = AccountRole::Owner;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<CurrentWorkspace> m_current; //!< of what is open
    std::optional<qint64> m_revision;            //!< of the base, just before it was last loaded
    BaseRevision m_content;                      //!< at the same moment
    std::optional<Error> m_backupFailure;
    std::optional<Error> m_headFailure;
};

} // namespace recoupe
