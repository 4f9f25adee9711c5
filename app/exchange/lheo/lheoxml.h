// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/xml/xmltree.h"

#include <QByteArray>

#include <string>
#include <vector>

//! LHEO as it is written, and what of it tells a change.
namespace recoupe {

//! XML as it is written, with the stretches of it that every export rewrites (datemaj, horodatage,
//! the marks of the flow).
struct LheoXml
{
    struct Stretch
    {
        std::size_t begin;
        std::size_t end;
    };

    std::string text;
    std::vector<Stretch> restless;

    void clear();
    //! Takes back all that was written since the text had that size.
    void truncate(std::size_t size);
    //! Takes a stretch out of the text; what is noted behind it moves up.
    void erase(Stretch stretch);
    //! Notes what was written since \a begin as something that every export rewrites.
    void noteRestless(std::size_t begin) { restless.push_back({begin, text.size()}); }
};

//! Writes an attribute, and notes it where every export rewrites it.
void appendAttribute(LheoXml &xml, const XmlAttribute &attribute);
//! Whether every export rewrites that child of an `extras`: the date and hour of the flow.
[[nodiscard]] bool isRestless(XmlElement parent, XmlElement child);

//! 20 bytes by which a change is told: of \a context, then of the text without what every export
//! rewrites.
[[nodiscard]] QByteArray digestOf(QByteArrayView context, LheoXml &xml);

} // namespace recoupe
