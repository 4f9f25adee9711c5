// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/cardbutton.h"

#include "ui/style/badges.h"
#include "ui/style/card.h"
#include "ui/style/icons.h"
#include "ui/style/textrole.h"
#include "ui/style/theme.h"
#include "ui/widgets/sign.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>

namespace recoupe {

namespace {

constexpr int signSize = 22;
constexpr int lettersWide = 38; // of an average title, so that all cards are alike

QLabel *makeLabel(TextRole role)
{
    auto *label = new QLabel;
    setTextRole(label, role);
    label->setTextFormat(Qt::PlainText);
    label->setAttribute(Qt::WA_TransparentForMouseEvents);
    return label;
}

} // namespace

CardButton::CardButton(QWidget *parent)
    : QAbstractButton(parent)
    , m_icon(new Sign(signSize))
    , m_title(makeLabel(TextRole::Heading))
    , m_value(makeLabel(TextRole::Figure))
    , m_detail(makeLabel(TextRole::Hint))
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_detail->setWordWrap(true);
    m_detail->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_icon);
    head->addWidget(m_title, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_value);
    layout->addWidget(m_detail, 1);
}

void CardButton::showCard(const HomeCard &card)
{
    setObjectName(QStringLiteral("card-") + card.id);
    setAccessibleName(card.inWords());
    m_title->setText(card.title);
    m_value->setText(card.value);
    m_detail->setText(card.detail);
    // A number that asks for nothing stands back.
    m_icon->setIcon(tintedIcon(QString(card.badge).replace(u'/', u'-'),
                               card.isQuiet ? Tone::Muted : badgeTone(card.badge)));
    m_value->setForegroundRole(card.isQuiet ? QPalette::PlaceholderText : QPalette::WindowText);
}

QSize CardButton::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {metrics.averageCharWidth() * lettersWide + 28, metrics.height() * 5 + 52};
}

//! A card is opened, as a row of a list is, not only pressed.
void CardButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void CardButton::paintEvent(QPaintEvent *)
{
    paintCard(*this, palette().color(underMouse() ? QPalette::Link : QPalette::Mid));
}

} // namespace recoupe
