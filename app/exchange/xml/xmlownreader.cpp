// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/xml/xmlownreader.h"

#include "exchange/encoding/utf8.h"
#include "exchange/xml/xmltext.h"

#include <algorithm>
#include <array>
#include <deque>

namespace recoupe {

namespace {

enum class Sign : unsigned char
{
    Plain,
    Name, // plain, and may stand in a name
    Escape,
    Space, // that is one as such in a text, and another in an attribute
    Lead,  // of several bytes
    Mark,  // < > "
    Foreign,
};

constexpr auto signs = [] {
    std::array<Sign, 256> table{};
    for (std::size_t byte = 0; byte < table.size(); ++byte) {
        const auto c = static_cast<unsigned char>(byte);
        const bool isName = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                            (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
        table[byte] = c >= 0x80                          ? Sign::Lead
                      : isName                           ? Sign::Name
                      : c == '<' || c == '>' || c == '"' ? Sign::Mark
                      : c == '&'                         ? Sign::Escape
                      : c == '\n' || c == '\t'           ? Sign::Space
                      : c < 0x20                         ? Sign::Foreign
                                                         : Sign::Plain;
    }
    return table;
}();

Sign signOf(char c)
{
    return signs[static_cast<unsigned char>(c)];
}

struct Escape
{
    std::string_view written;
    std::string_view meant;
};
constexpr std::array escapes{Escape{"&amp;", "&"},   Escape{"&lt;", "<"},   Escape{"&gt;", ">"},
                             Escape{"&quot;", "\""}, Escape{"&#13;", "\r"}, Escape{"&#10;", "\n"},
                             Escape{"&#9;", "\t"}};

class OwnReader
{
public:
    OwnReader(std::string_view bytes, XmlTree &tree)
        : m_rest(bytes)
        , m_tree(tree)
    {
    }

    bool run()
    {
        if (!readStart())
            return false;
        while (!m_open.empty()) {
            const bool isRead = m_rest.starts_with("</")  ? readEnd()
                                : m_rest.starts_with('<') ? readStart()
                                                          : readText();
            if (!isRead)
                return false;
        }
        return m_rest.empty();
    }

private:
    bool take(std::string_view text)
    {
        if (!m_rest.starts_with(text))
            return false;
        m_rest.remove_prefix(text.size());
        return true;
    }

    //! Empty where there is none.
    std::string_view takeName()
    {
        const auto end =
            std::ranges::find_if(m_rest, [](char c) { return signOf(c) != Sign::Name; });
        const std::string_view name(m_rest.begin(), end);
        if (name.empty() || name.front() == '-' || name.front() == '.' ||
            (name.front() >= '0' && name.front() <= '9'))
            return {};
        m_rest.remove_prefix(name.size());
        return name;
    }

    bool readStart()
    {
        if (!take("<"))
            return false;
        const std::string_view name = takeName();
        if (name.empty() || m_open.size() >= std::size_t(m_limits.depth))
            return false;
        m_attributes.clear();
        m_values.clear();
        while (take(" ")) {
            if (!readAttribute())
                return false;
        }
        const bool isClosed = take("/>");
        if (!isClosed && !take(">"))
            return false;
        m_tree.open({name, name, m_attributes, 1});
        if (isClosed)
            m_tree.close();
        else
            m_open.push_back(name);
        return !isClosed || !m_open.empty();
    }

    bool readAttribute()
    {
        const std::string_view name = takeName();
        const bool isRepeated =
            std::ranges::find(m_attributes, name, &XmlAttribute::name) != m_attributes.end();
        if (name.empty() || isRepeated || !take("=\""))
            return false;
        std::string &value = m_values.emplace_back();
        const auto append = [&value](std::string_view run) { value.append(run); };
        if (!readRuns(false, m_limits.attributeBytes / m_limits.attributes, append) || !take("\""))
            return false;
        m_attributes.push_back({name, value});
        return m_attributes.size() <= std::size_t(m_limits.attributes);
    }

    bool readEnd()
    {
        const std::string_view name = m_open.back();
        m_open.pop_back();
        if (!take("</") || !take(name) || !take(">"))
            return false;
        m_tree.close();
        return true;
    }

    bool readText()
    {
        return readRuns(true, m_limits.textBytes,
                        [this](std::string_view run) { m_tree.addText(run); });
    }

    //! Up to the next mark, which must not be far away.
    template <typename Append>
    bool readRuns(bool isText, qint64 mostBytes, const Append &append)
    {
        const std::size_t size = m_rest.size();
        for (;;) {
            const std::size_t run = runLength(isText);
            if (run == std::string_view::npos)
                return false;
            if (run > 0)
                append(m_rest.substr(0, run));
            m_rest.remove_prefix(run);
            if (size - m_rest.size() > std::size_t(mostBytes))
                return false;
            if (m_rest.empty() || signOf(m_rest.front()) == Sign::Mark)
                break;
            const auto escape = std::ranges::find_if(escapes, [this](const Escape &candidate) {
                return m_rest.starts_with(candidate.written);
            });
            if (escape == escapes.end())
                return false;
            append(escape->meant);
            m_rest.remove_prefix(escape->written.size());
        }
        return m_rest.starts_with(isText ? '<' : '"');
    }

    //! Of what stands for itself; npos where something does that is not ours.
    [[nodiscard]] std::size_t runLength(bool isText) const
    {
        std::size_t at = 0;
        while (at < m_rest.size()) {
            switch (signOf(m_rest[at])) {
            case Sign::Plain:
            case Sign::Name: ++at; break;
            case Sign::Escape:
            case Sign::Mark: return at;
            case Sign::Space:
                if (!isText)
                    return std::string_view::npos;
                ++at;
                break;
            case Sign::Lead: {
                const std::size_t size = utf8SequenceLength(m_rest.substr(at));
                if (size == 0 || !isXmlCharacter(m_rest.substr(at, size)))
                    return std::string_view::npos;
                at += size;
                break;
            }
            case Sign::Foreign: return std::string_view::npos;
            }
        }
        return at;
    }

    const XmlLimits m_limits;
    std::string_view m_rest;
    XmlTree &m_tree;
    std::vector<std::string_view> m_open;
    std::vector<XmlAttribute> m_attributes;
    std::deque<std::string> m_values; // of m_attributes
};

} // namespace

bool readOwnXml(std::string_view bytes, XmlTree &tree)
{
    tree.clear();
    return OwnReader(bytes, tree).run();
}

} // namespace recoupe
