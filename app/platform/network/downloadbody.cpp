// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/network/downloadbody.h"

#include "core/oneline.h"
#include "platform/network/httpfailures.h"
#include "platform/network/serveraddress.h"
#include "platform/network/transferfailures.h"

#include <QCoreApplication>

namespace recoupe {

namespace {

constexpr qsizetype maxShown = 20; // of what a server says

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

//! Those that the readers of files know; the empty one: as it is.
bool isReadableCoding(const QByteArray &coding)
{
    const QByteArray lower = coding.toLower();
    return lower.isEmpty() || lower == "identity" || lower == "gzip" || lower == "x-gzip";
}

//! RFC 9110, 14.4: 10 of "bytes 5-9/10"; nothing where the server does not say. It may send less
//! than was asked for.
std::optional<qint64> wholeLength(const HttpAnswer &answer)
{
    bool isNumber = false;
    const qint64 length = answer.header("content-range").split('/').last().toLongLong(&isNumber);
    return isNumber && length > 0 ? std::optional(length) : std::nullopt;
}

} // namespace

DownloadBody::DownloadBody(const DownloadRequest &request)
    : m_request(request)
    , m_file(request.file, request.url)
{
}

Result<> DownloadBody::recall(const Progress &progress)
{
    const std::optional<ContentVersion> left = m_file.left();
    if (!left)
        return {};
    bool isCancelled = false;
    const Result<> read = m_file.forEachBlock([&](QByteArrayView block) {
        m_sha256.addData(block);
        m_gzip.add(block);
        m_size += block.size();
        isCancelled = progress && !progress(m_size, 0);
        return !isCancelled;
    });
    if (isCancelled)
        return cancelledTransfer(m_request.url);
    if (read)
        m_version = *left;
    else
        startAfresh();
    return {};
}

QList<std::pair<QByteArray, QByteArray>> DownloadBody::rangeHeaders() const
{
    const QByteArray version = m_version.strong();
    if (m_size == 0 || version.isEmpty())
        return {};
    return {{"Range", "bytes=" + QByteArray::number(m_size) + '-'}, {"If-Range", version}};
}

Result<> DownloadBody::begin(const HttpAnswer &answer)
{
    if (!isReadableCoding(answer.header("content-encoding"))) {
        return serverRefused(
            m_request.url,
            Tr::tr("il compresse sa réponse d'une façon qui n'a pas été demandée (« %1 »)")
                .arg(onOneLine(
                    QString::fromLatin1(answer.header("content-encoding").left(maxShown)))),
            Tr::tr("Demander à son administrateur de l'envoyer telle quelle ou en gzip"));
    }
    if (answer.status == 206 && !continues(answer)) {
        startAfresh();
        return serverUnreachable(m_request.url,
                                 Tr::tr("la suite reçue n'est pas celle qui a été demandée"));
    }
    if (answer.status != 200 && answer.status != 206)
        return unwelcomeStatus(m_request.url, answer.status);
    return beginAt(answer);
}

Result<> DownloadBody::beginAt(const HttpAnswer &answer)
{
    if (answer.status == 200) {
        startAfresh();
        m_version = {answer.header("etag"), answer.header("last-modified")};
    }
    const std::optional<qint64> length = answer.length();
    m_total = wholeLength(answer).value_or(length ? m_size + *length : 0);
    if (m_request.maxBytes > 0 && m_total > m_request.maxBytes)
        return tooLargeFailure();
    return m_file.open(m_size);
}

//! Only what was asked for is taken, of the same content.
bool DownloadBody::continues(const HttpAnswer &answer) const
{
    const QByteArray start = "bytes " + QByteArray::number(m_size) + '-';
    const QByteArray etag = answer.header("etag");
    return m_size > 0 && answer.header("content-range").startsWith(start) &&
           (etag.isEmpty() || etag == m_version.etag);
}

Result<> DownloadBody::take(QByteArrayView bytes)
{
    if (m_request.maxBytes > 0 && m_size + bytes.size() > m_request.maxBytes)
        return tooLargeFailure();
    if (const Result<> written = m_file.write(bytes); !written)
        return written;
    m_sha256.addData(bytes);
    m_gzip.add(bytes);
    m_size += bytes.size();
    return {};
}

Result<Download> DownloadBody::finish()
{
    if (m_total > 0 && m_size != m_total)
        return serverCutOff(m_request.url); // there is more to ask for
    if (!m_gzip.isWhole()) {
        const QString reason = m_gzip.isDamaged()
                                   ? Tr::tr("le fichier compressé reçu est abîmé")
                                   : Tr::tr("le fichier compressé reçu est coupé avant la fin");
        startAfresh();
        return serverUnreachable(m_request.url, reason);
    }
    if (const Result<> put = m_file.put(); !put)
        return failureOf(put);
    return Download{false, QString::fromLatin1(m_version.etag),
                    QString::fromLatin1(m_version.lastModified), m_size, m_sha256.result()};
}

void DownloadBody::startAfresh()
{
    m_size = 0;
    m_total = 0;
    m_version = {};
    m_sha256.reset();
    m_gzip.reset();
}

void DownloadBody::leave()
{
    if (m_size == 0 || m_version.strong().isEmpty() || !m_file.leave(m_version))
        discard();
}

Failure DownloadBody::tooLargeFailure() const
{
    return tooLarge(shownAddress(m_request.url), m_request.maxBytes);
}

} // namespace recoupe
