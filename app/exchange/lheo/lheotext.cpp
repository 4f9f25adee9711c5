// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/lheo/lheotext.h"

#include "core/textfolding.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

struct NamedEntity
{
    const char16_t *name;
    char16_t character;
};

// Those of XML, and those of HTML that French text is full of.
constexpr std::array namedEntities{
    NamedEntity{u"amp", u'&'},         NamedEntity{u"lt", u'<'},
    NamedEntity{u"gt", u'>'},          NamedEntity{u"quot", u'"'},
    NamedEntity{u"apos", u'\''},       NamedEntity{u"nbsp", u'\u00A0'},
    NamedEntity{u"agrave", u'\u00E0'}, NamedEntity{u"Agrave", u'\u00C0'},
    NamedEntity{u"acirc", u'\u00E2'},  NamedEntity{u"ccedil", u'\u00E7'},
    NamedEntity{u"eacute", u'\u00E9'}, NamedEntity{u"Eacute", u'\u00C9'},
    NamedEntity{u"egrave", u'\u00E8'}, NamedEntity{u"ecirc", u'\u00EA'},
    NamedEntity{u"euml", u'\u00EB'},   NamedEntity{u"icirc", u'\u00EE'},
    NamedEntity{u"iuml", u'\u00EF'},   NamedEntity{u"ocirc", u'\u00F4'},
    NamedEntity{u"ugrave", u'\u00F9'}, NamedEntity{u"ucirc", u'\u00FB'},
    NamedEntity{u"oelig", u'\u0153'},  NamedEntity{u"deg", u'\u00B0'},
    NamedEntity{u"laquo", u'\u00AB'},  NamedEntity{u"raquo", u'\u00BB'},
    NamedEntity{u"lsquo", u'\u2018'},  NamedEntity{u"rsquo", u'\u2019'},
    NamedEntity{u"hellip", u'\u2026'}, NamedEntity{u"ndash", u'\u2013'},
    NamedEntity{u"mdash", u'\u2014'},  NamedEntity{u"euro", u'\u20AC'},
};

QString numberedCharacter(QStringView digits)
{
    const bool isHex = digits.startsWith(u'x', Qt::CaseInsensitive);
    const char32_t code = isHex ? digits.mid(1).toUInt(nullptr, 16) : digits.toUInt();
    const bool isCharacter = code >= 0x20 && code <= 0x10FFFF && !QChar::isSurrogate(code);
    return isCharacter ? QString::fromUcs4(&code, 1) : QString();
}

// Empty when the entity is not known.
QString characterOf(QStringView entity)
{
    if (entity.startsWith(u'#'))
        return numberedCharacter(entity.mid(1));
    const auto found = std::ranges::find_if(
        namedEntities, [entity](const NamedEntity &row) { return entity == row.name; });
    return found == namedEntities.end() ? QString() : QString(QChar(found->character));
}

template <typename Visit>
void forEachExtra(XmlElement owner, std::string_view group, bool inGroup, const Visit &visit)
{
    for (const XmlElement &child : owner.children()) {
        if (child.name() == "extras")
            forEachExtra(child, group, inGroup || child.attribute("info") == group, visit);
        else if (inGroup && child.name() == "extra")
            visit(child);
    }
}

void collectTexts(XmlElement element, QStringList &texts)
{
    for (const XmlElement &child : element.children()) {
        if (child.isText())
            texts << codeText(child).trimmed();
        else
            collectTexts(child, texts);
    }
}

QString forReaders(const QString &text)
{
    return cleaned(withoutLeftoverEntities(text));
}

} // namespace

QString codeText(XmlElement element)
{
    const std::string_view text = element.text();
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QString numeroOf(XmlElement element)
{
    const std::string_view numero = element.attribute("numero");
    return QString::fromUtf8(numero.data(), qsizetype(numero.size())).trimmed();
}

QString shownText(XmlElement element)
{
    return forReaders(codeText(element));
}

bool holdsText(XmlElement element)
{
    return std::ranges::any_of(element.children(), [](XmlElement child) {
        return child.isText() ? !shownText(child).isEmpty() : holdsText(child);
    });
}

std::optional<int> wholeNumber(const QString &written)
{
    QString text = written;
    text.replace(u',', u'.');
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    const int whole = isNumber && number >= 0 && number <= 1'000'000 ? int(number) : -1;
    if (whole < 0 || double(whole) < number)
        return std::nullopt;
    return whole;
}

std::optional<int> wholeNumber(XmlElement element)
{
    return wholeNumber(codeText(element));
}

XmlElement findExtra(XmlElement owner, std::string_view group, std::string_view key)
{
    XmlElement found;
    forEachExtra(owner, group, false, [&](XmlElement extra) {
        if (found.isNull() && extra.attribute("info") == key && !extra.text().empty())
            found = extra;
    });
    return found;
}

QString extrasText(XmlElement owner, std::string_view group)
{
    QStringList texts;
    forEachExtra(owner, group, false, [&](XmlElement extra) { collectTexts(extra, texts); });
    return forReaders(texts.join(u' '));
}

QString withoutLeftoverEntities(const QString &text)
{
    if (!text.contains(u'&'))
        return text;
    static const QRegularExpression entity(
        QStringLiteral("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,6});"));
    QString out;
    qsizetype done = 0;
    for (auto matches = entity.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QString character = characterOf(match.capturedView(1));
        out += QStringView(text).mid(done, match.capturedStart() - done);
        out += character.isEmpty() ? match.captured() : character;
        done = match.capturedEnd();
    }
    out += QStringView(text).mid(done);
    return out;
}

} // namespace recoupe
