// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/commandpalette.h"

#include "ui/delegates/carddelegate.h"
#include "ui/uitr.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

namespace recoupe {

CommandPalette::CommandPalette(const QList<QAction *> &commands, QWidget *parent)
    : QDialog(parent)
    , m_model(commands)
    , m_search(new QLineEdit)
    , m_list(new QListView)
{
    setObjectName(QStringLiteral("commandPalette"));
    setWindowTitle(UiTr::tr("Commandes"));
    resize(560, 420);
    m_search->setObjectName(QStringLiteral("commandSearch"));
    m_search->setPlaceholderText(UiTr::tr("Que faire ?"));
    m_search->setAccessibleName(UiTr::tr("Rechercher une commande"));
    m_search->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("commandList"));
    m_list->setAccessibleName(UiTr::tr("Commandes trouvées"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new CardDelegate(m_list));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    const auto pointFirst = [this] { m_list->setCurrentIndex(m_model.index(0)); };
    connect(m_search, &QLineEdit::textChanged, this, [this, pointFirst](const QString &text) {
        m_model.search(text);
        pointFirst();
    });
    connect(m_search, &QLineEdit::returnPressed, this, &CommandPalette::run);
    connect(m_list, &QListView::activated, this, &CommandPalette::run);
    pointFirst();
    m_search->setFocus();
}

//! The arrows move in the list while the words are typed.
bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        const QModelIndex next = m_model.index(m_list->currentIndex().row() + step);
        if (step != 0 && next.isValid())
            m_list->setCurrentIndex(next);
        if (step != 0)
            return true;
    }
    return QDialog::eventFilter(watched, event);
}

//! The command runs once the palette is gone: what it opens must not open upon it.
void CommandPalette::run()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid() || !m_model.command(current.row())->isEnabled())
        return;
    QAction *command = m_model.command(current.row());
    accept();
    QMetaObject::invokeMethod(command, &QAction::trigger, Qt::QueuedConnection);
}

} // namespace recoupe
