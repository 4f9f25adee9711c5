// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/lheo/lheoxml.h"

//! The XML of a record as it is kept, and the digest by which a change is told.
namespace recoupe {

//! XML of one record, UTF-8, and a hash of it that neither indentation nor what every export
//! rewrites (datemaj, horodatage, the marks of the flow) makes any different.
struct LheoSource
{
    QByteArray xml;
    QByteArray digest;
};

//! Of a `formation`, without its actions.
[[nodiscard]] LheoSource formationSource(XmlElement formation);

//! XML of an element without its children of that name, as it is kept.
[[nodiscard]] std::string sourceWithout(XmlElement element, std::string_view children);

//! Of the sessions of one LHEO `action`: each is the action holding that session alone. The action
//! is written once and its sessions are put into it.
class SessionSources
{
public:
    explicit SessionSources(XmlElement action);

    [[nodiscard]] LheoSource of(XmlElement session);
    //! What every session repeats.
    [[nodiscard]] std::size_t sharedBytes() const { return m_action.text.size(); }

private:
    LheoXml m_action; // without its sessions
    std::size_t m_sessionsAt = 0;
    QByteArray m_actionDigest;
    LheoXml m_session;
};

} // namespace recoupe
