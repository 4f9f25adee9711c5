// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/commandlistmodel.h"

#include "core/textfolding.h"
#include "models/cardline.h"
#include "ui/uitr.h"

#include <QAction>

#include <algorithm>

namespace recoupe {

namespace {

//! As a menu shows it, without the mark of its mnemonic and the dots of its dialog.
QString nameOf(const QAction *command)
{
    QString name = command->text();
    name.remove(u'&');
    return name;
}

CardLines linesOf(const QAction *command)
{
    const QString keys = command->shortcut().toString(QKeySequence::NativeText);
    return {{.strong = keys.isEmpty()
                           ? nameOf(command)
                           : UiTr::tr("%1 (%2)", "command and keys").arg(nameOf(command), keys)},
            {.text = command->isEnabled() ? command->statusTip()
                                          : UiTr::tr("Indisponible : %1").arg(command->statusTip()),
             .isSmall = true}};
}

} // namespace

CommandListModel::CommandListModel(const QList<QAction *> &commands, QObject *parent)
    : QAbstractListModel(parent)
    , m_commands(commands)
{
    search({});
}

void CommandListModel::search(const QString &text)
{
    const QStringList words = folded(text).split(u' ', Qt::SkipEmptyParts);
    const auto isFound = [&words](const QAction *command) {
        const QString searched = folded(nameOf(command) + u' ' + command->statusTip());
        return std::ranges::all_of(
            words, [&searched](const QString &word) { return searched.contains(word); });
    };
    beginResetModel();
    m_found.clear();
    std::ranges::copy_if(m_commands, std::back_inserter(m_found), isFound);
    std::ranges::stable_partition(m_found, &QAction::isEnabled);
    endResetModel();
}

int CommandListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_found.size());
}

QVariant CommandListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index, CheckIndexOption::ParentIsInvalid));
    const QAction *found = m_found.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return nameOf(found);
    case CardLinesRole: return QVariant::fromValue(linesOf(found));
    case Qt::AccessibleTextRole: return inWords(linesOf(found));
    default: return {};
    }
}

} // namespace recoupe
