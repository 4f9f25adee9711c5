// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/decp/decpsink.h"

#include "exchange/encoding/bytesource.h"

#include <QCoreApplication>

namespace recoupe {

namespace {

constexpr std::size_t maxMarketBytes = 4u * 1024 * 1024;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

} // namespace

Result<> checkMarketSize(const XmlTree &market, const ByteSource &source)
{
    if (market.bytes() <= maxMarketBytes)
        return {};
    const qint64 line = market.root().line();
    return fail(ErrorCode::LimitExceeded,
                Tr::tr("Le fichier « %1 » est refusé : le marché qui commence à la ligne %2 est "
                       "démesuré. Faites-le vérifier par celui qui l'a produit.")
                    .arg(source.shownName())
                    .arg(line),
                {}, {source.fileName(), line, 0});
}

} // namespace recoupe
