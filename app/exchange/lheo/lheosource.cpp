// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/lheo/lheosource.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

constexpr std::array<std::string_view, 3> restlessAttributes{"datemaj", "horodatage-export",
                                                             "horodatage-modification"};
constexpr std::array<std::string_view, 2> restlessGroups{"FLUX-CARIF", "flux-intercarif"};
constexpr std::array<std::string_view, 2> restlessExtras{"date-export", "heure-export"};

template <typename Table>
bool holds(const Table &table, std::string_view name)
{
    return std::ranges::find(table, name) != table.end();
}

// Declarations of namespaces, and attributes of other vocabularies, mean nothing without prefixes.
bool isOurs(std::string_view attribute)
{
    return attribute != "xmlns" &&
           (attribute.find(':') == std::string_view::npos || attribute.starts_with("xml:"));
}

constexpr auto escapes = [] {
    std::array<const char *, 256> table{};
    table['&'] = "&amp;";
    table['<'] = "&lt;";
    table['>'] = "&gt;";
    table['"'] = "&quot;";
    table['\r'] = "&#13;";
    return table;
}();

void appendEscaped(std::string &out, std::string_view text)
{
    std::size_t done = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (const char *escape = escapes[static_cast<unsigned char>(text[i])]) {
            out.append(text, done, i - done).append(escape);
            done = i + 1;
        }
    }
    out.append(text, done);
}

// Writes elements one after the other, and notes where something stands that every export rewrites.
struct Writer
{
    LheoXml &xml;
    std::size_t leftOutAt = std::string::npos; // where the first child left out would stand

    void write(XmlElement element, std::string_view leftOut = {})
    {
        std::string &out = xml.text;
        if (element.isText())
            return appendEscaped(out, element.text());
        out.append("<").append(element.name());
        writeAttributes(element);
        if (!element.hasChildren()) {
            out.append("/>");
            return;
        }
        out.append(">");
        for (const XmlElement &child : element.children()) {
            if (!leftOut.empty() && child.name() == leftOut)
                leftOutAt = std::min(leftOutAt, out.size());
            else
                writeNoting(isRestless(element, child), [&] { write(child); });
        }
        out.append("</").append(element.name()).append(">");
    }

private:
    void writeAttributes(XmlElement element)
    {
        for (std::size_t i = 0; i < element.attributeCount(); ++i) {
            const XmlAttribute attribute = element.attributeAt(i);
            if (!isOurs(attribute.name))
                continue;
            writeNoting(holds(restlessAttributes, attribute.name), [&] {
                xml.text.append(" ").append(attribute.name).append("=\"");
                appendEscaped(xml.text, attribute.value);
                xml.text.append("\"");
            });
        }
    }

    template <typename Write>
    void writeNoting(bool restless, const Write &writePart)
    {
        const std::size_t begin = xml.text.size();
        writePart();
        if (restless)
            xml.restless.push_back({begin, xml.text.size()});
    }

    static bool isRestless(XmlElement parent, XmlElement child)
    {
        return child.name() == "extra" && holds(restlessGroups, parent.attribute("info")) &&
               holds(restlessExtras, child.attribute("info"));
    }
};

QByteArrayView part(const LheoXml &xml, std::size_t begin, std::size_t end)
{
    return {xml.text.data() + begin, qsizetype(end - begin)};
}

// Stretches never cross, but one may lie within another, and is noted before it.
QByteArray digestOf(QByteArrayView context, LheoXml &xml)
{
    std::ranges::sort(xml.restless, {}, &LheoXml::Stretch::begin);
    QCryptographicHash hash(QCryptographicHash::Blake2b_160);
    hash.addData(context);
    std::size_t done = 0;
    for (const LheoXml::Stretch &stretch : xml.restless) {
        if (stretch.begin < done)
            continue;
        hash.addData(part(xml, done, stretch.begin));
        done = stretch.end;
    }
    hash.addData(part(xml, done, xml.text.size()));
    return hash.result();
}

} // namespace

LheoSource formationSource(XmlElement formation)
{
    LheoXml xml;
    Writer{xml}.write(formation, "action");
    return {QByteArray(xml.text.data(), qsizetype(xml.text.size())), digestOf({}, xml)};
}

SessionSources::SessionSources(XmlElement action)
{
    Writer writer{m_action};
    writer.write(action, "session");
    m_sessionsAt = writer.leftOutAt;
    m_actionDigest = digestOf({}, m_action);
}

LheoSource SessionSources::of(XmlElement session)
{
    m_session.text.clear();
    m_session.restless.clear();
    Writer{m_session}.write(session);

    QByteArray xml;
    xml.reserve(qsizetype(m_action.text.size() + m_session.text.size()));
    xml.append(part(m_action, 0, m_sessionsAt));
    xml.append(part(m_session, 0, m_session.text.size()));
    xml.append(part(m_action, m_sessionsAt, m_action.text.size()));
    return {xml, digestOf(m_actionDigest, m_session)};
}

} // namespace recoupe
