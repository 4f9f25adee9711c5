// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/xml/xmltree.h"

#include <QStringList>

namespace recoupe {

//! Some formations of a feed, one after the other, on their way from the parser to the sink.
struct LheoBatch
{
    XmlTree offers; //!< an `offres` that holds them; empty while there is none
    QStringList warnings;
    qint64 bytesRead = 0; //!< of the file, so far
    qint64 bytesTotal = 0;

    void clear()
    {
        offers.clear();
        warnings.clear();
    }
};

//! Receives a feed batch by batch.
class LheoBatchSink
{
public:
    virtual ~LheoBatchSink() = default;
    //! Leaves the batch empty, maybe with the memory of another one. A failure ends the reading.
    [[nodiscard]] virtual Result<> take(LheoBatch &batch) = 0;
};

} // namespace recoupe
