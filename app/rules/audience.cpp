// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/audience.h"

namespace recoupe {

Audience audienceOf(const Publication &publication)
{
    const bool ours = publication.funder != Funder::Other;
    const bool shown = publication.recruitment == RecruitmentState::Open ||
                       publication.recruitment == RecruitmentState::Suspended;

    Audience audience;
    if (!ours) {
        audience.publicPortal = publication.publishedByPortal && !publication.ended;
        audience.proPortal = audience.publicPortal;
        audience.partners = true;
        return audience;
    }
    if (!publication.activated)
        return audience;
    audience.partners = true; // closed and past sessions too: the whole base is exported
    const bool diffused = shown && !publication.ended;
    audience.publicPortal = diffused;
    audience.proPortal = diffused;
    audience.table = diffused;
    audience.parcoursH = diffused;
    return audience;
}

QStringList toTokens(const Audience &audience)
{
    QStringList tokens;
    const auto add = [&tokens](bool holds, const char16_t *token) {
        if (holds)
            tokens << QString::fromUtf16(token);
    };
    add(audience.publicPortal, u"public");
    add(audience.proPortal, u"pro");
    add(audience.table, u"table");
    add(audience.partners, u"partners");
    add(audience.parcoursH, u"parcoursh");
    return tokens;
}

} // namespace recoupe
