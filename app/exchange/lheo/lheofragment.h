// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/lheo/lheomodel.h"
#include "exchange/lheo/lheoxml.h"

namespace recoupe {

//! An attribute `id`, or an `idref` that names one.
struct LheoReference
{
    LheoXml::Stretch stretch; //!< of the attribute, with the space before it
    std::string value;
    bool isTarget = false;   //!< an `id`
    bool isRepeated = false; //!< one that another element bears already
};

//! Valid XML of one element, in which one kind of children is left out.
struct LheoFragment
{
    LheoXml xml;
    std::size_t holeAt = 0;                //!< where those children belong
    std::vector<LheoReference> references; //!< in the order in which they stand
};

//! Writes a fragment tag by tag; what turns out not to stand is taken back.
class LheoFragmentWriter
{
public:
    //! How much is written so far.
    [[nodiscard]] std::size_t size() const { return m_fragment.xml.text.size(); }
    //! Takes back all that was written since it had that size.
    void takeBack(std::size_t size);

    void beginTag(std::string_view name);
    void attribute(const XmlAttribute &attribute, LheoAttribute kind);
    //! Gives the size at which the content begins.
    std::size_t endTag();
    void text(std::string_view text);
    //! Closes an element whose content began at \a inside.
    void close(std::string_view name, std::size_t inside);
    //! A whole element without attributes.
    void element(std::string_view name, std::string_view text);

    //! Notes that every export rewrites what was written since \a begin.
    void noteRestless(std::size_t begin) { m_fragment.xml.noteRestless(begin); }
    //! Here belong the children that are left out.
    void markHole() { m_fragment.holeAt = size(); }

    [[nodiscard]] LheoFragment take() { return std::move(m_fragment); }

private:
    std::string &out() { return m_fragment.xml.text; }

    LheoFragment m_fragment;
};

} // namespace recoupe
