// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/candidatemodel.h"

#include "models/matchwords.h"
#include "models/words.h"
#include "rules/candidatewording.h"

#include <algorithm>
#include <cmath>

namespace recoupe {

namespace {

QString badgeOf(Grade grade)
{
    switch (grade) {
    case Grade::Agrees: return QStringLiteral("evidence/agree");
    case Grade::Near: return QStringLiteral("evidence/near");
    case Grade::Differs: return QStringLiteral("evidence/differ");
    case Grade::Unknown: break;
    }
    return QStringLiteral("evidence/none");
}

CardLine headOf(const QString &badge, const QString &strong, const AwardNotification &award)
{
    return {.badge = badge, .strong = strong, .text = award.title};
}

CardLine factsOf(const AwardNotification &award)
{
    return {.text = awardFacts(award), .isSmall = true};
}

CardLines linesOf(const CandidateCase &subject, qsizetype rank, std::optional<double> nextScore)
{
    const QString head = ModelsTr::tr("%1. %2 (%3 %)", "rank, award, likeness")
                             .arg(QString::number(rank), awardName(subject.award),
                                  QString::number(std::lround(subject.candidate.score * 100)));
    CardLines lines{headOf(QStringLiteral("award/candidate"), head, subject.award),
                    factsOf(subject.award)};
    for (const CriterionWords &words : candidateWords(subject)) {
        // What could not be compared says so in its own words.
        const QString strong = words.grade == Grade::Unknown
                                   ? words.label
                                   : ModelsTr::tr("%1, %2", "criterion, grade")
                                         .arg(words.label, gradeName(words.grade));
        lines << CardLine{.badge = badgeOf(words.grade), .strong = strong, .text = words.text};
    }
    lines << CardLine{.strong = ModelsTr::tr("Pas sûr"),
                      .text = whyNotSure(subject, nextScore).join(u' ')};
    return lines;
}

} // namespace

CandidateModel::Card CandidateModel::matchedCard(const AwardNotification &award)
{
    return {award.key(),
            awardName(award),
            {headOf(QStringLiteral("award/matched"), awardName(award), award), factsOf(award)}};
}

QList<CandidateModel::Card> CandidateModel::candidateCards(const Workspace &workspace,
                                                           const CheckedSession &session)
{
    QList<Card> cards;
    const QList<AwardCandidate> &candidates = session.candidates;
    for (qsizetype rank = 0; rank < candidates.size(); ++rank) {
        const AwardCandidate &candidate = candidates.at(rank);
        const AwardNotification &award = workspace.awards.at(candidate.award);
        const CandidateCase subject{workspace.actionOf(session).submitted, session.session(), award,
                                    candidate};
        const auto nextScore = rank + 1 < candidates.size()
                                   ? std::optional(candidates.at(rank + 1).score)
                                   : std::nullopt;
        cards << Card{award.key(), awardName(award), linesOf(subject, rank + 1, nextScore)};
    }
    return cards;
}

void CandidateModel::setSession(const Workspace &workspace, const CheckedSession &session)
{
    const AwardNotification *matched = workspace.awardOf(session);
    beginResetModel();
    m_cards = matched ? QList<Card>{matchedCard(*matched)} : candidateCards(workspace, session);
    endResetModel();
}

int CandidateModel::rowOf(const AwardKey &award) const
{
    const auto card = std::ranges::find(m_cards, award, &Card::award);
    return card == m_cards.end() ? -1 : int(card - m_cards.begin());
}

int CandidateModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_cards.size());
}

QVariant CandidateModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index, CheckIndexOption::ParentIsInvalid));
    const Card &card = m_cards.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return card.name;
    case CardLinesRole: return QVariant::fromValue(card.lines);
    case Qt::AccessibleTextRole: return inWords(card.lines);
    default: return {};
    }
}

} // namespace recoupe
