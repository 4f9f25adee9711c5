// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/widgets/sign.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace recoupe {

namespace {
constexpr int iconSize = 48;
} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_icon(new Sign(iconSize))
    , m_text(new QLabel)
    , m_next(new QPushButton)
{
    setObjectName(QStringLiteral("emptyState"));
    m_text->setObjectName(QStringLiteral("emptyText"));
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignCenter);
    connect(m_next, &QPushButton::clicked, this, [this] { m_action->trigger(); });
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addStretch(1);
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    layout->addWidget(m_text);
    layout->addWidget(m_next, 0, Qt::AlignHCenter);
    layout->addStretch(2);
}

void EmptyState::explain(const QString &icon, const QString &text, QAction *next)
{
    m_icon->setIcon(tintedIcon(icon, Tone::Muted));
    m_text->setText(text);
    m_action = next;
    m_next->setVisible(next != nullptr);
    if (next) {
        m_next->setText(next->text());
        m_next->setIcon(next->icon());
    }
}

QString EmptyState::text() const
{
    return m_text->text();
}

} // namespace recoupe
