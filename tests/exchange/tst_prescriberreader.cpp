// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/prescribers/prescriberreader.h"

#include "exchange/exchangefixtures.h"
#include "exchange/odsfixture.h"

using namespace recoupe;
using namespace recoupe::test;

namespace {

Result<PrescriberFile> read(const QString &content)
{
    const Folder folder;
    return readPrescribers(folder.write(QStringLiteral("liste.csv"), content.toUtf8()));
}

//! "63|Cap emploi|cap@example.org".
QStringList linesOf(const QList<Prescriber> &prescribers)
{
    QStringList lines;
    for (const Prescriber &one : prescribers)
        lines << QStringList{one.departement, one.structure, one.address}.join(u'|');
    return lines;
}

QString explained(const Result<PrescriberFile> &file)
{
    return file ? QString() : file.error().message;
}

} // namespace

class TestPrescriberReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryFormat_data();
    void readsEveryFormat();
    void findsColumnsUnderTheirUsualNames_data();
    void findsColumnsUnderTheirUsualNames();
    void knowsDepartements_data();
    void knowsDepartements();
    void takesSeveralAddressesOfACell_data();
    void takesSeveralAddressesOfACell();
    void mergesRepeatedAddresses();
    void rejectsBadRowsAndKeepsTheRest_data();
    void rejectsBadRowsAndKeepsTheRest();
    void refusesAFileWithoutItsColumns_data();
    void refusesAFileWithoutItsColumns();
    void emptyListIsReadAsOne();
};

void TestPrescriberReader::readsEveryFormat_data()
{
    QTest::addColumn<QString>("ending");
    for (const char *ending : {"csv", "xlsx", "ods"})
        QTest::newRow(ending) << QString::fromLatin1(ending);
}

void TestPrescriberReader::readsEveryFormat()
{
    QFETCH(QString, ending);
    const QList<QStringList> rows{
        {QStringLiteral("Structure"), QStringLiteral("Courriel"), QStringLiteral("Département")},
        {QStringLiteral("Mission locale"), QStringLiteral("ml@example.org"), QStringLiteral("63")},
        {QStringLiteral("Région"), QStringLiteral("r@example.org"), QStringLiteral("Région")}};
    const Folder folder;
    QString name = folder.path(QStringLiteral("liste.") + ending);
    if (ending == u"xlsx") {
        writeXlsx(name, rows);
    } else if (ending == u"ods") {
        writeOds(name, rows);
    } else {
        QString text;
        for (const QStringList &row : rows)
            text += row.join(u';') + u'\n';
        name = folder.write(QStringLiteral("liste.csv"), text.toLatin1()); // as French Excel
    }
    const auto file = readPrescribers(name);
    QVERIFY2(file.has_value(), qPrintable(explained(file)));
    QCOMPARE(linesOf(file->prescribers),
             (QStringList{QStringLiteral("63|Mission locale|ml@example.org"),
                          QStringLiteral("|Région|r@example.org")}));
    QVERIFY(file->rejections.isEmpty());
}

void TestPrescriberReader::findsColumnsUnderTheirUsualNames_data()
{
    QTest::addColumn<QString>("title");
    for (const char *title : {"courriel", "Courriels", "Mail", "E-mail", "email", "MÉL",
                              "Adresse électronique", "Adresse e-mail", "adresse mail"})
        QTest::newRow(title) << QString::fromUtf8(title);
}

void TestPrescriberReader::findsColumnsUnderTheirUsualNames()
{
    QFETCH(QString, title);
    const auto file = read(title + QStringLiteral(",Dpt,Organisme\na@example.org,3,Cap emploi\n"));
    QVERIFY2(file.has_value(), qPrintable(explained(file)));
    QCOMPARE(linesOf(file->prescribers),
             QStringList(QStringLiteral("03|Cap emploi|a@example.org")));
}

