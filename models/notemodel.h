// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/note.h"

#include <QAbstractListModel>

namespace recoupe {

//! The notes on one session, newest first, each as a card: who and when, then the text.
class NoteModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    //! \a notes: oldest first.
    void setNotes(const QList<Note> &notes);
    [[nodiscard]] const Note &note(int row) const { return m_notes.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    //! Qt::DisplayRole is the text; CardLinesRole the whole.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<Note> m_notes;
};

} // namespace recoupe
