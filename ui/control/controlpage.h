// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/decision.h"
#include "domain/letter.h"
#include "models/selectionscope.h"
#include "models/sessiontablemodel.h"
#include "ui/widgets/page.h"

class QLabel;
class QSettings;
class QSplitter;
class QStackedWidget;
class QTimer;

namespace recoupe {

class ComparisonPane;
class Dialogs;
class EmptyState;
class FilterBar;
class RecordView;
class ViewsButton;
struct WindowActions;

//! The work: the list of sessions under its filters, and the comparison of the current one.
class ControlPage : public Page
{
    Q_OBJECT

public:
    explicit ControlPage(const WindowActions &actions, QWidget *parent = nullptr);

    [[nodiscard]] QWidget *focusTarget() const override;
    void setWorkspace(const WorkspacePtr &workspace);
    [[nodiscard]] SelectionScope scope() const;
    //! The blocking findings of the selected sessions, as lines; for the question of an override.
    [[nodiscard]] QStringList blockingSentences() const;
    //! The notification that is shown and pointed at for the one session that is selected.
    [[nodiscard]] std::optional<AwardKey> pointedAward() const;

    //! Goes on in the list, with the next session that is not active yet.
    void advance();
    void goToGap(bool forward);
    //! Shows the sessions of a contract only.
    void showMarket(const QString &market);
    void showFiltered(const TableFilter &filter);
    //! Lets the operator save and find again views of the sessions.
    void offerViews(QSettings &settings, Dialogs &dialogs);
    void openViews();
    void resetFilter();
    void focusSearch();
    void focusNextPane();
    //! Turns to the notifications that the current session may belong to.
    void focusCandidates();
    //! Turns to the notes of the current session, ready to write one.
    void focusNoteField();
    void copyWithHeaders() const;
    void showHistory(const SessionKey &key, const QList<Decision> &decisions,
                     const QList<Letter> &letters);
    //! Something was written about sessions.
    void refreshHistory();

    void saveState(QSettings &settings) const;
    void restoreState(QSettings &settings);

Q_SIGNALS:
    //! Other sessions are selected, the same ones stand differently, or another notification is
    //! pointed at.
    void scopeChanged();
    //! The history of a session is to be shown; answer with showHistory().
    void historyWanted(const SessionKey &key);
    void noteWritten(const SessionKey &key, const QString &text);
    void noteRemovalWanted(const Note &note);
    void noteBegun();

private:
    [[nodiscard]] QWidget *makeCommands();
    [[nodiscard]] QWidget *makeList();
    void updateCount();
    void updateEmptyState();
    void showDetails();
    void showDetailsNow();

    const WindowActions &m_actions;
    RecordView *m_view;
    SessionTableModel *m_model; //!< of the view, so that it outlives what the view still says
    FilterBar *m_filters;
    ViewsButton *m_views = nullptr;
    QLabel *m_count;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    ComparisonPane *m_pane;
    QSplitter *m_splitter;
    QTimer *m_detailRest;
    std::optional<SessionKey> m_shownKey;
};

} // namespace recoupe
