// SPDX-License-Identifier: GPL-3.0-or-later
// The clock is set back, jumps an hour on the nights of March and October, and turns the year: the
// program runs under libfaketime, in Europe/Paris.
#include "reliability/programrun.h"
#include "support/testfiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace recoupe;
using namespace recoupe::test;

namespace {

QString faketimeLibrary()
{
    for (const QFileInfo &folder : QDir(QStringLiteral("/usr/lib")).entryInfoList(QDir::Dirs)) {
        const QString library = folder.filePath() + QStringLiteral("/faketime/libfaketime.so.1");
        if (QFile::exists(library))
            return library;
    }
    return {};
}

} // namespace

class ClockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void clockSetBackKeepsTheOrder();
    void nightsOfTheHour_data();
    void nightsOfTheHour();
    void daysAreThoseOfTheCalendar_data();
    void daysAreThoseOfTheCalendar();
    void editionsAreNumberedByTheirYear();

private:
    //! The program at that time of Europe/Paris, with the day that it finds itself.
    [[nodiscard]] Run at(const QString &utc, const QStringList &arguments) const;
    [[nodiscard]] QStringList backups() const
    {
        return QDir(m_folder->filePath(QStringLiteral("base.recoupe.sauvegardes")))
            .entryList({QStringLiteral("*.recoupe")}, QDir::Files, QDir::Name);
    }
    [[nodiscard]] QJsonArray history() const
    {
        return at(QStringLiteral("2029-01-01 12:00:00"), words("history --json")).array();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void ClockTest::initTestCase()
{
    if (faketimeLibrary().isEmpty())
        QSKIP("libfaketime is not installed: the clock cannot be set for one program.");
    m_folder = std::make_unique<QTemporaryDir>();
    if (at(QStringLiteral("2026-01-01 12:00:00"), words("--version")).status != 0)
        QSKIP("libfaketime cannot be loaded here: a sanitizer wants to be loaded first.");
}

void ClockTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QCOMPARE(at(QStringLiteral("2026-01-05 08:00:00"), words("demo")).status, 0);
}

Run ClockTest::at(const QString &utc, const QStringList &arguments) const
{
    ProgramRun program(QStringLiteral("sqlite:") +
                           m_folder->filePath(QStringLiteral("base.recoupe")),
                       m_folder->path());
    program.options = QStringList{QStringLiteral("--operator"), QStringLiteral("Odile")};
    const QDateTime moment =
        QDateTime::fromString(utc + QStringLiteral("Z"), QStringLiteral("yyyy-MM-dd hh:mm:sst"));
    program.environment.insert(QStringLiteral("LD_PRELOAD"), faketimeLibrary());
    program.environment.insert(QStringLiteral("TZ"), QStringLiteral("Europe/Paris"));
    program.environment.insert(QStringLiteral("FAKETIME_FMT"), QStringLiteral("%s"));
    program.environment.insert(QStringLiteral("FAKETIME"),
                               QString::number(moment.toSecsSinceEpoch()));
    return program(arguments);
}

void ClockTest::clockSetBackKeepsTheOrder()
{
    const QString day = QStringLiteral("2026-11-24 10:00:00");
    const QString dayBefore = QStringLiteral("2026-11-23 09:00:00");
    QCOMPARE(at(day, words("recruitment SE_0000060143 suspended")).status, 0);
    QCOMPARE(at(dayBefore, words("recruitment SE_0000060150 suspended")).status, 0);
    const Run undone = at(dayBefore, words("undo --json"));
    const QJsonArray applied = undone.object()[QLatin1String("applied")].toArray();
    QCOMPARE(applied.size(), 1);
    QCOMPARE(applied.first()[QLatin1String("id")].toString(), QStringLiteral("SE_0000060150"));
    QCOMPARE(at(day, words("verify")).status, 0);
    QVERIFY(backups().contains(QStringLiteral("2026-11-24.recoupe")));
    QVERIFY(backups().contains(QStringLiteral("2026-11-23.recoupe")));
    QStringList order;
    for (const QJsonValue decision : history())
        order << decision[QLatin1String("id")].toString();
    QCOMPARE(order, (QStringList{QStringLiteral("SE_0000060143"), QStringLiteral("SE_0000060150"),
                                 QStringLiteral("SE_0000060150")}));
}

void ClockTest::nightsOfTheHour_data()
{
    QTest::addColumn<QStringList>("moments");
    QTest::addColumn<QStringList>("shown");
    QTest::newRow("half past two, twice")
        << QStringList{QStringLiteral("2026-10-25 00:30:00"), QStringLiteral("2026-10-25 01:30:00")}
        << QStringList{QStringLiteral("25/10/2026 02:30"), QStringLiteral("25/10/2026 02:30")};
    QTest::newRow("half past two, never")
        << QStringList{QStringLiteral("2026-03-29 00:59:00"), QStringLiteral("2026-03-29 01:30:00")}
        << QStringList{QStringLiteral("29/03/2026 01:59"), QStringLiteral("29/03/2026 03:30")};
}

