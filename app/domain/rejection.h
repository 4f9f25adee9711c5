// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace recoupe {

//! A record or row that an import left out, and why. The words are French and ready to be shown;
//! they come from whoever read the file.
struct Rejection
{
    QString file;
    qint64 line = 0; //!< from 1; 0 when the format has no lines
    QString record;  //!< how the record calls itself: "session SE_0000160070"
    QString field;
    QString value;
    QString expected; //!< what would have been right, as a phrase

    friend bool operator==(const Rejection &, const Rejection &) = default;
};

} // namespace recoupe
