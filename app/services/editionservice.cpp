// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/editionservice.h"

#include "core/shortdate.h"
#include "report/editionview.h"
#include "report/tablefile.h"
#include "services/editioncomposer.h"
#include "storage/database.h"

#include <QCoreApplication>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

QString labelOf(int year, int number)
{
    return QStringLiteral("%1-%2").arg(year).arg(number, 2, 10, QLatin1Char('0'));
}

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

Result<> mayBeIssued(const EditionDraft &draft, const QString &overrideReason)
{
    if (draft.content.date < draft.content.previousDate)
        return fail(ErrorCode::Refused, olderThanLast(draft.content));
    if (isBlocked(draft.checks) && overrideReason.isEmpty())
        return fail(ErrorCode::Refused, blockedBy(draft.checks));
    return {};
}

} // namespace

EditionService::EditionService(Database &database, QString operatorName)
    : m_database(database)
    , m_operatorName(std::move(operatorName))
{
}

Result<EditionDraft> EditionService::draft(QDate date) const
{
    return compose(m_database, {date.year(), 0, date, {}});
}

Result<EditionContent> EditionService::issue(QDate date, const TableFile &file,
                                             const QString &overrideReason,
                                             const Progress &progress)
{
    const QString reason = overrideReason.trimmed();
    EditionContent content;
    const Result<> issued = m_database.inTransaction([&]() -> Result<> {
        EditionRepository editions(m_database);
        const Result<int> number = editions.nextNumber(date.year());
        if (!number)
            return failureOf(number);
        const Result<EditionDraft> draft = compose(m_database, {date.year(), *number, date, {}});
        if (!draft)
            return failureOf(draft);
        if (Result<> allowed = mayBeIssued(*draft, reason); !allowed)
            return allowed;
        content = draft->content;
        EditionRecord record;
        record.year = content.year;
        record.number = content.number;
        record.date = date;
        record.issuedAt = Clock::now();
        record.operatorName = m_operatorName;
        record.content = toJson(content);
        // Only what overrode something is a reason.
        record.overrideReason = isBlocked(draft->checks) ? reason : QString();
        if (Result<> kept = editions.append(record); !kept)
            return kept;
        // Last, and inside: an edition whose file could not be written was never issued.
        return saveEdition(content, file, progress);
    });
    if (!issued)
        return failureOf(issued);
    return content;
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
                        .arg(labelOf(year, number)));
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
    const EditionRepository editions(m_database);
    const Previous previous = contentOf(
        content.isDraft() ? editions.last() : editions.before(content.year, content.number));
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
                            .arg(labelOf((*last)->year, (*last)->number), labelOf(year, number)));
        return editions.annul(year, number, {Clock::now(), m_operatorName, reason.trimmed()});
    });
}

Result<> saveEdition(const EditionContent &content, const TableFile &file, const Progress &progress)
{
    return writeTableFile(arranged(content, file.view), file.name, progress, file.paper);
}

} // namespace recoupe
