// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lettermodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace recoupe;

namespace {

ComposedLetter letterTo(const char *name)
{
    ComposedLetter composed;
    composed.letter.recipientName = QString::fromUtf8(name);
    composed.letter.sessions = {SessionKey()};
    return composed;
}

} // namespace

class LetterModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowSaysWhomHowMuchAndWhetherItLeft();
    void composingAgainKeepsWhatWasWrittenOrLeft();
    void nextUnsentGoesAround();
};

void LetterModelTest::rowSaysWhomHowMuchAndWhetherItLeft()
{
    LetterModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setLetters({letterTo("Durolle")});
    const QModelIndex row = model.index(0);
    QCOMPARE(row.data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Durolle, 1 session, à envoyer, adresse inconnue."));
    Letter letter = model.letter(0);
    letter.address = QStringLiteral("a@example.org");
    model.edit(0, letter);
    QVERIFY(model.hasUnsentEdits());
    QVERIFY(row.data().toString().endsWith(QStringLiteral("à envoyer")));
    letter.channel = LetterChannel::Copy;
    model.setSent(0, letter);
    QVERIFY(!model.hasUnsentEdits());
    QVERIFY(row.data().toString().contains(QStringLiteral("message copié")));
}

void LetterModelTest::composingAgainKeepsWhatWasWrittenOrLeft()
{
    LetterModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setLetters({letterTo("A"), letterTo("B"), letterTo("C")});
    Letter edited = model.letter(0);
    edited.body = QStringLiteral("à moi");
    model.edit(0, edited);
    model.setSent(1, model.letter(1));
    ComposedLetter other = letterTo("A");
    other.letter.body = QStringLiteral("composé");
    model.setLetters({other, letterTo("D")});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.letter(0).body, edited.body);
    QVERIFY(model.isSent(1));
    QCOMPARE(model.letter(2).recipientName, QStringLiteral("D"));
}

void LetterModelTest::nextUnsentGoesAround()
{
    LetterModel model;
    model.setLetters({letterTo("A"), letterTo("B"), letterTo("C")});
    model.setSent(2, model.letter(2));
    QCOMPARE(model.nextUnsent(1), 0);
    model.setSent(0, model.letter(0));
    model.setSent(1, model.letter(1));
    QCOMPARE(model.nextUnsent(1), -1);
}

QTEST_GUILESS_MAIN(LetterModelTest)
#include "tst_lettermodel.moc"
