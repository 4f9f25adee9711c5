// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace recoupe::test {

//! The text with plain spaces in the place of no-break ones, so that a test can be read.
[[nodiscard]] inline QString plain(QString text)
{
    return text.replace(QChar(QChar::Nbsp), u' ');
}

} // namespace recoupe::test
