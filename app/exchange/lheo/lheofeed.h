// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/lheo/lheobatch.h"

namespace recoupe {

class ByteSource;

//! Cuts a feed into its formations and hands them on once they are complete: LHEO says who answers
//! for a formation only after its actions.
class LheoFeed final : public XmlHandler
{
public:
    LheoFeed(const ByteSource &source, LheoBatchSink &sink)
        : m_source(source)
        , m_sink(sink)
    {
    }

    Result<> startElement(const XmlStart &element) override;
    Result<> endElement(std::string_view name) override;
    Result<> text(std::string_view text) override;
    Result<> blockRead(qint64 position, qint64 size) override;
    void tolerated(const QString &sentence) override;

private:
    Result<> checkRoot(const XmlStart &root);
    Result<> checkSize() const;
    void beginFormation(const XmlStart &formation);
    Result<> handOn();

    const ByteSource &m_source;
    LheoBatchSink &m_sink;
    LheoBatch m_batch;
    int m_depth = 0;
    int m_formationDepth = 0; // of the formation being read; 0 between formations
    int m_offersDepth = 0;    // of `offres`; 0 outside
    qint64 m_formationLine = 0;
    bool m_isDue = false; // a block ended: what is complete is handed on
};

} // namespace recoupe
