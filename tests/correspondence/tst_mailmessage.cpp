// SPDX-License-Identifier: GPL-3.0-or-later
#include "correspondence/mailmessage.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>
#include <QUrlQuery>

using namespace recoupe;

namespace {

const QDateTime moment(QDate(2026, 11, 23), QTime(9, 5, 7), Qt::UTC);

Letter sampleLetter()
{
    Letter letter;
    letter.recipientName = QStringLiteral("Durolle Formation");
    letter.address = QStringLiteral("contact@durolle.example.org");
    letter.subject = QStringLiteral("Portail : 3 sessions à corriger");
    letter.body = QStringLiteral("Bonjour,\n\nDès que possible : « merci ».\n");
    return letter;
}

//! What Python's parser read of the message.
QJsonObject readBack(const QByteArray &message)
{
    QProcess python;
    python.start(QStringLiteral(RECOUPE_PYTHON),
                 {QStringLiteral(RECOUPE_SOURCE_DIR "/tests/correspondence/readmail.py")});
    python.write(message);
    python.closeWriteChannel();
    if (!python.waitForFinished(60'000) || python.exitCode() != 0)
        qFatal("%s", python.readAllStandardError().constData());
    return QJsonDocument::fromJson(python.readAllStandardOutput()).object();
}

void skipWithoutPython()
{
    if (QStringLiteral(RECOUPE_PYTHON).isEmpty())
        QSKIP("No python3 was found when the build was configured.");
}

} // namespace

class MailMessageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messageIsReadBackByAnotherProgram_data();
    void messageIsReadBackByAnotherProgram();
    void draftWithoutAddressHasNoRecipient();
    void hostileNamesAddNoHeader_data();
    void hostileNamesAddNoHeader();
    void headersAreWhatMailProgramsExpect();
    void linesAreCleaned_data();
    void linesAreCleaned();
    void whatCannotLeaveSaysWhy_data();
    void whatCannotLeaveSaysWhy();
    void mailtoSaysTheSame();
    void filesAreNamedForPeople_data();
    void filesAreNamedForPeople();
};

void MailMessageTest::messageIsReadBackByAnotherProgram_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("body");
    const QString name = sampleLetter().recipientName;
    const QString subject = sampleLetter().subject;
    const QString body = sampleLetter().body;
    QTest::newRow("plain") << name << QStringLiteral("Three sessions") << QStringLiteral("Hello\n");
    QTest::newRow("accents") << QStringLiteral("École de l'Été, Œuvre & Cie") << subject << body;
    QTest::newRow("long") << QStringLiteral("Établissement ").repeated(12).trimmed()
                          << QStringLiteral("à corriger ").repeated(30).trimmed()
                          << QStringLiteral("é").repeated(5000) + u'\n';
    QTest::newRow("long without accents")
        << name << QStringLiteral("word ").repeated(60).trimmed() << body;
    QTest::newRow("four bytes") << QStringLiteral("🐝").repeated(20)
                                << QStringLiteral("🐝").repeated(40) << QStringLiteral("🐝\n");
    QTest::newRow("looks encoded")
        << QStringLiteral("=?UTF-8?Q?a?=") << QStringLiteral("=?UTF-8?B?QUJD?=") << body;
    QTest::newRow("quotes and brackets")
        << QStringLiteral("\"A\" <b@c.example>, (d); e") << subject << body;
    QTest::newRow("no name") << QString() << subject << body;
    QTest::newRow("lines that mean something")
        << name << subject << QStringLiteral(".\nFrom here\n\n--\n=41 = \t \n");
}

void MailMessageTest::messageIsReadBackByAnotherProgram()
{
    skipWithoutPython();
    QFETCH(const QString, name);
    QFETCH(const QString, subject);
    QFETCH(const QString, body);
    Letter letter = sampleLetter();
    letter.recipientName = name;
    letter.subject = subject;
    letter.body = body;
    const QJsonObject read = readBack(mailMessage(letter, moment));
    QCOMPARE(read[u"subject"].toString(), subject);
    const QJsonArray recipients = read[u"recipients"].toArray();
    QCOMPARE(recipients.size(), 1);
    QCOMPARE(recipients[0].toArray()[0].toString(), name);
    QCOMPARE(recipients[0].toArray()[1].toString(), letter.address);
    QCOMPARE(read[u"body"].toString(), body);
    QCOMPARE(read[u"type"].toString(), QStringLiteral("text/plain"));
    QCOMPARE(read[u"unsent"].toString(), QStringLiteral("1"));
    QCOMPARE(read[u"date"].toString(), QStringLiteral("2026-11-23T09:05:07+00:00"));
    QVERIFY(read[u"id"].toString().startsWith(u'<'));
    QCOMPARE(read[u"defects"].toArray(), QJsonArray());
    QVERIFY(read[u"longest"].toInt() <= 78);
    QCOMPARE(read[u"bareEnds"].toInt(), 0);
    QVERIFY(read[u"ascii"].toBool());
}

void MailMessageTest::draftWithoutAddressHasNoRecipient()
{
    Letter letter = sampleLetter();
    letter.address = QStringLiteral("  ");
    const QByteArray message = mailMessage(letter, moment);
    QVERIFY(!message.contains("To:"));
    QVERIFY(message.contains("X-Unsent: 1\r\n"));
}

void MailMessageTest::hostileNamesAddNoHeader_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"a\r\nBcc: x@example.org", "a\nBcc: x@example.org\n\nbody", "a\rBcc: x@example.org",
          "a\r\n\r\n<html>", "a\u2028Bcc: x@example.org", "\u202Egro.elpmaxe@a",
          "a\u0085Bcc: x@example.org", "a\vBcc: x\f\t"})
        QTest::newRow(qPrintable(QString::fromUtf8(text).toHtmlEscaped().simplified()))
            << QString::fromUtf8(text);
    QTest::newRow("null") << QStringLiteral("a") + QChar(0) + QStringLiteral("b");
}

