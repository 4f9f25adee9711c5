// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/rule.h"

namespace recoupe {

//! How one field of what was entered stands to what it was held against.
enum class Evidence
{
    Agree,
    Differ,
    NotComparable, //!< one of the two says nothing
};

//! One line of the comparison pane, in words.
struct FieldComparison
{
    QString label;     //!< "N° de marché"
    QString submitted; //!< empty where nothing was said
    QString award = {};
    QString sesar = {};
    Evidence againstAward = Evidence::NotComparable;
    Evidence againstSesar = Evidence::NotComparable;

    [[nodiscard]] bool differs() const
    {
        return againstAward == Evidence::Differ || againstSesar == Evidence::Differ;
    }
};

//! What was entered, notified and declared, field by field, in a fixed order.
[[nodiscard]] QList<FieldComparison> compareFields(const SessionCase &subject);

} // namespace recoupe
