// SPDX-License-Identifier: GPL-3.0-or-later
#include "correspondence/mailmessage.h"

#include "core/oneline.h"

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

BulkMessage sampleMailing()
{
    BulkMessage message;
    message.addresses = {QStringLiteral("a@example.org"), QStringLiteral("b.c@example.com")};
    message.subject = QStringLiteral("Tableau n° 2026-03 du 23/11/2026");
    message.body = QStringLiteral("Bonjour,\n\nVoici le tableau : 2 fichiers.\n");
    message.attachments = {
        {QStringLiteral("tableau.pdf"), "application/pdf",
         QByteArray("%PDF-1.7\r\n\0\xff\n--", 15)},
        {QStringLiteral("tableau.html"), "text/html; charset=utf-8", "<p>\xc3\xa9t\xc3\xa9</p>\n"}};
    return message;
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
    void whatCannotLeaveSaysWhy_data();
    void whatCannotLeaveSaysWhy();
    void mailtoSaysTheSame();
    void filesAreNamedForPeople_data();
    void filesAreNamedForPeople();
    void filesAndBlindCopiesAreReadBackByAnotherProgram_data();
    void filesAndBlindCopiesAreReadBackByAnotherProgram();
    void filesAreWrittenAsTheStandardSays();
    void manyAddressesAreFoldedAndSpelledForServers();
    void whatCannotGoToManySaysWhy_data();
    void whatCannotGoToManySaysWhy();
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
    row("kelvin sign", QStringLiteral("ban\u212A@example.org"), "example.org");
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

void MailMessageTest::filesAndBlindCopiesAreReadBackByAnotherProgram_data()
{
    QTest::addColumn<QString>("fileName");
    QTest::addColumn<QByteArray>("content");
    const QByteArray content = sampleMailing().attachments.first().content;
    QTest::newRow("plain") << QStringLiteral("tableau.pdf") << content;
    QTest::newRow("accents") << QStringLiteral("tableau-été à Œuvre.pdf") << content;
    QTest::newRow("long") << QStringLiteral("tableau-").repeated(40) + QStringLiteral(".pdf")
                          << content;
    QTest::newRow("long with accents")
        << QStringLiteral("été-").repeated(30) + QStringLiteral(".pdf") << content;
    QTest::newRow("four bytes") << QStringLiteral("🐝").repeated(20) << content;
    QTest::newRow("quotes and percent") << QStringLiteral("a \"b\" 100%41 c';d.pdf") << content;
    QTest::newRow("empty file") << QStringLiteral("vide.pdf") << QByteArray();
    QByteArray everyByte;
    for (int byte = 0; byte < 256; ++byte)
        everyByte += char(byte);
    QTest::newRow("every byte") << QStringLiteral("octets.bin") << everyByte.repeated(40);
    QTest::newRow("looks like a boundary")
        << QStringLiteral("b.pdf") << QByteArray("\r\n--=_recoupe_part--\r\n").repeated(9);
}

void MailMessageTest::filesAndBlindCopiesAreReadBackByAnotherProgram()
{
    skipWithoutPython();
    QFETCH(const QString, fileName);
    QFETCH(const QByteArray, content);
    BulkMessage message = sampleMailing();
    message.attachments[0].name = fileName;
    message.attachments[0].content = content;
    const QJsonObject read = readBack(mailMessage(message, moment));
    QCOMPARE(read[u"type"].toString(), QStringLiteral("multipart/mixed"));
    QCOMPARE(read[u"subject"].toString(), message.subject);
    QCOMPARE(read[u"body"].toString(), message.body);
    QCOMPARE(read[u"unsent"].toString(), QStringLiteral("1"));
    QCOMPARE(read[u"recipients"].toArray(), QJsonArray()); // nobody is named to the others
    QCOMPARE(read[u"blind"].toArray(), QJsonArray::fromStringList(message.addresses));
    const QJsonArray files = read[u"files"].toArray();
    QCOMPARE(files.size(), message.attachments.size());
    for (qsizetype i = 0; i < files.size(); ++i) {
        const QJsonObject file = files.at(i).toObject();
        const MailAttachment &sent = message.attachments.at(i);
        QCOMPARE(file[u"name"].toString(), sent.name);
        QVERIFY(sent.mediaType.startsWith(file[u"type"].toString().toLatin1()));
        QCOMPARE(file[u"disposition"].toString(), QStringLiteral("attachment"));
        QCOMPARE(QByteArray::fromBase64(file[u"content"].toString().toLatin1()), sent.content);
    }
    QCOMPARE(read[u"defects"].toArray(), QJsonArray());
    QVERIFY(read[u"longest"].toInt() <= 78);
    QCOMPARE(read[u"bareEnds"].toInt(), 0);
    QVERIFY(read[u"ascii"].toBool());
}

//! The same without another program's leniency.
void MailMessageTest::filesAreWrittenAsTheStandardSays()
{
    BulkMessage message = sampleMailing();
    message.attachments[0].name = QStringLiteral("été.pdf");
    const QByteArray mail = mailMessage(message, moment);
    const qsizetype headEnd = mail.indexOf("\r\n\r\n");
    const QByteArray head = mail.first(headEnd);
    QVERIFY(!head.contains("\r\nTo:") && !head.contains("From:"));
    QVERIFY(head.contains("\r\nBcc: <a@example.org>,\r\n <b.c@example.com>\r\n"));
    const qsizetype name = head.indexOf("boundary=\"") + qsizetype(qstrlen("boundary=\""));
    const QByteArray boundary = head.mid(name, head.indexOf('"', name) - name);
    QVERIFY(!boundary.isEmpty());
    const QByteArray separator = "--" + boundary;
    QCOMPARE(mail.count(separator), 4); // before each of three parts, and at the end
    QVERIFY(mail.endsWith("\r\n" + separator + "--\r\n"));
    QVERIFY(mail.contains("Content-Disposition: attachment;\r\n"
                          " filename*0*=UTF-8''%C3%A9t%C3%A9.pdf\r\n\r\n"));
    QVERIFY(mail.contains(" filename=\"tableau.html\"\r\n\r\n" +
                          message.attachments[1].content.toBase64() + "\r\n"));
}

void MailMessageTest::manyAddressesAreFoldedAndSpelledForServers()
{
    BulkMessage message = sampleMailing();
    message.addresses.clear();
    for (int i = 0; i < 100; ++i)
        message.addresses << QStringLiteral("conseiller-%1@mission-locale.example.org").arg(i);
    message.addresses << QStringLiteral("contact@été.example.org");
    const QByteArray mail = mailMessage(message, moment);
    QVERIFY(mail.contains(",\r\n <contact@xn--t-9fab.example.org>\r\n"));
    QCOMPARE(mail.count("@mission-locale.example.org>"), 100);
    for (const QByteArray &line : mail.split('\n'))
        QVERIFY2(line.size() <= 79, line.constData());
}

void MailMessageTest::whatCannotGoToManySaysWhy_data()
{
    QTest::addColumn<QStringList>("addresses");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("said");
    const BulkMessage good = sampleMailing();
    QTest::newRow("good") << good.addresses << good.subject << good.body << QString();
    QTest::newRow("nobody") << QStringList() << good.subject << good.body
                            << QStringLiteral("personne");
    for (const char *wrong : {"durolle", "hélène@example.org", "", "ban\u212A@example.org"})
        QTest::newRow(wrong) << good.addresses + QStringList(QString::fromUtf8(wrong))
                             << good.subject << good.body
                             << QStringLiteral("« %1 »").arg(QString::fromUtf8(wrong));
    QTest::newRow("header") << good.addresses + QStringList(QStringLiteral("a@b.fr>\r\nX: y"))
                            << good.subject << good.body << QStringLiteral("« a@b.fr> X: y »");
    QTest::newRow("no subject") << good.addresses << QString() << good.body
                                << QStringLiteral("objet");
    QTest::newRow("no text") << good.addresses << good.subject << QStringLiteral(" \n")
                             << QStringLiteral("vide");
}

void MailMessageTest::whatCannotGoToManySaysWhy()
{
    BulkMessage message = sampleMailing();
    QFETCH(const QStringList, addresses);
    QFETCH(const QString, subject);
    QFETCH(const QString, body);
    QFETCH(const QString, said);
    message.addresses = addresses;
    message.subject = subject;
    message.body = body;
    const QString defect = bulkMessageDefect(message);
    QCOMPARE(defect.isEmpty(), said.isEmpty());
    QVERIFY2(QString(defect).replace(QChar(0x00a0), u' ').contains(said), qPrintable(defect));
    // Only the one to correct is named.
    for (const QString &address : sampleMailing().addresses)
        QVERIFY(!defect.contains(address));
}

QTEST_GUILESS_MAIN(MailMessageTest)
#include "tst_mailmessage.moc"
