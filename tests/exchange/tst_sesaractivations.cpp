// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/sesar/sesaractivations.h"

#include "exchange/exchangefixtures.h"
#include "exchange/odsfixture.h"
#include "exchange/xlsxfixture.h"

using namespace recoupe;
using namespace recoupe::test;

namespace {

const QByteArray header =
    "envoi;numero_marche;numero_formation;numero_action;numero_session;intitule;date_debut;"
    "date_fin;lieu;evenement\r\n";

PartialDate day(int year, int month, int dayOfMonth)
{
    return PartialDate(QDate(year, month, dayOfMonth));
}

SesarActivation sample()
{
    return {{QStringLiteral("03_F1"), QStringLiteral("03_A1"), QStringLiteral("03_S1")},
            true,
            QStringLiteral("M1451401"),
            QStringLiteral("Soudeur"),
            day(2027, 1, 4),
            day(2027, 6, 30),
            QStringLiteral("Thiers")};
}

QByteArray written(const QList<SesarActivation> &activations)
{
    const Folder folder;
    const QString name = folder.path(QStringLiteral("activations.csv"));
    if (const Result<> done = writeSesarActivations(name, QStringLiteral("E-7"), activations);
        !done) {
        QTest::qFail(qPrintable(done.error().message), __FILE__, __LINE__);
        return {};
    }
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<SesarAcknowledgement> readAnswer(const QByteArray &content)
{
    const Folder folder;
    return readSesarAcknowledgement(folder.write(QStringLiteral("réponse.csv"), content));
}

} // namespace

class TestSesarActivations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesALineASession();
    void writesFieldsAsTheyAre_data();
    void writesFieldsAsTheyAre();
    void writesDates_data();
    void writesDates();
    void oldFileStaysWhereTheNewOneCannotBeWritten();
    void readsTheAnswerInAnyTable_data();
    void readsTheAnswerInAnyTable();
    void readsTheAnswerWrittenIntoTheLinesThemselves();
    void refusesAnAnswerThatIsNotClear_data();
    void refusesAnAnswerThatIsNotClear();
    void refusesAFileWithoutAnswers();
};

void TestSesarActivations::writesALineASession()
{
    SesarActivation gone = sample();
    gone.key.session = QStringLiteral("03_S2");
    gone.active = false;
    QCOMPARE(written({sample(), gone}),
             header +
                 "E-7;M1451401;03_F1;03_A1;03_S1;Soudeur;2027-01-04;2027-06-30;Thiers;activation"
                 "\r\n"
                 "E-7;M1451401;03_F1;03_A1;03_S2;Soudeur;2027-01-04;2027-06-30;Thiers;"
                 "desactivation\r\n");
    QCOMPARE(written({}), header);
}

void TestSesarActivations::writesFieldsAsTheyAre_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QByteArray>("field");
    const auto row = [](const char *title, const char *field) {
        QTest::newRow(title) << QString::fromUtf8(title) << QByteArray(field);
    };
    row("simple", "simple");
    row("été œuvre", "été œuvre");
    row("a;b", "\"a;b\"");
    row("dit \"beau\"", "\"dit \"\"beau\"\"\"");
    row("deux\nlignes", "\"deux\nlignes\"");
    row("retour\rici", "\"retour\rici\"");
    row("=1+1", "=1+1"); // for a machine: nothing is neutralised
    row("01000", "01000");
    row("", "");
}

void TestSesarActivations::writesFieldsAsTheyAre()
{
    QFETCH(QString, title);
    QFETCH(QByteArray, field);
    SesarActivation activation = sample();
    activation.title = title;
    QCOMPARE(written({activation}), header + "E-7;M1451401;03_F1;03_A1;03_S1;" + field +
                                        ";2027-01-04;2027-06-30;Thiers;activation\r\n");
}

void TestSesarActivations::writesDates_data()
{
    QTest::addColumn<PartialDate>("date");
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("day") << day(2027, 1, 4) << QByteArray("2027-01-04");
    QTest::newRow("month") << PartialDate::ofMonth(2027, 9) << QByteArray("20270900");
    QTest::newRow("year") << PartialDate::ofYear(2027) << QByteArray("20270000");
    QTest::newRow("unknown") << *PartialDate::fromLheo(u"99999999") << QByteArray("99999999");
    QTest::newRow("absent") << PartialDate() << QByteArray();
}

void TestSesarActivations::writesDates()
{
    QFETCH(PartialDate, date);
    QFETCH(QByteArray, field);
    SesarActivation activation = sample();
    activation.start = date;
    QVERIFY(written({activation}).contains(";Soudeur;" + field + ";2027-06-30;"));
}

void TestSesarActivations::oldFileStaysWhereTheNewOneCannotBeWritten()
{
    const QTemporaryDir folder;
    const Result<> done = writeSesarActivations(folder.filePath(QStringLiteral("absent/a.csv")),
                                                QStringLiteral("E-7"), {sample()});
    QCOMPARE(done.error().code, ErrorCode::FileUnwritable);
}

