// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/xml/xmlreader.h"

#include <QString>

#include <string>

namespace recoupe {

//! A `table-cell` of an OpenDocument spreadsheet: what it says, and how far.
class OdsCell
{
public:
    //! Of the cell's own tag.
    void begin(const XmlStart &element);
    //! Of the tags in it, but those of what only lies on it.
    void startElement(const XmlStart &element);
    void endElement(std::string_view name);
    void text(std::string_view text);

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    //! What it says; the cell is closed.
    [[nodiscard]] QString take();

    qint64 repeats = 1; //!< so many columns hold the same, each for itself
    qint64 lines = 1;   //!< merged
    qint64 columns = 1;

private:
    enum class Type
    {
        Text,
        Number,
        Date,
        Time,
        Boolean,
        FailedFormula,
    };

    void append(std::string_view text);
    [[nodiscard]] QString numberText(const QString &shown) const;

    bool m_isOpen = false;
    Type m_type = Type::Text;
    std::string m_value; // of the attribute that the type names
    std::string m_formula;
    bool m_hasType = false;
    std::string m_shown; // its paragraphs
    int m_paragraphs = 0;
    bool m_inParagraph = false;
    int m_hidden = 0; // open elements whose text is not the cell's
};

//! An attribute that counts: at least 1, at most what any sheet has.
[[nodiscard]] qint64 odsCount(std::string_view value);

} // namespace recoupe
