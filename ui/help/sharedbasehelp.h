// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace recoupe {

//! One line of the help: what it is about, and what is to be known of it; plain texts.
struct HelpEntry
{
    QString term;
    QString meaning;
};

//! Several operators on one base.
[[nodiscard]] QList<HelpEntry> colleaguesHelp();
//! A base that does not answer.
[[nodiscard]] QList<HelpEntry> awayHelp();
//! The copies of a base that is a file.
[[nodiscard]] QList<HelpEntry> backupHelp();

} // namespace recoupe
