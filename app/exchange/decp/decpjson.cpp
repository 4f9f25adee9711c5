// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/decp/decprecord.h"
#include "exchange/decp/decpsink.h"
#include "exchange/encoding/bytesource.h"
#include "exchange/json/jsonreader.h"

#include <QCoreApplication>

#include <string>
#include <vector>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

// A container outside the markets.
enum class Level
{
    Document, // the root object
    Lists,    // "marches" since 2022: an object of lists
    Markets,  // an array of markets
    Other,    // anything beside
};

class DecpJson final : public JsonHandler
{
public:
    DecpJson(const ByteSource &source, DecpSink &sink)
        : m_source(source)
        , m_sink(sink)
    {
    }

    Result<> startObject(qint64 line) override { return start(line, false); }
    Result<> startArray(qint64 line) override { return start(line, true); }

    Result<> end() override
    {
        if (m_areArrays.empty()) {
            m_levels.pop_back();
            return {};
        }
        m_areArrays.pop_back();
        return close();
    }

    Result<> key(std::string_view name) override
    {
        m_key = name;
        return {};
    }

    Result<> value(std::string_view text) override
    {
        if (m_areArrays.empty() && !isIn(Level::Markets))
            return {};
        open();
        m_market.addText(text);
        return close();
    }

    Result<> blockRead(qint64 position, qint64 size) override
    {
        return m_sink.blockRead(position, size);
    }

    void tolerated(const QString &sentence) override { m_sink.tolerate(sentence); }

    [[nodiscard]] bool sawMarkets() const { return m_sawMarkets; }

private:
    [[nodiscard]] bool isIn(Level level) const
    {
        return !m_levels.empty() && m_levels.back() == level;
    }

    Result<> start(qint64 line, bool isArray)
    {
        m_line = line;
        const bool isMarket = isIn(Level::Markets) || (isIn(Level::Lists) && !isArray);
        if (m_areArrays.empty() && !isMarket) {
            m_levels.push_back(levelOf(isArray));
            m_sawMarkets |= isIn(Level::Lists) || isIn(Level::Markets);
            return {};
        }
        open();
        m_areArrays.push_back(isArray);
        return checkMarketSize(m_market, m_source);
    }

    [[nodiscard]] Level levelOf(bool isArray) const
    {
        if (m_levels.empty())
            return isArray ? Level::Markets : Level::Document;
        if (isIn(Level::Document) && m_key == "marches")
            return isArray ? Level::Markets : Level::Lists;
        return isIn(Level::Lists) ? Level::Markets : Level::Other;
    }

    // An element of the market: named as its field is, or without a name in an array.
    void open()
    {
        const bool isWhole = m_areArrays.empty();
        if (isWhole)
            m_market.clear();
        const bool isNamed = !isWhole && !m_areArrays.back();
        const std::string_view name = isNamed ? std::string_view(m_key) : arrayItem;
        m_market.open({name, name, {}, m_line});
    }

    Result<> close()
    {
        m_market.close();
        if (m_areArrays.empty())
            return m_sink.take(m_market.root());
        return checkMarketSize(m_market, m_source);
    }

    const ByteSource &m_source;
    DecpSink &m_sink;
    XmlTree m_market;
    std::vector<Level> m_levels;
    std::vector<bool> m_areArrays; // the containers open in the market
    std::string m_key;
    qint64 m_line = 1;
    bool m_sawMarkets = false;
};

} // namespace

Result<> readDecpJson(ByteSource &source, DecpSink &sink)
{
    DecpJson handler(source, sink);
    if (const Result<> read = readJson(source, handler); !read)
        return read;
    if (handler.sawMarkets())
        return {};
    return fail(ErrorCode::NotTheFormat,
                Tr::tr("Le fichier « %1 » n'est pas au format des données essentielles (DECP) : il "
                       "n'a pas de liste « marches ». Vérifiez que c'est bien celui qu'il faut.")
                    .arg(source.shownName()),
                {}, {source.fileName()});
}

} // namespace recoupe
