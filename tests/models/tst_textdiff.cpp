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

    void longTextsAreMarkedAsAWhole()
    {
        const QString text = QStringLiteral("mot ").repeated(3000);
        QCOMPARE(markDifferences(text, text + u'x').size(), 1);
    }
};

QTEST_APPLESS_MAIN(TextDiffTest)
#include "tst_textdiff.moc"
