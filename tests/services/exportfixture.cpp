// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/exportfixture.h"

#include "exchange/lheo/lheoreader.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

namespace recoupe {

namespace {

struct ReadFeed final : LheoSink
{
    Result<> accept(SubmittedAction) override { return {}; }
    Result<> accept(SubmittedSession session) override
    {
        sessions.append(session.session);
        return {};
    }
    void reject(Rejection rejection) override { qFatal("%s", qPrintable(describe(rejection))); }
    void warn(const QString &sentence) override { qFatal("%s", qPrintable(sentence)); }
    bool progress(qint64, qint64) override { return true; }

    QList<TrainingSession> sessions;
};

} // namespace

QList<TrainingSession> sessionsOfFeed(const QString &fileName)
{
    ReadFeed feed;
    if (const Result<> read = readLheo(fileName, feed); !read)
        qFatal("%s", qPrintable(read.error().message));
    return feed.sessions;
}

SessionKeys keysOf(const QList<TrainingSession> &sessions)
{
    SessionKeys keys;
    for (const TrainingSession &session : sessions)
        keys.insert(session.key);
    return keys;
}

QStringList filesUnder(const QString &folder)
{
    QStringList files;
    QDirIterator each(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (each.hasNext())
        files << QDir(folder).relativeFilePath(each.next());
    files.sort();
    return files;
}

ExportFixture::ExportFixture()
    : OfficeFixture(BackOffice::demoDay())
{
    if (!office().loadDemo() || !office().decisions().activateConforming())
        qFatal("The demonstration cannot be had.");
}

void ExportFixture::set(const QMap<QString, QString> &settings)
{
    const auto changed = office().decisions().changeSettings(settings);
    if (!changed)
        qFatal("%s", qPrintable(changed.error().message));
}

QString ExportFixture::giveDestination(Partner partner)
{
    const QString folder = path(QStringLiteral("chez-") + toToken(partner));
    QDir().mkpath(folder);
    const QString prefix = QStringLiteral("partner/%1/").arg(toToken(partner));
    set({{prefix + QLatin1String("transport"), QStringLiteral("folder")},
         {prefix + QLatin1String("address"), folder}});
    return folder;
}

Delivery ExportFixture::sent(Partner partner, const QString &confirmation)
{
    const Result<PreparedDelivery> done = exports().send({partner, {}, {}, confirmation});
    if (!done)
        qFatal("%s", qPrintable(done.error().message));
    return done->delivery;
}

Delivery ExportFixture::prepared(Partner partner)
{
    const Result<PreparedDelivery> done = exports().prepare({partner, {}, {}, {}});
    if (!done)
        qFatal("%s", qPrintable(done.error().message));
    return done->delivery;
}

SessionKeys ExportFixture::audience(bool Audience::*member)
{
    SessionKeys keys;
    const WorkspacePtr loaded = workspace();
    for (const CheckedSession &session : loaded->sessions) {
        if (session.audience.*member)
            keys.insert(session.key());
    }
    return keys;
}

QList<SessionKey> ExportFixture::activeForSesar()
{
    QList<SessionKey> keys;
    const WorkspacePtr loaded = workspace();
    for (const CheckedSession &session : loaded->sessions) {
        if (session.audience.partners && session.session().funder() == Funder::Region &&
            session.session().scheme() == Scheme::Afc)
            keys << session.key();
    }
    return keys;
}

void ExportFixture::deactivate(const SessionKeys &keys)
{
    QVERIFY(office().decisions().deactivate(QList(keys.begin(), keys.end())));
}

void ExportFixture::makeAudeFall()
{
    set({{QStringLiteral("partner/aude/max-fall"), QStringLiteral("1")}});
    deactivate(audience(&Audience::table));
}

QString ExportFixture::acknowledgementOf(const QString &delivery, const QList<SessionKey> &keys,
                                         const char *status) const
{
    QString rows = QStringLiteral("envoi;numero_formation;numero_action;numero_session;"
                                  "statut;motif\n");
    for (const SessionKey &key : keys)
        rows +=
            QStringLiteral("%1;%2;%3;%4;%5;essai\n")
                .arg(delivery, key.formation, key.action, key.session, QString::fromLatin1(status));
    return write(QStringLiteral("accuse.csv"), rows.toUtf8());
}

} // namespace recoupe
