// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changemodel.h"
#include "models/comparisonmodel.h"
#include "models/findingmodel.h"
#include "models/historymodel.h"
#include "services/backoffice.h"

#include "domain/note.h"

#include <QWidget>

class QLabel;
class QListView;
class QSettings;
class QStackedWidget;
class QTabWidget;
class QTreeView;

namespace recoupe {

class CandidatePane;
class NotePane;
struct WindowActions;

//! Everything about one session: what was entered against what was notified and declared, what
//! changed since it was verified, why it has its verdict, which notifications it may belong to, and
//! what was decided on it.
class ComparisonPane : public QWidget
{
    Q_OBJECT

public:
    explicit ComparisonPane(const WindowActions &actions, QWidget *parent = nullptr);

    void showSession(const WorkspacePtr &workspace, const CheckedSession &session);
    void showHistory(const SessionEvents &events);
    void showNothing();
    //! The notes that are not finished.
    void saveState(QSettings &settings) const;
    void restoreState(QSettings &settings);
    //! Turns to the notifications that the session may belong to, and gives them the keyboard.
    void focusCandidates();

    //! Turns to the notes, ready to write one.
    void focusNoteField();

    //! See NotePane.
    void holdNotes(const QString &whyNot);
    void giveNoteBack(const SessionKey &key, const QString &text);

    //! The notification that the operator points at; nothing while none can be seen.
    [[nodiscard]] std::optional<AwardKey> pointedAward() const;
    [[nodiscard]] QTreeView *fields() const { return m_fields; }
    //! What takes the focus of the keyboard in the details that are shown.
    [[nodiscard]] QWidget *detail() const;

Q_SIGNALS:
    void pointedAwardChanged();
    void noteWritten(const SessionKey &key, const QString &text);
    void noteRemovalWanted(const Note &note);
    void noteBegun();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeFields();
    [[nodiscard]] QWidget *makeChanges();
    [[nodiscard]] QWidget *makeDetails();
    void showTitle(const Workspace &workspace, const CheckedSession &session);
    void showDetailTabs(const CheckedSession &session);
    void updateFieldsTitle();
    void fitColumns();

    const WindowActions &m_actions;
    std::optional<SessionKey> m_shown;
    ComparisonModel m_comparison;
    ChangeModel m_changes;
    FindingModel m_findings;
    HistoryModel m_history;
    QLabel *m_title;
    QLabel *m_subtitle;
    QLabel *m_fieldsTitle;
    QTreeView *m_fields;
    QLabel *m_changeSentence;
    QTreeView *m_changeView;
    QListView *m_reasons;
    CandidatePane *m_candidates;
    NotePane *m_notes;
    QTreeView *m_decisions;
    QTabWidget *m_details;
    QStackedWidget *m_stack;
};

} // namespace recoupe
