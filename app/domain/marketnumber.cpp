// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/marketnumber.h"

#include "core/textfolding.h"

#include <QRegularExpression>

#include <algorithm>

namespace recoupe {

namespace {

//! Year, number, count of modifications. The number itself has at least six characters: a shorter
//! one would be found in ordinary numbers that begin with a year.
QRegularExpressionMatch envelope(const QString &normalized)
{
    static const QRegularExpression form(
        QStringLiteral("^(?:19|20)[0-9]{2}([A-Z0-9/_]{6,12})([0-9]{2})$"));
    constexpr qsizetype shortest = 4 + 6 + 2;
    return normalized.size() < shortest ? QRegularExpressionMatch() : form.match(normalized);
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isLetterOrDigit(QChar c)
{
    return isDigit(c) || (c >= u'A' && c <= u'Z');
}

QString normalizedNumber(const QString &text)
{
    if (isPlaceholder(text))
        return {};
    if (std::ranges::all_of(text, isLetterOrDigit)) // as nearly everybody writes it
        return text;
    QString out = text.toUpper();
    out.removeIf([](QChar c) {
        return c.isSpace() || c == u'.' || c.category() == QChar::Punctuation_Dash;
    });
    return out;
}

//! \a head and so many digits behind it.
bool isNumbered(QStringView text, QStringView head, qsizetype fewest, qsizetype most)
{
    const qsizetype digits = text.size() - head.size();
    return text.startsWith(head) && digits >= fewest && digits <= most &&
           std::ranges::all_of(text.last(digits), isDigit);
}

} // namespace

MarketNumber::MarketNumber(QString text)
    : m_text(std::move(text))
    , m_normalized(normalizedNumber(m_text))
{
}

MarketNumber::Form MarketNumber::form() const
{
    constexpr qsizetype validSize = 8;
    if (isMissing())
        return m_text.trimmed().isEmpty() ? Form::Missing : Form::Placeholder;
    if (m_normalized.size() == validSize && std::ranges::all_of(m_normalized, isLetterOrDigit))
        return Form::Valid;
    if (isNumbered(m_normalized, u"R", 3, 6))
        return Form::InternalReference;
    if (isNumbered(m_normalized, u"BOP", 0, m_normalized.size()))
        return Form::Placeholder;
    return Form::Other;
}

QString MarketNumber::insideEnvelope() const
{
    return envelope(m_normalized).captured(1);
}

int MarketNumber::envelopeModification() const
{
    return envelope(m_normalized).captured(2).toInt();
}

} // namespace recoupe
