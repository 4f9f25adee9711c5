// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/lheo/lheoreader.h"

#include "exchange/encoding/bytesource.h"
#include "exchange/lheo/lheofeed.h"

namespace recoupe {

Result<> readLheo(const QString &fileName, LheoSink &sink)
{
    const Result<std::unique_ptr<ByteSource>> source = openFile(fileName);
    if (!source)
        return failureOf(source);
    LheoFeed feed(**source, sink);
    if (const Result<> read = readXml(**source, feed); !read)
        return read;
    feed.finish();
    return {};
}

} // namespace recoupe
