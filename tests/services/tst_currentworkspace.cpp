// SPDX-License-Identifier: GPL-3.0-or-later
// What a back office holds of its base is what a reading of the whole base gives, whatever two
// operators did to it, on both kinds of base.
#include "services/officefixture.h"
#include "services/randomwork.h"
#include "services/sharedbase.h"
#include "support/generator/generator.h"

#include <QTest>

#include <algorithm>

using namespace recoupe;

namespace {

constexpr int steps = 45;

//! The rows of the sisters of each action.
QList<QList<qsizetype>> sisterRows(const Workspace &workspace)
{
    QHash<const TrainingSession *, qsizetype> rows;
    for (qsizetype row = 0; row < workspace.sessions.size(); ++row)
        rows.insert(&workspace.sessions[row].session(), row);
    QList<QList<qsizetype>> sisters;
    for (const std::vector<const TrainingSession *> &ofAction : workspace.sisters) {
        QList<qsizetype> &of = sisters.emplaceBack();
        for (const TrainingSession *sister : ofAction)
            of << rows.value(sister, -1);
    }
    return sisters;
}

//! Which part of two checked sessions differs.
QString partsOf(const CheckedSession &a, const CheckedSession &b)
{
    QStringList parts;
    const auto compare = [&](const char *part, bool isEqual) {
        if (!isEqual)
            parts << QLatin1String(part);
    };
    compare("stored", a.stored == b.stored);
    compare("notes", a.notes == b.notes);
    compare("correctionAskedAt", a.correctionAskedAt == b.correctionAskedAt);
    compare("match", a.match == b.match);
    compare("candidates", a.candidates == b.candidates);
    compare("otherActions", a.otherActions == b.otherActions);
    compare("overwritten", a.overwritten == b.overwritten);
    compare("findings", a.findings == b.findings);
    compare("control", a.control == b.control);
    compare("audience", a.audience == b.audience);
    return a.key().toString() + u' ' + parts.join(u' ');
}

//! What differs between two workspaces; empty where nothing does.
QString differenceOf(const Workspace &a, const Workspace &b)
{
    if (a.sessions.size() != b.sessions.size() || a.awards != b.awards)
        return QStringLiteral("sessions or awards are not the same");
    for (qsizetype row = 0; row < a.sessions.size(); ++row) {
        if (a.sessions[row] != b.sessions[row])
            return partsOf(a.sessions[row], b.sessions[row]);
    }
    for (qsizetype award = 0; award < a.awards.size(); ++award) {
        if (a.checkedAwards[award] != b.checkedAwards[award])
            return QStringLiteral("award ") + a.awards[award].key().toToken();
    }
    QStringList parts;
    const auto compare = [&](const char *part, bool isEqual) {
        if (!isEqual)
            parts << QLatin1String(part);
    };
    compare("today", a.today == b.today);
    compare("settings", a.settings == b.settings);
    compare("actions", a.actions == b.actions);
    compare("declarations", a.declarations == b.declarations);
    compare("undoable", a.undoable == b.undoable);
    compare("redoable", a.redoable == b.redoable);
    compare("sisters", sisterRows(a) == sisterRows(b));
    return parts.join(u' ');
}

//! A workspace that somebody keeps, and all that it said when it was given.
struct Kept
{
    WorkspacePtr workspace;
    Workspace then;
    decltype(sisterRows(then)) sisters;

    explicit Kept(const WorkspacePtr &given)
        : workspace(given)
        , then(*given)
        , sisters(sisterRows(*given))
    {
        then.sessions.detach();
        then.checkedAwards.detach();
        then.actions.detach();
        then.sisters.clear();
    }

    [[nodiscard]] bool isUnchanged() const
    {
        return workspace->sessions == then.sessions &&
               workspace->checkedAwards == then.checkedAwards &&
               workspace->actions == then.actions && workspace->undoable == then.undoable &&
               sisterRows(*workspace) == sisters;
    }
};

} // namespace

class CurrentWorkspaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_kinds.stop(); }
    void followsWhateverIsDone_data();
    void followsWhateverIsDone();
    void isTheSameWhileNothingComes_data() { m_kinds.addRows(); }
    void isTheSameWhileNothingComes();
    void onlyWhatChangedIsCopied_data();
    void onlyWhatChangedIsCopied();
    void trialLeavesNoTrace_data() { m_kinds.addRows(); }
    void trialLeavesNoTrace();
    void removedNoteIsMissed_data() { m_kinds.addRows(); }
    void removedNoteIsMissed();

