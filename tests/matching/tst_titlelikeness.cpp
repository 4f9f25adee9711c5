// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/titlelikeness.h"
#include "matching/wordlikeness.h"

#include <QFile>
#include <QTest>
#include <QTextStream>

#include <algorithm>
#include <random>
#include <set>
#include <vector>

using namespace recoupe;

namespace {

struct Titles
{
    const char *name;
    const char *a;
    const char *b;
};

constexpr Titles ofOneTraining[]{
    {"case and accents", "TITRE PROFESSIONNEL MACON", "Titre professionnel Maçon"},
    {"kinds of dashes", "Aide‑soignant – remise en emploi", "Aide-soignant — remise en emploi"},
    {"ligatures", "Œuvrer dans l’œnotourisme", "Oeuvrer dans l'oenotourisme"},
    {"decomposed accents", "Mac\u0327on", "Maçon"},
    {"word order", "Assembleur soudeur industriel", "Soudeur assembleur industriel"},
    {"stop words", "Agent de la propreté et de l'hygiène", "Agent propreté hygiène"},
    {"feminine", "Vendeuse conseillère en magasin", "Vendeur conseiller en magasin"},
    {"feminine in brackets", "Employé(e)s administratif(ve)s", "Employé administratif"},
    {"feminine behind a point", "Technicien·ne de maintenance", "Technicien de maintenance"},
    {"feminine behind a hyphen", "Vendeur-euse", "Vendeur"},
    {"plural", "Agents techniques municipaux", "Agent technique municipal"},
    {"CAP", "CAP Pâtissier", "Certificat d'aptitude professionnelle pâtissier"},
    {"C.A.P.", "C.A.P. Maçon", "CAP Maçon"},
    {"TP", "TP Cuisinier", "Titre professionnel de cuisinier"},
    {"titre pro", "Titre pro. Cuisinier", "TP Cuisinier"},
    {"BP", "BP Coiffure", "Brevet professionnel coiffure"},
    {"BPA", "BPA Travaux forestiers", "Brevet professionnel agricole travaux forestiers"},
    {"bac pro", "Bac pro Gestion-administration",
     "Baccalauréat professionnel gestion administration"},
    {"BTS", "BTS Tourisme", "Brevet de technicien supérieur tourisme"},
    {"BEP", "BEP Électrotechnique", "Brevet d'études professionnelles électrotechnique"},
    {"CQP", "CQP Animateur périscolaire",
     "Certificat de qualification professionnelle Animateur périscolaire"},
    {"DE", "DE Aide-soignant", "Diplôme d'État d'aide-soignant"},
    {"DEAS", "DEAS", "Diplôme d'Etat d'aide soignant(e)"},
    {"DEAES", "DEAES", "Diplôme d'État d'accompagnant éducatif et social"},
    {"AEPE", "CAP AEPE", "CAP Accompagnant éducatif petite enfance"},
    {"ADVF", "TP ADVF", "Titre professionnel Assistant(e) de vie aux familles"},
    {"DWWM", "DWWM", "Développeur web et web mobile"},
    {"RAN and dpt", "RAN dpt 63", "Remise à niveau 63 – (Réactif)"},
    {"département by its name", "Remise à niveau Puy-de-Dôme", "Remise à niveau 63 – (Réactif)"},
    {"département of one word", "E2C Allier", "Ecole de la deuxième chance – ER2C 03"},
    {"second chance in figures", "École de la 2ème chance 43",
     "Ecole de la deuxième chance – ER2C 43"},
    {"FLE", "FLE à visée pro", "Français langue étrangère à visée professionnelle"},
    {"VAE", "Accompagnement VAE", "Accompagnement à la validation des acquis de l'expérience"},
    {"CléA", "CléA", "Certificat CléA"},
    {"POEC", "POEC commis de cuisine",
     "Préparation opérationnelle à l'emploi collective : commis de cuisine"},
    {"abbreviated words", "Tech. de maint. indus.", "Technicien de maintenance industrielle"},
    {"opérateur", "Opér. de production", "Opérateur de production"},
    {"gest.", "Gest. de paie", "Gestionnaire de paie"},
    {"one word cut", "Soudeur assembl. indust.", "Soudeur assembleur industriel"},
    {"compound in one word", "Atelier multisectoriel", "Atelier multi-sectoriel"},
    {"médico-social in one word", "Secrétaire assistant médicosocial",
     "Secrétaire assistant médico-social"},
    {"contract around the title",
     "Accord-cadre de prestations de formation – Lot n° 3 : Secrétaire assistant médico-social",
     "Titre professionnel Secrétaire assistant médico-social"},
    {"contract with its place",
     "Marché d'actions de formation « Conducteur du transport routier de marchandises sur porteur "
     "», Cournon-d'Auvergne",
     "Titre professionnel Conducteur du transport routier de marchandises sur porteur"},
    {"title cut short", "Parcours expérimental aide à domicile et outils num",
     "Parcours expérimental aide à domicile et outils numériques en milieu rural"},
    {"title contained", "Agent de propreté", "Titre professionnel Agent de propreté et d'hygiène"},
    {"year and hours", "Anglais des affaires 2027 (70 h)", "Anglais des affaires"},
    {"level in Roman figures", "Soudeur niveau III", "Soudeur niveau 3"},
    {"level counted as before 2019", "Soudeur niveau V", "Soudeur niveau 3"},
    {"only one names a level", "Soudeur niveau 3", "Soudeur"},
    {"second year", "BTS Tourisme 2e année", "BTS Tourisme deuxième année"},
    {"levels of languages", "FLE A1", "FLE niveau A1"},
    {"CACES", "Cariste CACES R489 cat. 1, 3 et 5", "Cariste CACES R489 catégories 1 3 5"},
    {"a slip", "Secrétaire comtable", "Secrétaire comptable"},
    {"two letters swapped", "Maçno", "Maçon"},
    {"doubled letter", "Anglais profesionnel hotellerie", "Anglais professionnel hôtellerie"},
    {"slip in a phrase", "Titer professionnel Maçon", "Titre professionnel Maçon"},
    {"same family", "Restauration collective", "Métiers de la restauration collective"},
};

constexpr Titles ofOtherTrainings[]{
    {"agents", "Agent de propreté", "Agent de sécurité"},
    {"secretaries", "Secrétaire assistant médico-social", "Secrétaire assistant"},
    {"other secretaries", "Secrétaire assistant", "Secrétaire comptable"},
    {"technicians", "Technicien de maintenance industrielle",
     "Technicien d'assistance en informatique"},
    {"employees", "Titre professionnel Employé commercial",
     "Titre professionnel Employé administratif et d'accueil"},
    {"assistants", "Titre professionnel Assistant de vie aux familles",
     "Titre professionnel Assistant ressources humaines"},
    {"only the certificate in common", "Titre professionnel Maçon",
     "Titre professionnel Façadier peintre"},
    {"only the scheme in common",
     "Préparation opérationnelle à l'emploi collective : aide à domicile",
     "Préparation opérationnelle à l'emploi collective : commis de cuisine"},
    {"certificates of one field", "BTS Comptabilité et gestion", "Bac pro Comptabilité"},
    {"short words of other initials", "Maçon", "Façon"},
    {"electricity and electronics", "Titre professionnel Électricien",
     "Titre professionnel Électronicien"},
    {"languages", "Anglais professionnel pour l'hôtellerie et le tourisme",
     "Espagnol professionnel pour l'hôtellerie et le tourisme"},
    {"levels", "Secrétaire comptable niveau 3", "Secrétaire comptable niveau 4"},
    {"levels in Roman figures", "Soudeur niveau III", "Soudeur niveau V"},
    {"levels of languages", "FLE niveau A1", "FLE niveau B1"},
    {"segments", "SIEG segment 1 Remise à niveau", "SIEG segment 2 Remise à niveau"},
    {"years", "BTS Tourisme 1re année", "BTS Tourisme 2e année"},
    {"départements", "Remise à niveau 63 – (Réactif)", "Remise à niveau 03 – (Réactif)"},
    {"département by its name", "Remise à niveau Cantal", "Remise à niveau 63"},
    {"permits", "Permis C", "Permis D"},
    {"CACES categories", "CACES R489 catégorie 1", "CACES R489 catégorie 5"},
};

void addTitles(std::span<const Titles> rows)
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    for (const Titles &row : rows)
        QTest::newRow(row.name) << QString::fromUtf8(row.a) << QString::fromUtf8(row.b);
}

