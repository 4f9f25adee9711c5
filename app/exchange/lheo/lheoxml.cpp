// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/lheo/lheoxml.h"

#include "exchange/xml/xmltext.h"

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

QByteArrayView part(const LheoXml &xml, std::size_t begin, std::size_t end)
{
    return {xml.text.data() + begin, qsizetype(end - begin)};
}

} // namespace

void LheoXml::clear()
{
    text.clear();
    restless.clear();
}

void LheoXml::truncate(std::size_t size)
{
    text.resize(size);
    std::erase_if(restless, [size](const Stretch &stretch) { return stretch.end > size; });
}

void LheoXml::erase(Stretch gone)
{
    const std::size_t size = gone.end - gone.begin;
    text.erase(gone.begin, size);
    for (Stretch &stretch : restless) {
        if (stretch.begin >= gone.end)
            stretch.begin -= size;
        if (stretch.end >= gone.end)
            stretch.end -= size;
    }
}

void appendAttribute(LheoXml &xml, const XmlAttribute &attribute)
{
    const std::size_t begin = xml.text.size();
    appendXmlAttribute(xml.text, attribute.name, attribute.value);
    if (holds(restlessAttributes, attribute.name))
        xml.noteRestless(begin);
}

bool isRestless(XmlElement parent, XmlElement child)
{
    return child.name() == "extra" && holds(restlessGroups, parent.attribute("info")) &&
           holds(restlessExtras, child.attribute("info"));
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

} // namespace recoupe
