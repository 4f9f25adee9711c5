// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/json/jsonreader.h"

#include "exchange/encoding/bytesource.h"
#include "exchange/encoding/utf8.h"
#include "exchange/json/jsonfailure.h"

#include <rapidjson/reader.h>

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <vector>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

// A character may take six bytes in the file: \u00e9.
constexpr qint64 bytesPerCharacter = 6;

// The block being read. Ends early where a failure stops the reading: it waits in `failure`.
class Blocks
{
public:
    Blocks(ByteSource &source, JsonHandler &handler, const JsonLimits &limits)
        : m_source(source)
        , m_handler(handler)
        , m_limits(limits)
        , m_bytes(std::size_t(ByteSource::blockSize) + 1)
    {
    }

    //! Brings the next bytes, behind them a NUL. At the end there are none.
    void next()
    {
        m_linesBefore += std::count(m_counted, m_end, '\n');
        m_offset += m_end - begin();
        m_end = begin();
        m_counted = begin();
        if (!failure)
            stopUnless(fill());
        if (failure)
            m_end = begin();
        m_bytes[std::size_t(m_end - begin())] = '\0';
    }

    [[nodiscard]] const char *begin() const { return m_bytes.data(); }
    [[nodiscard]] const char *end() const { return m_end; }
    //! Of the block, in the content.
    [[nodiscard]] qint64 offset() const { return m_offset; }

    //! From 1. Asked from one place to the next.
    [[nodiscard]] qint64 lineOf(const char *at)
    {
        m_linesBefore += std::count(m_counted, at, '\n');
        m_counted = at;
        return m_linesBefore + 1;
    }

    //! Another piece of the document was complete, in this block.
    void noteEvent() { m_lastEvent = m_offset; }

    void stopUnless(const Result<> &result)
    {
        if (!result && !failure)
            failure = result.error();
    }

    std::optional<Error> failure;

private:
    Result<> fill()
    {
        if (m_offset - m_lastEvent > m_limits.textBytes * bytesPerCharacter) {
            return Failure(jsonLimitFailure(m_source, m_lastEvent,
                                            Tr::tr("un texte, ou un blanc, n'en finit pas")));
        }
        const Result<qint64> count = m_source.read(m_bytes.data(), ByteSource::blockSize);
        if (!count)
            return failureOf(count);
        m_end = begin() + *count;
        if (const Result<> checked = checkBytes({begin(), std::size_t(*count)}); !checked)
            return checked;
        return m_handler.blockRead(m_source.position(), m_source.size());
    }

    Result<> checkBytes(std::string_view block)
    {
        if (const std::size_t nul = block.find('\0'); nul != std::string_view::npos)
            return Failure(jsonByteFailure(m_source, m_offset + qint64(nul), 0));
        m_utf8.feed(block);
        // A character cut off by the end of the file is the parser's to tell.
        if (m_utf8.isBroken()) {
            return Failure(jsonByteFailure(m_source, qint64(m_utf8.firstBrokenAt()),
                                           m_utf8.firstBrokenByte()));
        }
        return {};
    }

    ByteSource &m_source;
    JsonHandler &m_handler;
    const JsonLimits &m_limits;
    std::vector<char> m_bytes;
    const char *m_end = m_bytes.data();
    const char *m_counted = m_bytes.data(); // its lines are counted up to there
    qint64 m_linesBefore = 0;
    qint64 m_offset = 0;
    qint64 m_lastEvent = 0;
    Utf8Check m_utf8;
};

// What RapidJSON reads from. It works on copies, to keep the place in a register: one that is
// behind still tells its own offset.
class Stream
{
public:
    using Ch = char;

    explicit Stream(Blocks &blocks)
        : m_blocks(&blocks)
    {
        refill();
    }

    [[nodiscard]] char Peek() const { return *m_at; }
    char Take()
    {
        const char taken = *m_at;
        if (m_at < m_last) [[likely]]
            ++m_at;
        else
            refill();
        return taken;
    }
    [[nodiscard]] std::size_t Tell() const
    {
        return m_offset + std::size_t(m_at - m_blocks->begin());
    }

    // For parsing in place, which this is not; the template names them all the same.
    char *PutBegin() { return nullptr; }
    void Put(char) {}
    std::size_t PutEnd(char *) { return 0; }

    [[nodiscard]] bool isAtEnd() const { return m_at == m_blocks->end(); }
    //! From 1. Not of one that is behind.
    [[nodiscard]] qint64 line() const { return m_blocks->lineOf(m_at); }

    void skipByteOrderMark()
    {
        static constexpr std::string_view mark = "\xEF\xBB\xBF";
        if (std::string_view(m_at, m_blocks->end()).starts_with(mark)) {
            for (std::size_t i = 0; i < mark.size(); ++i)
                Take();
        }
    }

private:
    void refill()
    {
        m_blocks->next();
        m_at = m_blocks->begin();
        m_last = m_blocks->end() - (m_blocks->end() > m_at ? 1 : 0);
        m_offset = std::size_t(m_blocks->offset());
    }

