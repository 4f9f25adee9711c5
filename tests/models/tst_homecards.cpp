// SPDX-License-Identifier: GPL-3.0-or-later
// What a session asks of an operator, and what the home page says of all of them.
#include "models/homecards.h"

#include "models/awardtablemodel.h"
#include "models/sessiontablemodel.h"
#include "models/sessiontask.h"
#include "models/workspacefixture.h"

#include <QTest>

using namespace recoupe;

namespace {

const QDate today(2026, 11, 23);
const QDateTime noon(today, QTime(12, 0)); // on the clock of the place, which the cards tell

using Change = std::function<void(CheckedSession &)>;

QStringList tokensOf(const CheckedSession &session, const Workspace &workspace)
{
    QStringList tokens;
    for (const SessionTask task : tasksOf(session, workspace))
        tokens << toToken(task);
    return tokens;
}

} // namespace

Q_DECLARE_METATYPE(Change)

class HomeCardsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sessionAsksWhatItStandsFor_data();
    void sessionAsksWhatItStandsFor();
    void deadlineIsSoonThreeDaysBefore_data();
    void deadlineIsSoonThreeDaysBefore();
    void replacedNotificationAwaitsNothing();
    void cardsCountWhatTheirViewsShow();
    void nextEditionFollowsTheLastOfTheYear();
    void exportsSayWhatIsToBeDone_data();
    void exportsSayWhatIsToBeDone();
};

void HomeCardsTest::sessionAsksWhatItStandsFor_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QStringList>("tasks");
    const auto row = [](const char *name, const QStringList &tasks, Change change) {
        QTest::newRow(name) << std::move(change) << tasks;
    };
    const auto shown = [](CheckedSession &session) {
        session.stored.active = true;
        session.audience.publicPortal = true;
    };
    row("inactive", {QStringLiteral("to-check")}, [](CheckedSession &) {});
    row("active", {}, shown);
    row("set aside", {}, [](CheckedSession &s) { s.control = Control::SetAside; });
    row("of another funder", {},
        [](CheckedSession &s) { s.stored.submitted.fundings[0].funderCode = 10; });
    row("active, changed on the portal", {QStringLiteral("changed")}, [shown](CheckedSession &s) {
        shown(s);
        s.control = Control::ToReview;
    });
    row("active in spite of a gap", {QStringLiteral("overridden")}, [shown](CheckedSession &s) {
        shown(s);
        s.stored.overridden = true;
    });
    row("active, recruitment never stated", {QStringLiteral("recruitment")}, [](CheckedSession &s) {
        s.stored.active = true;
        s.stored.recruitment = RecruitmentState::Unknown;
    });
    const auto began = [shown](QDate day, EntryMode mode) -> Change {
        return [shown, day, mode](CheckedSession &s) {
            shown(s);
            s.stored.submitted.entryMode = mode;
            s.stored.submitted.start = PartialDate(day);
        };
    };
    row("shown, began yesterday on a fixed day", {QStringLiteral("recruitment")},
        began(today.addDays(-1), EntryMode::Fixed));
    row("shown, begins today", {}, began(today, EntryMode::Fixed));
    const auto asked = [](qint64 minutesLater, const char *rule) -> Change {
        return [minutesLater, rule](CheckedSession &s) {
            s.stored.receivedAt = QDateTime(today, QTime(9, 0), Qt::UTC);
            s.correctionAskedAt = s.stored.receivedAt.addSecs(60 * minutesLater);
            s.findings << findingOf(Severity::Warning, QStringLiteral("non"));
            s.findings.last().rule = QString::fromLatin1(rule);
        };
    };
    row("asked to mend", {QStringLiteral("to-check"), QStringLiteral("correction")},
        asked(5, "dates-reversed"));
    row("changed since it was asked", {QStringLiteral("to-check")}, asked(-5, "dates-reversed"));
    row("asked, but what is left is the funder's", {QStringLiteral("to-check")},
        asked(5, "sesar-missing"));
    row("asked, then set aside", {}, [asked](CheckedSession &s) {
        asked(5, "dates-reversed")(s);
        s.control = Control::SetAside;
    });
    row("shown, permanent entries", {}, began(today.addDays(-60), EntryMode::Permanent));
}

void HomeCardsTest::sessionAsksWhatItStandsFor()
{
    QFETCH(const Change, change);
    const auto workspace = workspaceOf({{.numero = QStringLiteral("SE_1")}});
    change(workspace->sessions[0]);
    QTEST(tokensOf(workspace->sessions.at(0), *workspace), "tasks");
}

void HomeCardsTest::deadlineIsSoonThreeDaysBefore_data()
{
    QTest::addColumn<QDate>("deadline");
    QTest::addColumn<bool>("isOpen");
    QTest::addColumn<QString>("urgency");
    const auto row = [](const char *name, QDate deadline, bool isOpen, const char *urgency) {
        QTest::newRow(name) << deadline << isOpen << QString::fromLatin1(urgency);
    };
    row("yesterday", today.addDays(-1), true, "overdue");
    row("today", today, true, "soon");
    row("in three days", today.addDays(3), true, "soon");
    row("in four days", today.addDays(4), true, "later");
    row("yesterday, but met", today.addDays(-1), false, "none");
    row("not known", {}, true, "none");
}

void HomeCardsTest::deadlineIsSoonThreeDaysBefore()
{
    QFETCH(const QDate, deadline);
    QFETCH(const bool, isOpen);
    QTEST(toToken(urgencyOf(deadline, isOpen, today)), "urgency");
}

