// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/canonicalvalue.h"

#include <QCryptographicHash>
#include <QVariant>

namespace recoupe {

void addToHash(QCryptographicHash &hash, const QVariant &value)
{
    const auto add = [&hash](char kind, const QByteArray &bytes) {
        hash.addData(kind + QByteArray::number(bytes.size()) + ':');
        hash.addData(bytes);
    };
    if (value.isNull())
        add('n', {});
    else if (value.typeId() == QMetaType::QByteArray)
        add('b', value.toByteArray());
    else if (value.typeId() == QMetaType::QString)
        add('t', value.toString().toUtf8());
    else
        add('i', QByteArray::number(value.toLongLong()));
}

} // namespace recoupe
