// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/network/sftpsession.h"

#include "platform/network/serveraddress.h"
#include "platform/network/transferfailures.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>

#include <cstring>

namespace recoupe {

namespace {

constexpr int lookMs = 50;
// libssh2 has as many writes under way as fit: with less, each waits for the one before.
constexpr long uploadBuffer = 512 * 1024;
const QString fingerprintPrefix = QStringLiteral("SHA256:");

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

//! Once, for curl_global_init() is not to be called by two threads. What it holds the system takes
//! back.
bool startLibrary()
{
    static const bool isStarted = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    return isStarted;
}

//! With another SSH library libcurl passes over the host key without a word.
bool canCheckHostKeys()
{
    const curl_version_info_data *info = curl_version_info(CURLVERSION_NOW);
    return info->libssh_version && std::strncmp(info->libssh_version, "libssh2/", 8) == 0;
}

std::size_t readFile(char *into, std::size_t size, std::size_t count, void *file)
{
    const qint64 read = static_cast<QFile *>(file)->read(into, qint64(size * count));
    return read < 0 ? std::size_t(CURL_READFUNC_ABORT) : std::size_t(read);
}

//! What is received, up to a limit.
struct SmallContent
{
    QByteArray bytes;
    qint64 maxBytes = 0;
};

std::size_t keepContent(char *from, std::size_t size, std::size_t count, void *content)
{
    auto *kept = static_cast<SmallContent *>(content);
    const auto length = qint64(size * count);
    if (kept->bytes.size() + length > kept->maxBytes)
        return 0; // an error for libcurl
    kept->bytes.append(from, length);
    return std::size_t(length);
}

std::size_t dropContent(char *, std::size_t size, std::size_t count, void *)
{
    return size * count;
}

qint64 moved(CURL *easy)
{
    curl_off_t up = 0;
    curl_off_t down = 0;
    curl_easy_getinfo(easy, CURLINFO_SIZE_UPLOAD_T, &up);
    curl_easy_getinfo(easy, CURLINFO_SIZE_DOWNLOAD_T, &down);
    return up + down;
}

//! "SHA256:" and base64 without padding, as ssh-keygen writes it.
QString fingerprintOf(QByteArrayView key)
{
    const QByteArray digest =
        QCryptographicHash::hash(key.toByteArray(), QCryptographicHash::Sha256);
    return fingerprintPrefix + QString::fromLatin1(digest.toBase64(QByteArray::OmitTrailingEquals));
}

} // namespace

Result<std::unique_ptr<SftpSession>> SftpSession::open(const SftpAccount &account)
{
    if (startLibrary() && canCheckHostKeys())
        return std::unique_ptr<SftpSession>(new SftpSession(account));
    return fail(ErrorCode::ServerRefused,
                Tr::tr("Rien ne peut être échangé avec « %1 » : la bibliothèque libcurl de cet "
                       "ordinateur ne sait pas vérifier la clé d'un serveur SFTP. Installer une "
                       "version de libcurl faite avec libssh2.")
                    .arg(shownAddress(account.url)));
}

SftpSession::SftpSession(const SftpAccount &account)
    : m_account(account)
    , m_multi(curl_multi_init())
    , m_easy(curl_easy_init())
    , m_errorText(CURL_ERROR_SIZE, '\0')
{
}

template <typename Value>
bool SftpSession::set(CURLoption option, Value value)
{
    return curl_easy_setopt(m_easy.get(), option, value) == CURLE_OK;
}

//! What all requests have in common.
bool SftpSession::prepare(const QString &path)
{
    curl_easy_reset(m_easy.get());
    m_errorText.fill('\0');
    m_metHostKey.clear();
    QUrl url = m_account.url;
    url.setPath(path.startsWith(u'/') ? path : QStringLiteral("/~/") + path, QUrl::DecodedMode);
    const ServerAccess &access = m_account.access;
    const QByteArray keyFile = QFile::encodeName(QDir::toNativeSeparators(m_account.keyFile));
    const bool hasKey = !keyFile.isEmpty();
    return set(CURLOPT_URL, url.toEncoded().constData()) && set(CURLOPT_PROTOCOLS_STR, "sftp") &&
           set(CURLOPT_NOSIGNAL, 1L) && set(CURLOPT_ERRORBUFFER, m_errorText.data()) &&
           set(CURLOPT_SSH_HOSTKEYFUNCTION, &SftpSession::checkHostKey) &&
           set(CURLOPT_SSH_HOSTKEYDATA, this) &&
           set(CURLOPT_USERNAME, access.login.toUtf8().constData()) &&
           set(CURLOPT_SSH_AUTH_TYPES,
               long(hasKey ? CURLSSH_AUTH_PUBLICKEY
                           : CURLSSH_AUTH_PASSWORD | CURLSSH_AUTH_KEYBOARD)) &&
           (hasKey ? set(CURLOPT_SSH_PRIVATE_KEYFILE, keyFile.constData()) &&
                         set(CURLOPT_KEYPASSWD, access.secret.toUtf8().constData())
                   : set(CURLOPT_PASSWORD, access.secret.toUtf8().constData())) &&
           set(CURLOPT_FTP_CREATE_MISSING_DIRS, long(CURLFTP_CREATE_DIR)) &&
           set(CURLOPT_WRITEFUNCTION, &dropContent);
}

Result<> SftpSession::upload(QFile &from, const QString &path, const Progress &progress)
{
    const bool isSet = prepare(path) && set(CURLOPT_UPLOAD, 1L) &&
                       set(CURLOPT_UPLOAD_BUFFERSIZE, uploadBuffer) &&
                       set(CURLOPT_READFUNCTION, &readFile) && set(CURLOPT_READDATA, &from) &&
                       set(CURLOPT_INFILESIZE_LARGE, curl_off_t(from.size()));
    const CURLcode code = isSet ? perform(progress, from.size()) : CURLE_FAILED_INIT;
    if (from.error() != QFileDevice::NoError)
        return unreadableFile(from);
    if (code != CURLE_OK)
        return failure(code);
    if (moved(m_easy.get()) == from.size())
        return {};
    return serverUnreachable(m_account.url, Tr::tr("le fichier n'a pas été envoyé en entier"));
}

Result<std::optional<QByteArray>> SftpSession::download(const QString &path, qint64 maxBytes)
{
    SmallContent content{{}, maxBytes};
    const bool isSet = prepare(path) && set(CURLOPT_WRITEFUNCTION, &keepContent) &&
                       set(CURLOPT_WRITEDATA, &content);
    const CURLcode code = isSet ? perform({}, 0) : CURLE_FAILED_INIT;
    if (code == CURLE_OK)
        return content.bytes;
    if (code == CURLE_REMOTE_FILE_NOT_FOUND)
        return std::nullopt;
    if (code == CURLE_WRITE_ERROR)
        return tooLarge(path, maxBytes);
    return failure(code);
}

Result<> SftpSession::run(const QStringList &commands)
{
    std::unique_ptr<curl_slist, Deleter<curl_slist, curl_slist_free_all>> list;
    for (const QString &command : commands)
        list.reset(curl_slist_append(list.release(), command.toUtf8().constData()));
    // Of the folder itself nothing is asked.
    const bool isSet =
        prepare(QStringLiteral("/")) && set(CURLOPT_NOBODY, 1L) && set(CURLOPT_QUOTE, list.get());
    const CURLcode code = isSet ? perform({}, 0) : CURLE_FAILED_INIT;
    return code == CURLE_OK ? Result<>() : failure(code);
}

QString SftpSession::quoted(const QString &path)
{
    QString escaped = path;
    escaped.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    return u'"' + escaped + u'"';
}

CURLcode SftpSession::perform(const Progress &progress, qint64 total)
{
    if (curl_multi_add_handle(m_multi.get(), m_easy.get()) != CURLM_OK)
        return CURLE_FAILED_INIT;
    const CURLcode code = performAdded(progress, total);
    curl_multi_remove_handle(m_multi.get(), m_easy.get());
    return code;
}

//! Looks after progress all the time: a callback of libcurl is not called while nothing comes.
CURLcode SftpSession::performAdded(const Progress &progress, qint64 total)
{
    QElapsedTimer quiet;
    quiet.start();
    qint64 before = 0;
    for (int running = 1; running > 0;) {
        if (curl_multi_perform(m_multi.get(), &running) != CURLM_OK)
            return CURLE_FAILED_INIT;
        const qint64 now = moved(m_easy.get());
        if (std::exchange(before, now) != now)
            quiet.restart();
        if (progress && !progress(now, total))
            return CURLE_ABORTED_BY_CALLBACK;
        if (quiet.elapsed() > m_account.access.timeout.count())
            return CURLE_OPERATION_TIMEDOUT;
        if (running > 0)
            curl_multi_poll(m_multi.get(), nullptr, 0, lookMs, nullptr);
    }
    int left = 0;
    const CURLMsg *message = curl_multi_info_read(m_multi.get(), &left);
    return message ? message->data.result : CURLE_FAILED_INIT;
}

int SftpSession::checkHostKey(void *session, int, const char *key, std::size_t length)
{
    auto *self = static_cast<SftpSession *>(session);
    self->m_metHostKey = fingerprintOf(QByteArrayView(key, qsizetype(length)));
    return self->m_metHostKey == self->m_account.hostKey ? CURLKHMATCH_OK : CURLKHMATCH_MISMATCH;
}

Failure SftpSession::failure(CURLcode code) const
{
    const QUrl &url = m_account.url;
    const QString detail = QString::fromUtf8(m_errorText.constData());
    switch (code) {
    case CURLE_ABORTED_BY_CALLBACK: return cancelledTransfer(url);
    case CURLE_PEER_FAILED_VERIFICATION: return untrusted();
    case CURLE_LOGIN_DENIED:
        return serverRefused(url, Tr::tr("le compte, le mot de passe ou la clé n'est pas accepté"),
                             Tr::tr("Vérifier l'identifiant, la clé et le mot de passe"), detail);
    case CURLE_REMOTE_ACCESS_DENIED:
        return serverRefused(url, Tr::tr("l'accès est interdit"),
                             Tr::tr("Demander ce droit à l'administrateur du serveur"), detail);
    case CURLE_QUOTE_ERROR:
    case CURLE_REMOTE_FILE_EXISTS:
    case CURLE_REMOTE_FILE_NOT_FOUND:
        return serverRefused(
            url, Tr::tr("il n'y est pas permis d'écrire ce fichier"),
            Tr::tr("Vérifier que le dossier existe et demander le droit d'y écrire"), detail);
    case CURLE_COULDNT_RESOLVE_HOST:
        return serverUnreachable(url, Tr::tr("ce nom de serveur est inconnu"), detail);
    case CURLE_COULDNT_CONNECT:
        return serverUnreachable(url, Tr::tr("la connexion est refusée"), detail);
    case CURLE_OPERATION_TIMEDOUT: return serverSilent(url, m_account.access.timeout);
    default:
        return serverUnreachable(
            url, Tr::tr("la connexion a été coupée, ou le disque du serveur est plein"), detail);
    }
}

Failure SftpSession::untrusted() const
{
    const QString address = shownAddress(m_account.url);
    const QString text =
        m_account.hostKey.isEmpty()
            ? Tr::tr(
                  "La clé de « %1 » n'a pas encore été vérifiée : son empreinte est %2. Rien n'a "
                  "été envoyé. La comparer à celle que donne l'administrateur du serveur, puis "
                  "l'enregistrer.")
                  .arg(address, m_metHostKey)
            : Tr::tr("La clé de « %1 » n'est pas celle qui est attendue : son empreinte est %2, au "
                     "lieu de %3. Rien n'a été envoyé. N'enregistrer la nouvelle que si "
                     "l'administrateur du serveur la confirme.")
                  .arg(address, m_metHostKey, m_account.hostKey);
    return fail(ErrorCode::ServerUntrusted, text);
}

} // namespace recoupe
