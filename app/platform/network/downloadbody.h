// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/network/download.h"
#include "platform/network/gzipcheck.h"
#include "platform/network/httpclient.h"
#include "platform/network/partialfile.h"

#include <QCryptographicHash>

#include <atomic>

namespace recoupe {

//! What has come of a download so far, over all its tries.
class DownloadBody : public AnswerReader
{
public:
    explicit DownloadBody(const DownloadRequest &request);

    //! Takes up what an earlier call left. Cancelled.
    [[nodiscard]] Result<> recall(const Progress &progress);
    //! The headers by which the rest is asked for; none where all is.
    [[nodiscard]] QList<std::pair<QByteArray, QByteArray>> rangeHeaders() const;

    [[nodiscard]] Result<> begin(const HttpAnswer &answer) override;
    [[nodiscard]] Result<> take(QByteArrayView bytes) override;

    //! In bytes, of the whole; from any thread.
    [[nodiscard]] qint64 size() const { return m_size; }
    [[nodiscard]] qint64 total() const { return m_total; }

    //! The answer has ended: puts the file in its place, if it is whole. A compressed file that is
    //! not is a cut, after which nothing can be kept.
    [[nodiscard]] Result<Download> finish();
    //! Forgets what has come.
    void startAfresh();
    //! Keeps what has come for a later call, if it can be gone on with.
    void leave();
    void discard() { m_file.discard(); }

private:
    [[nodiscard]] Result<> beginAt(const HttpAnswer &answer);
    [[nodiscard]] bool continues(const HttpAnswer &answer) const;
    [[nodiscard]] Failure tooLargeFailure() const;

    const DownloadRequest &m_request;
    PartialFile m_file;
    ContentVersion m_version;
    QCryptographicHash m_sha256{QCryptographicHash::Sha256};
    GzipCheck m_gzip;
    std::atomic<qint64> m_size = 0;
    std::atomic<qint64> m_total = 0; //!< 0: the server does not say
};

} // namespace recoupe
