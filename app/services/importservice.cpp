// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/importservice.h"

#include "exchange/awards/awardreader.h"
#include "exchange/decp/decpformat.h"
#include "exchange/lheo/lheoreader.h"
#include "exchange/prescribers/prescriberreader.h"
#include "exchange/sesar/sesarreader.h"
#include "services/erasedpersons.h"
#include "services/filedigest.h"
#include "services/prescriberchanges.h"
#include "storage/awardrepository.h"
#include "storage/database.h"
#include "storage/offerrepository.h"
#include "storage/prescriberrepository.h"
#include "storage/usedbase.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

constexpr qint64 progressStep = 200;

// What is kept back until it is stored: enough to make the way to a server worth it, and no more
// memory than that.
constexpr std::size_t batchSize = 2000;
constexpr qsizetype batchBytes = 8 * 1024 * 1024;

void count(ImportRecord &record, SaveOutcome outcome)
{
    switch (outcome) {
    case SaveOutcome::New: ++record.added; break;
    case SaveOutcome::Changed: ++record.changed; break;
    case SaveOutcome::Unchanged: ++record.unchanged; break;
    }
}

//! Stores what the reader hands over, in the transaction of the import.
class StoringSink : public LheoSink
{
public:
    StoringSink(Database &database, ErasedPersons &erased, ImportSummary &summary,
                const Progress &progress)
        : m_offers(database)
        , m_erased(erased)
        , m_summary(summary)
        , m_progress(progress)
    {
    }

    Result<> accept(SubmittedAction action) override
    {
        m_erased.look(action.action);
        m_bytes += action.source.size();
        m_actions.push_back(std::move(action));
        return storeIfFull();
    }

    Result<> accept(SubmittedSession session) override
    {
        m_erased.look(session.session);
        m_bytes += session.source.size();
        m_sessions.push_back(std::move(session));
        return storeIfFull();
    }

    //! Once the feed was read whole.
    Result<> close()
    {
        if (Result<> stored = store(); !stored)
            return stored;
        // A record that was refused was in the feed.
        const auto unsure = [&](const SessionKey &key) {
            return std::ranges::any_of(m_summary.rejections, [&](const Rejection &rejection) {
                return rejection.record.contains(key.session) ||
                       rejection.record.contains(key.formation);
            });
        };
        const Result<FeedOutcome> outcome = m_offers.closeFeed(m_summary.record.id, unsure);
        if (!outcome)
            return failureOf(outcome);
        m_summary.record.vanished = outcome->vanished;
        m_summary.returned = outcome->returned;
        return {};
    }

    void reject(Rejection rejection) override { m_summary.rejections.append(std::move(rejection)); }

    void warn(const QString &sentence) override { m_summary.warnings.append(sentence); }

    bool progress(qint64 bytesRead, qint64 bytesTotal) override
    {
        return !m_progress || m_progress(bytesRead, bytesTotal);
    }

private:
    Result<> storeIfFull()
    {
        const bool isFull =
            m_actions.size() + m_sessions.size() >= batchSize || m_bytes >= batchBytes;
        return isFull ? store() : Result<>();
    }

    Result<> store()
    {
        const std::span<const SubmittedAction> newActions(m_actions);
        const std::span<const SubmittedSession> newSessions(m_sessions);
        const auto actions = m_offers.save(newActions, m_summary.record.id);
        if (!actions)
            return failureOf(actions);
        const auto sessions = m_offers.save(newSessions, m_summary.record.id);
        if (!sessions)
            return failureOf(sessions);
        m_summary.actionsAdded += int(actions->count(SaveOutcome::New));
        m_summary.actionsChanged += int(actions->count(SaveOutcome::Changed));
        for (const SaveOutcome outcome : *sessions)
            count(m_summary.record, outcome);
        m_actions.clear();
        m_sessions.clear();
        m_bytes = 0;
        return {};
    }

