// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rulecase.h"
#include "rules/textdefect.h"
#include "rules/wellformed.h"

#include <QTest>

using namespace recoupe;

class ContentRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firesWhereItShould_data();
    void firesWhereItShould() { compareFiredRules(); }
    void telephones_data();
    void telephones();
    void sirets_data();
    void sirets();
    void texts_data();
    void texts();
    void titles_data();
    void titles();
    void awardeesSiretIsCheckedOnTheAward();
    void textDefectShowsWhereItStands();
};

namespace {

void contactRows()
{
    addRuleRow("no contact", "contact-missing contact-email-missing",
               [](RuleCase &c) { c.session.contacts.clear(); });
    addRuleRow("contact of the action serves", "", [](RuleCase &c) {
        c.action.contacts = c.session.contacts;
        c.session.contacts.clear();
    });
    addRuleRow("no name", "contact-missing",
               [](RuleCase &c) { c.contact().lastName = QStringLiteral("-"); });
    addRuleRow("no telephone", "contact-missing",
               [](RuleCase &c) { c.contact().telephones = {QStringLiteral(".")}; });
    addRuleRow("words are no telephone", "contact-missing contact-invalid",
               [](RuleCase &c) { c.contact().telephones = {utf8("voir le secrétariat")}; });
    addRuleRow("short number is a number", "",
               [](RuleCase &c) { c.contact().telephones = {QStringLiteral("39 36")}; });
    addRuleRow("no mail", "contact-email-missing", [](RuleCase &c) { c.contact().email.clear(); });
    addRuleRow("mail nobody can click", "contact-email-missing contact-invalid",
               [](RuleCase &c) { c.contact().email = utf8("chabrol chez example.org"); });
    addRuleRow("a digit lacks", "contact-invalid",
               [](RuleCase &c) { c.contact().telephones = {utf8("04 65 71 10 1")}; });
    addRuleRow("the second telephone counts", "contact-invalid",
               [](RuleCase &c) { c.contact().telephones << utf8("04 65"); });
    addRuleRow("clickable, yet malformed", "contact-invalid",
               [](RuleCase &c) { c.contact().email = utf8("cha..brol@example.org"); });
    addRuleRow("another contact's mail", "contact-invalid", [](RuleCase &c) {
        c.action.contacts = {c.contact()};
        c.action.contacts.first().email = utf8("accueil@example");
    });
    addRuleRow("another contact without mail", "", [](RuleCase &c) {
        c.action.contacts = {c.contact()};
        c.action.contacts.first().email = QStringLiteral("-");
    });
}

void siretRows()
{
    addRuleRow("key of the mandataire's SIRET", "siret-invalid", [](RuleCase &c) {
        c.action.mandataire.siret = QStringLiteral("99990010300017");
        c.award().awardeeSirets = {c.action.mandataire.siret};
    });
    addRuleRow("no SIRET", "", [](RuleCase &c) { c.action.mandataire.siret.clear(); });
    addRuleRow("filler", "", [](RuleCase &c) { c.action.mandataire.siret = QStringLiteral("-"); });
    addRuleRow("deliverer's SIRET", "siret-invalid", [](RuleCase &c) {
        c.session.deliverers = {c.action.mandataire, c.action.mandataire};
        c.session.deliverers.last().siret = QStringLiteral("0");
    });
}

void textRows()
{
    addRuleRow("HTML in the title", "text-defect",
               [](RuleCase &c) { c.action.title = utf8("<b>Agent de propreté</b>"); });
    addRuleRow("own market number in the title", "text-defect",
               [](RuleCase &c) { c.action.title = utf8("Agent de propreté (M2651401)"); });
    addRuleRow("title that is none", "text-defect",
               [](RuleCase &c) { c.action.title = QStringLiteral("-"); });
    addRuleRow("no title", "text-defect", [](RuleCase &c) { c.action.title.clear(); });
    addRuleRow("filler for an objective", "text-defect",
               [](RuleCase &c) { c.action.objective = utf8("Non renseigné"); });
    addRuleRow("filler for a content", "text-defect",
               [](RuleCase &c) { c.action.content = QStringLiteral("."); });
    addRuleRow("no objective, no content", "", [](RuleCase &c) {
        c.action.objective.clear();
        c.action.content.clear();
    });
    addRuleRow("LHEO makes producers fill these", "", [](RuleCase &c) {
        c.action.expectedResults = c.session.rhythm = c.session.particularity = QStringLiteral("-");
    });
    addRuleRow("broken accents in the particularity", "text-defect",
               [](RuleCase &c) { c.session.particularity = utf8("Session prÃ©paratoire"); });
    addRuleRow("broken accents in the commune", "text-defect", [](RuleCase &c) {
        c.session.place.city = utf8("SÃ©mÃ©ac");
        c.award().place.clear();
    });
    addRuleRow("HTML in a meeting's comment", "text-defect", [](RuleCase &c) {
        c.session.infoMeetings = {InfoMeeting{{}, {}, {}, {}, utf8("Venir&nbsp;tôt")}};
    });
    addRuleRow("a number inside a content is no matter", "",
               [](RuleCase &c) { c.action.content = utf8("Marché M2651401 - 100598"); });
}

} // namespace

void ContentRulesTest::firesWhereItShould_data()
{
    addRuleColumns();
    addRuleRow("all in order", "", [](RuleCase &) {});
    contactRows();
    siretRows();
    textRows();
}

