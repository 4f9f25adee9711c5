// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/lheo/lheoreader.h"
#include "services/manifest.h"
#include "services/officefixture.h"
#include "storage/database.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QTest>

#include <set>

using namespace recoupe;

namespace {

using Keys = std::set<SessionKey>;

//! What a feed of ours holds, read as any other.
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

    [[nodiscard]] Keys keys() const
    {
        Keys all;
        for (const TrainingSession &session : sessions)
            all.insert(session.key);
        return all;
    }

    QList<TrainingSession> sessions;
};

ReadFeed readFeed(const QString &fileName)
{
    ReadFeed feed;
    if (const Result<> read = readLheo(fileName, feed); !read)
        qFatal("%s", qPrintable(read.error().message));
    return feed;
}

QByteArray contentOf(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
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

} // namespace

//! On the demonstration's data, all that conforms activated.
class ExportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyPartnerGetsItsAudience_data();
    void everyPartnerGetsItsAudience();
    void bilansAreForProfessionalsAlone();
    void manifestListsWhatArrived();
    void whatThePartnerHasIsComparedWithTheBase();
    void sesarGetsWhatChangedAndNothingElse();
    void sesarsRefusalGoesOutAgain();
    void acknowledgementOfSomethingElseIsRefused_data();
    void acknowledgementOfSomethingElseIsRefused();
    void fallAsksFirst();
    void answeredFallIsNotAskedAgain();
    void heldOneIsGivenUp();
    void newerOneTakesItsPlace();
    void folderThatIsAwayIsTriedAgain();
    void whatArrivedIsNotSentAgain();
    void onlyWhatWasPreparedLeaves();
    void leftoversOfTheLastDeliveryGo();
    void nothingToSendIsSaid();
    void partnerWithoutDestinationIsSaid();
    void previewLeavesNoTrace();
    void roundSendsEachPartnerOnceADay();
    void roundGoesOnAfterAFailure();
    void sessionRemembersWhereItWent();
    void cancelledExportLeavesNothing();
    void sesarMayHaveWhatWasTried();
    void secondAcknowledgementAddsItsAnswers();
    void copyLeavesThePartnerWhatItHas();
    void yesterdaysFilesAreNotSent();
    void anotherAccountsDeliveryStaysItsOwn();
    void lastSessionTakesItsFilesAlong();
    void foreignManifestRemovesNothing();
    void vanishedSessionOfAnotherFunderLeavesThePortal();
    void roundTellsWhatIsHeldAndLeavesWhatWasGivenUp();
    void smallestFallBeyondTheShareAsks();
    void everyFileIsJudgedByTheSchema();
    void schemaThatIsAwayIsSaid();

private:
    ExportService exports() { return m_fixture->office().exports(); }
    QString out(const char *name) const { return m_fixture->path(QString::fromLatin1(name)); }
    void set(const QMap<QString, QString> &settings)
    {
        const auto changed = m_fixture->office().decisions().changeSettings(settings);
        if (!changed)
            qFatal("%s", qPrintable(changed.error().message));
    }
    //! Makes a folder the partner's destination.
    QString destination(Partner partner)
    {
        const QString folder = m_fixture->path(QStringLiteral("chez-") + toToken(partner));
        QDir().mkpath(folder);
        const QString prefix = QStringLiteral("partner/%1/").arg(toToken(partner));
        set({{prefix + QLatin1String("transport"), QStringLiteral("folder")},
             {prefix + QLatin1String("address"), folder}});
        return folder;
    }
    Delivery sent(Partner partner, const QString &confirmation = {})
    {
        const Result<PreparedDelivery> done = exports().send({partner, {}, {}, confirmation});
        if (!done)
            qFatal("%s", qPrintable(done.error().message));
        return done->delivery;
    }
    Keys audience(bool Audience::*member)
    {
        Keys keys;
        const WorkspacePtr workspace = m_fixture->workspace();
        for (const CheckedSession &session : workspace->sessions) {
            if (session.audience.*member)
                keys.insert(session.key());
        }
        return keys;
    }
    void deactivate(const Keys &keys)
    {
        QVERIFY(m_fixture->office().decisions().deactivate(QList(keys.begin(), keys.end())));
    }
    //! Some active AFC of the Région.
    QList<SessionKey> activeForSesar()
    {
        QList<SessionKey> keys;
        const WorkspacePtr workspace = m_fixture->workspace();
        for (const CheckedSession &session : workspace->sessions) {
            if (session.audience.partners && session.session().funder() == Funder::Region &&
                session.session().scheme() == Scheme::Afc)
                keys << session.key();
        }
        return keys;
    }
    QString acknowledge(const QString &delivery, const QList<SessionKey> &keys,
                        const char *status = "accepte")
    {
        QString rows = QStringLiteral("envoi;numero_formation;numero_action;numero_session;"
                                      "statut;motif\n");
        for (const SessionKey &key : keys)
            rows += QStringLiteral("%1;%2;%3;%4;%5;essai\n")
                        .arg(delivery, key.formation, key.action, key.session,
                             QString::fromLatin1(status));
        return m_fixture->write(QStringLiteral("accuse.csv"), rows.toUtf8());
    }

    std::unique_ptr<OfficeFixture> m_fixture;
};

