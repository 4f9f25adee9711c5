// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace recoupe {

//! An option as it is explained: « --today AAAA-MM-JJ ».
struct ManualOption
{
    QString name;  //!< without the dashes
    QString value; //!< what stands for its value; empty for a switch
    QString help;
};

struct ManualCommand
{
    QString name;
    QString synopsis; //!< after the name
    QString summary;
    QList<ManualOption> options;
};

//! All that is to be said of the command line. Help and manual page are both written from it, so
//! that neither can name what the program does not know.
struct Manual
{
    QList<ManualCommand> commands;
    QList<ManualOption> options; //!< that stand before any command
};

//! What --help prints.
[[nodiscard]] QString helpText(const Manual &manual);
//! The same as a page of section 1 for man(7).
[[nodiscard]] QString manualPage(const Manual &manual);

} // namespace recoupe
