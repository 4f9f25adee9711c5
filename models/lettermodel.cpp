// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lettermodel.h"

#include "core/counted.h"
#include "models/words.h"

#include <algorithm>

namespace recoupe {

namespace {

QString subjectCount(const Letter &letter)
{
    return letter.kind == LetterKind::Correction
               ? counted(letter.sessions.size(), ModelsTr::tr("%1 session"),
                         ModelsTr::tr("%1 sessions"))
               : counted(letter.awards.size(), ModelsTr::tr("%1 marché"),
                         ModelsTr::tr("%1 marchés"));
}

QString stateOf(const Letter &letter, bool isSent)
{
    if (isSent)
        return letterInWords(letter);
    return letter.address.isEmpty() ? ModelsTr::tr("à envoyer, adresse inconnue")
                                    : ModelsTr::tr("à envoyer");
}

bool isSameRecipient(const Letter &a, const Letter &b)
{
    return a.recipientSiret == b.recipientSiret && a.recipientName == b.recipientName;
}

} // namespace

void LetterModel::setLetters(const QList<ComposedLetter> &letters)
{
    QList<Entry> entries;
    for (const Entry &entry : std::as_const(m_entries)) {
        if (entry.isEdited || entry.isSent)
            entries << entry;
    }
    for (const ComposedLetter &letter : letters) {
        const bool isKept = std::ranges::any_of(entries, [&](const Entry &entry) {
            return isSameRecipient(entry.letter.letter, letter.letter);
        });
        if (!isKept)
            entries.append({letter, false, false});
    }
    beginResetModel();
    m_entries = entries;
    endResetModel();
}

void LetterModel::edit(int row, const Letter &letter)
{
    if (letter == this->letter(row))
        return;
    m_entries[row].isEdited = true;
    m_entries[row].isSent = false;
    change(row, letter);
}

void LetterModel::setSent(int row, const Letter &letter)
{
    m_entries[row].isEdited = false;
    m_entries[row].isSent = true;
    change(row, letter);
}

void LetterModel::change(int row, const Letter &letter)
{
    m_entries[row].letter.letter = letter;
    Q_EMIT dataChanged(index(row), index(row));
}

bool LetterModel::hasUnsentEdits() const
{
    return std::ranges::any_of(m_entries, &Entry::isEdited);
}

int LetterModel::nextUnsent(int row) const
{
    for (int step = 1; step <= m_entries.size(); ++step) {
        const int next = (row + step) % int(m_entries.size());
        if (!isSent(next))
            return next;
    }
    return -1;
}

int LetterModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant LetterModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index, CheckIndexOption::ParentIsInvalid));
    const Entry &entry = m_entries.at(index.row());
    const Letter &letter = entry.letter.letter;
    const QString state = stateOf(letter, entry.isSent);
    switch (role) {
    case Qt::DisplayRole:
        return ModelsTr::tr("%1\n%2 · %3").arg(letter.recipientName, subjectCount(letter), state);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return ModelsTr::tr("%1, %2, %3.").arg(letter.recipientName, subjectCount(letter), state);
    default: return {};
    }
}

} // namespace recoupe
