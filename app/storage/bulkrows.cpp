// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/bulkrows.h"

namespace recoupe {

namespace {

void addQuoted(QString &array, QStringView text)
{
    array += u'"';
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            array += u'\\';
        array += c;
    }
    array += u'"';
}

} // namespace

void ArrayColumns::add(const QVariant &value)
{
    if (m_column == m_columns.size())
        m_columns.emplace_back();
    QString &array = m_columns[m_column++];
    array += array.isEmpty() ? u'{' : u',';
    if (value.isNull())
        array += QLatin1String("NULL");
    else if (value.typeId() == QMetaType::QString)
        addQuoted(array, value.toString());
    else
        array += value.toString(); // a whole number
}

QStringList ArrayColumns::literals() const
{
    QStringList literals;
    for (const QString &array : m_columns)
        literals << array + u'}';
    return literals;
}

Result<> preparePlans(SqlConnection &sql)
{
    return sql.run(QStringLiteral("SET LOCAL plan_cache_mode TO force_custom_plan"));
}

} // namespace recoupe