    Blocks *m_blocks;
    const char *m_at = nullptr;
    const char *m_last = nullptr; // the last byte of the block
    std::size_t m_offset = 0;
};

} // namespace

} // namespace recoupe

template <>
struct rapidjson::StreamTraits<recoupe::Stream>
{
    enum
    {
        copyOptimization = 1
    };
};

namespace recoupe {

namespace {

// RapidJSON's events, held to our limits, as the handler's. False stops the parser.
class Events : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Events>
{
public:
    Events(ByteSource &source, Blocks &blocks, const Stream &stream, JsonHandler &handler,
           const JsonLimits &limits)
        : m_source(source)
        , m_blocks(blocks)
        , m_stream(stream)
        , m_handler(handler)
        , m_limits(limits)
    {
    }

    bool Null() { return passed(m_handler.value({})); }
    bool Bool(bool isTrue) { return passed(m_handler.value(isTrue ? "true" : "false")); }
    bool String(const char *text, rapidjson::SizeType size, bool)
    {
        return isFit({text, size}) && passed(m_handler.value({text, size}));
    }
    bool Key(const char *name, rapidjson::SizeType size, bool)
    {
        return isFit({name, size}) && passed(m_handler.key({name, size}));
    }
    bool StartObject() { return isShallow() && passed(m_handler.startObject(m_stream.line())); }
    bool StartArray() { return isShallow() && passed(m_handler.startArray(m_stream.line())); }
    bool EndObject(rapidjson::SizeType) { return ended(); }
    bool EndArray(rapidjson::SizeType) { return ended(); }

    bool RawNumber(const char *text, rapidjson::SizeType size, bool)
    {
        const std::string_view number(text, size);
        if (number == "NaN") {
            noteNotANumber();
            return passed(m_handler.value({}));
        }
        // Having taken "NaN" or "Inf" RapidJSON goes on as after digits: "NaN.5".
        const bool isNumber = number.find_first_of("NI") == std::string_view::npos;
        if (!isNumber)
            return refuse(
                jsonFailure(rapidjson::kParseErrorValueInvalid, m_source, place(), false));
        return passed(m_handler.value(number));
    }

private:
    [[nodiscard]] qint64 place() const { return qint64(m_stream.Tell()); }

    bool refuse(Error error)
    {
        m_blocks.stopUnless(Failure(std::move(error)));
        return false;
    }

    bool passed(const Result<> &result)
    {
        m_blocks.noteEvent();
        m_blocks.stopUnless(result);
        return !m_blocks.failure;
    }

    bool isFit(std::string_view text)
    {
        if (qint64(text.size()) > m_limits.textBytes) {
            return refuse(jsonLimitFailure(
                m_source, place(), Tr::tr("un texte dépasse %1 octets").arg(m_limits.textBytes)));
        }
        // The bytes of the file are UTF-8: only \udc00 and the like become anything else.
        for (std::size_t at = text.find('\xED'); at != std::string_view::npos;
             at = text.find('\xED', at + 1)) {
            if (utf8SequenceLength(text.substr(at)) == 0)
                return refuse(jsonSurrogateFailure(m_source, place()));
        }
        return true;
    }

    bool isShallow()
    {
        if (++m_depth <= m_limits.depth)
            return true;
        return refuse(jsonLimitFailure(
            m_source, place(),
            Tr::tr("plus de %1 accolades et crochets y sont emboîtés").arg(m_limits.depth)));
    }

    bool ended()
    {
        --m_depth;
        return passed(m_handler.end());
    }

    void noteNotANumber()
    {
        if (std::exchange(m_sawNotANumber, true))
            return;
        m_handler.tolerated(Tr::tr("Le fichier « %1 » contient des valeurs NaN, que JSON ne "
                                   "connaît pas : elles ont été lues comme absentes.")
                                .arg(m_source.shownName()));
    }

    ByteSource &m_source;
    Blocks &m_blocks;
    const Stream &m_stream;
    JsonHandler &m_handler;
    const JsonLimits &m_limits;
    int m_depth = 0;
    bool m_sawNotANumber = false;
};

} // namespace

Result<> JsonHandler::blockRead(qint64, qint64)
{
    return {};
}
void JsonHandler::tolerated(const QString &) {}

Result<> readJson(ByteSource &source, JsonHandler &handler, const JsonLimits &limits)
{
    Blocks blocks(source, handler, limits);
    Stream stream(blocks);
    stream.skipByteOrderMark();
    Events events(source, blocks, stream, handler, limits);
    rapidjson::Reader reader;
    const rapidjson::ParseResult parsed =
        reader.Parse<rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseNanAndInfFlag>(
            stream, events);
    if (blocks.failure)
        return Failure(*blocks.failure);
    if (parsed.IsError()) {
        return Failure(
            jsonFailure(parsed.Code(), source, qint64(parsed.Offset()), stream.isAtEnd()));
    }
    return {};
}

} // namespace recoupe
