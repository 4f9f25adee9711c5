// SPDX-License-Identifier: GPL-3.0-or-later
#include "reliability/oldbase.h"

#include "storage/migrator.h"
#include "storage/sqlconnection.h"

namespace recoupe::test {

namespace {

constexpr int oldVersion = 6;
constexpr int decisionsOfABatch = 10;

void expect(const Result<> &done)
{
    if (!done)
        qFatal("%s", qPrintable(done.error().message + done.error().detail));
}

} // namespace

void makeOldBase(const DatabaseUrl &url)
{
    SqlConnection sql(SqlBackend::of(url));
    expect(sql.open(Database::Mode::CreateIfMissing, oldVersion));
    expect(migrate(sql, builtInMigrations().first(oldVersion)));
    expect(sql.backend().settle(sql));
    for (int i = 0; i < oldDecisions; ++i)
        expect(sql.run(QStringLiteral("INSERT INTO decisions (batch, decided_at, operator_name, "
                                      "subject, kind, formation_numero, action_numero, "
                                      "session_numero, value_before, value_after, reason, "
                                      "overridden_before) VALUES ('%1', %2, 'Odile', 'session', "
                                      "'activation', 'F', 'A', 'S%2', 'inactive', 'active', '', 0)")
                           .arg(i / decisionsOfABatch)
                           .arg(i)));
}

} // namespace recoupe::test
