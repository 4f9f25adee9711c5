// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/delivery.h"

#include <QLockFile>

#include <memory>

namespace recoupe {

struct DatabaseUrl;

//! The folder of this machine where files of open deliveries wait: a folder each, under the key of
//! the delivery, with a lock beside it that is held by whoever works with them. A lock whose
//! process died is free.
class Outbox
{
public:
    using Lock = std::unique_ptr<QLockFile>;

    explicit Outbox(QString folder);

    //! The name of this machine, as deliveries remember it.
    [[nodiscard]] static QString machine();
    //! Where the files of a delivery stand.
    [[nodiscard]] QString folderOf(const QString &key) const;
    //! Makes the empty folder of a new delivery and locks it. FileUnwritable.
    [[nodiscard]] Result<Lock> make(const QString &key) const;
    //! Null while somebody else works with it. FileUnwritable where no lock can be made.
    [[nodiscard]] Result<Lock> lock(const QString &key) const;
    //! Removes the files of a delivery that needs them no more.
    void remove(const QString &key) const;
    //! Copies the folders of all deliveries to \a other, which has none of them, and gives their
    //! keys. Refused while somebody works with one; FileUnwritable. What was copied by then is
    //! removed.
    [[nodiscard]] Result<QStringList> copyTo(const Outbox &other) const;
    //! Removes what a process left that died before its delivery was entered: the folders that are
    //! neither in use nor named in \a keys.
    void tidy(const QStringList &keys) const;

private:
    QString m_folder;
};

//! Where the outbox of a base is on this machine: beside a file; the base of a server has its own
//! among the user's data.
[[nodiscard]] QString outboxFolderOf(const DatabaseUrl &url);

//! Size and SHA-256 of the files, which are relative to \a folder. FileUnreadable.
[[nodiscard]] Result<QList<DeliveredFile>> survey(const QString &folder, const QStringList &files);

} // namespace recoupe
