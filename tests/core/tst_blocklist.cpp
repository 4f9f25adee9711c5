// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/blocklist.h"

#include <QTest>

#include <numeric>

using namespace recoupe;

namespace {

using Numbers = BlockList<int>;
constexpr qsizetype block = Numbers::blockSize;

static_assert(std::random_access_iterator<Numbers::iterator>);
static_assert(std::random_access_iterator<Numbers::const_iterator>);

//! 0, 1, 2…
Numbers upTo(qsizetype size)
{
    QList<int> numbers(size);
    std::iota(numbers.begin(), numbers.end(), 0);
    return Numbers(numbers);
}

} // namespace

class BlockListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsWhatWasAppended_data();
    void holdsWhatWasAppended();
    void isSearchedAndSorted();
    void writingLeavesCopiesAsTheyWere_data();
    void writingLeavesCopiesAsTheyWere();
    void onlyTheBlockThatIsWrittenToMoves();
    void appendedToCopiesPart();
};

void BlockListTest::holdsWhatWasAppended_data()
{
    QTest::addColumn<qsizetype>("size");
    for (const qsizetype size :
         {qsizetype(0), qsizetype(1), block - 1, block, block + 1, 5 * block})
        QTest::addRow("%lld", qlonglong(size)) << size;
}

void BlockListTest::holdsWhatWasAppended()
{
    QFETCH(const qsizetype, size);
    Numbers numbers = upTo(size);
    QCOMPARE(numbers.size(), size);
    QCOMPARE(numbers.isEmpty(), size == 0);
    int expected = 0;
    for (const int number : std::as_const(numbers))
        QCOMPARE(number, expected++);
    QCOMPARE(expected, int(size));
    numbers.resize(size + block + 1);
    QCOMPARE(numbers.last(), 0);
    numbers << 7;
    QCOMPARE(numbers.at(size + block + 1), 7);
    numbers.resize(size);
    QVERIFY(numbers == upTo(size));
    QCOMPARE(numbers.emplaceBack(), 0);
}

void BlockListTest::isSearchedAndSorted()
{
    Numbers numbers = upTo(3 * block);
    std::ranges::reverse(numbers);
    QCOMPARE(numbers.first(), int(3 * block) - 1);
    std::ranges::sort(numbers);
    QVERIFY(numbers == upTo(3 * block));
    const Numbers &sorted = numbers;
    QCOMPARE(std::ranges::lower_bound(sorted, 100) - sorted.begin(), qsizetype(100));
}

void BlockListTest::writingLeavesCopiesAsTheyWere_data()
{
    QTest::addColumn<qsizetype>("index");
    for (const qsizetype index : {qsizetype(0), block - 1, block, 3 * block - 1})
        QTest::addRow("%lld", qlonglong(index)) << index;
}

void BlockListTest::writingLeavesCopiesAsTheyWere()
{
    QFETCH(const qsizetype, index);
    Numbers numbers = upTo(3 * block);
    const Numbers copy = numbers;
    numbers[index] = -1;
    QCOMPARE(numbers.at(index), -1);
    QVERIFY(copy == upTo(3 * block));
    QVERIFY(!(numbers == copy));
}

void BlockListTest::onlyTheBlockThatIsWrittenToMoves()
{
    Numbers numbers = upTo(3 * block);
    QVERIFY(!numbers.isShared(0));
    Numbers copy = numbers;
    QVERIFY(numbers.isShared(block));
    QCOMPARE(numbers.blockOf(block + 5), std::pair(block, 2 * block));
    numbers[block + 5] = -1;
    for (qsizetype i = 0; i < numbers.size(); ++i) {
        const bool isMoved = i >= block && i < 2 * block;
        QCOMPARE(&numbers.at(i) != &copy.at(i), isMoved);
        QCOMPARE(numbers.isShared(i), !isMoved);
    }
    copy.detach();
    QVERIFY(!numbers.isShared(0));
}

void BlockListTest::appendedToCopiesPart()
{
    Numbers numbers = upTo(block + 1);
    const Numbers copy = numbers;
    numbers << 9;
    QCOMPARE(copy.size(), block + 1);
    QCOMPARE(numbers.last(), 9);
    QCOMPARE(numbers.blockOf(block), std::pair(block, block + 2));
}

QTEST_APPLESS_MAIN(BlockListTest)
#include "tst_blocklist.moc"
