// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobqueue.h"

#include <QSettings>
#include <QTemporaryDir>

#include <memory>

namespace recoupe {

class Dialogs;
class MainWindow;
class ThemeSetting;

//! The program on the demonstration data, in a window of its own. Its base and settings are its own
//! too, made for it and gone with it: the operator's are never touched.
class Demonstration
{
public:
    //! \a settings: the operator's; they know whether the tour was shown. All must outlive this.
    Demonstration(const QString &operatorName, QSettings &settings, Dialogs &dialogs,
                  ThemeSetting &theme);
    ~Demonstration();

    //! Once closed it is over: a further one is to be made.
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] MainWindow &window() { return *m_window; }

private:
    QTemporaryDir m_folder;
    QSettings m_settings;
    JobQueue m_queue;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace recoupe
