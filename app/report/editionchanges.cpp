// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/editionchanges.h"

#include <QCoreApplication>
#include <QMap>

#include <array>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

//! What a reader calls a part of the row, and the texts that it is made of.
struct NamedField
{
    const char *name;
    std::array<QString EditionRow::*, 3> texts;
};

constexpr std::array namedFields{
    NamedField{QT_TRANSLATE_NOOP("Recoupe", "état"), {&EditionRow::state}},
    NamedField{QT_TRANSLATE_NOOP("Recoupe", "intitulé"), {&EditionRow::title}},
    NamedField{QT_TRANSLATE_NOOP("Recoupe", "descriptif"), {&EditionRow::details}},
    NamedField{QT_TRANSLATE_NOOP("Recoupe", "organisme"),
               {&EditionRow::provider, &EditionRow::deliverer}},
    NamedField{QT_TRANSLATE_NOOP("Recoupe", "lieu"), {&EditionRow::place}},
    NamedField{QT_TRANSLATE_NOOP("Recoupe", "dates"), {&EditionRow::dates}},
    NamedField{QT_TRANSLATE_NOOP("Recoupe", "durée"), {&EditionRow::duration}},
    NamedField{QT_TRANSLATE_NOOP("Recoupe", "places"), {&EditionRow::places}},
    NamedField{QT_TRANSLATE_NOOP("Recoupe", "information collective"), {&EditionRow::meeting}},
    NamedField{
        QT_TRANSLATE_NOOP("Recoupe", "contact"),
        {&EditionRow::contactName, &EditionRow::contactTelephone, &EditionRow::contactEmail}},
    NamedField{QT_TRANSLATE_NOOP("Recoupe", "financeur"),
               {&EditionRow::funding, &EditionRow::market}},
};

QString textOf(const EditionRow &row, const NamedField &field)
{
    QStringList lines;
    for (QString EditionRow::*const text : field.texts) {
        if (text && !(row.*text).isEmpty())
            lines << row.*text;
    }
    return lines.join(u'\n');
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

QStringList fieldNames(const QList<FieldDifference> &differences)
{
    QStringList names;
    for (const FieldDifference &difference : differences)
        names << difference.field;
    return names;
}

} // namespace

QList<FieldDifference> differencesBetween(const EditionRow &before, const EditionRow &after)
{
    QList<FieldDifference> differences;
    for (const NamedField &field : namedFields) {
        const QString was = textOf(before, field);
        const QString is = textOf(after, field);
        if (was != is)
            differences << FieldDifference{Tr::tr(field.name), was, is};
    }
    return differences;
}

void markChanges(EditionContent &content, const EditionContent &previous,
                 const EditionContent &asOfPrevious)
{
    const RowsByKey printed = rowsByKey(previous);
    const RowsByKey wouldBe = rowsByKey(asOfPrevious);
    for (EditionGroup &group : content.groups) {
        for (EditionRow &row : group.rows) {
            const EditionRow *before = printed.value(row.key);
            if (!before) {
                row.mark = RowMark::New;
                continue;
            }
            const EditionRow *same = wouldBe.value(row.key, &row);
            row.changes = fieldNames(differencesBetween(*before, *same));
            row.mark = row.changes.isEmpty() ? RowMark::None : RowMark::Changed;
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
                difference.fields.removeIf([&row](const FieldDifference &field) {
                    return !row.changes.contains(field.field);
                });
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
            if (remaining.contains(row.key))
                continue;
            departures << EditionDeparture{row.key,      row.departement, row.funder, row.title,
                                           row.provider, row.place,       row.dates,  {}};
        }
    }
    return departures;
}

} // namespace recoupe
