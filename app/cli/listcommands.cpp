// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/jsonresults.h"
#include "cli/sessionnames.h"
#include "rules/candidatewording.h"
#include "services/words.h"

#include <algorithm>

namespace recoupe {

namespace {

QString nameOf(const Finding &finding)
{
    return finding.subject == FindingSubject::Session ? finding.key.session : finding.award;
}

struct Tally
{
    int blocking = 0;
    int warnings = 0;
    int infos = 0;

    void add(const QList<Finding> &findings)
    {
        for (const Finding &finding : findings) {
            blocking += finding.severity == Severity::Blocking;
            warnings += finding.severity == Severity::Warning;
            infos += finding.severity == Severity::Info;
        }
    }
};

void printFindings(const CommandContext &context, const QList<Finding> &findings)
{
    for (const Finding &finding : findings) {
        context.print(CliTr::tr("%1 [%2] %3 : %4")
                          .arg(nameOf(finding), severityName(finding.severity).toLower(),
                               finding.rule, finding.message));
    }
}

void printCandidates(const CommandContext &context, const Workspace &workspace,
                     const CheckedSession &session)
{
    for (qsizetype rank = 0; rank < session.candidates.size(); ++rank) {
        const AwardCandidate &candidate = session.candidates.at(rank);
        const AwardNotification &award = workspace.awards.at(candidate.award);
        const CandidateCase subject{workspace.actionOf(session).submitted, session.session(), award,
                                    candidate};
        const QString lot = award.lot.isEmpty() ? QString() : CliTr::tr(", lot %1").arg(award.lot);
        context.print(CliTr::tr("%1 [notification possible n° %2%3] %4")
                          .arg(session.key().session, QString::number(rank + 1), lot,
                               candidateSummary(subject)));
    }
}

//! Whether a session answers to one of the words of --status, whatever axis the word is from.
bool hasStatus(const CheckedSession &session, const QStringList &words)
{
    const QString activation =
        QString::fromUtf16(session.stored.active ? activeToken : inactiveToken);
    return words.contains(toToken(session.control)) || words.contains(activation) ||
           words.contains(toToken(session.stored.recruitment));
}

bool isStatusWord(const QString &word)
{
    return controlFromToken(word) || recruitmentFromToken(word) || word == activeToken ||
           word == inactiveToken || word == u"set-aside";
}

void printSession(const CommandContext &context, const Workspace &workspace,
                  const CheckedSession &session)
{
    context.print(QStringList{
        session.key().session, session.session().marketNumber().text(),
        funderName(session.session().funder(), workspace.today), controlName(session.control),
        activationName(session.stored.active), recruitmentName(session.stored.recruitment),
        audienceInWords(session.audience), workspace.actionOf(session).submitted.title}
                      .join(u'\t'));
}

} // namespace

ExitStatus runCheck(CommandContext &context)
{
    const Result<WorkspacePtr> loaded = context.office().workspace();
    if (!loaded)
        return context.fail(loaded.error());
    const Workspace &workspace = **loaded;
    Tally tally;
    for (const CheckedSession &session : workspace.sessions)
        tally.add(session.findings);
    for (const CheckedAward &award : workspace.checkedAwards)
        tally.add(award.findings);

    if (context.isSet(QStringLiteral("json"))) {
        context.print(QJsonDocument(checkJson(workspace)));
    } else {
        for (const CheckedSession &session : workspace.sessions) {
            printFindings(context, session.findings);
            printCandidates(context, workspace, session);
        }
        for (const CheckedAward &award : workspace.checkedAwards)
            printFindings(context, award.findings);
        const auto conforming =
            std::ranges::count(workspace.sessions, Control::Conforming, &CheckedSession::control);
        context.say(CliTr::tr("%1 sessions, %2 notifications ; %3 sessions conformes ; %4 constats "
                              "bloquants, %5 à vérifier, %6 informations.")
                        .arg(workspace.sessions.size())
                        .arg(workspace.awards.size())
                        .arg(conforming)
                        .arg(tally.blocking)
                        .arg(tally.warnings)
                        .arg(tally.infos));
    }
    return tally.blocking > 0 ? ExitStatus::DoneWithRemarks : ExitStatus::Done;
}

ExitStatus runSessions(CommandContext &context)
{
    const QStringList words =
        context.value(QStringLiteral("status")).split(u',', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (!isStatusWord(word))
            return context.misuse(
                CliTr::tr("État « %1 » inconnu : voir « recoupe --help ».").arg(word));
    }
    const Result<WorkspacePtr> loaded = context.office().workspace();
    if (!loaded)
        return context.fail(loaded.error());
    const Workspace &workspace = **loaded;
    QList<qsizetype> rows;
    for (qsizetype row = 0; row < workspace.sessions.size(); ++row) {
        if (words.isEmpty() || hasStatus(workspace.sessions[row], words))
            rows.append(row);
    }
    if (context.isSet(QStringLiteral("json"))) {
        context.print(QJsonDocument(sessionsJson(workspace, rows)));
    } else {
        for (const qsizetype row : std::as_const(rows))
            printSession(context, workspace, workspace.sessions[row]);
    }
    return ExitStatus::Done;
}

ExitStatus runHistory(CommandContext &context)
{
    std::optional<SessionKey> key;
    if (!context.arguments().isEmpty()) {
        const Result<QList<SessionKey>> keys = sessionsNamed(context.office(), context.arguments());
        if (!keys)
            return context.fail(keys.error());
        key = keys->first();
    }
    const Result<QList<Decision>> decisions = context.office().history(key);
    if (!decisions)
        return context.fail(decisions.error());
    if (context.isSet(QStringLiteral("json"))) {
        context.print(QJsonDocument(historyJson(*decisions)));
        return ExitStatus::Done;
    }
    for (const Decision &decision : *decisions) {
        context.print(QStringList{
            decision.at.toLocalTime().toString(QStringLiteral("dd/MM/yyyy HH:mm:ss")),
            decision.operatorName, idOf(decision), eventInWords(decision), decision.reason}
                          .join(u'\t'));
    }
    return ExitStatus::Done;
}

} // namespace recoupe
