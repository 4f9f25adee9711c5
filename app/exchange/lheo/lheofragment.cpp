// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/lheo/lheofragment.h"

#include "exchange/xml/xmltext.h"

#include <algorithm>

namespace recoupe {

void LheoFragmentWriter::takeBack(std::size_t size)
{
    m_fragment.xml.truncate(size);
    std::erase_if(m_fragment.references,
                  [size](const LheoReference &reference) { return reference.stretch.end > size; });
}

void LheoFragmentWriter::beginTag(std::string_view name)
{
    out().append("<").append(name);
}

void LheoFragmentWriter::attribute(const XmlAttribute &attribute, LheoAttribute kind)
{
    const std::size_t begin = size();
    appendAttribute(m_fragment.xml, attribute);
    if (kind == LheoAttribute::Id || kind == LheoAttribute::IdRef) {
        m_fragment.references.push_back(
            {{begin, size()}, std::string(attribute.value), kind == LheoAttribute::Id});
    }
}

std::size_t LheoFragmentWriter::endTag()
{
    out().append(">");
    return size();
}

void LheoFragmentWriter::text(std::string_view text)
{
    appendXmlText(out(), text);
}

void LheoFragmentWriter::close(std::string_view name, std::size_t inside)
{
    if (size() == inside) {
        out().back() = '/';
        out().append(">");
    } else {
        out().append("</").append(name).append(">");
    }
}

void LheoFragmentWriter::element(std::string_view name, std::string_view content)
{
    beginTag(name);
    const std::size_t inside = endTag();
    text(content);
    close(name, inside);
}

} // namespace recoupe
