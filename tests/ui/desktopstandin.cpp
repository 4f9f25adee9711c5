// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktopstandin.h"

#include <QDesktopServices>

namespace recoupe {

DesktopStandIn::DesktopStandIn(const QStringList &schemes)
    : m_schemes(schemes)
{
    for (const QString &scheme : m_schemes)
        QDesktopServices::setUrlHandler(scheme, this, "open");
}

DesktopStandIn::~DesktopStandIn()
{
    for (const QString &scheme : std::as_const(m_schemes))
        QDesktopServices::unsetUrlHandler(scheme);
}

} // namespace recoupe
