// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/messagebar.h"

#include "ui/style/badges.h"
#include "ui/style/icons.h"
#include "ui/uitr.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace recoupe {

namespace {

QString badgeOf(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::Success: return QStringLiteral("control/conforming");
    case MessageBar::Kind::Warning: return QStringLiteral("severity/warning");
    case MessageBar::Kind::Problem: break;
    }
    return QStringLiteral("severity/blocking");
}

constexpr int iconSize = 20;

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel)
    , m_text(new QLabel)
    , m_action(new QPushButton)
{
    setObjectName(QStringLiteral("messageBar"));
    setFrameShape(StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_text->setObjectName(QStringLiteral("messageText"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_action->setObjectName(QStringLiteral("messageAction"));
    connect(m_action, &QPushButton::clicked, this, [this] { m_run(); });
    auto *close = new QToolButton;
    close->setObjectName(QStringLiteral("closeMessage"));
    close->setIcon(themedIcon(QStringLiteral("close")));
    close->setAutoRaise(true);
    close->setAccessibleName(UiTr::tr("Fermer le message"));
    close->setToolTip(close->accessibleName());
    connect(close, &QToolButton::clicked, this, &QWidget::hide);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 6, 6, 6);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(close);
    hide();
}

void MessageBar::showMessage(Kind kind, const QString &text, const QString &actionLabel,
                             std::function<void()> action)
{
    m_icon->setPixmap(
        badgeIcon(badgeOf(kind), palette()).pixmap(QSize(iconSize, iconSize), devicePixelRatioF()));
    m_text->setText(text);
    m_action->setText(actionLabel);
    m_action->setVisible(bool(action));
    m_run = std::move(action);
    setAccessibleName(text);
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString MessageBar::text() const
{
    return m_text->text();
}

} // namespace recoupe
