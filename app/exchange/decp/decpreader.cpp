// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/decp/decpreader.h"

#include "exchange/decp/decpawards.h"
#include "exchange/decp/decpformat.h"
#include "exchange/encoding/bytesource.h"

#include <QCoreApplication>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

Result<> readMarkets(ByteSource &source, DecpSink &sink)
{
    const Result<DecpFormat> format = decpFormatOf(source);
    if (!format)
        return failureOf(format);
    switch (*format) {
    case DecpFormat::Json: return readDecpJson(source, sink);
    case DecpFormat::Xml: return readDecpXml(source, sink);
    case DecpFormat::None: break;
    }
    return fail(ErrorCode::NotTheFormat,
                Tr::tr("Le fichier « %1 » n'est ni du JSON ni du XML : vérifiez que c'est bien "
                       "celui qu'il faut.")
                    .arg(source.shownName()),
                {}, {source.fileName()});
}

} // namespace

Result<AwardFile> readDecp(const QString &fileName, std::optional<Funder> funder,
                           const Progress &progress)
{
    const Result<std::unique_ptr<ByteSource>> source = openFile(fileName);
    if (!source)
        return failureOf(source);
    DecpAwards awards(**source, funder, progress);
    if (const Result<> read = readMarkets(**source, awards); !read)
        return failureOf(read);
    return awards.finish();
}

} // namespace recoupe
