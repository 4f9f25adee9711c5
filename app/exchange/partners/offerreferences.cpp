// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/partners/offerreferences.h"

#include "exchange/lheo/lheonames.h"

#include <QCoreApplication>

#include <ranges>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

std::vector<OfferPart *> partsOf(OfferText &offer)
{
    std::vector<OfferPart *> parts{&offer.part};
    for (ActionText &action : offer.actions) {
        parts.push_back(&action.part);
        for (SessionText &session : action.sessions)
            parts.push_back(&session.part);
    }
    return parts;
}

void takeOut(OfferPart &part, const LheoReference &reference)
{
    LheoFragment &fragment = part.fragment;
    fragment.xml.erase(reference.stretch);
    if (reference.stretch.begin < fragment.holeAt)
        fragment.holeAt -= reference.stretch.end - reference.stretch.begin;
    part.remarks << rejectionOf(
        reference.isTarget ? QStringLiteral("@id") : QStringLiteral("@idref"),
        QString::fromStdString(reference.value),
        reference.isTarget
            ? Tr::tr("un identifiant qui ne serve qu'une fois : l'attribut n'a pas été écrit")
            : Tr::tr("l'identifiant d'un élément de la même formation : l'attribut n'a pas été "
                     "écrit"));
}

} // namespace

void settleReferences(OfferText &offer, std::unordered_set<std::string> &taken)
{
    const std::vector<OfferPart *> parts = partsOf(offer);
    std::unordered_set<std::string> own;
    const auto isSettled = [&own](const LheoReference &reference) {
        return own.contains(reference.value);
    };
    for (OfferPart *part : parts) {
        for (LheoReference &reference : part->fragment.references) {
            if (reference.isTarget &&
                (taken.contains(reference.value) || !own.insert(reference.value).second))
                reference.isRepeated = true;
        }
    }
    for (OfferPart *part : parts) {
        // From the last, so that the places of those before stay true.
        for (const LheoReference &reference : part->fragment.references | std::views::reverse) {
            if (reference.isRepeated || !isSettled(reference))
                takeOut(*part, reference);
        }
        part->fragment.references.clear();
    }
    taken.merge(own);
}

} // namespace recoupe
