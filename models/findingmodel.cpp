// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/findingmodel.h"

#include "models/words.h"

#include <algorithm>

namespace recoupe {

void FindingModel::setSession(const CheckedSession &session)
{
    QList<Finding> findings = session.findings;
    std::ranges::stable_sort(findings, {}, &Finding::severity);
    QList<Reason> reasons;
    for (const Finding &finding : findings) {
        reasons << Reason{badgeOf(finding.severity), severityName(finding.severity),
                          finding.message, ruleSource(finding.rule)};
    }
    for (const QString &gap : session.gaps)
        reasons << Reason{QStringLiteral("evidence/none"), ModelsTr::tr("Non comparé"), gap, {}};
    if (reasons.isEmpty()) {
        reasons << Reason{badgeOf(session.control),
                          controlName(session.control),
                          ModelsTr::tr("Tous les champs affichés ont été comparés et concordent."),
                          {}};
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
    case BadgeRole: return reason.badge;
    case WordRole: return reason.word;
    case SourceRole: return reason.source;
    case Qt::AccessibleTextRole:
        return reason.source.isEmpty() ? ModelsTr::tr("%1 : %2").arg(reason.word, reason.sentence)
                                       : ModelsTr::tr("%1 : %2 Origine : %3")
                                             .arg(reason.word, reason.sentence, reason.source);
    default: return {};
    }
}

} // namespace recoupe
