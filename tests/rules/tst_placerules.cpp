// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/placelikeness.h"
#include "rules/rulecase.h"

#include <QTest>

using namespace recoupe;

class PlaceRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firesWhereItShould_data();
    void firesWhereItShould() { compareFiredRules(); }
    void comparesWithWhatIsNamed_data();
    void comparesWithWhatIsNamed();
    void mismatchNamesBothPlaces();
    void outsideRegionNamesTheDepartement();
};

namespace {

Change atPlace(const char *city, const char *postalCode)
{
    return [=](RuleCase &c) {
        c.session.place.city = utf8(city);
        c.session.place.postalCode = utf8(postalCode);
        c.award().place.clear();
        c.award().postalCode.clear();
    };
}

void postalCodeRows()
{
    const char *const wrong = "postal-code-invalid";
    addRuleRow("each département of the region", "", atPlace("Le Puy-en-Velay", "43000"));
    addRuleRow("CEDEX", "", atPlace("Clermont-Ferrand Cedex 1", "63057"));
    addRuleRow("no postal code", "", atPlace("Thiers", ""));
    addRuleRow("filler", "", atPlace("Thiers", "-----"));
    addRuleRow("nought with a commune", wrong, atPlace("Thiers", "00000"));
    addRuleRow("four digits", wrong, atPlace("Moulins", "3000"));
    addRuleRow("six digits", wrong, atPlace("Thiers", "633000"));
    addRuleRow("letters", wrong, atPlace("Thiers", "6E300"));
    addRuleRow("no such département", wrong, atPlace("Thiers", "96300"));
    addRuleRow("abroad", wrong, atPlace("Bruxelles", "B1000"));
    addRuleRow("a second place counts as well", wrong, [](RuleCase &c) {
        c.session.otherPlaces = {c.session.place};
        c.session.otherPlaces.first().postalCode = QStringLiteral("0");
    });
}

void regionRows()
{
    const char *const outside = "place-outside-region";
    addRuleRow("Lyon", outside, atPlace("Lyon", "69003"));
    addRuleRow("La Réunion", outside, atPlace("Saint-Denis", "97400"));
    addRuleRow("Saint-Pierre is no département", "", atPlace("Saint-Pierre", "97500"));
    addRuleRow("Corsica", outside, atPlace("Ajaccio", "20000"));
    addRuleRow("Corsica is the region", "", [](RuleCase &c) {
        atPlace("Bastia", "20200")(c);
        c.settings.departements = {QStringLiteral("2A"), QStringLiteral("2B")};
    });
    addRuleRow("the region is a setting", outside,
               [](RuleCase &c) { c.settings.departements = {QStringLiteral("69")}; });
    addRuleRow("a second place outside", outside, [](RuleCase &c) {
        Place second;
        second.city = QStringLiteral("Lyon");
        second.postalCode = QStringLiteral("69001");
        c.session.otherPlaces = {second};
    });
    addRuleRow("by the INSEE code", outside, [](RuleCase &c) {
        atPlace("Lyon", "")(c);
        c.session.place.inseeCode = QStringLiteral("69123");
    });
}

void missingRows()
{
    addRuleRow("no place", "place-missing", [](RuleCase &c) { c.session.place = {}; });
    addRuleRow("placeholder place", "place-missing", atPlace("-", ""));
    addRuleRow("name alone is no place", "place-missing", [](RuleCase &c) {
        c.session.place = {};
        c.session.place.name = utf8("Bâti-Formation");
        c.session.place.postalCode = QStringLiteral("00000");
        c.session.place.city = QStringLiteral("-");
    });
}

void mismatchRows()
{
    const auto notified = [](const char *place, const char *postalCode) {
        return Change([=](RuleCase &c) {
            c.award().place = utf8(place);
            c.award().postalCode = utf8(postalCode);
        });
    };
    addRuleRow("the notified place", "", notified("THIERS", "63300"));
    addRuleRow("another commune", "place-mismatch", notified("Riom", "63200"));
    addRuleRow("another département", "place-mismatch", notified("Moulins", "03000"));
    addRuleRow("nothing notified", "", notified("", ""));
    addRuleRow("one of several", "", notified("Riom, Thiers", ""));
    addRuleRow("none of several", "place-mismatch", notified("Moulins, Vichy", ""));
    addRuleRow("another place of the session fits", "", [=](RuleCase &c) {
        notified("Riom", "63200")(c);
        c.session.otherPlaces = {c.session.place};
        c.session.otherPlaces.first().city = QStringLiteral("Riom");
        c.session.otherPlaces.first().postalCode = QStringLiteral("63200");
    });
}

} // namespace

void PlaceRulesTest::firesWhereItShould_data()
{
    addRuleColumns();
    addRuleRow("all in order", "", [](RuleCase &) {});
    missingRows();
    mismatchRows();
    postalCodeRows();
    regionRows();
}

