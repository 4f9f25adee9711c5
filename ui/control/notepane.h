// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notemodel.h"

#include <QWidget>

class QLineEdit;
class QListView;
class QToolButton;

namespace recoupe {

//! The notes on a session, and a line to write another.
class NotePane : public QWidget
{
    Q_OBJECT

public:
    explicit NotePane(QWidget *parent = nullptr);

    //! What is being written stays as long as the session does.
    void showNotes(const SessionKey &key, const QList<Note> &notes);
    //! Where a note is written.
    [[nodiscard]] QWidget *field() const;
    //! What takes the focus of the keyboard.
    [[nodiscard]] QWidget *focusTarget() const;
    [[nodiscard]] int noteCount() const { return m_model.rowCount(); }

Q_SIGNALS:
    void written(const SessionKey &key, const QString &text);
    void removalWanted(const Note &note);

private:
    void write();
    void removeCurrent();
    void updateButtons();

    NoteModel m_model;
    SessionKey m_key;
    QListView *m_list;
    QLineEdit *m_field;
    QToolButton *m_add;
    QToolButton *m_remove;
};

} // namespace recoupe
