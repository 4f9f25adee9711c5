// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/baseconnection.h"

#include "core/counted.h"
#include "models/basenews.h"
#include "ui/mainwindow/officeclient.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/uitr.h"
#include "ui/widgets/messagebar.h"

#include <QTimer>

#include <chrono>

namespace recoupe {

namespace {

using namespace std::chrono_literals;

constexpr auto changeRest = 200ms;
constexpr auto resumeRest = 500ms;

QTimer *makeRest(QObject *parent, std::chrono::milliseconds length)
{
    auto *timer = new QTimer(parent);
    timer->setSingleShot(true);
    timer->setInterval(length);
    return timer;
}

} // namespace

BaseConnection::BaseConnection(OfficeClient &client, OfficeClient &exchanges,
                               const WindowActions &actions, MessageBar &banner, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_exchanges(exchanges)
    , m_actions(actions)
    , m_banner(banner)
    , m_changeRest(makeRest(this, changeRest))
    , m_resumeRest(makeRest(this, resumeRest))
    , m_countdown(new QTimer(this))
{
    m_banner.setObjectName(QStringLiteral("baseBanner"));
    m_banner.keepOpen();
    connect(m_changeRest, &QTimer::timeout, this, &BaseConnection::reloadIfChanged);
    connect(m_resumeRest, &QTimer::timeout, &client, &OfficeClient::resume);
    connect(m_countdown, &QTimer::timeout, this, [this] {
        m_secondsLeft = std::max(0, m_secondsLeft - 1);
        m_banner.setText(awaySentence());
    });
    connect(&client, &OfficeClient::workspaceLoaded, this, &BaseConnection::takeWorkspace);
    for (const OfficeClient *each : {&client, &exchanges})
        connect(each, &OfficeClient::hindered, this, &BaseConnection::takeHindrance);
    connect(&client, &OfficeClient::waitingDecisionsChanged, this, &BaseConnection::showBanner);
    connect(&client, &OfficeClient::decided, this, [this](const DecisionOutcome &outcome) {
        if (!outcome.applied.isEmpty())
            m_ownBatches << outcome.applied.first().batch;
    });
}

BaseConnection::~BaseConnection() = default;

//! Not before the base was opened or found away: a new file is made by opening it.
void BaseConnection::start()
{
    if (m_watch || m_isStopped)
        return;
    m_watch = m_client.watch();
    if (!m_watch)
        return;
    connect(m_watch.get(), &BaseWatch::changedByOthers, this, &BaseConnection::takeChange);
    connect(m_watch.get(), &BaseWatch::found, this, &BaseConnection::takeFound);
    connect(m_watch.get(), &BaseWatch::lost, this, &BaseConnection::takeLost);
}

void BaseConnection::stop()
{
    m_isStopped = true;
    m_watch.reset();
    for (QTimer *timer : {m_changeRest, m_resumeRest, m_countdown})
        timer->stop();
}

void BaseConnection::restart()
{
    m_isStopped = false;
    m_lastDecision.reset();
    if (isAway())
        setAway(false);
    else
        m_client.reload();
}

void BaseConnection::retryNow()
{
    if (m_watch)
        m_watch->lookNow();
}

void BaseConnection::takeChange()
{
    if (!isAway() && !m_changeRest->isActive())
        m_changeRest->start();
}

//! What is exchanged with the partners is written over the other connection.
void BaseConnection::reloadIfChanged()
{
    m_client.reloadIfChanged(!m_exchanges.isIdle() || m_exchanges.lastJob() != m_exchangeJob);
}

void BaseConnection::takeWorkspace()
{
    m_isLoaded = true;
    if (m_exchanges.isIdle())
        m_exchangeJob = m_exchanges.lastJob();
    start();
    findNews();
}

//! What this window decided itself is no news.
void BaseConnection::findNews()
{
    const auto find = [since = m_lastDecision](BackOffice &office,
                                               const Progress &) -> Result<QList<Decision>> {
        if (since)
            return office.decidedSince(*since);
        return office.newestDecision().map([](qint64 newest) {
            Decision known;
            known.id = newest;
            return QList<Decision>{known};
        });
    };
    m_client.attempt(UiTr::tr("Nouvelles des autres postes"), find, this,
                     [this](Result<QList<Decision>> decisions) {
                         if (!decisions || decisions->isEmpty())
                             return;
                         const bool isFirst = !m_lastDecision;
                         m_lastDecision =
                             std::max(m_lastDecision.value_or(0), decisions->last().id);
                         decisions->removeIf([this](const Decision &decision) {
                             return m_ownBatches.contains(decision.batch);
                         });
                         if (!isFirst && !decisions->isEmpty())
                             Q_EMIT told(newsInWords(*decisions, m_client.operatorName()));
                     });
}

//! At the first time, what was changed since the base was loaded was not heard.
void BaseConnection::takeFound()
{
    if (isAway())
        setAway(false);
    else
        m_resumeRest->start();
    takeChange();
}

void BaseConnection::takeLost()
{
    m_secondsLeft = BaseWatch::retryMs / 1000;
    m_countdown->start(1s);
    if (isAway())
        m_banner.setText(awaySentence());
    else
        setAway(true);
}

//! Whether it is the base or its connection alone that is gone, the watch finds out.
void BaseConnection::takeHindrance(const Error &error)
{
    if (!m_isLoaded)
        m_startProblem = error.message;
    start();
    retryNow();
}

void BaseConnection::setAway(bool isAway)
{
    m_awaySince = isAway ? QTime::currentTime() : QTime();
    const QString whyNot =
        isAway ? UiTr::tr("La base ne répond pas : rien ne peut être enregistré.") : QString();
    if (!isAway)
        m_countdown->stop();
    m_actions.holdBaseActions(whyNot);
    Q_EMIT awayChanged(whyNot);
    m_exchanges.setAway(isAway);
    m_client.setAway(isAway);
    showBanner();
    if (isAway)
        return;
    m_client.reload();
    m_client.resume();
    Q_EMIT told(UiTr::tr("La base répond de nouveau."));
}

void BaseConnection::showBanner()
{
    const bool isWaiting = !m_client.waitingDecisions().isEmpty();
    if (!isAway() && !isWaiting) {
        m_banner.hide();
        return;
    }
    QList<MessageBar::Action> offered{{UiTr::tr("&Réessayer maintenant"), [this] { retryNow(); }}};
    if (isWaiting) {
        offered << MessageBar::Action{UiTr::tr("Aban&donner ce qui attend"),
                                      [this] { m_client.dropWaitingDecisions(); }};
    }
    m_banner.showMessage(isAway() ? MessageBar::Kind::Problem : MessageBar::Kind::Warning,
                         isAway() ? awaySentence() : waitingSentence(), offered);
}

QString BaseConnection::awaySentence() const
{
    const QString since = m_awaySince.toString(QStringLiteral("HH:mm"));
    QStringList sentences{
        !m_isLoaded ? m_startProblem
        : m_client.isOnServer()
            ? UiTr::tr("Le serveur de la base ne répond plus depuis %1.").arg(since)
            : UiTr::tr("Le fichier de la base ne peut plus être lu depuis %1.").arg(since),
        m_isLoaded ? UiTr::tr("Vous pouvez lire ce qui est chargé ; rien ne peut être enregistré.")
                   : UiTr::tr("Rien n'est encore chargé."),
        waitingSentence(), retrySentence()};
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

QString BaseConnection::waitingSentence() const
{
    const QStringList titles = m_client.waitingDecisions();
    if (titles.isEmpty())
        return {};
    return counted(titles.size(), UiTr::tr("%1 demande en attente de la base : %2."),
                   UiTr::tr("%1 demandes en attente de la base : %2."))
        .arg(titles.join(QLatin1String(", ")));
}

QString BaseConnection::retrySentence() const
{
    return m_secondsLeft > 0 ? UiTr::tr("Nouvelle tentative dans %1 s…").arg(m_secondsLeft)
                             : UiTr::tr("Nouvelle tentative en cours…");
}

} // namespace recoupe
