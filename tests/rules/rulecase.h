// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/rule.h"

#include <functional>

namespace recoupe {

//! One session with its notification and SESAR declaration, all in order: no rule fires on it.
//! Tests change one thing and look at what fires.
struct RuleCase
{
    RuleCase();

    TrainingAction action;
    TrainingSession session;
    QList<AwardNotification> awards;
    QList<SesarDeclaration> declarations;
    QDate enteredOn;
    QDate today = QDate(2026, 11, 23);

    [[nodiscard]] Funding &funding() { return session.fundings.first(); }
    void setFunder(int lheoCode, Funder funder, const char *scheme);

    //! As the program would present it to the rules; refers into this object.
    [[nodiscard]] SessionCase subject() const;
    [[nodiscard]] QList<Finding> findings() const { return checkSession(subject()); }
    [[nodiscard]] QStringList firedRules() const;
    //! The finding of one rule, if it fired.
    [[nodiscard]] std::optional<Finding> finding(const char *rule) const;
};

//! What a row of a data-driven test does to the case.
using Change = std::function<void(RuleCase &)>;

[[nodiscard]] PartialDate lheoDate(const char *text);

} // namespace recoupe

Q_DECLARE_METATYPE(recoupe::Change)
