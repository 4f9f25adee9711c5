// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/headersearch.h"

#include "core/textfolding.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace recoupe {

namespace {

constexpr qsizetype maxRowsSearched = 50;
constexpr qsizetype maxRowsAbove = 1000; // of a line that a profile names
constexpr qsizetype maxHeaderShown = 500;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

std::pair<bool, qsizetype> worth(const TableHeader &header)
{
    return {header.isWhole(), header.known()};
}

} // namespace

bool HeaderSearch::take(const TableRow &row)
{
    m_rows << row;
    // Each is looked at together with the one after it.
    if (!m_isOver && m_rows.size() > 1)
        examine(m_rows.size() - 2);
    const qsizetype limit = m_names.headerLine() > 0 ? maxRowsAbove : maxRowsSearched;
    if (!m_isOver && m_rows.size() > limit)
        giveUp();
    return m_isOver;
}

void HeaderSearch::finish()
{
    if (!m_isOver && !m_rows.isEmpty())
        examine(m_rows.size() - 1);
    if (!m_isOver && !m_rows.isEmpty())
        giveUp();
}

// The failure needs a row to speak of, even if all stand above the line that the profile names.
void HeaderSearch::giveUp()
{
    if (!m_best)
        note({TableHeader::read(m_rows.first(), m_names)});
    m_isOver = true;
}

// Titles above a header know no column; of two rows that together are worth as much as the lower
// one alone, the upper one is part of the header only if it knows some itself.
void HeaderSearch::examine(qsizetype first)
{
    constexpr qsizetype knownByATitle = 1;
    const TableRow &row = m_rows[first];
    if (row.line < m_names.headerLine())
        return;
    const TableHeader alone = TableHeader::read(row, m_names);
    note({alone, first, 1});
    if (first + 1 < m_rows.size()) {
        const TableRow &next = m_rows[first + 1];
        const TableHeader lower = TableHeader::read(next, m_names);
        const TableHeader both = TableHeader::read(row, next, m_names);
        if (worth(both) > worth(lower) ||
            (worth(both) == worth(lower) && alone.known() > knownByATitle))
            note({both, first, 2});
        if (m_names.headerLine() == 0 && worth(lower) > worth(header()))
            return; // to be looked at in its turn
    }
    m_isOver = hasHeader() || m_names.headerLine() > 0;
}

void HeaderSearch::note(Candidate candidate)
{
    if (!m_best || worth(candidate.header) > worth(header()))
        m_best = std::move(candidate);
}

Failure HeaderSearch::failure(const QString &fileName) const
{
    const QString shownName = QFileInfo(fileName).fileName();
    const QString line = QString::number(m_rows[m_best->first].line);
    const QString found = wordsOf(own()).left(maxHeaderShown);
    const SourcePos where{fileName, m_rows[m_best->first].line, 0};
    if (!header().unmatched().isEmpty()) {
        const qsizetype column = header().unmatched().first();
        return fail(ErrorCode::MissingColumn,
                    Tr::tr("Le profil « %1 » lit la colonne %2 sous le titre « %3 », que le "
                           "fichier « %4 » n'a pas. La ligne %5, prise pour l'en-tête, nomme : "
                           "%6. Choisissez un autre profil ou corrigez celui-ci.")
                        .arg(m_names.profileName(), m_names.name(column), m_names.mapped(column),
                             shownName, line, found),
                    {}, where);
    }
    QStringList sentences{
        Tr::tr("Il manque au fichier « %1 » les colonnes nécessaires suivantes : %2. La ligne %3, "
               "prise pour l'en-tête, nomme : %4. Complétez l'en-tête et recommencez.")
            .arg(shownName, header().missing().join(QStringLiteral(", ")), line, found)};
    for (qsizetype column = 0; column < m_names.count(); ++column) {
        if (header().missing().contains(m_names.name(column)))
            sentences << m_names.advice(column);
    }
    sentences.removeAll(QString());
    return fail(ErrorCode::MissingColumn, sentences.join(u' '), {}, where);
}

QString wordsOf(const QList<TableRow> &rows)
{
    QStringList lines;
    for (const TableRow &row : rows) {
        QStringList words;
        for (const QString &cell : row.cells)
            words << cleaned(cell).simplified();
        words.removeAll(QString());
        lines << words.join(QStringLiteral(", "));
    }
    return lines.join(QStringLiteral(" / "));
}

} // namespace recoupe