    OfferRepository m_offers;
    ErasedPersons &m_erased;
    std::vector<SubmittedAction> m_actions; //!< to be stored
    std::vector<SubmittedSession> m_sessions;
    qsizetype m_bytes = 0; //!< of their sources
    ImportSummary &m_summary;
    const Progress &m_progress;
};

//! Whichever folder the file came from.
bool isSame(const Rejection &a, const Rejection &b)
{
    Rejection moved = a;
    moved.file = b.file;
    return moved == b;
}

//! What the log keeps of what was left out. Rows of prescribers are personal data: the operator has
//! them in the summary and in the file.
QList<Rejection> keptRejections(const ImportSummary &summary)
{
    return summary.record.kind == ImportKind::Prescribers ? QList<Rejection>() : summary.rejections;
}

//! Whether an import is worth an entry in the log: it changed something, or left out what the log
//! does not tell yet.
Result<bool> isNews(const ImportRepository &imports, const ImportSummary &summary)
{
    const QList<Rejection> rejections = keptRejections(summary);
    if (summary.changedAnything() || rejections.isEmpty())
        return summary.changedAnything();
    return imports.lastRejections(summary.record).map([&](const QList<Rejection> &last) {
        return !std::ranges::equal(last, rejections, isSame);
    });
}

Result<> checkDigest(const ImportPlan &plan)
{
    return expectDigest(plan.file, plan.digest,
                        Tr::tr("Le fichier « %1 » a changé depuis son résumé ; rien n'en a été "
                               "importé. Relire le résumé, puis importer.")
                            .arg(QFileInfo(plan.file).fileName()));
}

//! An empty list would leave nobody to send the table to.
QString noPrescriberLeft(const ImportPlan &plan, const PrescriberFile &file)
{
    const QString refusal =
        Tr::tr("Le fichier « %1 » n'a aucune adresse à reprendre ; la liste des "
               "destinataires reste ce qu'elle est.")
            .arg(QFileInfo(plan.file).fileName());
    return file.rejections.isEmpty() ? refusal : refusal + u' ' + describe(file.rejections.first());
}

//! That nobody changed the list since it was tried to replace it.
Result<> expectSeenList(const ImportPlan &plan, const QList<Prescriber> &now)
{
    const QString changes =
        plan.digest.isEmpty() ? QString() : listChangesInWords(plan.seenPrescribers, now);
    if (changes.isEmpty())
        return {};
    return fail(ErrorCode::FileChanged,
                Tr::tr("La liste des destinataires a changé depuis le résumé de « %1 » : %2. Rien "
                       "n'a été importé : relire le résumé, puis importer.")
                    .arg(QFileInfo(plan.file).fileName(), changes));
}

//! One import: enters it in the log, lets \a work fill the summary, sets the counts. One that
//! brings nothing new is rolled back, log entry included, so that the same file twice leaves no
//! trace.
template <typename Work>
Result<ImportSummary> runImport(Database &database, const ImportRecord &head, Work work)
{
    ImportSummary summary;
    bool isNothingNew = false;
    const Result<> stored = database.inTransaction([&]() -> Result<> {
        summary = {};
        summary.record = head;
        summary.record.at = QDateTime::currentDateTimeUtc();
        ImportRepository imports(database);
        const Result<qint64> id = imports.begin(summary.record);
        if (!id)
            return failureOf(id);
        summary.record.id = *id;
        if (Result<> done = work(summary); !done)
            return done;
        summary.record.rejected = int(summary.rejections.size());
        const Result<bool> news = isNews(imports, summary);
        if (!news)
            return failureOf(news);
        isNothingNew = !*news;
        if (isNothingNew)
            return fail(ErrorCode::Cancelled, {});
        return imports.finish(summary.record, keptRejections(summary));
    });
    if (!stored && !isNothingNew)
        return failureOf(stored);
    return summary;
}

ImportRecord headOf(ImportKind kind, const QString &fileName, const QString &operatorName)
{
    ImportRecord head;
    head.kind = kind;
    head.fileName = QFileInfo(fileName).fileName();
    head.operatorName = operatorName;
    return head;
}

