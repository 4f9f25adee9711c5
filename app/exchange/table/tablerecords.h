// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/marketnumber.h"
#include "domain/rejection.h"
#include "exchange/table/tablerows.h"

#include <QDate>
#include <QHash>
#include <QMap>

#include <array>
#include <optional>
#include <span>

//! Rows read under the names of their columns.
namespace recoupe {

//! A column that a table may have. Case, accents, spaces and punctuation of headers do not count.
struct TableColumn
{
    const char16_t *name;                             //!< as the design names it
    std::array<const char16_t *, 12> alsoCalled = {}; //!< letters and digits only, unaccented
    bool isNeeded = false;
};

//! Which column of the file is which.
class TableHeader
{
public:
    //! MissingColumn, naming those that are missing and those found, when a needed one is.
    [[nodiscard]] static Result<TableHeader>
    read(const TableRow &row, std::span<const TableColumn> columns, const QString &fileName);

    //! The cell of one of the known columns; empty when the file does not have it.
    [[nodiscard]] QString cell(const TableRow &row, std::size_t column) const;
    //! How the file calls the column, else the name of the design.
    [[nodiscard]] QString title(std::size_t column) const { return m_titles[qsizetype(column)]; }
    //! Position of the first cell that says something beyond the last column of the header.
    [[nodiscard]] std::optional<qsizetype> strayCell(const TableRow &row) const;
    [[nodiscard]] qsizetype width() const { return m_width; }
    //! What the row holds in columns that are not known, by their header.
    [[nodiscard]] QMap<QString, QString> extras(const TableRow &row) const;

private:
    QList<qsizetype> m_positions; // by column; -1 when the file does not have it
    QStringList m_titles;         // by column
    qsizetype m_width = 0;        // up to the last column that has a title
    QList<std::pair<qsizetype, QString>> m_extras;
};

//! What an import remarks on rows that it keeps: in one sentence each, naming the rows.
enum class TableRemark
{
    PostalCodeRestored,
    SiretRestored,
    NoSiret,
};
inline constexpr std::size_t tableRemarks = 3;

//! Reads the fields of one row, and keeps the first that is not what it should be.
class TableFields
{
public:
    TableFields(const TableHeader &header, const TableRow &row, const QString &fileName)
        : m_header(header)
        , m_row(row)
        , m_fileName(fileName)
    {
    }

    [[nodiscard]] QString text(std::size_t column);
    //! A text that must not be empty.
    [[nodiscard]] QString neededText(std::size_t column, const QString &expected);
    //! A number that is a name (SIRET, market number): refused once a spreadsheet has rounded it.
    [[nodiscard]] QString identifier(std::size_t column);
    //! JJ/MM/AAAA or AAAA-MM-JJ; invalid when empty.
    [[nodiscard]] QDate date(std::size_t column);
    [[nodiscard]] QDate neededDate(std::size_t column);
    //! Refuses an end before its start.
    void checkPeriod(QDate start, QDate end, std::size_t endColumn);
    [[nodiscard]] std::optional<int> count(std::size_t column);
    //! A market number that must be there.
    [[nodiscard]] MarketNumber market(std::size_t column);
    //! With the leading zero that spreadsheets drop.
    [[nodiscard]] QString postalCode(std::size_t column);
    //! A SIRET, with the leading zero that spreadsheets drop; several, or anything else, as
    //! written.
    [[nodiscard]] QString siret(std::size_t column);
    [[nodiscard]] QMap<QString, QString> extras() const { return m_header.extras(m_row); }

    //! Marks the row as one to be rejected for this column's value.
    void refuse(std::size_t column, const QString &expected);
    //! Marks the row as one to be rejected when it has more cells than the header.
    void checkWidth();
    void remark(TableRemark remark) { m_remarks[std::size_t(remark)] = true; }

    [[nodiscard]] qint64 line() const { return m_row.line; }
    [[nodiscard]] bool isRefused() const { return m_defect.has_value(); }
    //! Why the row is rejected, under the name it goes by: "marché M1451401", or none.
    [[nodiscard]] Rejection rejection(const QString &record) const;
    [[nodiscard]] bool has(TableRemark remark) const { return m_remarks[std::size_t(remark)]; }

private:
    QString restored(const QString &number, qsizetype size, TableRemark whenRestored);

    const TableHeader &m_header;
    const TableRow &m_row;
    const QString &m_fileName;
    std::optional<Rejection> m_defect;
    std::array<bool, tableRemarks> m_remarks = {};
};

//! How a row calls itself by its market number: "marché M1451401"; empty when it has none.
[[nodiscard]] QString nameOfMarket(const MarketNumber &market);

//! Reads a table file: its first row that is not blank names the columns, each further one is
//! handed to \a take. Gives warnings.
[[nodiscard]] Result<QStringList> readTableRecords(const QString &fileName,
                                                   std::span<const TableColumn> columns,
                                                   const std::function<void(TableFields &)> &take);

//! Tells rows that come twice: by an identity, the first row that had it.
template <typename Row>
class TableRows
{
public:
    explicit TableRows(QList<Row> &rows)
        : m_rows(rows)
    {
    }

    //! Appends the row read from \a fields, unless they are refused or one of its identity is
    //! there already. If that one's \a record is another, refuses them for \a column; \a expected
    //! takes its line.
    template <typename Record>
    void add(const Row &row, Record Row::*record, const QString &identity, TableFields &fields,
             std::size_t column, const QString &expected)
    {
        if (fields.isRefused())
            return;
        const auto known = m_first.constFind(identity);
        if (known == m_first.constEnd()) {
            m_first.insert(identity, m_rows.size());
            m_rows << row;
        } else if (const Row &first = m_rows.at(*known); first.*record != row.*record) {
            fields.refuse(column, expected.arg(first.line));
        }
    }

private:
    QList<Row> &m_rows;
    QHash<QString, qsizetype> m_first;
};

} // namespace recoupe
