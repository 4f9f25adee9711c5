// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/marketnumber.h"

#include "core/textfolding.h"

#include <QRegularExpression>

namespace recoupe {

namespace {

QString normalizedNumber(const QString &text)
{
    if (isPlaceholder(text))
        return {};
    QString out = text.toUpper();
    out.removeIf([](QChar c) {
        return c.isSpace() || c == u'.' || c.category() == QChar::Punctuation_Dash;
    });
    return out;
}

//! Year, number, count of modifications. The number itself has at least six characters: a shorter
//! one would be found in ordinary numbers that begin with a year.
QRegularExpressionMatch envelope(const QString &normalized)
{
    static const QRegularExpression form(
        QStringLiteral("^(?:19|20)[0-9]{2}([A-Z0-9/_]{6,12})([0-9]{2})$"));
    return form.match(normalized);
}

} // namespace

MarketNumber::MarketNumber(QString text)
    : m_text(std::move(text))
    , m_normalized(normalizedNumber(m_text))
{
}

MarketNumber::Form MarketNumber::form() const
{
    static const QRegularExpression valid(QStringLiteral("^[A-Z0-9]{8}$"));
    static const QRegularExpression internalReference(QStringLiteral("^R[0-9]{3,6}$"));
    static const QRegularExpression budgetLine(QStringLiteral("^BOP[0-9]*$"));
    if (isMissing())
        return m_text.trimmed().isEmpty() ? Form::Missing : Form::Placeholder;
    if (valid.match(m_normalized).hasMatch())
        return Form::Valid;
    if (internalReference.match(m_normalized).hasMatch())
        return Form::InternalReference;
    if (budgetLine.match(m_normalized).hasMatch())
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
