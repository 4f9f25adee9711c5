// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/facetcolumn.h"
#include "models/textcolumn.h"

#include <QTest>

using namespace recoupe;

namespace {

TextColumn columnOf(const QStringList &texts)
{
    TextColumn column;
    for (const QString &text : texts)
        column.append({text});
    column.finish();
    return column;
}

} // namespace

class TextColumnTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalCellsAreKeptOnce()
    {
        TextColumn column;
        column.append({QStringLiteral("Ouvert"), 0, QStringLiteral("open")});
        column.append({QStringLiteral("Fermé"), 1, QStringLiteral("closed")});
        column.append({QStringLiteral("Ouvert"), 0, QStringLiteral("open")});
        column.finish();
        QCOMPARE(column.entryCount(), size_t(2));
        QCOMPARE(column.rows(), (std::vector<quint32>{0, 1, 0}));
        QCOMPARE(column.text(2), QStringLiteral("Ouvert"));
        QCOMPARE(column.badge(1), QStringLiteral("closed"));
    }

    void sameTextOfAnotherRankIsAnotherCell()
    {
        TextColumn column;
        column.append({QStringLiteral("23/11/2026 09:00:00"), 2});
        column.append({QStringLiteral("23/11/2026 09:00:00"), 1});
        column.finish();
        QCOMPARE(column.places(), (std::vector<quint32>{1, 0}));
    }

    void badgesMayComeLate()
    {
        TextColumn column;
        column.append({QStringLiteral("Non")});
        column.append({QStringLiteral("Oui"), 1, QStringLiteral("reach/published")});
        column.finish();
        QCOMPARE(column.badge(0), QString());
        QCOMPARE(column.badge(1), QStringLiteral("reach/published"));
    }

    void wordIsFoundInEntries_data()
    {
        QTest::addColumn<QStringList>("texts");
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<QList<int>>("expected");
        const QStringList trades{QStringLiteral("Soudeur à l'arc"), QStringLiteral("Maçon"),
                                 QString(), QStringLiteral("Œuvrer SOUDER œuvrer")};
        const auto row = [](const char *name, const QStringList &texts, const char *word,
                            const QList<int> &expected) {
            QTest::newRow(name) << texts << QByteArray(word) << expected;
        };
        row("begin", trades, "soudeur", {0});
        row("middle", trades, "oud", {0, 3});
        row("end of the last", trades, "uvrer", {3});
        row("accent", trades, "macon", {1});
        row("ligature, twice in one", trades, "oeuvr", {3});
        row("sign that no entry has", trades, "z", {});
        row("signs that all are there", trades, "rues", {});
        row("longer than all", {QStringLiteral("ab")}, "abababab", {});
        row("not over two entries", {QStringLiteral("ab"), QStringLiteral("cd")}, "bc", {});
        row("self-overlapping", {QStringLiteral("aaab"), QStringLiteral("aab")}, "aab", {0, 1});
        row("in each", {QStringLiteral("SE_1"), QStringLiteral("SE_2")}, "se_", {0, 1});
        row("beyond ASCII", {QStringLiteral("Ελλάδα"), QStringLiteral("x")}, "ελλ", {0});
    }
    void wordIsFoundInEntries()
    {
        QFETCH(QStringList, texts);
        QFETCH(QByteArray, word);
        QFETCH(QList<int>, expected);
        const TextColumn::Hits hits = columnOf(texts).entriesWith(word);
        QList<int> found;
        for (size_t entry = 0; entry < hits.byEntry.size(); ++entry) {
            if (hits.byEntry[entry] != 0)
                found << int(entry);
        }
        QCOMPARE(found, expected);
        QCOMPARE(hits.count, size_t(expected.size()));
    }

    //! Against the plain way, over entries of all lengths and gaps of all sizes between hits.
    void searchAgreesWithThePlainOne()
    {
        QStringList texts;
        for (int i = 0; i < 3000; ++i) {
            const QString word = i % 37 == 0 || (i > 1000 && i < 1200) ? QStringLiteral("soudeur")
                                                                       : QStringLiteral("sourde");
            texts << QStringLiteral("%1 %2 %1").arg(i).arg(word).repeated(1 + i % 3);
        }
        const TextColumn column = columnOf(texts);
        for (const char *word : {"s", "ou", "soud", "soudeur", "deur 1", "9"}) {
            const TextColumn::Hits hits = column.entriesWith(word);
            for (qsizetype i = 0; i < texts.size(); ++i) {
                const bool isHit = !hits.byEntry.empty() && hits.byEntry[size_t(i)] != 0;
                QCOMPARE(isHit, texts.at(i).contains(QString::fromLatin1(word)));
            }
        }
    }

    void placesFollowRankThenFoldedText()
    {
        TextColumn column;
        column.append({QStringLiteral("Zèbre")});
        column.append({QStringLiteral("émeu")});
        column.append({QStringLiteral("Emeu")});
        column.append({QStringLiteral("Âne"), 1});
        column.finish();
        QCOMPARE(column.places(), (std::vector<quint32>{1, 0, 0, 2}));
    }

    void textsOfOneBeginningAreInOrder()
    {
        const TextColumn column =
            columnOf({QStringLiteral("SE_000012"), QStringLiteral("SE_0"),
                      QStringLiteral("SE_00000000102"), QStringLiteral("SE_00000000101"),
                      QStringLiteral("SE_é"), QStringLiteral("se_0000 12")});
        QCOMPARE(column.places(), (std::vector<quint32>{4, 0, 3, 2, 5, 1}));
    }

    void facetHoldsNoneOneOrSeveralValues_data()
    {
        QTest::addColumn<QList<QList<quint16>>>("rows");
        using Rows = QList<QList<quint16>>;
        QTest::newRow("one each") << Rows{{2}, {0}, {1}};
        QTest::newRow("none first") << Rows{{}, {1}, {0}};
        QTest::newRow("several later") << Rows{{1}, {0, 2}, {1}};
        QTest::newRow("none later") << Rows{{1}, {}, {}, {2}};
    }
    void facetHoldsNoneOneOrSeveralValues()
    {
        QFETCH(QList<QList<quint16>>, rows);
        FacetColumn column;
        for (const QList<quint16> &values : rows)
            column.append(std::span(values.data(), size_t(values.size())));
        for (qsizetype row = 0; row < rows.size(); ++row) {
            const auto values = column.values(quint32(row));
            QCOMPARE(QList<quint16>(values.begin(), values.end()), rows.at(row));
        }
    }
};

QTEST_APPLESS_MAIN(TextColumnTest)
#include "tst_textcolumn.moc"
