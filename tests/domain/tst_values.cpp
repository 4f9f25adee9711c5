// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/contact.h"
#include "domain/marketnumber.h"
#include "domain/nsfdomain.h"
#include "domain/partialdate.h"
#include "domain/trainingsession.h"
#include "domain/vocabulary.h"

#include <QTest>

using namespace recoupe;
using Precision = PartialDate::Precision;
using Form = MarketNumber::Form;

Q_DECLARE_METATYPE(recoupe::Funding)

class ValuesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nsfDomainIsThatOfTheFirstDigits_data();
    void nsfDomainIsThatOfTheFirstDigits();
    void nsfDomainIsThatOfTheFirstCodeWithOne();
    void datesKeepTheirPrecision_data();
    void datesKeepTheirPrecision();
    void impossibleDatesAreNoDates_data();
    void impossibleDatesAreNoDates();
    void marketNumbersAreRecognised_data();
    void marketNumbersAreRecognised();
    void marketNumbersMatchAfterNormalisation_data();
    void marketNumbersMatchAfterNormalisation();
    void departementComesFromPostalOrInseeCode_data();
    void departementComesFromPostalOrInseeCode();
    void emailMustBeClickable_data();
    void emailMustBeClickable();
    void preferredContactIsTheFirstCompleteOne();
    void funderNamesFollowTheCalendar();
    void schemesAreReadFromFreeText_data();
    void schemesAreReadFromFreeText();
    void fundersAreReadFromSpreadsheets_data();
    void fundersAreReadFromSpreadsheets();
    void checkedFundingIsTheOneOfOurFunders_data();
    void checkedFundingIsTheOneOfOurFunders();
    void recruitmentCodesAreLheos();
};

void ValuesTest::datesKeepTheirPrecision_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Precision>("precision");
    QTest::addColumn<QDate>("earliest");
    QTest::addColumn<QDate>("latest");
    QTest::newRow("absent") << QString() << Precision::Absent << QDate() << QDate();
    QTest::newRow("day") << QStringLiteral("20270301") << Precision::Day << QDate(2027, 3, 1)
                         << QDate(2027, 3, 1);
    QTest::newRow("leap day") << QStringLiteral("20280229") << Precision::Day << QDate(2028, 2, 29)
                              << QDate(2028, 2, 29);
    QTest::newRow("month") << QStringLiteral("20270900") << Precision::Month << QDate(2027, 9, 1)
                           << QDate(2027, 9, 30);
    QTest::newRow("leap month") << QStringLiteral("20280200") << Precision::Month
                                << QDate(2028, 2, 1) << QDate(2028, 2, 29);
    QTest::newRow("year") << QStringLiteral("20270000") << Precision::Year << QDate(2027, 1, 1)
                          << QDate(2027, 12, 31);
    QTest::newRow("unknown start")
        << QStringLiteral("00000000") << Precision::UnknownStart << QDate() << QDate();
    QTest::newRow("unknown end") << QStringLiteral("99999999") << Precision::UnknownEnd << QDate()
                                 << QDate();
}

void ValuesTest::datesKeepTheirPrecision()
{
    QFETCH(const QString, text);
    QFETCH(const Precision, precision);
    QFETCH(const QDate, earliest);
    QFETCH(const QDate, latest);
    const auto date = PartialDate::fromLheo(text);
    QVERIFY(date.has_value());
    QCOMPARE(date->precision(), precision);
    QCOMPARE(date->earliest(), earliest);
    QCOMPARE(date->latest(), latest);
    QCOMPARE(date->toLheo(), text);
    QCOMPARE(date->exact().isValid(), precision == Precision::Day);
}

void ValuesTest::impossibleDatesAreNoDates_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"20180231", "20271939", "20270229", "2027031", "202703011", "mars",
                             "01/03/2027", "20270012", "0000"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void ValuesTest::impossibleDatesAreNoDates()
{
    QFETCH(const QString, text);
    QVERIFY(!PartialDate::fromLheo(text).has_value());
}