private:
    [[nodiscard]] QStringList fill(SharedBase &base, const QString &data, int seed);

    test::BaseKinds m_kinds;
};

void CurrentWorkspaceTest::initTestCase()
{
    const QString whyNot = m_kinds.start();
    QVERIFY2(whyNot.isEmpty(), qPrintable(whyNot));
}

void CurrentWorkspaceTest::followsWhateverIsDone_data()
{
    QTest::addColumn<QString>("backend");
    QTest::addColumn<QString>("data");
    QTest::addColumn<int>("seed");
    for (const QString &backend : m_kinds.backends()) {
        for (const QString &data : {QStringLiteral("demo"), QStringLiteral("generated")}) {
            for (int seed = 1; seed <= 4; ++seed)
                QTest::addRow("%s, %s, %d", qPrintable(backend), qPrintable(data), seed)
                    << backend << data << seed;
        }
    }
}

//! Fills the base; gives the files that are still to come.
QStringList CurrentWorkspaceTest::fill(SharedBase &base, const QString &data, int seed)
{
    BackOffice &office = base.odile();
    if (data == u"demo") {
        const auto loaded = office.loadDemo();
        if (!loaded)
            qFatal("%s", qPrintable(loaded.error().message));
        return {base.write(QStringLiteral("flux.xml"), feedOf({{}})),
                base.write(QStringLiteral("marchés.csv"), awardsOf({QStringLiteral("P2651401")}))};
    }
    const Result<GeneratedFiles> files = generate({.seed = quint64(seed),
                                                   .sessions = 150,
                                                   .defectRate = 0.5,
                                                   .defects = {},
                                                   .withNextDay = true,
                                                   .folder = base.path({})});
    if (!files)
        qFatal("%s", qPrintable(files.error().message));
    for (const QString &file : {files->awards, files->feed}) {
        const auto imported = office.imports().import({.file = file});
        if (!imported)
            qFatal("%s", qPrintable(imported.error().message));
    }
    return {files->sesar, files->nextDayFeed};
}

void CurrentWorkspaceTest::followsWhateverIsDone()
{
    QFETCH(const QString, backend);
    QFETCH(const QString, data);
    QFETCH(const int, seed);
    SharedBase base(m_kinds, backend);
    RandomWork work(quint64(seed), fill(base, data, seed));
    Random random{quint64(seed)};
    WorkspacePtr expected = base.afresh();
    QList<Kept> kept;
    for (int step = 0; step < steps; ++step) {
        BackOffice &doing = random.chance(50) ? base.odile() : base.paul();
        const QString done = work.step(doing, *expected);
        expected = base.afresh();
        BackOffice &looking = random.chance(50) ? base.odile() : base.paul();
        const Result<WorkspacePtr> found = looking.workspace();
        QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().message));
        const QString difference = differenceOf(**found, *expected);
        QVERIFY2(
            difference.isEmpty(),
            qPrintable(
                QStringLiteral("step %1, %2: %3").arg(QString::number(step), done, difference)));
        if (random.chance(25))
            kept.append(Kept(*found));
    }
    QVERIFY(std::ranges::all_of(kept, &Kept::isUnchanged));
}

void CurrentWorkspaceTest::isTheSameWhileNothingComes()
{
    QFETCH(const QString, backend);
    SharedBase base(m_kinds, backend);
    QVERIFY(base.odile().imports().importLheo(base.write(QStringLiteral("f.xml"), feedOf({{}}))));
    const WorkspacePtr first = base.odile().workspace().value();
    QCOMPARE(base.odile().workspace().value(), first);
    const SessionKey key = first->sessions.first().key();
    QVERIFY(base.paul().decisions().setRecruitment({key}, RecruitmentState::Suspended));
    const WorkspacePtr second = base.odile().workspace().value();
    QVERIFY(second != first);
    QCOMPARE(first->sessions.first().stored.recruitment, RecruitmentState::Open);
    QCOMPARE(second->sessions.first().stored.recruitment, RecruitmentState::Suspended);
    QVERIFY(base.odile().decisions().setRecruitment({key}, RecruitmentState::Suspended));
    QCOMPARE(base.odile().workspace().value(), second); // nothing was decided
}