void ContentRulesTest::telephones_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<bool>("isRight");
    for (const char *right : {"0465711010",
                              "04 65 71 10 10",
                              "04.65.71.10.10",
                              "04-65-71-10-10",
                              "04/65/71/10/10",
                              "04\u00A065\u202F71 10 10",
                              "06 39 98 10 10",
                              "+33 4 65 71 10 10",
                              "+33 (0)4 65 71 10 10",
                              "0033465711010",
                              "36 46",
                              "3949",
                              "15",
                              "115",
                              "116 000",
                              "118 218",
                              "02 62 12 34 56",
                              "0590 12 34 56",
                              "+262 692 12 34 56",
                              "+687 24 35 36",
                              "+41 22 345 67 89",
                              "04 65 71 10 10 poste 12"})
        QTest::newRow(right) << utf8(right) << true;
    for (const char *wrong :
         {"04 65 71 10 1", "04 65 71 10 100", "4 65 71 10 10", "00 65 71 10 10", "1234567890",
          "+33 04 65 71 10 10", "33 4 65 71 10 10", "+33 4 65 71 10 1", "2512", "12345",
          "O4 65 71 10 10", "04 65 71 10 10 ou 06 39 98 10 10", "04 65 71 10 10 / 11"})
        QTest::newRow(wrong) << utf8(wrong) << false;
}

void ContentRulesTest::telephones()
{
    QFETCH(const QString, number);
    QFETCH(const bool, isRight);
    QCOMPARE(isWellFormedTelephone(number), isRight);
}

void ContentRulesTest::sirets_data()
{
    QTest::addColumn<QString>("siret");
    QTest::addColumn<bool>("isRight");
    for (const char *right : {"99990010300014", "732 829 320 00074", "73282932000074",
                              "35600000000048",  // La Poste's seat, by Luhn
                              "35600000049837"}) // another of its establishments, by the sum
        QTest::newRow(right) << utf8(right) << true;
    for (const char *wrong : {"99990010300017", "9999001030001", "999900103000144", "0",
                              "00000000000000", "1,23E+13", "FR12345678901", "35600000012345"})
        QTest::newRow(wrong) << utf8(wrong) << false;
}

void ContentRulesTest::sirets()
{
    QFETCH(const QString, siret);
    QFETCH(const bool, isRight);
    QCOMPARE(isWellFormedSiret(siret), isRight);
}

void ContentRulesTest::texts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("hasDefect");
    for (const char *wrong :
         {"<p>Bonjour</p>", "ligne<br>suivante", "ligne<br/>", "<a href='x'>ici</a>", "<LI>un",
          "a <!-- b", "R&amp;D", "l&#39;agent", "&eacute;tat", "&amp;gt;", "prÃ©parer",
          "Ã\u00A0 voir", "Ã voir", "Ã‰cole", "l\u00E2\u20AC\u2122agent", "\u00C2\u00AB oui",
          "c\u00C5\u201Cur", "\u00EF\u00BB\u00BFtitre", "pr\uFFFDparer"})
        QTest::newRow(wrong) << utf8(wrong) << true;
    for (const char *right :
         {"", "moins de 20 : < 20, plus : > 5", "si a<b et c>d", "R&D", "Vente & conseil;", "Q&A",
          "Âge requis", "ÂGE", "SÃO PAULO", "10 € par jour", "naïf", "Ångström", "crème brûlée",
          "pâtissier – œuvre « été »", "5 < p < 10"})
        QTest::newRow(right) << utf8(right) << false;
}

void ContentRulesTest::texts()
{
    QFETCH(const QString, text);
    QFETCH(const bool, hasDefect);
    QCOMPARE(displayDefect(text).has_value(), hasDefect);
}

void ContentRulesTest::titles_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<bool>("hasReference");
    for (const char *wrong : {"Soudeur M1451401", "Soudeur (M1451401)", "R4218 Soudeur",
                              "Pain au levain au feu de bois - 100598", "Soudeur – 1234567 "})
        QTest::newRow(wrong) << utf8(wrong) << true;
    for (const char *right :
         {"CACES R489 catégories 1, 3 et 5", "RNCP34095 Soudeur", "TP soudeur - RNCP 34095",
          "Excel 2016 – niveau 2", "Formation 2026-2027", "CAP cuisine - 63000", "Habilitation B1V",
          "Windows 2000000"})
        QTest::newRow(right) << utf8(right) << false;
}

void ContentRulesTest::titles()
{
    QFETCH(const QString, title);
    QFETCH(const bool, hasReference);
    QCOMPARE(titleDefect(title).has_value(), hasReference);
}

void ContentRulesTest::awardeesSiretIsCheckedOnTheAward()
{
    RuleCase c;
    c.award().awardeeSirets << QStringLiteral("99990010300017");
    QVERIFY(!c.finding("siret-invalid"));
    const auto check = [&](bool isReplaced) {
        return checkAward({c.award(), true, isReplaced, c.settings, c.today});
    };
    QCOMPARE(check(false).size(), 1);
    QCOMPARE(check(false).first().rule, QStringLiteral("siret-invalid"));
    QCOMPARE(check(false).first().severity, Severity::Warning);
    QCOMPARE(explanationDefect(check(false).first()), QString());
    QVERIFY(check(true).isEmpty());
    c.award().awardeeSirets = {c.action.mandataire.siret};
    QVERIFY(check(false).isEmpty());
}

void ContentRulesTest::textDefectShowsWhereItStands()
{
    RuleCase c;
    c.action.content = utf8("Accueillir, orienter, conseiller, prÃ©parer les commandes et livrer");
    const auto finding = c.finding("text-defect");
    QCOMPARE(finding->field, QStringLiteral("contenu-formation"));
    QCOMPARE(finding->submitted, utf8("…nter, conseiller, prÃ©parer les commandes…"));
    QVERIFY2(finding->message.contains(u"accents"), qPrintable(finding->message));
}

QTEST_APPLESS_MAIN(ContentRulesTest)
#include "tst_contentrules.moc"
