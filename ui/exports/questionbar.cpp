// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exports/questionbar.h"

#include "models/deliverywords.h"
#include "ui/style/badges.h"
#include "ui/widgets/commandbar.h"
#include "ui/widgets/named.h"
#include "ui/widgets/sign.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>

namespace recoupe {

namespace {
constexpr int iconSize = 20;
}

QuestionBar::QuestionBar(const QList<QAction *> &answers, QWidget *parent)
    : QFrame(parent)
    , m_text(named(new QLabel, "questionText"))
{
    setObjectName(QStringLiteral("questionBar"));
    setFrameShape(StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *sign = new Sign(iconSize);
    sign->setIcon(badgeIcon(badgeOf(DeliveryState::Held)));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 4, 6, 4);
    layout->addWidget(sign);
    layout->addWidget(m_text, 1);
    layout->addWidget(new CommandBar(answers));
    hide();
}

//! A screen reader is told once, not at every look at the partners.
void QuestionBar::ask(const QString &question)
{
    if (isVisibleTo(parentWidget()) && question == m_text->text())
        return;
    m_text->setText(question);
    setAccessibleName(question);
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString QuestionBar::question() const
{
    return m_text->text();
}

} // namespace recoupe
