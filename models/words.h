// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/shortdate.h"
#include "domain/vocabulary.h"
#include "rules/audience.h"
#include "rules/control.h"
#include "services/words.h"

#include <QCoreApplication>

//! The words of the tables, and the tokens under which the window knows their icons and colours.
namespace recoupe {

//! Translation context of the models.
struct ModelsTr
{
    Q_DECLARE_TR_FUNCTIONS(Models)
};

//! With a capital first, as a cell or a sentence begins.
[[nodiscard]] QString capitalised(QString text);
//! "12/01/2027 – 30/04/2027"; partial dates in words.
[[nodiscard]] QString period(const PartialDate &start, const PartialDate &end);
//! "J-3", "J", "J+5": how far \a today is from \a day; empty when the day is invalid.
[[nodiscard]] QString countdown(QDate day, QDate today);

//! Who sees a session, in one word for a column.
enum class Reach
{
    Published,
    PartnersOnly,
    Nobody
};
[[nodiscard]] Reach reachOf(const Audience &audience);
[[nodiscard]] QString reachName(Reach reach);
//! Whether the partners get it.
[[nodiscard]] QString exportedName(bool exported);

//! Tokens of badges: "control/conforming", "activation/active", "recruitment/open"…
[[nodiscard]] QString badgeOf(Control control);
[[nodiscard]] QString activationBadge(bool active);
[[nodiscard]] QString badgeOf(RecruitmentState state);
[[nodiscard]] QString badgeOf(Severity severity);
[[nodiscard]] QString badgeOf(Reach reach);

} // namespace recoupe
