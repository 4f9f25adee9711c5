// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/personplacemodel.h"

#include "models/words.h"

namespace recoupe {

namespace {

QString remedyName(PersonalRemedy remedy)
{
    switch (remedy) {
    case PersonalRemedy::Change: return ModelsTr::tr("Vidé, la ligne reste");
    case PersonalRemedy::Remove: return ModelsTr::tr("Supprimé");
    case PersonalRemedy::Event: return ModelsTr::tr("Texte vidé, gardé au journal");
    case PersonalRemedy::Keep: break;
    }
    return ModelsTr::tr("Reste, à changer soi-même");
}

} // namespace

void PersonPlaceModel::setPlaces(const QList<PersonPlace> &places)
{
    beginResetModel();
    m_places = places;
    endResetModel();
}

void PersonPlaceModel::setWorkspace(const WorkspacePtr &workspace)
{
    m_workspace = workspace;
    if (!m_places.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QString PersonPlaceModel::subjectOf(const PersonPlace &place) const
{
    const SessionKey &offer = place.offer;
    if (offer.formation.isEmpty())
        return place.subject;
    const QString &numero = offer.session.isEmpty() ? offer.formation : offer.session;
    const qsizetype action = m_workspace ? m_workspace->indexOfAction(offer.formation) : -1;
    return action < 0 ? numero
                      : ModelsTr::tr("%1, %2", "title of an offer, its numero")
                            .arg(m_workspace->actions.at(action).submitted.title, numero);
}

QString PersonPlaceModel::textOf(const PersonPlace &place, int column) const
{
    switch (column) {
    case Where: return place.where;
    case Subject: return capitalised(subjectOf(place));
    case Said: return place.said;
    case Remedy: return remedyName(place.remedy);
    default: return {};
    }
}

QString PersonPlaceModel::sentenceOf(const PersonPlace &place) const
{
    QStringList parts;
    for (int column = 0; column < ColumnCount; ++column)
        parts << textOf(place, column);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

int PersonPlaceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_places.size());
}

int PersonPlaceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PersonPlaceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index, CheckIndexOption::ParentIsInvalid));
    const PersonPlace &place = m_places.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return textOf(place, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == Where ? sentenceOf(place) : textOf(place, index.column());
    default: return {};
    }
}

QVariant PersonPlaceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Where: return ModelsTr::tr("Endroit");
    case Subject: return ModelsTr::tr("Objet");
    case Said: return ModelsTr::tr("Ce qui y est écrit");
    case Remedy: return ModelsTr::tr("En cas d'effacement");
    default: return {};
    }
}

} // namespace recoupe