void TestPrescriberReader::knowsDepartements_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *cell, const char *code) {
        QTest::newRow(cell) << QString::fromUtf8(cell) << QString::fromLatin1(code);
    };
    row("63", "63");
    row("3", "03");
    row("03", "03");
    row("Puy-de-Dôme", "63");
    row("PUY DE DOME", "63");
    row("63 - Puy-de-Dôme", "63");
    row("Puy-de-Dôme (63)", "63");
    row("2a", "2A");
    row("Côte d’Or", "21");
    row("tous", "");
    row("Toutes", "");
    row("region", "");
    row("Toute la région", "");
    row("", "rejected"); // forgotten, or the whole region: nobody can tell
    row("64 - Puy-de-Dôme", "rejected");
    row("63, 03", "rejected");
    row("96", "rejected");
    row("Auvergne", "rejected");
    row("-", "rejected");
}

void TestPrescriberReader::knowsDepartements()
{
    QFETCH(QString, cell);
    QFETCH(QString, code);
    const auto file = read(QStringLiteral("departement;courriel\n\"%1\";a@example.org\n"
                                          "15;b@example.org\n")
                               .arg(cell));
    QVERIFY2(file.has_value(), qPrintable(explained(file)));
    const bool isRejected = code == u"rejected";
    QCOMPARE(file->rejections.size(), isRejected ? 1 : 0);
    QCOMPARE(file->prescribers.size(), isRejected ? 1 : 2);
    if (isRejected) {
        QCOMPARE(file->rejections.first().field, QStringLiteral("departement"));
        QCOMPARE(file->rejections.first().value, cell);
    } else {
        QCOMPARE(file->prescribers.first().departement, code);
    }
}

void TestPrescriberReader::takesSeveralAddressesOfACell_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QStringList>("addresses");
    const QStringList both{QStringLiteral("a@example.org"), QStringLiteral("b@example.org")};
    const auto row = [](const char *cell, const QStringList &addresses) {
        QTest::newRow(cell) << QString::fromUtf8(cell) << addresses;
    };
    row("a@example.org", both.first(1));
    row(" a@example.org ", both.first(1));
    row("a@example.org;b@example.org", both);
    row("a@example.org, b@example.org", both);
    row("a@example.org b@example.org", both);
    row("a@example.org\nb@example.org ;", both);
    row("Jean Dupont <a@example.org>; <b@example.org>", both);
    row("a@example.org; A@EXAMPLE.org", both.first(1));
}

void TestPrescriberReader::takesSeveralAddressesOfACell()
{
    QFETCH(QString, cell);
    QFETCH(QStringList, addresses);
    const auto file =
        read(QStringLiteral("departement;structure;courriel\n63;Cap;\"%1\"\n").arg(cell));
    QVERIFY2(file.has_value(), qPrintable(explained(file)));
    QVERIFY2(file->rejections.isEmpty(), "rejected");
    QStringList found;
    for (const Prescriber &one : file->prescribers) {
        QCOMPARE(one.structure, QStringLiteral("Cap"));
        found << one.address;
    }
    QCOMPARE(found, addresses);
}

void TestPrescriberReader::mergesRepeatedAddresses()
{
    const auto file = read(QStringLiteral("departement;structure;courriel\n"
                                          "63;;a@example.org\n"
                                          "63;Cap emploi;A@example.org\n"
                                          "63;Autre;a@example.org\n"
                                          "03;Cap emploi;a@example.org\n"
                                          "tous;Cap emploi;a@example.org\n"));
    QVERIFY2(file.has_value(), qPrintable(explained(file)));
    QCOMPARE(linesOf(file->prescribers),
             (QStringList{QStringLiteral("63|Cap emploi|a@example.org"),
                          QStringLiteral("03|Cap emploi|a@example.org"),
                          QStringLiteral("|Cap emploi|a@example.org")}));
    QCOMPARE(file->warnings.size(), 1);
    QVERIFY2(file->warnings.first().contains(QStringLiteral("3 à 4")) ||
                 file->warnings.first().contains(QStringLiteral("3, 4")),
             qPrintable(file->warnings.first()));
}