bool isOtherKind(const Error &error)
{
    return error.code == ErrorCode::NotTheFormat || error.code == ErrorCode::MissingColumn;
}

bool isActive(const CheckedSession &session)
{
    return session.stored.active;
}

ActiveChange changeOf(const CheckedSession &before, const CheckedSession &after)
{
    return {.key = before.key(),
            .before = before.control,
            .after = after.control,
            .recruitmentBefore = before.stored.recruitment,
            .recruitmentAfter = after.stored.recruitment,
            .vanishes = !before.stored.vanishedAt.isValid() && after.stored.vanishedAt.isValid()};
}

QList<ActiveChange> activeChanges(const Workspace &before, const Workspace &after)
{
    QList<ActiveChange> changes;
    for (const CheckedSession &session : before.sessions) {
        const qsizetype position = isActive(session) ? after.indexOf(session.key()) : -1;
        if (position < 0)
            continue;
        const ActiveChange change = changeOf(session, after.sessions.at(position));
        if (change != changeOf(session, session))
            changes << change;
    }
    return changes;
}

bool changeAnything(const QList<ImportOutcome> &outcomes)
{
    return std::ranges::any_of(outcomes, [](const ImportOutcome &outcome) {
        return outcome.summary && outcome.summary->changedAnything();
    });
}

//! So that the import replaces only what its trial would have.
void rememberLists(QList<ImportOutcome> &outcomes)
{
    for (ImportOutcome &outcome : outcomes) {
        if (outcome.summary && outcome.summary->record.kind == ImportKind::Prescribers)
            outcome.plan.seenPrescribers = outcome.summary->formerPrescribers;
    }
}

bool isCancelled(const ImportOutcome &outcome)
{
    return !outcome.summary && outcome.summary.error().code == ErrorCode::Cancelled;
}

} // namespace

TableKind tableKindOf(ImportKind kind)
{
    switch (kind) {
    case ImportKind::Sesar: return TableKind::Sesar;
    case ImportKind::Prescribers: return TableKind::Prescribers;
    case ImportKind::Lheo:
    case ImportKind::Awards: break;
    }
    return TableKind::Awards;
}

ImportKind importKindOf(TableKind kind)
{
    switch (kind) {
    case TableKind::Sesar: return ImportKind::Sesar;
    case TableKind::Prescribers: return ImportKind::Prescribers;
    case TableKind::Awards: break;
    }
    return ImportKind::Awards;
}

bool ImportSummary::changedAnything() const
{
    return record.added + record.changed + record.vanished + returned + actionsAdded +
               actionsChanged >
           0;
}

ImportService::ImportService(Database &database, QString operatorName)
    : m_database(database)
    , m_operatorName(std::move(operatorName))
{
}

Result<ImportSummary> ImportService::importLheo(const QString &fileName, const Progress &progress)
{
    return import({.file = fileName, .kind = ImportKind::Lheo}, progress);
}

Result<ImportSummary> ImportService::importAwards(const QString &fileName,
                                                  std::optional<Funder> funder,
                                                  const Progress &progress)
{
    ImportPlan plan{.file = fileName, .kind = ImportKind::Awards};
    plan.profile.funder = funder;
    return import(plan, progress);
}

Result<ImportSummary> ImportService::importSesar(const QString &fileName, const Progress &progress)
{
    return import({.file = fileName, .kind = ImportKind::Sesar}, progress);
}

Result<ImportSummary> ImportService::import(const ImportPlan &plan, const Progress &progress)
{
    if (isOfUsedBase(plan.file)) {
        return fail(ErrorCode::Refused,
                    Tr::tr("« %1 » est un fichier de la base ouverte, et non un fichier à "
                           "importer.")
                        .arg(QDir::toNativeSeparators(plan.file)));
    }
    return plan.kind ? importAs(*plan.kind, plan, progress) : importRecognised(plan, progress);
}

