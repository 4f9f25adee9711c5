// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/messagebar.h"

#include "ui/style/badges.h"
#include "ui/style/icons.h"
#include "ui/uitr.h"
#include "ui/widgets/sign.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <array>

namespace recoupe {

namespace {

QString badgeOf(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::Success: return QStringLiteral("control/conforming");
    case MessageBar::Kind::Note: return QStringLiteral("severity/info");
    case MessageBar::Kind::Warning: return QStringLiteral("severity/warning");
    case MessageBar::Kind::Problem: break;
    }
    return QStringLiteral("severity/blocking");
}

constexpr int iconSize = 20;
constexpr std::array buttonNames{"messageAction", "messageAction2", "messageAction3"};

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new Sign(iconSize))
    , m_text(new QLabel)
    , m_close(new QToolButton)
{
    setObjectName(QStringLiteral("messageBar"));
    setFrameShape(StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_text->setObjectName(QStringLiteral("messageText"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setObjectName(QStringLiteral("closeMessage"));
    m_close->setIcon(themedIcon(QStringLiteral("close")));
    m_close->setAutoRaise(true);
    m_close->setAccessibleName(UiTr::tr("Fermer le message"));
    m_close->setToolTip(m_close->accessibleName());
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 6, 6, 6);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    for (const char *name : buttonNames) {
        auto *button = new QPushButton;
        button->setObjectName(QString::fromLatin1(name));
        connect(button, &QPushButton::clicked, this, [this, place = m_buttons.size()] {
            const auto run = m_actions.at(place).run; // which may show another message
            run();
        });
        m_buttons << button;
        layout->addWidget(button);
    }
    layout->addWidget(m_close);
    hide();
}

void MessageBar::showMessage(Kind kind, const QString &text, const QString &actionLabel,
                             std::function<void()> action)
{
    showMessage(kind, text,
                action ? QList<Action>{{actionLabel, std::move(action)}} : QList<Action>());
}

void MessageBar::showMessage(Kind kind, const QString &text, const QList<Action> &actions)
{
    Q_ASSERT(actions.size() <= m_buttons.size());
    m_icon->setIcon(badgeIcon(badgeOf(kind)));
    setText(text);
    m_actions = actions;
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setVisible(i < actions.size());
        m_buttons[i]->setText(actions.value(i).label);
    }
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBar::setText(const QString &text)
{
    m_text->setText(text);
    setAccessibleName(text);
}

void MessageBar::keepOpen()
{
    m_close->hide();
}

QString MessageBar::text() const
{
    return m_text->text();
}

} // namespace recoupe
