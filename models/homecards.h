// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/facetedtablemodel.h"
#include "services/editionservice.h"
#include "services/exportservice.h"
#include "services/workspace.h"

namespace recoupe {

//! Where a card leads.
enum class HomeTarget
{
    Control,
    Awards,
    Table,
    Exports
};

//! One thing that waits, with how many of them, and the view that shows them.
struct HomeCard
{
    QString id; //!< stable
    QString title;
    QString value = {};   //!< "38", "n° 2026-24"
    QString detail = {};  //!< a sentence under it; may be empty
    QString badge = {};   //!< token of its sign and colour
    bool isQuiet = false; //!< nothing waits
    HomeTarget target = HomeTarget::Control;
    TableFilter filter = {}; //!< of the page it leads to

    //! As a screen reader says it.
    [[nodiscard]] QString inWords() const;
};

//! What waits for the operators on the workspace's day. \a editions: newest first; the last card is
//! \a exports.
[[nodiscard]] QList<HomeCard> homeCards(const Workspace &workspace,
                                        const QList<EditionRecord> &editions,
                                        const HomeCard &exports);
//! What partners got last, and which of them something is to be done for. \a now: by which a
//! delivery is old.
[[nodiscard]] HomeCard exportsCard(const QList<PartnerStatus> &statuses, const QDateTime &now);

//! The number that the next edition of that year will have.
[[nodiscard]] int nextEditionNumber(const QList<EditionRecord> &editions, int year);

} // namespace recoupe
