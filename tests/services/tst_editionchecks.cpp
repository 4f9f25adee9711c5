// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/editioncomposer.h"
#include "services/officefixture.h"

#include <QTest>

#include <algorithm>

using namespace recoupe;

class EditionChecksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingIsSaidWhereAllIsWell();
    void blockedSessionBlocks();
    void acceptedGapIsOnlyTold();
    void changedSessionIsToBeReviewed();
    void conformingSessionsAreMissed();
    void emptyTableBlocks();
    void rowWithoutTitleBlocks();
    void staleRecruitmentIsTold();
    void vanishedSessionIsTold();
    void sameDayIsTold();
    void abnormalFallBlocks_data();
    void abnormalFallBlocks();
    void departureSaysWhy_data();
    void departureSaysWhy();

private:
    DecisionService decisions() { return m_fixture->office().decisions(); }
    ImportService imports() { return m_fixture->office().imports(); }
    SessionKey key(const char *numero)
    {
        return m_fixture->session(QString::fromLatin1(numero)).key();
    }
    void feed(const QList<FeedSession> &sessions)
    {
        const Result<ImportSummary> done =
            imports().importLheo(m_fixture->write(QStringLiteral("feed.xml"), feedOf(sessions)));
        QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().message));
    }
    //! The notification now names another awardee.
    void awardToAnother();
    QList<EditionCheck> checks() { return m_fixture->office().editions().draft(m_day)->checks; }
    QString idsOf(const QList<EditionCheck> &checks)
    {
        QStringList ids;
        for (const EditionCheck &check : checks)
            ids << check.id;
        return ids.join(u' ');
    }

    std::unique_ptr<OfficeFixture> m_fixture;
    const QDate m_day{2026, 11, 23};
};

void EditionChecksTest::init()
{
    m_fixture = std::make_unique<OfficeFixture>(m_day);
    feed({{}, {.numero = QStringLiteral("SE_2")}});
    QVERIFY(imports().importAwards(
        m_fixture->write(QStringLiteral("n.csv"), awardsOf({QStringLiteral("P2651401")})), {}));
    QVERIFY(decisions().activateConforming());
}

void EditionChecksTest::awardToAnother()
{
    QByteArray awards = awardsOf({QStringLiteral("P2651401")});
    awards.replace("99990010300014", "99990020200018");
    QVERIFY(imports().importAwards(m_fixture->write(QStringLiteral("a.csv"), awards), {}));
    QVERIFY(m_fixture->session(QStringLiteral("SE_1")).isBlocked());
}

void EditionChecksTest::nothingIsSaidWhereAllIsWell()
{
    QCOMPARE(idsOf(checks()), QString());
    QVERIFY(!isBlocked(checks()));
}

void EditionChecksTest::blockedSessionBlocks()
{
    awardToAnother();
    const QList<EditionCheck> found = checks();
    QCOMPARE(found.first().id, QStringLiteral("published-blocked"));
    QCOMPARE(found.first().sessions, (QList<SessionKey>{key("SE_1"), key("SE_2")}));
    QVERIFY(found.first().message.startsWith(QStringLiteral("2 sessions")));
    QVERIFY(isBlocked(found));
}

void EditionChecksTest::acceptedGapIsOnlyTold()
{
    awardToAnother();
    QVERIFY(decisions().deactivate({key("SE_1"), key("SE_2")}));
    QVERIFY(decisions().activate({key("SE_1")}, QStringLiteral("Accord du financeur")));
    const QList<EditionCheck> found = checks();
    QCOMPARE(idsOf(found), QStringLiteral("published-overridden"));
    QCOMPARE(found.first().severity, Severity::Info);
    QVERIFY(!isBlocked(found));
}

void EditionChecksTest::changedSessionIsToBeReviewed()
{
    feed({{.city = QStringLiteral("Riom")}, {.numero = QStringLiteral("SE_2")}});
    const QList<EditionCheck> found = checks();
    QCOMPARE(idsOf(found), QStringLiteral("published-changed"));
    QCOMPARE(found.first().sessions, QList<SessionKey>{key("SE_1")});
    QVERIFY(!isBlocked(found));
}

void EditionChecksTest::conformingSessionsAreMissed()
{
    feed({{}, {.numero = QStringLiteral("SE_2")}, {.numero = QStringLiteral("SE_3")}});
    const QList<EditionCheck> found = checks();
    QCOMPARE(idsOf(found), QStringLiteral("not-activated"));
    QCOMPARE(found.first().sessions, QList<SessionKey>{key("SE_3")});
}

void EditionChecksTest::emptyTableBlocks()
{
    QVERIFY(decisions().deactivate({key("SE_1"), key("SE_2")}));
    QCOMPARE(idsOf(checks()), QStringLiteral("no-rows"));
    QVERIFY(isBlocked(checks()));
}

void EditionChecksTest::rowWithoutTitleBlocks()
{
    EditionContent content;
    content.date = m_day;
    EditionRow row;
    row.key = key("SE_1");
    content.groups << EditionGroup{{}, {row}};
    const QList<EditionCheck> found = editionChecks({}, content, nullptr);
    QCOMPARE(idsOf(found), QStringLiteral("untitled-rows"));
    QCOMPARE(found.first().sessions, QList<SessionKey>{row.key});
    QVERIFY(isBlocked(found));
    content.groups.first().rows.first().title = QStringLiteral("Soudeur");
    QCOMPARE(idsOf(editionChecks({}, content, nullptr)), QString());
}