void PlaceRulesTest::comparesWithWhatIsNamed_data()
{
    QTest::addColumn<Place>("entered");
    QTest::addColumn<NamedPlace>("named");
    QTest::addColumn<PlaceLikeness>("likeness");
    using L = PlaceLikeness;
    using S = PlaceScope;
    const auto at = [](const char *city, const char *postalCode, const char *insee = "") {
        Place place;
        place.city = utf8(city);
        place.postalCode = utf8(postalCode);
        place.inseeCode = utf8(insee);
        return place;
    };
    const Place clermont = at("Clermont-Ferrand", "63100", "63113");
    const auto row = [](L likeness, const Place &entered, const char *text, const char *postalCode,
                        S scope = S::Unknown, const char *code = "") {
        QTest::addRow("%s %s: %s %s %s", qPrintable(entered.city), qPrintable(entered.postalCode),
                      text, postalCode, code)
            << entered << NamedPlace{utf8(text), utf8(postalCode), scope, utf8(code)} << likeness;
    };
    row(L::Same, clermont, "Clermont Ferrand", "63000"); // several codes, one commune
    row(L::Same, clermont, "CLERMONT-FERRAND CEDEX 1", "63057");
    row(L::Same, clermont, "63000 Clermont-Ferrand", "");
    row(L::Same, clermont, "Riom et Clermont-Ferrand", "");
    row(L::Same, clermont, "Puy-de-Dôme", "");
    row(L::Same, clermont, "département du Puy-de-Dôme", "");
    row(L::Same, clermont, "03 / 63", "");
    row(L::Same, clermont, "Allier, Puy de Dôme", "");
    row(L::OtherDepartement, clermont, "Allier", "");
    row(L::OtherDepartement, clermont, "03", "");
    row(L::OtherCommune, clermont, "Riom", "63200");
    row(L::OtherCommune, clermont, "Riom", "");
    row(L::OtherDepartement, clermont, "Clermont-Ferrand", "60600"); // one of the same name
    row(L::Unknown, clermont, "Agglomération clermontoise", "");
    row(L::Unknown, clermont, "Quartiers clermontois", "");
    row(L::Unknown, clermont, "Clermont", "63000");
    row(L::OtherCommune, at("Pont-du-Château", "63430"), "Le Pont-de-Dore", "63920");
    row(L::Unknown, at("Pont-du-Château", ""), "Le Pont-de-Dore", "63920");
    row(L::Unknown, clermont, "Bassin de Riom", "");
    row(L::Unknown, clermont, "Auvergne-Rhône-Alpes", "");
    row(L::Unknown, clermont, "Région Auvergne", "");
    row(L::OtherCommune, clermont, "Cournon-d'Auvergne", "63800");
    row(L::Unknown, clermont, "à distance", "");
    row(L::Unknown, clermont, "Lycée Lafayette", "63000");
    row(L::Unknown, clermont, "", "63000"); // Clermont has both codes
    row(L::Unknown, clermont, "", "");
    row(L::Unknown, clermont, "non précisé", "-");
    row(L::Same, at("St-Flour", "15100"), "Saint-Flour", "");
    row(L::Same, at("Le Puy-en-Velay", "43000"), "Puy en Velay (Le)", "");
    row(L::Same, at("Lyon 3e", "69003"), "Lyon", "69000");
    row(L::Same, at("Vienne", "38200"), "Vienne", ""); // a commune like a département
    row(L::OtherCommune, at("Saint-Flour", "15100"), "Saint-Étienne", "");
    row(L::Unknown, at("", "63100"), "Clermont-Ferrand", "");
    row(L::Unknown, at("Thiers", ""), "Puy-de-Dôme", "");

    row(L::Same, clermont, "", "", S::PostalCode, "63100");
    row(L::Unknown, clermont, "", "", S::PostalCode, "63000");
    row(L::OtherDepartement, clermont, "", "", S::PostalCode, "03000");
    row(L::Same, clermont, "", "", S::Commune, "63113");
    row(L::OtherCommune, clermont, "", "", S::Commune, "63300");
    row(L::OtherDepartement, clermont, "", "", S::Commune, "03190");
    row(L::Unknown, at("Clermont-Ferrand", "63100"), "", "", S::Commune, "63113");
    row(L::OtherDepartement, at("Clermont-Ferrand", "63100"), "", "", S::Commune, "03190");
    row(L::Same, clermont, "", "", S::Departement, "63");
    row(L::OtherDepartement, clermont, "", "", S::Departement, "03");
    row(L::Unknown, clermont, "", "", S::Departement, "99");
    row(L::Same, clermont, "", "", S::Region, "84");
    row(L::Same, clermont, "", "", S::Region, "83"); // Auvergne, before 2016
    row(L::OtherDepartement, clermont, "", "", S::Region, "82");
    row(L::OtherDepartement, clermont, "", "", S::Region, "11");
    row(L::Unknown, clermont, "", "", S::Country, "FR");
    row(L::Unknown, clermont, "", "", S::Unknown, "63");
    row(L::Same, at("Bastia", "20200"), "", "", S::Departement, "2B");
    row(L::OtherDepartement, at("Ajaccio", "20090"), "", "", S::Departement, "2B");
}

void PlaceRulesTest::comparesWithWhatIsNamed()
{
    QFETCH(const Place, entered);
    QFETCH(const NamedPlace, named);
    QFETCH(const PlaceLikeness, likeness);
    QCOMPARE(comparePlaces(entered, named), likeness);
}

void PlaceRulesTest::mismatchNamesBothPlaces()
{
    RuleCase c;
    c.award().place = QStringLiteral("Vichy");
    c.award().postalCode = QStringLiteral("03200");
    const auto finding = c.finding("place-mismatch");
    QCOMPARE(finding->submitted, QStringLiteral("63300 Thiers"));
    QCOMPARE(finding->expected, QStringLiteral("03200 Vichy"));
    QVERIFY(finding->message.contains(u"un autre département"));
}

void PlaceRulesTest::outsideRegionNamesTheDepartement()
{
    RuleCase c;
    atPlace("Lyon", "69003")(c);
    const auto finding = c.finding("place-outside-region");
    QVERIFY2(finding->message.contains(u"Rhône"), qPrintable(finding->message));
    QVERIFY2(finding->message.contains(u"03, 15, 43, 63"), qPrintable(finding->message));
}

QTEST_APPLESS_MAIN(PlaceRulesTest)
#include "tst_placerules.moc"
