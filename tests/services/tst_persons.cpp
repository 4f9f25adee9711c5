// SPDX-License-Identifier: GPL-3.0-or-later
// Canaries: a person whose name nobody else has goes in by every way there is, and must be gone
// from every byte afterwards.
#include "exchange/odsfixture.h"
#include "exchange/xlsxfixture.h"
#include "services/maintenanceservice.h"
#include "services/officefixture.h"
#include "support/testfiles.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QStringEncoder>
#include <QTest>

#include <algorithm>

using namespace recoupe;
using recoupe::test::bytesOf;

namespace {

const QString sessionNumero = QStringLiteral("SE_0000060150");
// As feedOf() has her, too.
const QString name = QStringLiteral("Solène Chabrol");
const QString mail = QStringLiteral("chabrol@example.org");
const QString telephone = QStringLiteral("04 65 71 10 10");

//! What must not be found, however it is written.
QStringList canaries()
{
    return {QStringLiteral("Chabrol"),     QStringLiteral("chabrol"),
            QStringLiteral("CHABROL"),     QStringLiteral("Solène"),
            QStringLiteral("SOLENE"),      telephone,
            QStringLiteral("0465711010"),  QStringLiteral("04.65.71.10.10"),
            QStringLiteral("+33 4 65 71"), QStringLiteral("SOLÈNE")};
}

QList<QByteArray> encoded(const QString &text)
{
    return {text.toUtf8(), text.toLatin1(),
            QByteArray(QStringEncoder(QStringEncoder::Utf16LE).encode(text)),
            QByteArray(QStringEncoder(QStringEncoder::Utf16BE).encode(text)),
            text.normalized(QString::NormalizationForm_D).toUtf8()};
}

//! The canaries that stand in a file, or in its name.
QStringList canariesIn(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return {QStringLiteral("unreadable")};
    const QByteArray bytes = file.readAll();
    QStringList found;
    for (const QString &canary : canaries()) {
        for (const QByteArray &pattern : encoded(canary)) {
            if (bytes.contains(pattern) || fileName.toUtf8().contains(pattern))
                found << QFileInfo(fileName).fileName() + QStringLiteral(": ") + canary;
        }
    }
    found.removeDuplicates();
    return found;
}

//! The feed of the demonstration, in which the contact of one formation is her, by every spelling.
QByteArray feedWithHer()
{
    QFile file(QStringLiteral(RECOUPE_SOURCE_DIR "/resources/demo/portail.xml"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(file.errorString()));
    QByteArray feed = file.readAll();
    feed.replace("Sauzedde", "CHABROL").replace("Patrick", "Solène");
    feed.replace("patrick.sauzedde@durolle-industrie.example.org", mail.toUtf8());
    feed.replace("04 65 71 41 10", telephone.toUtf8());
    feed.replace("Session organisée à Thiers.", "Groupe 1, voir Mme Chabrol au 0465711010");
    feed.replace("Assembler et souder", "Avec CHABROL SOLENE (04.65.71.10.10), souder");
    feed.replace("Lecture de plans", "Sol&amp;egrave;ne Chabrol, +33 4 65 71 10 10");
    return feed;
}

} // namespace

class PersonsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyPlaceIsFound_data();
    void everyPlaceIsFound();
    void textThatCouldBeAnybodyIsRefused();
    void reasonMustNotNameThePerson();
    void sharedMailAsksForAName();
    void nothingIsLeftInAnyByte();
    void othersAreKept();
    void whoHasTheBaseOpenSeesIt();
    void sameFeedDoesNotBringHerBackAndIsToldOf();
    void changedFeedBringsHerBackWithAWarning();
    void backupsAreSaidOrRemoved();
    void headsAreNoCopies();
    void correctionOutlivesTheSameFeed();

private:
    [[nodiscard]] PersonService persons() { return m_fixture->office().persons(); }
    [[nodiscard]] Result<ErasureOutcome> erase(bool removesBackups = true)
    {
        return persons().erase({mail, QStringLiteral("À sa demande"), removesBackups});
    }
    //! Every file of the base: itself, what lies beside it, its backups, its outbox.
    [[nodiscard]] QStringList filesOfTheBase() const
    {
        QStringList files;
        QDirIterator all(m_fixture->path(QString()), QDir::Files | QDir::Hidden,
                         QDirIterator::Subdirectories);
        while (all.hasNext()) {
            const QString file = all.next();
            if (file.contains(QStringLiteral("base.recoupe")))
                files << file;
        }
        return files;
    }
    [[nodiscard]] QStringList canariesInTheBase() const
    {
        QStringList found;
        for (const QString &file : filesOfTheBase())
            found += canariesIn(file);
        return found;
    }
    void importTables();
    void writeAboutHer();
    void exportHer();

