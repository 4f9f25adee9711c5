// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/lheo/lheoreader.h"

#include "exchange/encoding/bytesource.h"
#include "exchange/lheo/lheofeed.h"
#include "exchange/lheo/lheohandover.h"
#include "exchange/lheo/lheorecords.h"

#include <thread>

namespace recoupe {

namespace {

//! A smaller file is read before a second thread is of any use.
constexpr qint64 worthAThread = 1024 * 1024;

Result<> readFeed(ByteSource &source, LheoBatchSink &sink)
{
    LheoFeed feed(source, sink);
    return readXml(source, feed);
}

//! Parses in another thread.
Result<> readLargeFeed(ByteSource &source, LheoBatchSink &sink)
{
    LheoHandover handover;
    Result<> read;
    std::thread parser([&] {
        read = readFeed(source, handover);
        handover.close();
    });
    const Result<> delivered = handover.deliverTo(sink);
    parser.join();
    return delivered ? read : delivered;
}

} // namespace

Result<> readLheo(const QString &fileName, LheoSink &sink)
{
    const Result<std::unique_ptr<ByteSource>> source = openFile(fileName);
    if (!source)
        return failureOf(source);
    LheoRecords records(**source, sink);
    const auto readAll = (*source)->size() < worthAThread ? readFeed : readLargeFeed;
    if (const Result<> read = readAll(**source, records); !read)
        return read;
    records.finish();
    return {};
}

} // namespace recoupe
