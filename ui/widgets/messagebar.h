// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace recoupe {

class Sign;

//! A sentence to the operator above the page: stays until closed or replaced, interrupts nothing.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    enum class Kind
    {
        Success,
        Note,
        Warning,
        Problem
    };
    //! A button of the bar.
    struct Action
    {
        QString label;
        std::function<void()> run;
    };

    explicit MessageBar(QWidget *parent = nullptr);

    //! At most three actions.
    void showMessage(Kind kind, const QString &text, const QList<Action> &actions);
    //! \a action may be empty: then there is no button.
    void showMessage(Kind kind, const QString &text, const QString &actionLabel = {},
                     std::function<void()> action = {});
    [[nodiscard]] QString text() const;
    //! Puts other words in the place of those that are shown, without a new alert.
    void setText(const QString &text);
    //! Takes away what closes it: it stays as long as what it tells.
    void keepOpen();

private:
    Sign *m_icon;
    QLabel *m_text;
    QToolButton *m_close;
    QList<QPushButton *> m_buttons;
    QList<Action> m_actions;
};

} // namespace recoupe
