// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/editionlistmodel.h"

#include "models/words.h"

namespace recoupe {

namespace {

QString textOf(const EditionRecord &edition)
{
    return ModelsTr::tr("N° %1-%2, arrêté au %3")
        .arg(edition.year)
        .arg(edition.number, 2, 10, QLatin1Char('0'))
        .arg(shortDate(edition.date));
}

QString sentenceOf(const EditionRecord &edition)
{
    return ModelsTr::tr("%1, édité le %2 par %3.")
        .arg(textOf(edition),
             edition.issuedAt.toLocalTime().toString(QStringLiteral("dd/MM/yyyy HH:mm")),
             edition.operatorName);
}

} // namespace

void EditionListModel::setEditions(const QList<EditionRecord> &editions)
{
    beginResetModel();
    m_editions = editions;
    endResetModel();
}

int EditionListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_editions.size());
}

QVariant EditionListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index, CheckIndexOption::ParentIsInvalid));
    switch (role) {
    case Qt::DisplayRole: return textOf(m_editions.at(index.row()));
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: return sentenceOf(m_editions.at(index.row()));
    default: return {};
    }
}

} // namespace recoupe
