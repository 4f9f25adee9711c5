// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/widgets/named.h"
#include "ui/widgets/sign.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace recoupe {

namespace {
constexpr int iconSize = 48;

void offer(QPushButton *button, QAction *action)
{
    QObject::disconnect(button, &QPushButton::clicked, nullptr, nullptr);
    button->setVisible(action != nullptr);
    if (!action)
        return;
    button->setText(action->text());
    button->setIcon(action->icon());
    button->setToolTip(action->toolTip());
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
}

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_icon(new Sign(iconSize))
    , m_text(new QLabel)
    , m_next(named(new QPushButton, "emptyNext"))
    , m_other(named(new QPushButton, "emptyOther"))
{
    setObjectName(QStringLiteral("emptyState"));
    m_text->setObjectName(QStringLiteral("emptyText"));
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignCenter);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addStretch(1);
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    layout->addWidget(m_text);
    layout->addWidget(m_next, 0, Qt::AlignHCenter);
    layout->addWidget(m_other, 0, Qt::AlignHCenter);
    layout->addStretch(2);
}

void EmptyState::explain(const QString &icon, const QString &text, QAction *next, QAction *other)
{
    m_icon->setIcon(tintedIcon(icon, Tone::Muted));
    m_text->setText(text);
    offer(m_next, next);
    offer(m_other, other);
}

QString EmptyState::text() const
{
    return m_text->text();
}

} // namespace recoupe
