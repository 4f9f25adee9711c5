// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/lheo/lheovalue.h"

#include "domain/partialdate.h"
#include "exchange/lheo/lheotext.h"

#include <QCoreApplication>
#include <QTextBoundaryFinder>
#include <QTime>
#include <QUrl>

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

constexpr qsizetype mostDigits = 18; // of which xs:long holds any

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

QString textOf(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

int characterCount(std::string_view utf8)
{
    return int(std::ranges::count_if(utf8, [](char c) { return (c & 0xC0) != 0x80; }));
}

bool hasLength(const LheoElement &element, std::string_view text)
{
    // Nearly all texts are far from their limits: no need to count.
    if (element.minLength <= 1 && text.size() >= std::size_t(element.minLength) &&
        text.size() <= std::size_t(element.maxLength))
        return true;
    const int count = characterCount(text);
    return count >= element.minLength && count <= element.maxLength;
}

bool isWholeNumber(std::string_view text)
{
    if (text.starts_with('-') || text.starts_with('+'))
        text.remove_prefix(1);
    return !text.empty() && text.size() <= mostDigits && std::ranges::all_of(text, isDigit);
}

// As the XSD has it: [0-9]{4}[019][0-9][01239][0-9].
bool isDate(std::string_view text)
{
    constexpr std::string_view months = "019";
    constexpr std::string_view days = "01239";
    return text.size() == 8 && std::ranges::all_of(text, isDigit) &&
           months.find(text[4]) != std::string_view::npos &&
           days.find(text[6]) != std::string_view::npos;
}

// Also the spaces that Unicode has and XML does not.
QString withoutSpaces(QString text)
{
    return text.removeIf([](QChar c) { return c.isSpace(); });
}

std::optional<FittedValue> fittedText(const LheoElement &element, const QString &text)
{
    if (text.isEmpty())
        return std::nullopt;
    return FittedValue{
        cutAtWord(text, element.maxLength).toStdString(),
        Tr::tr("%1 caractères au plus : le texte a été coupé").arg(element.maxLength)};
}

std::optional<FittedValue> fittedToken(const LheoElement &element, const QString &text)
{
    const std::string compact = withoutSpaces(text).toStdString();
    if (compact.empty() || !fits(element, compact))
        return std::nullopt;
    return FittedValue{compact, Tr::tr("%1 : les espaces ont été ôtés").arg(expectedIn(element))};
}

std::optional<FittedValue> fittedNumber(const QString &text)
{
    const std::optional<int> number = wholeNumber(text);
    if (!number)
        return std::nullopt;
    return FittedValue{std::to_string(*number),
                       Tr::tr("un nombre entier : il a été écrit sans décimales")};
}

std::optional<FittedValue> fittedDate(const QString &text)
{
    const std::optional<PartialDate> date = PartialDate::fromLheo(text);
    if (!date || date->precision() == PartialDate::Precision::Absent)
        return std::nullopt;
    return FittedValue{date->toLheo().toStdString(),
                       Tr::tr("une date AAAAMMJJ : elle a été écrite ainsi")};
}

// A name of XML without a colon; beyond ASCII it takes tables that no numero needs.
bool isXmlId(std::string_view text)
{
    return !text.empty() && (isLetter(text.front()) || text.front() == '_') &&
           std::ranges::all_of(text, [](char c) {
               return isLetter(c) || isDigit(c) || c == '_' || c == '-' || c == '.';
           });
}

bool isZone(std::string_view text)
{
    if (text.empty() || text == "Z")
        return true;
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':')
        return false;
    const QString number = textOf(text.substr(1));
    const QTime offset = QTime::fromString(number, QStringLiteral("HH:mm"));
    return offset.isValid() && offset.hour() < 14;
}

// 2026-11-23T06:30:00, maybe with a fraction of the second, maybe with a zone.
bool isTime(std::string_view value)
{
    std::string_view text = trimmed(value);
    constexpr std::size_t size = 19;
    const QString moment = textOf(text.substr(0, size));
    const QDate day = QDate::fromString(moment.left(10), QStringLiteral("yyyy-MM-dd"));
    const QTime time = QTime::fromString(moment.mid(11), QStringLiteral("HH:mm:ss"));
    if (moment.size() != qsizetype(size) || moment.at(10) != u'T' || !day.isValid() ||
        !time.isValid())
        return false;
    text.remove_prefix(size);
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        const auto end = std::ranges::find_if_not(text, isDigit);
        if (end == text.begin())
            return false;
        text.remove_prefix(std::size_t(end - text.begin()));
    }
    return isZone(text);
}

