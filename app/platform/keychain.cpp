// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/keychain.h"

#include <QCoreApplication>
#include <QMutex>
#include <QThread>

#include <qt6keychain/keychain.h>

#include <future>
#include <memory>

namespace recoupe {

namespace {

using std::chrono::milliseconds;

const QString service = QStringLiteral("Recoupe");

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

//! What a job has come to.
struct Outcome
{
    QKeychain::Error error = QKeychain::NoError;
    QString detail;
    QString secret; //!< of one that reads
};

//! Where all jobs run: QtKeychain queues them in one list without a lock, and libsecret answers in
//! the event loop of the thread that asked first.
class KeychainThread
{
public:
    KeychainThread()
    {
        m_worker.moveToThread(&m_thread);
        m_thread.setObjectName(QStringLiteral("recoupe-keychain"));
        m_thread.start();
    }
    ~KeychainThread()
    {
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(KeychainThread)

    //! Runs a job that \a make makes there. It ends by itself, maybe after nobody waits any more.
    template <typename Make>
    [[nodiscard]] std::future<Outcome> run(Make make)
    {
        const auto promise = std::make_shared<std::promise<Outcome>>();
        QMetaObject::invokeMethod(
            &m_worker,
            [make, promise] {
                auto *job = make();
                job->setInsecureFallback(false);
                QObject::connect(job, &QKeychain::Job::finished, job, [job, promise] {
                    promise->set_value({job->error(), job->errorString(), secretOf(*job)});
                });
                job->start();
            },
            Qt::QueuedConnection);
        return promise->get_future();
    }

private:
    static QString secretOf(const QKeychain::Job &) { return {}; }
    static QString secretOf(const QKeychain::ReadPasswordJob &job) { return job.textData(); }

    QThread m_thread;
    QObject m_worker;
};

//! Made when it is first needed; ends with the application, for its loop is Qt's.
std::shared_ptr<KeychainThread> keychainThread()
{
    static QMutex mutex;
    static std::shared_ptr<KeychainThread> thread;
    const QMutexLocker locker(&mutex);
    if (!thread) {
        thread = std::make_shared<KeychainThread>();
        qAddPostRoutine([] {
            const QMutexLocker ending(&mutex);
            thread.reset();
        });
    }
    return thread;
}

Failure noKeychain(const QString &detail)
{
    return fail(
        ErrorCode::SecretMissing,
        Tr::tr("Le trousseau de mots de passe de la session n'est pas accessible : vérifier "
               "qu'il y en a un et qu'il est déverrouillé."),
        detail);
}

//! What comes of a job; a failure where it does not end in time.
template <typename Make>
Result<Outcome> performed(Make make, milliseconds limit)
{
    const std::shared_ptr<KeychainThread> thread = keychainThread();
    std::future<Outcome> outcome = thread->run(make);
    if (outcome.wait_for(limit) != std::future_status::ready)
        return noKeychain(QStringLiteral("No answer in %1 ms.").arg(limit.count()));
    return outcome.get();
}

bool isRefusal(QKeychain::Error error)
{
    return error == QKeychain::AccessDenied || error == QKeychain::AccessDeniedByUser ||
           error == QKeychain::CouldNotDeleteEntry;
}

} // namespace

Result<std::optional<QString>> readKeychain(const QString &name, milliseconds limit)
{
    const auto make = [name] {
        auto *job = new QKeychain::ReadPasswordJob(service);
        job->setKey(name);
        return job;
    };
    const Result<Outcome> outcome = performed(make, limit);
    if (!outcome)
        return failureOf(outcome);
    if (outcome->error == QKeychain::NoError)
        return outcome->secret;
    if (outcome->error == QKeychain::EntryNotFound)
        return std::nullopt;
    return noKeychain(outcome->detail);
}

Result<> writeKeychain(const QString &name, const QString &secret, milliseconds limit)
{
    const auto make = [name, secret] {
        auto *job = new QKeychain::WritePasswordJob(service);
        job->setKey(name);
        job->setTextData(secret);
        return job;
    };
    const Result<Outcome> outcome = performed(make, limit);
    if (!outcome)
        return failureOf(outcome);
    return outcome->error == QKeychain::NoError ? Result<>() : noKeychain(outcome->detail);
}

Result<> eraseKeychain(const QString &name, milliseconds limit)
{
    const auto make = [name] {
        auto *job = new QKeychain::DeletePasswordJob(service);
        job->setKey(name);
        return job;
    };
    const Result<Outcome> outcome = performed(make, limit);
    if (!outcome)
        return failureOf(outcome);
    return isRefusal(outcome->error) ? noKeychain(outcome->detail) : Result<>();
}

} // namespace recoupe
