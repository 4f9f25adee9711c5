// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/editionwording.h"
#include "support/plaintext.h"

#include <QTest>

using namespace recoupe;
using recoupe::test::plain;

namespace {

PartialDate day(int year, int month, int dayOfMonth)
{
    return PartialDate(QDate(year, month, dayOfMonth));
}

PartialDate lheo(const char16_t *text)
{
    return *PartialDate::fromLheo(text);
}

Place town(const QString &city, const QString &postalCode = {})
{
    Place place;
    place.city = city;
    place.postalCode = postalCode;
    return place;
}

Organisation organisation(const QString &name, const QString &siret = {})
{
    Organisation out;
    out.name = name;
    out.siret = siret;
    return out;
}

InfoMeeting meeting(const PartialDate &date, const QString &start = {}, const QString &end = {})
{
    InfoMeeting out;
    out.date = date;
    out.startTime = start;
    out.endTime = end;
    return out;
}

} // namespace

class TestEditionWording : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillersAreNeverPrinted_data();
    void fillersAreNeverPrinted();
    void tagsAreNeverPrinted_data();
    void tagsAreNeverPrinted();
    void spacesOfFrenchSignsDoNotBreak();
    void longTextsAreCutAfterAWord_data();
    void longTextsAreCutAfterAWord();
    void datesAreSaidInFull();
    void stateIsAWord_data();
    void stateIsAWord();
    void detailsSayObjectiveValidationAndParticularity_data();
    void detailsSayObjectiveValidationAndParticularity();
    void levelIsSaidInWords_data();
    void levelIsSaidInWords();
    void delivererIsNamedWhenItIsAnother_data();
    void delivererIsNamedWhenItIsAnother();
    void placeIsCommuneAndPostalCode_data();
    void placeIsCommuneAndPostalCode();
    void periodIsSaidTheFrenchWay_data();
    void periodIsSaidTheFrenchWay();
    void durationTellsCentreFromCompany_data();
    void durationTellsCentreFromCompany();
    void placesAreADashWhenUnknown_data();
    void placesAreADashWhenUnknown();
    void meetingsToComeAreListed_data();
    void meetingsToComeAreListed();
    void telephoneIsInPairs_data();
    void telephoneIsInPairs();
    void funderIsNamedAsOnTheDay_data();
    void funderIsNamedAsOnTheDay();
    void marketNumberIsPrintedUnlessItIsNone_data();
    void marketNumberIsPrintedUnlessItIsNone();
};

void TestEditionWording::fillersAreNeverPrinted_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("dash") << QStringLiteral("-");
    QTest::newRow("dot") << QStringLiteral(".");
    QTest::newRow("spaces") << QStringLiteral("  \n ");
    QTest::newRow("words") << QStringLiteral("Non renseigné");
    QTest::newRow("tags") << QStringLiteral("<p>-<br/></p>");
}

void TestEditionWording::fillersAreNeverPrinted()
{
    QFETCH(const QString, text);
    QCOMPARE(printable(text), QString());
}

void TestEditionWording::tagsAreNeverPrinted_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("paragraph") << QStringLiteral("<p>Assembler <b>et</b> souder<br/>des pièces</p>")
                               << QStringLiteral("Assembler et souder des pièces");
    QTest::newRow("list") << QStringLiteral("<UL class=\"a\"><LI>lire</LI><LI>écrire</LI></UL>")
                          << QStringLiteral("lire écrire");
    QTest::newRow("within a word") << QStringLiteral("m<sup>2</sup>") << QStringLiteral("m2");
    QTest::newRow("comparison") << QStringLiteral("a < b et c > d, x<3")
                                << QStringLiteral("a < b et c > d, x<3");
    QTest::newRow("address") << QStringLiteral("Zoé <zoe@of.example.org>")
                             << QStringLiteral("Zoé <zoe@of.example.org>");
}

void TestEditionWording::tagsAreNeverPrinted()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    QCOMPARE(printable(text), expected);
}

void TestEditionWording::spacesOfFrenchSignsDoNotBreak()
{
    QCOMPARE(printable(QStringLiteral(" Accueil :  un « métier »\nd'avenir ? ")),
             QStringLiteral("Accueil\u00A0: un «\u00A0métier\u00A0» d'avenir\u00A0?"));
}

