// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/exitstatus.h"
#include "core/clock.h"
#include "services/usualdatabase.h"

#include <QStringList>

#include <optional>

namespace recoupe {

//! What stands before the command.
struct GlobalOptions
{
    NamedDatabase database;
    QString operatorName;
    bool namesOperator = false; //!< by --operator
    Clock clock;
};

//! The command line, taken apart.
struct Invocation
{
    GlobalOptions options;
    QString command;       //!< empty: the window
    QStringList arguments; //!< as typed, after the command; files to open where there is none
};

//! Takes \a arguments (the first is the program) apart. Where nothing is left to be done - help or
//! version was asked for, or something is wrong - it has said so and gives the exit status instead.
[[nodiscard]] std::optional<Invocation> parseCommandLine(const QStringList &arguments,
                                                         ExitStatus &status);

//! Runs one command headless.
[[nodiscard]] ExitStatus runCommand(const Invocation &invocation);

//! What is said where the window was asked for and there is no display.
[[nodiscard]] ExitStatus explainMissingDisplay();

//! Whether a command of that name draws pages, and so needs fonts.
[[nodiscard]] bool needsFonts(const QString &command);
//! The first argument that is not an option: what decides which kind of application is made,
//! before anything else can be asked.
[[nodiscard]] QString commandIn(int argc, char **argv);

} // namespace recoupe