// Stricter than the XSD: only what no reader can take otherwise.
bool isUri(std::string_view value)
{
    const auto isSign = [](char c) {
        constexpr std::string_view others = "-._~:/?#@!$&'()*+,;=%";
        return isLetter(c) || isDigit(c) || others.find(c) != std::string_view::npos;
    };
    return std::ranges::all_of(value, isSign) && std::ranges::count(value, '#') <= 1 &&
           (value.empty() ||
            QUrl::fromEncoded(QByteArray(value.data(), qsizetype(value.size())), QUrl::StrictMode)
                .isValid());
}

//! Where the text ends that holds at most so many characters and no half of one.
qsizetype endWithin(const QString &text, int mostCharacters)
{
    qsizetype end = 0;
    for (int count = 0; count < mostCharacters && end < text.size(); ++count)
        end += text.at(end).isHighSurrogate() && end + 1 < text.size() ? 2 : 1;
    QTextBoundaryFinder signs(QTextBoundaryFinder::Grapheme, text);
    signs.setPosition(end);
    if (end == text.size() || signs.isAtBoundary() || signs.toPreviousBoundary() <= 0)
        return end; // one sign of that length is none
    return signs.position();
}

//! The same, but not within a word, unless the word takes more than half of it.
qsizetype wordEndWithin(const QString &text, int mostCharacters)
{
    const qsizetype end = endWithin(text, mostCharacters);
    if (end == text.size() || text.at(end).isSpace())
        return end;
    qsizetype word = end;
    while (word > 0 && !text.at(word - 1).isSpace())
        --word;
    return word > end / 2 ? word : end;
}

} // namespace

bool fits(const LheoElement &element, std::string_view text)
{
    switch (element.content) {
    case LheoContent::Text:
    case LheoContent::Token: return hasLength(element, text);
    case LheoContent::Code: return std::ranges::find(element.codes, text) != element.codes.end();
    case LheoContent::Whole: return isWholeNumber(text);
    case LheoContent::Date: return isDate(text);
    case LheoContent::Elements:
    case LheoContent::Extras:
    case LheoContent::Anything: break;
    }
    return false;
}

std::optional<FittedValue> fitted(const LheoElement &element, std::string_view text)
{
    const QString inner = textOf(text).trimmed();
    if (std::string alone = inner.toStdString(); !alone.empty() && fits(element, alone))
        return FittedValue{std::move(alone), {}};
    switch (element.content) {
    case LheoContent::Text: return fittedText(element, inner);
    case LheoContent::Token: return fittedToken(element, inner);
    case LheoContent::Whole: return fittedNumber(inner);
    case LheoContent::Date: return fittedDate(inner);
    default: return std::nullopt;
    }
}

QString expectedIn(const LheoElement &element)
{
    switch (element.content) {
    case LheoContent::Text:
    case LheoContent::Token:
        return element.minLength == element.maxLength
                   ? Tr::tr("%1 caractères exactement").arg(element.maxLength)
                   : Tr::tr("de %1 à %2 caractères").arg(element.minLength).arg(element.maxLength);
    case LheoContent::Code: {
        QStringList codes;
        for (const std::string_view code : element.codes)
            codes << textOf(code);
        return Tr::tr("une de ces valeurs : %1").arg(codes.join(QStringLiteral(", ")));
    }
    case LheoContent::Whole: return Tr::tr("un nombre entier");
    case LheoContent::Date: return Tr::tr("une date AAAAMMJJ");
    case LheoContent::Elements:
    case LheoContent::Extras:
    case LheoContent::Anything: break;
    }
    return Tr::tr("cet élément, qui est obligatoire");
}

bool fits(LheoAttribute kind, std::string_view value)
{
    switch (kind) {
    case LheoAttribute::Unknown: return false;
    case LheoAttribute::Text: return true;
    case LheoAttribute::Id:
    case LheoAttribute::IdRef: return isXmlId(value);
    case LheoAttribute::Time: return isTime(value);
    case LheoAttribute::Uri: return isUri(value);
    }
    return false;
}

QStringList wrappedAtWords(const QString &text, int mostCharacters)
{
    QStringList lines;
    QString rest = text.trimmed();
    while (!rest.isEmpty()) {
        const qsizetype end = wordEndWithin(rest, mostCharacters);
        lines << rest.left(end).trimmed();
        rest = rest.mid(end).trimmed();
    }
    return lines;
}

QString cutAtWord(const QString &text, int mostCharacters)
{
    if (endWithin(text, mostCharacters) == text.size())
        return text;
    return text.left(wordEndWithin(text, mostCharacters - 1)).trimmed() + u'…';
}

} // namespace recoupe
