// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/marketnumber.h"
#include "domain/rejection.h"
#include "exchange/table/tableheader.h"

#include <array>
#include <optional>

namespace recoupe {

//! What an import remarks on rows that it keeps: in one sentence each, naming the rows.
enum class TableRemark
{
    PostalCodeRestored,
    InseeCodeRestored,
    SiretRestored,
    SiretRounded,
    NoSiret,
    DateFromSerial,
    AwardeeJoined,
    FilledFromAbove,
};
inline constexpr std::size_t tableRemarks = 8;

//! The sentence, of which %1 is the list of lines.
[[nodiscard]] QString remarkSentence(TableRemark remark);

//! The table that rows are read from.
struct TableContext
{
    const QString &fileName;
    const TableHeader &header;
    QDate dayZero; //!< of a workbook
};

//! Reads the fields of one row, and keeps the first that is not what it should be.
class TableFields
{
public:
    TableFields(const TableContext &context, const TableRow &row)
        : m_context(context)
        , m_row(row)
    {
    }

    [[nodiscard]] QString text(std::size_t column);
    //! A text that must not be empty.
    [[nodiscard]] QString neededText(std::size_t column, const QString &expected);
    //! A number that is a name (market, session): refused once a spreadsheet has rounded it.
    [[nodiscard]] QString identifier(std::size_t column);
    //! As people write dates, or a workbook's number of days; invalid when empty.
    [[nodiscard]] QDate date(std::size_t column);
    [[nodiscard]] QDate neededDate(std::size_t column);
    //! Refuses an end before its start.
    void checkPeriod(QDate start, QDate end, std::size_t endColumn);
    [[nodiscard]] std::optional<int> count(std::size_t column);
    //! A market number that must be there.
    [[nodiscard]] MarketNumber market(std::size_t column);
    //! With the leading zero that spreadsheets drop.
    [[nodiscard]] QString postalCode(std::size_t column);
    [[nodiscard]] QString inseeCode(std::size_t column);
    //! A SIRET, with the leading zero that spreadsheets drop; several, or anything else, as
    //! written. One that a spreadsheet has rounded is left out: the row is worth more than it.
    [[nodiscard]] QString siret(std::size_t column);
    [[nodiscard]] QMap<QString, QString> extras() const { return m_context.header.extras(m_row); }

    //! Marks the row as one to be rejected for this column's value.
    void refuse(std::size_t column, const QString &expected);
    //! Marks the row as one to be rejected when it has more cells than the header.
    void checkWidth();
    void remark(TableRemark remark) { m_remarks[std::size_t(remark)] = true; }

    [[nodiscard]] qint64 line() const { return m_row.line; }
    [[nodiscard]] bool isRefused() const { return m_defect.has_value(); }
    //! Why the row is rejected, under the name it goes by: "marché M1451401"; by its own first
    //! words when it has none.
    [[nodiscard]] Rejection rejection(const QString &record) const;
    [[nodiscard]] bool has(TableRemark remark) const { return m_remarks[std::size_t(remark)]; }

private:
    QString code(std::size_t column, TableRemark whenRestored);
    QString restored(const QString &number, qsizetype size, TableRemark whenRestored);

    const TableContext &m_context;
    const TableRow &m_row;
    std::optional<Rejection> m_defect;
    std::array<bool, tableRemarks> m_remarks = {};
};

//! How a row calls itself by its market number: "marché M1451401"; empty when it has none.
[[nodiscard]] QString nameOfMarket(const MarketNumber &market);

} // namespace recoupe
