// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/partners/offerfilenames.h"

#include <QCryptographicHash>

#include <QHash>

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

constexpr qsizetype longest = 100; // of a name, well below what any file system takes

bool isPlain(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ||
           c == u'-' || c == u'_';
}

// Windows opens a device of that name, whatever the ending.
bool isDevice(const QString &name)
{
    static constexpr std::array devices{u"con", u"prn", u"aux", u"nul"};
    const QString key = name.toLower();
    const bool isPort =
        key.size() == 4 && (key.startsWith(u"com") || key.startsWith(u"lpt")) && key[3].isDigit();
    return isPort ||
           std::ranges::any_of(devices, [&key](const char16_t *device) { return key == device; });
}

bool isSafe(const QString &numero)
{
    return !numero.isEmpty() && numero.size() <= longest && !isDevice(numero) &&
           std::ranges::all_of(numero, isPlain);
}

//! Like the numero, and told from others that would look the same by a mark of its own.
QString madeSafe(const QString &numero)
{
    QString name = numero.left(longest);
    for (QChar &c : name) {
        if (!isPlain(c))
            c = u'_';
    }
    const QByteArray hash =
        QCryptographicHash::hash(numero.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QStringLiteral("%1-%2").arg(name, QString::fromLatin1(hash.left(8)));
}

} // namespace

QString OfferFileNames::take(const QString &numero)
{
    QString name = isSafe(numero) ? numero : madeSafe(numero);
    if (!isFree(name)) {
        const QString base = madeSafe(numero);
        name = base;
        for (int count = 2; !isFree(name); ++count)
            name = QStringLiteral("%1-%2").arg(base).arg(count);
    }
    return name + QStringLiteral(".xml");
}

bool OfferFileNames::isFree(const QString &name)
{
    return m_taken.insert(qHash(name.toLower())).second;
}

} // namespace recoupe
