// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/growingfile.h"

#include "core/writtenfile.h"

namespace recoupe {

GrowingFile::GrowingFile(const QString &fileName)
    : m_file(fileName)
{
}

GrowingFile::~GrowingFile()
{
    if (m_isOurs && !m_isWhole)
        m_file.remove();
}

Result<> GrowingFile::open()
{
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return unwritable(fileName(), m_file.errorString());
    m_isOurs = true;
    return {};
}

Result<> GrowingFile::write(std::string_view bytes)
{
    const auto size = qint64(bytes.size());
    if (m_file.write(bytes.data(), size) != size)
        return unwritable(fileName(), m_file.errorString());
    return {};
}

// What is still in memory may find the disk full.
Result<> GrowingFile::close()
{
    if (!m_file.flush())
        return unwritable(fileName(), m_file.errorString());
    m_file.close();
    if (m_file.error() != QFileDevice::NoError)
        return unwritable(fileName(), m_file.errorString());
    m_isWhole = true;
    return {};
}

} // namespace recoupe
