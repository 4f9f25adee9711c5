// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/lheo/lheomapping.h"
#include "exchange/lheo/lheoreader.h"
#include "exchange/lheo/lheotolerances.h"
#include "exchange/lheo/seenrecords.h"
#include "exchange/xml/xmltree.h"

namespace recoupe {

class ByteSource;

//! Cuts a feed into its formations and hands each to the sink once it is complete: LHEO says who
//! answers for a formation only after its actions.
class LheoFeed final : public XmlHandler
{
public:
    LheoFeed(const ByteSource &source, LheoSink &sink)
        : m_source(source)
        , m_sink(sink)
    {
    }

    Result<> startElement(const XmlStart &element) override;
    Result<> endElement(std::string_view name) override;
    Result<> text(std::string_view text) override;
    Result<> blockRead(qint64 position, qint64 size) override;
    void tolerated(const QString &sentence) override;

    //! What there is to say once all is read.
    void finish();

private:
    Result<> checkRoot(const XmlStart &root);
    Result<> checkSize() const;
    Result<> deliver(XmlElement formation);
    Result<> deliverSessions(XmlElement formation, const QString &numero);
    Result<> deliverSessions(XmlElement action, const TrainingSession &common);
    Result<> deliverSession(SubmittedSession session);
    void rejectFormation(XmlElement formation, Rejection rejection);
    void rejectContradiction(XmlElement formation, const QString &numero);
    void rejectSessions(XmlElement action, const QString &formation, const Rejection &why);
    void reject(Rejection rejection, const QString &record);
    //! Why a record is rejected whose numero another, different one bore first.
    [[nodiscard]] Rejection contradiction(const QString &record, const QString &numero,
                                          qint64 line) const;

    const ByteSource &m_source;
    LheoSink &m_sink;
    XmlTree m_record;
    SeenRecords m_seen;
    LheoTolerances m_tolerances;
    int m_depth = 0;
    int m_recordDepth = 0; // of the formation being read; 0 between formations
    int m_offersDepth = 0; // of `offres`; 0 outside
    qint64 m_formations = 0;
};

} // namespace recoupe