void TestEditionWording::longTextsAreCutAfterAWord_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("limit");
    QTest::addColumn<QString>("expected");
    QTest::newRow("short") << QStringLiteral("Poser des cloisons") << 18
                           << QStringLiteral("Poser des cloisons");
    QTest::newRow("after a word") << QStringLiteral("Poser des cloisons et isoler") << 20
                                  << QStringLiteral("Poser des cloisons…");
    QTest::newRow("sign before the ellipsis dropped")
        << QStringLiteral("Poser des cloisons, isoler") << 21
        << QStringLiteral("Poser des cloisons…");
    QTest::newRow("endless word") << QString(60, u'x') << 10
                                  << QString(9, u'x') + QStringLiteral("…");
    QTest::newRow("pair of surrogates stays whole")
        << QStringLiteral("abcdefgh\U0001F600\U0001F600") << 10 << QStringLiteral("abcdefgh…");
}

void TestEditionWording::longTextsAreCutAfterAWord()
{
    QFETCH(const QString, text);
    QFETCH(const int, limit);
    QFETCH(const QString, expected);
    QCOMPARE(shortened(text, limit), expected);
}

void TestEditionWording::datesAreSaidInFull()
{
    QCOMPARE(longDate(QDate(2026, 2, 9)), QStringLiteral("9 février 2026"));
    QCOMPARE(longDate(QDate(2027, 8, 1)), QStringLiteral("1er août 2027"));
    QCOMPARE(shortDate(QDate(2026, 2, 9)), QStringLiteral("09/02/2026"));
}

void TestEditionWording::stateIsAWord_data()
{
    QTest::addColumn<RecruitmentState>("state");
    QTest::addColumn<QString>("expected");
    QTest::newRow("open") << RecruitmentState::Open << QStringLiteral("Ouvert");
    QTest::newRow("suspended") << RecruitmentState::Suspended << QStringLiteral("SUSPENDU");
    QTest::newRow("not stated is not open")
        << RecruitmentState::Unknown << QStringLiteral("Non précisé");
}

void TestEditionWording::stateIsAWord()
{
    QFETCH(const RecruitmentState, state);
    QFETCH(const QString, expected);
    QCOMPARE(stateWords(state), expected);
}

void TestEditionWording::detailsSayObjectiveValidationAndParticularity_data()
{
    QTest::addColumn<QString>("objective");
    QTest::addColumn<QString>("validation");
    QTest::addColumn<QString>("level");
    QTest::addColumn<QString>("particularity");
    QTest::addColumn<QString>("expected");
    const QString none;
    QTest::newRow("nothing said") << QStringLiteral("-") << QStringLiteral(".") << none << none
                                  << none;
    QTest::newRow("all said") << QStringLiteral("Poser des cloisons.")
                              << QStringLiteral("Titre professionnel.") << QStringLiteral("13")
                              << QStringLiteral("Groupe 2")
                              << QStringLiteral("Poser des cloisons.\n"
                                                "Validation : Titre professionnel, niveau 3 "
                                                "(CAP, BEP)\nParticularité : Groupe 2");
    QTest::newRow("level named by the validation is not said twice")
        << none << QStringLiteral("Titre plaquiste (niveau 3), délivré par l'État")
        << QStringLiteral("13") << none
        << QStringLiteral("Validation : Titre plaquiste (niveau 3), délivré par l'État");
    QTest::newRow("level alone") << none << QStringLiteral("-") << QStringLiteral("14") << none
                                 << QStringLiteral("Sortie : niveau 4 (baccalauréat)");
    QTest::newRow("objective that repeats the title")
        << QStringLiteral("SOUDEUR") << none << none << none << none;
    QTest::newRow("long objective")
        << QStringLiteral("mot ").repeated(100) << none << none << none
        << QStringLiteral("mot ").repeated(32).trimmed() + QStringLiteral("…");
}

