// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/csvreader.h"

#include "exchange/encoding/bytesource.h"
#include "exchange/table/csvdecoder.h"
#include "exchange/table/csvparser.h"

#include <vector>

namespace recoupe {

namespace {

Result<> parseBlocks(ByteSource &source, CsvDecoder &decoder, CsvParser &parser)
{
    std::vector<char> block(ByteSource::blockSize);
    for (;;) {
        const Result<qint64> count = source.read(block.data(), ByteSource::blockSize);
        if (!count)
            return failureOf(count);
        if (*count == 0)
            return parser.finish();
        if (const Result<> fed = parser.feed(decoder.decode({block.data(), *count})); !fed)
            return fed;
    }
}

} // namespace

Result<> readCsv(ByteSource &source, const TableRowSink &sink)
{
    Result<CsvDecoder> decoder = CsvDecoder::detect(source);
    if (!decoder)
        return failureOf(decoder);
    CsvParser parser(source, sink);
    return parseBlocks(source, *decoder, parser);
}

} // namespace recoupe
