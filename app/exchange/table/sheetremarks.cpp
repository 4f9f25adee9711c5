// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/sheetremarks.h"

#include "core/textfolding.h"
#include "exchange/table/sheetcells.h"

#include <QCoreApplication>

#include <algorithm>

namespace recoupe {

namespace {

constexpr qsizetype maxQuotes = 20;
constexpr qsizetype maxQuoteCharacters = 200;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

// On one line, and not longer than a sentence bears.
QString shortened(const QString &text)
{
    const QString line = cleaned(text).simplified();
    return line.size() > maxQuoteCharacters ? line.left(maxQuoteCharacters) + u'…' : line;
}

} // namespace

void SheetRemarks::Quotes::add(const QString &quote)
{
    if (first.size() < maxQuotes)
        first << quote;
    else
        ++more;
}

QString SheetRemarks::Quotes::text() const
{
    const QString list = first.join(QStringLiteral(", "));
    return more > 0 ? Tr::tr("%1 et %2 autres").arg(list).arg(more) : list;
}

void SheetRemarks::beginSheet()
{
    m_hidden.clear();
    m_hiddenFilled.clear();
}

void SheetRemarks::hideColumns(qsizetype first, qsizetype count)
{
    m_hidden.resize(std::size_t(maxTableColumns));
    m_hiddenFilled.resize(std::size_t(maxTableColumns));
    const qsizetype begin = std::clamp<qsizetype>(first, 0, maxTableColumns);
    const qsizetype end = begin + std::clamp<qsizetype>(count, 0, maxTableColumns - begin);
    std::fill(m_hidden.begin() + begin, m_hidden.begin() + end, true);
}

void SheetRemarks::note(const TableRow &row, bool isHidden)
{
    if (isHidden)
        m_hiddenLines.add(row.line);
    if (m_hidden.empty())
        return;
    for (qsizetype position = 0; position < row.cells.size(); ++position) {
        if (m_hidden[std::size_t(position)] && !row.cells[position].isEmpty())
            m_hiddenFilled[std::size_t(position)] = true;
    }
}

void SheetRemarks::addComment(const QString &cell, const QString &text)
{
    if (const QString quote = shortened(text); !quote.isEmpty())
        m_comments.add(Tr::tr("%1 « %2 »").arg(cell, quote));
}

void SheetRemarks::addTextBox(const QString &text)
{
    if (const QString quote = shortened(text); !quote.isEmpty())
        m_textBoxes.add(Tr::tr("« %1 »").arg(quote));
}

void SheetRemarks::addUnreadSheet(const QString &name, bool isHidden)
{
    m_unreadSheets.add((isHidden ? Tr::tr("« %1 » (masquée)") : Tr::tr("« %1 »")).arg(name));
}

QStringList SheetRemarks::sentences(const QString &shownName, const QString &sheet) const
{
    QStringList sentences;
    if (!m_unreadSheets.first.isEmpty()) {
        sentences << Tr::tr("Le classeur « %1 » a plusieurs feuilles : seule la première qui soit "
                            "visible et remplie, « %2 », a été lue. Non lues : %3.")
                         .arg(shownName, sheet, m_unreadSheets.text());
    }
    QStringList columns;
    for (std::size_t position = 0; position < m_hiddenFilled.size(); ++position) {
        if (m_hiddenFilled[position])
            columns << columnName(qsizetype(position));
    }
    if (!columns.isEmpty()) {
        sentences << Tr::tr("Colonnes masquées dans le classeur, lues elles aussi : %1.")
                         .arg(columns.join(QStringLiteral(", ")));
    }
    if (!m_hiddenLines.isEmpty()) {
        sentences << Tr::tr("Lignes masquées dans le classeur, lues elles aussi : %1.")
                         .arg(m_hiddenLines.text());
    }
    if (!m_comments.first.isEmpty())
        sentences << Tr::tr("Commentaires de cellules, non lus : %1.").arg(m_comments.text());
    if (!m_textBoxes.first.isEmpty())
        sentences << Tr::tr("Zones de texte, non lues : %1.").arg(m_textBoxes.text());
    return sentences;
}

} // namespace recoupe
