// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mailinglogmodel.h"

#include "core/shortdate.h"
#include "domain/editionnumber.h"
#include "models/words.h"

namespace recoupe {

namespace {

QString textOf(const EditionMailing &mailing, int column)
{
    switch (column) {
    case MailingLogModel::Edition:
        return ModelsTr::tr("N° %1").arg(EditionNumber{mailing.year, mailing.number}.label());
    case MailingLogModel::Scope: return capitalised(scopeInWords(mailing.departement));
    case MailingLogModel::WrittenAt: return shortDateTime(mailing.writtenAt);
    case MailingLogModel::Operator: return mailing.operatorName;
    case MailingLogModel::Recipients: return addressesInWords(mailing.recipients);
    default: return {};
    }
}

//! The row as a screen reader says it.
QString sentenceOf(const EditionMailing &mailing)
{
    return ModelsTr::tr("%1, %2, préparé le %3 par %4, à %5")
        .arg(textOf(mailing, MailingLogModel::Edition), scopeInWords(mailing.departement),
             textOf(mailing, MailingLogModel::WrittenAt), mailing.operatorName,
             textOf(mailing, MailingLogModel::Recipients));
}

} // namespace

void MailingLogModel::setMailings(const QList<EditionMailing> &mailings)
{
    beginResetModel();
    m_mailings = mailings;
    endResetModel();
}

int MailingLogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_mailings.size());
}

int MailingLogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant MailingLogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index, CheckIndexOption::ParentIsInvalid));
    const EditionMailing &mailing = m_mailings.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return textOf(mailing, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == Edition ? sentenceOf(mailing) : textOf(mailing, index.column());
    default: return {};
    }
}

QVariant MailingLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Edition: return ModelsTr::tr("Édition");
    case Scope: return ModelsTr::tr("Destinataires");
    case WrittenAt: return ModelsTr::tr("Préparé le");
    case Operator: return ModelsTr::tr("Par");
    case Recipients: return ModelsTr::tr("Adresses");
    default: return {};
    }
}

} // namespace recoupe
