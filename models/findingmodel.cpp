// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/findingmodel.h"

#include "models/words.h"

#include <algorithm>

namespace recoupe {

namespace {

CardLines linesOf(const Finding &finding)
{
    CardLines lines{{.badge = badgeOf(finding.severity),
                     .strong = severityName(finding.severity),
                     .text = ruleTitle(finding.rule)},
                    {.text = finding.message}};
    const QString source = ruleSource(finding.rule);
    if (!source.isEmpty())
        lines << CardLine{.text = ModelsTr::tr("Origine : %1").arg(source), .isSmall = true};
    return lines;
}

} // namespace

FindingModel::Reason FindingModel::asideReason(const SetAside &aside)
{
    const QString sentence = ModelsTr::tr("Écartée de la file le %1. Raison : %2.")
                                 .arg(shortDate(aside.at.toLocalTime().date()),
                                      returnReasonName(aside.reason).toLower());
    return {sentence,
            {{.badge = badgeOf(Control::SetAside),
              .strong = controlName(Control::SetAside),
              .text = sentence}}};
}

void FindingModel::setSession(const CheckedSession &session)
{
    QList<Finding> findings = session.findings;
    std::ranges::stable_sort(findings, {}, &Finding::severity);
    QList<Reason> reasons;
    if (session.control == Control::SetAside)
        reasons << asideReason(*session.stored.aside);
    for (const Finding &finding : std::as_const(findings))
        reasons << Reason{finding.message, linesOf(finding)};
    for (const QString &gap : session.gaps) {
        reasons << Reason{gap,
                          {{.badge = QStringLiteral("evidence/none"),
                            .strong = ModelsTr::tr("Non comparé"),
                            .text = gap}}};
    }
    if (reasons.isEmpty()) {
        const QString all =
            ModelsTr::tr("Tous les champs affichés ont été comparés et concordent.");
        reasons << Reason{all,
                          {{.badge = badgeOf(session.control),
                            .strong = controlName(session.control),
                            .text = all}}};
    }
    setReasons(std::move(reasons));
}

void FindingModel::clear()
{
    setReasons({});
}

void FindingModel::setReasons(QList<Reason> reasons)
{
    beginResetModel();
    m_reasons = std::move(reasons);
    endResetModel();
}

int FindingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_reasons.size());
}

QVariant FindingModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index, CheckIndexOption::ParentIsInvalid));
    const Reason &reason = m_reasons.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return reason.sentence;
    case CardLinesRole: return QVariant::fromValue(reason.lines);
    case Qt::AccessibleTextRole: return inWords(reason.lines);
    default: return {};
    }
}

} // namespace recoupe