void ValuesTest::marketNumbersAreRecognised_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Form>("form");
    QTest::newRow("the founding document's") << QStringLiteral("M1451401") << Form::Valid;
    QTest::newRow("spaced") << QStringLiteral(" m 145-14.01 ") << Form::Valid;
    QTest::newRow("internal reference") << QStringLiteral("R4218") << Form::InternalReference;
    QTest::newRow("budget line") << QStringLiteral("BOP 104") << Form::Placeholder;
    QTest::newRow("dot") << QStringLiteral(".") << Form::Placeholder;
    QTest::newRow("empty") << QString() << Form::Missing;
    QTest::newRow("filler") << QStringLiteral("non renseigné") << Form::Placeholder;
    QTest::newRow("too long") << QStringLiteral("2026-R-0412-03") << Form::Other;
    QTest::newRow("seven") << QStringLiteral("M145140") << Form::Other;
    QTest::newRow("slash") << QStringLiteral("M14514/1") << Form::Other;
}

void ValuesTest::marketNumbersAreRecognised()
{
    QFETCH(const QString, text);
    QFETCH(const Form, form);
    QCOMPARE(MarketNumber(text).form(), form);
}

void ValuesTest::marketNumbersMatchAfterNormalisation_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<bool>("same");
    QTest::newRow("case and spaces")
        << QStringLiteral("M1451401") << QStringLiteral("m 145 1401") << true;
    QTest::newRow("dash kinds") << QStringLiteral("2026–R–04") << QStringLiteral("2026-R-04")
                                << true;
    QTest::newRow("letter O is not zero")
        << QStringLiteral("M1451401") << QStringLiteral("M14514O1") << false;
    QTest::newRow("two fillers are nobody's")
        << QStringLiteral(".") << QStringLiteral(".") << false;
}

void ValuesTest::marketNumbersMatchAfterNormalisation()
{
    QFETCH(const QString, left);
    QFETCH(const QString, right);
    QFETCH(const bool, same);
    QCOMPARE(MarketNumber(left).matches(MarketNumber(right)), same);
    QCOMPARE(MarketNumber(right).matches(MarketNumber(left)), same);
}

void ValuesTest::departementComesFromPostalOrInseeCode_data()
{
    QTest::addColumn<QString>("postalCode");
    QTest::addColumn<QString>("inseeCode");
    QTest::addColumn<QString>("expected");
    QTest::newRow("postal") << QStringLiteral("03100") << QString() << QStringLiteral("03");
    QTest::newRow("insee") << QString() << QStringLiteral("63113") << QStringLiteral("63");
    QTest::newRow("zero postal code")
        << QStringLiteral("00000") << QStringLiteral("15014") << QStringLiteral("15");
    QTest::newRow("overseas") << QStringLiteral("97400") << QString() << QStringLiteral("974");
    QTest::newRow("neither") << QStringLiteral("-") << QString() << QString();
}

void ValuesTest::departementComesFromPostalOrInseeCode()
{
    QFETCH(const QString, postalCode);
    QFETCH(const QString, inseeCode);
    QFETCH(const QString, expected);
    Place place;
    place.postalCode = postalCode;
    place.inseeCode = inseeCode;
    QCOMPARE(place.departement(), expected);
}

void ValuesTest::emailMustBeClickable_data()
{
    QTest::addColumn<QString>("email");
    QTest::addColumn<bool>("clickable");
    QTest::newRow("plain") << QStringLiteral("s.chabrol@bati.example.org") << true;
    QTest::newRow("accent") << QStringLiteral("solène@bati.example.org") << true;
    QTest::newRow("none") << QString() << false;
    QTest::newRow("no at") << QStringLiteral("bati.example.org") << false;
    QTest::newRow("no domain dot") << QStringLiteral("a@localhost") << false;
    QTest::newRow("space") << QStringLiteral("a b@example.org") << false;
    QTest::newRow("two addresses") << QStringLiteral("a@b.fr, c@d.fr") << false;
    QTest::newRow("final dot") << QStringLiteral("a@b.fr.") << false;
}

