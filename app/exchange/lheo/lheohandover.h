// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/handover.h"
#include "exchange/lheo/lheobatch.h"
#include "exchange/lheo/lheoreader.h"

#include <variant>
#include <vector>

namespace recoupe {

//! From the thread that parses a feed to the one that makes records of it.
class LheoHandover final : public LheoBatchSink
{
public:
    //! Of the thread that parses. Fails once nobody wants more; deliverTo() says why.
    [[nodiscard]] Result<> take(LheoBatch &batch) override;
    //! Of the same: nothing more will come.
    void close() { m_handover.close(); }

    //! Of the other thread: hands every batch on until close(). The failure of \a sink, if any.
    [[nodiscard]] Result<> deliverTo(LheoBatchSink &sink);

private:
    Handover<LheoBatch> m_handover;
};

//! From the thread that makes the records to the one that keeps them.
class LheoRecordHandover final : public LheoSink
{
public:
    //! \a stopped: why it ends where the sink's progress() says so.
    explicit LheoRecordHandover(Failure stopped)
        : m_stopped(std::move(stopped))
    {
    }

    //! Of the thread that makes them; as those of LheoHandover.
    [[nodiscard]] Result<> accept(SubmittedAction action) override;
    [[nodiscard]] Result<> accept(SubmittedSession session) override;
    void reject(Rejection rejection) override;
    void warn(const QString &sentence) override;
    [[nodiscard]] bool progress(qint64 bytesRead, qint64 bytesTotal) override;
    void close();

    //! Of the other thread: hands all on until close(), in the same order. The failure of \a sink,
    //! if any.
    [[nodiscard]] Result<> deliverTo(LheoSink &sink);

private:
    struct Progressed
    {
        qint64 bytesRead;
        qint64 bytesTotal;
    };
    using Item = std::variant<SubmittedAction, SubmittedSession, Rejection, QString, Progressed>;
    using Items = std::vector<Item>;

    [[nodiscard]] Result<> deliver(Item &item, LheoSink &sink) const;
    bool add(Item item);

    const Failure m_stopped;
    Items m_items;
    qsizetype m_bytes = 0; //!< of their sources
    bool m_isWanted = true;
    Handover<Items> m_handover;
};

} // namespace recoupe
