// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decisionpreview.h"

#include "core/counted.h"
#include "models/meanwhilemodel.h"
#include "models/words.h"

#include <set>

namespace recoupe {

namespace {

using Keys = std::set<SessionKey>;

Keys changedSessions(const DecisionOutcome &outcome)
{
    Keys keys;
    for (const Decision &decision : outcome.applied) {
        if (decision.subject == DecisionSubject::Session)
            keys.insert(decision.key);
    }
    return keys;
}

Keys refusedSessions(const DecisionOutcome &outcome)
{
    Keys keys;
    for (const Refusal &refusal : outcome.refused)
        keys.insert(refusal.key);
    return keys;
}

QString lineOf(const SessionKey &key, const Workspace &workspace)
{
    const qsizetype position = workspace.indexOf(key);
    if (position < 0)
        return key.session;
    const CheckedSession &session = workspace.sessions.at(position);
    return ModelsTr::tr("%1 — %2 — %3 — %4", "session")
        .arg(controlName(session.control), session.session().marketNumber().text(),
             workspace.actionOf(session).submitted.title, key.session);
}

Keys changedMeanwhile(const DecisionOutcome &outcome)
{
    Keys keys;
    for (const MeanwhileChange &change : outcome.meanwhile) {
        if (!change.key.session.isEmpty())
            keys.insert(change.key);
    }
    return keys;
}

QString textOf(const DecisionOutcome &outcome, qsizetype refused, qsizetype unchanged)
{
    QStringList sentences{ModelsTr::tr("%1.").arg(batchInWords(outcome.applied))};
    if (unchanged > 0) {
        sentences << counted(unchanged, ModelsTr::tr("%1 session sélectionnée l'est déjà."),
                             ModelsTr::tr("%1 sessions sélectionnées le sont déjà."));
    }
    if (refused > 0) {
        sentences << counted(refused, ModelsTr::tr("%1 session est refusée, la raison suit."),
                             ModelsTr::tr("%1 sessions sont refusées, les raisons suivent."));
    }
    if (!outcome.meanwhile.isEmpty())
        sentences << meanwhileInWords(outcome.meanwhile);
    sentences << ModelsTr::tr("Une seule annulation (Ctrl+Z) revient sur l'ensemble.");
    return sentences.join(u' ');
}

} // namespace

DecisionPreview previewOf(const DecisionOutcome &outcome, const QList<SessionKey> &asked,
                          const Workspace &workspace)
{
    const Keys changed = changedSessions(outcome);
    const Keys refused = refusedSessions(outcome);
    // What is refused first: nobody scrolls behind a hundred lines for it.
    QStringList lines;
    for (const Refusal &refusal : outcome.refused)
        lines << refusal.sentence;
    if (!refused.empty())
        lines << QString();
    for (const SessionKey &key : changed)
        lines << lineOf(key, workspace);
    const qsizetype unchanged = asked.size() - qsizetype(changed.size() + refused.size() +
                                                         changedMeanwhile(outcome).size());
    return {textOf(outcome, qsizetype(refused.size()), unchanged), lines.join(u'\n'),
            qsizetype(changed.size())};
}

} // namespace recoupe
