// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/decp/decpsink.h"
#include "exchange/encoding/bytesource.h"
#include "exchange/xml/xmlreader.h"

#include <QCoreApplication>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

constexpr int marketDepth = 2; // the root is at 1

class DecpXml final : public XmlHandler
{
public:
    DecpXml(const ByteSource &source, DecpSink &sink)
        : m_source(source)
        , m_sink(sink)
    {
    }

    Result<> startElement(const XmlStart &element) override
    {
        ++m_depth;
        if (m_depth < marketDepth)
            return checkRoot(element);
        if (m_depth == marketDepth)
            m_market.clear();
        m_market.open(element);
        return {};
    }

    Result<> endElement(std::string_view) override
    {
        const int depth = m_depth--;
        if (depth < marketDepth)
            return {};
        m_market.close();
        return depth == marketDepth ? m_sink.take(m_market.root()) : Result<>();
    }

    Result<> text(std::string_view text) override
    {
        if (m_depth >= marketDepth)
            m_market.addText(text);
        return {};
    }

    Result<> blockRead(qint64 position, qint64 size) override
    {
        if (const Result<> checked = checkMarketSize(m_market, m_source); !checked)
            return checked;
        return m_sink.blockRead(position, size);
    }

    void tolerated(const QString &sentence) override { m_sink.tolerate(sentence); }

private:
    Result<> checkRoot(const XmlStart &root) const
    {
        if (root.name == "marches")
            return {};
        return fail(
            ErrorCode::NotTheFormat,
            Tr::tr("Le fichier « %1 » n'est pas au format des données essentielles (DECP) : "
                   "sa première balise est « %2 » au lieu de « marches ». Vérifiez que "
                   "c'est bien celui qu'il faut.")
                .arg(m_source.shownName(),
                     QString::fromUtf8(root.name.data(), qsizetype(root.name.size()))),
            {}, {m_source.fileName(), root.line, 0});
    }

    const ByteSource &m_source;
    DecpSink &m_sink;
    XmlTree m_market;
    int m_depth = 0;
};

} // namespace

Result<> readDecpXml(ByteSource &source, DecpSink &sink)
{
    DecpXml handler(source, sink);
    return readXml(source, handler);
}

} // namespace recoupe
