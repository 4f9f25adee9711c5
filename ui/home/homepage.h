// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/homecards.h"

#include "ui/widgets/page.h"

class QLabel;
class QStackedWidget;

namespace recoupe {

class CardButton;
class EmptyState;
class FlowLayout;
struct WindowActions;

//! What waits for the operator today; each card opens the view that shows it.
class HomePage : public Page
{
    Q_OBJECT

public:
    HomePage(const WindowActions &actions, const QString &operatorName, QWidget *parent = nullptr);

    [[nodiscard]] QWidget *focusTarget() const override;

    //! \a cards: of that workspace.
    void setWorkspace(const Workspace &workspace, const QList<HomeCard> &cards);
    //! The card of that id says this now.
    void updateCard(const HomeCard &card);

Q_SIGNALS:
    void cardOpened(const HomeCard &card);

private:
    void showCards(const QList<HomeCard> &cards);

    const WindowActions &m_actions;
    QString m_operatorName;
    QList<HomeCard> m_cards;
    QList<CardButton *> m_buttons;
    QLabel *m_greeting;
    FlowLayout *m_flow;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
};

} // namespace recoupe
