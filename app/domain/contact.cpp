// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/contact.h"

#include "core/textfolding.h"

#include <algorithm>

namespace recoupe {

namespace {

//! Programs that write mails take nothing behind it for the address.
bool endsAddress(QChar c)
{
    switch (c.unicode()) {
    case u' ':
    case u'\t':
    case u'\n':
    case u'\v':
    case u'\f':
    case u'\r':
    case u'<':
    case u'>':
    case u',':
    case u';': return true;
    default: return false;
    }
}

} // namespace

bool Place::hasPostalCode() const
{
    return !isPlaceholder(postalCode) && postalCode != u"00000";
}

bool Place::isEmpty() const
{
    return isPlaceholder(city) && !hasPostalCode();
}

QString Place::departement() const
{
    const auto isCode = [](const QString &code) {
        return code.size() == 5 && code != u"00000" && code[1].isDigit();
    };
    const QString &code = isCode(postalCode) ? postalCode : inseeCode;
    if (!isCode(code))
        return {};
    return code.left(code.startsWith(u"97") || code.startsWith(u"98") ? 3 : 2);
}

QString Contact::fullName() const
{
    QStringList parts;
    for (const QString &part : {firstName, lastName}) {
        if (!isPlaceholder(part))
            parts << part;
    }
    return parts.join(u' ');
}

bool Contact::hasName() const
{
    return !isPlaceholder(lastName) || !isPlaceholder(firstName);
}

bool Contact::hasTelephone() const
{
    return std::ranges::any_of(telephones, [](const QString &number) {
        return std::ranges::any_of(number, [](QChar c) { return c.isDigit(); });
    });
}

bool Contact::hasEmail() const
{
    const qsizetype at = email.indexOf(u'@');
    const qsizetype dot = email.lastIndexOf(u'.');
    return at > 0 && email.lastIndexOf(u'@') == at && dot > at + 1 && dot + 1 < email.size() &&
           std::ranges::none_of(email, endsAddress);
}

QString Organisation::displayName() const
{
    return !isPlaceholder(name) ? name : !isPlaceholder(legalName) ? legalName : siret;
}

QString normalizedSiret(const QString &siret)
{
    const auto isBetween = [](QChar c) { return c.isSpace() || c == u'.' || c == u'-'; };
    if (std::ranges::none_of(siret, isBetween)) // as nearly everybody writes it
        return siret;
    QString digits = siret;
    digits.removeIf(isBetween);
    return digits;
}

QString sirenOf(const QString &siret)
{
    const QString digits = normalizedSiret(siret);
    const bool isSiret = digits.size() == 14 && std::ranges::all_of(digits, [](QChar c) {
                             return c >= u'0' && c <= u'9';
                         });
    return isSiret ? digits.left(9) : QString();
}

Contact preferredContact(const QList<Contact> &contacts)
{
    const auto worth = [](const Contact &contact) {
        return int(contact.hasName()) + int(contact.hasTelephone()) + int(contact.hasEmail());
    };
    const auto complete = std::ranges::find_if(contacts, &Contact::isComplete);
    const auto best =
        complete != contacts.end() ? complete : std::ranges::max_element(contacts, {}, worth);
    return best == contacts.end() ? Contact() : *best;
}

} // namespace recoupe
