// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/awardrepository.h"

#include "storage/sqlconnection.h"

namespace recoupe {

namespace {

constexpr char awardColumnNames[] =
    "funder, lot, market_number, title, awardee_sirets, awardee_name, notified_on, received_on, "
    "start_date, end_date, duration_months, place, postal_code, place_scope, place_code, scheme, "
    "sieg_segment, places, replaces, extras";

void awardColumns(auto &columns, auto &award)
{
    columns(award.funder, award.lot, award.market, award.title, award.awardeeSirets,
            award.awardeeName, award.notifiedOn, award.receivedOn, award.start, award.end,
            award.durationMonths, award.place, award.postalCode, award.placeScope, award.placeCode,
            award.scheme, award.siegSegment, award.places, award.replaces, award.extras);
}

constexpr Sql selectAward("SELECT id, ", awardColumnNames,
                          " FROM awards "
                          "WHERE funder = ? AND market_key = ? AND lot = ? AND is_current = 1");
constexpr Sql retireAward("UPDATE awards SET is_current = 0 WHERE id = ?");
constexpr Sql insertAward("INSERT INTO awards (import_id, market_key, ", awardColumnNames,
                          ") VALUES (?,?, ?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) "
                          "ON CONFLICT (funder, market_key, lot) WHERE is_current = 1 DO NOTHING");
constexpr Sql selectAwards("SELECT id, ", awardColumnNames,
                           " FROM awards "
                           "WHERE is_current = 1 ORDER BY funder, market_key, lot");

constexpr char declarationColumnNames[] =
    "session_numero, market_number, title, start_date, end_date, place, postal_code, objective, "
    "entry_mode, extras";

void declarationColumns(auto &columns, auto &declaration)
{
    columns(declaration.sessionNumero, declaration.market, declaration.title, declaration.start,
            declaration.end, declaration.place, declaration.postalCode, declaration.objective,
            declaration.entryMode, declaration.extras);
}

constexpr Sql selectDeclaration("SELECT id, ", declarationColumnNames,
                                " FROM sesar_declarations WHERE market_key = ? "
                                "AND session_numero = ? AND start_key = ? AND is_current = 1");
constexpr Sql retireDeclaration("UPDATE sesar_declarations SET is_current = 0 WHERE id = ?");
constexpr Sql
    insertDeclaration("INSERT INTO sesar_declarations (import_id, market_key, start_key, ",
                      declarationColumnNames,
                      ") VALUES (?,?,?, ?,?,?,?,?,?,?,?,?,?) ON CONFLICT (market_key, "
                      "session_numero, start_key) WHERE is_current = 1 DO NOTHING");
constexpr Sql selectDeclarations("SELECT id, ", declarationColumnNames,
                                 " FROM sesar_declarations WHERE is_current = 1 "
                                 "ORDER BY market_key, session_numero, start_date, start_key");

//! The start is part of the identity only where no session is named.
QString startKey(const SesarDeclaration &declaration)
{
    return declaration.sessionNumero.isEmpty() ? declaration.start.toString(Qt::ISODate)
                                               : QString();
}

//! Reads the version in force by \a select, retires it by \a retire if \a value says something
//! else, and says what remains to be done: nothing when the outcome is Unchanged.
template <typename Value>
Result<SaveOutcome> compareAndRetire(SqlConnection &sql, Statement &select, const Sql &retire,
                                     const Value &value, void (*read)(Row &, Value &))
{
    qint64 id = 0;
    Value current;
    Result<> selected = select.forEach([&](Row &row) {
        row(id);
        read(row, current);
    });
    if (!selected)
        return failureOf(selected);
    if (!id)
        return SaveOutcome::New;
    if (current == value)
        return SaveOutcome::Unchanged;
    return execute(sql, retire, id).map([] { return SaveOutcome::Changed; });
}

} // namespace

AwardRepository::AwardRepository(Database &database)
    : m_sql(database.sql())
{
}

// Most rows of a file are new, or most are known: what the last one was is tried first, and mostly
// one statement does. The index of what is in force refuses a second version, and says so.
template <typename Compare, typename Insert>
Result<SaveOutcome> AwardRepository::saveVersion(Compare compareAndRetire, Insert insert)
{
    if (m_expectsNew) {
        const Result<bool> inserted = insert();
        if (!inserted)
            return failureOf(inserted);
        if (*inserted)
            return SaveOutcome::New;
    }
    const Result<SaveOutcome> outcome = compareAndRetire();
    m_expectsNew = outcome && *outcome == SaveOutcome::New;
    if (!outcome || *outcome == SaveOutcome::Unchanged)
        return outcome;
    return insert().map([&](bool) { return *outcome; });
}

Result<SaveOutcome> AwardRepository::save(const AwardNotification &award, qint64 importId)
{
    const auto compare = [&] {
        Statement select(m_sql, selectAward);
        select(award.funder, award.market.normalized(), award.lot);
        return compareAndRetire(m_sql, select, retireAward, award,
                                &awardColumns<Row, AwardNotification>);
    };
    return saveVersion(compare, [&] {
        Statement insert(m_sql, insertAward);
        insert(importId, award.market.normalized());
        awardColumns(insert, award);
        return insert.execute().map([&] { return insert.changedRows() > 0; });
    });
}

Result<SaveOutcome> AwardRepository::save(const SesarDeclaration &declaration, qint64 importId)
{
    const auto compare = [&] {
        Statement select(m_sql, selectDeclaration);
        select(declaration.market.normalized(), declaration.sessionNumero, startKey(declaration));
        return compareAndRetire(m_sql, select, retireDeclaration, declaration,
                                &declarationColumns<Row, SesarDeclaration>);
    };
    return saveVersion(compare, [&] {
        Statement insert(m_sql, insertDeclaration);
        insert(importId, declaration.market.normalized(), startKey(declaration));
        declarationColumns(insert, declaration);
        return insert.execute().map([&] { return insert.changedRows() > 0; });
    });
}

Result<QList<AwardNotification>> AwardRepository::awards() const
{
    QList<AwardNotification> awards;
    return Statement(m_sql, selectAwards)
        .forEach([&](Row &row) {
            row.skip(1);
            awardColumns(row, awards.emplaceBack());
        })
        .map([&] { return awards; });
}

Result<QList<SesarDeclaration>> AwardRepository::sesarDeclarations() const
{
    QList<SesarDeclaration> declarations;
    return Statement(m_sql, selectDeclarations)
        .forEach([&](Row &row) {
            row.skip(1);
            declarationColumns(row, declarations.emplaceBack());
        })
        .map([&] { return declarations; });
}

} // namespace recoupe