void ExportTest::init()
{
    m_fixture = std::make_unique<OfficeFixture>(BackOffice::demoDay());
    QVERIFY(m_fixture->office().loadDemo());
    QVERIFY(m_fixture->office().decisions().activateConforming());
}

void ExportTest::everyPartnerGetsItsAudience_data()
{
    QTest::addColumn<Partner>("partner");
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool Audience::*>("member");
    QTest::newRow("public portal")
        << Partner::Portal << QStringLiteral("offre-publique.xml") << &Audience::publicPortal;
    QTest::newRow("professional portal")
        << Partner::Portal << QStringLiteral("offre-professionnelle.xml") << &Audience::proPortal;
    QTest::newRow("Parcours 3") << Partner::Parcours3 << QString() << &Audience::partners;
    QTest::newRow("AUDE") << Partner::Aude << QStringLiteral("aude.xml") << &Audience::partners;
}

void ExportTest::everyPartnerGetsItsAudience()
{
    QFETCH(const Partner, partner);
    QFETCH(const QString, file);
    QFETCH(bool Audience::*const, member);
    const QString folder = destination(partner);
    const Delivery delivery = sent(partner);
    QCOMPARE(delivery.state, DeliveryState::Delivered);
    QCOMPARE(delivery.counts.leftOut, 0);
    const Keys expected = audience(member);
    QVERIFY(!expected.empty());
    QCOMPARE(delivery.counts.lines, qint64(expected.size()));
    Keys written;
    const QStringList files =
        file.isEmpty() ? filesUnder(folder).filter(QStringLiteral("offres/")) : QStringList(file);
    for (const QString &name : files)
        written.merge(readFeed(QDir(folder).filePath(name)).keys());
    QVERIFY(written == expected);
}

void ExportTest::bilansAreForProfessionalsAlone()
{
    const QString folder = destination(Partner::Portal);
    sent(Partner::Portal);
    const auto bilans = [&](const char *file) {
        qsizetype count = 0;
        const ReadFeed feed = readFeed(QDir(folder).filePath(QString::fromLatin1(file)));
        for (const TrainingSession &session : feed.sessions)
            count += session.assessments.size();
        return count;
    };
    QVERIFY(bilans("offre-professionnelle.xml") > 0);
    QCOMPARE(bilans("offre-publique.xml"), 0);
    const QString aude = destination(Partner::Aude);
    sent(Partner::Aude);
    QVERIFY(
        !contentOf(QDir(aude).filePath(QStringLiteral("aude.xml"))).contains("info=\"bilans\""));
}

void ExportTest::manifestListsWhatArrived()
{
    const QString folder = destination(Partner::Parcours3);
    const Delivery delivery = sent(Partner::Parcours3);
    const QString name = manifestName(Partner::Parcours3);
    const std::optional<Manifest> manifest = fromManifest(contentOf(QDir(folder).filePath(name)));
    QVERIFY(manifest);
    QCOMPARE(manifest->key, delivery.key);
    QStringList listed{name};
    for (const DeliveredFile &file : manifest->files) {
        const QByteArray content = contentOf(QDir(folder).filePath(file.path));
        QCOMPARE(content.size(), file.size);
        QCOMPARE(QString::fromLatin1(
                     QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex()),
                 file.sha256);
        listed << file.path;
    }
    QCOMPARE(manifest->files.last().path, QStringLiteral("index.xml"));
    listed.sort();
    QCOMPARE(filesUnder(folder), listed);
}

