// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/lheo/lheobatch.h"

#include <condition_variable>
#include <mutex>

namespace recoupe {

//! Passes batches from the thread that parses a feed to the one that keeps it, so that both work at
//! once. Three batches exist, whatever the size of the feed: one is being filled, one waits, one is
//! being kept.
class LheoHandover final : public LheoBatchSink
{
public:
    //! Of the thread that parses: waits until there is room. Fails once nobody wants more.
    [[nodiscard]] Result<> take(LheoBatch &batch) override;
    //! Of the same: nothing more will come.
    void close();

    //! Of the other thread: hands every batch on until close(). The failure of \a sink, if any.
    [[nodiscard]] Result<> deliverTo(LheoBatchSink &sink);

private:
    [[nodiscard]] bool fetch(LheoBatch &batch);
    void stop();

    std::mutex m_mutex; // guards what follows
    std::condition_variable m_changed;
    LheoBatch m_waiting;
    bool m_isWaiting = false;
    bool m_isClosed = false;
    bool m_isStopped = false;
};

} // namespace recoupe
