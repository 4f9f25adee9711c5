// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/basewatch.h"

#include "storage/sqlconnection.h"

#include <QCoreApplication>
#include <QMutex>
#include <QThread>
#include <QTimer>

#include <chrono>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

using namespace std::chrono_literals;

constexpr auto silenceTick = 500ms;
// Ticks, not a time: a window that was held up itself has not counted them.
constexpr int mostSilentTicks = 8;
constexpr auto stopPatience = 1s;

} // namespace

//! From the watching thread to who waits for it, which may be gone first.
struct BaseWatch::Line
{
    QMutex mutex;
    BaseWatch *end = nullptr;

    template <typename Call>
    void pass(Call call)
    {
        const QMutexLocker locked(&mutex);
        if (end)
            QMetaObject::invokeMethod(
                end, [call, watch = end] { call(*watch); }, Qt::QueuedConnection);
    }
};

//! What runs on the thread. A lost connection is thrown away whole: its driver would go on to
//! listen at the closed socket, and take an old subscription for one that still holds.
class BaseWatch::Watcher : public QObject
{
public:
    Watcher(const DatabaseUrl &url, const QString &own, FindPassword findPassword,
            std::shared_ptr<Line> line)
        : m_url(url)
        , m_own(own)
        , m_findPassword(std::move(findPassword))
        , m_line(std::move(line))
    {
    }

    //! On the thread.
    void begin()
    {
        m_timer = new QTimer(this);
        m_timer->setSingleShot(true);
        connect(m_timer, &QTimer::timeout, this, [this] { look(false); });
        look(true);
    }

    void look(bool isAsked)
    {
        const bool isNew = !m_sql;
        const Result<> seen = isNew ? connectAnew() : Result<>();
        const Result<> beaten = seen ? beat() : seen;
        if (beaten) {
            m_line->pass([isNews = isNew || isAsked](BaseWatch &to) { to.hearFound(isNews); });
        } else {
            m_sql.reset();
            m_line->pass([why = beaten.error()](BaseWatch &to) { to.hearLost(why); });
        }
        m_timer->start(beaten ? m_pulseMs : retryMs);
    }

private:
    Result<> connectAnew()
    {
        Result<> connected = connectWith(m_url);
        if (connected || connected.error().code != ErrorCode::SecretMissing)
            return connected;
        const Result<QString> password = m_findPassword(m_url);
        if (!password)
            return failureOf(password);
        DatabaseUrl url = m_url;
        url.password = *password;
        return connectWith(url);
    }

    Result<> connectWith(const DatabaseUrl &url)
    {
        auto sql = std::make_unique<SqlConnection>(SqlBackend::of(url));
        QSqlDatabase database = sql->database();
        const SqlBackend &backend = sql->backend();
        const Result<> listening = sql->backend().connect(database).and_then([&] {
            return backend.listen(database, [this](const QString &writer) {
                if (writer != m_own)
                    tellChange();
            });
        });
        if (!listening)
            return listening;
        m_pulseMs = backend.pulseMs();
        m_revision.reset();
        m_sql = std::move(sql);
        return {};
    }

    Result<> beat()
    {
        const Result<qint64> revision = m_sql->backend().pulse(*m_sql);
        if (!revision)
            return failureOf(revision);
        if (m_revision && m_revision != *revision)
            tellChange();
        m_revision = *revision;
        return {};
    }

    void tellChange()
    {
        m_line->pass([](BaseWatch &to) { Q_EMIT to.changedByOthers(); });
    }

    DatabaseUrl m_url;
    QString m_own;
    FindPassword m_findPassword;
    std::shared_ptr<Line> m_line;
    std::unique_ptr<SqlConnection> m_sql; //!< null while there is none
    std::optional<qint64> m_revision;
    int m_pulseMs = retryMs;
    QTimer *m_timer = nullptr;
};

BaseWatch::BaseWatch(const DatabaseUrl &url, const QString &own, FindPassword findPassword,
                     QObject *parent)
    : QObject(parent)
    , m_line(std::make_shared<Line>())
    , m_thread(new QThread)
    , m_watcher(new Watcher(url, own, std::move(findPassword), m_line))
    , m_silence(new QTimer(this))
{
    m_line->end = this;
    m_thread->setObjectName(QStringLiteral("recoupe-watch"));
    m_watcher->moveToThread(m_thread);
    connect(m_thread, &QThread::finished, m_watcher, &QObject::deleteLater);
    connect(m_silence, &QTimer::timeout, this, &BaseWatch::countSilence);
    m_thread->start();
    m_silence->start(silenceTick);
    QMetaObject::invokeMethod(
        m_watcher, [watcher = m_watcher] { watcher->begin(); }, Qt::QueuedConnection);
}

BaseWatch::~BaseWatch()
{
    {
        const QMutexLocker locked(&m_line->mutex);
        m_line->end = nullptr;
    }
    m_thread->quit();
    if (m_thread->wait(QDeadlineTimer(stopPatience)))
        delete m_thread;
    else // it ends by itself, or with the program
        connect(m_thread, &QThread::finished, m_thread, &QObject::deleteLater);
}

void BaseWatch::lookNow()
{
    QMetaObject::invokeMethod(
        m_watcher, [watcher = m_watcher] { watcher->look(true); }, Qt::QueuedConnection);
}

void BaseWatch::hearFound(bool isNews)
{
    m_silentTicks = 0;
    if (std::exchange(m_isLost, false) || isNews)
        Q_EMIT found();
}

void BaseWatch::hearLost(const Error &why)
{
    m_silentTicks = 0;
    m_isLost = true;
    Q_EMIT lost(why);
}

//! An answer that does not come is as bad as none. A lost base may take its time.
void BaseWatch::countSilence()
{
    if (m_isLost || ++m_silentTicks < mostSilentTicks)
        return;
    hearLost({ErrorCode::DatabaseUnreachable,
              Tr::tr("La base ne répond pas, et ne dit pas pourquoi. Attendez, ou prévenez "
                     "l'administrateur de la base.")});
}

} // namespace recoupe