void ExportTest::whatThePartnerHasIsComparedWithTheBase()
{
    destination(Partner::Aude);
    const Delivery first = sent(Partner::Aude);
    QCOMPARE(first.counts.added, first.counts.lines);
    const Delivery same = sent(Partner::Aude);
    QCOMPARE(same.counts, (DeliveryCounts{first.counts.lines, first.counts.lines, 0, 0, 0, 0}));
    const QList<SessionKey> active = activeForSesar();
    QVERIFY(active.size() >= 2);
    deactivate({active.at(0)});
    QVERIFY(
        m_fixture->office().decisions().setRecruitment({active.at(1)}, RecruitmentState::Closed));
    const Delivery third = sent(Partner::Aude);
    QCOMPARE(third.counts,
             (DeliveryCounts{first.counts.lines - 1, first.counts.lines, 0, 1, 1, 0}));
    const QList<ExportDifference> differences = exports().differences(third.id).value();
    QCOMPARE(differences.size(), 2);
    for (const ExportDifference &difference : differences) {
        const bool leaves = difference.change == ExportChange::Removed;
        QCOMPARE(difference.key, active.at(leaves ? 0 : 1));
        QVERIFY(!difference.before.title.isEmpty());
        if (!leaves)
            QCOMPARE(difference.after.recruitment, RecruitmentState::Closed);
    }
}

void ExportTest::sesarGetsWhatChangedAndNothingElse()
{
    const QString folder = destination(Partner::Sesar);
    const QList<SessionKey> active = activeForSesar();
    const Delivery first = sent(Partner::Sesar);
    QCOMPARE(first.counts.lines, active.size());
    QCOMPARE(
        contentOf(QDir(folder).filePath(first.key + QLatin1String(".csv"))).count(";activation"),
        active.size());
    const Result<PreparedDelivery> again = exports().send({Partner::Sesar, {}, {}, {}});
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::NothingNew);
    deactivate({active.first()});
    const Delivery second = sent(Partner::Sesar);
    const QByteArray lines = contentOf(QDir(folder).filePath(second.key + QLatin1String(".csv")));
    QCOMPARE(lines.count(";desactivation"), 1);
    QCOMPARE(lines.count(";activation"), 0);
    QVERIFY(lines.contains(active.first().session.toUtf8()));
    QVERIFY(QFile::exists(QDir(folder).filePath(first.key + QLatin1String(".csv"))));
}

void ExportTest::sesarsRefusalGoesOutAgain()
{
    destination(Partner::Sesar);
    const QList<SessionKey> active = activeForSesar();
    const Delivery first = sent(Partner::Sesar);
    const QString file = acknowledge(first.key, {active.first()}, "refuse");
    const Result<Delivery> read = exports().acknowledge(file);
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->refusedLines, 1);
    QVERIFY(read->acceptedAt.isValid());
    QCOMPARE(exports().acknowledge(file).value(), *read);
    const Delivery second = sent(Partner::Sesar);
    QCOMPARE(second.counts.added, 1);
    QCOMPARE(exports().differences(second.id).value().first().key, active.first());
    const auto events = m_fixture->office().events(active.first());
    QCOMPARE(events->deliveries.first().refusal, QStringLiteral("essai"));
}

void ExportTest::acknowledgementOfSomethingElseIsRefused_data()
{
    QTest::addColumn<QString>("delivery");
    QTest::addColumn<QString>("session");
    QTest::newRow("another delivery") << QStringLiteral("sesar-20261123-inconnu") << QString();
    QTest::newRow("another session") << QString() << QStringLiteral("SE_inconnue");
}

void ExportTest::acknowledgementOfSomethingElseIsRefused()
{
    QFETCH(const QString, delivery);
    QFETCH(const QString, session);
    destination(Partner::Sesar);
    const Delivery first = sent(Partner::Sesar);
    SessionKey key = activeForSesar().first();
    if (!session.isEmpty())
        key.session = session;
    const Result<Delivery> read =
        exports().acknowledge(acknowledge(delivery.isEmpty() ? first.key : delivery, {key}));
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Refused);
    QVERIFY(read.error().message.contains(session.isEmpty() ? delivery : session));
    QVERIFY(exports().deliveries(Partner::Sesar, 1)->first().acceptedAt.isNull());
}

