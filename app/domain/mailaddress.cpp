// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/mailaddress.h"

#include <QRegularExpression>
#include <QStringTokenizer>
#include <QUrl>

#include <algorithm>

namespace recoupe {

namespace {

bool isLetterOrDigit(QChar c)
{
    return c.unicode() < 0x80 && c.isLetterOrNumber();
}

//! "prenom.nom@organisme.fr": words parted by one sign each.
bool isUsualEmail(QStringView text)
{
    const qsizetype at = text.indexOf(u'@');
    const qsizetype dot = text.lastIndexOf(u'.');
    if (at < 0 || dot < at || text.lastIndexOf(u'@') != at || text.size() - dot < 3)
        return false;
    bool parted = true;
    for (const QChar c : text) {
        const bool isSign = c == u'.' || c == u'-' || c == u'@';
        if (isSign ? parted : !isLetterOrDigit(c))
            return false;
        parted = isSign;
    }
    return std::ranges::none_of(text.sliced(dot + 1), [](QChar c) { return c < u'A'; });
}

//! "jean.o'brien+afc@école.example": most servers refuse accents before the @. The letters before
//! it are spelled out, for a pattern that ignores case takes the Kelvin sign for a k.
bool isUnusualEmail(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("\\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                       "@(?:[\\p{L}0-9](?:[\\p{L}0-9-]*[\\p{L}0-9])?\\.)+"
                       "(?:\\p{L}{2,}|[Xx][Nn]--[A-Za-z0-9-]+)\\z"));
    return form.match(text).hasMatch();
}

//! Whether no part of an address in ASCII is longer than servers take (RFC 5321, section 4.5.3.1;
//! RFC 1035, section 2.3.4).
bool fits(QStringView address)
{
    constexpr qsizetype longestAddress = 254;
    constexpr qsizetype longestLocalPart = 64;
    constexpr qsizetype longestLabel = 63;
    const qsizetype at = address.lastIndexOf(u'@');
    if (address.size() > longestAddress || at > longestLocalPart)
        return false;
    for (const QStringView label : address.sliced(at + 1).tokenize(u'.')) {
        if (label.isEmpty() || label.size() > longestLabel)
            return false;
    }
    return true;
}

} // namespace

bool isWellFormedEmail(const QString &text)
{
    return isUsualEmail(text) ? fits(text) : !asciiMailAddress(text).isEmpty();
}

QByteArray asciiMailAddress(const QString &text)
{
    if (!isUsualEmail(text) && !isUnusualEmail(text))
        return {};
    const qsizetype at = text.lastIndexOf(u'@');
    const QString address = text.first(at + 1) + QLatin1String(QUrl::toAce(text.sliced(at + 1)));
    return fits(address) ? address.toLatin1() : QByteArray();
}

QString mailAddressKey(const QString &address)
{
    return address.trimmed().toCaseFolded();
}

} // namespace recoupe