void TestEditionWording::detailsSayObjectiveValidationAndParticularity()
{
    QFETCH(const QString, objective);
    QFETCH(const QString, validation);
    QFETCH(const QString, level);
    QFETCH(const QString, particularity);
    QFETCH(const QString, expected);
    TrainingAction action;
    action.title = QStringLiteral("Soudeur");
    action.objective = objective;
    action.expectedResults = validation;
    action.exitLevel = level;
    TrainingSession session;
    session.particularity = particularity;
    QCOMPARE(plain(detailsWords(action, session)), expected);
}

void TestEditionWording::levelIsSaidInWords_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("expected");
    QTest::newRow("none") << QString() << QString();
    QTest::newRow("not communicated") << QStringLiteral("0") << QString();
    QTest::newRow("unknown code") << QStringLiteral("99") << QString();
    QTest::newRow("old") << QStringLiteral("4") << QStringLiteral("niveau V (CAP, BEP)");
    QTest::newRow("of 2019") << QStringLiteral(" 15 ") << QStringLiteral("niveau 5 (BTS, DUT)");
}

void TestEditionWording::levelIsSaidInWords()
{
    QFETCH(const QString, code);
    QFETCH(const QString, expected);
    QCOMPARE(levelWords(code), expected);
}

void TestEditionWording::delivererIsNamedWhenItIsAnother_data()
{
    QTest::addColumn<QList<Organisation>>("deliverers");
    QTest::addColumn<QString>("expected");
    const Organisation same =
        organisation(QStringLiteral("Agence de Thiers"), QStringLiteral("824 228 142 01874"));
    const Organisation other =
        organisation(QStringLiteral("CFA du Bois"), QStringLiteral("34412345600017"));
    const Organisation third = organisation(QStringLiteral("Lycée Jean-Zay"));
    QTest::newRow("none") << QList<Organisation>{} << QString();
    QTest::newRow("same SIREN, other name") << QList{same} << QString();
    QTest::newRow("same name, no SIRET")
        << QList{organisation(QStringLiteral("AFPA  Auvergne"))} << QString();
    QTest::newRow("another") << QList{other} << QStringLiteral("assuré par CFA du Bois");
    QTest::newRow("two others") << QList{other, third, other}
                                << QStringLiteral("assuré par CFA du Bois, Lycée Jean-Zay");
    QTest::newRow("with another") << QList{same, other} << QStringLiteral("avec CFA du Bois");
    QTest::newRow("filler") << QList{organisation(QStringLiteral("-"))} << QString();
}

void TestEditionWording::delivererIsNamedWhenItIsAnother()
{
    QFETCH(const QList<Organisation>, deliverers);
    QFETCH(const QString, expected);
    const Organisation mandataire =
        organisation(QStringLiteral("Afpa Auvergne"), QStringLiteral("82422814200660"));
    QCOMPARE(delivererWords(mandataire, deliverers), expected);
}

void TestEditionWording::placeIsCommuneAndPostalCode_data()
{
    QTest::addColumn<Place>("place");
    QTest::addColumn<QList<Place>>("others");
    QTest::addColumn<QString>("expected");
    const Place thiers = town(QStringLiteral("Thiers"), QStringLiteral("63300"));
    Place site = town(QStringLiteral("-"));
    site.name = QStringLiteral("Lycée agricole");
    QTest::newRow("both") << thiers << QList<Place>{} << QStringLiteral("Thiers\n63300");
    QTest::newRow("none") << town(QStringLiteral("-")) << QList<Place>{}
                          << QStringLiteral("à préciser");
    QTest::newRow("fillers") << town(QStringLiteral("-"), QStringLiteral("00000")) << QList<Place>{}
                             << QStringLiteral("à préciser");
    QTest::newRow("filler for a postal code")
        << town(QStringLiteral("Thiers"), QStringLiteral("00000")) << QList<Place>{}
        << QStringLiteral("Thiers");
    QTest::newRow("filler for a commune") << town(QStringLiteral("-"), QStringLiteral("63300"))
                                          << QList<Place>{} << QStringLiteral("63300");
    QTest::newRow("name of the site only")
        << site << QList<Place>{} << QStringLiteral("Lycée agricole");
    QTest::newRow("several") << thiers
                             << QList<Place>{town(QStringLiteral("THIERS")),
                                             town(QStringLiteral("Ambert")),
                                             town(QStringLiteral("Issoire"))}
                             << QStringLiteral("Thiers\n63300\net Ambert, Issoire");
}

