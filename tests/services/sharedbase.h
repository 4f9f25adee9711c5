// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/backoffice.h"
#include "support/basekinds.h"

#include <QTemporaryDir>

namespace recoupe {

//! One base with two operators on it, each over a connection of its own.
class SharedBase
{
public:
    SharedBase(test::BaseKinds &kinds, const QString &backend);

    [[nodiscard]] BackOffice &odile() { return m_odile; }
    [[nodiscard]] BackOffice &paul() { return m_paul; }
    [[nodiscard]] const QString &url() const { return m_url; }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    //! Writes a file into the folder and gives its path.
    QString write(const QString &name, const QByteArray &content) const;
    //! The whole base, read and checked over a connection that knows nothing of it.
    [[nodiscard]] WorkspacePtr afresh() const;

private:
    QTemporaryDir m_folder;
    QString m_url;
    BackOffice m_odile;
    BackOffice m_paul;
};

} // namespace recoupe
