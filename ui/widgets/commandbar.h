// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolBar>

namespace recoupe {

//! The buttons of a page, above what they act on. They take the focus by Tab only: a click leaves
//! it to the list.
class CommandBar : public QToolBar
{
    Q_OBJECT

public:
    explicit CommandBar(const QList<QAction *> &actions, QWidget *parent = nullptr);

    //! In the order shown.
    [[nodiscard]] QList<QWidget *> buttons() const;

protected:
    void actionEvent(QActionEvent *event) override;
};

} // namespace recoupe
