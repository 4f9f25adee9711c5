// SPDX-License-Identifier: GPL-3.0-or-later
#include "correspondence/lettercontent.h"

#include "core/counted.h"
#include "core/oneline.h"
#include "core/shortdate.h"
#include "core/textfolding.h"
#include "correspondence/lettertr.h"
#include "domain/mailaddress.h"
#include "rules/rule.h"
#include "rules/wording.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <vector>

namespace recoupe {

namespace {

//! Letters come in the order of names; two organisations of one name have two SIRETs.
struct Recipient
{
    QString foldedName;
    QString siret;
    QString name;

    bool operator<(const Recipient &other) const
    {
        return std::tie(foldedName, siret) < std::tie(other.foldedName, other.siret);
    }
};

//! Records of one SIRET are one organisation, however its name is written.
class Recipients
{
public:
    Recipient of(const QString &siret, const QString &name)
    {
        const QString digits = normalizedSiret(siret);
        const QString shown = onOneLine(name.isEmpty() ? digits : name);
        const Recipient recipient{folded(shown), digits, shown};
        return digits.isEmpty() ? recipient : m_known.try_emplace(digits, recipient).first->second;
    }

private:
    std::map<QString, Recipient> m_known;
};

QString quoted(const QString &text)
{
    return LetterTr::tr("« %1 »").arg(onOneLine(text));
}

QString mendingLines(const Finding &finding)
{
    return LetterTr::tr("- %1. Saisi : %2. Attendu : %3.\n  %4")
        .arg(ruleTitle(finding.rule), onOneLine(orMissing(finding.submitted)),
             onOneLine(finding.expected), ruleRequest(finding.rule));
}

QString sessionBlock(const SessionFindings &found)
{
    const TrainingSession &session = *found.session;
    QStringList parts{LetterTr::tr("Session %1").arg(onOneLine(session.key.session))};
    if (!session.place.city.isEmpty())
        parts << onOneLine(session.place.city);
    parts << inWords(session.start, session.end);
    if (!session.marketNumber().isMissing())
        parts << LetterTr::tr("marché %1").arg(onOneLine(session.marketNumber().text()));
    QStringList lines{parts.join(QLatin1String(", "))};
    for (const Finding &finding : found.findings)
        lines << mendingLines(finding);
    return lines.join(u'\n');
}

QString actionBlock(const std::vector<const SessionFindings *> &sessions)
{
    const TrainingAction &action = *sessions.front()->action;
    QStringList blocks{
        LetterTr::tr("Action %1 (n° %2)").arg(quoted(action.title), onOneLine(action.numero))};
    for (const SessionFindings *session : sessions)
        blocks << sessionBlock(*session);
    return blocks.join(QLatin1String("\n\n"));
}

ComposedLetter filledLetter(LetterKind kind, const Recipient &recipient, const QString &count,
                            const QString &list, const LetterContext &context)
{
    const PlaceTexts texts{{LetterPlace::Organisation, recipient.name},
                           {LetterPlace::Count, count},
                           {LetterPlace::Date, shortDate(context.today)},
                           {LetterPlace::Operator, onOneLine(context.operatorName)},
                           {LetterPlace::List, list}};
    Letter letter;
    letter.kind = kind;
    letter.recipientSiret = recipient.siret;
    letter.recipientName = recipient.name;
    letter.subject = onOneLine(filledIn(kind, context.texts.subject, texts));
    letter.body = filledIn(kind, context.texts.body, texts);
    return {letter, texts};
}

ComposedLetter correctionLetter(const Recipient &recipient, std::vector<SessionFindings> sessions,
                                const LetterContext &context)
{
    std::ranges::sort(sessions, {}, [](const SessionFindings &s) { return s.session->key; });
    std::map<QString, std::vector<const SessionFindings *>> actions;
    QList<Finding> all;
    for (const SessionFindings &session : sessions) {
        actions[session.action->numero].push_back(&session);
        all += session.findings;
    }
    QStringList blocks;
    for (const auto &[numero, ofAction] : actions)
        blocks << actionBlock(ofAction);
    const QString count = counted(qsizetype(sessions.size()), LetterTr::tr("%1 session"),
                                  LetterTr::tr("%1 sessions"));
    ComposedLetter composed = filledLetter(LetterKind::Correction, recipient, count,
                                           blocks.join(QLatin1String("\n\n")), context);
    Letter &letter = composed.letter;
    for (const SessionFindings &session : sessions) {
        letter.sessions << session.session->key;
        if (letter.address.isEmpty())
            letter.address = addressFor(*session.action);
    }
    letter.reason = reasonFor(all);
    return composed;
}

QString deadlineInWords(QDate deadline, QDate today)
{
    if (!deadline.isValid())
        return {};
    if (deadline >= today)
        return LetterTr::tr(" À saisir le %1 au plus tard.").arg(shortDate(deadline));
    return LetterTr::tr(" À saisir le %1 au plus tard : %2 de retard.")
        .arg(shortDate(deadline),
             counted(deadline.daysTo(today), LetterTr::tr("%1 jour"), LetterTr::tr("%1 jours")));
}

QString offerLine(const AwaitedOffer &offer, QDate today)
{
    const AwardNotification &award = *offer.award;
    const QString lot =
        award.lot.isEmpty() ? QString() : LetterTr::tr(", lot %1").arg(onOneLine(award.lot));
    const QString notified = award.notifiedOn.isValid()
                                 ? LetterTr::tr(", notifié le %1").arg(shortDate(award.notifiedOn))
                                 : QString();
    return LetterTr::tr("- Marché %1%2, %3 (%4)%5.%6")
        .arg(onOneLine(award.market.text()), lot, quoted(award.title),
             funderName(award.funder, today), notified, deadlineInWords(offer.deadline, today));
}

ComposedLetter reminderLetter(const Recipient &recipient, std::vector<AwaitedOffer> offers,
                              const LetterContext &context)
{
    std::ranges::stable_sort(offers, {}, &AwaitedOffer::deadline);
    QStringList lines;
    for (const AwaitedOffer &offer : offers)
        lines << offerLine(offer, context.today);
    const QString count =
        counted(qsizetype(offers.size()), LetterTr::tr("%1 marché"), LetterTr::tr("%1 marchés"));
    ComposedLetter composed =
        filledLetter(LetterKind::Reminder, recipient, count, lines.join(u'\n'), context);
    Letter &letter = composed.letter;
    for (const AwaitedOffer &offer : offers) {
        letter.awards << offer.award->key();
        if (letter.address.isEmpty())
            letter.address = offer.address;
    }
    return composed;
}

QString usableAddress(const Contact &contact)
{
    const QString address = contact.email.trimmed();
    return isWellFormedEmail(address) ? address : QString();
}

} // namespace

QList<Finding> toMend(const QList<Finding> &findings)
{
    QList<Finding> mendable;
    std::ranges::copy_if(findings, std::back_inserter(mendable), isForOrganisation);
    return mendable;
}

QString addressFor(const TrainingAction &action)
{
    const QString own = usableAddress(action.mandataire.contact);
    return own.isEmpty() ? usableAddress(preferredContact(action.contacts)) : own;
}

QList<ComposedLetter> correctionLetters(const QList<SessionFindings> &sessions,
                                        const LetterContext &context)
{
    Recipients recipients;
    std::map<Recipient, std::vector<SessionFindings>> byRecipient;
    for (SessionFindings found : sessions) {
        found.findings = toMend(found.findings);
        if (found.findings.isEmpty())
            continue;
        const Organisation &mandataire = found.action->mandataire;
        byRecipient[recipients.of(mandataire.siret, mandataire.displayName())].push_back(
            std::move(found));
    }
    QList<ComposedLetter> letters;
    for (const auto &[recipient, theirs] : byRecipient)
        letters << correctionLetter(recipient, theirs, context);
    return letters;
}

QList<ComposedLetter> reminderLetters(const QList<AwaitedOffer> &offers,
                                      const LetterContext &context)
{
    Recipients recipients;
    std::map<Recipient, std::vector<AwaitedOffer>> byRecipient;
    for (const AwaitedOffer &offer : offers)
        byRecipient[recipients.of(offer.award->awardeeSirets.value(0), offer.award->awardeeName)]
            .push_back(offer);
    QList<ComposedLetter> letters;
    for (const auto &[recipient, theirs] : byRecipient)
        letters << reminderLetter(recipient, theirs, context);
    return letters;
}

WrittenReason reasonFor(const QList<Finding> &findings)
{
    std::map<ReturnReason, int> counts;
    for (const Finding &finding : findings)
        ++counts[ruleReason(finding.rule)];
    counts.erase(ReturnReason::Other);
    const auto most =
        std::ranges::max_element(counts, {}, [](const auto &reason) { return reason.second; });
    if (most != counts.end())
        return {most->first, {}};
    return {ReturnReason::Other, findings.isEmpty() ? QString() : ruleTitle(findings.first().rule)};
}

} // namespace recoupe
