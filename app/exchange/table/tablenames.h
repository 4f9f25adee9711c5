// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/tableprofile.h"

#include <QHash>

#include <array>
#include <span>

//! How the columns of a table are called.
namespace recoupe {

//! A column that a table may have. Case, accents, spaces and punctuation of headers do not count.
struct TableColumn
{
    const char16_t *name;                             //!< as the design names it
    std::array<const char16_t *, 14> alsoCalled = {}; //!< letters and digits only, unaccented
    bool isNeeded = false;
    const char *advice = nullptr; //!< what to write in it, said where it is missing; to translate
};

//! What of a header tells it from others: "N° de marché" -> "ndemarche".
[[nodiscard]] QString headerKey(QStringView title);

//! The columns that a file may have, with all that they are called: by usage and by a profile.
class TableNames
{
public:
    //! InvalidArgument for a profile that maps a column that there is not.
    [[nodiscard]] static Result<TableNames> of(std::span<const TableColumn> columns,
                                               const TableProfile &profile);

    [[nodiscard]] qsizetype count() const { return qsizetype(m_columns.size()); }
    [[nodiscard]] QString name(qsizetype column) const;
    [[nodiscard]] bool isNeeded(qsizetype column) const;
    //! What its missing is answered with, in French; empty where the name says enough.
    [[nodiscard]] QString advice(qsizetype column) const;
    //! The column that usage calls so; -1 when none is.
    [[nodiscard]] qsizetype called(const QString &key) const { return m_called.value(key, -1); }
    //! The header that the profile names for a column, as written; empty when it names none.
    [[nodiscard]] QString mapped(qsizetype column) const
    {
        return m_mapped[column].value_or(QString());
    }
    //! Whether the profile says which header is a column's, or that none is: usage does not count.
    [[nodiscard]] bool isSettled(qsizetype column) const { return m_mapped[column].has_value(); }
    [[nodiscard]] const QString &profileName() const { return m_profileName; }
    [[nodiscard]] int headerLine() const { return m_headerLine; }

private:
    std::span<const TableColumn> m_columns;
    QHash<QString, qsizetype> m_called;     // by key
    QList<std::optional<QString>> m_mapped; // by column
    QString m_profileName;
    int m_headerLine = 0;
};

} // namespace recoupe
