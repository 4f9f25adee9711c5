// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/textdiff.h"

#include <QTest>

using namespace recoupe;

namespace {

//! The text with what differs in square brackets.
QString marked(const QString &text, const QString &other)
{
    QString result;
    for (const DiffPart &part : markDifferences(text, other))
        result += part.differs ? u'[' + part.text + u']' : part.text;
    return result;
}

} // namespace

class TextDiffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksWhatTheOtherDoesNotHave_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("other");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *text, const char *other,
                            const char *expected) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(other)
                                << QString::fromUtf8(expected);
        };
        row("equal", "Soudeur", "Soudeur", "Soudeur");
        row("case and accents", "DURÉE École", "durée ecole", "DURÉE École");
        row("one digit pair", "M1451401", "M1451410", "M14514[01]");
        row("day of a date", "05/04/2027", "19/04/2027", "[05]/04/2027");
        row("two dates", "du 01/04/2027 au 30/09/2027", "du 01/04/2027 au 31/10/2027",
            "du 01/04/2027 au [30]/[09]/2027");
        row("word added", "Agent de propreté urbaine", "Agent de propreté",
            "Agent de propreté [urbaine]");
        row("word missing", "Agent de propreté", "Agent de propreté urbaine", "Agent de propreté");
        row("words unlike", "Maçon", "Cuisinier", "[Maçon]");
        row("nothing on the other side", "Maçon", "", "[Maçon]");
        row("nothing here", "", "Maçon", "");
    }
    void marksWhatTheOtherDoesNotHave()
    {
        QFETCH(QString, text);
        QFETCH(QString, other);
        QTEST(marked(text, other), "expected");
    }

    void partsPutTogetherAreTheText()
    {
        const QString text = QStringLiteral("  Titre   professionnel\tSoudeur – assembleur ");
        for (const QString &other : {QString(), text, QStringLiteral("Titre pro soudeur")}) {
            QString joined;
            for (const DiffPart &part : markDifferences(text, other))
                joined += part.text;
            QCOMPARE(joined, text);
        }
    }

    void longTextsAreMarkedBetweenWhatTheyShare()
    {
        const QString text = QStringLiteral("mot ").repeated(3000);
        const QString begin = QStringLiteral("Objectif : ");
        const QString end = QStringLiteral(" Fin.");
        const DiffParts parts = markDifferences(begin + text + end, begin + u'x' + end);
        QCOMPARE(parts.size(), 3);
        QCOMPARE(parts.first(), (DiffPart{begin, false}));
        QVERIFY(parts.at(1).differs);
    }

    void oneWordOfALongTextIsFound()
    {
        const QString before = QStringLiteral("mot ").repeated(1000);
        const QString after = QStringLiteral(" suite").repeated(1000);
        const DiffParts parts = markDifferences(before + QStringLiteral("bleu") + after,
                                                before + QStringLiteral("vert") + after);
        QCOMPARE(parts.size(), 3);
        QCOMPARE(parts.at(1), (DiffPart{QStringLiteral("bleu"), true}));
    }

    void shorteningKeepsWhatDiffersAndItsContext()
    {
        const QString before = QStringLiteral("avant ").repeated(50);
        const QString between = QStringLiteral(" entre").repeated(50);
        const QString after = QStringLiteral(" après").repeated(50);
        const DiffParts parts = shortened({{before, false},
                                           {QStringLiteral("un"), true},
                                           {between, false},
                                           {QStringLiteral("deux"), true},
                                           {after, false}});
        QCOMPARE(parts.size(), 5);
        QCOMPARE(parts.at(1), (DiffPart{QStringLiteral("un"), true}));
        QCOMPARE(parts.at(3), (DiffPart{QStringLiteral("deux"), true}));
        QVERIFY(parts.at(0).text.startsWith(QStringLiteral("… ")));
        QVERIFY(before.endsWith(parts.at(0).text.mid(2)));
        QVERIFY(parts.at(2).text.contains(QStringLiteral(" … ")));
        QVERIFY(parts.at(4).text.endsWith(QStringLiteral(" …")));
        const DiffParts brief{{QStringLiteral("Le "), false}, {QStringLiteral("Puy"), true}};
        QCOMPARE(shortened(brief), brief);
    }
};

QTEST_APPLESS_MAIN(TextDiffTest)
#include "tst_textdiff.moc"
