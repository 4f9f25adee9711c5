// SPDX-License-Identifier: GPL-3.0-or-later
// One operator:
//   recoupe-operator URL NAME DECISIONS SEED LOOK
// Reads the base, prints "ready" and waits for a line; then takes that many decisions on random
// sessions as it last saw them, and looks again after every LOOK of them. Prints, a line each:
// "event ID" of what was acknowledged, "us MICROSECONDS" of each request, and at the end how many
// requests met a change of somebody else, changed nothing, were refused or had to be made again,
// and the most memory that it took.
#include "benchmark/benchmemory.h"
#include "services/backoffice.h"
#include "support/generator/random.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTextStream>

#include <array>

using namespace recoupe;

namespace {

struct Tally
{
    int meanwhile = 0;
    int unchanged = 0;
    int refused = 0;
    int repeated = 0;
};

BackOffice::Decide anyDecision(const QList<SessionKey> &keys, Random &random)
{
    static constexpr std::array states{RecruitmentState::Open, RecruitmentState::Suspended,
                                       RecruitmentState::Closed};
    switch (random.below(3)) {
    case 0:
        return [keys](DecisionService decisions) {
            return decisions.activate(keys, QStringLiteral("Accord du financeur"));
        };
    case 1: return [keys](DecisionService decisions) { return decisions.deactivate(keys); };
    default: break;
    }
    return [keys, state = random.pick(states)](DecisionService decisions) {
        return decisions.setRecruitment(keys, state);
    };
}

//! Makes a request until the base answers: a writer may wait too long behind others.
Result<DecisionOutcome> insist(BackOffice &office, const DecisionRequest &request,
                               const BackOffice::Decide &decide, Tally &tally)
{
    Result<DecisionOutcome> outcome = office.decide(request, decide);
    while (!outcome && outcome.error().code == ErrorCode::DatabaseBusy) {
        ++tally.repeated;
        outcome = office.decide(request, decide);
    }
    return outcome;
}

int work(BackOffice &office, int decisions, quint64 seed, int look)
{
    QTextStream out(stdout);
    QTextStream in(stdin);
    Result<WorkspacePtr> seen = office.workspace();
    if (!seen || (*seen)->sessions.isEmpty())
        return 1;
    out << "ready" << Qt::endl;
    (void)in.readLine();
    Random random(seed);
    Tally tally;
    for (int i = 0; i < decisions; ++i) {
        if (i % look == look - 1)
            seen = office.workspace();
        if (!seen)
            return 1;
        const QList<SessionKey> keys{random.pick((*seen)->sessions).key()};
        const BackOffice::Decide decide = anyDecision(keys, random);
        QElapsedTimer watch;
        watch.start();
        const auto outcome = insist(office, DecisionRequest::on(*seen), decide, tally);
        const qint64 nanoseconds = watch.nsecsElapsed();
        if (!outcome) {
            QTextStream(stderr) << outcome.error().message << ' ' << outcome.error().detail << '\n';
            return 1;
        }
        for (const Decision &event : outcome->applied)
            out << "event " << event.id << '\n';
        out << "us " << nanoseconds / 1000 << '\n';
        tally.meanwhile += !outcome->meanwhile.isEmpty();
        tally.unchanged += outcome->unchanged > 0;
        tally.refused += !outcome->refused.isEmpty();
    }
    out << "meanwhile " << tally.meanwhile << "\nunchanged " << tally.unchanged << "\nrefused "
        << tally.refused << "\nrepeated " << tally.repeated << "\nkib " << peakMemory() << '\n';
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 6)
        return 2;
    BackOffice office(arguments[1], arguments[2], Clock{QDate(2026, 11, 23)},
                      BackOffice::Base::MustExist);
    if (const Result<> opened = office.open(); !opened) {
        QTextStream(stderr) << opened.error().message << '\n';
        return 1;
    }
    return work(office, arguments[3].toInt(), arguments[4].toULongLong(), arguments[5].toInt());
}
