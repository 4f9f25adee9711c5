// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/pdfsyntax.h"

#include <QStringEncoder>

#include <cstdlib>

namespace recoupe::pdf {

QByteArray number(qreal value)
{
    constexpr int decimals = 3;
    const qint64 thousandths = qRound64(value * 1000);
    QByteArray digits = QByteArray::number(std::abs(thousandths)).rightJustified(decimals + 1, '0');
    digits.insert(digits.size() - decimals, '.');
    while (digits.endsWith('0'))
        digits.chop(1);
    if (digits.endsWith('.'))
        digits.chop(1);
    return thousandths < 0 ? digits.prepend('-') : digits;
}

QByteArray rectangle(const QRectF &rect, qreal pageHeight)
{
    return number(rect.left()) + ' ' + number(pageHeight - rect.bottom()) + ' ' +
           number(rect.right()) + ' ' + number(pageHeight - rect.top());
}

QByteArray text(const QString &text)
{
    QStringEncoder encode(QStringEncoder::Utf16BE);
    const QByteArray encoded = encode(text);
    return "<FEFF" + encoded.toHex().toUpper() + '>';
}

QString searchable(const QString &text)
{
    QString out;
    for (const QChar c : text.normalized(QString::NormalizationForm_C)) {
        if (c == QChar::Nbsp || c == QChar(0x202F))
            out += u' ';
        else if (c >= QChar(0xFB00) && c <= QChar(0xFB06))
            out += QString(c).normalized(QString::NormalizationForm_KC);
        else
            out += c;
    }
    return out;
}

QByteArray glyphCode(quint32 glyph)
{
    constexpr char digits[] = "0123456789ABCDEF";
    QByteArray code(4, Qt::Uninitialized);
    for (int i = 0; i < 4; ++i)
        code[i] = digits[glyph >> (12 - 4 * i) & 15];
    return code;
}

QByteArray ascii(const QByteArray &bytes)
{
    QByteArray escaped;
    for (const char c : bytes) {
        if (c == '(' || c == ')' || c == '\\')
            escaped += '\\';
        escaped += c;
    }
    return '(' + escaped + ')';
}

QByteArray name(const QString &name)
{
    static const QByteArray delimiters("()<>[]{}/%#");
    QByteArray out("/");
    for (const char c : name.toUtf8()) {
        if (c > ' ' && c < 0x7F && !delimiters.contains(c))
            out += c;
        else
            out += '#' + QByteArray(1, c).toHex().toUpper();
    }
    return out;
}

QByteArray date(const QDateTime &time)
{
    return "(D:" + time.toUTC().toString(QStringLiteral("yyyyMMddHHmmss")).toLatin1() + "Z)";
}

} // namespace recoupe::pdf