    std::unique_ptr<OfficeFixture> m_fixture;
};

void PersonsTest::init()
{
    m_fixture = std::make_unique<OfficeFixture>();
    QVERIFY(m_fixture->office().imports().importLheo(
        m_fixture->write(QStringLiteral("f.xml"), feedWithHer())));
    importTables();
    writeAboutHer();
    exportHer();
}

//! Notifications as CSV, XLSX, ODS and DECP, a SESAR file with a row to reject, prescribers.
void PersonsTest::importTables()
{
    ImportService imports = m_fixture->office().imports();
    const auto rows = [](const char *market) {
        return QList<QStringList>{
            {QStringLiteral("financeur"), QStringLiteral("numero_marche"),
             QStringLiteral("intitule"), QStringLiteral("siret_mandataire"),
             QStringLiteral("mandataire"), QStringLiteral("date_notification"),
             QStringLiteral("date_debut"), QStringLiteral("date_fin"), QStringLiteral("contact")},
            {QStringLiteral("PE"), QString::fromLatin1(market), QStringLiteral("Soudeur"),
             QStringLiteral("99990010300014"), QStringLiteral("Chabrol Solène conseil"),
             QStringLiteral("25/10/2026"), QStringLiteral("01/01/2027"),
             QStringLiteral("31/12/2027"), name + u' ' + telephone}};
    };
    const auto csv = [](const QList<QStringList> &table) {
        QStringList lines;
        for (const QStringList &row : table)
            lines << row.join(u';');
        return lines.join(u'\n').toUtf8();
    };
    QVERIFY(
        imports.importAwards(m_fixture->write(QStringLiteral("n.csv"), csv(rows("P2651401"))), {}));
    test::writeXlsx(m_fixture->path(QStringLiteral("n.xlsx")), rows("P2651402"));
    QVERIFY(imports.importAwards(m_fixture->path(QStringLiteral("n.xlsx")), {}));
    test::writeOds(m_fixture->path(QStringLiteral("n.ods")), rows("P2651403"));
    QVERIFY(imports.importAwards(m_fixture->path(QStringLiteral("n.ods")), {}));
    const QByteArray decp =
        R"({"marches": [{"id": "2026P265140400", "acheteur": {"id": "20005376700014"},
            "objet": "Soudeur, voir Sol\u00e8ne Chabrol", "dateNotification": "2026-11-02",
            "titulaires": [{"typeIdentifiant": "SIRET", "id": "99990010300014",
                            "denominationSociale": "CHABROL SOLÈNE EI"}]}]})";
    QVERIFY(
        imports.importAwards(m_fixture->write(QStringLiteral("d.json"), decp), Funder::PoleEmploi));
    const QByteArray sesar =
        "numero_marche;intitule;date_debut;date_fin;objectif;referent\n"
        "P2651401;Soudeur;01/03/2027;30/06/2027;Vu avec Solène Chabrol;chabrol@example.org\n"
        ";Soudeur;le 3, dit Mme Chabrol;30/06/2027;;\n";
    QVERIFY(imports.importSesar(m_fixture->write(QStringLiteral("s.csv"), sesar)));
    const QByteArray list = "departement;structure;courriel\n63;Cap;cap@exemple.fr\n"
                            "03;Solène Chabrol;Chabrol@example.org\n";
    ImportPlan plan{.file = m_fixture->write(QStringLiteral("Solène Chabrol.csv"), list),
                    .kind = ImportKind::Prescribers};
    const auto prescribers = imports.import(plan);
    QVERIFY2(prescribers.has_value(), prescribers ? "" : qPrintable(prescribers.error().message));
}

