// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/jsonresults.h"

#include "core/tokentable.h"

#include <QFileInfo>

#include <array>
#include <cmath>

namespace recoupe {

namespace {

QJsonObject findingJson(const Finding &finding)
{
    const QString id = finding.subject == FindingSubject::Session  ? finding.key.session
                       : finding.subject == FindingSubject::Action ? finding.key.formation
                                                                   : finding.award;
    return {
        {QStringLiteral("rule"), finding.rule},
        {QStringLiteral("severity"), toToken(finding.severity)},
        {QStringLiteral("subject"), toToken(finding.subject)},
        {QStringLiteral("id"), id},
        {QStringLiteral("award"), finding.award},
        {QStringLiteral("field"), finding.field},
        {QStringLiteral("submitted"), finding.submitted},
        {QStringLiteral("expected"), finding.expected},
        {QStringLiteral("message"), finding.message},
    };
}

QJsonArray findingsJson(const Workspace &workspace)
{
    QJsonArray findings;
    for (const CheckedSession &session : workspace.sessions) {
        for (const Finding &finding : session.findings)
            findings.append(findingJson(finding));
    }
    for (const CheckedAward &award : workspace.checkedAwards) {
        for (const Finding &finding : award.findings)
            findings.append(findingJson(finding));
    }
    return findings;
}

QJsonArray matchesJson(const Workspace &workspace)
{
    QJsonArray matches;
    for (const CheckedSession &session : workspace.sessions) {
        if (const AwardNotification *award = workspace.awardOf(session)) {
            matches.append(QJsonObject{
                {QStringLiteral("session"), session.key().session},
                {QStringLiteral("award"), award->market.text()},
                {QStringLiteral("how"), session.match.outcome == AwardMatch::Outcome::Chosen
                                            ? QStringLiteral("operator")
                                            : QStringLiteral("exact")},
            });
        }
    }
    return matches;
}

QJsonObject evidenceJson(const AwardCandidate &candidate)
{
    static constexpr std::array names{"market", "awardee", "title", "period", "place"};
    static constexpr std::array grades{"unknown", "agrees", "near", "differs"};
    QJsonObject evidence{{QStringLiteral("score"), std::round(candidate.score * 1000) / 1000}};
    for (const Criterion criterion : allCriteria) {
        const CriterionEvidence &of = candidate.of(criterion);
        evidence.insert(
            QLatin1String(names[std::size_t(criterion)]),
            QJsonObject{{QStringLiteral("grade"), QLatin1String(grades[std::size_t(of.grade)])},
                        {QStringLiteral("part"), std::round(of.part * 1000) / 1000}});
    }
    return evidence;
}

//! Notifications that a session without one, or with several, may belong to: best first.
QJsonArray candidatesJson(const Workspace &workspace)
{
    QJsonArray candidates;
    for (const CheckedSession &session : workspace.sessions) {
        int rank = 0;
        for (const AwardCandidate &candidate : session.candidates) {
            const AwardNotification &award = workspace.awards.at(candidate.award);
            candidates.append(QJsonObject{
                {QStringLiteral("session"), session.key().session},
                {QStringLiteral("award"), award.market.text()},
                {QStringLiteral("lot"), award.lot},
                {QStringLiteral("rank"), ++rank},
                {QStringLiteral("evidence"), evidenceJson(candidate)},
            });
        }
    }
    return candidates;
}

QJsonObject decisionJson(const Decision &decision)
{
    return {
        {QStringLiteral("event"), decision.id},
        {QStringLiteral("batch"), decision.batch},
        {QStringLiteral("at"), decision.at.toString(Qt::ISODateWithMs)},
        {QStringLiteral("operator"), decision.operatorName},
        {QStringLiteral("subject"), toToken(decision.subject)},
        {QStringLiteral("id"), idOf(decision)},
        {QStringLiteral("kind"), toToken(decision.kind)},
        {QStringLiteral("before"), decision.before},
        {QStringLiteral("after"), decision.after},
        {QStringLiteral("reason"), decision.reason},
        {QStringLiteral("undoes"),
         decision.undoes ? QJsonValue(decision.undoes) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("redo"), decision.redo},
    };
}

} // namespace

QString idOf(const Decision &decision)
{
    switch (decision.subject) {
    case DecisionSubject::Session: return decision.key.session;
    case DecisionSubject::Action: return decision.key.formation;
    case DecisionSubject::Setting: break;
    }
    return decision.setting;
}

QJsonObject checkJson(const Workspace &workspace)
{
    return {
        {QStringLiteral("sessions"), workspace.sessions.size()},
        {QStringLiteral("awards"), workspace.awards.size()},
        {QStringLiteral("findings"), findingsJson(workspace)},
        {QStringLiteral("matches"), matchesJson(workspace)},
        {QStringLiteral("candidates"), candidatesJson(workspace)},
    };
}

QJsonArray sessionsJson(const Workspace &workspace, const QList<qsizetype> &rows)
{
    QJsonArray sessions;
    for (const qsizetype row : rows) {
        const CheckedSession &session = workspace.sessions.at(row);
        sessions.append(QJsonObject{
            {QStringLiteral("id"), session.key().session},
            {QStringLiteral("action"), session.key().formation},
            {QStringLiteral("market"), session.session().marketNumber().text()},
            {QStringLiteral("funder"), toToken(session.session().funder())},
            {QStringLiteral("scheme"), toToken(session.session().scheme())},
            {QStringLiteral("control"), toToken(session.control)},
            {QStringLiteral("activation"), session.stored.active
                                               ? QString::fromUtf16(activeToken)
                                               : QString::fromUtf16(inactiveToken)},
            {QStringLiteral("recruitment"), toToken(session.stored.recruitment)},
            {QStringLiteral("holder"),
             session.hold ? QJsonValue(session.hold->operatorName) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("audience"), QJsonArray::fromStringList(toTokens(session.audience))},
        });
    }
    return sessions;
}

QJsonArray historyJson(const QList<Decision> &decisions)
{
    QJsonArray events;
    for (const Decision &decision : decisions)
        events.append(decisionJson(decision));
    return events;
}

QJsonArray notesJson(const QList<Note> &notes)
{
    QJsonArray list;
    for (const Note &note : notes) {
        list.append(QJsonObject{
            {QStringLiteral("note"), note.id},
            {QStringLiteral("id"), note.key.session},
            {QStringLiteral("at"), note.at.toString(Qt::ISODateWithMs)},
            {QStringLiteral("operator"), note.operatorName},
            {QStringLiteral("text"), note.text},
        });
    }
    return list;
}

QJsonArray rejectionsJson(const QList<Rejection> &rejections)
{
    QJsonArray list;
    for (const Rejection &rejection : rejections) {
        list.append(QJsonObject{
            {QStringLiteral("line"), rejection.line},
            {QStringLiteral("record"), rejection.record},
            {QStringLiteral("field"), rejection.field},
            {QStringLiteral("value"), rejection.value},
            {QStringLiteral("expected"), rejection.expected},
            {QStringLiteral("message"), describe(rejection)},
        });
    }
    return list;
}

QJsonObject importJson(const ImportOutcome &outcome)
{
    if (!outcome.summary)
        return {{QStringLiteral("file"), QFileInfo(outcome.plan.file).fileName()},
                {QStringLiteral("error"), outcome.summary.error().message}};
    const ImportSummary &summary = *outcome.summary;
    return {
        {QStringLiteral("file"), summary.record.fileName},
        {QStringLiteral("added"), summary.record.added},
        {QStringLiteral("changed"), summary.record.changed},
        {QStringLiteral("unchanged"), summary.record.unchanged},
        {QStringLiteral("vanished"), summary.record.vanished},
        {QStringLiteral("returned"), summary.returned},
        {QStringLiteral("rejected"), rejectionsJson(summary.rejections)},
        {QStringLiteral("warnings"), QJsonArray::fromStringList(summary.warnings)},
    };
}

QJsonArray activeChangesJson(const QList<ActiveChange> &changes)
{
    QJsonArray array;
    for (const ActiveChange &change : changes) {
        array.append(QJsonObject{
            {QStringLiteral("session"), change.key.session},
            {QStringLiteral("controlBefore"), toToken(change.before)},
            {QStringLiteral("controlAfter"), toToken(change.after)},
            {QStringLiteral("recruitmentBefore"), toToken(change.recruitmentBefore)},
            {QStringLiteral("recruitmentAfter"), toToken(change.recruitmentAfter)},
            {QStringLiteral("vanishes"), change.vanishes},
        });
    }
    return array;
}

QJsonObject outcomeJson(const DecisionOutcome &outcome)
{
    QJsonArray refused;
    for (const Refusal &refusal : outcome.refused) {
        refused.append(QJsonObject{
            {QStringLiteral("id"),
             refusal.key.session.isEmpty() ? refusal.key.formation : refusal.key.session},
            {QStringLiteral("message"), refusal.sentence},
        });
    }
    return {
        {QStringLiteral("applied"), historyJson(outcome.applied)},
        {QStringLiteral("refused"), refused},
        {QStringLiteral("unchanged"), outcome.unchanged},
    };
}

QJsonObject editionJson(const EditionContent &content, const QList<EditionCheck> &checks,
                        const QString &file)
{
    QJsonArray found;
    for (const EditionCheck &check : checks) {
        QJsonArray sessions;
        for (const SessionKey &key : check.sessions)
            sessions.append(key.session);
        found.append(QJsonObject{{QStringLiteral("check"), check.id},
                                 {QStringLiteral("severity"), toToken(check.severity)},
                                 {QStringLiteral("message"), check.message},
                                 {QStringLiteral("sessions"), sessions}});
    }
    return {
        {QStringLiteral("edition"),
         content.isDraft() ? QJsonValue(QJsonValue::Null) : QJsonValue(content.label())},
        {QStringLiteral("date"), content.date.toString(Qt::ISODate)},
        {QStringLiteral("sessions"), content.rowCount()},
        {QStringLiteral("checks"), found},
        {QStringLiteral("file"), file},
    };
}

QJsonArray editionsJson(const QList<EditionRecord> &editions)
{
    QJsonArray array;
    for (const EditionRecord &edition : editions) {
        array.append(QJsonObject{
            {QStringLiteral("year"), edition.year},
            {QStringLiteral("number"), edition.number},
            {QStringLiteral("date"), edition.date.toString(Qt::ISODate)},
            {QStringLiteral("issuedAt"), edition.issuedAt.toString(Qt::ISODate)},
            {QStringLiteral("operator"), edition.operatorName},
            {QStringLiteral("overrideReason"), edition.overrideReason},
            {QStringLiteral("annulled"), edition.annulment.has_value()},
            {QStringLiteral("annulmentReason"),
             edition.annulment ? edition.annulment->reason : QString()},
        });
    }
    return array;
}

QJsonArray differencesJson(const QList<EditionDifference> &differences)
{
    static constexpr std::array kinds{Token{EditionDifference::Kind::New, u"new"},
                                      Token{EditionDifference::Kind::Changed, u"changed"},
                                      Token{EditionDifference::Kind::Left, u"left"}};
    QJsonArray array;
    for (const EditionDifference &difference : differences) {
        QJsonArray fields;
        for (const auto &[field, before, after] : difference.fields) {
            fields.append(QJsonObject{{QStringLiteral("field"), field},
                                      {QStringLiteral("before"), before},
                                      {QStringLiteral("after"), after}});
        }
        array.append(QJsonObject{{QStringLiteral("kind"), tokenOf(kinds, difference.kind)},
                                 {QStringLiteral("session"), difference.key.session},
                                 {QStringLiteral("title"), difference.title},
                                 {QStringLiteral("fields"), fields},
                                 {QStringLiteral("reason"), difference.reason}});
    }
    return array;
}

QJsonArray lettersJson(const QList<WrittenLetter> &letters)
{
    QJsonArray array;
    for (const auto &[letter, file] : letters) {
        QJsonArray sessions;
        for (const SessionKey &key : letter.sessions)
            sessions.append(key.session);
        QJsonArray awards;
        for (const AwardKey &award : letter.awards)
            awards.append(award.market);
        array.append(QJsonObject{
            {QStringLiteral("kind"), toToken(letter.kind)},
            {QStringLiteral("recipient"), letter.recipientName},
            {QStringLiteral("siret"), letter.recipientSiret},
            {QStringLiteral("address"), letter.address},
            {QStringLiteral("subject"), letter.subject},
            {QStringLiteral("reason"), letter.reason ? letter.reason->toToken() : QString()},
            {QStringLiteral("file"), file},
            {QStringLiteral("sessions"), sessions},
            {QStringLiteral("awards"), awards}});
    }
    return array;
}

QJsonArray prescribersJson(const QList<Prescriber> &prescribers)
{
    QJsonArray array;
    for (const Prescriber &one : prescribers)
        array.append(QJsonObject{{QStringLiteral("departement"), one.departement},
                                 {QStringLiteral("structure"), one.structure},
                                 {QStringLiteral("address"), one.address}});
    return array;
}

QJsonArray targetsJson(const QList<MailingTarget> &targets)
{
    QJsonArray array;
    for (const MailingTarget &target : targets) {
        QJsonObject object{{QStringLiteral("departement"), target.departement},
                           {QStringLiteral("addresses"), target.addresses},
                           {QStringLiteral("sessions"), target.sessions},
                           {QStringLiteral("last"), QJsonValue()}};
        if (target.last)
            object[u"last"] = QJsonObject{
                {QStringLiteral("at"), target.last->writtenAt.toString(Qt::ISODateWithMs)},
                {QStringLiteral("operator"), target.last->operatorName},
                {QStringLiteral("recipients"), target.last->recipients},
                {QStringLiteral("drafts"), target.last->drafts}};
        array.append(object);
    }
    return array;
}

QJsonArray draftsJson(const QList<MailingDraft> &drafts)
{
    QJsonArray array;
    for (const MailingDraft &draft : drafts)
        array.append(QJsonObject{{QStringLiteral("departement"), draft.mailing.departement},
                                 {QStringLiteral("recipients"), draft.mailing.recipients},
                                 {QStringLiteral("file"), draft.file},
                                 {QStringLiteral("size"), draft.size}});
    return array;
}

} // namespace recoupe