void HomeCardsTest::replacedNotificationAwaitsNothing()
{
    CheckedAward award;
    award.deadline = today.addDays(-5);
    QCOMPARE(awardStateOf(award, today), AwardState::Overdue);
    award.isReplaced = true;
    QCOMPARE(awardStateOf(award, today), AwardState::Replaced);
    QCOMPARE(urgencyOf(award, today), Urgency::None);
}

void HomeCardsTest::cardsCountWhatTheirViewsShow()
{
    const auto workspace =
        workspaceOf({{.numero = QStringLiteral("SE_1")},
                     {.numero = QStringLiteral("SE_2"), .control = Control::ToReview},
                     {.numero = QStringLiteral("SE_3"), .control = Control::SetAside},
                     {.numero = QStringLiteral("SE_4"),
                      .active = true,
                      .recruitment = RecruitmentState::Unknown}});
    for (int days = -4; days <= 4; days += 4) {
        AwardNotification award;
        award.market = MarketNumber(QStringLiteral("P265149%1").arg(days + 4));
        workspace->awards << award;
        workspace->checkedAwards.emplaceBack().deadline = today.addDays(days);
    }
    SessionTableModel sessions;
    sessions.setWorkspace(workspace);
    AwardTableModel awards;
    awards.setWorkspace(workspace);

    int compared = 0;
    for (const HomeCard &card : homeCards(*workspace, {}, exportsCard({}, {}))) {
        if (card.target == HomeTarget::Table || card.target == HomeTarget::Exports)
            continue;
        FacetedTableModel &table = card.target == HomeTarget::Control
                                       ? static_cast<FacetedTableModel &>(sessions)
                                       : awards;
        table.setFilter(card.filter);
        QTRY_COMPARE(QString::number(table.rowCount()), card.value);
        QCOMPARE(card.isQuiet, table.rowCount() == 0);
        ++compared;
    }
    QCOMPARE(compared, 8);
    const HomeCard first = homeCards(*workspace, {}, exportsCard({}, {})).first();
    QCOMPARE(first.value, QStringLiteral("2"));
    QCOMPARE(first.inWords(), QStringLiteral("À contrôler : 2, dont 1 conforme, à valider"));
}

void HomeCardsTest::nextEditionFollowsTheLastOfTheYear()
{
    const auto edition = [](int year, int number) {
        EditionRecord record;
        record.year = year;
        record.number = number;
        return record;
    };
    QCOMPARE(nextEditionNumber({}, 2026), 1);
    QCOMPARE(nextEditionNumber({edition(2026, 3), edition(2026, 2), edition(2025, 26)}, 2026), 4);
    QCOMPARE(nextEditionNumber({edition(2026, 3)}, 2027), 1);
}

void HomeCardsTest::exportsSayWhatIsToBeDone_data()
{
    QTest::addColumn<QList<PartnerStatus>>("partners");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("badge");
    QTest::addColumn<bool>("isQuiet");
    const auto row = [](const char *name, const QList<PartnerStatus> &statuses, const char *words,
                        const char *badge, bool isQuiet) {
        QTest::newRow(name) << statuses << QString::fromUtf8(words) << QString::fromUtf8(badge)
                            << isQuiet;
    };
    const auto status = [](Partner partner, DeliveryState state, int hoursAgo) {
        PartnerStatus made;
        made.partner = partner;
        made.destination.transport = Transport::Folder;
        Delivery delivery;
        delivery.partner = partner;
        delivery.state = state;
        delivery.finishedAt = noon.addSecs(-hoursAgo * 3600);
        made.last = delivery;
        if (state == DeliveryState::Delivered)
            made.delivered = delivery;
        return made;
    };
    const PartnerStatus aude = status(Partner::Aude, DeliveryState::Delivered, 6);
    row("nothing yet", {PartnerStatus()},
        "Derniers exports : Aucun, aucun partenaire n'a encore rien reçu", "delivery/none", true);
    row("all well", {aude, status(Partner::ParcoursH, DeliveryState::Delivered, 7)},
        "Derniers exports : 23/11/2026, à 06:00, rien à reprendre", "delivery/delivered", false);
    row("one held, one failed",
        {aude, status(Partner::Parcours3, DeliveryState::Held, 1),
         status(Partner::ParcoursH, DeliveryState::Failed, 1)},
        "Derniers exports : 23/11/2026, Parcours 3 : à confirmer ; Parcours H : échec",
        "delivery/held", false);
    row("refused, nothing else", {status(Partner::Portal, DeliveryState::Refused, 1)},
        "Derniers exports : Aucun, Portail : refusé", "delivery/refused", false);
    row("too old", {status(Partner::Aude, DeliveryState::Delivered, 25)},
        "Derniers exports : 22/11/2026, AUDE / GSP : envoyé il y a plus d'un jour", "delivery/late",
        false);
}

void HomeCardsTest::exportsSayWhatIsToBeDone()
{
    QFETCH(const QList<PartnerStatus>, partners);
    const HomeCard card = exportsCard(partners, noon.toUTC());
    QTEST(card.inWords().replace(QChar(0x00a0), u' '), "words");
    QTEST(card.badge, "badge");
    QTEST(card.isQuiet, "isQuiet");
    QCOMPARE(card.target, HomeTarget::Exports);
}

QTEST_GUILESS_MAIN(HomeCardsTest)
#include "tst_homecards.moc"