void ValuesTest::emailMustBeClickable()
{
    QFETCH(const QString, email);
    QFETCH(const bool, clickable);
    Contact contact;
    contact.email = email;
    QCOMPARE(contact.hasEmail(), clickable);
}

void ValuesTest::preferredContactIsTheFirstCompleteOne()
{
    Contact nameOnly;
    nameOnly.lastName = QStringLiteral("Faugère");
    Contact complete = nameOnly;
    complete.lastName = QStringLiteral("Chabrol");
    complete.telephones = {QStringLiteral("04 65 71 10 10")};
    complete.email = QStringLiteral("c@example.org");
    Contact later = complete;
    later.lastName = QStringLiteral("Mazal");
    QCOMPARE(preferredContact({nameOnly, complete, later}), complete);
    QCOMPARE(preferredContact({nameOnly, Contact()}), nameOnly);
    QCOMPARE(preferredContact({}), Contact());
}

void ValuesTest::funderNamesFollowTheCalendar()
{
    QCOMPARE(funderName(Funder::PoleEmploi, QDate(2023, 12, 31)), QStringLiteral("Pôle emploi"));
    QCOMPARE(funderName(Funder::PoleEmploi, QDate(2024, 1, 1)), QStringLiteral("France Travail"));
    QCOMPARE(funderName(Funder::Region, QDate(2015, 12, 31)),
             QStringLiteral("Conseil régional d'Auvergne"));
    QCOMPARE(funderName(Funder::Region, QDate(2016, 1, 1)),
             QStringLiteral("Conseil régional Auvergne-Rhône-Alpes"));
    QCOMPARE(funderShortName(Funder::Agefiph, QDate(2026, 1, 1)), QStringLiteral("Agefiph"));
}

void ValuesTest::schemesAreReadFromFreeText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Scheme>("scheme");
    QTest::newRow("nothing") << QString() << Scheme::Unknown;
    QTest::newRow("AFC") << QStringLiteral("AFC") << Scheme::Afc;
    QTest::newRow("spelt out") << QStringLiteral("Action de formation conventionnée")
                               << Scheme::Afc;
    QTest::newRow("AFE") << QStringLiteral("afe") << Scheme::Afe;
    QTest::newRow("POEC") << QStringLiteral("POEC 2026") << Scheme::Poec;
    QTest::newRow("POE collective") << QStringLiteral("POE collective") << Scheme::Poec;
    QTest::newRow("SIEG") << QStringLiteral("SIEG segment 2") << Scheme::Sieg;
    QTest::newRow("programme") << QStringLiteral("PRF 2027 - Qualification") << Scheme::Other;
    QTest::newRow("letters inside a word") << QStringLiteral("Poecourt") << Scheme::Other;
}

void ValuesTest::schemesAreReadFromFreeText()
{
    QFETCH(const QString, text);
    QFETCH(const Scheme, scheme);
    QCOMPARE(schemeFromText(text), scheme);
}

void ValuesTest::fundersAreReadFromSpreadsheets_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<std::optional<Funder>>("funder");
    const auto row = [](const char *name, std::optional<Funder> funder) {
        QTest::newRow(name) << QString::fromUtf8(name) << funder;
    };
    row("CR", Funder::Region);
    row("Conseil Régional d'Auvergne", Funder::Region);
    row("PE", Funder::PoleEmploi);
    row("Pôle-emploi Auvergne", Funder::PoleEmploi);
    row("FRANCE TRAVAIL", Funder::PoleEmploi);
    row("Agefiph", Funder::Agefiph);
    row("OPCO", std::nullopt);
    row("", std::nullopt);
}

