// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the cross-check in memory, without a database.
//   bench_crosscheck match SESSIONS    notifications of the sessions, exact or the best candidate
//   bench_crosscheck check SESSIONS    the same with every rule, as the window does it
//   bench_crosscheck recheck SESSIONS  one record after the other changes and is checked again
// Prints "measured SECONDS CPU-SECONDS", then what was found.
#include "services/crosscheck.h"
#include "benchmark/benchworld.h"
#include "support/generator/random.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTextStream>

#include <algorithm>
#include <ctime>

using namespace recoupe;

namespace {

class Stopwatch
{
public:
    Stopwatch() { m_elapsed.start(); }

    [[nodiscard]] double seconds() const { return double(m_elapsed.nsecsElapsed()) / 1e9; }
    void report() const
    {
        const double cpu = double(std::clock() - m_cpu) / CLOCKS_PER_SEC;
        QTextStream(stdout) << "measured " << seconds() << ' ' << cpu << '\n';
    }

private:
    QElapsedTimer m_elapsed;
    std::clock_t m_cpu = std::clock();
};

//! The position in \a actions of each session's.
QList<qsizetype> actionsOf(const Workspace &workspace)
{
    QHash<QString, qsizetype> positions;
    for (qsizetype i = 0; i < workspace.actions.size(); ++i)
        positions.insert(workspace.actions[i].submitted.numero, i);
    QList<qsizetype> actions;
    for (const CheckedSession &session : workspace.sessions)
        actions << positions.value(session.key().formation);
    return actions;
}

bool match(const BenchWorld &world)
{
    const Workspace &workspace = world.workspace;
    const QList<qsizetype> actions = actionsOf(workspace);
    QList<qsizetype> found(workspace.sessions.size(), -1);
    const Stopwatch watch;
    const AwardIndex awards(workspace.awards);
    const CandidateIndex candidates(workspace.awards, awards);
    for (qsizetype row = 0; row < found.size(); ++row) {
        const TrainingAction &action = workspace.actions[actions[row]].submitted;
        const TrainingSession &session = workspace.sessions[row].session();
        const AwardMatch matched = awards.match(action, session);
        if (matched.award >= 0)
            found[row] = matched.award;
        else if (const auto best = candidates.candidatesFor(action, session); !best.isEmpty())
            found[row] = best.first().award;
    }
    watch.report();
    QTextStream(stdout) << "pairs " << world.truePairs([&](qsizetype row) { return found[row]; })
                        << '\n';
    return true;
}

bool check(BenchWorld &world)
{
    Workspace &workspace = world.workspace;
    const Stopwatch watch;
    const Result<> checked = CrossCheck(workspace).run();
    watch.report();
    const auto matched = [&](qsizetype row) {
        const CheckedSession &session = workspace.sessions[row];
        if (session.match.award >= 0 || session.candidates.isEmpty())
            return session.match.award;
        return session.candidates.first().award;
    };
    qsizetype findings = 0;
    for (const CheckedSession &session : std::as_const(workspace.sessions))
        findings += session.findings.size();
    QTextStream(stdout) << "pairs " << world.truePairs(matched) << "\nfindings " << findings
                        << '\n';
    return checked.has_value();
}

//! A new submission: another number, other dates, another town, or another state.
void change(TrainingSession &session, Random &random)
{
    switch (random.below(4)) {
    case 0:
        session.fundings.first().marketNumber =
            QStringLiteral("M26%1").arg(random.below(100000), 5, 10, QLatin1Char('0'));
        break;
    case 1: session.end = PartialDate(session.end.exact().addDays(random.between(1, 90))); break;
    case 2: session.place.postalCode = QStringLiteral("75001"); break;
    default: session.recruitment = RecruitmentState::Closed; break;
    }
}

bool sameResult(const CheckedSession &a, const CheckedSession &b)
{
    return a.match == b.match && a.candidates == b.candidates && a.findings == b.findings &&
           a.gaps == b.gaps && a.control == b.control && a.audience == b.audience &&
           a.otherActions == b.otherActions;
}

//! Whether a check of everything says the same.
bool agreesWithFullCheck(const Workspace &checked)
{
    Workspace again;
    again.today = checked.today;
    again.settings = checked.settings;
    again.actions = checked.actions;
    again.awards = checked.awards;
    again.declarations = checked.declarations;
    for (const CheckedSession &session : checked.sessions)
        again.sessions.emplaceBack().stored = session.stored;
    const auto sameAward = [](const CheckedAward &a, const CheckedAward &b) {
        return a.findings == b.findings && a.sessions.size() == b.sessions.size();
    };
    return CrossCheck(again).run() &&
           std::ranges::equal(checked.sessions, again.sessions, sameResult) &&
           std::ranges::equal(checked.checkedAwards, again.checkedAwards, sameAward);
}

bool recheck(BenchWorld &world)
{
    constexpr int changes = 1000;
    Workspace &workspace = world.workspace;
    CrossCheck crossCheck(workspace);
    if (!crossCheck.run())
        return false;
    Random random(1);
    QList<double> milliseconds;
    const Stopwatch all;
    for (int i = 0; i < changes; ++i) {
        const qsizetype row = random.below(workspace.sessions.size());
        change(workspace.sessions[row].stored.submitted, random);
        const Stopwatch watch;
        (void)crossCheck.recheck({row});
        milliseconds << watch.seconds() * 1e3;
    }
    all.report();
    std::ranges::sort(milliseconds);
    QTextStream(stdout) << "median_ms " << milliseconds[changes / 2] << "\np95_ms "
                        << milliseconds[changes * 95 / 100] << '\n';
    return agreesWithFullCheck(workspace);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return 2;
    BenchWorld world = BenchWorld::of(arguments[2].toLongLong());
    const bool done = arguments[1] == u"match"   ? match(world)
                      : arguments[1] == u"check" ? check(world)
                                                 : recheck(world);
    return done ? 0 : 1;
}
