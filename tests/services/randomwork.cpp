// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/randomwork.h"

#include "rules/checksettings.h"

#include <QFileInfo>
#include <QTest>

#include <array>

namespace recoupe {

namespace {

const QString reason = QStringLiteral("Accord du financeur");

//! Nothing to do is no failure; a base that fails is.
template <typename Value>
void expectDone(const Result<Value> &done)
{
    if (!done && done.error().code != ErrorCode::NotFound)
        qFatal("%s", qPrintable(done.error().message));
}

} // namespace

QString RandomWork::step(BackOffice &office, const Workspace &seen)
{
    static constexpr std::array<Step, 18> steps{
        &RandomWork::decideOnActivation,
        &RandomWork::decideOnActivation,
        &RandomWork::decideOnQueue,
        &RandomWork::decideOnQueue,
        &RandomWork::decideOnRecruitment,
        &RandomWork::decideOnAward,
        &RandomWork::decideOnAward,
        &RandomWork::decideOnAction,
        &RandomWork::activateConforming,
        &RandomWork::goBack,
        &RandomWork::goForth,
        &RandomWork::writeNote,
        &RandomWork::removeNewestNote,
        &RandomWork::writeLetter,
        &RandomWork::changeSetting,
        &RandomWork::import,
        &RandomWork::tryTwoThings,
        &RandomWork::failHalfway,
    };
    return (this->*m_random.pick(steps))(office, seen);
}

QList<SessionKey> RandomWork::someSessions(const Workspace &seen)
{
    QList<SessionKey> keys;
    for (int count = m_random.between(1, 4); count > 0; --count)
        keys << m_random.pick(seen.sessions).key();
    return keys;
}

//! One of its candidates, or of its funder's, or any.
AwardKey RandomWork::anAward(const Workspace &seen, const SessionKey &session)
{
    const CheckedSession &checked = seen.sessions[seen.indexOf(session)];
    if (!checked.candidates.isEmpty() && m_random.chance(50))
        return seen.awards[m_random.pick(checked.candidates).award].key();
    if (checked.match.award >= 0 && m_random.chance(50))
        return seen.awards[checked.match.award].key();
    return m_random.pick(seen.awards).key();
}

QString RandomWork::decideOnActivation(BackOffice &office, const Workspace &seen)
{
    const QList<SessionKey> keys = someSessions(seen);
    if (m_random.chance(30)) {
        expectDone(office.decisions().deactivate(keys));
        return QStringLiteral("deactivate");
    }
    expectDone(office.decisions().activate(keys, m_random.chance(60) ? reason : QString()));
    return QStringLiteral("activate");
}

QString RandomWork::decideOnQueue(BackOffice &office, const Workspace &seen)
{
    static constexpr std::array reasons{ReturnReason::Dates, ReturnReason::Cancelled,
                                        ReturnReason::Duplicate};
    const QList<SessionKey> keys = someSessions(seen);
    if (m_random.chance(40)) {
        expectDone(office.decisions().takeUp(keys));
        return QStringLiteral("take up");
    }
    expectDone(office.decisions().setAside(keys, m_random.pick(reasons)));
    return QStringLiteral("set aside");
}

QString RandomWork::decideOnRecruitment(BackOffice &office, const Workspace &seen)
{
    static constexpr std::array states{RecruitmentState::Open, RecruitmentState::Suspended,
                                       RecruitmentState::Closed};
    expectDone(office.decisions().setRecruitment(someSessions(seen), m_random.pick(states)));
    return QStringLiteral("recruitment");
}

QString RandomWork::decideOnAward(BackOffice &office, const Workspace &seen)
{
    const SessionKey key = m_random.pick(seen.sessions).key();
    const AwardKey award = anAward(seen, key);
    switch (m_random.below(3)) {
    case 0: expectDone(office.decisions().associate({key}, award)); break;
    case 1: expectDone(office.decisions().refuseAward({key}, award)); break;
    default: expectDone(office.decisions().dissociate({key})); break;
    }
    return QStringLiteral("award of a session");
}

QString RandomWork::decideOnAction(BackOffice &office, const Workspace &seen)
{
    const QString numero = m_random.pick(seen.actions).submitted.numero;
    expectDone(office.decisions().setActionsActive({numero}, m_random.chance(50)));
    return QStringLiteral("action");
}

QString RandomWork::activateConforming(BackOffice &office, const Workspace &)
{
    expectDone(office.decisions().activateConforming());
    return QStringLiteral("activate conforming");
}

QString RandomWork::goBack(BackOffice &office, const Workspace &)
{
    expectDone(office.decisions().undo());
    return QStringLiteral("undo");
}

QString RandomWork::goForth(BackOffice &office, const Workspace &)
{
    expectDone(office.decisions().undo());
    expectDone(office.decisions().redo());
    return QStringLiteral("undo and redo");
}

QString RandomWork::writeNote(BackOffice &office, const Workspace &seen)
{
    expectDone(office.notes().add(m_random.pick(seen.sessions).key(), reason));
    return QStringLiteral("note");
}

//! Its id may be given again at once.
QString RandomWork::removeNewestNote(BackOffice &office, const Workspace &seen)
{
    qint64 newest = 0;
    for (const CheckedSession &session : seen.sessions) {
        for (const Note &note : session.notes)
            newest = std::max(newest, note.id);
    }
    expectDone(office.notes().remove(newest));
    if (m_random.chance(50))
        return QStringLiteral("note removed");
    return QStringLiteral("note removed, ") + writeNote(office, seen);
}

QString RandomWork::writeLetter(BackOffice &office, const Workspace &seen)
{
    Letter letter;
    letter.recipientName = QStringLiteral("Bâti-Formation");
    letter.address = QStringLiteral("chabrol@example.org");
    letter.subject = letter.body = reason;
    if (m_random.chance(50)) {
        letter.sessions = someSessions(seen);
        letter.reason = WrittenReason{ReturnReason::Dates, {}};
    } else {
        letter.kind = LetterKind::Reminder;
        letter.awards = {m_random.pick(seen.awards).key()};
    }
    expectDone(office.letters().record(letter, LetterChannel::Copy));
    return QStringLiteral("letter");
}

QString RandomWork::changeSetting(BackOffice &office, const Workspace &)
{
    static const std::array texts{QStringLiteral("blocking"), QStringLiteral("warning"),
                                  QStringLiteral("info")};
    static const std::array rules{QStringLiteral("title-mismatch"),
                                  QStringLiteral("award-missing")};
    const QString name = severitySettingName(m_random.pick(rules), m_random.pick(checkedFunders));
    expectDone(office.decisions().changeSettings({{name, m_random.pick(texts)}}));
    return QStringLiteral("setting");
}

QString RandomWork::import(BackOffice &office, const Workspace &)
{
    if (m_files.isEmpty())
        return QStringLiteral("nothing");
    const QString file = m_files.takeFirst();
    expectDone(office.imports().import({.file = file}));
    return QStringLiteral("import of ") + QFileInfo(file).fileName();
}

QString RandomWork::tryTwoThings(BackOffice &office, const Workspace &seen)
{
    const QList<SessionKey> keys = someSessions(seen);
    expectDone(office.tryDecision([&](DecisionService decisions) {
        expectDone(decisions.activate(keys, reason));
        return decisions.setAside(keys, ReturnReason::Dates);
    }));
    return QStringLiteral("trial");
}

//! A batch that fails after it wrote leaves nothing.
QString RandomWork::failHalfway(BackOffice &office, const Workspace &seen)
{
    const QList<SessionKey> keys = someSessions(seen);
    const auto failed = office.tryDecision([&](DecisionService decisions) {
        expectDone(decisions.activate(keys, reason));
        return decisions.undoBatch(QStringLiteral("no such batch"));
    });
    if (failed)
        qFatal("A batch that does not exist was undone.");
    return QStringLiteral("failed trial");
}

} // namespace recoupe