void ExportTest::fallAsksFirst()
{
    const QString folder = destination(Partner::Aude);
    const Delivery first = sent(Partner::Aude);
    const QByteArray before = contentOf(QDir(folder).filePath(QStringLiteral("aude.xml")));
    set({{QStringLiteral("partner/aude/max-fall"), QStringLiteral("1")}});
    deactivate(audience(&Audience::table));
    const Delivery held = sent(Partner::Aude);
    QCOMPARE(held.state, DeliveryState::Held);
    QVERIFY(held.question.contains(QString::number(held.counts.fall())));
    QVERIFY(held.question.contains(QString::number(first.counts.lines)));
    QCOMPARE(contentOf(QDir(folder).filePath(QStringLiteral("aude.xml"))), before);
    QCOMPARE(exports().transmit(held.id).error().code, ErrorCode::Refused);
    QCOMPARE(exports().confirm(held.id, QStringLiteral(" ")).error().code,
             ErrorCode::InvalidArgument);
    QVERIFY(exports().confirm(held.id, QStringLiteral("fin des marchés")));
    const Delivery delivered = exports().transmit(held.id).value();
    QCOMPARE(delivered.state, DeliveryState::Delivered);
    QCOMPARE(delivered.confirmation, QStringLiteral("fin des marchés"));
    QVERIFY(contentOf(QDir(folder).filePath(QStringLiteral("aude.xml"))) != before);
}

void ExportTest::answeredFallIsNotAskedAgain()
{
    destination(Partner::Aude);
    sent(Partner::Aude);
    set({{QStringLiteral("partner/aude/max-fall"), QStringLiteral("1")}});
    deactivate(audience(&Audience::table));
    const Delivery sentAtOnce = sent(Partner::Aude, QStringLiteral("fin des marchés"));
    QCOMPARE(sentAtOnce.state, DeliveryState::Delivered);
    QVERIFY(!sentAtOnce.question.isEmpty());
}

void ExportTest::heldOneIsGivenUp()
{
    destination(Partner::Aude);
    const Delivery first = sent(Partner::Aude);
    set({{QStringLiteral("partner/aude/max-fall"), QStringLiteral("1")}});
    deactivate(audience(&Audience::table));
    const Delivery held = sent(Partner::Aude);
    QVERIFY(QDir(held.folder).exists());
    const Delivery dropped = exports().drop(held.id, QStringLiteral("erreur")).value();
    QCOMPARE(dropped.state, DeliveryState::Dropped);
    QVERIFY(!QDir(held.folder).exists());
    QCOMPARE(exports().drop(held.id, {}).error().code, ErrorCode::Refused);
    QCOMPARE(exports().partners()->at(int(Partner::Aude)).delivered->id, first.id);
}

void ExportTest::newerOneTakesItsPlace()
{
    destination(Partner::Aude);
    const Delivery old = exports().prepare({Partner::Aude, {}, {}, {}})->delivery;
    const Delivery next = sent(Partner::Aude);
    QCOMPARE(next.state, DeliveryState::Delivered);
    const QList<Delivery> all = exports().deliveries(Partner::Aude, 9).value();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.last().id, old.id);
    QCOMPARE(all.last().state, DeliveryState::Dropped);
    QVERIFY(!QDir(old.folder).exists());
    QCOMPARE(exports().transmit(old.id).error().code, ErrorCode::Refused);
}

void ExportTest::folderThatIsAwayIsTriedAgain()
{
    const QString folder = destination(Partner::Aude);
    QVERIFY(QDir(folder).removeRecursively());
    const Delivery waiting = sent(Partner::Aude);
    QCOMPARE(waiting.state, DeliveryState::ToDo);
    QCOMPARE(waiting.tries, 1);
    QVERIFY(waiting.nextTryAt > Clock::now());
    QVERIFY(waiting.result.contains(QDir::toNativeSeparators(folder)));
    QVERIFY(exports().due()->isEmpty()); // not before its time
    QVERIFY(QDir().mkpath(folder));
    const Delivery delivered = exports().transmit(waiting.id).value();
    QCOMPARE(delivered.state, DeliveryState::Delivered);
    QCOMPARE(delivered.tries, 2);
    QVERIFY(!QDir(delivered.folder).exists());
}

