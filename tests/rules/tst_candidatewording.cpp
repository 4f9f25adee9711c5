// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/candidatewording.h"

#include "matching/agreeingcase.h"
#include "matching/awardcandidates.h"
#include "support/plaintext.h"

#include <QTest>

#include <functional>

using namespace recoupe;
using recoupe::test::plain;

namespace {

const QString siretA2 = QStringLiteral("99990010300022");
const QString siretB = QStringLiteral("99990024400016");

//! Agrees in the number too.
struct Case : test::AgreeingCase
{
    Case();

    //! What \a words says of the first candidate.
    template <typename Words>
    [[nodiscard]] auto say(Words words) const
    {
        const QList<AwardCandidate> candidates =
            CandidateIndex(awards).candidatesFor(action, session);
        Q_ASSERT(!candidates.isEmpty());
        const AwardCandidate &first = candidates.first();
        return words(CandidateCase{action, session, awards[first.award], first});
    }
    [[nodiscard]] QStringList lines() const;
};

Case::Case()
{
    award().title = action.title = QStringLiteral("Agent de propreté et d'hygiène");
    setMarket("M1451401");
}

QStringList Case::lines() const
{
    return say([](const CandidateCase &subject) {
        QStringList lines;
        for (const CriterionWords &words : candidateWords(subject))
            lines << plain(words.line());
        return lines;
    });
}

using Change = std::function<void(Case &)>;

} // namespace

Q_DECLARE_METATYPE(Change)

class CandidateWordingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysOneLineForEachCriterion();
    void saysWhatDiffers_data();
    void saysWhatDiffers();
    void summaryNamesCriteriaByGrade();
    void pointsAreOfAHundred();
    void saysWhyItIsNotSure_data();
    void saysWhyItIsNotSure();
    void spacesAreFrench();
};

void CandidateWordingTest::saysOneLineForEachCriterion()
{
    const QStringList lines = Case().lines();
    QCOMPARE(lines, (QStringList{
                        QStringLiteral("N° de marché : M1451401, le même"),
                        QStringLiteral("Mandataire : même établissement"),
                        QStringLiteral("Intitulé : le même"),
                        QStringLiteral("Période : session à l'intérieur du marché"),
                        QStringLiteral("Lieu : même commune"),
                    }));
}

void CandidateWordingTest::saysWhatDiffers_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *line, Change change) {
        QTest::newRow(line) << change << QString::fromUtf8(line);
    };
    row("N° de marché : M1451410 au lieu de M1451401, deux signes intervertis",
        [](Case &c) { c.setMarket("M1451410"); });
    row("N° de marché : M145I4O1 au lieu de M1451401, des signes qui se ressemblent",
        [](Case &c) { c.setMarket("M145I4O1"); });
    row("N° de marché : M145401 au lieu de M1451401, un signe manque",
        [](Case &c) { c.setMarket("M145401"); });
    row("N° de marché : M14514011 au lieu de M1451401, un signe de trop",
        [](Case &c) { c.setMarket("M14514011"); });
    row("N° de marché : M1451407 au lieu de M1451401, un signe diffère",
        [](Case &c) { c.setMarket("M1451407"); });
    row("N° de marché : M9999999 saisi, M1451401 notifié",
        [](Case &c) { c.setMarket("M9999999"); });
    row("N° de marché : absent de la session, M1451401 notifié", [](Case &c) { c.setMarket("."); });
    row("N° de marché : R4218 n'est pas un numéro de marché, M1451401 notifié",
        [](Case &c) { c.setMarket("R4218"); });
    row("N° de marché : M1451401 saisi, absent de la notification",
        [](Case &c) { c.award().market = MarketNumber(); });
    row("N° de marché : M1451401 et 2014M145140100, l'un contient l'autre",
        [](Case &c) { c.award().market = MarketNumber(QStringLiteral("2014M145140100")); });
    row("N° de marché : M1451401, le même ; le marché M2600077 le remplace", [](Case &c) {
        c.awards << c.award();
        c.awards.last().market = MarketNumber(QStringLiteral("M2600077"));
        c.awards.last().replaces = QStringLiteral("M1451401");
    });
    row("Mandataire : même entreprise, autre établissement",
        [](Case &c) { c.action.mandataire.siret = siretA2; });
    row("Mandataire : même établissement d'un membre du groupement",
        [](Case &c) { c.award().awardeeSirets.prepend(siretB); });
    row("Mandataire : même nom, mais pas le même SIRET",
        [](Case &c) { c.action.mandataire.siret = siretB; });
    row("Mandataire : même nom, un SIRET est absent ou illisible",
        [](Case &c) { c.award().awardeeSirets.clear(); });
    row("Mandataire : Limagne Savoirs saisi, ATELIER DES PUYS FORMATION notifié", [](Case &c) {
        c.action.mandataire.siret = siretB;
        c.action.mandataire.name = QStringLiteral("Limagne Savoirs");
    });
    row("Mandataire : non comparé, un SIRET est absent ou illisible",
        [](Case &c) { c.action.mandataire = {}; });
    row("Intitulé : proche (70 %)",
        [](Case &c) { c.action.title = QStringLiteral("Agent de propreté"); });
    row("Intitulé : éloigné (0 %)", [](Case &c) { c.action.title = QStringLiteral("Soudeur"); });
    row("Intitulé : non comparé, un intitulé est absent", [](Case &c) { c.action.title.clear(); });
    row("Période : 91 jours de la session dans le marché", [](Case &c) {
        c.session.start = PartialDate(QDate(2027, 4, 1));
        c.session.end = PartialDate(QDate(2027, 8, 31));
    });
    row("Période : session finie 1 jour avant le début du marché", [](Case &c) {
        c.session.start = PartialDate(QDate(2026, 10, 1));
        c.session.end = PartialDate(QDate(2027, 1, 3));
    });
    row("Période : session commencée 2 jours après la fin du marché", [](Case &c) {
        c.session.start = PartialDate(QDate(2027, 7, 2));
        c.session.end = PartialDate(QDate(2027, 8, 31));
    });
    row("Période : non comparée, une date est absente",
        [](Case &c) { c.session.start = c.session.end = PartialDate(); });
    row("Lieu : même département, autre commune (Riom saisi, Thiers notifié)", [](Case &c) {
        c.session.place.city = QStringLiteral("Riom");
        c.session.place.postalCode = QStringLiteral("63200");
    });
    row("Lieu : ailleurs (Vichy saisi, Thiers notifié)", [](Case &c) {
        c.session.place.city = QStringLiteral("Vichy");
        c.session.place.postalCode = QStringLiteral("03200");
    });
    row("Lieu : non comparé, un lieu est absent", [](Case &c) { c.session.place = {}; });
}