void EditionChecksTest::staleRecruitmentIsTold()
{
    const auto draft = m_fixture->office().editions().draft({2027, 3, 15}); // they began on the 1st
    QCOMPARE(idsOf(draft->checks), QStringLiteral("recruitment-stale"));
    QCOMPARE(draft->checks.first().sessions.size(), 2);
}

void EditionChecksTest::vanishedSessionIsTold()
{
    feed({{}});
    const QList<EditionCheck> found = checks();
    QCOMPARE(idsOf(found), QStringLiteral("record-vanished"));
    QCOMPARE(found.first().sessions, QList<SessionKey>{key("SE_2")});
}

void EditionChecksTest::sameDayIsTold()
{
    EditionService editions = m_fixture->office().editions();
    QVERIFY(editions.issue({m_day, {m_fixture->path(QStringLiteral("t.pdf"))}}));
    QCOMPARE(idsOf(checks()), QStringLiteral("same-day"));
    QVERIFY(isBlocked(checks()));
    const auto older = editions.draft(m_day.addDays(-1))->checks;
    QCOMPARE(idsOf(older), QStringLiteral("older-than-last"));
    QVERIFY(isBlocked(older));
    QCOMPARE(idsOf(editions.draft(m_day.addDays(14))->checks), QString());
}

void EditionChecksTest::abnormalFallBlocks_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("after");
    QTest::addColumn<QString>("ids");
    const QString fall = QStringLiteral("fewer-rows");
    QTest::newRow("as many") << 20 << 20 << QString();
    QTest::newRow("more") << 20 << 30 << QString();
    QTest::newRow("a third less") << 21 << 14 << QString();
    QTest::newRow("35 % less") << 20 << 13 << fall;
    QTest::newRow("all but one gone") << 20 << 1 << fall;
    QTest::newRow("few before") << 9 << 1 << QString();
    QTest::newRow("none left") << 20 << 0 << QStringLiteral("no-rows");
}

void EditionChecksTest::abnormalFallBlocks()
{
    QFETCH(const int, before);
    QFETCH(const int, after);
    QFETCH(const QString, ids);
    const auto edition = [](int rows, QDate date) {
        EditionContent content;
        content.date = date;
        EditionRow row;
        row.title = QStringLiteral("Soudeur");
        content.groups << EditionGroup{{}, QList<EditionRow>(rows, row)};
        return content;
    };
    const EditionContent previous = edition(before, m_day.addDays(-14));
    QCOMPARE(idsOf(editionChecks({}, edition(after, m_day), &previous)), ids);
}

void EditionChecksTest::departureSaysWhy_data()
{
    using Change = std::function<void(EditionChecksTest &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QDate>("on");
    QTest::addColumn<QString>("reason");
    const auto row = [this](const char *name, const char16_t *reason, const Change &change,
                            QDate on = {}) {
        QTest::newRow(name) << change << (on.isValid() ? on : m_day) << QString::fromUtf16(reason);
    };
    row("closed", u"recrutement clos", [](auto &test) {
        QVERIFY(test.decisions().setRecruitment({test.key("SE_1")}, RecruitmentState::Closed));
    });
    row("deactivated", u"retirée de la diffusion",
        [](auto &test) { QVERIFY(test.decisions().deactivate({test.key("SE_1")})); });
    row("action off", u"retirée de la diffusion", [](auto &test) {
        QVERIFY(test.decisions().setActionsActive({QStringLiteral("AF_1")}, false));
    });
    row("cancelled", u"offre annulée", [](auto &test) {
        QVERIFY(test.decisions().setAside({test.key("SE_1")}, ReturnReason::Cancelled));
    });
    row("set aside", u"retirée de la diffusion", [](auto &test) {
        QVERIFY(test.decisions().setAside({test.key("SE_1")}, ReturnReason::Dates));
    });
    row(
        "ended", u"terminée le 30/06/2027", [](auto &) {}, QDate(2027, 7, 1));
    row(
        "ended and closed", u"terminée le 30/06/2027",
        [](auto &test) {
            QVERIFY(test.decisions().setRecruitment({test.key("SE_1")}, RecruitmentState::Closed));
        },
        QDate(2027, 7, 1));
}

void EditionChecksTest::departureSaysWhy()
{
    QFETCH(const std::function<void(EditionChecksTest &)>, change);
    QFETCH(const QDate, on);
    QFETCH(const QString, reason);
    EditionService editions = m_fixture->office().editions();
    QVERIFY(editions.issue({m_day, {m_fixture->path(QStringLiteral("t.pdf"))}}));
    const SessionKey left = key("SE_1");
    change(*this);
    const QList<EditionDeparture> departures = editions.draft(on)->content.departures;
    const auto found = std::ranges::find(departures, left, &EditionDeparture::key);
    QVERIFY(found != departures.end());
    QCOMPARE(found->reason, reason);
}

QTEST_MAIN(EditionChecksTest)
#include "tst_editionchecks.moc"
