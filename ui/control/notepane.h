// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notemodel.h"

#include <QMap>
#include <QWidget>

class QLineEdit;
class QListView;
class QSettings;
class QToolButton;

namespace recoupe {

//! The notes on a session, and a line to write another.
class NotePane : public QWidget
{
    Q_OBJECT

public:
    explicit NotePane(QWidget *parent = nullptr);

    //! What was begun on the session is there again.
    void showNotes(const SessionKey &key, const QList<Note> &notes);
    //! Where a note is written.
    [[nodiscard]] QWidget *field() const;
    //! What takes the focus of the keyboard.
    [[nodiscard]] QWidget *focusTarget() const;
    //! Nothing can be recorded, and why; empty once it can. What is typed stays.
    void hold(const QString &whyNot);
    //! Has what was written, and could not be recorded, begun again.
    void giveBack(const SessionKey &key, const QString &text);
    [[nodiscard]] int noteCount() const { return m_model.rowCount(); }

    void saveState(QSettings &settings) const;
    void restoreState(QSettings &settings);

Q_SIGNALS:
    void written(const SessionKey &key, const QString &text);
    void removalWanted(const Note &note);
    //! Something is written that is no note yet.
    void begun();

private:
    void write();
    void keep(const QString &text);
    void removeCurrent();
    void updateButtons();

    NoteModel m_model;
    SessionKey m_key;
    QString m_whyNot;
    QMap<QString, QString> m_begun; //!< what is no note yet, by session
    QListView *m_list;
    QLineEdit *m_field;
    QToolButton *m_add;
    QToolButton *m_remove;
};

} // namespace recoupe
