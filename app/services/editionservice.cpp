// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/editionservice.h"

#include "core/shortdate.h"
#include "domain/editionnumber.h"
#include "report/editionview.h"
#include "report/tablefile.h"
#include "services/editioncomposer.h"
#include "services/editionfile.h"
#include "storage/database.h"

#include <QCoreApplication>

#include <algorithm>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

using Previous = Result<std::optional<EditionContent>>;

Previous contentOf(const Result<std::optional<EditionRecord>> &record)
{
    if (!record)
        return failureOf(record);
    if (!record->has_value())
        return std::nullopt;
    return editionFromJson((*record)->content);
}

Result<EditionDraft> compose(Database &database, const EditionHead &head)
{
    const Result<WorkspacePtr> workspace = loadWorkspace(database, head.date);
    if (!workspace)
        return failureOf(workspace);
    const Previous previous = contentOf(EditionRepository(database).last());
    if (!previous)
        return failureOf(previous);
    const EditionContent *before = previous->has_value() ? &**previous : nullptr;
    EditionDraft draft{composeEdition(**workspace, head, before), {}};
    draft.checks = editionChecks(**workspace, draft.content, before);
    return draft;
}

//! Editions replace one another: one dated before the last would take readers back in time.
QString olderThanLast(const EditionContent &content)
{
    return Tr::tr(
               "La dernière édition est du %1 : une édition du %2 la remplacerait par plus ancien "
               "qu'elle. Choisir une date qui n'est pas antérieure.")
        .arg(shortDate(content.previousDate), shortDate(content.date));
}

QString blockedBy(const QList<EditionCheck> &checks)
{
    QStringList reasons;
    for (const EditionCheck &check : checks) {
        if (check.severity == Severity::Blocking)
            reasons << check.message;
    }
    return Tr::tr("L'édition n'est pas faite. %1 Pour éditer malgré cela, écrire un motif.")
        .arg(reasons.join(u' '));
}

QString changedMeanwhile()
{
    return Tr::tr("Le tableau a changé entre-temps : une édition a été faite, ou des sessions ont "
                  "été modifiées. Relire le projet, puis éditer de nouveau.");
}

//! Whether the reason, if there is one, speaks of all that blocks.
bool isOverridden(const QList<EditionCheck> &checks, const IssueRequest &request)
{
    if (request.overrideReason.trimmed().isEmpty())
        return false;
    return request.acceptedChecks.isEmpty() ||
           std::ranges::all_of(checks, [&](const EditionCheck &check) {
               return check.severity != Severity::Blocking ||
                      request.acceptedChecks.contains(check.id);
           });
}

Result<> mayBeIssued(const EditionDraft &draft, const IssueRequest &request)
{
    if (draft.content.date < draft.content.previousDate)
        return fail(ErrorCode::Refused, olderThanLast(draft.content));
    if (request.seen && *request.seen != draft.content)
        return fail(ErrorCode::Refused, changedMeanwhile());
    if (isBlocked(draft.checks) && !isOverridden(draft.checks, request))
        return fail(ErrorCode::Refused, blockedBy(draft.checks));
    return {};
}

} // namespace

EditionService::EditionService(Database &database, QString operatorName, QString notes)
    : m_database(database)
    , m_operatorName(std::move(operatorName))
    , m_notes(std::move(notes))
{
}

Result<EditionDraft> EditionService::draft(QDate date) const
{
    return compose(m_database, {date.year(), 0, date, {}});
}

//! Inside a transaction: takes the number, freezes the content, and writes the file.
Result<IssuedEdition> EditionService::append(const IssueRequest &request, EditionFile &file,
                                             const Progress &progress)
{
    EditionRepository editions(m_database);
    const int year = request.date.year();
    const Result<int> number = editions.nextNumber(year);
    if (!number)
        return failureOf(number);
    const Result<EditionDraft> draft = compose(m_database, {year, *number, request.date, {}});
    if (!draft)
        return failureOf(draft);
    if (Result<> allowed = mayBeIssued(*draft, request); !allowed)
        return failureOf(allowed);
    EditionRecord record;
    record.year = year;
    record.number = *number;
    record.date = request.date;
    record.issuedAt = Clock::now();
    record.operatorName = m_operatorName;
    record.content = toJson(draft->content);
    // Only what overrode something is a reason.
    if (isBlocked(draft->checks))
        record.overrideReason = request.overrideReason.trimmed();
    if (Result<> kept = editions.append(record); !kept)
        return failureOf(kept);
    if (Result<> noted = file.note(record); !noted)
        return failureOf(noted);
    const TableFile staged{file.staged().path(), request.file.view, request.file.paper};
    if (Result<> saved = saveEdition(draft->content, staged, progress); !saved)
        return failureOf(saved);
    return IssuedEdition{draft->content, draft->checks};
}

