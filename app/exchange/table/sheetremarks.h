// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/table/linelist.h"
#include "exchange/table/tablerows.h"

#include <vector>

namespace recoupe {

//! What a workbook says beside the values of the sheet that is read, and what of these it hides:
//! put into warnings, so that no word is passed over in silence.
class SheetRemarks
{
public:
    //! Forgets what an earlier sheet, which was empty, hid.
    void beginSheet();
    void hideColumns(qsizetype first, qsizetype count);
    //! For each row that holds something.
    void note(const TableRow &row, bool isHidden);
    void addComment(const QString &cell, const QString &text);
    void addTextBox(const QString &text);
    //! Another sheet that holds something.
    void addUnreadSheet(const QString &name, bool isHidden);

    //! One for each kind of thing. \a sheet: the one that was read.
    [[nodiscard]] QStringList sentences(const QString &shownName, const QString &sheet) const;

private:
    struct Quotes // so many are shown, all are counted
    {
        QStringList first;
        qsizetype more = 0;

        void add(const QString &quote);
        [[nodiscard]] QString text() const;
    };

    std::vector<bool> m_hidden; // by column
    std::vector<bool> m_hiddenFilled;
    LineList m_hiddenLines;
    Quotes m_comments;
    Quotes m_textBoxes;
    Quotes m_unreadSheets;
};

} // namespace recoupe