void ClockTest::nightsOfTheHour()
{
    QFETCH(const QStringList, moments);
    QFETCH(const QStringList, shown);
    for (qsizetype i = 0; i < moments.size(); ++i) {
        const Run run =
            at(moments[i],
               {QStringLiteral("activate"), QStringLiteral("--reason"), QStringLiteral("Essai"),
                i == 0 ? QStringLiteral("SE_0000060143") : QStringLiteral("SE_0000060150")});
        QVERIFY2(run.status == 0, qPrintable(run.err));
        const Run sent = at(moments[i], words("export aude --output envoi"));
        QVERIFY2(sent.status == 0, qPrintable(sent.err + QString::fromUtf8(sent.out)));
    }
    const QString deliveries = QString::fromUtf8(at(moments.last(), words("deliveries aude")).out);
    const QStringList lines = deliveries.trimmed().split(u'\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY2(lines[1].contains(shown[0]) && lines[0].contains(shown[1]), qPrintable(deliveries));
    QCOMPARE(backups().filter(moments.last().left(10)).size(), 1);
    QString last;
    for (const QJsonValue decision : history()) {
        const QString moment = decision[QLatin1String("at")].toString();
        QVERIFY2(moment >= last && moment.endsWith(u'Z'), qPrintable(moment));
        last = moment;
    }
    QCOMPARE(at(moments.last(), words("verify")).status, 0);
}

void ClockTest::daysAreThoseOfTheCalendar_data()
{
    QTest::addColumn<QString>("utc");
    QTest::addColumn<QString>("day");
    QTest::newRow("29 February") << QStringLiteral("2028-02-29 12:00:00")
                                 << QStringLiteral("2028-02-29");
    QTest::newRow("last minute of the year")
        << QStringLiteral("2027-12-31 22:59:30") << QStringLiteral("2027-12-31");
    QTest::newRow("first minute of the year")
        << QStringLiteral("2027-12-31 23:00:30") << QStringLiteral("2028-01-01");
    QTest::newRow("after midnight in summer")
        << QStringLiteral("2026-07-14 22:30:00") << QStringLiteral("2026-07-15");
}

//! The day's backup, the head of the trail, and what is sent are of the day on the wall.
void ClockTest::daysAreThoseOfTheCalendar()
{
    QFETCH(const QString, utc);
    QFETCH(const QString, day);
    QVERIFY(at(utc, words("recruitment SE_0000060143 suspended")).status == 0);
    QCOMPARE(at(utc, words("export aude --output envoi")).status, 0);
    QCOMPARE(at(utc, words("sync")).status, 0);
    QVERIFY2(backups().contains(day + QStringLiteral(".recoupe")),
             qPrintable(backups().join(u' ')));
    const QByteArray heads = bytesOf(
        m_folder->filePath(QStringLiteral("base.recoupe.sauvegardes/base.recoupe.tetes.txt")));
    QVERIFY2(heads.contains('\n' + day.toLatin1() + ' '), heads);
    const QJsonArray sent = at(utc, words("deliveries --json")).array();
    QVERIFY(sent.first()[QLatin1String("key")].toString().startsWith(QStringLiteral("aude-") +
                                                                     QString(day).remove(u'-')));
}

void ClockTest::editionsAreNumberedByTheirYear()
{
    const auto issue = [this](const QString &utc, const QString &date) {
        const Run run = at(utc, {QStringLiteral("table"), QStringLiteral("--issue"),
                                 QStringLiteral("--date"), date, QStringLiteral("--reason"),
                                 QStringLiteral("Essai"), QStringLiteral("--json"),
                                 QStringLiteral("--output"), QStringLiteral("t.csv")});
        return run.object()[QLatin1String("edition")].toString();
    };
    QVERIFY(at(QStringLiteral("2026-12-31 22:00:00"), words("activate --conforming")).status < 2);
    QCOMPARE(issue(QStringLiteral("2026-12-31 22:59:30"), QStringLiteral("2026-12-31")),
             QStringLiteral("2026-01"));
    QCOMPARE(issue(QStringLiteral("2026-12-31 23:00:30"), QStringLiteral("2027-01-01")),
             QStringLiteral("2027-01"));
    QCOMPARE(issue(QStringLiteral("2026-12-30 12:00:00"), QStringLiteral("2027-01-02")),
             QStringLiteral("2027-02")); // whatever the clock says
}

QTEST_GUILESS_MAIN(ClockTest)
#include "tst_clock.moc"
