// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rejectionmodel.h"
#include "models/tabletext.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace recoupe;

class TableTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<RejectionModel>();
        m_model->setRejections({{QStringLiteral("a.csv"), 2, QStringLiteral("=HYPERLINK(\"x\")"),
                                 QStringLiteral("lieu"), QStringLiteral("tab\tici"),
                                 QStringLiteral("dit ; \"oui\"")}});
    }

    void copyHasHeadersAndNeutralisesFormulas()
    {
        const QString text =
            tabSeparated(*m_model, {0}, {RejectionModel::Record, RejectionModel::Value});
        QCOMPARE(text, QStringLiteral("Enregistrement\tValeur\n'=HYPERLINK(\"x\")\ttab ici\n"));
    }

    void csvQuotesWhatItMust()
    {
        const QString line = semicolonSeparated(*m_model).split(QStringLiteral("\r\n")).at(1);
        QCOMPARE(line, QStringLiteral("a.csv;2;\"'=HYPERLINK(\"\"x\"\")\";lieu;tab\tici;"
                                      "\"dit ; \"\"oui\"\"\""));
    }

    void csvFileBeginsWithTheMarkThatExcelWants()
    {
        const QTemporaryDir folder;
        const QString name = folder.filePath(QStringLiteral("rejets é.csv"));
        QVERIFY(writeCsv(*m_model, name));
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("\xEF\xBB\xBF"
                                          "Fichier;"));
    }

    void csvThatCannotBeWrittenSaysWhere()
    {
        const QTemporaryDir folder;
        const Result<> written =
            writeCsv(*m_model, folder.filePath(QStringLiteral("absent/rejets.csv")));
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::FileUnwritable);
        QVERIFY(written.error().message.contains(QStringLiteral("rejets.csv")));
    }

private:
    std::unique_ptr<RejectionModel> m_model;
};

QTEST_GUILESS_MAIN(TableTextTest)
#include "tst_tabletext.moc"
