// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rejectionmodel.h"

#include "models/words.h"
#include "services/importservice.h"

#include <QFileInfo>

namespace recoupe {

namespace {

QString textOf(const Rejection &rejection, int column)
{
    switch (column) {
    case RejectionModel::File: return QFileInfo(rejection.file).fileName();
    case RejectionModel::Line:
        return rejection.line > 0 ? QString::number(rejection.line) : QString();
    case RejectionModel::Record: return rejection.record;
    case RejectionModel::Field: return rejection.field;
    case RejectionModel::Value: return rejection.value;
    case RejectionModel::Expected: return rejection.expected;
    default: return {};
    }
}

} // namespace

void RejectionModel::setRejections(const QList<Rejection> &rejections)
{
    beginResetModel();
    m_rejections = rejections;
    endResetModel();
}

int RejectionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rejections.size());
}

int RejectionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RejectionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index, CheckIndexOption::ParentIsInvalid));
    const Rejection &rejection = m_rejections.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return textOf(rejection, index.column());
    case Qt::ToolTipRole: return describe(rejection);
    case Qt::AccessibleTextRole:
        return index.column() == File ? describe(rejection) : textOf(rejection, index.column());
    default: return {};
    }
}

QVariant RejectionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case File: return ModelsTr::tr("Fichier");
    case Line: return ModelsTr::tr("Ligne");
    case Record: return ModelsTr::tr("Enregistrement");
    case Field: return ModelsTr::tr("Champ");
    case Value: return ModelsTr::tr("Valeur");
    case Expected: return ModelsTr::tr("Attendu");
    default: return {};
    }
}

} // namespace recoupe