void TestEditionWording::placeIsCommuneAndPostalCode()
{
    QFETCH(const Place, place);
    QFETCH(const QList<Place>, others);
    QFETCH(const QString, expected);
    QCOMPARE(placeWords(place, others), expected);
}

void TestEditionWording::periodIsSaidTheFrenchWay_data()
{
    QTest::addColumn<PartialDate>("start");
    QTest::addColumn<PartialDate>("end");
    QTest::addColumn<EntryMode>("mode");
    QTest::addColumn<QString>("expected");
    const auto fixed = EntryMode::Fixed;
    const auto permanent = EntryMode::Permanent;
    const PartialDate none;
    const PartialDate january = day(2027, 1, 12);
    const PartialDate april = day(2027, 4, 30);
    const PartialDate september = lheo(u"20270900");
    const PartialDate october = lheo(u"20271000");
    QTest::newRow("same year") << january << april << fixed << "du 12/01 au 30/04/2027";
    QTest::newRow("across years") << day(2026, 12, 7) << day(2027, 2, 12) << fixed
                                  << "du 07/12/2026 au 12/02/2027";
    QTest::newRow("one day") << january << january << fixed << "le 12/01/2027";
    QTest::newRow("permanent") << january << april << permanent
                               << "entrées permanentes du 12/01 au 30/04/2027";
    QTest::newRow("permanent, end unknown") << january << lheo(u"99999999") << permanent
                                            << "entrées permanentes à partir du 12/01/2027";
    QTest::newRow("permanent within a month")
        << september << september << permanent << "entrées permanentes en septembre 2027";
    QTest::newRow("permanent, nothing known")
        << none << none << permanent << "entrées permanentes, dates à préciser";
    QTest::newRow("month") << september << september << fixed << "septembre 2027";
    QTest::newRow("month, end unknown")
        << september << none << fixed << "à partir de septembre 2027";
    QTest::newRow("month with elision")
        << october << lheo(u"99999999") << fixed << "à partir d'octobre 2027";
    QTest::newRow("months of one year")
        << september << october << fixed << "de septembre à octobre 2027";
    QTest::newRow("months across years")
        << october << lheo(u"20280400") << fixed << "d'octobre 2027 à avril 2028";
    QTest::newRow("day to month") << january << september << fixed
                                  << "du 12/01/2027 à septembre 2027";
    QTest::newRow("year") << lheo(u"20270000") << lheo(u"20270000") << fixed << "en 2027";
    QTest::newRow("years") << lheo(u"20270000") << lheo(u"20280000") << fixed << "de 2027 à 2028";
    QTest::newRow("day, end unknown") << january << none << fixed << "à partir du 12/01/2027";
    QTest::newRow("start unknown") << lheo(u"00000000") << april << fixed << "jusqu'au 30/04/2027";
    QTest::newRow("end in a month") << none << september << fixed << "jusqu'en septembre 2027";
    QTest::newRow("nothing known")
        << lheo(u"00000000") << lheo(u"99999999") << fixed << "à préciser";
}

void TestEditionWording::periodIsSaidTheFrenchWay()
{
    QFETCH(const PartialDate, start);
    QFETCH(const PartialDate, end);
    QFETCH(const EntryMode, mode);
    QFETCH(const QString, expected);
    TrainingSession session;
    session.start = start;
    session.end = end;
    session.entryMode = mode;
    QCOMPARE(datesWords(session), expected);
}

void TestEditionWording::durationTellsCentreFromCompany_data()
{
    QTest::addColumn<Duration>("duration");
    QTest::addColumn<QString>("expected");
    QTest::newRow("both") << Duration{620, 280, 900, {}}
                          << QStringLiteral("620 h en centre, 280 h en entreprise");
    QTest::newRow("with hours a week") << Duration{620, 280, {}, 35}
                                       << QStringLiteral("620 h en centre, 280 h en entreprise\n"
                                                         "35 h/semaine");
    QTest::newRow("centre only") << Duration{620, 0, 620, {}} << QStringLiteral("620 h en centre");
    QTest::newRow("part of the whole")
        << Duration{620, {}, 900, {}} << QStringLiteral("900 h, dont 620 h en centre");
    QTest::newRow("whole only") << Duration{{}, {}, 1200, {}} << QStringLiteral("1 200 h");
    QTest::newRow("hours a week only")
        << Duration{{}, {}, {}, 35} << QStringLiteral("35 h/semaine");
    QTest::newRow("unknown") << Duration{} << QStringLiteral("–");
}

