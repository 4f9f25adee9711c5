// SPDX-License-Identifier: GPL-3.0-or-later
// Of a program that was built without libpq: rows then go one by one.
#include "storage/copystream.h"

namespace recoupe {

bool CopyStream::isPossible(const SqlConnection &)
{
    return false;
}

CopyStream::CopyStream(SqlConnection &sql, const CopySql &)
    : m_sql(sql)
{
    Q_ASSERT_X(false, "CopyStream", "ask isPossible() first");
}

CopyStream::~CopyStream() = default;

void CopyStream::endRow() {}

Result<> CopyStream::finish()
{
    return m_sql.failed({});
}

void CopyStream::add(const QVariant &) {}

void CopyStream::send() {}

} // namespace recoupe
