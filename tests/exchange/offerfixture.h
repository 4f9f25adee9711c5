// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/exchangefixtures.h"
#include "exchange/partners/offerwriter.h"
#include "support/testfiles.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTimeZone>

#include <functional>

//! Offers as the base hands them on, and the files that are made of them.
namespace recoupe::test {

inline const QString xsdFile = QStringLiteral(RECOUPE_SHARED_DIR "/lheo/lheo-2.3.xsd");

//! What a feed submitted, each session with the state of recruitment that it came with.
[[nodiscard]] inline QList<OutgoingOffer> offersOf(const RecordingSink &sink)
{
    QList<OutgoingOffer> offers;
    for (const SubmittedAction &action : sink.actions) {
        OutgoingOffer offer{action.action, action.source, {}};
        for (const SubmittedSession &session : sink.sessions) {
            if (session.session.key.formation == action.action.numero)
                offer.sessions << OutgoingSession{session.session, session.session.recruitment,
                                                  session.source};
        }
        offers << offer;
    }
    return offers;
}

[[nodiscard]] inline QList<OutgoingOffer> offersIn(const QString &fileName)
{
    RecordingSink sink;
    if (const Result<> read = readLheo(fileName, sink); !read)
        QTest::qFail(qPrintable(read.error().message), __FILE__, __LINE__);
    return offersOf(sink);
}

[[nodiscard]] inline QList<OutgoingOffer> offersOfContent(const QByteArray &content)
{
    const Folder folder;
    return offersIn(folder.write(QStringLiteral("flux.xml"), content));
}

[[nodiscard]] inline FlowMarks sampleMarks()
{
    return {QStringLiteral("03"), QStringLiteral("84"), QStringLiteral("offre@carif.example.org"),
            QDateTime(QDate(2026, 11, 23), QTime(6, 30, 5), QTimeZone(3600))};
}

//! What came of writing some offers.
struct Written
{
    QList<WrittenSession> sessions;
    Result<QStringList> files;
    WritingRemarks remarks;

    [[nodiscard]] QStringList keys() const
    {
        QStringList keys;
        for (const WrittenSession &session : sessions)
            keys << session.key.toString();
        return keys;
    }
};

using OpenWriter = std::function<Result<std::unique_ptr<OfferWriter>>(const OfferWriting &)>;

[[nodiscard]] inline Written writeOffers(const OpenWriter &open, const OfferWriting &writing,
                                         const QList<OutgoingOffer> &offers)
{
    const Result<std::unique_ptr<OfferWriter>> writer = open(writing);
    if (!writer)
        return {{}, failureOf(writer), {}};
    Written written{{}, QStringList(), {}};
    for (const OutgoingOffer &offer : offers) {
        const Result<QList<WrittenSession>> sessions = (*writer)->add(offer);
        if (!sessions)
            return {written.sessions, failureOf(sessions), (*writer)->remarks()};
        written.sessions << *sessions;
    }
    written.files = (*writer)->finish();
    written.remarks = (*writer)->remarks();
    return written;
}

//! An LHEO file of some offers, in a folder of its own.
class WrittenLheo
{
    QTemporaryDir m_folder;

public:
    explicit WrittenLheo(const QList<OutgoingOffer> &offers,
                         Assessments assessments = Assessments::Kept, const QString &xsd = {})
        : written(writeOffers(
              [assessments](const OfferWriting &writing) {
                  return openLheoFile(writing, QStringLiteral("lheo.xml"), assessments);
              },
              {m_folder.path(), sampleMarks(), xsd}, offers))
    {
    }

    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("lheo.xml")); }
    [[nodiscard]] QByteArray xml() const { return bytesOf(path()); }

    Written written;
};

