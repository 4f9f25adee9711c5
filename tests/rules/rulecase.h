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
    QList<TrainingSession> sisters; //!< the other sessions of the action
    QList<AwardNotification> awards;
    QList<SesarDeclaration> declarations;
    AwardChoice choice;
    CheckSettings settings;
    QStringList otherActions;
    std::optional<TrainingSession> overwritten;
    QDate vanishedOn;
    QDate enteredOn;
    QDate today = QDate(2026, 11, 23);

    [[nodiscard]] Funding &funding() { return session.fundings.first(); }
    [[nodiscard]] AwardNotification &award() { return awards.first(); }
    [[nodiscard]] Contact &contact() { return session.contacts.first(); }
    void setFunder(int lheoCode, Funder funder, const char *scheme);
    //! A SIEG of the Région: session and notification name the segment, the action this title.
    void setSieg(int segment, const char *title);
    //! Another session of the action, like the first one but for its numero.
    TrainingSession &addSister(const char *numero);

    //! As the program would present it to the rules; refers into this object.
    [[nodiscard]] SessionCase subject() const;
    [[nodiscard]] QList<Finding> findings() const { return checkSession(subject()); }
    [[nodiscard]] QStringList firedRules() const;
    //! The finding of one rule, if it fired.
    [[nodiscard]] std::optional<Finding> finding(const char *rule) const;

private:
    mutable QList<const TrainingSession *> m_allSessions;
};

//! What a row of a data-driven test does to the case.
using Change = std::function<void(RuleCase &)>;

//! A test whose rows name the rules that are to fire, apart by a space, in catalogue order.
void addRuleColumns();
void addRuleRow(const char *name, const char *rules, Change change);
//! Applies the row; what fires must be what was named, and explain itself.
void compareFiredRules();

//! Why a finding would leave an operator in the dark: not both values, no source, no title, a
//! place-holder left in its sentence. Empty when it explains itself.
[[nodiscard]] QString explanationDefect(const Finding &finding);

[[nodiscard]] PartialDate lheoDate(const char *text);
[[nodiscard]] QString utf8(const char *text);

} // namespace recoupe

Q_DECLARE_METATYPE(recoupe::Change)
