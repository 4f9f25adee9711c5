// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QRectF>
#include <QString>

//! Values as a PDF spells them (ISO 32000-1, 7.3).
namespace recoupe::pdf {

//! At most three decimals, none that say nothing: "12", "0.4", "-3.125".
[[nodiscard]] QByteArray number(qreal value);
//! "x0 y0 x1 y1" from a page's bottom left corner; \a pageHeight turns what is measured from the
//! top.
[[nodiscard]] QByteArray rectangle(const QRectF &rect, qreal pageHeight);
//! A text string: UTF-16BE with its mark, in hexadecimal, so that nothing is to be escaped.
[[nodiscard]] QByteArray text(const QString &text);
//! As a search asks for it: a letter and its accent are one character, a space that may not break
//! is a space, a ligature that is one character of Unicode is its letters.
[[nodiscard]] QString searchable(const QString &text);
//! Four hexadecimal digits: a glyph as it is addressed in a string (9.7.4).
[[nodiscard]] QByteArray glyphCode(quint32 glyph);
//! ASCII only, such as an URI; brackets and backslashes escaped.
[[nodiscard]] QByteArray ascii(const QByteArray &bytes);
//! "/Name", with what a name may not hold as "#xx".
[[nodiscard]] QByteArray name(const QString &name);
//! "(D:20260209000000Z)".
[[nodiscard]] QByteArray date(const QDateTime &time);

} // namespace recoupe::pdf
