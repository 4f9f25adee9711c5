// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/facetedtablemodel.h"

#include <QSemaphore>

namespace recoupe {

//! A row of a made-up table: its cells, the values that it has of the facets "colour" (one each:
//! red, green, blue) and "tag" (any of a, b, c), and what is searched besides.
struct SampleRow
{
    QStringList cells;
    int colour = 0;
    QList<int> tags = {};
    QString alsoSearched = {};
};

inline bool isNeverStale()
{
    return false;
}

class SampleContent : public TableContent
{
public:
    SampleContent() = default;
    explicit SampleContent(const QList<SampleRow> &rows, const IsStale &isStale = isNeverStale)
        : TableContent(
              {facetOf(QStringLiteral("colour"),
                       {QStringLiteral("red"), QStringLiteral("green"), QStringLiteral("blue")}),
               facetOf(QStringLiteral("tag"),
                       {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")})})
    {
        fill(
            rows.size(), [&rows](qsizetype row) { return modelRowOf(rows.at(row)); }, isStale);
    }

    [[nodiscard]] QString id(quint32 row) const override { return text(row, 0); }
    [[nodiscard]] QString sentence(quint32 row) const override
    {
        return QStringLiteral("%1.").arg(text(row, 0));
    }

private:
    [[nodiscard]] static Facet facetOf(const QString &name, const QStringList &tokens)
    {
        Facet facet{name, name, {}};
        for (const QString &token : tokens)
            facet.values << FacetValue{token, token};
        return facet;
    }

    [[nodiscard]] static ModelRow modelRowOf(const SampleRow &sample)
    {
        ModelRow row;
        for (const QString &text : sample.cells)
            row.cells << ModelCell{text};
        row.facets << FacetMark{0, sample.colour};
        for (const int tag : sample.tags)
            row.facets << FacetMark{1, tag};
        row.alsoSearched << sample.alsoSearched;
        return row;
    }
};

//! "S0 Soudeur", "S1 Maçon", "S2 Soudeur"…
inline QList<SampleRow> sampleRows(int count)
{
    QList<SampleRow> rows;
    for (int row = 0; row < count; ++row) {
        rows << SampleRow{{QStringLiteral("S%1").arg(row),
                           row % 2 == 0 ? QStringLiteral("Soudeur") : QStringLiteral("Maçon")},
                          row % 3};
    }
    return rows;
}

//! Where a load waits, once it is under way, for the test to go on.
struct Gate
{
    QSemaphore entered;
    QSemaphore opened;
    bool wasStale = false; //!< what the load was told when it went on
};

class SampleModel : public FacetedTableModel
{
public:
    SampleModel()
        : FacetedTableModel({{QStringLiteral("id"), QStringLiteral("N°")},
                             {QStringLiteral("title"), QStringLiteral("Intitulé")}},
                            std::make_shared<SampleContent>())
    {
    }

    void setRows(int count)
    {
        load(count, [count](const IsStale &isStale) {
            return std::make_shared<SampleContent>(sampleRows(count), isStale);
        });
    }
    //! The same, held up by a gate.
    void setRowsBehind(Gate &gate, int count)
    {
        load(count, [&gate, count](const IsStale &isStale) {
            gate.entered.release();
            gate.opened.acquire();
            gate.wasStale = isStale();
            return std::make_shared<SampleContent>(sampleRows(count));
        });
    }
};

} // namespace recoupe