void TestEditionWording::durationTellsCentreFromCompany()
{
    QFETCH(const Duration, duration);
    QFETCH(const QString, expected);
    QCOMPARE(plain(durationWords(duration)), expected);
}

void TestEditionWording::placesAreADashWhenUnknown_data()
{
    QTest::addColumn<std::optional<int>>("places");
    QTest::addColumn<QString>("expected");
    QTest::newRow("known") << std::optional(12) << QStringLiteral("12");
    QTest::newRow("zero is a filler") << std::optional(0) << QStringLiteral("–");
    QTest::newRow("unknown") << std::optional<int>() << QStringLiteral("–");
}

void TestEditionWording::placesAreADashWhenUnknown()
{
    QFETCH(const std::optional<int>, places);
    QFETCH(const QString, expected);
    TrainingSession session;
    session.fundings = {{2, QStringLiteral("M1451401"), {}, {}, 0, places}};
    QCOMPARE(placesWords(session), expected);
}

void TestEditionWording::meetingsToComeAreListed_data()
{
    QTest::addColumn<QList<InfoMeeting>>("meetings");
    QTest::addColumn<QString>("expected");
    const QString seeContact = QStringLiteral("voir contact");
    InfoMeeting atHouse = meeting(day(2027, 2, 3), QStringLiteral("9h"));
    atHouse.place = town(QStringLiteral("Clermont-Ferrand"));
    atHouse.place.name = QStringLiteral("Maison de l'emploi");
    InfoMeeting inStreet = meeting(day(2027, 2, 3));
    inStreet.place = town(QStringLiteral("Thiers"));
    inStreet.place.lines = {QStringLiteral("1 rue du Bois")};
    inStreet.comment = QStringLiteral("sur inscription");

    QTest::newRow("none") << QList<InfoMeeting>{} << seeContact;
    InfoMeeting named = meeting(day(2027, 2, 3));
    named.place.name = QStringLiteral("Maison de l'emploi de SAINT-FLOUR");
    named.place.city = QStringLiteral("Saint Flour");
    named.comment = QStringLiteral("Se présenter avec un CV.");
    QTest::newRow("place that names its commune")
        << QList{named}
        << QStringLiteral("le 03/02/2027, Maison de l'emploi de SAINT-FLOUR. Se présenter avec un "
                          "CV.");
    InfoMeeting partly = meeting(day(2027, 2, 3));
    partly.place.name = QStringLiteral("Centre des Riomois");
    partly.place.city = QStringLiteral("Riom");
    partly.comment = QStringLiteral("sur inscription");
    QTest::newRow("place that only begins like it")
        << QList{partly}
        << QStringLiteral("le 03/02/2027, Centre des Riomois, Riom, sur inscription");
    QTest::newRow("past") << QList{meeting(day(2027, 1, 31))} << seeContact;
    QTest::newRow("without date") << QList{meeting(lheo(u"00000000"))} << seeContact;
    QTest::newRow("on the very day")
        << QList{meeting(day(2027, 2, 1))} << QStringLiteral("le 01/02/2027");
    QTest::newRow("hour and place")
        << QList{atHouse}
        << QStringLiteral("le 03/02/2027 à 9 h 00, Maison de l'emploi, Clermont-Ferrand");
    QTest::newRow("street and comment")
        << QList{inStreet}
        << QStringLiteral("le 03/02/2027, 1 rue du Bois, Thiers, sur inscription");
    QTest::newRow("from and to") << QList{meeting(day(2027, 2, 3), QStringLiteral("14h15"),
                                                  QStringLiteral("16:00"))}
                                 << QStringLiteral("le 03/02/2027 de 14 h 15 à 16 h 00");
    QTest::newRow("hour in words") << QList{meeting(day(2027, 2, 3), QStringLiteral("le matin"))}
                                   << QStringLiteral("le 03/02/2027 le matin");
    QTest::newRow("month") << QList{meeting(lheo(u"20270200"))}
                           << QStringLiteral("en février 2027");
    QTest::newRow("next two, the nearest first")
        << QList{meeting(day(2027, 4, 1)), meeting(day(2027, 3, 1)), meeting(day(2027, 1, 1)),
                 meeting(day(2027, 2, 3))}
        << QStringLiteral("le 03/02/2027\nle 01/03/2027");
}

