// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/xlsxparts.h"

#include <algorithm>

namespace recoupe {

qint64 xlsxLine(std::string_view number)
{
    constexpr qint64 maxLine = 16 * 1024 * 1024; // Excel has 1 048 576
    return std::clamp<qint64>(QByteArrayView(number).toByteArray().toLongLong(), 0, maxLine);
}

std::optional<XlsxCellName> XlsxCellName::read(std::string_view text)
{
    XlsxCellName name;
    std::size_t at = 0;
    for (; at < text.size() && text[at] >= 'A' && text[at] <= 'Z'; ++at) {
        // Beyond what any sheet has, it no longer matters how far.
        name.position = std::min<qsizetype>(name.position * 26 + (text[at] - 'A' + 1), 1'000'000);
    }
    if (name.position == 0)
        return std::nullopt;
    --name.position;
    name.line = xlsxLine(text.substr(at));
    return name;
}

Result<> XlsxMergedCells::startElement(const XmlStart &element)
{
    if (element.name != "mergeCell")
        return {};
    const std::string_view reference = element.attribute("ref");
    const std::size_t colon = reference.find(':');
    const auto first = XlsxCellName::read(reference.substr(0, colon));
    const auto last =
        colon == std::string_view::npos ? first : XlsxCellName::read(reference.substr(colon + 1));
    if (first && last && first->line > 0) {
        cells.add({first->line, first->position, last->line - first->line + 1,
                   last->position - first->position + 1});
    }
    return {};
}

Result<> XlsxProbe::startElement(const XmlStart &element)
{
    m_inValue = element.name == "v" || element.name == "t";
    return {};
}

Result<> XlsxProbe::text(std::string_view text)
{
    const bool isBlank =
        std::ranges::all_of(text, [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); });
    return m_inValue && !isBlank ? fail(ErrorCode::Cancelled, {}) : Result<>();
}

Result<> XlsxComments::startElement(const XmlStart &element)
{
    if (element.name == "comment")
        m_cell = QString::fromUtf8(element.attribute("ref"));
    m_text.start(element.name);
    return {};
}

Result<> XlsxComments::endElement(std::string_view name)
{
    m_text.end(name);
    if (name == "comment")
        m_remarks.addComment(m_cell, m_text.take());
    return {};
}

Result<> XlsxComments::text(std::string_view text)
{
    m_text.add(text);
    return {};
}

Result<> XlsxDrawing::startElement(const XmlStart &element)
{
    m_text.start(element.name);
    return {};
}

Result<> XlsxDrawing::endElement(std::string_view name)
{
    m_text.end(name);
    if (name == "p")
        m_text.breakLine();
    else if (name == "txBody")
        m_remarks.addTextBox(m_text.take());
    return {};
}

Result<> XlsxDrawing::text(std::string_view text)
{
    m_text.add(text);
    return {};
}

} // namespace recoupe
