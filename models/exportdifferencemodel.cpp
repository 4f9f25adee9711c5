// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exportdifferencemodel.h"

#include "models/deliverywords.h"
#include "models/words.h"

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

constexpr std::array changes{ExportChange::Added, ExportChange::Changed, ExportChange::Removed};

QList<ModelColumn> differenceColumns()
{
    return {{QStringLiteral("change"), ModelsTr::tr("Changement")},
            {QStringLiteral("session"), ModelsTr::tr("Session")},
            {QStringLiteral("title"), ModelsTr::tr("Intitulé")},
            {QStringLiteral("dates"), ModelsTr::tr("Dates")},
            {QStringLiteral("place"), ModelsTr::tr("Lieu")},
            {QStringLiteral("recruitment"), ModelsTr::tr("Recrutement")},
            {QStringLiteral("market"), ModelsTr::tr("N° de marché")}};
}

QList<Facet> differenceFacets()
{
    Facet change{QStringLiteral("change"), ModelsTr::tr("Changement"), {}};
    for (const ExportChange value : changes)
        change.values << FacetValue{toToken(value), exportChangeName(value), badgeOf(value)};
    return {change};
}

//! Its text on one side of the difference.
QString textOf(const ExportDetails &details, int column)
{
    switch (column) {
    case ExportDifferenceModel::Title: return details.title;
    case ExportDifferenceModel::Dates: return period(details.start, details.end);
    case ExportDifferenceModel::Place: return details.place;
    case ExportDifferenceModel::Recruitment: return recruitmentName(details.recruitment);
    case ExportDifferenceModel::Market: return details.marketNumber;
    default: return {};
    }
}

//! The cell: one side, or both where they differ.
QString cellOf(const ExportDifference &difference, int column)
{
    switch (difference.change) {
    case ExportChange::Added: return textOf(difference.after, column);
    case ExportChange::Removed: return textOf(difference.before, column);
    case ExportChange::Changed: break;
    }
    const QString before = textOf(difference.before, column);
    const QString after = textOf(difference.after, column);
    return before == after ? after : ModelsTr::tr("%1 → %2").arg(before, after);
}

//! Whether none of the columns shows what changed: a contact, the programme, the hours…
bool isElsewhere(const ExportDifference &difference)
{
    return difference.change == ExportChange::Changed && difference.before == difference.after;
}

ModelRow rowOf(const ExportDifference &difference)
{
    const auto position = std::ranges::find(changes, difference.change) - changes.begin();
    ModelRow row;
    row.cells = {{exportChangeName(difference.change), position, badgeOf(difference.change)},
                 {difference.key.session}};
    for (int column = ExportDifferenceModel::Title; column < ExportDifferenceModel::ColumnCount;
         ++column)
        row.cells << ModelCell{cellOf(difference, column)};
    row.facets = {{0, int(position)}};
    return row;
}

class DifferenceContent : public TableContent
{
public:
    DifferenceContent() = default;
    explicit DifferenceContent(QList<ExportDifference> all)
        : TableContent(differenceFacets())
        , differences(std::move(all))
    {
    }

    static TableContentPtr of(const QList<ExportDifference> &all, const IsStale &isStale)
    {
        const auto content = std::make_shared<DifferenceContent>(all);
        const auto makeRow = [&](qsizetype position) {
            return rowOf(content->differences.at(position));
        };
        return content->fill(all.size(), makeRow, isStale) ? content : nullptr;
    }

    QString id(quint32 row) const override;
    QString sentence(quint32 row) const override;
    QString toolTip(quint32 row, int column) const override;

    QList<ExportDifference> differences;
};

QString DifferenceContent::id(quint32 row) const
{
    const SessionKey &key = differences.at(row).key;
    return key.formation + u'/' + key.action + u'/' + key.session;
}

QString DifferenceContent::sentence(quint32 row) const
{
    const ExportDifference &difference = differences.at(row);
    QStringList parts{exportChangeName(difference.change),
                      ModelsTr::tr("session %1").arg(difference.key.session)};
    for (int column = ExportDifferenceModel::Title; column < ExportDifferenceModel::ColumnCount;
         ++column) {
        const QString before = textOf(difference.before, column);
        const QString after = textOf(difference.after, column);
        if (difference.change == ExportChange::Changed && before != after)
            parts << ModelsTr::tr("%1 devient %2").arg(before, after);
        else if (!text(row, column).isEmpty())
            parts << text(row, column);
    }
    if (isElsewhere(difference))
        parts << toolTip(row, ExportDifferenceModel::Change);
    return parts.join(QStringLiteral(", "));
}

QString DifferenceContent::toolTip(quint32 row, int column) const
{
    return column == ExportDifferenceModel::Change && isElsewhere(differences.at(row))
               ? ModelsTr::tr("ce qui change n'est dans aucune de ces colonnes : contact, contenu, "
                              "horaires…")
               : QString();
}

} // namespace

ExportDifferenceModel::ExportDifferenceModel(QObject *parent)
    : FacetedTableModel(differenceColumns(), std::make_shared<DifferenceContent>(), parent)
{
    Q_ASSERT(columns().size() == ColumnCount);
}

void ExportDifferenceModel::setDifferences(const QList<ExportDifference> &differences)
{
    load(differences.size(), [differences](const IsStale &isStale) {
        return DifferenceContent::of(differences, isStale);
    });
}

} // namespace recoupe
