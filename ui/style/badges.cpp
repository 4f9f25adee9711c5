// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/badges.h"

#include "ui/style/icons.h"

#include <array>

namespace recoupe {

namespace {

struct BadgeLook
{
    const char *badge;
    Tone tone;
};

constexpr std::array looks{
    BadgeLook{"control/conforming", Tone::Good},    BadgeLook{"control/discrepancy", Tone::Bad},
    BadgeLook{"control/ambiguous", Tone::Warn},     BadgeLook{"control/no-award", Tone::Bad},
    BadgeLook{"control/incomplete", Tone::Muted},   BadgeLook{"control/to-review", Tone::Warn},
    BadgeLook{"control/set-aside", Tone::Muted},    BadgeLook{"activation/active", Tone::Good},
    BadgeLook{"activation/inactive", Tone::Muted},  BadgeLook{"activation/overridden", Tone::Warn},
    BadgeLook{"recruitment/open", Tone::Good},      BadgeLook{"recruitment/suspended", Tone::Warn},
    BadgeLook{"recruitment/closed", Tone::Muted},   BadgeLook{"recruitment/unknown", Tone::Bad},
    BadgeLook{"reach/published", Tone::Good},       BadgeLook{"reach/partners", Tone::Note},
    BadgeLook{"reach/nobody", Tone::Muted},         BadgeLook{"severity/blocking", Tone::Bad},
    BadgeLook{"severity/warning", Tone::Warn},      BadgeLook{"severity/info", Tone::Note},
    BadgeLook{"evidence/agree", Tone::Good},        BadgeLook{"evidence/near", Tone::Warn},
    BadgeLook{"evidence/differ", Tone::Bad},        BadgeLook{"evidence/none", Tone::Muted},
    BadgeLook{"award/matched", Tone::Good},         BadgeLook{"award/candidate", Tone::Note},
    BadgeLook{"award/without-session", Tone::Warn}, BadgeLook{"award/overdue", Tone::Bad},
    BadgeLook{"award/replaced", Tone::Muted},       BadgeLook{"delivery/held", Tone::Warn},
    BadgeLook{"delivery/todo", Tone::Note},         BadgeLook{"delivery/running", Tone::Note},
    BadgeLook{"delivery/delivered", Tone::Good},    BadgeLook{"delivery/partly", Tone::Warn},
    BadgeLook{"delivery/late", Tone::Warn},         BadgeLook{"delivery/refused", Tone::Bad},
    BadgeLook{"delivery/failed", Tone::Bad},        BadgeLook{"delivery/dropped", Tone::Muted},
    BadgeLook{"delivery/none", Tone::Muted},        BadgeLook{"export/added", Tone::Good},
    BadgeLook{"export/changed", Tone::Note},        BadgeLook{"export/removed", Tone::Bad},
};

} // namespace

Tone badgeTone(const QString &badge)
{
    const auto look = std::ranges::find_if(
        looks, [&](const BadgeLook &candidate) { return badge == QLatin1String(candidate.badge); });
    Q_ASSERT(look != looks.end());
    return look == looks.end() ? Tone::Muted : look->tone;
}

QIcon badgeIcon(const QString &badge)
{
    return tintedIcon(QString(badge).replace(u'/', u'-'), badgeTone(badge));
}

QStringList knownBadges()
{
    QStringList badges;
    for (const BadgeLook &look : looks)
        badges << QString::fromLatin1(look.badge);
    return badges;
}

} // namespace recoupe
