// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <memory>

namespace recoupe {

//! How far a job is, on the window's button in the task bar of Windows; nothing elsewhere, and
//! nothing where the shell has no such bar.
class TaskbarProgress
{
public:
    //! \a window: the native handle of a window that is shown.
    explicit TaskbarProgress(quintptr window);
    ~TaskbarProgress();
    Q_DISABLE_COPY_MOVE(TaskbarProgress)

    //! \a total 0: it is not known how much there is to do.
    void show(qint64 done, qint64 total);
    void hide();

private:
    struct Bar;

    std::unique_ptr<Bar> m_bar; //!< null where there is none
};

} // namespace recoupe