void TestEditionWording::meetingsToComeAreListed()
{
    QFETCH(const QList<InfoMeeting>, meetings);
    QFETCH(const QString, expected);
    QCOMPARE(plain(meetingWords(meetings, QDate(2027, 2, 1))), expected);
}

void TestEditionWording::telephoneIsInPairs_data()
{
    QTest::addColumn<QStringList>("numbers");
    QTest::addColumn<QString>("expected");
    const QString pairs = QStringLiteral("04 73 00 11 22");
    QTest::newRow("together") << QStringList{QStringLiteral("0473001122")} << pairs;
    QTest::newRow("with dots") << QStringList{QStringLiteral("04.73.00.11.22")} << pairs;
    QTest::newRow("international") << QStringList{QStringLiteral("+33 (0)4 73 00 11 22")} << pairs;
    QTest::newRow("short number") << QStringList{QStringLiteral("39 36")}
                                  << QStringLiteral("39 36");
    QTest::newRow("filler") << QStringList{QStringLiteral("-")} << QString();
    QTest::newRow("twice the same, then others")
        << QStringList{QStringLiteral("0473001122"), QStringLiteral("04 73 00 11 22"),
                       QStringLiteral("0600000000"), QStringLiteral("0700000000")}
        << pairs + QStringLiteral("\n06 00 00 00 00");
}

void TestEditionWording::telephoneIsInPairs()
{
    QFETCH(const QStringList, numbers);
    QFETCH(const QString, expected);
    Contact contact;
    contact.telephones = numbers;
    QCOMPARE(plain(telephoneWords(contact)), expected);
}

void TestEditionWording::funderIsNamedAsOnTheDay_data()
{
    QTest::addColumn<int>("funderCode");
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<int>("segment");
    QTest::addColumn<QDate>("on");
    QTest::addColumn<QString>("expected");
    const QDate in2014(2014, 12, 1);
    const QDate in2026(2026, 2, 9);
    QTest::newRow("Région then") << 2 << "AFC" << 0 << in2014 << "CRA, AFC";
    QTest::newRow("Région now") << 2 << "AFC" << 0 << in2026 << "CR AuRA, AFC";
    QTest::newRow("Pôle emploi") << 4 << "POE collective" << 0 << in2014 << "PE, POEC";
    QTest::newRow("France Travail") << 4 << "POEC" << 0 << in2026 << "FT, POEC";
    QTest::newRow("segment") << 2 << "SIEG" << 2 << in2026 << "CR AuRA, SIEG segment 2";
    QTest::newRow("scheme as written")
        << 7 << "Prestation spécifique" << 0 << in2026 << "Agefiph, Prestation spécifique";
    QTest::newRow("no scheme") << 7 << "-" << 0 << in2026 << "Agefiph";
}

void TestEditionWording::funderIsNamedAsOnTheDay()
{
    QFETCH(const int, funderCode);
    QFETCH(const QString, scheme);
    QFETCH(const int, segment);
    QFETCH(const QDate, on);
    QFETCH(const QString, expected);
    TrainingSession session;
    session.fundings = {{funderCode, QStringLiteral("M1451401"), {}, scheme, segment, {}}};
    QCOMPARE(plain(fundingWords(session, on)), expected);
}

void TestEditionWording::marketNumberIsPrintedUnlessItIsNone_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("number") << QStringLiteral(" M1451401") << QStringLiteral("M1451401");
    QTest::newRow("filler") << QStringLiteral(".") << QString();
    QTest::newRow("budget line") << QStringLiteral("BOP 104") << QString();
}

void TestEditionWording::marketNumberIsPrintedUnlessItIsNone()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    QCOMPARE(marketWords(MarketNumber(text)), expected);
}

QTEST_APPLESS_MAIN(TestEditionWording)
#include "tst_editionwording.moc"
