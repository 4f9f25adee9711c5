// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QFile>
#include <QUrl>

#include <functional>

namespace recoupe {

//! By what a server tells one content of an address from another (RFC 9110, 8.8).
struct ContentVersion
{
    QByteArray etag; //!< with its quotes; empty where there is none
    QByteArray lastModified;

    //! What If-Range may hold: a strong ETag, else the date; empty where a part cannot be asked
    //! for.
    [[nodiscard]] QByteArray strong() const;

    friend bool operator==(const ContentVersion &, const ContentVersion &) = default;
};

//! The file that a download fills, beside the one that it will be: NAME.part. What a cut leaves is
//! described in NAME.part.json once it is on the disk, and not before: after a crash there is no
//! telling what of it is.
class PartialFile
{
public:
    PartialFile(const QString &target, const QUrl &url);

    //! What was left of this address by leave(); nothing where there is none, or not as described.
    [[nodiscard]] std::optional<ContentVersion> left() const;
    //! Hands over what is there, block by block; an answer of false ends it.
    [[nodiscard]] Result<> forEachBlock(const std::function<bool(QByteArrayView)> &use);

    //! Goes on after the first \a keep bytes. FileUnwritable, as for all that follow.
    [[nodiscard]] Result<> open(qint64 keep);
    [[nodiscard]] Result<> write(QByteArrayView bytes);
    //! Keeps what there is for later.
    [[nodiscard]] Result<> leave(const ContentVersion &version);
    //! Puts it in the place of the target, over what is there.
    [[nodiscard]] Result<> put();
    void discard();

private:
    QString m_target;
    QByteArray m_urlDigest; //!< an address may hold a token, which is not for files
    QFile m_file;
    QString m_description;
};

} // namespace recoupe
