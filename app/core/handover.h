// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <condition_variable>
#include <mutex>
#include <utility>

namespace recoupe {

//! Passes batches from the thread that makes them to the one that uses them, so that both work at
//! once. Three batches exist, however many pass: one is being filled, one waits, one is being used.
template <typename Batch>
class Handover
{
public:
    //! Of the thread that makes them: waits until there is room and leaves another, used batch.
    //! False once nobody wants more.
    [[nodiscard]] bool give(Batch &batch)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_isStopped || !m_isWaiting; });
        if (m_isStopped)
            return false;
        std::swap(m_waiting, batch);
        m_isWaiting = true;
        m_changed.notify_all();
        return true;
    }

    //! Of the same: nothing more will come.
    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_isClosed = true;
        m_changed.notify_all();
    }

    //! Of the other thread: gives every batch to \a use, a Result<>(Batch &), until close() or its
    //! failure, which it returns.
    template <typename Use>
    [[nodiscard]] Result<> deliverTo(Use use)
    {
        Result<> used;
        for (Batch batch; used && fetch(batch);)
            used = use(batch);
        const std::lock_guard lock(m_mutex);
        m_isStopped = true;
        m_changed.notify_all();
        return used;
    }

private:
    bool fetch(Batch &batch)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_isWaiting || m_isClosed; });
        if (!m_isWaiting)
            return false;
        std::swap(m_waiting, batch);
        m_isWaiting = false;
        m_changed.notify_all();
        return true;
    }

    std::mutex m_mutex; // guards what follows
    std::condition_variable m_changed;
    Batch m_waiting;
    bool m_isWaiting = false;
    bool m_isClosed = false;
    bool m_isStopped = false;
};

} // namespace recoupe