void CurrentWorkspaceTest::onlyWhatChangedIsCopied_data()
{
    QTest::addColumn<bool>("isNote");
    QTest::newRow("decision") << false;
    QTest::newRow("note") << true;
}

//! What the window keeps of the former load is shared with the next one.
void CurrentWorkspaceTest::onlyWhatChangedIsCopied()
{
    QFETCH(const bool, isNote);
    SharedBase base(m_kinds, QStringLiteral("sqlite"));
    const auto files = generate({.sessions = 600, .defectRate = 0, .folder = base.path({})});
    QVERIFY(files && base.odile().imports().import({.file = files->feed}));
    const WorkspacePtr first = base.odile().workspace().value();
    const SessionKey key = first->sessions.at(100).key();
    if (isNote)
        QVERIFY(base.odile().notes().add(key, QStringLiteral("Rappelle lundi.")));
    else
        QVERIFY(base.odile().decisions().setRecruitment({key}, RecruitmentState::Closed));
    const WorkspacePtr second = base.odile().workspace().value();
    QVERIFY(!(second->sessions.at(100) == first->sessions.at(100)));
    qsizetype copied = 0;
    for (qsizetype row = 0; row < first->sessions.size(); ++row)
        copied += &first->sessions.at(row) != &second->sessions.at(row) ? 1 : 0;
    constexpr qsizetype block = BlockList<CheckedSession>::blockSize;
    // Of a decision, the neighbours of the session are checked again, wherever they stand.
    QVERIFY2(copied >= block && copied <= (isNote ? 1 : 3) * block,
             qPrintable(QString::number(copied)));
    QCOMPARE(differenceOf(*second, *base.afresh()), QString());
}

void CurrentWorkspaceTest::trialLeavesNoTrace()
{
    QFETCH(const QString, backend);
    SharedBase base(m_kinds, backend);
    QVERIFY(base.odile().imports().importLheo(base.write(QStringLiteral("f.xml"), feedOf({{}}))));
    const SessionKey key = base.afresh()->sessions.first().key();
    const auto outcome = base.odile().tryDecision([&](DecisionService decisions) {
        const auto closed = decisions.setRecruitment({key}, RecruitmentState::Closed);
        if (!closed || closed->applied.size() != 1)
            qFatal("The first step of the trial did nothing.");
        return decisions.setRecruitment({key}, RecruitmentState::Open); // sees the first step
    });
    QVERIFY(outcome.has_value());
    QCOMPARE(outcome->applied.size(), 1);
    QCOMPARE(outcome->applied.first().before, QStringLiteral("closed"));
    const auto decided = base.odile().decisions().setRecruitment({key}, RecruitmentState::Open);
    QCOMPARE(decided->unchanged, 1);
    QCOMPARE(differenceOf(**base.odile().workspace(), *base.afresh()), QString());
}

// Where the newest is removed, its id is given to the next.
void CurrentWorkspaceTest::removedNoteIsMissed()
{
    QFETCH(const QString, backend);
    SharedBase base(m_kinds, backend);
    QVERIFY(base.odile().imports().importLheo(base.write(QStringLiteral("f.xml"), feedOf({{}}))));
    const SessionKey key = base.afresh()->sessions.first().key();
    const auto notes = [&] { return base.odile().workspace().value()->sessions.first().notes; };
    QVERIFY(base.paul().notes().add(key, QStringLiteral("Un")));
    const Note second = base.paul().notes().add(key, QStringLiteral("Deux")).value();
    QCOMPARE(notes().size(), 2);
    QVERIFY(base.paul().notes().remove(second.id));
    QCOMPARE(notes().size(), 1);
    QVERIFY(base.paul().notes().add(key, QStringLiteral("Trois")));
    QVERIFY(base.paul().notes().remove(notes().first().id));
    QTRY_VERIFY(QDateTime::currentDateTimeUtc() > second.at); // the clock is finer than a person
    const Note third = notes().first();
    QVERIFY(base.paul().notes().remove(third.id));
    QVERIFY(base.paul().notes().add(key, QStringLiteral("Quatre")));
    QCOMPARE(notes().first().text, QStringLiteral("Quatre"));
}

QTEST_GUILESS_MAIN(CurrentWorkspaceTest)
#include "tst_currentworkspace.moc"