//! The objects of the contracts in the demonstration data, each once.
QStringList demoTitles()
{
    QFile file(QStringLiteral(RECOUPE_SOURCE_DIR "resources/demo/notifications.csv"));
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return {};
    constexpr qsizetype titleColumn = 3;
    std::set<QString> titles;
    QTextStream lines(&file);
    lines.readLine();
    while (!lines.atEnd())
        titles.insert(lines.readLine().split(u';').value(titleColumn));
    return {titles.begin(), titles.end()};
}

//! The textbook's recursion over a table: slow, and easy to see right.
int plainDistance(const QByteArray &a, const QByteArray &b)
{
    std::vector<std::vector<int>> table(size_t(a.size()) + 1,
                                        std::vector<int>(size_t(b.size()) + 1));
    for (size_t i = 0; i <= size_t(a.size()); ++i) {
        for (size_t j = 0; j <= size_t(b.size()); ++j) {
            if (i == 0 || j == 0) {
                table[i][j] = int(i + j);
                continue;
            }
            const auto sign = [](const QByteArray &text, size_t at) {
                return text[qsizetype(at) - 1];
            };
            const int replaced = sign(a, i) == sign(b, j) ? 0 : 1;
            table[i][j] = std::min(
                {table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + replaced});
            if (i > 1 && j > 1 && sign(a, i) == sign(b, j - 1) && sign(a, i - 1) == sign(b, j))
                table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
        }
    }
    return table[size_t(a.size())][size_t(b.size())];
}

} // namespace

class TitleLikenessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTitles_data();
    void readsTitles();
    void titlesOfOneTrainingAreAlike_data() { addTitles(ofOneTraining); }
    void titlesOfOneTrainingAreAlike();
    void titlesOfOtherTrainingsAreNot_data() { addTitles(ofOtherTrainings); }
    void titlesOfOtherTrainingsAreNot();
    void isSymmetricAndWithinItsScale();
    void emptyTitlesAreLikeNothing_data();
    void emptyTitlesAreLikeNothing();
    void demoTitlesAreToldApart();
    void demoTitlesSurviveASlip();
    void boundsWhatItReads();
    void countsEditsAsTheTextbookDoes();
};

void TitleLikenessTest::readsTitles_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *title, const char *words) {
        QTest::newRow(title) << QString::fromUtf8(title) << QString::fromUtf8(words);
    };
    row("CAP Pâtissier", "cap patisier");
    row("Certificat d'aptitude professionnelle", "cap");
    row("Brevet professionnel agricole", "bpa");
    row("Employé(e)s administratif(ve)s", "employ administratif");
    row("Soudeur / soudeuse", "soudeur");
    row("Ouvrière du paysage", "ouvrier paysag");
    row("Conductrice de travaux", "conducteur traval");
    row("Niveau III", "niveau:3");
    row("niveaux 3 et 4", "niveau:3 niveau:4");
    row("Anglais B1", "anglai niveau:b1");
    row("SIEG segment 2", "segment:2");
    row("2ème année", "rang:2 ann");
    row("Lot n° 12 : Maçon", "macon");
    row("Maçon, 35 heures, 12 places", "macon");
    row("Maçon 2026-2027", "macon");
    row("Maçon M1451401", "macon");
    row("Maçon 63000 Clermont-Ferrand", "macon clermont ferand");
    row("CACES R489", "caces r489");
    row("ER2C Haute-Loire", "er2c 43");
    row("Monistrol-sur-Loire", "monistrol loir");
    row("Second œuvre", "secondoeuvre");
    row("Gestes de premiers secours", "gest secours");
    row("Langue chinoise 中文 niveau 2", "langu chinois niveau:2");
}

void TitleLikenessTest::readsTitles()
{
    QFETCH(const QString, title);
    QFETCH(const QString, words);
    QCOMPARE(TitleWords(title).toString(), words);
}

void TitleLikenessTest::titlesOfOneTrainingAreAlike()
{
    QFETCH(const QString, a);
    QFETCH(const QString, b);
    const double likeness = titleLikeness(a, b);
    QVERIFY2(likeness >= alikeTitles, qPrintable(QString::number(likeness)));
}

void TitleLikenessTest::titlesOfOtherTrainingsAreNot()
{
    QFETCH(const QString, a);
    QFETCH(const QString, b);
    const double likeness = titleLikeness(a, b);
    QVERIFY2(likeness < alikeTitles, qPrintable(QString::number(likeness)));
}

