// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changemodel.h"

#include "models/words.h"

#include <algorithm>

namespace recoupe {

namespace {

QString joined(const DiffParts &parts)
{
    QString text;
    for (const DiffPart &part : parts)
        text += part.text;
    return text;
}

bool hasMark(const DiffParts &parts)
{
    return std::ranges::any_of(parts, &DiffPart::differs);
}

DiffParts markedWhole(const QString &text)
{
    return {{text, true}};
}

//! What both have of a value that words were only added to, cut short at the same places.
DiffParts withoutMarks(DiffParts parts)
{
    parts.removeIf([](const DiffPart &part) { return part.differs; });
    return parts;
}

//! What the operator has to know before anything else: who still sees what was verified.
QString meanwhile(const CheckedSession &session)
{
    switch (reachOf(session.audience)) {
    case Reach::Published:
        return ModelsTr::tr("ce qui a été validé reste diffusé en attendant votre décision.");
    case Reach::PartnersOnly:
        return ModelsTr::tr("ce qui a été validé reste transmis aux partenaires en attendant votre "
                            "décision.");
    case Reach::Nobody: break;
    }
    return ModelsTr::tr("rien n'est diffusé en attendant votre décision.");
}

QString overwrittenSentence(const CheckedSession &session)
{
    return ModelsTr::tr("Ancienne session (marché %1) conservée, écrasée sur le portail par le "
                        "marché %2 : %3")
        .arg(session.overwritten->marketNumber().text(), session.session().marketNumber().text(),
             meanwhile(session));
}

QString changedSinceAsideSentence(const CheckedSession &session)
{
    const SetAside &aside = *session.stored.aside;
    return ModelsTr::tr("Écartée le %1 (%2), modifiée depuis sur le portail : à revoir.")
        .arg(shortDate(aside.at.toLocalTime().date()), returnReasonName(aside.reason).toLower());
}

QString changedSentence(const CheckedSession &session, const QDateTime &receivedAt)
{
    return ModelsTr::tr("Modifiée sur le portail, reçue le %1 : %2")
        .arg(shortDate(receivedAt.toLocalTime().date()), meanwhile(session));
}

} // namespace

ChangeModel::Change ChangeModel::changeOf(const FieldChange &change)
{
    DiffParts before = markDifferences(change.before, change.after);
    DiffParts after = markDifferences(change.after, change.before);
    // Case, accents or spaces only: no word differs, yet the value does.
    if (!hasMark(before) && !hasMark(after)) {
        before = markedWhole(change.before);
        after = markedWhole(change.after);
    }
    const DiffParts shownBefore = shortened(before);
    const DiffParts shownAfter = shortened(after);
    return {change.label,
            {change.before, hasMark(before) ? shownBefore : withoutMarks(shownAfter)},
            {change.after, hasMark(after) ? shownAfter : withoutMarks(shownBefore)}};
}

void ChangeModel::setSession(const Workspace &workspace, const CheckedSession &session)
{
    const StoredSession &stored = session.stored;
    const StoredAction &action = workspace.actionOf(session);
    const bool actionChanged = stored.active && changedSinceVerified(action);
    const bool sessionChanged = changedSinceVerified(stored);
    beginResetModel();
    m_changes.clear();
    m_sentence.clear();
    m_beforeTitle = ModelsTr::tr("Validé");
    QList<FieldChange> changes;
    if (session.overwritten) {
        changes << changesBetween(*session.overwritten, stored.submitted);
        m_sentence = overwrittenSentence(session);
        if (!stored.verified)
            m_beforeTitle = ModelsTr::tr("Ancienne session");
    } else if (sessionChanged) {
        changes << changesBetween(*stored.verified, stored.submitted);
        m_sentence = changedSentence(session, stored.receivedAt);
    } else if (!stored.active && stored.aside && session.control == Control::ToReview) {
        changes << changesBetween(stored.aside->submission, stored.submitted);
        m_sentence = changedSinceAsideSentence(session);
        m_beforeTitle = ModelsTr::tr("Écarté");
    }
    if (actionChanged) {
        changes << changesBetween(*action.verified, action.submitted);
        if (m_sentence.isEmpty())
            m_sentence = changedSentence(session, action.receivedAt);
    }
    std::ranges::transform(changes, std::back_inserter(m_changes), changeOf);
    endResetModel();
}

int ChangeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_changes.size());
}

int ChangeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const ChangeModel::Value &ChangeModel::valueAt(const QModelIndex &index) const
{
    const Change &change = m_changes.at(index.row());
    return index.column() == Before ? change.before : change.after;
}

QVariant ChangeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index, CheckIndexOption::ParentIsInvalid));
    const Change &change = m_changes.at(index.row());
    const bool isLabel = index.column() == Field;
    switch (role) {
    case Qt::DisplayRole: return isLabel ? change.label : joined(valueAt(index).shown);
    case Qt::ToolTipRole: return isLabel ? change.label : valueAt(index).text;
    case Qt::AccessibleTextRole:
        return isLabel
                   ? ModelsTr::tr("%1. %2 : %3. Saisi maintenant : %4.")
                         .arg(change.label, m_beforeTitle, change.before.text, change.after.text)
                   : valueAt(index).text;
    case DiffRole: return isLabel ? QVariant() : QVariant::fromValue(valueAt(index).shown);
    default: return {};
    }
}

QVariant ChangeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Field: return ModelsTr::tr("Champ");
    case Before: return m_beforeTitle;
    case After: return ModelsTr::tr("Saisi maintenant");
    default: return {};
    }
}

} // namespace recoupe
