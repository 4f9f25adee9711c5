// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/linebreaker.h"

#include <QTest>

using namespace recoupe;

class TestLineBreaker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsBroken_data();
    void textIsBroken();
    void lineInsideAWordSaysSo();
};

void TestLineBreaker::textIsBroken_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("lines"); // of ten characters at most
    const auto row = [](const char *name, const QString &text, const QStringList &lines) {
        QTest::newRow(name) << text << lines;
    };
    row("nothing", {}, {});
    row("spaces", QStringLiteral("   "), {});
    row("fits", QStringLiteral("dix lettre"), {QStringLiteral("dix lettre")});
    row("between words", QStringLiteral("une session ouverte"),
        {QStringLiteral("une"), QStringLiteral("session"), QStringLiteral("ouverte")});
    row("kept together", QStringLiteral("dès le\u00A012/01"),
        {QStringLiteral("dès"), QStringLiteral("le\u00A012/01")});
    row("together wider than a line", QStringLiteral("de 1400\u00A0h\u00A0en\u00A0entreprise"),
        {QStringLiteral("de 1400\u00A0h"), QStringLiteral("en"), QStringLiteral("entreprise")});
    row("a word wider than a line", QStringLiteral("anticonstitutionnel"),
        {QStringLiteral("anticonsti"), QStringLiteral("tutionnel")});
    row("marks stay with their letter", QStringLiteral("abcdefghije\u0301f"),
        {QStringLiteral("abcdefghij"), QStringLiteral("e\u0301f")});
    row("asked to break", QStringLiteral("nom.prenom") + breakHere + QStringLiteral("@ici.fr"),
        {QStringLiteral("nom.prenom"), QStringLiteral("@ici.fr")});
    row("asked not to", QStringLiteral("voir bois-") + keepTogether + QStringLiteral("de"),
        {QStringLiteral("voir"), QStringLiteral("bois-de")});
    row("controls", QStringLiteral("a\u0001b\u0007c\u0000d"), {QStringLiteral("abcd")});
    row("other spaces", QStringLiteral("a\tb\u2028c"), {QStringLiteral("a b c")});
    row("no characters", QStringLiteral("a\uFEFFb\uFFFEc"), {QStringLiteral("abc")});
    row("half a character", QStringLiteral("a") + QChar(0xD800) + QStringLiteral("b"),
        {QStringLiteral("a\uFFFDb")});
    row("two halves", QStringLiteral("\U0001F600 ok"), {QStringLiteral("\U0001F600 ok")});
}

void TestLineBreaker::textIsBroken()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, lines);
    QStringList broken;
    for (const BrokenLine &line :
         brokenLines(text, 10, [](const QString &part) { return qreal(part.size()); })) {
        QCOMPARE(line.width, qreal(line.text.size()));
        broken << line.text;
    }
    QCOMPARE(broken, lines);
}

void TestLineBreaker::lineInsideAWordSaysSo()
{
    const QList<BrokenLine> lines =
        brokenLines(QStringLiteral("un anticonstitutionnel peut-être"), 10,
                    [](const QString &part) { return qreal(part.size()); });
    QList<bool> insideWord;
    for (const BrokenLine &line : lines)
        insideWord << line.insideWord;
    QCOMPARE(insideWord, QList<bool>({false, true, false, false}));
}

QTEST_APPLESS_MAIN(TestLineBreaker)
#include "tst_linebreaker.moc"
