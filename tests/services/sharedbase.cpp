// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sharedbase.h"

#include "storage/database.h"

#include <QFile>

namespace recoupe {

namespace {

const Clock day{QDate(2026, 11, 23)};

} // namespace

SharedBase::SharedBase(test::BaseKinds &kinds, const QString &backend)
    : m_url(kinds.newBase(backend).display())
    , m_odile(m_url, QStringLiteral("Odile"), day)
    , m_paul(m_url, QStringLiteral("Paul"), day)
{
    for (BackOffice *office : {&m_odile, &m_paul}) {
        if (const Result<> opened = office->open(); !opened)
            qFatal("%s", qPrintable(opened.error().message));
    }
}

QString SharedBase::write(const QString &name, const QByteArray &content) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s", qPrintable(file.errorString()));
    return file.fileName();
}

WorkspacePtr SharedBase::afresh() const
{
    const auto database = Database::open(DatabaseUrl::parse(m_url).value());
    const Result<WorkspacePtr> loaded = loadWorkspace(**database, day.today());
    if (!loaded)
        qFatal("%s", qPrintable(loaded.error().message));
    return *loaded;
}

} // namespace recoupe
