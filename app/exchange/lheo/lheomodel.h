// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>
#include <span>
#include <string_view>
#include <vector>

//! What LHEO 2.3 lets an element hold (lheo.gouv.fr/2.3; LHEO.md, "Tree of a 2.3 file").
namespace recoupe {

inline constexpr std::string_view lheoNamespace = "http://lheo.gouv.fr/2.3";

//! What stands in an element.
enum class LheoContent
{
    Text,     //!< for readers: may be cut
    Token,    //!< a number, a code, an address: cut, it would be another one
    Code,     //!< one of a closed list
    Whole,    //!< a whole number
    Date,     //!< AAAAMMJJ
    Elements, //!< in their order
    Extras,   //!< `extras` and `extra`, in any order
    Anything, //!< of `extra`: but elements that LHEO knows are themselves
};

struct LheoElement;

//! A place for children of one name.
struct LheoSlot
{
    static constexpr int unbounded = std::numeric_limits<int>::max();

    const LheoElement *element;
    int least;
    int most;
};

//! What an element may be, wherever it stands.
struct LheoElement
{
    std::string_view name;
    LheoContent content = LheoContent::Elements;
    int minLength = 0; //!< of Text and Token, in characters
    int maxLength = 0;
    std::vector<std::string_view> codes = {}; //!< of Code
    std::vector<LheoSlot> slots = {};         //!< of Elements, in their order
    std::string_view filler = {}; //!< what producers write where it is missing; empty: nothing
    bool isDated = false;         //!< may bear datecrea and datemaj
    bool isLinked = false;        //!< may bear href and file
};

//! The kind of value that an attribute takes.
enum class LheoAttribute
{
    Unknown, //!< not one of that element's
    Text,
    Id,
    IdRef,
    Time, //!< ISO 8601, with date and time of day
    Uri,
};

[[nodiscard]] std::span<const LheoElement> lheoElements();
//! Null for a name that LHEO does not know.
[[nodiscard]] const LheoElement *lheoElement(std::string_view name);
[[nodiscard]] LheoAttribute lheoAttribute(const LheoElement &element, std::string_view name);

} // namespace recoupe
