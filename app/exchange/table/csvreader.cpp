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

Result<QStringList> readCsv(ByteSource &source, const TableForm &form, TableSink &sink)
{
    Result<CsvDecoder> decoder = CsvDecoder::open(source, form.encoding);
    if (!decoder)
        return failureOf(decoder);
    TableForm found = form;
    found.encoding = decoder->encoding();
    CsvParser parser(source, found, sink);
    if (const Result<> parsed = parseBlocks(source, *decoder, parser); !parsed)
        return failureOf(parsed);
    QStringList warnings = parser.warnings();
    if (!decoder->doubt().isEmpty())
        warnings << decoder->doubt();
    return warnings;
}

} // namespace recoupe
