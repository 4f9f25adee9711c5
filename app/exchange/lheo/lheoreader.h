// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/rejection.h"
#include "domain/submission.h"

#include <functional>

class QIODevice;

namespace recoupe {

//! Receives what a feed holds, in the order of the file; every formation's action comes before its
//! sessions. A failure returned by accept… stops the reading and is handed to the caller.
class LheoSink
{
public:
    virtual ~LheoSink() = default;
    [[nodiscard]] virtual Result<> accept(SubmittedAction action) = 0;
    [[nodiscard]] virtual Result<> accept(SubmittedSession session) = 0;
    //! A record that was left out, or one repeated in the file.
    virtual void reject(Rejection rejection) = 0;
    //! Something tolerated that the operator should know of once: "fichier sans espace de noms".
    virtual void warn(const QString &sentence) = 0;
    //! Bytes of the file read so far; false stops the reading with ErrorCode::Cancelled.
    [[nodiscard]] virtual bool progress(qint64 bytesRead, qint64 bytesTotal) = 0;
};

//! Reads an LHEO 2.2 or 2.3 feed, plain or gzip, in constant memory. The sink is called in the
//! thread of the caller; a large file is parsed, and made records of, in two other ones.
//! Refuses what is not LHEO (NotTheFormat), broken (MalformedFile), wrongly encoded
//! (WrongEncoding), too deep or too long (LimitExceeded), in one French sentence with file, line
//! and column.
[[nodiscard]] Result<> readLheo(const QString &fileName, LheoSink &sink);

} // namespace recoupe
