// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/xml/xmlreader.h"

#include <iterator>
#include <string>
#include <vector>

namespace recoupe {

class XmlChildren;

//! One record of a document, kept whole while it is mapped. Its nodes lie one after the other in
//! the order of the file and all its text in one buffer: cleared and filled again for the next
//! record, it costs no memory of its own.
class XmlTree
{
public:
    class Element;

    void clear();
    void open(const XmlStart &element);
    void addText(std::string_view text);
    void close();

    //! The element opened first; null as long as there is none.
    [[nodiscard]] Element root() const;
    //! What the record takes in memory.
    [[nodiscard]] std::size_t bytes() const;

    struct Slice
    {
        quint32 begin = 0;
        quint32 size = 0;
    };
    struct Attribute
    {
        Slice name;
        Slice value;
    };

private:
    friend class Element;

    struct Node
    {
        Slice content;   // an element's name, or a text
        quint32 end = 0; // index after its last descendant: where its next sister stands
        quint32 firstAttribute = 0;
        quint32 attributeCount = 0;
        quint32 line = 0; // 0 marks a text
    };

    Slice store(std::string_view text);
    std::string_view view(Slice slice) const { return {m_buffer.data() + slice.begin, slice.size}; }
    void endText();

    std::string m_buffer;
    std::vector<Node> m_nodes;
    std::vector<Attribute> m_attributes;
    std::vector<quint32> m_open;
    bool m_inText = false;
    bool m_textIsBlank = true;
};

//! A place in a tree: an element, or one of the texts between elements. Null where something that
//! was asked for is not there; everything asked of null is empty. Ends with its tree's content.
class XmlTree::Element
{
public:
    Element() = default;

    [[nodiscard]] bool isNull() const { return !m_tree; }
    [[nodiscard]] bool isText() const { return m_tree && node().line == 0; }
    //! Name without prefix; empty for a text.
    [[nodiscard]] std::string_view name() const;
    [[nodiscard]] qint64 line() const { return m_tree ? node().line : 0; }
    //! Its first text, without white space at the ends; of a text: itself, whole.
    [[nodiscard]] std::string_view text() const;
    [[nodiscard]] std::string_view attribute(std::string_view name) const;
    [[nodiscard]] std::size_t attributeCount() const;
    [[nodiscard]] XmlAttribute attributeAt(std::size_t index) const;
    //! The first child of that name.
    [[nodiscard]] Element child(std::string_view name) const;
    //! Elements and texts, in their order.
    [[nodiscard]] XmlChildren children() const;
    [[nodiscard]] bool hasChildren() const { return m_tree && node().end > m_index + 1; }

    friend bool operator==(const Element &, const Element &) = default;

private:
    friend class XmlTree;
    friend class XmlChildren;

    Element(const XmlTree *tree, quint32 index)
        : m_tree(tree)
        , m_index(index)
    {
    }
    const Node &node() const { return m_tree->m_nodes[m_index]; }

    const XmlTree *m_tree = nullptr;
    quint32 m_index = 0;
};

using XmlElement = XmlTree::Element;

//! What stands directly in an element, for range-based loops.
class XmlChildren
{
public:
    class iterator
    {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = XmlElement;
        using difference_type = std::ptrdiff_t;
        using pointer = const XmlElement *;
        using reference = XmlElement;

        iterator() = default;
        explicit iterator(XmlElement at)
            : m_at(at)
        {
        }
        XmlElement operator*() const { return m_at; }
        iterator &operator++();
        iterator operator++(int);
        friend bool operator==(const iterator &, const iterator &) = default;

    private:
        XmlElement m_at;
    };

    explicit XmlChildren(XmlElement parent)
        : m_parent(parent)
    {
    }
    [[nodiscard]] iterator begin() const;
    [[nodiscard]] iterator end() const;

private:
    XmlElement m_parent;
};

// Inline because a reader spends its time here.

inline std::string_view XmlElement::name() const
{
    return m_tree && !isText() ? m_tree->view(node().content) : std::string_view();
}

inline std::size_t XmlElement::attributeCount() const
{
    return m_tree ? node().attributeCount : 0;
}

inline XmlAttribute XmlElement::attributeAt(std::size_t index) const
{
    const XmlTree::Attribute &stored = m_tree->m_attributes[node().firstAttribute + index];
    return {m_tree->view(stored.name), m_tree->view(stored.value)};
}

inline std::string_view XmlElement::attribute(std::string_view name) const
{
    for (std::size_t i = 0; i < attributeCount(); ++i) {
        const XmlAttribute candidate = attributeAt(i);
        if (candidate.name == name)
            return candidate.value;
    }
    return {};
}

inline XmlChildren::iterator &XmlChildren::iterator::operator++()
{
    m_at.m_index = m_at.node().end;
    return *this;
}

inline XmlChildren::iterator XmlChildren::iterator::operator++(int)
{
    iterator before = *this;
    ++*this;
    return before;
}

inline XmlChildren::iterator XmlChildren::begin() const
{
    return m_parent.isNull() ? iterator()
                             : iterator(XmlElement(m_parent.m_tree, m_parent.m_index + 1));
}

inline XmlChildren::iterator XmlChildren::end() const
{
    return m_parent.isNull() ? iterator()
                             : iterator(XmlElement(m_parent.m_tree, m_parent.node().end));
}

inline XmlChildren XmlElement::children() const
{
    return XmlChildren(*this);
}

inline XmlElement XmlElement::child(std::string_view name) const
{
    for (const XmlElement &candidate : children()) {
        if (candidate.name() == name)
            return candidate;
    }
    return {};
}

} // namespace recoupe
