// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/noterepository.h"
#include "storagetest.h"

namespace recoupe::test {

namespace {

class NoteTest : public QObject
{
    Q_OBJECT

    static Note note(const QString &text)
    {
        return {.key = sessionOf(QStringLiteral("SE_1")).session.key,
                .at = QDateTime(QDate(2026, 1, 6), QTime(9, 30, 1, 5), Qt::UTC),
                .operatorName = QStringLiteral("Zoé d'Ambert"),
                .text = text};
    }

private Q_SLOTS:
    void notesAreKeptInTheirOrder()
    {
        Base base;
        submit(base);
        QList<Note> written;
        for (const QString &text : {QStringLiteral("Rappelle « lundi »\nou mardi"),
                                    QStringLiteral("A rappelé : l'été")}) {
            written << note(text);
            written.last().id = base.written<qint64>(
                [&] { return NoteRepository(*base.database).add(written.last()); });
        }
        const auto read = NoteRepository(*base.database).notes();
        REQUIRE(read);
        QCOMPARE(*read, written);
    }

    void removedNoteIsGoneOnce()
    {
        Base base;
        submit(base);
        const qint64 id = base.written<qint64>(
            [&] { return NoteRepository(*base.database).add(note(QStringLiteral("x"))); });
        const auto remove = [&] {
            return base.written<bool>([&] { return NoteRepository(*base.database).remove(id); });
        };
        QVERIFY(remove());
        QVERIFY(!remove());
        QVERIFY(NoteRepository(*base.database).notes()->isEmpty());
    }

    void noteOnNoSessionIsRefused()
    {
        Base base;
        const auto added = base.database->inTransaction([&] {
            return NoteRepository(*base.database).add(note(QStringLiteral("x"))).map([](qint64) {});
        });
        QVERIFY(!added.has_value());
        QCOMPARE(added.error().code, ErrorCode::NotFound);
    }

private:
    static void submit(Base &base)
    {
        base.write([&] {
            return OfferRepository(*base.database)
                .save(sessionOf(QStringLiteral("SE_1")), base.importId)
                .map([](auto) {});
        });
    }
};

} // namespace

int runNotes(int argc, char **argv)
{
    NoteTest test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace recoupe::test

#include "tst_notes.moc"
