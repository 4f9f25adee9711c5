// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mailingtargetmodel.h"

#include "models/words.h"

#include <algorithm>

namespace recoupe {

namespace {

QString textOf(const MailingTarget &target, int column)
{
    switch (column) {
    case MailingTargetModel::Scope: return capitalised(scopeInWords(target.departement));
    case MailingTargetModel::Addresses: return addressesInWords(target.addresses);
    case MailingTargetModel::Sessions: return sessionsInWords(target.sessions);
    case MailingTargetModel::Last: return capitalised(roundInWords(target));
    default: return {};
    }
}

//! The row as a screen reader says it.
QString sentenceOf(const MailingTarget &target)
{
    QStringList parts{scopeInWords(target.departement), addressesInWords(target.addresses),
                      sessionsInWords(target.sessions)};
    if (const QString last = roundInWords(target); !last.isEmpty())
        parts << ModelsTr::tr("dernier envoi préparé : %1").arg(last);
    return capitalised(parts.join(u", "));
}

} // namespace

void MailingTargetModel::setTargets(EditionNumber edition, const QList<MailingTarget> &targets)
{
    if (m_edition != edition)
        clear();
    beginResetModel();
    QStringList chosen;
    for (const MailingTarget &target : targets) {
        if (isToBeChosen(target))
            chosen << target.departement;
    }
    m_edition = edition;
    m_targets = targets;
    m_chosen = chosen;
    endResetModel();
}

void MailingTargetModel::clear()
{
    beginResetModel();
    m_edition.reset();
    m_targets.clear();
    m_chosen.clear();
    endResetModel();
}

//! Held against what is shown now.
bool MailingTargetModel::isToBeChosen(const MailingTarget &target) const
{
    const auto shown =
        std::ranges::find(m_targets, target.departement, &MailingTarget::departement);
    if (shown == m_targets.end() || shown->addresses == 0)
        return target.isWaiting();
    return isChosen(*shown) && target.addresses > 0 && target.last == shown->last;
}

bool MailingTargetModel::isChosen(const MailingTarget &target) const
{
    return m_chosen.contains(target.departement);
}

QStringList MailingTargetModel::chosen() const
{
    QStringList codes;
    for (const MailingTarget &target : m_targets) {
        if (isChosen(target))
            codes << target.departement;
    }
    return codes;
}

int MailingTargetModel::chosenAddresses() const
{
    int addresses = 0;
    for (const MailingTarget &target : m_targets)
        addresses += isChosen(target) ? target.addresses : 0;
    return addresses;
}

int MailingTargetModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_targets.size());
}

int MailingTargetModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Qt::ItemFlags MailingTargetModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const bool isTickable =
        index.isValid() && index.column() == Scope && m_targets.at(index.row()).addresses > 0;
    return isTickable ? flags | Qt::ItemIsUserCheckable : flags;
}

QVariant MailingTargetModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index, CheckIndexOption::ParentIsInvalid));
    const MailingTarget &target = m_targets.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return textOf(target, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == Scope ? sentenceOf(target) : textOf(target, index.column());
    case Qt::CheckStateRole:
        return flags(index).testFlag(Qt::ItemIsUserCheckable)
                   ? QVariant(isChosen(target) ? Qt::Checked : Qt::Unchecked)
                   : QVariant();
    default: return {};
    }
}

bool MailingTargetModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !flags(index).testFlag(Qt::ItemIsUserCheckable))
        return false;
    const QString &code = m_targets.at(index.row()).departement;
    m_chosen.removeAll(code);
    if (value.toInt() == Qt::Checked)
        m_chosen << code;
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    return true;
}

QVariant MailingTargetModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Scope: return ModelsTr::tr("Destinataires");
    case Addresses: return ModelsTr::tr("Adresses");
    case Sessions: return ModelsTr::tr("Dans cette édition");
    case Last: return ModelsTr::tr("Dernier envoi préparé");
    default: return {};
    }
}

QString distributionInWords(const QList<MailingTarget> &targets)
{
    int addresses = 0;
    int reached = 0;
    QStringList waiting;
    for (const MailingTarget &target : targets) {
        addresses += target.addresses;
        reached += target.last ? target.last->recipients : 0;
        if (target.isWaiting())
            waiting << scopeInWords(target.departement);
    }
    if (addresses == 0)
        return ModelsTr::tr("Aucun destinataire. Importez la liste des adresses par département.");
    if (reached == 0)
        return ModelsTr::tr("Cette édition n'a encore été préparée pour personne.");
    const QString done = ModelsTr::tr("Envoi préparé pour %1").arg(addressesInWords(reached));
    return waiting.isEmpty()
               ? ModelsTr::tr("%1 ; rien ne reste à préparer.").arg(done)
               : ModelsTr::tr("%1 ; rien encore pour %2.").arg(done, waiting.join(u", "));
}

} // namespace recoupe