void CandidateWordingTest::saysWhatDiffers()
{
    QFETCH(const Change, change);
    QFETCH(const QString, line);
    Case c;
    change(c);
    const QStringList lines = c.lines();
    QVERIFY2(lines.contains(line), qPrintable(lines.join(u'\n')));
}

void CandidateWordingTest::summaryNamesCriteriaByGrade()
{
    Case c;
    QCOMPARE(plain(c.say(candidateSummary)),
             QStringLiteral("Marché M1451401, 100 % ; concordent : n° de marché, mandataire, "
                            "intitulé, période et lieu."));
    c.setMarket("M1451410");
    c.session.place.city = QStringLiteral("Vichy");
    c.session.place.postalCode = QStringLiteral("03200");
    c.session.start = c.session.end = PartialDate();
    QCOMPARE(plain(c.say(candidateSummary)),
             QStringLiteral("Marché M1451401, 88 % ; concordent : mandataire et intitulé ; "
                            "proches : n° de marché ; diffèrent : lieu."));
}

void CandidateWordingTest::pointsAreOfAHundred()
{
    Case c;
    c.setMarket("M1451410");
    c.action.mandataire.siret = siretA2;
    int points = 0;
    const QList<CriterionWords> all =
        c.say([](const CandidateCase &subject) { return candidateWords(subject); });
    for (const CriterionWords &words : all)
        points += words.points;
    const int score =
        c.say([](const CandidateCase &subject) { return qRound(subject.candidate.score * 100); });
    QVERIFY(qAbs(points - score) <= 2); // each is rounded
}

void CandidateWordingTest::saysWhyItIsNotSure_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<double>("next");
    QTest::addColumn<QString>("sentences");
    const auto row = [](const char *name, double next, const char *sentences, Change change) {
        QTest::newRow(name) << change << next << QString::fromUtf8(sentences);
    };
    row("everything agrees", 0, "Plusieurs notifications portent ce numéro : à départager.",
        [](Case &) {});
    row("no number", 0, "Ce qui n'a pas pu être comparé : n° de marché.",
        [](Case &c) { c.setMarket(""); });
    row("number near, place elsewhere", 0,
        "Ce qui diffère : lieu.|Ce qui n'est que proche : n° de marché.", [](Case &c) {
            c.setMarket("M1451410");
            c.session.place.city = QStringLiteral("Vichy");
            c.session.place.postalCode = QStringLiteral("03200");
        });
    row("another nearly as good", 0.97, "La notification suivante est presque aussi proche.",
        [](Case &) {});
    row("another clearly less good", 0.9,
        "Plusieurs notifications portent ce numéro : à départager.", [](Case &) {});
}

void CandidateWordingTest::saysWhyItIsNotSure()
{
    QFETCH(const Change, change);
    QFETCH(const double, next);
    QFETCH(const QString, sentences);
    Case c;
    change(c);
    const auto nextScore = next > 0 ? std::optional(next) : std::nullopt;
    const QStringList said =
        c.say([&](const CandidateCase &subject) { return whyNotSure(subject, nextScore); });
    QCOMPARE(plain(said.join(u'|')), sentences);
}

// The sign before which French leaves a space must not begin a line.
void CandidateWordingTest::spacesAreFrench()
{
    Case c;
    c.setMarket("M1451410");
    c.action.title = QStringLiteral("Agent de propreté");
    QStringList said{c.say(candidateSummary)};
    said += c.say([](const CandidateCase &subject) { return whyNotSure(subject, 0.9); });
    said += c.say([](const CandidateCase &subject) {
        QStringList lines;
        for (const CriterionWords &words : candidateWords(subject))
            lines << words.line();
        return lines;
    });
    for (const QString &text : said) {
        for (const char16_t sign : {u':', u';', u'%', u'?', u'!'})
            QVERIFY2(!text.contains(QStringLiteral(" ") + QChar(sign)), qPrintable(text));
    }
}

QTEST_APPLESS_MAIN(CandidateWordingTest)
#include "tst_candidatewording.moc"
