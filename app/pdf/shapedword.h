// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGlyphRun>
#include <QList>
#include <QString>

namespace recoupe {

//! A piece of text as it was shaped, from the left end of its base line, to be set at any size.
struct ShapedWord
{
    //! The size that it was shaped at, which its lengths are to be divided by. The largest of which
    //! Qt still remembers the glyphs; it rounds them to 64ths, a quarter of a thousandth of the
    //! size.
    static constexpr qreal unitsPerSize = 64;

    QString text;
    QList<QGlyphRun> runs;
    qreal width = 0;
};

} // namespace recoupe