//! A formation that LHEO 2.3 finds nothing to say against: actions A1 with S1 and S2, A2 with S3.
[[nodiscard]] inline QByteArray validFormation()
{
    static const QByteArray address = "<adresse><ligne>1 rue Haute</ligne><codepostal>63300"
                                      "</codepostal><ville>Thiers</ville></adresse>";
    const auto session = [](const QByteArray &numero, const QByteArray &start,
                            const QByteArray &rest) {
        return "<session numero=\"" + numero + "\" datemaj=\"20261106\"><periode><debut>" + start +
               "</debut><fin>20270625</fin></periode><adresse-inscription>" + address +
               "</adresse-inscription>" + rest + "</session>";
    };
    const auto action = [](const QByteArray &numero, const QByteArray &sessions) {
        return "<action numero=\"" + numero +
               "\"><rythme-formation>Temps plein</rythme-formation>"
               "<code-public-vise ref=\"V14\">80006</code-public-vise>"
               "<niveau-entree-obligatoire>0</niveau-entree-obligatoire>"
               "<modalites-alternance>-</modalites-alternance>"
               "<modalites-enseignement>0</modalites-enseignement>"
               "<conditions-specifiques>aucune</conditions-specifiques>"
               "<prise-en-charge-frais-possible>1</prise-en-charge-frais-possible>"
               "<lieu-de-formation><coordonnees>" +
               address +
               "</coordonnees></lieu-de-formation>"
               "<modalites-entrees-sorties>0</modalites-entrees-sorties>" +
               sessions +
               "<nombre-heures-total>400</nombre-heures-total>"
               "<organisme-financeur><code-financeur>2</code-financeur></organisme-financeur>"
               "</action>";
    };
    return "<formation numero=\"F1\" datemaj=\"20261106\"><domaine-formation>"
           "<code-FORMACODE ref=\"V14\">23026</code-FORMACODE></domaine-formation>"
           "<intitule-formation>Soudeur &amp; tuyauteur</intitule-formation>"
           "<objectif-formation>Souder</objectif-formation>"
           "<resultats-attendus>Titre</resultats-attendus>"
           "<contenu-formation>Plans, soudage</contenu-formation><certifiante>1</certifiante>"
           "<contact-formation><coordonnees><nom>Sauzedde</nom><telfixe>"
           "<numtel>04 65 71 41 10</numtel></telfixe></coordonnees></contact-formation>"
           "<parcours-de-formation>4</parcours-de-formation>"
           "<code-niveau-entree>1</code-niveau-entree>" +
           action("A1", session("S1", "20270208",
                                "<etat-recrutement>1</etat-recrutement><extras info=\"bilans\">"
                                "<extras info=\"bilan-final\"><extra info=\"date\">20270304"
                                "</extra></extras></extras>") +
                            session("S2", "20270301",
                                    "<extras info=\"maison\"><extra info=\"cle\">valeur</extra>"
                                    "</extras>")) +
           action("A2", session("S3", "20270405", {})) +
           "<organisme-formation-responsable><numero-activite>83630123463</numero-activite>"
           "<SIRET-organisme-formation><SIRET>99990010300022</SIRET></SIRET-organisme-formation>"
           "<nom-organisme>Durolle Industrie</nom-organisme>"
           "<raison-sociale>Durolle Industrie SAS</raison-sociale>"
           "<coordonnees-organisme><coordonnees>" +
           address +
           "</coordonnees></coordonnees-organisme><contact-organisme><coordonnees>"
           "<nom>Sauzedde</nom></coordonnees></contact-organisme>"
           "</organisme-formation-responsable></formation>";
}

//! The offers of a feed with that formation, \a before replaced by \a after wherever it stands.
[[nodiscard]] inline QList<OutgoingOffer> offersWith(const QByteArray &before,
                                                     const QByteArray &after)
{
    const QByteArray formation = validFormation();
    if (!formation.contains(before))
        qFatal("not in the sample: %s", before.constData());
    return offersOfContent(feed(QByteArray(formation).replace(before, after)));
}

//! What xmllint, a judge of its own, says of a file; empty: it is valid LHEO 2.3.
[[nodiscard]] inline QString xmllintComplaint(const QStringList &files)
{
    QProcess xmllint;
    xmllint.setProcessChannelMode(QProcess::MergedChannels);
    xmllint.start(QStringLiteral("xmllint"),
                  QStringList{QStringLiteral("--noout"), QStringLiteral("--nonet"),
                              QStringLiteral("--schema"), xsdFile} +
                      files);
    xmllint.waitForFinished(-1);
    const QString said = QString::fromUtf8(xmllint.readAll());
    return xmllint.exitStatus() == QProcess::NormalExit && xmllint.exitCode() == 0 ? QString()
                                                                                   : said;
}

[[nodiscard]] inline bool hasXmllint()
{
    return !QStandardPaths::findExecutable(QStringLiteral("xmllint")).isEmpty();
}

} // namespace recoupe::test