void ExportTest::whatArrivedIsNotSentAgain()
{
    const QString folder = destination(Partner::Aude);
    const Delivery prepared = exports().prepare({Partner::Aude, {}, {}, {}})->delivery;
    // As a process leaves it that dies between the last file and the word to the base.
    QDir().mkpath(folder);
    m_fixture->write(QStringLiteral("chez-aude/") + manifestName(Partner::Aude),
                     toManifest(prepared));
    const QString file = m_fixture->write(QStringLiteral("chez-aude/aude.xml"), "taken away");
    const Delivery delivered = exports().transmit(prepared.id).value();
    QCOMPARE(delivered.state, DeliveryState::Delivered);
    QCOMPARE(contentOf(file), "taken away");
    QCOMPARE(sent(Partner::Aude).counts.added, 0);
}

void ExportTest::onlyWhatWasPreparedLeaves()
{
    const QString folder = destination(Partner::Aude);
    const Delivery prepared = exports().prepare({Partner::Aude, {}, {}, {}})->delivery;
    QFile file(QDir(prepared.folder).filePath(QStringLiteral("aude.xml")));
    QVERIFY(file.open(QIODevice::Append) && file.write("<!-- -->") > 0);
    file.close();
    const Delivery failed = exports().transmit(prepared.id).value();
    QCOMPARE(failed.state, DeliveryState::Failed);
    QVERIFY(failed.result.contains(QDir::toNativeSeparators(prepared.folder)));
    QVERIFY(filesUnder(folder).isEmpty());
    QCOMPARE(sent(Partner::Aude).state, DeliveryState::Delivered);
    QCOMPARE(exports().retry(prepared.id).error().code, ErrorCode::Refused);
}

void ExportTest::leftoversOfTheLastDeliveryGo()
{
    const QString folder = destination(Partner::Parcours3);
    sent(Partner::Parcours3);
    const QStringList before = filesUnder(folder);
    const QString foreign =
        m_fixture->write(QStringLiteral("chez-parcours3/ailleurs.txt"), "not ours");
    const SessionKey gone = activeForSesar().first();
    Keys ofAction;
    for (const SessionKey &key : audience(&Audience::partners)) {
        if (key.formation == gone.formation)
            ofAction.insert(key);
    }
    deactivate(ofAction);
    const Delivery delivery = sent(Partner::Parcours3, QStringLiteral("essai"));
    QCOMPARE(delivery.state, DeliveryState::Delivered);
    QVERIFY(QFile::exists(foreign));
    QCOMPARE(filesUnder(folder).size(), before.size()); // one less, and the foreign one
    const QByteArray index = contentOf(QDir(folder).filePath(QStringLiteral("index.xml")));
    const QStringList offers = filesUnder(QDir(folder).filePath(QStringLiteral("offres")));
    for (const QString &offer : offers)
        QVERIFY(index.contains("file=\"offres/" + offer.toUtf8() + '"'));
    QVERIFY(!index.contains(gone.formation.toUtf8()));
}

void ExportTest::nothingToSendIsSaid()
{
    OfficeFixture empty;
    for (const Partner partner : partners) {
        const Result<PreparedDelivery> sent =
            empty.office().exports().send({partner, {}, empty.path(QStringLiteral("x")), {}});
        QVERIFY(!sent);
        QCOMPARE(sent.error().code,
                 partner == Partner::Sesar ? ErrorCode::NothingNew : ErrorCode::Refused);
        QVERIFY(sent.error().message.contains(partnerName(partner)));
    }
    QVERIFY(empty.office().exports().deliveries({}, 9)->isEmpty());
}

void ExportTest::partnerWithoutDestinationIsSaid()
{
    const Result<PreparedDelivery> sent = exports().send({Partner::Aude, {}, {}, {}});
    QVERIFY(!sent);
    QCOMPARE(sent.error().code, ErrorCode::Refused);
    QVERIFY(sent.error().message.contains(partnerName(Partner::Aude)));
}

