// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/holderrepository.h"

#include "storage/database.h"
#include "storage/sqlconnection.h"

#include <QCoreApplication>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

constexpr char ofKey[] = "(SELECT id FROM sessions WHERE formation_numero = ? "
                         "AND action_numero = ? AND session_numero = ?)";
constexpr char holdColumns[] = "SELECT s.formation_numero, s.action_numero, s.session_numero, "
                               "h.operator_name, h.taken_at FROM session_holders h "
                               "JOIN sessions s ON s.id = h.session_id";

constexpr Sql selectHolds(holdColumns);
constexpr Sql selectHold(holdColumns, " WHERE h.session_id = ", ofKey);
constexpr Sql deleteHold("DELETE FROM session_holders WHERE session_id = ", ofKey);
constexpr Sql selectSession("SELECT id FROM sessions WHERE formation_numero = ? "
                            "AND action_numero = ? AND session_numero = ?");
constexpr Sql insertHold("INSERT INTO session_holders (session_id, operator_name, taken_at) "
                         "VALUES (?,?,?)");

Result<QList<SessionHold>> holdsOf(Statement &select)
{
    QList<SessionHold> holds;
    return select
        .forEach([&](Row &row) {
            SessionHold &hold = holds.emplaceBack();
            row(hold.key.formation, hold.key.action, hold.key.session, hold.operatorName,
                hold.since);
        })
        .map([&] { return holds; });
}

} // namespace

HolderRepository::HolderRepository(const Database &database)
    : m_sql(database.sql())
{
}

Result<> HolderRepository::take(const SessionHold &hold)
{
    qint64 session = 0;
    Statement select(m_sql, selectSession);
    select(hold.key.formation, hold.key.action, hold.key.session);
    if (Result<> found = select.forEach([&](Row &row) { row(session); }); !found)
        return found;
    if (!session) {
        return fail(ErrorCode::NotFound,
                    Tr::tr("« %1 » n'est pas connu. Vérifiez le numéro.").arg(hold.key.toString()));
    }
    if (Result<> released = release(hold.key); !released)
        return released;
    return execute(m_sql, insertHold, session, hold.operatorName, hold.since);
}

Result<> HolderRepository::release(const SessionKey &key)
{
    return execute(m_sql, deleteHold, key.formation, key.action, key.session);
}

Result<std::optional<SessionHold>> HolderRepository::holdOf(const SessionKey &key) const
{
    Statement select(m_sql, selectHold);
    select(key.formation, key.action, key.session);
    return holdsOf(select).map([](const QList<SessionHold> &holds) {
        return holds.isEmpty() ? std::optional<SessionHold>() : holds.first();
    });
}

Result<QList<SessionHold>> HolderRepository::holds() const
{
    Statement select(m_sql, selectHolds);
    return holdsOf(select);
}

} // namespace recoupe
