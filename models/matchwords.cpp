// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/matchwords.h"

#include "models/words.h"

#include <algorithm>

namespace recoupe {

namespace {

QString nameOf(const QString &market, const QString &lot)
{
    return lot.isEmpty() ? market : ModelsTr::tr("%1, lot %2", "award").arg(market, lot);
}

//! As notified: a period reckoned from a duration has a month of tolerance, which nobody wrote.
QString periodOf(const AwardNotification &award)
{
    const QDate first = award.firstDay();
    if (first.isValid() && award.end.isValid())
        return ModelsTr::tr("du %1 au %2").arg(shortDate(first), shortDate(award.end));
    if (first.isValid() && award.durationMonths)
        return ModelsTr::tr("%1 mois à partir du %2")
            .arg(QString::number(*award.durationMonths), shortDate(first));
    if (first.isValid())
        return ModelsTr::tr("à partir du %1").arg(shortDate(first));
    return award.end.isValid() ? ModelsTr::tr("jusqu'au %1").arg(shortDate(award.end)) : QString();
}

QString matchedInWords(const Workspace &workspace, const CheckedSession &session)
{
    const QString award = awardName(*workspace.awardOf(session));
    const AwardNotification *replaced = workspace.replacedAwardOf(session);
    const QString sentence =
        session.match.outcome == AwardMatch::Outcome::Chosen
            ? ModelsTr::tr("Rapprochée par un opérateur de la notification %1.").arg(award)
            : ModelsTr::tr("Rapprochée de la notification %1 : même financeur, même numéro.")
                  .arg(award);
    return replaced
               ? ModelsTr::tr("%1 Elle annule et remplace %2.").arg(sentence, awardName(*replaced))
               : sentence;
}

//! Why nothing matches.
QString unmatchedReason(const CheckedSession &session)
{
    const MarketNumber market = session.session().marketNumber();
    if (market.isMissing())
        return ModelsTr::tr("La session ne porte pas de numéro de marché.");
    const QList<AwardKey> &refused = session.stored.choice.refused;
    const bool isRefused =
        std::ranges::find(refused, market.normalized(), &AwardKey::market) != refused.end();
    return isRefused
               ? ModelsTr::tr("La notification au numéro « %1 » a été écartée.").arg(market.text())
               : ModelsTr::tr("Aucune notification ne porte le numéro « %1 ».").arg(market.text());
}

} // namespace

QString awardName(const AwardNotification &award)
{
    return nameOf(award.market.text(), award.lot);
}

QString awardName(const AwardKey &key)
{
    return nameOf(key.market, key.lot);
}

QString awardFacts(const AwardNotification &award)
{
    const QString awardee =
        award.awardeeName.isEmpty() ? award.awardeeSirets.join(u", ") : award.awardeeName;
    QStringList facts{awardee, periodOf(award), (award.postalCode + u' ' + award.place).trimmed()};
    facts.removeAll(QString());
    return facts.join(QStringLiteral(" · "));
}

QString matchInWords(const Workspace &workspace, const CheckedSession &session)
{
    switch (session.match.outcome) {
    case AwardMatch::Outcome::OutOfScope:
        return ModelsTr::tr("Session d'un autre financeur : elle n'a pas de notification à "
                            "rapprocher.");
    case AwardMatch::Outcome::Ambiguous:
        return ModelsTr::tr("Plusieurs notifications portent le numéro « %1 » et rien ne les "
                            "départage : associer celle de la session.")
            .arg(session.session().marketNumber().text());
    case AwardMatch::Outcome::None: break;
    case AwardMatch::Outcome::Exact:
    case AwardMatch::Outcome::Chosen: return matchedInWords(workspace, session);
    }
    const QString next =
        session.candidates.isEmpty()
            ? ModelsTr::tr("Aucune autre ne lui ressemble : importer la notification si elle "
                           "manque, faire corriger le numéro sur le portail, ou associer une autre "
                           "notification.")
            : ModelsTr::tr("Les plus proches, la meilleure d'abord :");
    return unmatchedReason(session) + u' ' + next;
}

QString refusedInWords(const AwardChoice &choice)
{
    QStringList names;
    for (const AwardKey &key : choice.refused)
        names << awardName(key);
    if (names.isEmpty())
        return {};
    return names.size() == 1
               ? ModelsTr::tr("Écartée : %1.").arg(names.first())
               : ModelsTr::tr("Écartées : %1.").arg(names.join(QStringLiteral(" ; ")));
}

QString holdInWords(const SessionHold &hold)
{
    return ModelsTr::tr("Prise en charge par %1 depuis le %2.")
        .arg(hold.operatorName, shortDateTime(hold.since));
}

QStringList remarksOn(const CheckedSession &session)
{
    QStringList remarks;
    if (session.hold)
        remarks << holdInWords(*session.hold);
    if (session.match.outcome == AwardMatch::Outcome::Chosen)
        remarks << ModelsTr::tr("Notification rapprochée par un opérateur.");
    if (session.stored.vanishedAt.isValid()) {
        remarks << ModelsTr::tr("Absente du flux depuis le %1.")
                       .arg(shortDate(session.stored.vanishedAt.toLocalTime().date()));
    }
    return remarks;
}

} // namespace recoupe