void MailMessageTest::hostileNamesAddNoHeader()
{
    skipWithoutPython();
    QFETCH(const QString, text);
    Letter letter = sampleLetter();
    letter.recipientName = text;
    letter.subject = text;
    const QJsonObject read = readBack(mailMessage(letter, moment));
    QCOMPARE(read[u"names"].toArray(),
             (QJsonArray{QStringLiteral("Date"), QStringLiteral("Message-ID"), QStringLiteral("To"),
                         QStringLiteral("Subject"), QStringLiteral("X-Unsent"),
                         QStringLiteral("MIME-Version"), QStringLiteral("Content-Type"),
                         QStringLiteral("Content-Transfer-Encoding")}));
    QCOMPARE(read[u"body"].toString(), letter.body);
    QCOMPARE(read[u"subject"].toString(), onOneLine(text));
    QVERIFY(!read[u"subject"].toString().contains(QChar(0x202e)));
    QCOMPARE(read[u"recipients"].toArray().size(), 1);
}

void MailMessageTest::headersAreWhatMailProgramsExpect()
{
    Letter letter = sampleLetter();
    letter.address = QStringLiteral("contact@été.example.org");
    const QByteArray message = mailMessage(letter, moment);
    QVERIFY(message.startsWith("Date: Mon, 23 Nov 2026 09:05:07 +0000\r\n"));
    QVERIFY(message.contains("<contact@xn--t-9fab.example.org>"));
    QVERIFY(!message.contains("From:")); // who sends it is the mail program's to say
}

void MailMessageTest::linesAreCleaned_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("line");
    QTest::newRow("breaks") << QStringLiteral(" a\r\n\tb ") << QStringLiteral("a b");
    QTest::newRow("bidi") << QStringLiteral("a\u202E\u2066b\u200Fc") << QStringLiteral("abc");
    QTest::newRow("joiner") << QStringLiteral("a\u200Db") << QStringLiteral("a\u200Db");
    QTest::newRow("non-breaking space")
        << QStringLiteral("Session\u00A0: 3") << QStringLiteral("Session\u00A0: 3");
    QTest::newRow("nothing") << QString() << QString();
}

void MailMessageTest::linesAreCleaned()
{
    QFETCH(const QString, text);
    QTEST(onOneLine(text), "line");
}

void MailMessageTest::whatCannotLeaveSaysWhy_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("said");
    const QString subject = sampleLetter().subject;
    const QString body = sampleLetter().body;
    const auto row = [&](const char *name, const QString &address, const char *said) {
        QTest::newRow(name) << address << subject << body << QString::fromUtf8(said);
    };
    row("good", sampleLetter().address, "");
    row("none", {}, "");
    row("no address", QStringLiteral("durolle"), "durolle");
    row("two", QStringLiteral("a@b.fr,c@d.fr"), "nom@organisme.fr");
    row("injection", QStringLiteral("a@b.fr>\r\nBcc: c@d.fr"), "nom@organisme.fr");
    QTest::newRow("no subject") << QString() << QStringLiteral(" \n") << body
                                << QStringLiteral("objet");
    QTest::newRow("no text") << QString() << subject << QStringLiteral("\n")
                             << QStringLiteral("vide");
}

void MailMessageTest::whatCannotLeaveSaysWhy()
{
    QFETCH(const QString, said);
    Letter letter = sampleLetter();
    QFETCH(const QString, address);
    QFETCH(const QString, subject);
    QFETCH(const QString, body);
    letter.address = address;
    letter.subject = subject;
    letter.body = body;
    const QString defect = letterDefect(letter);
    QCOMPARE(defect.isEmpty(), said.isEmpty());
    QVERIFY2(defect.contains(said), qPrintable(defect));
}

void MailMessageTest::mailtoSaysTheSame()
{
    Letter letter = sampleLetter();
    letter.subject = QStringLiteral("100 % & plus ? #1 = « é »");
    letter.body = QStringLiteral("a+b\nc & d\n");
    const QUrl url = mailtoUrl(letter);
    QVERIFY(url.isValid());
    QCOMPARE(url.scheme(), QStringLiteral("mailto"));
    QCOMPARE(url.path(), letter.address);
    const QUrlQuery query(url);
    QCOMPARE(query.queryItemValue(QStringLiteral("subject"), QUrl::FullyDecoded), letter.subject);
    QCOMPARE(query.queryItemValue(QStringLiteral("body"), QUrl::FullyDecoded),
             QStringLiteral("a+b\r\nc & d\r\n"));
    QVERIFY(!url.toEncoded().contains('+')); // some mail programs make a space of it
}

void MailMessageTest::filesAreNamedForPeople_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("file");
    QTest::newRow("accents") << QStringLiteral("Œuvre de l'Été")
                             << QStringLiteral("correction-oeuvre-de-l-ete.eml");
    QTest::newRow("path") << QStringLiteral("../..\\C:x") << QStringLiteral("correction-c-x.eml");
    QTest::newRow("nothing left") << QStringLiteral("***") << QStringLiteral("correction.eml");
}

void MailMessageTest::filesAreNamedForPeople()
{
    QFETCH(const QString, name);
    Letter letter;
    letter.recipientName = name;
    QTEST(mailFileName(letter), "file");
}

QTEST_GUILESS_MAIN(MailMessageTest)
#include "tst_mailmessage.moc"