void ExportTest::previewLeavesNoTrace()
{
    const QString folder = destination(Partner::Aude);
    const ExportPreview preview = exports().preview({Partner::Aude, {}, {}, {}}).value();
    QCOMPARE(preview.counts.added, qint64(audience(&Audience::partners).size()));
    QCOMPARE(preview.differences.size(), preview.counts.added);
    QVERIFY(filesUnder(folder).isEmpty());
    QVERIFY(exports().deliveries({}, 9)->isEmpty());
    sent(Partner::Aude);
    QCOMPARE(exports().preview({Partner::Aude, {}, {}, {}})->differences,
             QList<ExportDifference>());
}

void ExportTest::roundSendsEachPartnerOnceADay()
{
    for (const Partner partner : partners)
        destination(partner);
    const auto round = [this] {
        QStringList outcomes;
        const auto steps = m_fixture->office().synchronisation().run();
        for (const SyncStep &step : *steps)
            outcomes << toToken(*step.partner) + u'=' + toToken(step.outcome);
        return outcomes.join(u' ');
    };
    QCOMPARE(round(), QStringLiteral("portal=done sesar=done aude=done parcours3=done "
                                     "parcoursh=done"));
    QCOMPARE(round(), QString());
}

void ExportTest::roundGoesOnAfterAFailure()
{
    const QString away = destination(Partner::Portal);
    destination(Partner::Aude);
    QVERIFY(QDir(away).removeRecursively());
    const auto steps = m_fixture->office().synchronisation().run().value();
    QCOMPARE(steps.size(), 2);
    QCOMPARE(steps.first().outcome, SyncStep::Outcome::Waiting);
    QCOMPARE(steps.last().outcome, SyncStep::Outcome::Done);
}

void ExportTest::sessionRemembersWhereItWent()
{
    destination(Partner::Aude);
    destination(Partner::Portal);
    sent(Partner::Aude);
    sent(Partner::Portal);
    const SessionKey key = *audience(&Audience::table).begin();
    const auto events = m_fixture->office().events(key);
    QCOMPARE(events->deliveries.size(), 2);
    QCOMPARE(events->deliveries.first().partner, Partner::Aude);
    QVERIFY(events->deliveries.first().sentAt.isValid());
}

void ExportTest::cancelledExportLeavesNothing()
{
    const QString folder = destination(Partner::Aude);
    const Result<PreparedDelivery> prepared =
        exports().prepare({Partner::Aude, {}, {}, {}}, [](qint64, qint64) { return false; });
    QVERIFY(!prepared);
    QCOMPARE(prepared.error().code, ErrorCode::Cancelled);
    QVERIFY(exports().deliveries({}, 9)->isEmpty());
    const Delivery ready = exports().prepare({Partner::Aude, {}, {}, {}})->delivery;
    const Delivery stopped =
        exports().transmit(ready.id, [](qint64, qint64) { return false; }).value();
    QCOMPARE(stopped.state, DeliveryState::ToDo);
    QVERIFY(filesUnder(folder).isEmpty());
    QCOMPARE(exports().transmit(ready.id)->state, DeliveryState::Delivered);
}

void ExportTest::sesarMayHaveWhatWasTried()
{
    const QString folder = destination(Partner::Sesar);
    const QList<SessionKey> active = activeForSesar();
    QVERIFY(QDir(folder).removeRecursively());
    const Delivery waiting = sent(Partner::Sesar);
    QCOMPARE(waiting.state, DeliveryState::ToDo);
    deactivate({active.first()});
    const Result<PreparedDelivery> another = exports().prepare({Partner::Sesar, {}, {}, {}});
    QVERIFY(!another);
    QCOMPARE(another.error().code, ErrorCode::Refused);
    QCOMPARE(exports().drop(waiting.id, {}).error().code, ErrorCode::InvalidArgument);
    QVERIFY(QDir().mkpath(folder));
    const Delivery same = sent(Partner::Sesar); // goes on with the one that waits
    QCOMPARE(same.id, waiting.id);
    QCOMPARE(same.state, DeliveryState::Delivered);
    const Delivery next = sent(Partner::Sesar);
    QCOMPARE(next.counts.removed, 1);
    QCOMPARE(filesUnder(folder).filter(QStringLiteral(".csv")).size(), 2);
}