void ValuesTest::fundersAreReadFromSpreadsheets()
{
    QFETCH(const QString, name);
    QFETCH(const std::optional<Funder>, funder);
    QCOMPARE(funderFromName(name), funder);
}

void ValuesTest::checkedFundingIsTheOneOfOurFunders_data()
{
    QTest::addColumn<QList<Funding>>("fundings");
    QTest::addColumn<Funder>("funder");
    QTest::addColumn<QString>("market");
    const auto funding = [](int code, const char *market, const char *scheme) {
        return Funding{code, QString::fromLatin1(market), {}, QString::fromLatin1(scheme), 0, {}};
    };
    QTest::newRow("none") << QList<Funding>() << Funder::Other << QString();
    QTest::newRow("Région with FSE")
        << QList<Funding>{funding(3, "F1", ""), funding(2, "M1", "AFC")} << Funder::Region
        << QStringLiteral("M1");
    QTest::newRow("the one with a market")
        << QList<Funding>{funding(2, ".", "AFC"), funding(4, "P1", "AFC")} << Funder::PoleEmploi
        << QStringLiteral("P1");
    QTest::newRow("POEC of an OPCO")
        << QList<Funding>{funding(16, "POEC-BTP", "POEC"), funding(4, "", "POEC")} << Funder::Other
        << QStringLiteral("POEC-BTP");
    QTest::newRow("POEC bought by Pôle emploi with an OPCO")
        << QList<Funding>{funding(16, "", "POEC"), funding(4, "P2", "POEC")} << Funder::PoleEmploi
        << QStringLiteral("P2");
    QTest::newRow("AFC co-funded by an OPCO")
        << QList<Funding>{funding(16, "", "plan"), funding(4, "", "AFC")} << Funder::PoleEmploi
        << QString();
}

void ValuesTest::checkedFundingIsTheOneOfOurFunders()
{
    QFETCH(const QList<Funding>, fundings);
    QFETCH(const Funder, funder);
    QFETCH(const QString, market);
    TrainingSession session;
    session.fundings = fundings;
    QCOMPARE(session.funder(), funder);
    QCOMPARE(session.marketNumber().text(), market);
}

void ValuesTest::recruitmentCodesAreLheos()
{
    QCOMPARE(recruitmentFromLheo(u"1"), RecruitmentState::Open);
    QCOMPARE(recruitmentFromLheo(u"2"), RecruitmentState::Closed);
    QCOMPARE(recruitmentFromLheo(u"3"), RecruitmentState::Suspended);
    QCOMPARE(recruitmentFromLheo(u""), RecruitmentState::Unknown);
}

void ValuesTest::nsfDomainIsThatOfTheFirstDigits_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("domain");
    const auto row = [](const char16_t *code, const char16_t *domain) {
        QTest::newRow(qPrintable(QString::fromUtf16(code)))
            << QString::fromUtf16(code) << QString::fromUtf16(domain);
    };
    row(u"100", u"Formations générales");
    row(u"233", u"Génie civil, construction, bois");
    row(u"331t", u"Services aux personnes");
    row(u"423", u"Activités quotidiennes et loisirs");
    row(u"999", u"");
    row(u"33", u"");
    row(u"-", u"");
    row(u"", u"");
}

void ValuesTest::nsfDomainIsThatOfTheFirstDigits()
{
    QFETCH(const QString, code);
    QFETCH(const QString, domain);
    QCOMPARE(nsfDomainName(QStringView(code)), domain);
}

void ValuesTest::nsfDomainIsThatOfTheFirstCodeWithOne()
{
    QCOMPARE(nsfDomainName(QStringList{QStringLiteral("000"), QStringLiteral("312")}),
             QStringLiteral("Échanges et gestion"));
    QCOMPARE(nsfDomainName(QStringList()), QString());
}

QTEST_APPLESS_MAIN(ValuesTest)
#include "tst_values.moc"