Result<ImportSummary> ImportService::importRecognised(const ImportPlan &plan,
                                                      const Progress &progress)
{
    const Result<ImportSummary> feed = importAs(ImportKind::Lheo, plan, progress);
    if (feed || !isOtherKind(feed.error()))
        return feed;
    const Result<ImportSummary> awards = importAs(ImportKind::Awards, plan, progress);
    if (awards || !isOtherKind(awards.error()))
        return awards;
    const Result<ImportSummary> sesar = importAs(ImportKind::Sesar, plan, progress);
    if (sesar || !isOtherKind(sesar.error()))
        return sesar;
    // A table that is neither: the notifications' message names the columns looked for. Something
    // that is no table at all was most likely meant as a feed.
    return awards.error().code == ErrorCode::MissingColumn ? awards : feed;
}

Result<ImportSummary> ImportService::importAs(ImportKind kind, const ImportPlan &plan,
                                              const Progress &progress)
{
    const auto take = [&](ImportSummary &summary) {
        switch (kind) {
        case ImportKind::Lheo: return takeFeed(plan, summary, progress);
        case ImportKind::Awards: return takeAwards(plan, summary, progress);
        case ImportKind::Prescribers: return takePrescribers(plan, summary);
        case ImportKind::Sesar: break;
        }
        return takeDeclarations(plan, summary, progress);
    };
    return runImport(m_database, headOf(kind, plan.file, m_operatorName),
                     [&](ImportSummary &summary) -> Result<> {
                         if (Result<> taken = take(summary); !taken)
                             return taken;
                         // Afterwards, so that no change while it was read goes unseen.
                         return checkDigest(plan);
                     });
}

Result<> ImportService::takeFeed(const ImportPlan &plan, ImportSummary &summary,
                                 const Progress &progress)
{
    Result<ErasedPersons> erased = ErasedPersons::load(m_database);
    if (!erased)
        return failureOf(erased);
    StoringSink sink(m_database, *erased, summary, progress);
    if (Result<> read = readLheo(plan.file, sink); !read)
        return read;
    summary.warnings += erased->warnings();
    return sink.close();
}

Result<> ImportService::takeAwards(const ImportPlan &plan, ImportSummary &summary,
                                   const Progress &progress)
{
    const Result<bool> holdsDecp = isDecp(plan.file);
    if (!holdsDecp)
        return failureOf(holdsDecp);
    summary.isTable = !*holdsDecp;
    AwardRepository repository(m_database);
    const auto save = [&](const AwardRow &row) -> Result<> {
        return repository.save(row.award, summary.record.id).map([&](SaveOutcome outcome) {
            count(summary.record, outcome);
        });
    };
    const Result<AwardRemarks> remarks =
        readAwards(plan.file, {.profile = plan.profile, .progress = progress}, save);
    if (!remarks)
        return failureOf(remarks);
    summary.rejections = remarks->rejections;
    summary.warnings = remarks->warnings;
    return {};
}

Result<> ImportService::takeDeclarations(const ImportPlan &plan, ImportSummary &summary,
                                         const Progress &progress)
{
    summary.isTable = true;
    const Result<SesarFile> file = readSesar(plan.file, plan.profile);
    if (!file)
        return failureOf(file);
    AwardRepository repository(m_database);
    qint64 done = 0;
    for (const SesarRow &row : file->rows) {
        if (progress && done % progressStep == 0 && !progress(done, file->rows.size()))
            return fail(ErrorCode::Cancelled, Tr::tr("Import interrompu ; rien n'a été changé."));
        ++done;
        const Result<SaveOutcome> outcome = repository.save(row.declaration, summary.record.id);
        if (!outcome)
            return failureOf(outcome);
        count(summary.record, *outcome);
    }
    summary.rejections = file->rejections;
    summary.warnings = file->warnings;
    return {};
}

