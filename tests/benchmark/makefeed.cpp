// SPDX-License-Identifier: GPL-3.0-or-later
// Writes an LHEO 2.3 feed of about the size asked for: bench_makefeed MEGABYTES FILE. Always the
// same for the same size; nobody in it exists.
#include <QCoreApplication>
#include <QFile>
#include <QRandomGenerator>
#include <QTextStream>

#include <array>

namespace {

constexpr std::array words{
    "formation",  "métier",    "stagiaire", "entreprise", "sécurité",     "qualité",    "client",
    "équipe",     "chantier",  "atelier",   "accueil",    "organisation", "techniques", "pratique",
    "évaluation", "matériaux", "hygiène",   "gestion",    "numérique",    "projet",     "œuvre",
    "protection", "service",   "soudure",   "cuisine",    "comptabilité", "langue",     "écrit",
};

class Feed
{
public:
    explicit Feed(QTextStream &out)
        : m_out(out)
    {
    }

    void formation(int number)
    {
        m_out << "    <formation numero=\"03_AF_" << number
              << "\" datecrea=\"20260901\" datemaj=\"20261101\">\n"
              << "      <domaine-formation><code-FORMACODE "
                 "ref=\"V14\">22403</code-FORMACODE></domaine-formation>\n"
              << "      <intitule-formation>" << text(6) << "</intitule-formation>\n"
              << "      <objectif-formation>" << text(60) << "</objectif-formation>\n"
              << "      <resultats-attendus>" << text(20) << "</resultats-attendus>\n"
              << "      <contenu-formation>" << text(160) << "</contenu-formation>\n"
              << "      <certifiante>1</certifiante>\n"
              << "      <contact-formation>" << contact(number) << "</contact-formation>\n"
              << "      <parcours-de-formation>1</parcours-de-formation>\n"
              << "      <code-niveau-entree>1</code-niveau-entree>\n";
        for (int i = 0, n = 1 + int(m_random.bounded(3U)); i < n; ++i)
            action();
        m_out << "      "
                 "<organisme-formation-responsable><numero-activite>83630999963</numero-activite>"
              << "<SIRET-organisme-formation><SIRET>99990010300014</SIRET></"
                 "SIRET-organisme-formation>"
              << "<nom-organisme>" << text(3) << "</nom-organisme><raison-sociale>" << text(3)
              << "</raison-sociale></organisme-formation-responsable>\n    </formation>\n";
    }

private:
    void action()
    {
        const int number = ++m_actions;
        m_out << "      <action numero=\"03_AC_" << number << "\">\n"
              << "        <rythme-formation>Temps plein</rythme-formation>\n"
              << "        <code-public-vise ref=\"V14\">80006</code-public-vise>\n"
              << "        <modalites-alternance>" << text(8) << "</modalites-alternance>\n"
              << "        <conditions-specifiques>" << text(12) << "</conditions-specifiques>\n"
              << "        <lieu-de-formation><coordonnees><adresse><ligne>12 rue des Essais</ligne>"
              << "<codepostal>63000</codepostal><ville>Clermont-Ferrand</ville>"
              << "<code-INSEE-commune>63113</code-INSEE-commune></adresse></coordonnees></"
                 "lieu-de-formation>\n"
              << "        <modalites-entrees-sorties>0</modalites-entrees-sorties>\n";
        for (int i = 0, n = 1 + int(m_random.bounded(3U)); i < n; ++i)
            session();
        m_out << "        <nombre-heures-centre>420</nombre-heures-centre>"
              << "<nombre-heures-entreprise>140</nombre-heures-entreprise>"
              << "<nombre-heures-total>560</nombre-heures-total>\n"
              << "        <organisme-financeur><code-financeur>2</code-financeur>"
              << "<nb-places-financees>12</nb-places-financees><extras info=\"specificites\">"
              << "<extra info=\"programme-financeur\">AFC</extra><extra "
                 "info=\"ref-action-marche-financeur\">M"
              << 2600000 + number << "</extra></extras></organisme-financeur>\n      </action>\n";
    }

    void session()
    {
        const int number = ++m_sessions;
        m_out << "        <session numero=\"SE_" << number << "\" datecrea=\"20260915\">"
              << "<periode><debut>20270" << 1 + number % 6 << "01</debut><fin>20270"
              << 7 + number % 3 << "15</fin></periode>\n"
              << "          <adresse-inscription><adresse><ligne>3 avenue de la Maquette</ligne>"
              << "<codepostal>63000</codepostal><ville>Clermont-Ferrand</ville></adresse></"
                 "adresse-inscription>\n"
              << "          <etat-recrutement>" << 1 + number % 3 << "</etat-recrutement>\n"
              << "          <contact-session>" << contact(number)
              << "</contact-session>\n        </session>\n";
    }

    QString contact(int number)
    {
        return QStringLiteral(
                   "<coordonnees><nom>%1</nom><telfixe><numtel>04 65 71 %2</numtel></telfixe>"
                   "<courriel>contact%2@example.org</courriel></coordonnees>")
            .arg(text(1))
            .arg(number % 10000, 4, 10, QLatin1Char('0'));
    }

    QString text(int length)
    {
        QStringList picked;
        for (int i = 0; i < length; ++i)
            picked << QString::fromUtf8(words[m_random.bounded(uint(words.size()))]);
        return picked.join(length > 20 && m_random.bounded(2U) ? QStringLiteral(" &amp; ")
                                                               : QStringLiteral(" "));
    }

    QTextStream &m_out;
    QRandomGenerator m_random{20261123U};
    int m_actions = 0;
    int m_sessions = 0;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return 2;
    QFile file(arguments[2]);
    if (!file.open(QIODevice::WriteOnly))
        return 3;
    QTextStream out(&file);
    out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<lheo xmlns=\"http://lheo.gouv.fr/2.3\">\n "
           " <offres>\n";
    Feed feed(out);
    const qint64 size = arguments[1].toLongLong() * 1024 * 1024;
    for (int number = 1; file.pos() < size; ++number)
        feed.formation(number);
    out << "  </offres>\n</lheo>\n";
    return 0;
}
