// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagetest.h"

#include "storage/deliveryrepository.h"
#include "storage/mailingrepository.h"
#include "support/postgresserver.h"

#include <QCryptographicHash>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <cstdio>

namespace recoupe::test {

namespace {

struct Surroundings
{
    QTemporaryDir folder{QDir::tempPath() + QStringLiteral("/recoupe é 'test-XXXXXX")};
    std::unique_ptr<PostgresServer> server;
    int files = 0;
};

std::unique_ptr<Surroundings> surroundings;

QByteArray digestOf(const QByteArray &source)
{
    return QCryptographicHash::hash(source, QCryptographicHash::Sha1);
}

Place fullPlace(const QString &text)
{
    return {text,
            {text, QString(), text + u'2'},
            QStringLiteral("03000"),
            text + u'c',
            QStringLiteral("03190")};
}

Contact fullContact(const QString &text)
{
    return {QStringLiteral("Mme"),
            text + u'p',
            text + u'n',
            {QStringLiteral("04 70 00 00 00"), text},
            QStringLiteral("a@b.fr")};
}

Organisation fullOrganisation(const QString &text)
{
    return {QStringLiteral("123 456 789 00012"), text, text + u'l', QStringLiteral("83630000001"),
            fullContact(text)};
}

} // namespace

DatabaseUrl::Backend backend()
{
    return qEnvironmentVariable("RECOUPE_TEST_BACKEND") == u"postgresql"
               ? DatabaseUrl::Backend::PostgreSql
               : DatabaseUrl::Backend::Sqlite;
}

std::optional<int> startBackend()
{
    surroundings = std::make_unique<Surroundings>();
    if (isSqlite())
        return std::nullopt;
    if (PostgresServer::isExcused()) {
        std::puts("Skipped: RECOUPE_WITHOUT_POSTGRESQL is set.");
        return 0;
    }
    Result<std::unique_ptr<PostgresServer>> server = PostgresServer::start();
    if (!server) {
        std::puts(qPrintable(server.error().message));
        return 1;
    }
    surroundings->server = std::move(*server);
    return std::nullopt;
}

void stopBackend()
{
    surroundings.reset();
}

DatabaseUrl newUrl()
{
    if (surroundings->server)
        return surroundings->server->newDatabase().value();
    DatabaseUrl url;
    url.path =
        surroundings->folder.filePath(QStringLiteral("base %1.recoupe").arg(++surroundings->files));
    return url;
}

Base::Base()
    : Base(newUrl())
{
}

DatabaseUrl Base::inFile(const QString &file)
{
    DatabaseUrl url;
    url.path = file;
    return url;
}

Base::Base(const DatabaseUrl &url)
{
    Result<std::unique_ptr<Database>> opened = Database::open(url);
    if (!opened)
        qFatal("%s", qPrintable(explained(opened)));
    database = std::move(*opened);
    importId = import(QDateTime(QDate(2026, 1, 5), QTime(8, 0), Qt::UTC));
}

void Base::write(const std::function<Result<>()> &work)
{
    const Result<> done = database->inTransaction(work);
    REQUIRE(done);
}

QVariant Base::ask(const QString &sql) const
{
    QSqlQuery query(database->connection());
    return query.exec(sql) && query.next() ? query.value(0) : QVariant();
}

qint64 Base::import(QDateTime at)
{
    return written<qint64>([&] {
        ImportRecord record;
        record.fileName = QStringLiteral("flux.xml");
        record.at = at;
        record.operatorName = QStringLiteral("Zoé");
        return ImportRepository(*database).begin(record);
    });
}

SubmittedAction fullAction(const QString &text)
{
    TrainingAction action;
    action.numero = QStringLiteral("FO_1");
    action.title = text;
    action.objective = text + u'o';
    action.expectedResults = text + u'r';
    action.content = text.repeated(300);
    action.entryLevel = QStringLiteral("4");
    action.exitLevel = QStringLiteral("5");
    action.certifying = false;
    action.nsfCodes = {QStringLiteral("331"), QStringLiteral("310")};
    action.formacodes = {QStringLiteral("23011"), QStringLiteral("00001")};
    action.certifications = {QStringLiteral("RNCP 1"), text};
    action.mandataire = fullOrganisation(text);
    action.contacts = {fullContact(text), Contact(), fullContact(text + u'b')};
    action.createdOn = PartialDate(QDate(2025, 12, 1));
    action.changedOn = PartialDate::ofYear(2026);
    const QByteArray source = "<formation>" + text.toUtf8() + QByteArray("\0\xff", 2);
    return {action, source, digestOf(source), 12};
}

SubmittedSession fullSession(const QString &text)
{
    TrainingSession session;
    session.key = {QStringLiteral("FO_1"), text, QStringLiteral("SE_1")};
    session.start = PartialDate::ofMonth(2026, 3);
    session.end = *PartialDate::fromLheo(u"99999999");
    session.entryMode = EntryMode::Permanent;
    session.recruitment = RecruitmentState::Suspended;
    session.place = fullPlace(text);
    session.otherPlaces = {fullPlace(text + u'a'), Place()};
    session.fundings = {{2, QStringLiteral("M1451401"), text, QStringLiteral("AFC"), 3, 0},
                        {16, {}, {}, {}, 0, std::nullopt}};
    session.duration = {400, 0, std::nullopt, 35};
    session.rhythm = text;
    session.particularity = text + u'p';
    session.deliverers = {fullOrganisation(text), Organisation()};
    session.contacts = {fullContact(text)};
    session.infoMeetings = {{PartialDate(QDate(2026, 2, 28)), QStringLiteral("9h"),
                             QStringLiteral("14h15"), fullPlace(text), text}};
    session.assessments = {{PartialDate::ofMonth(2026, 6), true, text},
                           {PartialDate(QDate(2026, 4, 1)), false, {}}};
    session.outdatedOnPortal = true;
    session.createdOn = *PartialDate::fromLheo(u"00000000");
    session.changedOn = PartialDate(QDate(2026, 1, 2));
    const QByteArray source = "<action>" + text.toUtf8();
    return {session, source, digestOf(source), 34};
}

AwardNotification fullAward(const QString &text)
{
    AwardNotification award;
    award.funder = Funder::PoleEmploi;
    award.market = MarketNumber(QStringLiteral(" m 145-1401 "));
    award.lot = text;
    award.title = text + u't';
    award.awardeeSirets = {QStringLiteral("123 456 789 00012"), text};
    award.awardeeName = text + u'n';
    award.notifiedOn = QDate(2026, 1, 2);
    award.receivedOn = QDate(2026, 1, 5);
    award.start = QDate(2026, 2, 1);
    award.end = QDate(2026, 12, 31);
    award.durationMonths = 11;
    award.placeScope = PlaceScope::Commune;
    award.placeCode = QStringLiteral("63113");
    award.place = text + u'l';
    award.postalCode = QStringLiteral("03000");
    award.scheme = text + u's';
    award.siegSegment = 2;
    award.places = 0;
    award.replaces = QStringLiteral("M0000001");
    award.extras = {{text, text + u'v'}, {QStringLiteral("vide"), QString()}};
    return award;
}

SesarDeclaration fullDeclaration(const QString &text)
{
    SesarDeclaration declaration;
    declaration.market = MarketNumber(QStringLiteral("M1451401"));
    declaration.sessionNumero = text;
    declaration.title = text + u't';
    declaration.start = QDate(2026, 2, 1);
    declaration.end = QDate(2026, 5, 31);
    declaration.place = text + u'l';
    declaration.postalCode = QStringLiteral("63000");
    declaration.objective = text + u'o';
    declaration.entryMode = EntryMode::Fixed;
    declaration.extras = {{text, text}};
    return declaration;
}

SubmittedSession sessionOf(const QString &numero, RecruitmentState recruitment,
                           const QString &words)
{
    TrainingSession session;
    session.key = {QStringLiteral("FO_1"), QStringLiteral("AF_1"), numero};
    session.recruitment = recruitment;
    session.particularity = words;
    const QByteArray source = (numero + toToken(recruitment) + words).toUtf8();
    return {session, source, digestOf(source), 1};
}

namespace {

const QDateTime eventTime(QDate(2026, 11, 22), QTime(6, 0, 0, 12), Qt::UTC);

void decide(Base &base, const QString &value)
{
    Decision decision;
    decision.batch = value;
    decision.at = eventTime;
    decision.operatorName = QStringLiteral("Zoé");
    decision.subject = DecisionSubject::Setting;
    decision.kind = DecisionKind::Setting;
    decision.setting = QStringLiteral("deadline/days");
    decision.after = value;
    decision.reason = QStringLiteral("Accord de l'été");
    (void)base.written<qint64>([&] { return DecisionRepository(*base.database).append(decision); });
}

} // namespace

void appendEveryEvent(Base &base)
{
    Database &database = *base.database;
    const QString zoe = QStringLiteral("Zoé");
    decide(base, QStringLiteral("5"));
    decide(base, QStringLiteral("6"));
    base.write([&] {
        return EditionRepository(database).append(
            {2026, 1, QDate(2026, 11, 22), eventTime, zoe, "{\"rows\":[]}", QString()});
    });
    base.write([&] {
        return EditionRepository(database).annul(2026, 1,
                                                 {eventTime, zoe, QStringLiteral("Erreur")});
    });
    base.write([&] {
        return MailingRepository(database).append(
            {2026, 1, QStringLiteral("63"), eventTime, zoe, 12});
    });
    Delivery delivery;
    delivery.key = QStringLiteral("clé");
    delivery.day = QDate(2026, 11, 22);
    delivery.preparedAt = eventTime;
    delivery.operatorName = zoe;
    delivery.question = QStringLiteral("Beaucoup moins de lignes ?");
    (void)base.written<qint64>([&] { return DeliveryRepository(database).add(delivery, {}); });
    decide(base, QStringLiteral("7"));
}

void disarm(Base &base, const QString &table)
{
    const QStringList statements =
        isSqlite() ? QStringList{QStringLiteral("DROP TRIGGER %1_no_update").arg(table),
                                 QStringLiteral("DROP TRIGGER %1_no_delete").arg(table)}
                   : QStringList{QStringLiteral("ALTER TABLE %1 DISABLE TRIGGER ALL").arg(table)};
    for (const QString &statement : statements) {
        QSqlQuery query(base.database->connection());
        QVERIFY2(query.exec(statement), qPrintable(statement));
    }
}

void addHostileTexts()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("accents") << QStringLiteral("Œuvre de l'été à Saint-Éloy – 50 %");
    QTest::newRow("decomposed accents") << QStringLiteral("e\u0301te\u0301");
    QTest::newRow("four bytes") << QStringLiteral("\U0001F41D𝒜");
    QTest::newRow("injection") << QStringLiteral("\"'); DROP TABLE sessions; --");
    QTest::newRow("placeholders") << QStringLiteral("? :a $1 %1 {id} {strict}");
    QTest::newRow("backslashes") << QStringLiteral("C:\\n\\u0041\\");
    QTest::newRow("lines and controls")
        << QStringLiteral("a\r\nb\tc\u0001\u001f\u007f\u0085\u2028");
    QTest::newRow("json") << QStringLiteral("[{\"a\":null}]");
    QTest::newRow("number") << QStringLiteral("0012");
}

} // namespace recoupe::test