Result<> ImportService::takePrescribers(const ImportPlan &plan, ImportSummary &summary)
{
    summary.isTable = true;
    const Result<PrescriberFile> file = readPrescribers(plan.file, plan.profile);
    if (!file)
        return failureOf(file);
    if (file->prescribers.isEmpty())
        return fail(ErrorCode::Refused, noPrescriberLeft(plan, *file));
    Result<ErasedPersons> erased = ErasedPersons::load(m_database);
    if (!erased)
        return failureOf(erased);
    for (const Prescriber &prescriber : file->prescribers)
        erased->look(prescriber.address, QFileInfo(plan.file).fileName());
    if (Result<> replaced = replacePrescribers(plan, file->prescribers, summary); !replaced)
        return replaced;
    summary.rejections = file->rejections;
    summary.warnings = file->warnings + erased->warnings();
    if (!file->rejections.isEmpty())
        summary.warnings << Tr::tr("La liste remplace l'ancienne en entier : corriger les lignes "
                                   "rejetées dans le fichier lui-même, puis l'importer de "
                                   "nouveau.");
    return {};
}

Result<> ImportService::replacePrescribers(const ImportPlan &plan, const QList<Prescriber> &list,
                                           ImportSummary &summary)
{
    PrescriberRepository repository(m_database);
    const Result<QList<Prescriber>> former = repository.prescribers();
    if (!former)
        return failureOf(former);
    const Result<PrescriberChanges> changes = repository.replace(list);
    if (!changes)
        return failureOf(changes);
    summary.formerPrescribers = *former;
    summary.record.added = changes->added;
    summary.record.changed = changes->changed;
    summary.record.unchanged = changes->unchanged;
    summary.record.vanished = changes->removed;
    if (m_database.isTrying() || !summary.changedAnything())
        return {};
    return expectSeenList(plan, *former);
}

QList<ImportOutcome> ImportService::importAll(const QList<ImportPlan> &plans,
                                              const Progress &progress)
{
    QList<ImportOutcome> outcomes;
    for (const ImportPlan &plan : plans) {
        outcomes.append({plan, import(plan, progress)});
        if (isCancelled(outcomes.last()))
            break;
    }
    return outcomes;
}

Result<ImportTrial> ImportService::tryAll(QList<ImportPlan> plans, const WorkspacePtr &before,
                                          const Progress &progress)
{
    // Of a file that cannot be read, the import says why.
    for (ImportPlan &plan : plans)
        plan.digest = digestOf(plan.file, progress).value_or(QByteArray());
    ImportTrial trial;
    const Result<> tried = m_database.inTrial([&]() -> Result<> {
        trial = {importAll(plans, progress), {}};
        if (!trial.files.isEmpty() && isCancelled(trial.files.last()))
            return failureOf(trial.files.last().summary);
        rememberLists(trial.files);
        if (!before || !changeAnything(trial.files) ||
            std::ranges::none_of(before->sessions, isActive))
            return {};
        const Result<WorkspacePtr> after = loadWorkspace(m_database, before->today, progress);
        if (!after)
            return failureOf(after);
        trial.activeChanges = activeChanges(*before, **after);
        return {};
    });
    return tried.map([&] { return trial; });
}

QString describe(const Rejection &rejection)
{
    QStringList parts;
    if (!rejection.file.isEmpty())
        parts << QFileInfo(rejection.file).fileName();
    if (rejection.line > 0)
        parts << Tr::tr("ligne %1").arg(rejection.line);
    if (!rejection.record.isEmpty())
        parts << rejection.record;
    if (!rejection.field.isEmpty())
        parts << Tr::tr("champ « %1 »").arg(rejection.field);
    const QString value =
        rejection.value.isEmpty() ? Tr::tr("vide") : Tr::tr("« %1 »").arg(rejection.value);
    return Tr::tr("%1 : %2 ; attendu : %3.")
        .arg(parts.join(QLatin1String(", ")), value, rejection.expected);
}

} // namespace recoupe
