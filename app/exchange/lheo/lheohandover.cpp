// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/lheo/lheohandover.h"

#include <utility>

namespace recoupe {

namespace {

//! Whoever keeps the records lets a server wait for none while it stores some thousand of them: as
//! many are made ahead, unless they are long.
constexpr std::size_t itemsAtOnce = 2000;
constexpr qsizetype bytesAtOnce = 4 * 1024 * 1024;

Failure notWanted()
{
    return fail(ErrorCode::Cancelled, {}); // whoever wants no more says why
}

} // namespace

Result<> LheoHandover::take(LheoBatch &batch)
{
    return m_handover.give(batch) ? Result<>() : notWanted();
}

Result<> LheoHandover::deliverTo(LheoBatchSink &sink)
{
    return m_handover.deliverTo([&](LheoBatch &batch) { return sink.take(batch); });
}

Result<> LheoRecordHandover::accept(SubmittedAction action)
{
    m_bytes += action.source.size();
    return add(std::move(action)) ? Result<>() : notWanted();
}

Result<> LheoRecordHandover::accept(SubmittedSession session)
{
    m_bytes += session.source.size();
    return add(std::move(session)) ? Result<>() : notWanted();
}

void LheoRecordHandover::reject(Rejection rejection)
{
    add(std::move(rejection));
}

void LheoRecordHandover::warn(const QString &sentence)
{
    add(sentence);
}

bool LheoRecordHandover::progress(qint64 bytesRead, qint64 bytesTotal)
{
    return add(Progressed{bytesRead, bytesTotal});
}

bool LheoRecordHandover::add(Item item)
{
    m_items.push_back(std::move(item));
    if (m_isWanted && (m_items.size() >= itemsAtOnce || m_bytes >= bytesAtOnce)) {
        m_isWanted = m_handover.give(m_items);
        m_items.clear();
        m_bytes = 0;
    }
    return m_isWanted;
}

void LheoRecordHandover::close()
{
    if (m_isWanted && !m_items.empty())
        m_isWanted = m_handover.give(m_items);
    m_handover.close();
}

Result<> LheoRecordHandover::deliverTo(LheoSink &sink)
{
    return m_handover.deliverTo([&](Items &items) -> Result<> {
        for (Item &item : items) {
            if (Result<> delivered = deliver(item, sink); !delivered)
                return delivered;
        }
        items.clear();
        return {};
    });
}

Result<> LheoRecordHandover::deliver(Item &item, LheoSink &sink) const
{
    if (auto *action = std::get_if<SubmittedAction>(&item))
        return sink.accept(std::move(*action));
    if (auto *session = std::get_if<SubmittedSession>(&item))
        return sink.accept(std::move(*session));
    if (auto *rejection = std::get_if<Rejection>(&item))
        sink.reject(std::move(*rejection));
    else if (const auto *sentence = std::get_if<QString>(&item))
        sink.warn(*sentence);
    else if (const auto *read = std::get_if<Progressed>(&item);
             !sink.progress(read->bytesRead, read->bytesTotal))
        return m_stopped;
    return {};
}

} // namespace recoupe
