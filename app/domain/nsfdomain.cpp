// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/nsfdomain.h"

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

struct NsfDomain
{
    const char16_t *code;
    const char16_t *name;
};

constexpr std::array domains{
    NsfDomain{u"10", u"Formations générales"},
    NsfDomain{u"11", u"Mathématiques et sciences"},
    NsfDomain{u"12", u"Sciences humaines et droit"},
    NsfDomain{u"13", u"Lettres et arts"},
    NsfDomain{u"20", u"Spécialités pluritechnologiques de la production"},
    NsfDomain{u"21", u"Agriculture, pêche, forêt et espaces verts"},
    NsfDomain{u"22", u"Transformations"},
    NsfDomain{u"23", u"Génie civil, construction, bois"},
    NsfDomain{u"24", u"Matériaux souples"},
    NsfDomain{u"25", u"Mécanique, électricité, électronique"},
    NsfDomain{u"30", u"Spécialités plurivalentes des services"},
    NsfDomain{u"31", u"Échanges et gestion"},
    NsfDomain{u"32", u"Communication et information"},
    NsfDomain{u"33", u"Services aux personnes"},
    NsfDomain{u"34", u"Services à la collectivité"},
    NsfDomain{u"41", u"Capacités individuelles"},
    NsfDomain{u"42", u"Activités quotidiennes et loisirs"},
};

constexpr qsizetype groupDigits = 3;

} // namespace

QString nsfDomainName(QStringView code)
{
    if (code.size() < groupDigits)
        return {};
    const auto found = std::ranges::find_if(
        domains, [&](const NsfDomain &domain) { return code.startsWith(domain.code); });
    return found == domains.end() ? QString() : QString::fromUtf16(found->name);
}

QString nsfDomainName(const QStringList &codes)
{
    for (const QString &code : codes) {
        if (const QString name = nsfDomainName(QStringView(code)); !name.isEmpty())
            return name;
    }
    return {};
}

} // namespace recoupe
