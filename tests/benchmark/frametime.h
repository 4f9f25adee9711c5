// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QStringList>

class QWidget;

namespace recoupe {

[[nodiscard]] double milliseconds(const QElapsedTimer &timer);

//! What a program says with a bare widget as its only window, and nothing of Recoupe's in it.
[[nodiscard]] QString bareArgument();
//! Shows that widget; the program then waits to be ended.
int showBareWidget(const QElapsedTimer &sinceMain);
//! Shows \a window, and prints how long after the start of main() its first frame stood.
void showAndTell(QWidget &window, const QElapsedTimer &sinceMain);

struct FrameTime
{
    double all = 0;        //!< from the start of a process to its first frame
    double beforeMain = 0; //!< of these
    double megabytes = 0;  //!< resident then, a share of what it shares with others included
};

//! Starts this program again with these arguments, which is to showAndTell(), and ends it. Or
//! another \a program that prints a line with its first frame, as the installed one does.
[[nodiscard]] FrameTime timeOfFreshProcess(const QStringList &arguments,
                                           const QString &program = {});

} // namespace recoupe
