// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/lheo/lheoconformer.h"
#include "exchange/partners/offerwriter.h"

#include <string>
#include <vector>

//! An offer as it is written: valid LHEO 2.3, its sessions under their LHEO actions again.
namespace recoupe {

//! One element without those below it, and what was altered in it.
struct OfferPart
{
    LheoFragment fragment;
    QList<Rejection> remarks = {};
};

struct SessionText
{
    SessionKey key;
    OfferPart part;
};

//! An LHEO `action`; two of one numero differ in something else than their sessions.
struct ActionText
{
    SessionKey key; //!< without the session
    OfferPart part;
    std::vector<SessionText> sessions = {};
};

//! An LHEO `formation`; empty where none of its sessions can be written.
struct OfferText
{
    QString numero;
    OfferPart part;
    std::vector<ActionText> actions = {};

    [[nodiscard]] bool isEmpty() const { return actions.empty(); }
    //! Appends the element as XML.
    void appendTo(std::string &out) const;
    //! Its sessions in the order in which they are written.
    [[nodiscard]] QList<WrittenSession> written();
    //! Takes out the actions that hold no session.
    void dropEmptyActions();
};

} // namespace recoupe
