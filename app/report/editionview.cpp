// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/editionview.h"

#include "core/textfolding.h"
#include "core/tokentable.h"
#include "report/editionwording.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

constexpr std::array groupingTokens{Token{EditionGrouping::Departement, u"departement"},
                                    Token{EditionGrouping::Funder, u"funder"},
                                    Token{EditionGrouping::Domain, u"domain"}};

//! The order of the funders in the title of the table.
constexpr std::array funderOrder{Funder::PoleEmploi, Funder::Region, Funder::Agefiph,
                                 Funder::Other};

bool isShown(const EditionView &view, const auto &record)
{
    return (view.departement.isEmpty() || record.departement == view.departement) &&
           (view.funders.isEmpty() || view.funders.contains(record.funder));
}

//! A group's place among the groups, and its title.
using GroupKey = std::tuple<qsizetype, QString, QString>;

GroupKey byFunder(const EditionRow &row, QDate on)
{
    const auto place = std::ranges::find(funderOrder, row.funder);
    return {place - funderOrder.begin(), {}, funderName(row.funder, on)};
}

GroupKey byDomain(const EditionRow &row)
{
    if (row.domain.isEmpty())
        return {1, {}, Tr::tr("Domaine non précisé")};
    return {0, folded(row.domain), row.domain};
}

QList<EditionGroup> regrouped(const QList<EditionGroup> &groups, EditionGrouping grouping, QDate on)
{
    std::map<GroupKey, QList<EditionRow>> rows;
    for (const EditionGroup &group : groups) {
        for (const EditionRow &row : group.rows)
            rows[grouping == EditionGrouping::Funder ? byFunder(row, on) : byDomain(row)] << row;
    }
    QList<EditionGroup> out;
    for (auto &[key, members] : rows)
        out << EditionGroup{std::get<2>(key), std::move(members)};
    return out;
}

//! Who sees only a part of the table must not miss what moved out of it, nor take for changed what
//! moved in.
void settleMove(EditionContent &content, EditionRow &row)
{
    if (!row.movedFrom)
        return;
    const bool wasShown = isShown(content.view, *row.movedFrom);
    const bool isNow = isShown(content.view, row);
    if (wasShown && !isNow)
        content.departures << *row.movedFrom;
    if (isNow && !wasShown) {
        row.mark = RowMark::New;
        row.changes.clear();
    }
}

} // namespace

EditionContent arranged(const EditionContent &whole, const EditionView &view)
{
    EditionContent content = whole;
    content.view = view;
    content.departures.removeIf(
        [&](const EditionDeparture &departure) { return !isShown(view, departure); });
    for (EditionGroup &group : content.groups) {
        for (EditionRow &row : group.rows)
            settleMove(content, row);
        group.rows.removeIf([&](const EditionRow &row) { return !isShown(view, row); });
    }
    content.groups.removeIf([](const EditionGroup &group) { return group.rows.isEmpty(); });
    if (view.grouping != EditionGrouping::Departement)
        content.groups = regrouped(content.groups, view.grouping, content.date);
    return content;
}

QStringList departementsOf(const EditionContent &content)
{
    QStringList codes;
    for (const EditionGroup &group : content.groups) {
        for (const EditionRow &row : group.rows)
            codes << row.departement;
    }
    codes.removeDuplicates();
    return codes;
}

QString toToken(EditionGrouping grouping)
{
    return tokenOf(groupingTokens, grouping);
}

std::optional<EditionGrouping> groupingFromToken(QStringView token)
{
    return valueOf(groupingTokens, token);
}

} // namespace recoupe
