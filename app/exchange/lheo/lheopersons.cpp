// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/lheo/lheopersons.h"

#include "exchange/lheo/lheoparties.h"
#include "exchange/lheo/lheotext.h"
#include "exchange/xml/xmlbytes.h"
#include "exchange/xml/xmltext.h"

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

// Of a `coordonnees`, all optional: what says who it is and how to reach him or her.
constexpr std::array<std::string_view, 7> personalElements{"civilite", "nom", "prenom",  "telfixe",
                                                           "portable", "fax", "courriel"};

bool isPersonal(std::string_view name)
{
    return std::ranges::find(personalElements, name) != personalElements.end();
}

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

class Writer
{
public:
    Writer(const PersonFilter &filter, const SawContact &saw)
        : m_filter(filter)
        , m_saw(saw)
    {
    }

    [[nodiscard]] bool hasChanged() const { return m_hasChanged; }
    [[nodiscard]] QByteArray written() const { return {m_out.data(), qsizetype(m_out.size())}; }

    void write(XmlElement element)
    {
        if (element.isText())
            return appendXmlText(m_out, filtered(element.text()));
        const Contact contact = element.name() == "coordonnees" ? contactOf(element) : Contact();
        const bool isPerson = m_filter.isContact(contact);
        if (isPerson && m_saw)
            m_saw(contact);
        open(element);
        for (const XmlElement &child : element.children()) {
            if (!isPerson || !isPersonal(child.name()))
                write(child);
            else
                writePersonal(child, m_filter.filtered(contact));
        }
        m_out.append("</").append(element.name()).append(">");
    }

private:
    void open(XmlElement element)
    {
        m_out.append("<").append(element.name());
        for (std::size_t i = 0; i < element.attributeCount(); ++i) {
            const XmlAttribute attribute = element.attributeAt(i);
            appendXmlAttribute(m_out, attribute.name, filtered(attribute.value));
        }
        m_out.append(">");
    }

    //! What a person's `coordonnees` say of him or her, once it is corrected: gone, if nothing.
    void writePersonal(XmlElement element, const Contact &contact)
    {
        const bool isFirst = element.name() == "prenom";
        const bool isName = isFirst || element.name() == "nom";
        if (contact == Contact()) {
            m_hasChanged = true;
        } else if (isName) {
            const QString name = isFirst ? contact.firstName : contact.lastName;
            m_hasChanged = m_hasChanged || name != shownText(element);
            open(element);
            appendXmlText(m_out, name.toStdString());
            m_out.append("</").append(element.name()).append(">");
        } else {
            write(element);
        }
    }

    //! A text may spell its letters by entities that were escaped twice.
    std::string filtered(std::string_view text)
    {
        const QString written = textOf(text);
        for (const QString &spelt : {withoutLeftoverEntities(written), written}) {
            const QString without = m_filter.filtered(spelt);
            if (without != spelt) {
                m_hasChanged = true;
                return without.toStdString();
            }
        }
        return std::string(text);
    }

    const PersonFilter &m_filter;
    const SawContact &m_saw;
    std::string m_out;
    bool m_hasChanged = false;
};

} // namespace

Result<QByteArray> sourceWithoutPerson(const QByteArray &source, const PersonFilter &filter,
                                       const SawContact &saw)
{
    if (!filter.mayBeIn(withoutLeftoverEntities(QString::fromUtf8(source))))
        return source;
    XmlTree tree;
    if (Result<> read = readXmlBytes(source, {}, tree); !read)
        return failureOf(read);
    Writer writer(filter, saw);
    writer.write(tree.root());
    return writer.hasChanged() ? writer.written() : source;
}

} // namespace recoupe
