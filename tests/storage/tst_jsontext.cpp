// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/jsontext.h"

#include <QJsonDocument>
#include <QTest>

using namespace recoupe;

class JsonTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyListIsNoText();
    void textIsValidJson_data();
    void textIsValidJson();
    void defaultsAreLeftOut();
    void unknownNamesArePassedOver();
    void textThatIsNoJsonGivesNothing();
};

void JsonTextTest::emptyListIsNoText()
{
    QCOMPARE(toJsonText(QStringList()), QString());
    QCOMPARE(toJsonText(Organisation()), QString());
    QStringList list{QStringLiteral("before")};
    fromJsonText(QString(), list);
    QCOMPARE(list, QStringList());
}

void JsonTextTest::textIsValidJson_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("quotes") << QStringLiteral("l'\"Été\"");
    QTest::newRow("backslash") << QStringLiteral("C:\\");
    for (char16_t c = 1; c < u' '; ++c)
        QTest::addRow("control %d", int(c)) << QString(QChar(c));
    QTest::newRow("four bytes") << QStringLiteral("\U0001F41D");
}

void JsonTextTest::textIsValidJson()
{
    QFETCH(QString, text);
    const QMap<QString, QString> map{{text, text}, {QStringLiteral("b"), QString()}};
    const QString json = toJsonText(map);
    QJsonParseError error;
    QJsonDocument::fromJson(json.toUtf8(), &error);
    QCOMPARE(error.errorString(), QStringLiteral("no error occurred"));
    QMap<QString, QString> back;
    fromJsonText(json, back);
    QCOMPARE(back, map);
}

void JsonTextTest::defaultsAreLeftOut()
{
    Contact contact;
    contact.email = QStringLiteral("a@b.fr");
    QCOMPARE(toJsonText(QList<Contact>{contact, Contact()}),
             QStringLiteral("[{\"email\":\"a@b.fr\"},{}]"));
    Funding funding;
    funding.places = 0; // said, and not the same as not said
    QCOMPARE(toJsonText(QList<Funding>{funding}), QStringLiteral("[{\"places\":0}]"));
}

void JsonTextTest::unknownNamesArePassedOver()
{
    QList<Contact> contacts;
    fromJsonText(QStringLiteral("[{\"fax\":\"1\",\"email\":\"a@b.fr\"}]"), contacts);
    QCOMPARE(contacts.size(), 1);
    QCOMPARE(contacts.first().email, QStringLiteral("a@b.fr"));
}

void JsonTextTest::textThatIsNoJsonGivesNothing()
{
    QList<Contact> contacts;
    fromJsonText(QStringLiteral("[{\"email\":"), contacts);
    QVERIFY(contacts.isEmpty());
}

QTEST_APPLESS_MAIN(JsonTextTest)
#include "tst_jsontext.moc"
