// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QAction;
class QLabel;

namespace recoupe {

//! A question that a delivery waits with, in place, and what can be done about it. Stays until it
//! is answered.
class QuestionBar : public QFrame
{
    Q_OBJECT

public:
    //! \a answers: a button each.
    explicit QuestionBar(const QList<QAction *> &answers, QWidget *parent = nullptr);

    void ask(const QString &question);
    [[nodiscard]] QString question() const;

private:
    QLabel *m_text;
};

} // namespace recoupe