void ExportTest::secondAcknowledgementAddsItsAnswers()
{
    destination(Partner::Sesar);
    const QList<SessionKey> active = activeForSesar();
    QVERIFY(active.size() >= 3);
    const Delivery first = sent(Partner::Sesar);
    QVERIFY(exports().acknowledge(acknowledge(first.key, {active.at(0)})));
    const auto events = [&](qsizetype i) {
        return m_fixture->office().events(active.at(i))->deliveries.first();
    };
    QVERIFY(events(0).acceptedAt.isValid());
    QVERIFY(!events(1).acceptedAt.isValid()); // nothing was said of it
    const Delivery read =
        exports().acknowledge(acknowledge(first.key, {active.at(1)}, "refuse")).value();
    QCOMPARE(read.refusedLines, 1);
    QCOMPARE(events(1).refusal, QStringLiteral("essai"));
    const Result<Delivery> contrary =
        exports().acknowledge(acknowledge(first.key, {active.at(0)}, "refuse"));
    QVERIFY(!contrary);
    QCOMPARE(contrary.error().code, ErrorCode::Refused);
}

void ExportTest::copyLeavesThePartnerWhatItHas()
{
    const QString folder = destination(Partner::Sesar);
    QDir().mkpath(out("copie"));
    const Delivery copy = exports().send({Partner::Sesar, {}, out("copie"), {}})->delivery;
    QCOMPARE(copy.state, DeliveryState::Delivered);
    QVERIFY(copy.isCopy);
    const Delivery real = sent(Partner::Sesar);
    QCOMPARE(real.counts.added, copy.counts.added);
    QVERIFY(QFile::exists(QDir(folder).filePath(real.key + QLatin1String(".csv"))));
}

void ExportTest::yesterdaysFilesAreNotSent()
{
    destination(Partner::Aude);
    const QDate yesterday = BackOffice::demoDay().addDays(-1);
    const Delivery old = exports().prepare({Partner::Aude, yesterday, {}, {}})->delivery;
    QVERIFY(exports().due()->isEmpty());
    const Result<Delivery> tried = exports().transmit(old.id);
    QVERIFY(!tried);
    QCOMPARE(tried.error().code, ErrorCode::Refused);
    const auto steps = m_fixture->office().synchronisation().run().value();
    QCOMPARE(steps.size(), 1);
    QCOMPARE(steps.first().delivery->day, BackOffice::demoDay());
    QCOMPARE(steps.first().outcome, SyncStep::Outcome::Done);
}

void ExportTest::anotherAccountsDeliveryStaysItsOwn()
{
    destination(Partner::Aude);
    const Delivery ours = exports().prepare({Partner::Aude, {}, {}, {}})->delivery;
    const auto base =
        Database::open(DatabaseUrl::parse(QStringLiteral("sqlite:") + out("base.recoupe")).value());
    QVERIFY(base);
    ExportService others(**base, QStringLiteral("Zoé"), Clock{BackOffice::demoDay()},
                         out("autre.envois"));
    QVERIFY(others.due()->isEmpty());
    const Result<Delivery> tried = others.transmit(ours.id);
    QVERIFY(!tried);
    QVERIFY(tried.error().message.contains(QStringLiteral("Odile")));
    QCOMPARE(exports().due()->size(), 1);
    QVERIFY(others.drop(ours.id, {})); // its account may be gone
}

void ExportTest::lastSessionTakesItsFilesAlong()
{
    const QString folder = destination(Partner::Portal);
    const QString leaflet = destination(Partner::ParcoursH);
    sent(Partner::Portal);
    sent(Partner::ParcoursH);
    const QDate late(2040, 1, 1);
    const auto sendLate = [&](Partner partner) {
        return exports().send({partner, late, {}, QStringLiteral("tout est fini")})->delivery;
    };
    QCOMPARE(sendLate(Partner::Portal).state, DeliveryState::Delivered);
    QCOMPARE(filesUnder(folder), QStringList{manifestName(Partner::Portal)});
    const Delivery empty = sendLate(Partner::ParcoursH);
    QCOMPARE(empty.counts.lines, 0);
    QCOMPARE(contentOf(QDir(leaflet).filePath(QStringLiteral("parcours-h.csv"))).count('\n'), 1);
}

