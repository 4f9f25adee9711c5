// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rulecase.h"

#include <algorithm>

namespace recoupe {

PartialDate lheoDate(const char *text)
{
    return PartialDate::fromLheo(QString::fromLatin1(text)).value();
}

RuleCase::RuleCase()
{
    action.numero = QStringLiteral("AF_1");
    action.title = QStringLiteral("Agent de propreté");
    action.mandataire.siret = QStringLiteral("99990010300014");
    action.mandataire.name = QStringLiteral("Bâti-Formation");

    session.key = {action.numero, QStringLiteral("AC_1"), QStringLiteral("SE_1")};
    session.start = lheoDate("20270301");
    session.end = lheoDate("20270630");
    session.entryMode = EntryMode::Fixed;
    session.recruitment = RecruitmentState::Open;
    session.place.city = QStringLiteral("Thiers");
    session.place.postalCode = QStringLiteral("63300");
    session.fundings = {Funding{2, QStringLiteral("M2651401"), {}, QStringLiteral("AFC"), 0, 12}};
    Contact contact;
    contact.lastName = QStringLiteral("Chabrol");
    contact.telephones = {QStringLiteral("04 65 71 10 10")};
    contact.email = QStringLiteral("chabrol@example.org");
    session.contacts = {contact};

    AwardNotification award;
    award.funder = Funder::Region;
    award.market = MarketNumber(QStringLiteral("M2651401"));
    award.title = QStringLiteral("Agent de propreté");
    award.awardeeSirets = {action.mandataire.siret};
    award.awardeeName = action.mandataire.name;
    award.notifiedOn = QDate(2026, 10, 1);
    award.receivedOn = QDate(2026, 10, 5);
    award.start = QDate(2027, 1, 1);
    award.end = QDate(2027, 12, 31);
    award.place = QStringLiteral("Thiers");
    award.postalCode = QStringLiteral("63300");
    award.scheme = QStringLiteral("AFC");
    award.places = 12;
    awards = {award};

    SesarDeclaration declaration;
    declaration.market = award.market;
    declaration.start = QDate(2027, 3, 1);
    declaration.end = QDate(2027, 6, 30);
    declarations = {declaration};
    enteredOn = QDate(2026, 10, 10);
}

void RuleCase::setFunder(int lheoCode, Funder funder, const char *scheme)
{
    funding().funderCode = lheoCode;
    funding().scheme = QString::fromLatin1(scheme);
    awards.first().funder = funder;
}

SessionCase RuleCase::subject() const
{
    const AwardMatch match = AwardIndex(awards).match(action, session);
    SessionCase made{.action = action,
                     .session = session,
                     .recruitment = session.recruitment,
                     .enteredOn = enteredOn,
                     .match = match,
                     .award = match.award < 0 ? nullptr : &awards.at(match.award),
                     .declarations = {},
                     .today = today};
    for (const qsizetype i : SesarIndex(declarations).declarationsFor(session))
        made.declarations.append(&declarations.at(i));
    return made;
}

QStringList RuleCase::firedRules() const
{
    QStringList rules;
    for (const Finding &finding : findings())
        rules << finding.rule;
    return rules;
}

std::optional<Finding> RuleCase::finding(const char *rule) const
{
    const QList<Finding> all = findings();
    const auto found = std::ranges::find(all, QString::fromLatin1(rule), &Finding::rule);
    if (found == all.end())
        return std::nullopt;
    return *found;
}

} // namespace recoupe