void TestSesarActivations::readsTheAnswerInAnyTable_data()
{
    QTest::addColumn<QString>("suffix");
    for (const char *suffix : {"csv", "xlsx", "ods"})
        QTest::newRow(suffix) << QString::fromLatin1(suffix);
}

void TestSesarActivations::readsTheAnswerInAnyTable()
{
    QFETCH(QString, suffix);
    const QList<QStringList> rows{
        {QStringLiteral("Envoi"), QStringLiteral("Numéro formation"),
         QStringLiteral("numero_action"), QStringLiteral("NUMERO_SESSION"),
         QStringLiteral("Statut"), QStringLiteral("Motif")},
        {QStringLiteral("E-7"), QStringLiteral("03_F1"), QStringLiteral("03_A1"),
         QStringLiteral("03_S1"), QStringLiteral("Accepté"), QString()},
        {QStringLiteral("E-7"), QStringLiteral("03_F1"), QString(), QStringLiteral("0017"),
         QStringLiteral("refuse"), QStringLiteral("Marché clos")}};
    const Folder folder;
    const QString name = folder.path(QStringLiteral("réponse.") + suffix);
    if (suffix == u"xlsx") {
        writeXlsx(name, rows);
    } else if (suffix == u"ods") {
        writeOds(name, rows);
    } else {
        QByteArray text;
        for (const QStringList &row : rows)
            text += row.join(u';').toUtf8() + "\r\n";
        (void)folder.write(QStringLiteral("réponse.csv"), text);
    }
    const auto answer = readSesarAcknowledgement(name);
    QVERIFY2(answer.has_value(), answer ? "" : qPrintable(answer.error().message));
    QCOMPARE(answer->deliveryKey, QStringLiteral("E-7"));
    const QList<SesarAnswer> expected{
        {{QStringLiteral("03_F1"), QStringLiteral("03_A1"), QStringLiteral("03_S1")}, true, {}},
        {{QStringLiteral("03_F1"), QString(), QStringLiteral("0017")},
         false,
         QStringLiteral("Marché clos")}};
    QVERIFY(answer->answers == expected);
}

void TestSesarActivations::readsTheAnswerWrittenIntoTheLinesThemselves()
{
    QByteArray lines = written({sample()});
    lines.replace("evenement\r\n", "evenement;statut;motif\r\n");
    lines.replace("activation\r\n", "activation;accepte;\r\n");
    const auto answer = readAnswer(lines);
    QVERIFY2(answer.has_value(), answer ? "" : qPrintable(answer.error().message));
    QVERIFY(answer->answers == QList<SesarAnswer>({{sample().key, true, {}}}));
}

void TestSesarActivations::refusesAnAnswerThatIsNotClear_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QString>("named"); // within the sentence
    const auto row = [](const char *name, const char *rows, const char *named) {
        QTest::newRow(name) << QByteArray(rows) << QString::fromUtf8(named);
    };
    row("status", "E-7;F1;A1;S1;peut-être;\n", "peut-être");
    row("no status", "E-7;F1;A1;S1;;\n", "statut");
    row("no session", "E-7;F1;A1;;accepte;\n", "numero_session");
    row("no formation", "E-7;;A1;S1;accepte;\n", "numero_formation");
    row("no delivery", ";F1;A1;S1;accepte;\n", "envoi");
    row("two deliveries", "E-7;F1;A1;S1;accepte;\nE-8;F1;A1;S2;accepte;\n", "E-8");
    row("a rounded numero", "E-7;F1;A1;1,23E+13;accepte;\n", "numero_session");
    row("value that is empty", "E-7;F1;A1;;accepte;\n", "vide");
    row("two answers", "E-7;F1;A1;S1;accepte;\nE-7;F1;A1;S1;refuse;\n", "S1");
}

void TestSesarActivations::refusesAnAnswerThatIsNotClear()
{
    QFETCH(QByteArray, rows);
    QFETCH(QString, named);
    const auto answer =
        readAnswer("envoi;numero_formation;numero_action;numero_session;statut;motif\n" + rows);
    QVERIFY(!answer.has_value());
    QCOMPARE(answer.error().code, ErrorCode::MalformedFile);
    const QString message = answer.error().message;
    QVERIFY2(message.contains(named), qPrintable(message));
    QVERIFY2(message.contains(QStringLiteral("réponse.csv")), qPrintable(message));
    QCOMPARE(answer.error().where.line, qint64(1 + rows.count('\n')));
    const auto missing = readAnswer("envoi;numero_formation;numero_session\nE-7;F1;S1\n");
    QCOMPARE(missing.error().code, ErrorCode::MissingColumn);
}

void TestSesarActivations::refusesAFileWithoutAnswers()
{
    const auto answer = readAnswer("envoi;numero_formation;numero_action;numero_session;statut\n");
    QVERIFY(!answer.has_value());
    QCOMPARE(answer.error().code, ErrorCode::MalformedFile);
    QVERIFY2(answer.error().message.contains(QStringLiteral("aucune réponse")),
             qPrintable(answer.error().message));
}

QTEST_APPLESS_MAIN(TestSesarActivations)
#include "tst_sesaractivations.moc"