//! A note, a letter, a decision's reason, an edition with a reason, and settings.
void PersonsTest::writeAboutHer()
{
    BackOffice &office = m_fixture->office();
    const SessionKey key = m_fixture->session(sessionNumero).key();
    QVERIFY(office.notes().add(key, QStringLiteral("Rappeler Mme  CHABROL : 04-65-71-10-10")));
    Letter letter;
    letter.recipientName = QStringLiteral("Bâti-Formation");
    letter.address = mail;
    letter.subject = QStringLiteral("Pour Solène\u00A0Chabrol");
    letter.body = QStringLiteral("Madame Chabrol,\nvotre numéro +33 (0)4 65 71 10 10…");
    letter.sessions = {key};
    letter.reason = WrittenReason{ReturnReason::Other, QStringLiteral("Vu avec Chabrol Solene")};
    const auto recorded = office.letters().record(letter, LetterChannel::Copy);
    QVERIFY2(recorded.has_value(), recorded ? "" : qPrintable(recorded.error().message));
    const auto decided =
        office.decisions().activate({key}, QStringLiteral("Accord de Solène Chabrol"));
    QVERIFY2(decided.has_value(), decided ? "" : qPrintable(decided.error().message));
    const auto issued =
        office.editions().issue({.date = QDate(2026, 11, 23),
                                 .file = {m_fixture->path(QStringLiteral("t.csv"))},
                                 .overrideReason = QStringLiteral("Promis à Mme Chabrol")});
    QVERIFY2(issued.has_value(), issued ? "" : qPrintable(issued.error().message));
}

//! One delivery that arrived and one that waits, then the day's backup.
void PersonsTest::exportHer()
{
    BackOffice &office = m_fixture->office();
    QVERIFY(QDir().mkpath(m_fixture->path(QStringLiteral("envois"))));
    QVERIFY(QDir().mkpath(m_fixture->path(QStringLiteral("encore"))));
    for (const Partner partner : {Partner::Aude, Partner::Parcours3}) {
        const ExportRequest request{partner, {}, m_fixture->path(QStringLiteral("envois")), {}};
        const auto prepared = office.exports().prepare(request);
        QVERIFY2(prepared.has_value(), prepared ? "" : qPrintable(prepared.error().message));
        if (partner == Partner::Aude)
            QCOMPARE(office.exports().transmit(prepared->delivery.id)->state,
                     DeliveryState::Delivered);
    }
    const auto again = office.another();
    QVERIFY(again->open()); // keeps the day's copy
}

void PersonsTest::everyPlaceIsFound_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"chabrol@example.org", "CHABROL@EXAMPLE.ORG", "Solène Chabrol", "chabrol solene",
          "CHABROL, Solène", "04 65 71 10 10", "+33465711010", "00 33 (0)4.65.71.10.10"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void PersonsTest::everyPlaceIsFound()
{
    QFETCH(const QString, text);
    const auto report = persons().find(text);
    QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().message));
    QStringList where;
    for (const PersonPlace &place : report->places) {
        where << place.where;
        QVERIFY(place.remedy != PersonalRemedy::Keep);
        QVERIFY2(!place.said.contains(u'{'), qPrintable(place.said)); // in words
    }
    for (const char *expected :
         {"Action reçue du portail", "Session reçue du portail", "Notification de marché",
          "Déclaration SESAR", "Ligne rejetée d'un import", "Liste des imports",
          "Destinataires du tableau", "Note", "Courrier", "Journal : décision",
          "Édition du tableau"})
        QVERIFY2(where.contains(QString::fromUtf8(expected)), expected);
    QCOMPARE(report->waiting.size(), 1);
    QVERIFY(!report->copies.isEmpty());
    QVERIFY(report->person.emails.contains(mail, Qt::CaseInsensitive));
}

