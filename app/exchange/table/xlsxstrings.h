// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/xml/xmlreader.h"

#include <QString>

#include <string>
#include <vector>

namespace recoupe {

//! Gathers the text of a string item, plain or rich; the phonetic hints of Asian text are left out.
class XlsxTextCollector
{
public:
    void start(std::string_view element);
    void end(std::string_view element);
    //! Text beyond what a cell may hold is counted, not kept: see isTooLong().
    void add(std::string_view text);
    void breakLine() { m_text += '\n'; }
    [[nodiscard]] bool isTooLong() const;
    //! With "_x000D_" and the like, by which control characters are written, made characters again.
    [[nodiscard]] QString take();
    //! The same as UTF-8, as it stands in the file.
    [[nodiscard]] std::string takeRaw();

private:
    std::string m_text;
    bool m_inText = false;
    bool m_inPhonetic = false;
};

//! The `sharedStrings` part. Kept as UTF-8, one after the other: workbooks have millions.
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

    //! Nothing for an index that the part does not have.
    [[nodiscard]] std::optional<QString> at(qint64 index) const;

private:
    QString m_fileName;
    std::string m_text;
    std::vector<quint32> m_ends; // of each string, in m_text
    XlsxTextCollector m_item;
};

} // namespace recoupe
