// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/odscell.h"

#include "exchange/table/sheetcells.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

constexpr qint64 maxCount = 16 * 1024 * 1024; // LibreOffice: 1 048 576 rows, 16 384 columns

// Beyond, the cell is refused for its length.
constexpr std::size_t maxBytes = 4 * std::size_t(maxCellCharacters) + 4;

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// "PT10H30M00S" -> "10:30:00"; anything else as written.
QString timeText(const QString &duration)
{
    static const QRegularExpression form(QStringLiteral("^PT(\\d+)H(\\d+)M(\\d+)(?:[.,]\\d+)?S$"));
    const QRegularExpressionMatch match = form.match(duration);
    if (!match.hasMatch())
        return duration;
    QStringList parts;
    for (int group = 1; group <= 3; ++group)
        parts << match.captured(group).rightJustified(2, u'0');
    return parts.join(u':');
}

QString dateText(QString date)
{
    return date.replace(u'T', u' ');
}

} // namespace

qint64 odsCount(std::string_view value)
{
    return std::clamp<qint64>(QByteArrayView(value).toByteArray().toLongLong(), 1, maxCount);
}

void OdsCell::begin(const XmlStart &element)
{
    struct ValueType
    {
        std::string_view name;
        Type type;
        std::string_view attribute;
    };
    static constexpr std::array types{
        ValueType{"string", Type::Text, "office:string-value"},
        ValueType{"float", Type::Number, "office:value"},
        ValueType{"currency", Type::Number, "office:value"},
        ValueType{"percentage", Type::Number, "office:value"},
        ValueType{"date", Type::Date, "office:date-value"},
        ValueType{"time", Type::Time, "office:time-value"},
        ValueType{"boolean", Type::Boolean, "office:boolean-value"},
    };
    *this = {};
    m_isOpen = true;
    repeats = odsCount(element.attribute("table:number-columns-repeated"));
    lines = odsCount(element.attribute("table:number-rows-spanned"));
    columns = odsCount(element.attribute("table:number-columns-spanned"));
    m_formula = element.attribute("table:formula");
    const auto found =
        std::ranges::find(types, element.attribute("office:value-type"), &ValueType::name);
    if (found != types.end()) {
        m_hasType = true;
        m_type = found->type;
        m_value = element.attribute(found->attribute);
    }
    if (element.attribute("calcext:value-type") == "error")
        m_type = Type::FailedFormula;
}

void OdsCell::startElement(const XmlStart &element)
{
    if (m_hidden > 0 || element.name == "note" || element.name == "ruby-text") {
        ++m_hidden;
    } else if (element.name == "p" || element.name == "h") {
        if (m_paragraphs++ > 0)
            m_shown += '\n';
        m_inParagraph = true;
    } else if (element.name == "s") {
        const qint64 count = odsCount(element.attribute("text:c"));
        m_shown.append(std::min(std::size_t(count), maxBytes - std::min(maxBytes, m_shown.size())),
                       ' ');
    } else if (element.name == "tab") {
        m_shown += '\t';
    } else if (element.name == "line-break") {
        m_shown += '\n';
    }
}

void OdsCell::endElement(std::string_view name)
{
    if (m_hidden > 0)
        --m_hidden;
    else if (name == "p" || name == "h")
        m_inParagraph = false;
}

void OdsCell::text(std::string_view text)
{
    if (m_inParagraph && m_hidden == 0)
        append(text);
}

// ODF 1.2, 6.1.2: runs of white space are one space, and none at the start of a paragraph; what is
// more is written by elements.
void OdsCell::append(std::string_view text)
{
    for (const char c : text) {
        if (m_shown.size() >= maxBytes)
            return;
        if (!isSpace(c))
            m_shown += c;
        else if (!m_shown.empty() && !isSpace(m_shown.back()))
            m_shown += ' ';
    }
}

QString OdsCell::take()
{
    m_isOpen = false;
    const QString shown = QString::fromUtf8(m_shown);
    const QString value = QString::fromUtf8(m_value);
    if (!m_hasType && !m_formula.empty() && shown.isEmpty())
        return failedFormula(QString::fromUtf8(m_formula));
    if (m_type == Type::FailedFormula)
        return isFailedFormula(shown) ? shown : failedFormula(shown);
    if (m_type == Type::Text || value.isEmpty())
        return m_paragraphs > 0 ? shown : value;
    switch (m_type) {
    case Type::Number: return numberText(shown);
    case Type::Date: return dateText(value);
    case Type::Time: return timeText(value);
    case Type::Boolean: return value == u"true" ? QStringLiteral("VRAI") : QStringLiteral("FAUX");
    default: return value;
    }
}

// What is shown may be rounded, or "1,2E+13"; but a format of noughts adds digits that mean
// something.
QString OdsCell::numberText(const QString &shown) const
{
    const QString value = QString::fromUtf8(m_value);
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    if (!isNumber)
        return value;
    const bool isPadded =
        shown.startsWith(u'0') && shown.size() > 1 &&
        std::ranges::all_of(shown, [](QChar c) { return c >= u'0' && c <= u'9'; }) &&
        shown.toDouble() == number;
    return isPadded ? shown : plainNumber(number);
}

} // namespace recoupe
