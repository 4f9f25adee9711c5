// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace recoupe {

//! A contract's number as somebody wrote it, and as it is compared.
//! The founding document asks for eight characters ("M1451401, et non pas R4218").
class MarketNumber
{
public:
    enum class Form
    {
        Missing,           //!< nothing
        Valid,             //!< eight letters or digits
        InternalReference, //!< R and three to six digits: the Région's own reference
        Placeholder,       //!< a filler such as "." or a budget line ("BOP 104")
        Other,             //!< anything else that is not a valid number
    };

    MarketNumber() = default;
    explicit MarketNumber(QString text);

    [[nodiscard]] const QString &text() const { return m_text; }
    //! Upper case, without spaces, dots and hyphens. Letter O and zero stay what they are: a
    //! likeness may be suggested, never assumed. Empty where nothing or a filler was given.
    [[nodiscard]] const QString &normalized() const { return m_normalized; }
    [[nodiscard]] Form form() const;
    //! The number inside a DECP identifier, normalised: four digits of the year, the number, two
    //! digits that count the modifications ("2014M145140100" holds "M1451401"). Empty when it is no
    //! such envelope.
    [[nodiscard]] QString insideEnvelope() const;
    //! The number of the modification that a DECP identifier names, 0 for the contract itself.
    [[nodiscard]] int envelopeModification() const;
    //! Nothing to match by.
    [[nodiscard]] bool isMissing() const { return m_normalized.isEmpty(); }

    //! Same contract: both present and equal after normalisation.
    [[nodiscard]] bool matches(const MarketNumber &other) const
    {
        return !isMissing() && m_normalized == other.m_normalized;
    }

    friend bool operator==(const MarketNumber &, const MarketNumber &) = default;

private:
    QString m_text;
    QString m_normalized;
};

} // namespace recoupe