void TestPrescriberReader::rejectsBadRowsAndKeepsTheRest_data()
{
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *content, const char *field, const char *said) {
        QTest::newRow(content) << QString::fromUtf8(content) << QString::fromLatin1(field)
                               << QString::fromUtf8(said);
    };
    row("63;Cap;", "courriel", "adresse électronique");
    row("63;Cap;cap.example.org", "courriel", "« cap.example.org »");
    row("63;Cap;a@b", "courriel", "« a@b »");
    row("63;Cap;hélène@example.org", "courriel", "« hélène@example.org »");
    row("63;Cap;b@example.org, jean", "courriel", "« jean »");
    row("63;Cap;\";\"", "courriel", "nom@structure.fr");
    row("Atlantide;Cap;b@example.org", "departement", "« Puy-de-Dôme »");
    row(";Cap;b@example.org", "departement", "« tous »");
    row("63;Cap;b@example.org;de trop", "colonne 4", "");
}

void TestPrescriberReader::rejectsBadRowsAndKeepsTheRest()
{
    QFETCH(QString, row);
    QFETCH(QString, said);
    const auto file = read(QStringLiteral("departement;structure;courriel\n") + row +
                           QStringLiteral("\n15;Suite;c@example.org\n"));
    QVERIFY2(file.has_value(), qPrintable(explained(file)));
    QCOMPARE(linesOf(file->prescribers), QStringList(QStringLiteral("15|Suite|c@example.org")));
    QCOMPARE(file->rejections.size(), 1);
    QCOMPARE(file->rejections.first().line, 2);
    QCOMPARE(file->rejections.first().record, QStringLiteral("Cap"));
    QTEST(file->rejections.first().field, "field");
    QString expected = file->rejections.first().expected;
    expected.replace(QChar(0x00a0), u' ');
    QVERIFY2(expected.contains(said), qPrintable(expected));
}

void TestPrescriberReader::refusesAFileWithoutItsColumns_data()
{
    QTest::addColumn<QString>("content");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("said");
    QTest::newRow("no address") << QStringLiteral("departement;structure\n63;Cap\n")
                                << ErrorCode::MissingColumn << QStringLiteral("courriel");
    QTest::newRow("no departement")
        << QStringLiteral("structure;courriel\nCap;a@example.org\n") << ErrorCode::MissingColumn
        << QStringLiteral("« departement » : écrire le code du département sur chaque ligne, ou "
                          "« region » pour qui reçoit tout");
    QTest::newRow("unknown title")
        << QStringLiteral("bassin;structure;courriel\n63;Cap;a@example.org\n")
        << ErrorCode::MissingColumn << QStringLiteral("bassin, structure, courriel");
    QTest::newRow("nothing") << QString() << ErrorCode::NotTheFormat << QString();
}

void TestPrescriberReader::refusesAFileWithoutItsColumns()
{
    QFETCH(QString, content);
    QFETCH(QString, said);
    const auto file = read(content);
    QVERIFY(!file.has_value());
    QTEST(file.error().code, "code");
    QString message = file.error().message;
    message.replace(QChar(0x00a0), u' ');
    QVERIFY2(message.contains(said), qPrintable(message));
    QVERIFY2(message.contains(QStringLiteral("liste.csv")), qPrintable(message));
}

void TestPrescriberReader::emptyListIsReadAsOne()
{
    const auto file = read(QStringLiteral("departement;courriel\n"));
    QVERIFY2(file.has_value(), qPrintable(explained(file)));
    QVERIFY(file->prescribers.isEmpty() && file->rejections.isEmpty());
}

QTEST_APPLESS_MAIN(TestPrescriberReader)
#include "tst_prescriberreader.moc"
