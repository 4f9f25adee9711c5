// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/maintenanceservice.h"
#include "services/officefixture.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <algorithm>

using namespace recoupe;

//! One session that was verified as it first came and changed twice since, a note and a letter.
class RetentionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatIsNewIsKept();
    void whatIsOldGoesButForWhatIsNeeded();
    void previewRemovesNothing();
    void settingsSayHowLong();
    void roundAppliesIt();

private:
    //! Has everything that is there be so many months older.
    void age(int months) const
    {
        const qint64 ms = qint64(months) * 31 * 24 * 3600 * 1000;
        run(QStringLiteral("UPDATE imports SET received_at = received_at - %1").arg(ms));
        run(QStringLiteral("UPDATE notes SET written_at = written_at - %1").arg(ms));
        run(QStringLiteral("UPDATE letters SET written_at = written_at - %1").arg(ms));
    }
    QVariant run(const QString &statement) const
    {
        QVariant value;
        {
            QSqlDatabase database =
                QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("age"));
            database.setDatabaseName(m_fixture->path(QStringLiteral("base.recoupe")));
            if (!database.open())
                qFatal("the base does not open");
            QSqlQuery query(database);
            if (!query.exec(statement))
                qFatal("%s", qPrintable(statement));
            value = query.next() ? query.value(0) : QVariant();
        }
        QSqlDatabase::removeDatabase(QStringLiteral("age"));
        return value;
    }
    qint64 countOf(const char *table) const
    {
        return run(QStringLiteral("SELECT count(*) FROM %1").arg(QLatin1String(table)))
            .toLongLong();
    }
    static qint64 sum(const QList<RetentionLine> &lines)
    {
        qint64 rows = 0;
        for (const RetentionLine &line : lines)
            rows += line.rows;
        return rows;
    }
    void import(const char *start)
    {
        QVERIFY(m_fixture->office().imports().importLheo(m_fixture->write(
            QStringLiteral("f.xml"), feedOf({{.start = QString::fromLatin1(start)}}))));
    }

    std::unique_ptr<OfficeFixture> m_fixture;
};

void RetentionTest::init()
{
    m_fixture = std::make_unique<OfficeFixture>();
    import("20270301");
    const SessionKey key = m_fixture->session(QStringLiteral("SE_1")).key();
    QVERIFY(m_fixture->office().decisions().activate({key}, QStringLiteral("Accord")));
    import("20270302");
    import("20270303");
    QVERIFY(m_fixture->office().notes().add(key, QStringLiteral("Rappeler")));
    Letter letter;
    letter.recipientName = QStringLiteral("Bâti-Formation");
    letter.address = QStringLiteral("a@exemple.fr");
    letter.subject = QStringLiteral("Corrections");
    letter.body = QStringLiteral("Madame, …");
    letter.sessions = {key};
    letter.reason = WrittenReason{ReturnReason::Dates, {}};
    QVERIFY(m_fixture->office().letters().record(letter, LetterChannel::Copy));
}

void RetentionTest::whatIsNewIsKept()
{
    age(11);
    const auto lines = m_fixture->office().retention().apply();
    QVERIFY(lines.has_value());
    QCOMPARE(sum(*lines), 0);
    QCOMPARE(countOf("session_submissions"), 3);
    QCOMPARE(countOf("erasures"), 0);
}

void RetentionTest::whatIsOldGoesButForWhatIsNeeded()
{
    age(48);
    const auto lines = m_fixture->office().retention().apply();
    QVERIFY2(lines.has_value(), lines ? "" : qPrintable(lines.error().message));
    QVERIFY(sum(*lines) >= 3);
    QCOMPARE(countOf("session_submissions"), 2); // the last, and the one that was verified
    QCOMPARE(countOf("notes"), 0);
    QCOMPARE(countOf("letters"), 0);
    QCOMPARE(countOf("letter_subjects"), 0);
    const CheckedSession session = m_fixture->session(QStringLiteral("SE_1"));
    QVERIFY(session.stored.active);
    QVERIFY(session.stored.verified.has_value());
    QCOMPARE(session.stored.verified->start, PartialDate(QDate(2027, 3, 1)));
    QCOMPARE(session.session().start, PartialDate(QDate(2027, 3, 3)));
    QCOMPARE(m_fixture->office().persons().erasures()->size(), 1);
    QCOMPARE(m_fixture->office().maintenance().verify()->faults, QStringList());
    QVERIFY(m_fixture->office().decisions().undo());
    QCOMPARE(sum(*m_fixture->office().retention().apply()), 0);
}

void RetentionTest::previewRemovesNothing()
{
    age(48);
    const auto lines = m_fixture->office().retention().preview();
    QVERIFY(lines.has_value());
    QVERIFY(sum(*lines) >= 3);
    QCOMPARE(countOf("session_submissions"), 3);
    QCOMPARE(sum(*m_fixture->office().retention().apply()), sum(*lines));
}

void RetentionTest::settingsSayHowLong()
{
    age(11);
    const auto changed = m_fixture->office().decisions().changeSettings(
        {{QStringLiteral("retention/notes-months"), QStringLiteral("6")}});
    QVERIFY2(changed.has_value(), changed ? "" : qPrintable(changed.error().message));
    QVERIFY(m_fixture->office().retention().apply());
    QCOMPARE(countOf("notes"), 0);
    QCOMPARE(countOf("letters"), 1);
    const auto refused = m_fixture->office().decisions().changeSettings(
        {{QStringLiteral("retention/notes-months"), QStringLiteral("0")}});
    QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
}

void RetentionTest::roundAppliesIt()
{
    age(48);
    QVERIFY(m_fixture->office().synchronisation().run());
    QCOMPARE(countOf("notes"), 0);
}

QTEST_GUILESS_MAIN(RetentionTest)
#include "tst_retention.moc"
