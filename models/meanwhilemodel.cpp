// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/meanwhilemodel.h"

#include "core/counted.h"
#include "models/words.h"

#include <algorithm>
#include <set>

namespace recoupe {

namespace {

QString subjectOf(const MeanwhileChange &change)
{
    if (!change.key.session.isEmpty())
        return change.key.session;
    return change.key.formation.isEmpty() ? ModelsTr::tr("Réglage")
                                          : ModelsTr::tr("Action %1").arg(change.key.formation);
}

QString textOf(const MeanwhileChange &change, int column)
{
    const auto orUnknown = [](const QString &text) {
        return text.isEmpty() ? ModelsTr::tr("inconnu") : text;
    };
    const auto orNothing = [](const QString &text) {
        return text.isEmpty() ? ModelsTr::tr("rien") : text;
    };
    switch (column) {
    case MeanwhileModel::Subject: return subjectOf(change);
    case MeanwhileModel::Field: return change.field;
    case MeanwhileModel::Seen: return orNothing(change.seen);
    case MeanwhileModel::Now: return orNothing(change.now);
    case MeanwhileModel::Wanted: return change.wanted ? orNothing(*change.wanted) : QString();
    case MeanwhileModel::Author: return orUnknown(change.operatorName);
    case MeanwhileModel::Time:
        return orUnknown(change.at.toLocalTime().toString(QStringLiteral("dd/MM/yyyy HH:mm")));
    default: return {};
    }
}

QString sentenceOf(const MeanwhileChange &change)
{
    QStringList parts{
        ModelsTr::tr("%1, %2 : vous avez vu « %3 », maintenant « %4 »", "change")
            .arg(textOf(change, MeanwhileModel::Subject), textOf(change, MeanwhileModel::Field),
                 textOf(change, MeanwhileModel::Seen), textOf(change, MeanwhileModel::Now))};
    if (change.at.isValid() || !change.operatorName.isEmpty())
        parts << ModelsTr::tr("par %1, le %2", "change")
                     .arg(textOf(change, MeanwhileModel::Author),
                          textOf(change, MeanwhileModel::Time));
    if (change.wanted)
        parts << ModelsTr::tr("vous vouliez « %1 »", "change")
                     .arg(textOf(change, MeanwhileModel::Wanted));
    return parts.join(QStringLiteral(", "));
}

} // namespace

void MeanwhileModel::setChanges(const QList<MeanwhileChange> &changes)
{
    beginResetModel();
    m_changes = changes;
    endResetModel();
}

bool MeanwhileModel::hasWanted() const
{
    return std::ranges::any_of(
        m_changes, [](const MeanwhileChange &change) { return change.wanted.has_value(); });
}

int MeanwhileModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_changes.size());
}

int MeanwhileModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant MeanwhileModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index, CheckIndexOption::ParentIsInvalid));
    const MeanwhileChange &change = m_changes.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return textOf(change, index.column());
    case Qt::ToolTipRole: return sentenceOf(change);
    case Qt::AccessibleTextRole:
        return index.column() == Subject ? sentenceOf(change) : textOf(change, index.column());
    default: return {};
    }
}

QVariant MeanwhileModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Subject: return ModelsTr::tr("Session");
    case Field: return ModelsTr::tr("Ce qui a changé");
    case Seen: return ModelsTr::tr("Vous avez vu");
    case Now: return ModelsTr::tr("Maintenant");
    case Author: return ModelsTr::tr("Par");
    case Time: return ModelsTr::tr("Le");
    case Wanted: return ModelsTr::tr("Vous vouliez");
    default: return {};
    }
}

QString meanwhileInWords(const QList<MeanwhileChange> &changes)
{
    std::set<std::pair<SessionKey, QString>> elements; // a setting is told by its name alone
    for (const MeanwhileChange &change : changes)
        elements.emplace(change.key, change.key == SessionKey() ? change.field : QString());
    return counted(qsizetype(elements.size()),
                   ModelsTr::tr("%1 élément a changé depuis que vous l'avez vu : rien n'y est "
                                "fait."),
                   ModelsTr::tr("%1 éléments ont changé depuis que vous les avez vus : rien n'y "
                                "est fait."));
}

} // namespace recoupe
