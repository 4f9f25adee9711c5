// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "exchange/xml/xmltree.h"

namespace recoupe {

class ByteSource;

//! Receives the markets of a file one by one. A failure returned from here ends the reading and is
//! handed to the caller.
class DecpSink
{
public:
    virtual ~DecpSink() = default;
    //! The element ends with the call.
    [[nodiscard]] virtual Result<> take(XmlElement market) = 0;
    //! A defect that was set right on the way, as a sentence.
    virtual void tolerate(const QString &sentence) = 0;
    //! After every block, with the bytes taken from the file and its size.
    [[nodiscard]] virtual Result<> blockRead(qint64 position, qint64 size) = 0;
};

//! LimitExceeded where the one market that is held is larger than any honest one.
[[nodiscard]] Result<> checkMarketSize(const XmlTree &market, const ByteSource &source);

//! Cuts JSON into its markets: `{"marches": [{…}]}` of 2019, a bare array of them, or
//! `{"marches": {"marche": [{…}], "contrat-concession": [{…}]}}` since 2022.
[[nodiscard]] Result<> readDecpJson(ByteSource &source, DecpSink &sink);

//! Cuts XML into its markets, the children of its root `marches`.
[[nodiscard]] Result<> readDecpXml(ByteSource &source, DecpSink &sink);

} // namespace recoupe
