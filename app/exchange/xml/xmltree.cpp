// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/xml/xmltree.h"

#include <algorithm>

namespace recoupe {

namespace {

// Spelt out: find_first_not_of() calls memchr() for every byte, and most bytes of a feed are
// indentation.
bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

bool isBlank(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return isBlank(c); });
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

} // namespace

void XmlTree::clear()
{
    m_buffer.clear();
    m_nodes.clear();
    m_attributes.clear();
    m_open.clear();
    m_inText = false;
}

void XmlTree::open(const XmlStart &element)
{
    endText();
    Node node;
    node.content = store(element.name);
    node.firstAttribute = quint32(m_attributes.size());
    node.attributeCount = quint32(element.attributes.size());
    node.line = quint32(element.line);
    for (const XmlAttribute &attribute : element.attributes)
        m_attributes.push_back({store(attribute.name), store(attribute.value)});
    m_open.push_back(quint32(m_nodes.size()));
    m_nodes.push_back(node);
}

void XmlTree::addText(std::string_view text)
{
    if (!m_inText) {
        m_inText = true;
        m_textIsBlank = true;
        Node node;
        node.content = {quint32(m_buffer.size()), 0};
        node.end = quint32(m_nodes.size()) + 1;
        m_nodes.push_back(node);
    }
    // Nothing else is stored until the text ends: its pieces follow each other in the buffer.
    m_buffer.append(text);
    m_nodes.back().content.size += quint32(text.size());
    m_textIsBlank = m_textIsBlank && isBlank(text);
}

void XmlTree::close()
{
    endText();
    m_nodes[m_open.back()].end = quint32(m_nodes.size());
    m_open.pop_back();
}

XmlElement XmlTree::root() const
{
    return m_nodes.empty() ? Element() : Element(this, 0);
}

std::size_t XmlTree::bytes() const
{
    return m_buffer.size() + m_nodes.size() * sizeof(Node) +
           m_attributes.size() * sizeof(Attribute);
}

XmlTree::Slice XmlTree::store(std::string_view text)
{
    const Slice slice{quint32(m_buffer.size()), quint32(text.size())};
    m_buffer.append(text);
    return slice;
}

void XmlTree::endText()
{
    if (!m_inText)
        return;
    m_inText = false;
    if (m_textIsBlank) { // indentation, or an element left empty
        m_buffer.resize(m_nodes.back().content.begin);
        m_nodes.pop_back();
    }
}

std::string_view XmlElement::text() const
{
    if (isText())
        return m_tree->view(node().content);
    for (const XmlElement &child : children()) {
        if (child.isText())
            return trimmed(child.text());
    }
    return {};
}

} // namespace recoupe
