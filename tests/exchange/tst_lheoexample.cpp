// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/exchangefixtures.h"

using namespace recoupe;
using namespace recoupe::test;

// The sample feed beside the project, read as a whole.
class TestLheoExample : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsFormationsAndSessions();
    void findsPeriodsAndStates_data();
    void findsPeriodsAndStates();
    void findsFundings_data();
    void findsFundings();
    void findsPlacesAndPeople();
    void findsTheMandataires();
    void findsInfoMeetings();
    void keepsWhatItDoesNotKnow();

private:
    const TrainingSession &session(const QString &numero) const;

    RecordingSink m_sink;
};

void TestLheoExample::initTestCase()
{
    const QString fileName = QStringLiteral(RECOUPE_SHARED_DIR "/lheo/exemple-2.3.xml");
    if (!QFile::exists(fileName))
        QSKIP("The sample data beside the project (shared/lheo/exemple-2.3.xml) is not there.");
    const Result<> read = readLheo(fileName, m_sink);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
}

const TrainingSession &TestLheoExample::session(const QString &numero) const
{
    static const TrainingSession none;
    for (const SubmittedSession &candidate : m_sink.sessions) {
        if (candidate.session.key.session == numero)
            return candidate.session;
    }
    return none;
}

void TestLheoExample::findsFormationsAndSessions()
{
    QCOMPARE(m_sink.order.join(u' '),
             QStringLiteral("a03_F0001204 s03_S0007801 s03_S0007802 s03_S0007640 s03_S0007911 "
                            "a03_F0001266 s03_S0008015"));
    QCOMPARE(m_sink.rejections.size(), 0);
    QCOMPARE(m_sink.warnings, QStringList());
    QCOMPARE(m_sink.actions.at(0).line, 7);
    QCOMPARE(m_sink.actions.at(0).action.title, QStringLiteral("Titre professionnel plaquiste"));
    QCOMPARE(m_sink.actions.at(0).action.formacodes.join(u' '), QStringLiteral("22403 22402"));
    QCOMPARE(m_sink.actions.at(0).action.certifications.join(u' '),
             QStringLiteral("RNCP320 80735"));
    QVERIFY(m_sink.actions.at(0).action.content.startsWith(
        QStringLiteral("Module 1 : lecture de plans & implantation.\nModule 2")));
    QCOMPARE(session(QStringLiteral("03_S0007801")).key.toString(),
             QStringLiteral("03_F0001204/03_A0003310/03_S0007801"));
}

void TestLheoExample::findsPeriodsAndStates_data()
{
    QTest::addColumn<QString>("numero");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("end");
    QTest::addColumn<RecruitmentState>("recruitment");
    QTest::addColumn<EntryMode>("entryMode");
    const auto row = [](const QString &numero, const QString &start, const QString &end,
                        RecruitmentState recruitment, EntryMode entryMode) {
        QTest::newRow(qPrintable(numero)) << numero << start << end << recruitment << entryMode;
    };
    using enum RecruitmentState;
    row(QStringLiteral("03_S0007801"), QStringLiteral("20270301"), QStringLiteral("20270827"), Open,
        EntryMode::Fixed);
    row(QStringLiteral("03_S0007802"), QStringLiteral("20270900"), QStringLiteral("99999999"),
        Suspended, EntryMode::Fixed);
    row(QStringLiteral("03_S0007640"), QStringLiteral("20261012"), QStringLiteral("20270212"),
        Closed, EntryMode::Fixed);
    row(QStringLiteral("03_S0007911"), QStringLiteral("20270111"), QStringLiteral("20270319"), Open,
        EntryMode::Fixed);
    row(QStringLiteral("03_S0008015"), QStringLiteral("20270104"), QStringLiteral("20271217"),
        Suspended, EntryMode::Permanent);
}

void TestLheoExample::findsPeriodsAndStates()
{
    QFETCH(QString, numero);
    const TrainingSession &found = session(numero);
    QTEST(found.start.toLheo(), "start");
    QTEST(found.end.toLheo(), "end");
    QTEST(found.recruitment, "recruitment");
    QTEST(found.entryMode, "entryMode");
}

void TestLheoExample::findsFundings_data()
{
    QTest::addColumn<QString>("numero");
    QTest::addColumn<QString>("fundings");
    QTest::newRow("Région with FSE")
        << QStringLiteral("03_S0007801")
        << QStringLiteral("2 2026-R-0412-03 lot 03 [PRF 2027 - Qualification] 12 places, 3");
    QTest::newRow("Pôle emploi") << QStringLiteral("03_S0007640")
                                 << QStringLiteral("4 AFC-83-2025-0077 [AFC] 15 places");
    QTest::newRow("OPCO with Pôle emploi")
        << QStringLiteral("03_S0007911")
        << QStringLiteral("16 POEC-BTP-2026-19 [POEC] 10 places, 4 [POEC]");
    QTest::newRow("Agefiph") << QStringLiteral("03_S0008015")
                             << QStringLiteral("7 AGF-ARA-2026-EXP-05 [Expérimentale] 8 places");
}

