// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/editionservice.h"

#include "core/shortdate.h"
#include "services/workspace.h"
#include "storage/database.h"

#include <QCoreApplication>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

Result<EditionContent> compose(Database &database, EditionHead head)
{
    const Result<WorkspacePtr> workspace = loadWorkspace(database, head.date);
    if (!workspace)
        return failureOf(workspace);
    const Result<std::optional<EditionRecord>> previous = EditionRepository(database).last();
    if (!previous)
        return failureOf(previous);
    if (previous->has_value())
        head.previousDate = (*previous)->date;
    return composeEdition(head, publishedSessions(**workspace));
}

//! Editions replace one another: one dated before the last would take readers back in time.
QString olderThanLast(const EditionContent &content)
{
    return Tr::tr(
               "La dernière édition est du %1 : une édition du %2 la remplacerait par plus ancien "
               "qu'elle. Choisir une date qui n'est pas antérieure.")
        .arg(shortDate(content.previousDate), shortDate(content.date));
}

} // namespace

QList<PublishedSession> publishedSessions(const Workspace &workspace)
{
    QList<PublishedSession> published;
    for (const CheckedSession &session : workspace.sessions) {
        if (!session.audience.table)
            continue;
        published.append({workspace.actionOf(session).published(), session.stored.published(),
                          session.stored.recruitment});
    }
    return published;
}

EditionService::EditionService(Database &database, QString operatorName)
    : m_database(database)
    , m_operatorName(std::move(operatorName))
{
}

Result<EditionContent> EditionService::draft(QDate date) const
{
    return compose(m_database, {date.year(), 0, date, {}});
}

Result<EditionContent> EditionService::issue(QDate date, const QString &file,
                                             const Progress &progress, Paper paper)
{
    EditionContent content;
    const Result<> issued = m_database.inTransaction([&]() -> Result<> {
        EditionRepository editions(m_database);
        const Result<int> number = editions.nextNumber(date.year());
        if (!number)
            return failureOf(number);
        Result<EditionContent> composed = compose(m_database, {date.year(), *number, date, {}});
        if (!composed)
            return failureOf(composed);
        content = *std::move(composed);
        if (content.date < content.previousDate)
            return fail(ErrorCode::Refused, olderThanLast(content));
        EditionRecord record;
        record.year = content.year;
        record.number = content.number;
        record.date = date;
        record.issuedAt = Clock::now();
        record.operatorName = m_operatorName;
        record.content = toJson(content);
        if (Result<> kept = editions.append(record); !kept)
            return kept;
        // Last, and inside: an edition whose file could not be written was never issued.
        return writeTableFile(content, file, progress, paper);
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
                    Tr::tr("L'édition %1-%2 n'existe pas : « recoupe table --issue » en crée une.")
                        .arg(year)
                        .arg(number, 2, 10, QLatin1Char('0')));
    return editionFromJson((*record)->content);
}

Result<QList<EditionRecord>> EditionService::editions() const
{
    return EditionRepository(m_database).editions();
}

} // namespace recoupe
