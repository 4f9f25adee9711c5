// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "core/result.h"
#include "platform/network/serveraccess.h"

#include <QUrl>

#include <chrono>

namespace recoupe {

//! What is to be fetched, unless it is still what it was.
struct DownloadRequest
{
    QUrl url;
    ServerAccess access;
    QString file;         //!< where it goes, whole; what is there before stays until then
    QString etag;         //!< of what is known already; empty: nothing is
    QString lastModified; //!< the same, as the server wrote it
    qint64 maxBytes = 0;  //!< a larger one is refused; 0: no limit
    int tries = 4;        //!< the wait between them grows from firstWait on
    std::chrono::milliseconds firstWait{2000};
};

//! What came of it.
struct Download
{
    bool isUnchanged = false; //!< the server says so; there is no file then
    QString etag;
    QString lastModified;
    qint64 size = 0;   //!< in bytes, as they were sent: of a compressed answer, compressed
    QByteArray sha256; //!< of them
};

//! Fetches a file over HTTPS. An answer compressed with gzip is kept as it is: who reads it can;
//! one that is not whole counts as cut. A download that was cut or stopped is resumed, also by a
//! later call for the same file, where the server says that it is still the same: until then
//! FILE.part and FILE.part.json hold what came. (What is neither compressed nor of a length that
//! the server says may be cut without a sign, for Qt gives none: its reader has to notice.)
//! Redirects stay within the origin. Blocks the caller's thread, which must not be the window's; \a
//! progress is asked there, some twenty times a second, also while nothing comes. ServerUnreachable
//! once all tries failed or the server asks for a longer pause than two minutes, ServerRefused,
//! ServerUntrusted, LimitExceeded, FileUnwritable, Cancelled; InvalidArgument for an address or a
//! token that cannot be used.
[[nodiscard]] Result<Download> download(const DownloadRequest &request,
                                        const Progress &progress = {});

} // namespace recoupe
