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
          "hélène@b.fr", "a b@c.fr", "mailto:a@b.fr", "a@b.fr;c@d.fr", "a@b.fr.", "@b.fr"})
        QTest::newRow(wrong) << QString::fromUtf8(wrong) << false;
}

void MailAddressTest::wellFormedOnesAreTold()
{
    QFETCH(const QString, mail);
    QFETCH(const bool, isRight);
    QCOMPARE(isWellFormedEmail(mail), isRight);
}

void MailAddressTest::caseTellsNoAddressesApart()
{
    const QString key = mailAddressKey(QStringLiteral(" Accueil@Example.FR "));
    QCOMPARE(key, mailAddressKey(QStringLiteral("accueil@example.fr")));
    QVERIFY(key != mailAddressKey(QStringLiteral("accueil2@example.fr")));
}

QTEST_APPLESS_MAIN(MailAddressTest)
#include "tst_mailaddress.moc"
