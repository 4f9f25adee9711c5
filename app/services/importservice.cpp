// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/importservice.h"

#include "exchange/awards/awardreader.h"
#include "exchange/lheo/lheoreader.h"
#include "exchange/sesar/sesarreader.h"
#include "storage/awardrepository.h"
#include "storage/database.h"
#include "storage/offerrepository.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

constexpr qint64 progressStep = 200;

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
    StoringSink(Database &database, ImportSummary &summary, const Progress &progress)
        : m_offers(database)
        , m_summary(summary)
        , m_progress(progress)
    {
    }

    Result<> accept(SubmittedAction action) override
    {
        const Result<SaveOutcome> outcome = m_offers.save(action, m_summary.record.id);
        if (!outcome)
            return failureOf(outcome);
        m_summary.actionsAdded += *outcome == SaveOutcome::New;
        m_summary.actionsChanged += *outcome == SaveOutcome::Changed;
        return {};
    }

    Result<> accept(SubmittedSession session) override
    {
        const Result<SaveOutcome> outcome = m_offers.save(session, m_summary.record.id);
        if (!outcome)
            return failureOf(outcome);
        count(m_summary.record, *outcome);
        return {};
    }

    //! Once the feed was read whole.
    Result<> close()
    {
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
    OfferRepository m_offers;
    ImportSummary &m_summary;
    const Progress &m_progress;
};

//! One import: enters it in the log, lets \a work fill the summary, sets the counts. One that
//! changed nothing is rolled back, log entry included, so that the same file twice leaves no trace.
template <typename Work>
Result<ImportSummary> runImport(Database &database, const ImportRecord &head, Work work)
{
    ImportSummary summary;
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
        if (!summary.changedAnything())
            return fail(ErrorCode::Cancelled, {});
        return imports.finish(summary.record, summary.rejections);
    });
    const bool nothingNew = !stored && stored.error().message.isEmpty();
    if (!stored && !nothingNew)
        return failureOf(stored);
    return summary;
}

Result<> saveDeclarations(Database &database, const SesarFile &file, ImportSummary &summary,
                          const Progress &progress)
{
    AwardRepository repository(database);
    qint64 done = 0;
    for (const SesarRow &row : file.rows) {
        if (progress && done % progressStep == 0 && !progress(done, file.rows.size()))
            return fail(ErrorCode::Cancelled, Tr::tr("Import interrompu ; rien n'a été changé."));
        ++done;
        const Result<SaveOutcome> outcome = repository.save(row.declaration, summary.record.id);
        if (!outcome)
            return failureOf(outcome);
        count(summary.record, *outcome);
    }
    summary.rejections = file.rejections;
    summary.warnings = file.warnings;
    return {};
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

} // namespace

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
    return runImport(m_database, headOf(ImportKind::Lheo, fileName, m_operatorName),
                     [&](ImportSummary &summary) -> Result<> {
                         StoringSink sink(m_database, summary, progress);
                         if (Result<> read = readLheo(fileName, sink); !read)
                             return read;
                         return sink.close();
                     });
}

Result<ImportSummary> ImportService::importAwards(const QString &fileName,
                                                  std::optional<Funder> funder,
                                                  const Progress &progress)
{
    TableProfile profile;
    profile.funder = funder;
    return importTable(fileName, TableKind::Awards, profile, progress);
}

Result<ImportSummary> ImportService::importSesar(const QString &fileName, const Progress &progress)
{
    return importTable(fileName, TableKind::Sesar, {}, progress);
}

Result<ImportSummary> ImportService::importTable(const QString &fileName, TableKind kind,
                                                 const TableProfile &profile,
                                                 const Progress &progress)
{
    return kind == TableKind::Awards ? takeAwards(fileName, profile, progress)
                                     : takeSesar(fileName, profile, progress);
}

Result<ImportSummary> ImportService::takeAwards(const QString &fileName,
                                                const TableProfile &profile,
                                                const Progress &progress)
{
    const auto work = [&](ImportSummary &summary) -> Result<> {
        AwardRepository repository(m_database);
        const auto save = [&](const AwardRow &row) -> Result<> {
            return repository.save(row.award, summary.record.id).map([&](SaveOutcome outcome) {
                count(summary.record, outcome);
            });
        };
        const Result<AwardRemarks> remarks =
            readAwards(fileName, {.profile = profile, .progress = progress}, save);
        if (!remarks)
            return failureOf(remarks);
        summary.rejections = remarks->rejections;
        summary.warnings = remarks->warnings;
        return {};
    };
    return runImport(m_database, headOf(ImportKind::Awards, fileName, m_operatorName), work);
}

Result<ImportSummary> ImportService::takeSesar(const QString &fileName, const TableProfile &profile,
                                               const Progress &progress)
{
    const Result<SesarFile> file = readSesar(fileName, profile);
    if (!file)
        return failureOf(file);
    return runImport(m_database, headOf(ImportKind::Sesar, fileName, m_operatorName),
                     [&](ImportSummary &summary) {
                         return saveDeclarations(m_database, *file, summary, progress);
                     });
}

Result<ImportSummary> ImportService::importAny(const QString &fileName,
                                               std::optional<Funder> funder,
                                               const Progress &progress)
{
    Result<ImportSummary> summary = importLheo(fileName, progress);
    if (summary || !isOtherKind(summary.error()))
        return summary;
    const Result<ImportSummary> awards = importAwards(fileName, funder, progress);
    if (awards || !isOtherKind(awards.error()))
        return awards;
    const Result<ImportSummary> sesar = importSesar(fileName, progress);
    if (sesar || !isOtherKind(sesar.error()))
        return sesar;
    // A table that is neither: the notifications' message names the columns looked for. Something
    // that is no table at all was most likely meant as a feed.
    return awards.error().code == ErrorCode::MissingColumn ? awards : summary;
}

QString describe(const Rejection &rejection)
{
    QStringList parts;
    if (rejection.line > 0)
        parts << Tr::tr("ligne %1").arg(rejection.line);
    if (!rejection.record.isEmpty())
        parts << rejection.record;
    if (!rejection.field.isEmpty())
        parts << Tr::tr("champ « %1 »").arg(rejection.field);
    const QString value =
        rejection.value.isEmpty() ? Tr::tr("vide") : Tr::tr("« %1 »").arg(rejection.value);
    return Tr::tr("%1, %2 : %3 ; attendu : %4.")
        .arg(QFileInfo(rejection.file).fileName(), parts.join(QLatin1String(", ")), value,
             rejection.expected);
}

} // namespace recoupe
