// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/tablesheets.h"

#include "report/editioncells.h"
#include "report/editionframe.h"
#include "report/sheettext.h"
#include "report/visibletext.h"
#include "report/workbook.h"

#include <QCoreApplication>

#include <array>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

// In characters: of the group, then in the order of EditionColumn and of departureHeadings.
// The sessions fit on the width of A4 in letters of 7.5 points.
constexpr int groupWidth = 12;
constexpr std::array<int, editionColumnCount> sessionWidths{11, 37, 16, 15, 12, 13, 8, 19, 22, 14};
constexpr std::array<int, 5> departureWidths{50, 30, 22, 20, 30};
constexpr int subjectWidth = 32;
constexpr int wordsWidth = 90;

//! Not just "Financeur", which is another column.
QString groupHeading(EditionGrouping grouping)
{
    switch (grouping) {
    case EditionGrouping::Departement: return Tr::tr("Département");
    case EditionGrouping::Funder: return Tr::tr("Financeur (nom entier)");
    case EditionGrouping::Domain: return Tr::tr("Domaine");
    }
    Q_UNREACHABLE();
}

QString cellText(const EditionCell &cell)
{
    QStringList lines;
    for (const CellLine &line : cell)
        lines << line.text;
    lines.removeAll(QString());
    return lines.join(u'\n');
}

//! The texts of one row after the other, each row set in words only once.
class SessionTexts
{
public:
    explicit SessionTexts(const EditionContent &content)
        : m_content(content)
    {
        for (qsizetype group = 0; group < content.groups.size(); ++group) {
            for (qsizetype row = 0; row < content.groups.at(group).rows.size(); ++row)
                m_places << RowPlace{group, row};
        }
    }

    QString operator()(qsizetype row, qsizetype column)
    {
        if (row != m_row) {
            m_row = row;
            m_texts = textsAt(m_places.at(row));
        }
        return m_texts.at(column);
    }

private:
    struct RowPlace
    {
        qsizetype group;
        qsizetype row;
    };

    [[nodiscard]] QStringList textsAt(const RowPlace &place) const
    {
        const EditionGroup &group = m_content.groups.at(place.group);
        QStringList texts{visibleText(group.title)};
        for (const EditionCell &cell : editionCells(group.rows.at(place.row)))
            texts << cellText(cell);
        return texts;
    }

    EditionContent m_content;
    QList<RowPlace> m_places;
    qsizetype m_row = -1;
    QStringList m_texts;
};

//! Rows that are there as they stand.
Sheet sheetOfRows(const QString &name, const QList<SheetColumn> &columns,
                  const QList<QStringList> &rows)
{
    Sheet sheet{.name = name, .columns = columns, .rowCount = rows.size(), .cell = {}};
    sheet.cell = [rows](qsizetype row, qsizetype column) { return rows.at(row).at(column); };
    sheet.wraps = true;
    return sheet;
}

} // namespace

Sheet sessionsSheet(const EditionContent &content)
{
    Sheet sheet{.name = Tr::tr("Sessions"),
                .columns = {{groupHeading(content.view.grouping), groupWidth}},
                .rowCount = content.rowCount(),
                .cell = SessionTexts(content)};
    for (int index = 0; index < editionColumnCount; ++index) {
        const auto column = EditionColumn(index);
        sheet.columns << SheetColumn{columnHeading(column), sessionWidths[size_t(index)],
                                     column == EditionColumn::Places};
    }
    sheet.wraps = true;
    return sheet;
}

Sheet departuresSheet(const EditionContent &content)
{
    QList<SheetColumn> columns;
    for (const QString &heading : departureHeadings())
        columns << SheetColumn{heading, departureWidths[size_t(columns.size())]};
    QList<QStringList> rows;
    for (const EditionDeparture &departure : content.departures)
        rows << departureCells(departure);
    return sheetOfRows(Tr::tr("Sorties"), columns, rows);
}

Sheet descriptionSheet(const EditionContent &content)
{
    QList<QStringList> rows{{Tr::tr("Document"), tableTitle()},
                            {Tr::tr("Financeurs"), fundersWords(content)},
                            {Tr::tr("Édition"), editionWords(content)},
                            {Tr::tr("Période"), periodWords(content)}};
    if (const QString view = extractWords(content); !view.isEmpty())
        rows << QStringList{Tr::tr("Partie"), view};
    for (const auto &[name, words] : editionCounts(content))
        rows << QStringList{name, words};
    if (content.rowCount() == 0)
        rows << QStringList{Tr::tr("Sessions"), noRowsWords(content)};
    for (const QString &words : legendWords(content))
        rows << QStringList{Tr::tr("Légende"), words};
    return sheetOfRows(Tr::tr("Édition"),
                       {{Tr::tr("Rubrique"), subjectWidth}, {Tr::tr("Contenu"), wordsWidth}}, rows);
}

Result<> writeTableCsv(const EditionContent &content, const QString &fileName,
                       const Progress &progress)
{
    Sheet sheet = sessionsSheet(content);
    const qsizetype last = sheet.columns.size();
    sheet.columns << SheetColumn{Tr::tr("Édition")};
    sheet.cell = [cell = std::move(sheet.cell), last,
                  edition = editionWords(content)](qsizetype row, qsizetype column) {
        return column == last ? edition : cell(row, column);
    };
    return writeCsv(sheet, fileName, progress);
}

Result<> writeTableWorkbook(const EditionContent &content, const QString &fileName,
                            const Progress &progress, Paper paper)
{
    Workbook workbook{
        .sheets = {sessionsSheet(content), departuresSheet(content), descriptionSheet(content)},
        .title = documentTitle(content),
        .date = content.date};
    for (Sheet &sheet : workbook.sheets) {
        sheet.paper = paper;
        sheet.pageHeading = workbook.title;
    }
    return writeWorkbook(workbook, fileName, progress);
}

} // namespace recoupe