void PersonsTest::textThatCouldBeAnybodyIsRefused()
{
    for (const char *text : {"", "ab", "12", "@"})
        QCOMPARE(persons().find(QString::fromLatin1(text)).error().code,
                 ErrorCode::InvalidArgument);
}

void PersonsTest::reasonMustNotNameThePerson()
{
    QCOMPARE(persons().erase({mail, QStringLiteral("Demande de Mme Chabrol")}).error().code,
             ErrorCode::InvalidArgument);
    QCOMPARE(persons().erase({mail, QStringLiteral(" ")}).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(persons().erase({QStringLiteral("Zébulon Inconnu"), QStringLiteral("x")}).error().code,
             ErrorCode::NotFound);
}

void PersonsTest::sharedMailAsksForAName()
{
    QByteArray feed = feedOf({{}});
    feed.replace("AF_1", "AF_9");
    feed.replace("Chabrol", "Vacher").replace("Solène", "Paul").replace("10 10<", "20 20<");
    QVERIFY(m_fixture->office().imports().importLheo(m_fixture->write(
        QStringLiteral("g.xml"), feed.replace("chabrol@example.org", "Chabrol@example.org"))));
    const auto report = persons().find(mail);
    QCOMPARE(report.error().code, ErrorCode::InvalidArgument);
    QVERIFY(report.error().message.contains(QStringLiteral("Paul Vacher")));
    // By her name, what she shares with him is left to him.
    QVERIFY(persons().erase({name, QStringLiteral("À sa demande"), true}));
    const auto his = persons().find(QStringLiteral("Paul Vacher"));
    QVERIFY(his.has_value());
    QCOMPARE(his->contacts.size(), 1);
    QCOMPARE(his->contacts.first().email, QStringLiteral("Chabrol@example.org"));
}

void PersonsTest::nothingIsLeftInAnyByte()
{
    QVERIFY(!canariesInTheBase().isEmpty());
    const auto outcome = erase();
    QVERIFY2(outcome.has_value(), outcome ? "" : qPrintable(outcome.error().message));
    QCOMPARE(canariesInTheBase().join(u'\n'), QString());
    const auto report = m_fixture->office().maintenance().verify();
    QVERIFY(report.has_value());
    QCOMPARE(report->faults.join(u'\n'), QString());
    QVERIFY(report->trail.erased >= 2);
    QVERIFY(persons().find(mail)->places.isEmpty());
    // The edition is there, without her.
    const auto edition = m_fixture->office().editions().find(2026, 1);
    QVERIFY(edition.has_value());
    QCOMPARE(edition->rowCount(), 1);
    QCOMPARE(edition->groups.first().rows.first().contactName, QString());
    QVERIFY(edition->groups.first().rows.first().title.contains(QStringLiteral("Soudeur")));
}

void PersonsTest::othersAreKept()
{
    const qsizetype sessions = m_fixture->workspace()->sessions.size();
    QVERIFY(erase());
    QCOMPARE(m_fixture->workspace()->sessions.size(), sessions);
    QCOMPARE(m_fixture->session(sessionNumero).session().particularity,
             QStringLiteral("Groupe 1, voir Mme […] au […]"));
    QCOMPARE(m_fixture->office().distribution().prescribers()->size(), 1);
    // What goes out is still LHEO.
    const auto sent = m_fixture->office().exports().send(
        {Partner::Aude, {}, m_fixture->path(QStringLiteral("encore")), {}});
    QVERIFY2(sent.has_value(), sent ? "" : qPrintable(sent.error().message));
    QDirIterator files(m_fixture->path(QStringLiteral("encore")), QDir::Files,
                       QDirIterator::Subdirectories);
    QVERIFY(files.hasNext());
    while (files.hasNext())
        QCOMPARE(canariesIn(files.next()).join(u'\n'), QString());
}

void PersonsTest::whoHasTheBaseOpenSeesIt()
{
    const auto said = [](BackOffice &office) {
        const WorkspacePtr workspace = office.workspace().value();
        const auto session =
            std::ranges::find(workspace->sessions, sessionNumero,
                              [](const CheckedSession &checked) { return checked.key().session; });
        return session->session().particularity;
    };
    const auto colleague = m_fixture->office().another();
    QVERIFY(said(*colleague).contains(QStringLiteral("Chabrol")));
    QVERIFY(said(m_fixture->office()).contains(QStringLiteral("Chabrol")));
    QVERIFY(erase());
    QVERIFY(!said(m_fixture->office()).contains(QStringLiteral("Chabrol")));
    QVERIFY(!said(*colleague).contains(QStringLiteral("Chabrol")));
}

void PersonsTest::sameFeedDoesNotBringHerBackAndIsToldOf()
{
    QVERIFY(erase());
    const auto again = m_fixture->office().imports().importLheo(
        m_fixture->write(QStringLiteral("f.xml"), feedWithHer()));
    QVERIFY(again.has_value());
    QCOMPARE(again->record.changed + again->actionsChanged, 0);
    QCOMPARE(again->warnings.size(), 1);
    QVERIFY2(again->warnings.first().contains(QStringLiteral("ont été effacées")),
             qPrintable(again->warnings.first()));
    QCOMPARE(canariesInTheBase().join(u'\n'), QString());
}

void PersonsTest::changedFeedBringsHerBackWithAWarning()
{
    QVERIFY(erase());
    const auto changed = m_fixture->office().imports().importLheo(m_fixture->write(
        QStringLiteral("f.xml"), feedWithHer().replace("<ville>Thiers", "<ville>Ambert")));
    QVERIFY(changed.has_value());
    QVERIFY(changed->record.changed > 0);
    QCOMPARE(changed->warnings.size(), 1);
    QVERIFY(!persons().find(mail)->places.isEmpty());
}

void PersonsTest::backupsAreSaidOrRemoved()
{
    const auto kept = erase(false);
    QVERIFY(kept.has_value());
    QVERIFY2(kept->remains.join(u' ').contains(QStringLiteral(".sauvegardes")),
             qPrintable(kept->remains.join(u' ')));
    QVERIFY(!canariesInTheBase().isEmpty());
}

//! The heads of the trail lie among the copies and name nobody: they are its proof.
void PersonsTest::headsAreNoCopies()
{
    m_fixture->office().noteHead();
    const QString heads =
        m_fixture->path(QStringLiteral("base.recoupe.sauvegardes/base.recoupe.tetes.txt"));
    const QByteArray noted = bytesOf(heads);
    QVERIFY(!noted.isEmpty());
    const PersonReport report = persons().find(mail).value();
    for (const QString &copy : report.copies)
        QVERIFY2(!copy.endsWith(QStringLiteral(".txt")), qPrintable(copy));
    const auto erased = erase(true);
    QVERIFY(erased.has_value());
    QVERIFY(bytesOf(heads).startsWith(noted));
}

void PersonsTest::correctionOutlivesTheSameFeed()
{
    const auto outcome = persons().correct(mail, QStringLiteral("s.chabrol@exemple.fr"),
                                           QStringLiteral("Nouvelle adresse"));
    QVERIFY2(outcome.has_value(), outcome ? "" : qPrintable(outcome.error().message));
    QVERIFY(outcome->remains.join(u' ').contains(QStringLiteral("portail")));
    QVERIFY(m_fixture->office().imports().importLheo(
        m_fixture->write(QStringLiteral("f.xml"), feedWithHer())));
    const WorkspacePtr workspace = m_fixture->workspace();
    const Contact contact =
        workspace->actionOf(m_fixture->session(sessionNumero)).submitted.contacts.first();
    QCOMPARE(contact.email, QStringLiteral("s.chabrol@exemple.fr"));
    QCOMPARE(contact.lastName, QStringLiteral("CHABROL"));
    QVERIFY(!m_fixture->office().maintenance().verify()->trail.firstBreak);
    QCOMPARE(persons().correct(mail, telephone, QStringLiteral("x")).error().code,
             ErrorCode::InvalidArgument);
}

QTEST_MAIN(PersonsTest)
#include "tst_persons.moc"
