// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/editionchanges.h"

#include "report/rowparts.h"

#include <QCoreApplication>
#include <QMap>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

bool hasChanged(const EditionRow &before, const EditionRow &after, RowPart part)
{
    if (wordsOf(before, part) == wordsOf(after, part))
        return false;
    const QString was = before.facts.value(toToken(part));
    return was.isEmpty() || was != after.facts.value(toToken(part));
}

EditionDeparture departureOf(const EditionRow &row)
{
    return {row.key,      row.departement, row.funder, row.title,
            row.provider, row.place,       row.dates,  {}};
}

//! What is said of a row where it was, when it is now in another département or of another funder.
std::optional<EditionDeparture> movedFrom(const EditionRow &before, const EditionRow &now, QDate on)
{
    if (before.departement == now.departement && before.funder == now.funder)
        return std::nullopt;
    EditionDeparture left = departureOf(before);
    left.reason =
        before.departement != now.departement
            ? Tr::tr("désormais à %1").arg(QString(now.place).replace(u'\n', QStringLiteral(", ")))
            : Tr::tr("désormais financée par\u00A0: %1").arg(funderName(now.funder, on));
    return left;
}

using RowsByKey = QMap<SessionKey, const EditionRow *>;

RowsByKey rowsByKey(const EditionContent &content)
{
    RowsByKey rows;
    for (const EditionGroup &group : content.groups) {
        for (const EditionRow &row : group.rows)
            rows.insert(row.key, &row);
    }
    return rows;
}

} // namespace

QList<FieldDifference> differencesBetween(const EditionRow &before, const EditionRow &after)
{
    QList<FieldDifference> differences;
    for (const RowPart part : rowParts) {
        if (hasChanged(before, after, part)) {
            differences << FieldDifference{rowPartName(part), wordsOf(before, part),
                                           wordsOf(after, part)};
        }
    }
    return differences;
}

void markChanges(EditionContent &content, const EditionContent &previous)
{
    const RowsByKey printed = rowsByKey(previous);
    for (EditionGroup &group : content.groups) {
        for (EditionRow &row : group.rows) {
            row.changes.clear();
            row.movedFrom.reset();
            const EditionRow *before = printed.value(row.key);
            if (!before) {
                row.mark = RowMark::New;
                continue;
            }
            for (const FieldDifference &difference : differencesBetween(*before, row))
                row.changes << difference.field;
            row.mark = row.changes.isEmpty() ? RowMark::None : RowMark::Changed;
            row.movedFrom = movedFrom(*before, row, content.date);
        }
    }
}

QList<EditionDifference> markedDifferences(const EditionContent &previous,
                                           const EditionContent &content)
{
    using Kind = EditionDifference::Kind;
    const RowsByKey earlier = rowsByKey(previous);
    QList<EditionDifference> differences;
    for (const EditionGroup &group : content.groups) {
        for (const EditionRow &row : group.rows) {
            if (row.mark == RowMark::None)
                continue;
            EditionDifference difference{Kind::New, row.key, row.title, row.place, {}, {}};
            if (const EditionRow *before = earlier.value(row.key)) {
                difference.kind = Kind::Changed;
                difference.fields = differencesBetween(*before, row);
            }
            differences << difference;
        }
    }
    for (const EditionDeparture &left : content.departures) {
        differences << EditionDifference{Kind::Left, left.key, left.title,
                                         left.place, {},       left.reason};
    }
    return differences;
}

QList<EditionDeparture> departuresSince(const EditionContent &previous,
                                        const EditionContent &content)
{
    const RowsByKey remaining = rowsByKey(content);
    QList<EditionDeparture> departures;
    for (const EditionGroup &group : previous.groups) {
        for (const EditionRow &row : group.rows) {
            if (!remaining.contains(row.key))
                departures << departureOf(row);
        }
    }
    return departures;
}

} // namespace recoupe
