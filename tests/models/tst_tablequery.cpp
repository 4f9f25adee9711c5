// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/samplemodel.h"
#include "models/tablequery.h"

#include <QTest>

using namespace recoupe;

namespace {

QSet<QString> tokens(const QString &words)
{
    const QStringList list = words.split(u' ', Qt::SkipEmptyParts);
    return {list.begin(), list.end()};
}

const SampleContent &content()
{
    static const SampleContent made({
        {{QStringLiteral("S1"), QStringLiteral("Soudeur à l'arc"), QStringLiteral("Thiers")},
         0,
         {0},
         QStringLiteral("AFC 123 456")},
        {{QStringLiteral("S2"), QStringLiteral("Employé d'étage"), QStringLiteral("Montluçon")},
         1,
         {0, 1}},
        {{QStringLiteral("S3"), QStringLiteral("Œuvrer en équipe"), QStringLiteral("Thiers")},
         2,
         {}},
        {{QStringLiteral("S4"), QStringLiteral("soudeur A L’ARC"), QStringLiteral("Issoire")},
         0,
         {2}},
    });
    return made;
}

QList<int> rowsOf(const std::optional<TableResult> &result)
{
    return result ? QList<int>(result->rows.begin(), result->rows.end()) : QList<int>{-1};
}

} // namespace

class TableQueryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filterKeepsRowsAndCountsValues_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<QString>("colours"); // "" for all
        QTest::addColumn<QString>("tags");
        QTest::addColumn<QList<int>>("rows");
        QTest::addColumn<QList<int>>("colourCounts");
        QTest::addColumn<QList<int>>("tagCounts");
        using Rows = QList<int>;
        const auto row = [](const char *name, const char *search, const char *colours,
                            const char *tags, const Rows &rows, const Rows &colourCounts,
                            const Rows &tagCounts) {
            QTest::newRow(name) << QString::fromUtf8(search) << QString::fromLatin1(colours)
                                << QString::fromLatin1(tags) << rows << colourCounts << tagCounts;
        };
        row("all", "", "", "", {0, 1, 2, 3}, {2, 1, 1}, {2, 1, 1});
        row("blanks only", "   ", "", "", {0, 1, 2, 3}, {2, 1, 1}, {2, 1, 1});
        row("case and typographic apostrophe", "L'ARC", "", "", {0, 3}, {2, 0, 0}, {1, 0, 1});
        row("accents", "employe montlucon", "", "", {1}, {0, 1, 0}, {1, 1, 0});
        row("ligature", "oeuvrer", "", "", {2}, {0, 0, 1}, {0, 0, 0});
        row("words in two columns", "thiers soud", "", "", {0}, {1, 0, 0}, {1, 0, 0});
        row("same word twice", "thiers thiers", "", "", {0, 2}, {1, 0, 1}, {1, 0, 0});
        row("hidden column", "123", "", "", {0}, {1, 0, 0}, {1, 0, 0});
        row("no word over two columns", "arcthiers", "", "", {}, {0, 0, 0}, {0, 0, 0});
        row("in every row", "s", "", "", {0, 1, 2, 3}, {2, 1, 1}, {2, 1, 1});
        row("one of two is nowhere", "thiers zzz", "", "", {}, {0, 0, 0}, {0, 0, 0});
        row("single-valued facet", "", "red", "", {0, 3}, {2, 1, 1}, {1, 0, 1});
        row("two of its values", "", "green blue", "", {1, 2}, {2, 1, 1}, {1, 1, 0});
        row("multi-valued facet", "", "", "b c", {1, 3}, {1, 1, 0}, {2, 1, 1});
        row("two facets", "", "red", "a", {0}, {1, 1, 0}, {1, 0, 1});
        row("facet and search", "thiers", "red", "", {0}, {1, 0, 1}, {1, 0, 0});
        row("unknown value", "", "purple", "", {}, {2, 1, 1}, {0, 0, 0});
    }
    void filterKeepsRowsAndCountsValues()
    {
        QFETCH(QString, search);
        QFETCH(QString, colours);
        QFETCH(QString, tags);
        TableFilter filter{search, {}};
        if (!colours.isEmpty())
            filter.facets.insert(QStringLiteral("colour"), tokens(colours));
        if (!tags.isEmpty())
            filter.facets.insert(QStringLiteral("tag"), tokens(tags));
        const auto result = queryTable(content(), filter, {}, isNeverStale);
        QTEST(rowsOf(result), "rows");
        QTEST(result->facetCounts.at(0), "colourCounts");
        QTEST(result->facetCounts.at(1), "tagCounts");
    }

    void orderIsStableBothWays_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<Qt::SortOrder>("direction");
        QTest::addColumn<QList<int>>("rows");
        QTest::newRow("as loaded") << -1 << Qt::DescendingOrder << QList<int>{0, 1, 2, 3};
        QTest::newRow("up") << 0 << Qt::AscendingOrder << QList<int>{0, 1, 2, 3};
        QTest::newRow("down") << 0 << Qt::DescendingOrder << QList<int>{3, 2, 1, 0};
        // The two welders fold to the same text.
        QTest::newRow("equal, up") << 1 << Qt::AscendingOrder << QList<int>{1, 2, 0, 3};
        QTest::newRow("equal, down") << 1 << Qt::DescendingOrder << QList<int>{0, 3, 2, 1};
        QTest::newRow("place, down") << 2 << Qt::DescendingOrder << QList<int>{0, 2, 1, 3};
    }
    void orderIsStableBothWays()
    {
        QFETCH(int, column);
        QFETCH(Qt::SortOrder, direction);
        const auto result = queryTable(content(), {}, {column, direction}, isNeverStale);
        QTEST(rowsOf(result), "rows");
    }

    void resultTellsWhereARowIsShown()
    {
        const auto result = queryTable(content(), {QStringLiteral("thiers"), {}},
                                       {0, Qt::DescendingOrder}, isNeverStale);
        QCOMPARE(rowsOf(result), (QList<int>{2, 0}));
        const quint32 hidden = TableResult::hidden;
        QCOMPARE(result->shownAt, (std::vector<quint32>{1, hidden, 0, hidden}));
    }

    void emptyContentAnswersToo()
    {
        const auto result = queryTable(SampleContent(QList<SampleRow>()), {QStringLiteral("a"), {}},
                                       {1, Qt::AscendingOrder}, isNeverStale);
        QVERIFY(result);
        QVERIFY(result->rows.empty());
        QCOMPARE(result->facetCounts.at(0), (QList<int>{0, 0, 0}));
    }

    //! Wherever in the work it is noticed.
    void staleQueryGivesNothing()
    {
        int looks = 0;
        const TableFilter filter{QStringLiteral("thiers soud"), {}};
        QVERIFY(queryTable(content(), filter, {0}, [&looks] {
            ++looks;
            return false;
        }));
        QVERIFY(looks > 3);
        for (int last = 0; last < looks; ++last) {
            int seen = 0;
            QVERIFY(!queryTable(content(), filter, {0}, [&] { return seen++ == last; }));
        }
    }

    void rowsAreFoundByTheirId()
    {
        QCOMPARE(content().rowOfId(QStringLiteral("S3")), std::optional<quint32>(2));
        QCOMPARE(content().rowOfId(QStringLiteral("S9")), std::nullopt);
    }
};

QTEST_APPLESS_MAIN(TableQueryTest)
#include "tst_tablequery.moc"