void TitleLikenessTest::isSymmetricAndWithinItsScale()
{
    QStringList titles = demoTitles();
    for (const Titles &row : ofOneTraining)
        titles << QString::fromUtf8(row.a) << QString::fromUtf8(row.b);
    for (const Titles &row : ofOtherTrainings)
        titles << QString::fromUtf8(row.a) << QString::fromUtf8(row.b);
    const QList<TitleWords> words(titles.begin(), titles.end());
    for (qsizetype i = 0; i < words.size(); ++i) {
        QCOMPARE(titleLikeness(words[i], words[i]), 1.0);
        for (qsizetype j = 0; j < i; ++j) {
            const double likeness = titleLikeness(words[i], words[j]);
            QVERIFY(likeness >= 0 && likeness <= 1);
            QCOMPARE(titleLikeness(words[j], words[i]), likeness);
        }
    }
}

void TitleLikenessTest::emptyTitlesAreLikeNothing_data()
{
    QTest::addColumn<QString>("title");
    QTest::newRow("nothing") << QString();
    QTest::newRow("filler") << QStringLiteral("Non renseigné");
    QTest::newRow("signs") << QStringLiteral("— / …");
    QTest::newRow("stop words") << QStringLiteral("de la");
    QTest::newRow("only the contract") << QStringLiteral("Action de formation, lot 3");
    QTest::newRow("another alphabet") << QStringLiteral("сварщик");
}

void TitleLikenessTest::emptyTitlesAreLikeNothing()
{
    QFETCH(const QString, title);
    QVERIFY(TitleWords(title).isEmpty());
    QCOMPARE(titleLikeness(title, title), 0.0);
    QCOMPARE(titleLikeness(title, u"Maçon"), 0.0);
}

void TitleLikenessTest::demoTitlesAreToldApart()
{
    const QStringList titles = demoTitles();
    QVERIFY(titles.size() > 40);
    for (const QString &a : titles) {
        for (const QString &b : titles) {
            if (a != b && titleLikeness(a, b) >= alikeTitles)
                QFAIL(qPrintable(a + QStringLiteral(" / ") + b));
        }
    }
}

//! Letters of the word that holds that sign; 0 for what is no letter.
qsizetype wordLengthAt(const QString &title, qsizetype at)
{
    if (!title[at].isLetter())
        return 0;
    qsizetype begin = at;
    qsizetype end = at;
    while (begin > 0 && title[begin - 1].isLetter())
        --begin;
    while (end < title.size() && title[end].isLetter())
        ++end;
    return end - begin;
}

// A sign forgotten anywhere in a long title: the rule must not fire. A short word that lost a
// letter, or one that lost its initial, may be another one.
void TitleLikenessTest::demoTitlesSurviveASlip()
{
    for (const QString &title : demoTitles()) {
        if (TitleWords(title).words().size() < 4)
            continue;
        for (qsizetype at = 0; at < title.size(); ++at) {
            const qsizetype length = wordLengthAt(title, at);
            const bool isInitial = at == 0 || !title[at - 1].isLetter();
            if (length < 5 || isInitial)
                continue;
            QString slipped = title;
            slipped.remove(at, 1);
            const double likeness = titleLikeness(slipped, title);
            QVERIFY2(likeness >= alikeTitles, qPrintable(slipped));
        }
    }
}

void TitleLikenessTest::boundsWhatItReads()
{
    const QString word = QStringLiteral("anticonstitutionnellement");
    QVERIFY(TitleWords(word).words().front().text().size() <= TitleWord::maxLength);
    QString many;
    for (int i = 0; i < 2000; ++i)
        many += QStringLiteral("mot") + QChar(u'a' + i % 26) + QChar(u'a' + i / 26 % 26) + u' ';
    QVERIFY(TitleWords(many).words().size() <= 32);
    QCOMPARE(titleLikeness(many, many), 1.0);
}

void TitleLikenessTest::countsEditsAsTheTextbookDoes()
{
    std::mt19937 random(20261123);
    const auto word = [&random] {
        QByteArray text(qsizetype(random() % 21), 'a');
        for (char &c : text)
            c = char('a' + random() % 4);
        return text;
    };
    for (int round = 0; round < 20000; ++round) {
        const QByteArray a = word();
        const QByteArray b = word();
        QCOMPARE(editDistance(QLatin1String(a), QLatin1String(b)), plainDistance(a, b));
    }
}

QTEST_APPLESS_MAIN(TitleLikenessTest)
#include "tst_titlelikeness.moc"
