// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/tablerecords.h"

#include "core/textfolding.h"
#include "exchange/table/headedsink.h"
#include "exchange/table/linelist.h"
#include "exchange/table/tablefailures.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace recoupe {

namespace {

constexpr qint64 maxRefused = 20'000; // as long as they are more than those that are kept
constexpr qsizetype maxTitlesShown = 4000;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

QStringList foldedCells(const TableRow &row)
{
    QStringList cells;
    for (const QString &cell : row.cells)
        cells << folded(cell);
    return cells;
}

// Whether a row in the body says what a row of the header says, cell by cell.
bool repeats(const TableRow &row, const QStringList &header)
{
    const qsizetype width = std::max(row.cells.size(), header.size());
    for (qsizetype position = 0; position < width; ++position) {
        if (folded(row.cells.value(position)) != header.value(position))
            return false;
    }
    return true;
}

QString titlesSentence(const QList<TableRow> &above)
{
    const QString words = wordsOf(above);
    const QString shown = words.size() > maxTitlesShown ? words.left(maxTitlesShown) + u'…' : words;
    if (above.size() == 1) {
        return Tr::tr("Ligne %1, au-dessus de l'en-tête, non lue : « %2 ».")
            .arg(above.first().line)
            .arg(shown);
    }
    return Tr::tr("Lignes %1 à %2, au-dessus de l'en-tête, non lues : « %3 ».")
        .arg(above.first().line)
        .arg(above.last().line)
        .arg(shown);
}

class RecordSink : public HeadedSink
{
public:
    RecordSink(const QString &fileName, const TableNames &names,
               const std::function<Result<>(TableFields &)> &take)
        : HeadedSink(names)
        , m_fileName(fileName)
        , m_take(take)
    {
    }

    [[nodiscard]] QStringList warnings() const
    {
        QStringList sentences;
        if (const QList<TableRow> above = search().above(); !above.isEmpty())
            sentences << titlesSentence(above);
        if (!m_repeatedHeaders.isEmpty()) {
            sentences << Tr::tr("En-tête répété dans le tableau, passé : lignes %1.")
                             .arg(m_repeatedHeaders.text());
        }
        for (std::size_t i = 0; i < tableRemarks; ++i) {
            if (!m_remarked[i].isEmpty())
                sentences << remarkSentence(TableRemark(i)).arg(m_remarked[i].text());
        }
        return sentences;
    }

protected:
    Result<> searched() override
    {
        if (!search().hasHeader())
            return search().failure(m_fileName);
        for (const TableRow &row : search().own())
            m_header << foldedCells(row);
        return {};
    }

    Result<> record(const TableRow &row) override
    {
        const auto isHeader = [&row](const QStringList &header) { return repeats(row, header); };
        if (std::ranges::any_of(m_header, isHeader)) {
            m_repeatedHeaders.add(row.line);
            return {};
        }
        const TableContext context{m_fileName, search().header(), form().dayZero};
        TableFields fields(context, row);
        fields.checkWidth();
        if (const Result<> taken = m_take(fields); !taken)
            return taken;
        return fields.isRefused() ? countRefused(fields) : noteRemarks(fields, row);
    }

private:
    // A file of another kind, or one whose columns have slipped: thousands of rejections would say
    // no more than the first.
    Result<> countRefused(const TableFields &fields)
    {
        if (++m_refused <= std::max(maxRefused, m_kept))
            return {};
        const Rejection last = fields.rejection(QString());
        return fail(ErrorCode::LimitExceeded,
                    Tr::tr("Le fichier « %1 » est refusé : la plupart de ses lignes, dont la ligne "
                           "%2 (%3 : « %4 » ; attendu : %5), ne sont pas celles d'un tel tableau. "
                           "Vérifiez ses colonnes.")
                        .arg(QFileInfo(m_fileName).fileName())
                        .arg(last.line)
                        .arg(last.field, last.value, last.expected),
                    {}, {m_fileName, last.line, 0});
    }

    Result<> noteRemarks(TableFields &fields, const TableRow &row)
    {
        ++m_kept;
        if (row.isFilledFromAbove)
            fields.remark(TableRemark::FilledFromAbove);
        for (std::size_t i = 0; i < tableRemarks; ++i) {
            if (fields.has(TableRemark(i)))
                m_remarked[i].add(row.line);
        }
        return {};
    }

    const QString &m_fileName;
    const std::function<Result<>(TableFields &)> &m_take;
    QList<QStringList> m_header; // folded
    LineList m_repeatedHeaders;
    std::array<LineList, tableRemarks> m_remarked;
    qint64 m_refused = 0;
    qint64 m_kept = 0;
};

} // namespace

Result<QStringList> readTableRecords(const QString &fileName, std::span<const TableColumn> columns,
                                     const TableProfile &profile,
                                     const std::function<Result<>(TableFields &)> &take)
{
    const Result<TableNames> names = TableNames::of(columns, profile);
    if (!names)
        return failureOf(names);
    std::unique_ptr<RecordSink> sink;
    const Result<QStringList> warnings = readHeaded(
        fileName, profile, [&] { return std::make_unique<RecordSink>(fileName, *names, take); },
        sink);
    if (!warnings)
        return warnings;
    if (!sink->search().hasRows())
        return emptyTable(fileName);
    return *warnings + sink->warnings();
}

} // namespace recoupe
