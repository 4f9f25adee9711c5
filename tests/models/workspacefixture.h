// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/workspace.h"

namespace recoupe {

//! What one session of a made-up workspace looks like.
struct SampleSession
{
    QString numero;
    QString title = QStringLiteral("Soudeur");
    QString city = QStringLiteral("Thiers");
    QDate start = QDate(2027, 3, 1);
    Control control = Control::Conforming;
    Funder funder = Funder::PoleEmploi;
    bool active = false;
    RecruitmentState recruitment = RecruitmentState::Open;
    QList<Finding> findings = {};
};

//! A workspace of 2026-11-23 with these sessions, one action each, without any base or rule.
[[nodiscard]] std::shared_ptr<Workspace> workspaceOf(const QList<SampleSession> &samples);

[[nodiscard]] Finding findingOf(Severity severity, const QString &message);

} // namespace recoupe
