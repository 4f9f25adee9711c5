// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/rejectedrows.h"

#include "exchange/table/originalrows.h"
#include "report/sheettext.h"
#include "services/filedigest.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

QString lineOf(const QStringList &cells)
{
    return cells.join(u';') + csvLineEnd;
}

template <typename Escape>
void append(QStringList &cells, const QStringList &texts, Escape escape)
{
    for (const QString &text : texts)
        cells << escape(text);
}

QString lineNumber(const Rejection &rejection)
{
    return rejection.line > 0 ? QString::number(rejection.line) : QString();
}

//! One line for each record: a feed has no rows.
QString listOf(const QList<Rejection> &rejections)
{
    QStringList cells;
    append(cells,
           {Tr::tr("Ligne"), Tr::tr("Enregistrement"), Tr::tr("Champ"), Tr::tr("Valeur"),
            Tr::tr("Attendu")},
           csvCell);
    QString text = lineOf(cells);
    for (const Rejection &rejection : rejections) {
        cells = {lineNumber(rejection)};
        append(cells, {rejection.record, rejection.field, rejection.value, rejection.expected},
               csvTextCell);
        text += lineOf(cells);
    }
    return text;
}

//! The rejected rows of a table, under its own header and ours.
class RejectedText
{
public:
    explicit RejectedText(QList<Rejection> rejections)
        : m_rejections(std::move(rejections))
    {
        std::ranges::stable_sort(m_rejections, {}, &Rejection::line);
    }

    void take(const QStringList &titles, const TableRow &row)
    {
        const auto [first, last] =
            std::ranges::equal_range(m_rejections, row.line, {}, &Rejection::line);
        if (first != last && m_titles.isEmpty())
            m_titles = titles;
        for (auto rejection = first; rejection != last; ++rejection)
            addRow(row, *rejection);
    }

    [[nodiscard]] QString text() const
    {
        QStringList cells;
        append(cells, m_titles, csvCell);
        for (qsizetype column = m_titles.size(); column < m_width; ++column)
            cells << QString();
        append(cells,
               {Tr::tr("Erreur : ligne"), Tr::tr("Erreur : champ"), Tr::tr("Erreur : valeur"),
                Tr::tr("Erreur : attendu")},
               csvCell);
        QString text = lineOf(cells);
        for (const Row &row : m_rows) {
            cells = row.cells;
            cells.resize(m_width);
            text += lineOf(cells + row.error);
        }
        return text;
    }

private:
    struct Row
    {
        QStringList cells;
        QStringList error;
    };

    // A row with more cells than the header is rejected for that: the width is the widest one's.
    void addRow(const TableRow &row, const Rejection &rejection)
    {
        Row added{{}, {lineNumber(rejection)}};
        append(added.cells, row.cells, csvTextCell);
        append(added.error, {rejection.field, rejection.value, rejection.expected}, csvTextCell);
        m_width = std::max({m_width, m_titles.size(), added.cells.size()});
        m_rows << added;
    }

    QList<Rejection> m_rejections; // by their lines
    QStringList m_titles;
    qsizetype m_width = 0;
    QList<Row> m_rows;
};

Result<> checkUnchanged(const ImportPlan &plan)
{
    return expectDigest(plan.file, plan.digest,
                        Tr::tr("Le fichier « %1 » a changé depuis : ses lignes rejetées ne sont "
                               "plus celles-ci. L'importer de nouveau.")
                            .arg(QFileInfo(plan.file).fileName()));
}

Result<QString> rowsOf(const ImportPlan &plan, const ImportSummary &summary)
{
    if (const Result<> unchanged = checkUnchanged(plan); !unchanged)
        return failureOf(unchanged);
    RejectedText rejected(summary.rejections);
    return readOriginalRows(plan.file, tableKindOf(summary.record.kind), plan.profile,
                            [&](const QStringList &titles, const TableRow &row) -> Result<> {
                                rejected.take(titles, row);
                                return {};
                            })
        .map([&] { return rejected.text(); });
}

} // namespace

Result<> saveRejected(const ImportPlan &plan, const ImportSummary &summary, const QString &target)
{
    const Result<QString> text =
        summary.isTable ? rowsOf(plan, summary) : Result<QString>(listOf(summary.rejections));
    if (!text)
        return failureOf(text);
    return writeCsvText(*text, target);
}

QString rejectedFileName(const QString &file)
{
    return Tr::tr("%1 - rejets.csv").arg(QFileInfo(file).completeBaseName());
}

} // namespace recoupe
