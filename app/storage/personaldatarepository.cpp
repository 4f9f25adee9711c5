// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/personaldatarepository.h"

#include "storage/database.h"
#include "storage/sqlconnection.h"

#include <QCoreApplication>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

//! The subject, the keys, then the columns. All names are constants of personalTables().
QString selectOf(const PersonalTable &table)
{
    QStringList columns{QString::fromLatin1(table.subject)};
    columns << table.keyColumns();
    for (const PersonalColumn &column : table.columns)
        columns << QString::fromLatin1(column.name);
    return QStringLiteral("SELECT %1 FROM %2 ORDER BY %3")
        .arg(columns.join(QStringLiteral(", ")), QString::fromLatin1(table.name),
             QString::fromLatin1(table.key));
}

} // namespace

PersonalDataRepository::PersonalDataRepository(const Database &database)
    : m_sql(database.sql())
{
}

Result<QList<PersonalRow>> PersonalDataRepository::rows(const WithoutPerson &without,
                                                        const Progress &progress) const
{
    QList<PersonalRow> found;
    const std::span<const PersonalTable> tables = personalTables();
    for (std::size_t i = 0; i < tables.size(); ++i) {
        if (progress && !progress(qint64(i), qint64(tables.size())))
            return fail(ErrorCode::Cancelled, Tr::tr("Recherche interrompue."));
        if (Result<> done = read(tables[i], without, found); !done)
            return failureOf(done);
    }
    return found;
}

Result<> PersonalDataRepository::read(const PersonalTable &table, const WithoutPerson &without,
                                      QList<PersonalRow> &found) const
{
    QSqlQuery query(m_sql.database());
    query.setForwardOnly(true);
    if (!query.exec(selectOf(table)))
        return m_sql.failed(query.lastError());
    const qsizetype keys = table.keyColumns().size();
    while (query.next()) {
        PersonalRow row{&table, {}, query.value(0).toString(), {}};
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const QVariant value = query.value(int(1 + keys) + int(i));
            const Result<std::optional<QVariant>> after = without(table.columns[i].form, value);
            if (!after)
                return failureOf(after);
            if (*after)
                row.values.append({qsizetype(i), value, **after});
        }
        if (row.values.isEmpty())
            continue;
        for (int i = 0; i < int(keys); ++i)
            row.key << query.value(1 + i);
        found << row;
    }
    return query.lastError().isValid() ? m_sql.failed(query.lastError()) : Result<>();
}

} // namespace recoupe
