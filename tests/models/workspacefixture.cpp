// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspacefixture.h"

namespace recoupe {

namespace {

int lheoCode(Funder funder)
{
    switch (funder) {
    case Funder::Region: return 2;
    case Funder::PoleEmploi: return 4;
    case Funder::Agefiph: return 7;
    case Funder::Other: break;
    }
    return 10;
}

CheckedSession checkedOf(const SampleSession &sample, qsizetype position)
{
    CheckedSession checked;
    TrainingSession &session = checked.stored.submitted;
    session.key = {QStringLiteral("AF_%1").arg(position), {}, sample.numero};
    session.start = PartialDate(sample.start);
    session.end = PartialDate(sample.start.addDays(90));
    session.place.city = sample.city;
    Funding funding;
    funding.funderCode = lheoCode(sample.funder);
    funding.marketNumber = QStringLiteral("P265140%1").arg(position);
    funding.scheme = QStringLiteral("AFC");
    session.fundings = {funding};
    checked.stored.active = sample.active;
    checked.stored.recruitment = sample.recruitment;
    checked.action = position;
    checked.control = sample.control;
    checked.findings = sample.findings;
    return checked;
}

} // namespace

std::shared_ptr<Workspace> workspaceOf(const QList<SampleSession> &samples)
{
    auto workspace = std::make_shared<Workspace>();
    workspace->today = QDate(2026, 11, 23);
    for (qsizetype position = 0; position < samples.size(); ++position) {
        StoredAction action;
        action.submitted.numero = QStringLiteral("AF_%1").arg(position);
        action.submitted.title = samples.at(position).title;
        action.submitted.mandataire.name = QStringLiteral("Durolle Formation");
        workspace->actions << action;
        workspace->sessions << checkedOf(samples.at(position), position);
    }
    return workspace;
}

Finding findingOf(Severity severity, const QString &message)
{
    Finding finding;
    finding.severity = severity;
    finding.message = message;
    return finding;
}

} // namespace recoupe
