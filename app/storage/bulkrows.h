// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/copystream.h"
#include "storage/sqlconnection.h"

#include <QSet>

#include <span>
#include <vector>

//! Rows that go to the base together. On a server each statement costs a way there and back, so a
//! batch goes as one, with an array for each column; in a file a statement for each row is as fast.
namespace recoupe {

//! One statement in both forms: for a row, and for arrays of as many columns, in the same order.
struct BulkSql
{
    const Sql &one;
    const Sql &many; //!< its {id}s come back in the order of the rows, as RETURNING id
};

//! The columns of a batch as array literals: a Statement to whoever binds values to it. Numbers and
//! texts; bytes go by COPY.
//! https://www.postgresql.org/docs/15/arrays.html#ARRAYS-IO
class ArrayColumns
{
public:
    //! Adds the next values of the row.
    template <typename... Values>
    void operator()(const Values &...values)
    {
        (add(toSql(values)), ...);
    }
    void endRow() { m_column = 0; }
    //! The literals, in the order of the columns.
    [[nodiscard]] QStringList literals() const;

private:
    void add(const QVariant &value);

    std::vector<QString> m_columns;
    std::size_t m_column = 0;
};

//! Prepares the transaction for statements in arrays, whose best plan depends on how much the
//! tables hold by then.
[[nodiscard]] Result<> preparePlans(SqlConnection &sql);

//! Runs \a text for every row; \a bind gives (columns, row), \a read takes the rows that come back,
//! in any order.
template <typename Rows, typename Bind, typename Read>
[[nodiscard]] Result<> forEachOf(SqlConnection &sql, const BulkSql &text, const Rows &rows,
                                 Bind bind, Read read)
{
    if (std::empty(rows))
        return {};
    if (!sql.backend().takesArrays()) {
        for (const auto &row : rows) {
            Statement statement(sql, text.one);
            bind(statement, row);
            if (Result<> done = statement.forEach(read); !done)
                return done;
        }
        return {};
    }
    ArrayColumns columns;
    for (const auto &row : rows) {
        bind(columns, row);
        columns.endRow();
    }
    if (Result<> prepared = preparePlans(sql); !prepared)
        return prepared;
    Statement statement(sql, text.many);
    for (const QString &literal : columns.literals())
        statement(literal);
    return statement.forEach(read);
}

//! The ways to append a row, and rows.
struct AppendSql
{
    const Sql &one;
    CopySql many;
};

//! Appends rows, long ones too, of which nothing is to come back.
template <typename Rows, typename Bind>
[[nodiscard]] Result<> appendAll(SqlConnection &sql, const AppendSql &text, const Rows &rows,
                                 Bind bind)
{
    if (std::empty(rows))
        return {};
    if (CopyStream::isPossible(sql)) {
        CopyStream stream(sql, text.many);
        for (const auto &row : rows) {
            bind(stream, row);
            stream.endRow();
        }
        return stream.finish();
    }
    for (const auto &row : rows) {
        Statement statement(sql, text.one);
        bind(statement, row);
        if (Result<> done = statement.execute(); !done)
            return done;
    }
    return {};
}

//! forEachOf() where nothing comes back.
template <typename Rows, typename Bind>
[[nodiscard]] Result<> executeFor(SqlConnection &sql, const BulkSql &text, const Rows &rows,
                                  Bind bind)
{
    return forEachOf(sql, text, rows, bind, [](Row &) {});
}

//! Inserts rows; gives their keys in the order of the rows.
template <typename Rows, typename Bind>
[[nodiscard]] Result<std::vector<qint64>> insertAll(SqlConnection &sql, const BulkSql &text,
                                                    const Rows &rows, Bind bind)
{
    std::vector<qint64> ids;
    if (!sql.backend().takesArrays()) {
        for (const auto &row : rows) {
            Statement statement(sql, text.one);
            bind(statement, row);
            const Result<qint64> id = statement.insertedId();
            if (!id)
                return failureOf(id);
            ids.push_back(*id);
        }
        return ids;
    }
    Result<> inserted =
        forEachOf(sql, text, rows, bind, [&](Row &row) { row(ids.emplace_back()); });
    // They rise in the order in which the rows were inserted, which the statement fixes; no order
    // is promised of the answer.
    std::ranges::sort(ids);
    return inserted.map([&] { return ids; });
}

//! Hands \a work spans of \a rows, in order, in none of which a key comes twice: what is known of
//! the keys of a span then holds until its end.
template <typename Value, typename KeyOf, typename Work>
[[nodiscard]] Result<> forEachRun(std::span<const Value> rows, KeyOf keyOf, Work work)
{
    std::size_t begin = 0;
    QSet<QString> keys;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const QString key = keyOf(rows[i]);
        if (keys.contains(key)) {
            if (Result<> done = work(rows.subspan(begin, i - begin)); !done)
                return done;
            begin = i;
            keys.clear();
        }
        keys.insert(key);
    }
    return begin < rows.size() ? work(rows.subspan(begin)) : Result<>();
}

} // namespace recoupe