void ExportTest::foreignManifestRemovesNothing()
{
    const QString folder = destination(Partner::Aude);
    Delivery foreign;
    foreign.key = QStringLiteral("not-ours");
    foreign.partner = Partner::Aude;
    foreign.files = {{QStringLiteral("victim.txt"), 3, {}}, {QStringLiteral("../x"), 1, {}}};
    m_fixture->write(QStringLiteral("chez-aude/") + manifestName(Partner::Aude),
                     toManifest(foreign));
    const QString victim = m_fixture->write(QStringLiteral("chez-aude/victim.txt"), "abc");
    QCOMPARE(sent(Partner::Aude).state, DeliveryState::Delivered);
    QVERIFY(QFile::exists(victim));
    QVERIFY(QFile::exists(QDir(folder).filePath(QStringLiteral("aude.xml"))));
}

void ExportTest::vanishedSessionOfAnotherFunderLeavesThePortal()
{
    const auto ofOthers = [this] {
        Keys keys;
        for (const SessionKey &key : audience(&Audience::publicPortal)) {
            if (m_fixture->session(key.session).session().funder() == Funder::Other)
                keys.insert(key);
        }
        return keys;
    };
    const Keys before = ofOthers();
    QVERIFY(!before.empty());
    QByteArray feed = contentOf(QStringLiteral(RECOUPE_SOURCE_DIR "resources/demo/portail.xml"));
    const qsizetype begin =
        feed.indexOf("<formation numero=\"" + before.begin()->formation.toUtf8());
    QVERIFY(begin > 0);
    feed.remove(begin, feed.indexOf("</formation>", begin) + 12 - begin);
    QVERIFY(m_fixture->office().imports().importLheo(
        m_fixture->write(QStringLiteral("sans.xml"), feed)));
    QVERIFY(!ofOthers().contains(*before.begin()));
}

void ExportTest::roundTellsWhatIsHeldAndLeavesWhatWasGivenUp()
{
    destination(Partner::Aude);
    sent(Partner::Aude);
    set({{QStringLiteral("partner/aude/max-fall"), QStringLiteral("1")}});
    deactivate(audience(&Audience::table));
    const Delivery held = sent(Partner::Aude);
    const auto round = [this] { return m_fixture->office().synchronisation().run().value(); };
    QCOMPARE(round().size(), 1);
    QCOMPARE(round().first().outcome, SyncStep::Outcome::Held);
    QVERIFY(exports().drop(held.id, {}));
    QVERIFY(round().isEmpty());
}

void ExportTest::smallestFallBeyondTheShareAsks()
{
    QCOMPARE((DeliveryCounts{84, 106, 0, 0, 22, 0}.fall()), 21); // 20.75 %
    destination(Partner::Aude);
    const Delivery first = sent(Partner::Aude);
    const Keys all = audience(&Audience::table);
    const qint64 share = first.counts.lines / 5;
    Keys some(all.begin(), std::next(all.begin(), share + 1));
    deactivate(some);
    QCOMPARE(sent(Partner::Aude).state, DeliveryState::Held);
}

void ExportTest::everyFileIsJudgedByTheSchema()
{
    const QString xsd = QStringLiteral(RECOUPE_SHARED_DIR "/lheo/lheo-2.3.xsd");
    if (!QFile::exists(xsd))
        QSKIP("the schema of LHEO 2.3 is not beside the project");
    set({{QStringLiteral("export/lheo-xsd"), xsd}});
    for (const Partner partner : partners) {
        destination(partner);
        const Delivery delivery = sent(partner);
        QVERIFY2(delivery.state == DeliveryState::Delivered, qPrintable(delivery.result));
        QCOMPARE(delivery.counts.leftOut, 0);
    }
}

void ExportTest::schemaThatIsAwayIsSaid()
{
    destination(Partner::Aude);
    const QString xsd = m_fixture->path(QStringLiteral("absent.xsd"));
    set({{QStringLiteral("export/lheo-xsd"), xsd}});
    const Result<PreparedDelivery> failed = exports().send({Partner::Aude, {}, {}, {}});
    QVERIFY(!failed);
    QVERIFY2(failed.error().message.contains(QStringLiteral("absent.xsd")),
             qPrintable(failed.error().message));
    QVERIFY(exports().deliveries({}, 9)->isEmpty());
}

QTEST_GUILESS_MAIN(ExportTest)
#include "tst_exports.moc"
