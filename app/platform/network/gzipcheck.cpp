// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/network/gzipcheck.h"

#include <zlib.h>

#include <QByteArray>

#include <array>
#include <vector>

namespace recoupe {

namespace {

constexpr std::array<char, 2> magic{'\x1f', '\x8b'};
constexpr std::size_t dropSize = 1 << 16;

enum class Phase
{
    Start, //!< too few bytes to tell the kind
    Other, //!< not gzip
    Member,
    BetweenMembers,
    Padding, //!< after the last member anything may follow, as for gzip(1)
    Damaged
};

} // namespace

struct GzipCheck::Stream
{
    Stream() { isOpen = inflateInit2(&zlib, 16 + MAX_WBITS) == Z_OK; } // 16: gzip alone
    ~Stream()
    {
        if (isOpen)
            inflateEnd(&zlib);
    }
    Q_DISABLE_COPY_MOVE(Stream)

    void beginMember()
    {
        inflateReset(&zlib);
        phase = Phase::Member;
    }

    //! As much of the input as can be done at once.
    void step()
    {
        if (phase == Phase::BetweenMembers) {
            if (*zlib.next_in != Bytef(magic[0])) {
                phase = Phase::Padding;
                return;
            }
            beginMember();
        }
        zlib.next_out = dropped.data();
        zlib.avail_out = uInt(dropped.size());
        const int status = inflate(&zlib, Z_NO_FLUSH);
        if (status == Z_STREAM_END)
            phase = Phase::BetweenMembers;
        else if (status != Z_OK && status != Z_BUF_ERROR)
            phase = Phase::Damaged;
    }

    z_stream zlib{};
    bool isOpen = false;
    Phase phase = Phase::Start;
    QByteArray start;
    std::vector<Bytef> dropped = std::vector<Bytef>(dropSize);
};

GzipCheck::GzipCheck()
    : m_stream(std::make_unique<Stream>())
{
}

GzipCheck::~GzipCheck() = default;

void GzipCheck::reset()
{
    m_stream = std::make_unique<Stream>();
}

void GzipCheck::add(QByteArrayView bytes)
{
    Stream &stream = *m_stream;
    QByteArray held; // the first bytes, which came too few
    if (stream.phase == Phase::Start) {
        held = stream.start.append(bytes.data(), bytes.size());
        if (held.size() < qsizetype(magic.size()))
            return;
        bytes = held;
        if (!bytes.startsWith(QByteArrayView(magic.data(), qsizetype(magic.size()))))
            stream.phase = Phase::Other;
        else
            stream.beginMember();
    }
    // zlib promises not to write there.
    stream.zlib.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    stream.zlib.avail_in = uInt(bytes.size());
    while ((stream.phase == Phase::Member || stream.phase == Phase::BetweenMembers) &&
           stream.zlib.avail_in > 0)
        stream.step();
}

bool GzipCheck::isDamaged() const
{
    return m_stream->phase == Phase::Damaged;
}

bool GzipCheck::isWhole() const
{
    const Phase phase = m_stream->phase;
    return phase != Phase::Member && phase != Phase::Damaged;
}

} // namespace recoupe
