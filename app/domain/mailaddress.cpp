// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/mailaddress.h"

#include <QRegularExpression>

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

} // namespace

bool isWellFormedEmail(const QString &text)
{
    // The domain may be an internationalised one; most servers refuse accents before the @.
    static const QRegularExpression form(
        QStringLiteral(
            "^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
            "@(?:[\\p{L}0-9](?:[\\p{L}0-9-]*[\\p{L}0-9])?\\.)+(?:\\p{L}{2,}|xn--[a-z0-9-]+)$"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return isUsualEmail(text) || form.match(text).hasMatch();
}

QString mailAddressKey(const QString &address)
{
    return address.trimmed().toCaseFolded();
}

} // namespace recoupe
