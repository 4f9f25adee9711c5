// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace recoupe {

//! What a table file holds.
enum class TableKind
{
    Awards,
    Sesar,
    Prescribers,
};

//! How a table file would be read, for an operator who maps its columns.
struct TablePreview
{
    enum class FoundBy
    {
        Nothing, //!< kept aside, under its own header
        Name,    //!< its header is one we know
        Profile,
    };
    struct Column
    {
        QString title; //!< its header as a profile names it: "Date début", "colonne 3"
        QString name;  //!< ours; empty when it is none that we know
        FoundBy foundBy = FoundBy::Nothing;

        friend bool operator==(const Column &, const Column &) = default;
    };

    QString encoding; //!< of text, as a profile names it; empty for a workbook
    QChar separator;  //!< of text; null for a workbook
    QString sheet;    //!< of a workbook: the one that is read
    qint64 headerLine = 0;
    int headerRows = 1;      //!< 2 where two lines together name the columns
    QStringList linesAbove;  //!< what stands above the header, a line each
    QList<Column> columns;   //!< in the order of the file
    QStringList missing;     //!< our names of needed columns that were not found
    QStringList unmatched;   //!< headers that the profile names and the file does not have
    QList<QStringList> rows; //!< the first ones below the header, as many cells as columns
    QStringList columnNames; //!< all that a file of this kind may have, in our order
    QStringList neededNames; //!< those of them that it must have

    friend bool operator==(const TablePreview &, const TablePreview &) = default;
};

} // namespace recoupe
