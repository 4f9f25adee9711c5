// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/person.h"

#include <QTest>

using namespace recoupe;

namespace {

Person chabrol()
{
    return {{QStringLiteral("Solène Chabrol-Dupré")},
            {QStringLiteral("Chabrol-Dupré")},
            {QStringLiteral("+33 (0)4 65 71 10 10")},
            {QStringLiteral("Chabrol@example.org")}};
}

} // namespace

class PersonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsLoseThePerson_data();
    void textsLoseThePerson();
    void contactsAreToldApart_data();
    void contactsAreToldApart();
    void correctionKeepsTheRest();
    void telephonesHaveOneKey_data();
    void telephonesHaveOneKey();
    void everyTextIsGivenOnce();
};

void PersonTest::textsLoseThePerson_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("without");
    const auto row = [](const char *text, const char *without) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(without);
    };
    row("", "");
    row("Voir Solène Chabrol-Dupré.", "Voir […].");
    row("SOLENE CHABROL DUPRE", "[…]");
    row("Chabrol-Dupré, Solène", "[…]");
    row("Sole\u0300ne\u00A0Chabrol\u2011Dupré", "[…]");
    row("Mme Chabrol-Dupré part", "Mme […] part");
    row("rue Chabrol-Dupré", "rue Chabrol-Dupré"); // a place, as far as one can tell
    row("Solène. Chabrol : Dupré", "Solène. Chabrol : Dupré");
    row("chabrol@EXAMPLE.org,x", "[…],x");
    row("mme.chabrol@example.org", "mme.chabrol@example.org");
    row("chabrol@example.org.fr", "[…].fr");
    row("tél. 0465711010", "tél. […]");
    row("0033 4.65.71.10.10 ou 04-65-71-10-10", "[…] ou […]");
    row("1046571101", "1046571101");
    row("04657110101", "04657110101");
}

void PersonTest::textsLoseThePerson()
{
    QFETCH(const QString, text);
    QFETCH(const QString, without);
    const PersonFilter filter(chabrol());
    QCOMPARE(filter.filtered(text), without);
    QCOMPARE(filter.isIn(text), text != without);
    QVERIFY(text == without || filter.mayBeIn(text));
}

void PersonTest::contactsAreToldApart_data()
{
    QTest::addColumn<Contact>("contact");
    QTest::addColumn<bool>("isPerson");
    const auto row = [](const char *name, const Contact &contact, bool isPerson) {
        QTest::newRow(name) << contact << isPerson;
    };
    const QString first = QStringLiteral("SOLENE");
    const QString last = QStringLiteral("Chabrol Dupré");
    const QString mail = QStringLiteral("chabrol@example.org");
    const QString number = QStringLiteral("0465711010");
    row("nobody", {}, false);
    row("all of it", {{}, first, last, {number}, mail}, true);
    row("name alone", {{}, first, last, {}, {}}, true);
    row("names exchanged", {{}, last, first, {}, {}}, true);
    row("name with another mail", {{}, first, last, {}, QStringLiteral("x@example.org")}, false);
    row("mail alone", {{}, {}, {}, {}, mail}, true);
    row("mail of another one", {{}, QStringLiteral("Paul"), QStringLiteral("Vacher"), {}, mail},
        false);
    row("telephone alone", {{}, {}, {}, {number}, {}}, true);
    row("telephone of another one",
        {{}, QStringLiteral("Paul"), QStringLiteral("Vacher"), {number}, {}}, false);
}

void PersonTest::contactsAreToldApart()
{
    QFETCH(const Contact, contact);
    QFETCH(const bool, isPerson);
    QCOMPARE(PersonFilter(chabrol()).isContact(contact), isPerson);
}

void PersonTest::correctionKeepsTheRest()
{
    const Contact contact{QStringLiteral("Mme"),
                          QStringLiteral("Solène"),
                          QStringLiteral("Chabrol-Dupré"),
                          {QStringLiteral("0465711010"), QStringLiteral("0600000000")},
                          QStringLiteral("chabrol@example.org")};
    const PersonFilter name(*Person::named(QStringLiteral("Chabrol-Dupré Solène")),
                            *Person::named(QStringLiteral("Solène Vacher")));
    Contact corrected = contact;
    corrected.lastName = QStringLiteral("Vacher");
    QCOMPARE(name.filtered(contact), corrected);
    const PersonFilter number(*Person::named(QStringLiteral("04 65 71 10 10")),
                              *Person::named(QStringLiteral("04 65 71 20 20")));
    corrected = contact;
    corrected.telephones[0] = QStringLiteral("04 65 71 20 20");
    QCOMPARE(number.filtered(contact), corrected);
    QCOMPARE(number.filtered(QStringLiteral("au 0465711010")), QStringLiteral("au 04 65 71 20 20"));
}

void PersonTest::telephonesHaveOneKey_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("key");
    for (const char *written : {"04 65 71 10 10", "+33 4 65 71 10 10", "+33 (0)4.65.71.10.10",
                                "0033465711010", "04-65-71-10-10"})
        QTest::newRow(written) << QString::fromLatin1(written) << QStringLiteral("0465711010");
    QTest::newRow("Belgium") << QStringLiteral("+32 2 123 45 67") << QStringLiteral("003221234567");
    QTest::newRow("none") << QString() << QString();
}

void PersonTest::telephonesHaveOneKey()
{
    QFETCH(const QString, written);
    QFETCH(const QString, key);
    QCOMPARE(telephoneKey(written), key);
}

void PersonTest::everyTextIsGivenOnce()
{
    const Person person{{QStringLiteral("chabrol solene"), QStringLiteral("Solène Chabrol")},
                        {QStringLiteral("Chabrol")},
                        {QStringLiteral("+33 4 65 71 10 10"), QStringLiteral("04 65 71 10 10")},
                        {QStringLiteral("chabrol@EXAMPLE.org"), QStringLiteral("s@example.org")}};
    QCOMPARE(person.texts(),
             QStringList({QStringLiteral("Solène Chabrol"), QStringLiteral("chabrol@EXAMPLE.org"),
                          QStringLiteral("s@example.org"), QStringLiteral("04 65 71 10 10")}));
    QVERIFY(personTextKey(QStringLiteral(" S@Example.org")) ==
            personTextKey(QStringLiteral("s@example.org")));
    QVERIFY(personTextKey(QStringLiteral("Paul Vacher")) !=
            personTextKey(QStringLiteral("Paul Vacheron")));
}

QTEST_GUILESS_MAIN(PersonTest)
#include "tst_person.moc"
