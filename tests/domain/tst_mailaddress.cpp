// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/mailaddress.h"

#include <QTest>

using namespace recoupe;

class MailAddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wellFormedOnesAreTold_data();
    void wellFormedOnesAreTold();
    void accentedDomainsAreSpeltForServers();
    void caseTellsNoAddressesApart();
};

void MailAddressTest::wellFormedOnesAreTold_data()
{
    QTest::addColumn<QString>("mail");
    QTest::addColumn<bool>("isRight");
    for (const char *right :
         {"a@b.fr", "jean-luc.o'brien+afc@bati-formation.example.org", "ACCUEIL@EXAMPLE.FR",
          "info@école-2c.fr", "x_1@mail.sous.domaine.museum", "contact@xn--cole-9oa.fr"})
        QTest::newRow(right) << QString::fromUtf8(right) << true;
    for (const char *wrong :
         {"a@b", "a.@b.fr", ".a@b.fr", "a..b@c.fr", "a@-b.fr", "a@b-.fr", "a@b..fr", "a@b.f",
          "hélène@b.fr", "a b@c.fr", "mailto:a@b.fr", "a@b.fr;c@d.fr", "a@b.fr.", "@b.fr",
          "a@b.fr\n", "\na@b.fr", "ban\u212A@example.fr", "\u017Famir@example.fr", "a@\uFDFA.fr"})
        QTest::newRow(wrong) << QString::fromUtf8(wrong) << false;
    // RFC 5321 and 1035: 64 characters before the @, 63 in a label, 254 in all. An accented domain
    // counts as name servers spell it.
    const auto letters = [](qsizetype count) { return QString(count, u'a'); };
    const QString label = letters(63) + u'.';
    const auto row = [](const char *name, const QString &mail, bool isRight) {
        QTest::newRow(name) << mail << isRight;
    };
    row("local part", letters(64) + QStringLiteral("@example.org"), true);
    row("long local part", letters(65) + QStringLiteral("@example.org"), false);
    row("long local part with a sign", letters(64) + QStringLiteral("_@example.org"), false);
    row("label", QStringLiteral("a@") + label + QStringLiteral("fr"), true);
    row("long label", QStringLiteral("a@a") + label + QStringLiteral("fr"), false);
    row("accented label", QStringLiteral("a@é") + letters(55) + QStringLiteral(".fr"), true);
    row("long accented label", QStringLiteral("a@é") + letters(62) + QStringLiteral(".fr"), false);
    const QString longest =
        letters(63) + u'@' + label.repeated(2) + letters(59) + QLatin1String(".fr");
    QCOMPARE(longest.size(), 254);
    row("254", longest, true);
    row("255", u'a' + longest, false);
}

void MailAddressTest::wellFormedOnesAreTold()
{
    QFETCH(const QString, mail);
    QFETCH(const bool, isRight);
    QCOMPARE(isWellFormedEmail(mail), isRight);
    QCOMPARE(asciiMailAddress(mail).isEmpty(), !isRight);
}

void MailAddressTest::accentedDomainsAreSpeltForServers()
{
    QCOMPARE(asciiMailAddress(QStringLiteral("Info@École-2c.fr")),
             QByteArray("Info@xn--cole-2c-9xa.fr"));
    QCOMPARE(asciiMailAddress(QStringLiteral("o'brien@example.org")),
             QByteArray("o'brien@example.org"));
}

void MailAddressTest::caseTellsNoAddressesApart()
{
    const QString key = mailAddressKey(QStringLiteral(" Accueil@Example.FR "));
    QCOMPARE(key, mailAddressKey(QStringLiteral("accueil@example.fr")));
    QVERIFY(key != mailAddressKey(QStringLiteral("accueil2@example.fr")));
}

QTEST_APPLESS_MAIN(MailAddressTest)
#include "tst_mailaddress.moc"
