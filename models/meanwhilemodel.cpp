// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/meanwhilemodel.h"

#include "core/counted.h"
#include "models/words.h"

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
    switch (column) {
    case MeanwhileModel::Subject: return subjectOf(change);
    case MeanwhileModel::Field: return change.field;
    case MeanwhileModel::Seen: return change.seen.isEmpty() ? ModelsTr::tr("rien") : change.seen;
    case MeanwhileModel::Now: return change.now;
    case MeanwhileModel::Author: return orUnknown(change.operatorName);
    case MeanwhileModel::Time:
        return orUnknown(change.at.toLocalTime().toString(QStringLiteral("dd/MM/yyyy HH:mm")));
    default: return {};
    }
}

QString sentenceOf(const MeanwhileChange &change)
{
    return ModelsTr::tr("%1, %2 : vous avez vu « %3 », maintenant « %4 », par %5, le %6", "change")
        .arg(textOf(change, MeanwhileModel::Subject), textOf(change, MeanwhileModel::Field),
             textOf(change, MeanwhileModel::Seen), textOf(change, MeanwhileModel::Now),
             textOf(change, MeanwhileModel::Author), textOf(change, MeanwhileModel::Time));
}

} // namespace

void MeanwhileModel::setChanges(const QList<MeanwhileChange> &changes)
{
    beginResetModel();
    m_changes = changes;
    endResetModel();
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
    default: return {};
    }
}

QString meanwhileInWords(const QList<MeanwhileChange> &changes)
{
    std::set<SessionKey> keys;
    for (const MeanwhileChange &change : changes)
        keys.insert(change.key);
    return counted(qsizetype(keys.size()),
                   ModelsTr::tr("%1 élément a changé depuis que vous l'avez vu : rien n'y est "
                                "fait."),
                   ModelsTr::tr("%1 éléments ont changé depuis que vous les avez vus : rien n'y "
                                "est fait."));
}

} // namespace recoupe