void TestLheoExample::findsFundings()
{
    QFETCH(QString, numero);
    QStringList fundings;
    for (const Funding &funding : session(numero).fundings) {
        QString text = QString::number(funding.funderCode);
        if (!funding.marketNumber.isEmpty())
            text += u' ' + funding.marketNumber;
        if (!funding.lot.isEmpty())
            text += QStringLiteral(" lot ") + funding.lot;
        if (!funding.scheme.isEmpty())
            text += QStringLiteral(" [%1]").arg(funding.scheme);
        if (funding.places)
            text += QStringLiteral(" %1 places").arg(*funding.places);
        fundings << text;
    }
    QTEST(fundings.join(QStringLiteral(", ")), "fundings");
}

void TestLheoExample::findsPlacesAndPeople()
{
    const TrainingSession &first = session(QStringLiteral("03_S0007801"));
    const Place place{QStringLiteral("Bâti-Volcans Formation - plateau technique de la Combaude"),
                      {QStringLiteral("12 rue des Essais"), QStringLiteral("Bâtiment B")},
                      QStringLiteral("63000"),
                      QStringLiteral("Clermont-Ferrand"),
                      QStringLiteral("63113")};
    QCOMPARE(first.place, place);
    QCOMPARE(first.contacts.size(), 2);
    const Contact contact{QStringLiteral("Madame"),
                          QStringLiteral("Solène"),
                          QStringLiteral("Chabrol"),
                          {QStringLiteral("04 65 71 10 10")},
                          QStringLiteral("solene.chabrol@bati-volcans.example.org")};
    QCOMPARE(first.contacts[0], contact);
    QCOMPARE(first.deliverers.size(), 2);
    QCOMPARE(first.deliverers[1].legalName, QStringLiteral("COMPETENCES EN BOURBONNAIS"));
    QCOMPARE(first.deliverers[1].contact.fullName(), QStringLiteral("Kévin Mazal"));
    const Duration duration{620, 280, 900, 35};
    QCOMPARE(first.duration, duration);
    QCOMPARE(session(QStringLiteral("03_S0007802")).particularity,
             QStringLiteral("Session conditionnelle, affermie selon les inscriptions : dates à "
                            "confirmer."));

    QCOMPARE(session(QStringLiteral("03_S0007640")).place.city, QStringLiteral("Montluçon"));
    QCOMPARE(session(QStringLiteral("03_S0007911")).place, Place());
    const TrainingSession &last = session(QStringLiteral("03_S0008015"));
    QCOMPARE(last.place.city, QStringLiteral("Le Puy-en-Velay"));
    QCOMPARE(last.otherPlaces.size(), 1);
    QCOMPARE(last.otherPlaces[0].departement(), QStringLiteral("15"));
}

void TestLheoExample::findsTheMandataires()
{
    const Organisation &first = m_sink.actions.at(0).action.mandataire;
    QCOMPARE(first.siret, QStringLiteral("99990010300014"));
    QCOMPARE(first.name, QStringLiteral("Bâti-Volcans Formation"));
    QCOMPARE(first.activityNumber, QStringLiteral("83630999963"));
    QCOMPARE(first.contact.fullName(), QStringLiteral("Rémi Vigouroux"));
    const QList<Contact> &contacts = m_sink.actions.at(0).action.contacts;
    QCOMPARE(contacts.size(), 1);
    QCOMPARE(contacts[0].telephones.join(u'/'), QStringLiteral("04 65 71 10 10/06 39 98 10 10"));
    QCOMPARE(m_sink.actions.at(1).action.mandataire.siret, QStringLiteral("99990031900016"));
}

void TestLheoExample::findsInfoMeetings()
{
    const QList<InfoMeeting> &own = session(QStringLiteral("03_S0007801")).infoMeetings;
    QCOMPARE(own.size(), 1);
    QCOMPARE(own[0].date.toLheo(), QStringLiteral("20270203"));
    QCOMPARE(own[0].startTime, QStringLiteral("09h00"));
    QCOMPARE(own[0].place.name, QStringLiteral("Maison de l'emploi, salle Gergovie"));

    const QList<InfoMeeting> &shared = session(QStringLiteral("03_S0007802")).infoMeetings;
    QCOMPARE(shared.size(), 2);
    QCOMPARE(shared[0].date.toLheo(), QStringLiteral("20270120"));
    QCOMPARE(shared[1].place.city, QStringLiteral("Clermont-Ferrand"));
    QCOMPARE(session(QStringLiteral("03_S0007911")).infoMeetings.size(), 0);
}

void TestLheoExample::keepsWhatItDoesNotKnow()
{
    QCOMPARE(m_sink.sessions.at(2).session.key.session, QStringLiteral("03_S0007640"));
    QVERIFY(m_sink.sessions.at(2).source.contains(
        "<extras info=\"bilan-recrutement\"><extra info=\"date\">20260918</extra>"));
    QVERIFY(!m_sink.actions.at(0).source.contains("<action"));
}

QTEST_APPLESS_MAIN(TestLheoExample)
#include "tst_lheoexample.moc"