Result<IssuedEdition> EditionService::issue(const IssueRequest &request, const Progress &progress)
{
    // Written before the number is taken for good, put in its place after: neither an edition
    // without a file that could be written, nor a file of an edition that there is not.
    Q_ASSERT(!m_notes.isEmpty());
    EditionFile file(request.file.name, m_notes);
    IssuedEdition edition;
    const Result<> issued = m_database.inTransaction([&]() -> Result<> {
        Result<IssuedEdition> appended = append(request, file, progress);
        if (!appended)
            return failureOf(appended);
        edition = *std::move(appended);
        return {};
    });
    if (!issued)
        return file.staged().failureOf(issued.error());
    if (const Result<> put = file.staged().put(); !put)
        return fail(ErrorCode::FileUnwritable,
                    Tr::tr("L'édition n° %1 est enregistrée, mais pas son fichier. %2 "
                           "« Enregistrer sous » l'écrit de nouveau.")
                        .arg(edition.content.label(), put.error().message),
                    put.error().detail);
    return edition;
}

Result<EditionContent> EditionService::find(int year, int number) const
{
    const Result<std::optional<EditionRecord>> record =
        EditionRepository(m_database).find(year, number);
    if (!record)
        return failureOf(record);
    if (!record->has_value())
        return fail(ErrorCode::NotFound,
                    Tr::tr("L'édition %1 n'existe pas : « recoupe table --issue » en crée une.")
                        .arg(EditionNumber{year, number}.label()));
    Result<EditionContent> content = editionFromJson((*record)->content);
    if (content)
        content->annulled = (*record)->annulment.has_value();
    return content;
}

Result<QList<EditionRecord>> EditionService::editions() const
{
    return EditionRepository(m_database).editions();
}

Result<QList<EditionDifference>>
EditionService::differencesFromPrevious(const EditionContent &content) const
{
    const std::optional<EditionNumber> before = EditionNumber::fromLabel(content.previousLabel);
    if (!before)
        return QList<EditionDifference>();
    const Previous previous =
        contentOf(EditionRepository(m_database).find(before->year, before->number));
    if (!previous)
        return failureOf(previous);
    if (!previous->has_value())
        return QList<EditionDifference>();
    return markedDifferences(**previous, content);
}

Result<> EditionService::annul(int year, int number, const QString &reason)
{
    if (reason.trimmed().isEmpty())
        return fail(ErrorCode::InvalidArgument,
                    Tr::tr("Écrire pourquoi l'édition est annulée : le motif reste avec elle."));
    return m_database.inTransaction([&]() -> Result<> {
        EditionRepository editions(m_database);
        const Result<std::optional<EditionRecord>> last = editions.last();
        if (!last)
            return failureOf(last);
        if (!last->has_value())
            return fail(ErrorCode::NotFound, Tr::tr("Aucune édition n'est à annuler."));
        if ((*last)->year != year || (*last)->number != number)
            return fail(ErrorCode::Refused,
                        Tr::tr("Seule la dernière édition en vigueur peut être annulée : c'est la "
                               "n° %1, non la n° %2.")
                            .arg(EditionNumber{(*last)->year, (*last)->number}.label(),
                                 EditionNumber{year, number}.label()));
        return editions.annul(year, number, {Clock::now(), m_operatorName, reason.trimmed()});
    });
}

Result<> saveEdition(const EditionContent &content, const TableFile &file, const Progress &progress)
{
    return writeTableFile(arranged(content, file.view), file.name, progress, file.paper);
}

} // namespace recoupe
