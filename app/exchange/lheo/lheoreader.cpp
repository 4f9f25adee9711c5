// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/lheo/lheoreader.h"

#include "exchange/encoding/bytesource.h"
#include "exchange/lheo/lheofeed.h"
#include "exchange/lheo/lheohandover.h"
#include "exchange/lheo/lheorecords.h"

#include <thread>

namespace recoupe {

namespace {

//! A smaller file is read before another thread is of any use.
constexpr qint64 worthAThread = 1024 * 1024;

Result<> parse(ByteSource &source, LheoBatchSink &sink)
{
    LheoFeed feed(source, sink);
    return readXml(source, feed);
}

//! Lets \a fill a handover in another thread, and \a empty it in this one.
template <typename AnyHandover, typename Fill, typename Empty>
Result<> inAnotherThread(AnyHandover &handover, Fill fill, Empty empty)
{
    Result<> filled;
    std::thread filler([&] {
        filled = fill(handover);
        handover.close();
    });
    const Result<> emptied = empty(handover);
    filler.join();
    return emptied ? filled : emptied;
}

Result<> parseAhead(ByteSource &source, LheoBatchSink &sink)
{
    LheoHandover handover;
    return inAnotherThread(
        handover, [&](LheoHandover &to) { return parse(source, to); },
        [&](LheoHandover &from) { return from.deliverTo(sink); });
}

Result<> makeRecords(ByteSource &source, LheoSink &sink,
                     Result<> (*read)(ByteSource &, LheoBatchSink &))
{
    LheoRecords records(source, sink);
    return read(source, records).map([&] { records.finish(); });
}

Result<> makeRecordsAhead(ByteSource &source, LheoSink &sink)
{
    LheoRecordHandover handover(LheoRecords::stopped(source));
    return inAnotherThread(
        handover, [&](LheoRecordHandover &to) { return makeRecords(source, to, &parseAhead); },
        [&](LheoRecordHandover &from) { return from.deliverTo(sink); });
}

} // namespace

Result<> readLheo(const QString &fileName, LheoSink &sink)
{
    const Result<std::unique_ptr<ByteSource>> source = openFile(fileName);
    if (!source)
        return failureOf(source);
    return (*source)->size() < worthAThread ? makeRecords(**source, sink, &parse)
                                            : makeRecordsAhead(**source, sink);
}

} // namespace recoupe
