// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/homepage.h"

#include "ui/home/cardbutton.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/style/textrole.h"
#include "ui/uitr.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flowlayout.h"

#include <QLabel>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace recoupe {

HomePage::HomePage(const WindowActions &actions, const QString &operatorName, QWidget *parent)
    : Page(parent)
    , m_actions(actions)
    , m_operatorName(operatorName)
    , m_greeting(new QLabel)
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState)
{
    setObjectName(QStringLiteral("homePage"));
    m_greeting->setObjectName(QStringLiteral("greeting"));
    setTextRole(m_greeting, TextRole::Title);
    m_greeting->setTextFormat(Qt::PlainText);
    auto *cards = new QWidget;
    m_flow = new FlowLayout(cards);
    m_flow->setContentsMargins({});
    m_flow->setSpacing(14);
    m_stack->addWidget(cards);
    m_stack->addWidget(m_empty);
    m_empty->explain(
        QStringLiteral("import"),
        UiTr::tr("Aucune notification importée. Déposez un fichier ici ou Fichier > Importer…"),
        m_actions.importFiles, m_actions.demonstration);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 12);
    layout->setSpacing(18);
    layout->addWidget(m_greeting);
    layout->addWidget(m_stack, 1);
}

QWidget *HomePage::focusTarget() const
{
    return m_buttons.isEmpty() ? m_empty->focusTarget() : m_buttons.first();
}

void HomePage::setWorkspace(const Workspace &workspace, const QList<HomeCard> &cards)
{
    m_greeting->setText(
        UiTr::tr("Bonjour %1 — %2")
            .arg(m_operatorName, QLocale(QLocale::French, QLocale::France)
                                     .toString(workspace.today, QLocale::LongFormat)));
    const bool isEmpty = workspace.sessions.isEmpty() && workspace.awards.isEmpty();
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
    if (!isEmpty)
        showCards(cards);
}

//! The buttons stay, so that the focus does.
void HomePage::showCards(const QList<HomeCard> &cards)
{
    m_cards = cards;
    const bool isFirst = m_buttons.isEmpty();
    while (m_buttons.size() < cards.size()) {
        auto *button = new CardButton;
        const qsizetype position = m_buttons.size();
        connect(button, &CardButton::clicked, this,
                [this, position] { Q_EMIT cardOpened(m_cards.at(position)); });
        m_flow->insertWidget(int(position), button);
        button->show(); // now: what is not shown cannot take the focus
        m_buttons << button;
    }
    for (qsizetype i = 0; i < cards.size(); ++i)
        m_buttons.at(i)->showCard(cards.at(i));
    if (isFirst && isVisible())
        m_buttons.first()->setFocus();
}

void HomePage::updateCard(const HomeCard &card)
{
    for (qsizetype i = 0; i < m_cards.size(); ++i) {
        if (m_cards.at(i).id != card.id)
            continue;
        m_cards[i] = card;
        m_buttons.at(i)->showCard(card);
    }
}

} // namespace recoupe
