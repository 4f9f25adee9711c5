// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/retentionservice.h"

#include "core/clock.h"
#include "services/databaseaccess.h"
#include "storage/database.h"
#include "storage/erasurerepository.h"
#include "storage/retentionrepository.h"
#include "storage/settingrepository.h"

#include <numeric>

namespace recoupe {

RetentionService::RetentionService(Database &database, QString operatorName)
    : m_database(database)
    , m_operatorName(std::move(operatorName))
{
}

Result<QList<RetentionLine>> RetentionService::remove(const QDateTime &now)
{
    const Result<QMap<QString, QString>> settings = SettingRepository(m_database).settings();
    if (!settings)
        return failureOf(settings);
    QList<RetentionLine> lines;
    for (const RetainedRecord record : retainedRecords) {
        const Result<qint64> rows =
            RetentionRepository(m_database).removeBefore(record, keptSince(record, *settings, now));
        if (!rows)
            return failureOf(rows);
        lines.append({record, retentionMonths(record, *settings), *rows});
    }
    return lines;
}

bool RetentionService::mayApply() const
{
    return expectOwner(m_database).has_value();
}

Result<QList<RetentionLine>> RetentionService::preview()
{
    if (Result<> allowed = expectOwner(m_database); !allowed)
        return failureOf(allowed);
    Result<QList<RetentionLine>> lines;
    const Result<> tried = m_database.inTrial([&]() -> Result<> {
        lines = remove(Clock::now());
        return lines ? Result<>() : failureOf(lines);
    });
    return tried ? lines : failureOf(tried);
}

Result<QList<RetentionLine>> RetentionService::apply()
{
    if (Result<> allowed = expectOwner(m_database); !allowed)
        return failureOf(allowed);
    Result<QList<RetentionLine>> lines;
    const Result<> done = m_database.inTransaction([&]() -> Result<> {
        const QDateTime now = Clock::now();
        lines = remove(now);
        if (!lines)
            return failureOf(lines);
        const qint64 rows =
            std::accumulate(lines->begin(), lines->end(), qint64(0),
                            [](qint64 sum, const RetentionLine &line) { return sum + line.rows; });
        if (rows == 0)
            return {};
        ErasureRecord record{ErasureKind::Retention, now, m_operatorName, QString()};
        record.rowsRemoved = rows;
        return ErasureRepository(m_database).enter(record);
    });
    return done ? lines : failureOf(done);
}

} // namespace recoupe
