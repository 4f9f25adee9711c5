// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/rowprogress.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace recoupe {

Failure RowProgress::stopped() const
{
    struct Tr
    {
        Q_DECLARE_TR_FUNCTIONS(Recoupe)
    };
    return fail(ErrorCode::Cancelled, Tr::tr("La lecture du fichier « %1 » a été arrêtée.")
                                          .arg(QFileInfo(m_fileName).fileName()));
}

} // namespace recoupe
