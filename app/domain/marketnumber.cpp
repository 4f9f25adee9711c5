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

} // namespace recoupe
