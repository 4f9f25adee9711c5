// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/xml/xmlreader.h"

#include <QStringList>

namespace recoupe {

//! Gathers the text of a string item, plain or rich; the phonetic hints of Asian text are left out.
class XlsxTextCollector
{
public:
    void start(std::string_view element);
    void end(std::string_view element);
    void add(std::string_view text);
    [[nodiscard]] QString take();

private:
    std::string m_text;
    bool m_inText = false;
    bool m_inPhonetic = false;
};

//! The `sharedStrings` part.
class XlsxStrings : public XmlHandler
{
public:
    explicit XlsxStrings(QString fileName)
        : m_fileName(std::move(fileName))
    {
    }

    Result<> startElement(const XmlStart &element) override;
    Result<> endElement(std::string_view name) override;
    Result<> text(std::string_view text) override;

    [[nodiscard]] const QStringList &strings() const { return m_strings; }

private:
    QString m_fileName;
    QStringList m_strings;
    XlsxTextCollector m_item;
    qsizetype m_characters = 0;
};

} // namespace recoupe
