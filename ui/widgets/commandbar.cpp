// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/commandbar.h"

#include "ui/style/toollook.h"

#include <QActionEvent>
#include <QToolButton>

namespace recoupe {

CommandBar::CommandBar(const QList<QAction *> &actions, QWidget *parent)
    : QToolBar(parent)
{
    setObjectName(QStringLiteral("commandBar"));
    setToolLook(this, ToolLook::Commands);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIconSize(QSize(18, 18));
    addActions(actions);
}

QList<QWidget *> CommandBar::buttons() const
{
    QList<QWidget *> buttons;
    for (QAction *action : actions()) {
        if (auto *button = qobject_cast<QToolButton *>(widgetForAction(action)))
            buttons << button;
    }
    return buttons;
}

void CommandBar::actionEvent(QActionEvent *event)
{
    QToolBar::actionEvent(event);
    if (event->type() != QEvent::ActionAdded)
        return;
    // A separator or a widget of the page's own keeps the focus policy it came with.
    if (auto *button = qobject_cast<QToolButton *>(widgetForAction(event->action())))
        button->setFocusPolicy(Qt::TabFocus);
}

} // namespace recoupe
