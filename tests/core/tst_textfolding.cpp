// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/textfolding.h"

#include <QTest>

using namespace recoupe;

class TextFoldingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldsAsAReaderCompares_data();
    void foldsAsAReaderCompares();
    void foldingTwiceChangesNothing_data() { foldsAsAReaderCompares_data(); }
    void foldingTwiceChangesNothing();
    void cleansWithoutChangingWords_data();
    void cleansWithoutChangingWords();
    void knowsPlaceholders_data();
    void knowsPlaceholders();
};

void TextFoldingTest::foldsAsAReaderCompares_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("case") << QStringLiteral("AGENT") << QStringLiteral("agent");
    QTest::newRow("accents") << QStringLiteral("Écarté à Noël") << QStringLiteral("ecarte a noel");
    QTest::newRow("decomposed") << QStringLiteral("e\u0301te\u0301") << QStringLiteral("ete");
    QTest::newRow("ligatures") << QStringLiteral("Œuvre efﬁcace, Lætitia")
                               << QStringLiteral("oeuvre efficace, laetitia");
    QTest::newRow("dashes") << QStringLiteral("ER2C – 63 — bis")
                            << QStringLiteral("er2c - 63 - bis");
    QTest::newRow("apostrophes") << QStringLiteral("l’aide") << QStringLiteral("l'aide");
    QTest::newRow("spaces") << QStringLiteral("  deux\u00a0 mots \t")
                            << QStringLiteral("deux mots");
    QTest::newRow("soft hyphen") << QStringLiteral("for\u00admation")
                                 << QStringLiteral("formation");
    QTest::newRow("marks without end")
        << QStringLiteral("e") + QStringLiteral("\u0315\u0327").repeated(100'000) +
               QStringLiteral("te\u0301")
        << QStringLiteral("ete");
}

void TextFoldingTest::foldsAsAReaderCompares()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    QCOMPARE(folded(text), expected);
}

void TextFoldingTest::foldingTwiceChangesNothing()
{
    QFETCH(const QString, text);
    QCOMPARE(folded(folded(text)), folded(text));
}

void TextFoldingTest::cleansWithoutChangingWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("composed") << QStringLiteral("e\u0301cart") << QStringLiteral("écart");
    QTest::newRow("controls") << QStringLiteral("a\u0001b\u009fc") << QStringLiteral("abc");
    QTest::newRow("line breaks stay") << QStringLiteral(" a\nb ") << QStringLiteral("a\nb");
    QTest::newRow("byte order mark") << QStringLiteral("\ufeffCFA") << QStringLiteral("CFA");
}

void TextFoldingTest::cleansWithoutChangingWords()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    QCOMPARE(cleaned(text), expected);
}

void TextFoldingTest::knowsPlaceholders_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("expected");
    QTest::newRow("empty") << QString() << true;
    QTest::newRow("dash") << QStringLiteral("-") << true;
    QTest::newRow("dot") << QStringLiteral(" . ") << true;
    QTest::newRow("filler") << QStringLiteral("Non renseigné") << true;
    QTest::newRow("filler without accent") << QStringLiteral("non precise") << true;
    QTest::newRow("one digit") << QStringLiteral("7") << false;
    QTest::newRow("word") << QStringLiteral("Thiers") << false;
}

void TextFoldingTest::knowsPlaceholders()
{
    QFETCH(const QString, text);
    QFETCH(const bool, expected);
    QCOMPARE(isPlaceholder(text), expected);
}

QTEST_APPLESS_MAIN(TextFoldingTest)
#include "tst_textfolding.moc"
