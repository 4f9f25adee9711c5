// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/rowprogress.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

} // namespace

Failure RowProgress::stopped() const
{
    return fail(ErrorCode::Cancelled, Tr::tr("La lecture du fichier « %1 » a été arrêtée.")
                                          .arg(QFileInfo(m_fileName).fileName()));
}

} // namespace recoupe
