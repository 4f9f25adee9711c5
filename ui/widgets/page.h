// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QSettings;
class QStackedWidget;

namespace recoupe {

//! A page of the window.
class Page : public QWidget
{
public:
    using QWidget::QWidget;

    //! What has the keys when the page is turned to. Not its focus proxy: that would be a stop of
    //! Tab before all others, which leads past those that come before the target.
    [[nodiscard]] virtual QWidget *focusTarget() const = 0;

    //! Moves the keys to its next pane; a page that has but one has nothing to do.
    virtual void focusNextPane() {}

    //! What of the page is found again after a restart: nothing, unless a page says so.
    virtual void saveState(QSettings & /*settings*/) const {}
    virtual void restoreState(QSettings & /*settings*/) {}

protected:
    //! Shows that part of a stack of the page, its focus target; the keys that were in it go along.
    void turn(QStackedWidget *stack, int part);
};

} // namespace recoupe
