// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

class QAction;
class QLabel;

namespace recoupe {

class Sign;

//! What stands where there is nothing to list: why, and the next step.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    //! \a next and \a other may be null: then there is no button.
    void explain(const QString &icon, const QString &text, QAction *next = nullptr,
                 QAction *other = nullptr);
    [[nodiscard]] QString text() const;
    //! The button of the next step.
    [[nodiscard]] QWidget *focusTarget() const { return m_next; }

private:
    Sign *m_icon;
    QLabel *m_text;
    QPushButton *m_next;
    QPushButton *m_other;
};

} // namespace recoupe
