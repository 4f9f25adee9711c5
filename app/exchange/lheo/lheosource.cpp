// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/lheo/lheosource.h"

#include "exchange/xml/xmltext.h"

#include <algorithm>

namespace recoupe {

namespace {

// Declarations of namespaces, and attributes of other vocabularies, mean nothing without prefixes.
bool isOurs(std::string_view attribute)
{
    return attribute != "xmlns" &&
           (attribute.find(':') == std::string_view::npos || attribute.starts_with("xml:"));
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
            return appendXmlText(out, element.text());
        out.append("<").append(element.name());
        writeAttributes(element);
        if (!element.hasChildren()) {
            out.append("/>");
            return;
        }
        out.append(">");
        for (const XmlElement &child : element.children()) {
            if (!leftOut.empty() && child.name() == leftOut) {
                leftOutAt = std::min(leftOutAt, out.size());
                continue;
            }
            const std::size_t begin = out.size();
            write(child);
            if (isRestless(element, child))
                xml.noteRestless(begin);
        }
        out.append("</").append(element.name()).append(">");
    }

private:
    void writeAttributes(XmlElement element)
    {
        for (std::size_t i = 0; i < element.attributeCount(); ++i) {
            const XmlAttribute attribute = element.attributeAt(i);
            if (isOurs(attribute.name))
                appendAttribute(xml, attribute);
        }
    }
};

QByteArrayView part(const LheoXml &xml, std::size_t begin, std::size_t end)
{
    return {xml.text.data() + begin, qsizetype(end - begin)};
}

} // namespace

LheoSource formationSource(XmlElement formation)
{
    LheoXml xml;
    Writer{xml}.write(formation, "action");
    return {QByteArray(xml.text.data(), qsizetype(xml.text.size())), digestOf({}, xml)};
}

std::string sourceWithout(XmlElement element, std::string_view children)
{
    LheoXml xml;
    Writer{xml}.write(element, children);
    return std::move(xml.text);
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
    m_session.clear();
    Writer{m_session}.write(session);

    QByteArray xml;
    xml.reserve(qsizetype(m_action.text.size() + m_session.text.size()));
    xml.append(part(m_action, 0, m_sessionsAt));
    xml.append(part(m_session, 0, m_session.text.size()));
    xml.append(part(m_action, m_sessionsAt, m_action.text.size()));
    return {xml, digestOf(m_actionDigest, m_session)};
}

} // namespace recoupe
