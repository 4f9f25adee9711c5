// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notemodel.h"

#include "core/shortdate.h"
#include "models/cardline.h"
#include "models/words.h"

#include <algorithm>

namespace recoupe {

namespace {

CardLines linesOf(const Note &note)
{
    return {{.strong = note.operatorName, .text = shortDateTime(note.at)}, {.text = note.text}};
}

} // namespace

void NoteModel::setNotes(const QList<Note> &notes)
{
    beginResetModel();
    m_notes = notes;
    std::ranges::reverse(m_notes);
    endResetModel();
}

int NoteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_notes.size());
}

QVariant NoteModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index, CheckIndexOption::ParentIsInvalid));
    const Note &note = m_notes.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return note.text;
    case CardLinesRole: return QVariant::fromValue(linesOf(note));
    case Qt::AccessibleTextRole: return noteInWords(note);
    default: return {};
    }
}

} // namespace recoupe
