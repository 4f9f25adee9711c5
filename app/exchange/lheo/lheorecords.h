// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/lheo/lheobatch.h"
#include "exchange/lheo/lheomapping.h"
#include "exchange/lheo/lheoreader.h"
#include "exchange/lheo/lheotolerances.h"
#include "exchange/lheo/seenrecords.h"

namespace recoupe {

class ByteSource;

//! Makes actions and sessions of the formations of a feed, and hands each to the sink.
class LheoRecords final : public LheoBatchSink
{
public:
    LheoRecords(const ByteSource &source, LheoSink &sink)
        : m_source(source)
        , m_sink(sink)
    {
    }

    Result<> take(LheoBatch &batch) override;
    //! What there is to say once all is read.
    void finish();
    //! What there is to say where the sink wants no more.
    [[nodiscard]] static Failure stopped(const ByteSource &source);

private:
    Result<> deliver(XmlElement formation);
    Result<> deliverSessions(XmlElement formation, const QString &numero);
    Result<> deliverSessions(XmlElement action, const TrainingSession &common);
    Result<> deliverSession(SubmittedSession session);
    void rejectFormation(XmlElement formation, Rejection rejection);
    void rejectContradiction(XmlElement formation, const QString &numero);
    void rejectSessions(XmlElement action, const QString &formation, const Rejection &why);
    void reject(Rejection rejection, const QString &record);
    //! Why a record is rejected whose numero another, different one bore first.
    [[nodiscard]] Rejection contradiction(const SessionKey &key, const QString &numero,
                                          qint64 line) const;

    const ByteSource &m_source;
    LheoSink &m_sink;
    SeenRecords m_seen;
    LheoTolerances m_tolerances;
    qint64 m_formations = 0;
};

} // namespace recoupe
