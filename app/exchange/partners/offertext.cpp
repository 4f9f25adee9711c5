// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/partners/offertext.h"

namespace recoupe {

namespace {

std::string_view before(const LheoFragment &fragment)
{
    return std::string_view(fragment.xml.text).substr(0, fragment.holeAt);
}

std::string_view after(const LheoFragment &fragment)
{
    return std::string_view(fragment.xml.text).substr(fragment.holeAt);
}

} // namespace

void OfferText::appendTo(std::string &out) const
{
    out.append(before(part.fragment));
    for (const ActionText &action : actions) {
        out.append("\n").append(before(action.part.fragment));
        for (const SessionText &session : action.sessions)
            out.append("\n").append(session.part.fragment.xml.text);
        out.append(after(action.part.fragment));
    }
    out.append(after(part.fragment)).append("\n");
}

QList<WrittenSession> OfferText::written()
{
    QList<WrittenSession> sessions;
    const QByteArray ofFormation = digestOf({}, part.fragment.xml);
    for (ActionText &action : actions) {
        const QByteArray ofAction = digestOf(ofFormation, action.part.fragment.xml);
        for (SessionText &session : action.sessions)
            sessions << WrittenSession{session.key, digestOf(ofAction, session.part.fragment.xml)};
    }
    return sessions;
}

void OfferText::dropEmptyActions()
{
    std::erase_if(actions, [](const ActionText &action) { return action.sessions.empty(); });
}

} // namespace recoupe
