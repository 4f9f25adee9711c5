// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/lheo/lheonames.h"

#include <QCoreApplication>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

} // namespace

QString nameOfSession(const SessionKey &key)
{
    if (key.session.isEmpty())
        return Tr::tr("session sans numéro de la formation %1").arg(key.formation);
    return Tr::tr("session %1 (formation %2, action %3)")
        .arg(key.session, key.formation, key.action);
}

QString nameOfAction(const SessionKey &key)
{
    return Tr::tr("action %1 (formation %2)").arg(key.action, key.formation);
}

QString nameOfFormation(const QString &numero)
{
    return Tr::tr("formation %1").arg(numero);
}

Rejection rejectionOf(const QString &field, const QString &value, const QString &expected)
{
    return {{}, 0, {}, field, value, expected};
}

} // namespace recoupe
