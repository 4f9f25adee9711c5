// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/lheo/lheohandover.h"

#include <utility>

namespace recoupe {

Result<> LheoHandover::take(LheoBatch &batch)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_isStopped || !m_isWaiting; });
    if (m_isStopped)
        return fail(ErrorCode::Cancelled, {}); // deliverTo() says why
    std::swap(m_waiting, batch);
    m_isWaiting = true;
    m_changed.notify_all();
    return {};
}

void LheoHandover::close()
{
    const std::lock_guard lock(m_mutex);
    m_isClosed = true;
    m_changed.notify_all();
}

Result<> LheoHandover::deliverTo(LheoBatchSink &sink)
{
    Result<> taken;
    for (LheoBatch batch; taken && fetch(batch);)
        taken = sink.take(batch);
    stop();
    return taken;
}

bool LheoHandover::fetch(LheoBatch &batch)
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

void LheoHandover::stop()
{
    const std::lock_guard lock(m_mutex);
    m_isStopped = true;
    m_changed.notify_all();
}

} // namespace recoupe
