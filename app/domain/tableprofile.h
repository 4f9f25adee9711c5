// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/vocabulary.h"

#include <QMap>

namespace recoupe {

//! How one funder lays out its table files, saved under a name. What it leaves empty is found out
//! from the file.
struct TableProfile
{
    QString name;
    std::optional<Funder> funder; //!< of the rows that name none
    //! Our name of a column -> its header in the file; an empty one: none is it, though one be
    //! called so.
    QMap<QString, QString> columns;
    QString encoding;   //!< of text: UTF-8, UTF-16, Windows-1252 or ISO-8859-15
    QChar separator;    //!< of text
    int headerLine = 0; //!< the line on which the header begins, from 1; 0: find it

    friend bool operator==(const TableProfile &, const TableProfile &) = default;
};

} // namespace recoupe
