// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagetest.h"

#include "storage/letterrepository.h"

namespace recoupe::test {

namespace {

class LetterTest : public QObject
{
    Q_OBJECT

    static SessionKey key(const char *numero)
    {
        return {QStringLiteral("FO_1"), {}, QString::fromLatin1(numero)};
    }
    static Letter correction(const QString &text = QStringLiteral("Été à l'œuvre"))
    {
        Letter letter;
        letter.kind = LetterKind::Correction;
        letter.channel = LetterChannel::Copy;
        letter.recipientSiret = QStringLiteral("99990010300014");
        letter.recipientName = text;
        letter.address = QStringLiteral("a@example.org");
        letter.subject = text + u's';
        letter.body = text + u'b';
        letter.sessions = {key("SE_1"), key("SE_2")};
        letter.reason = WrittenReason{ReturnReason::Other, text};
        letter.writtenAt = QDateTime(QDate(2026, 11, 23), QTime(17, 0, 0, 1), Qt::UTC);
        letter.operatorName = QStringLiteral("Zoé");
        return letter;
    }
    static Letter reminder()
    {
        Letter letter = correction();
        letter.kind = LetterKind::Reminder;
        letter.channel = LetterChannel::Mail;
        letter.sessions.clear();
        letter.awards = {{Funder::Region, QStringLiteral("M1451401"), {}},
                         {Funder::PoleEmploi, QStringLiteral("P2640240"), QStringLiteral("2")}};
        letter.reason.reset();
        return letter;
    }
    static void append(Base &base, const Letter &letter)
    {
        base.write([&] { return LetterRepository(*base.database).append(letter); });
    }
    static QList<Letter> lettersOf(const Base &base)
    {
        return LetterRepository(*base.database).letters().value();
    }

private Q_SLOTS:
    void everyFieldComesBackNewestFirst();
    void hostileTextsComeBack_data();
    void hostileTextsComeBack();
    void sessionHasItsOwnOnly();
};

void LetterTest::everyFieldComesBackNewestFirst()
{
    Base base;
    QVERIFY(lettersOf(base).isEmpty());
    append(base, correction());
    append(base, reminder());
    QVERIFY((lettersOf(base) == QList<Letter>{reminder(), correction()}));
}

void LetterTest::hostileTextsComeBack_data()
{
    addHostileTexts();
}

void LetterTest::hostileTextsComeBack()
{
    QFETCH(const QString, text);
    Base base;
    append(base, correction(text));
    QVERIFY((lettersOf(base) == QList<Letter>{correction(text)}));
}

void LetterTest::sessionHasItsOwnOnly()
{
    Base base;
    append(base, correction());
    Letter later = correction(QStringLiteral("deux"));
    later.sessions = {key("SE_2")};
    append(base, later);
    append(base, reminder());
    const LetterRepository letters(*base.database);
    const auto subjectsOf = [&](const char *numero) {
        QStringList subjects;
        const QList<Letter> found = letters.ofSession(key(numero)).value();
        for (const Letter &letter : found)
            subjects << letter.subject;
        return subjects;
    };
    QCOMPARE(subjectsOf("SE_1"), QStringList{correction().subject});
    QCOMPARE(subjectsOf("SE_2"), (QStringList{correction().subject, later.subject}));
    QVERIFY(subjectsOf("SE_3").isEmpty());
}

} // namespace

int runLetters(int argc, char **argv)
{
    LetterTest test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace recoupe::test

#include "tst_letters.moc"
