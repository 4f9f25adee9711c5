// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/editionlistmodel.h"

#include "core/shortdate.h"
#include "domain/editionnumber.h"
#include "models/words.h"

namespace recoupe {

namespace {

QString textOf(const EditionRecord &edition)
{
    const QString text =
        ModelsTr::tr("N° %1, arrêté au %2")
            .arg(EditionNumber{edition.year, edition.number}.label(), shortDate(edition.date));
    return edition.annulment ? ModelsTr::tr("%1, ANNULÉE").arg(text) : text;
}

QString sentenceOf(const EditionRecord &edition)
{
    QStringList sentences{
        ModelsTr::tr("%1, éditée le %2 par %3.")
            .arg(textOf(edition), shortDateTime(edition.issuedAt), edition.operatorName)};
    if (!edition.overrideReason.isEmpty())
        sentences << ModelsTr::tr("Éditée malgré les contrôles : %1.").arg(edition.overrideReason);
    if (const auto &annulment = edition.annulment) {
        sentences << ModelsTr::tr("Annulée le %1 par %2 : %3.")
                         .arg(shortDateTime(annulment->at), annulment->operatorName,
                              annulment->reason);
    }
    return sentences.join(u' ');
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
