// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selectionscope.h"
#include "models/sessiontablemodel.h"
#include "services/backoffice.h"
#include "ui/widgets/listpage.h"

class QTimer;

namespace recoupe {

class ComparisonPane;
class FilterPane;
struct WindowActions;

//! The work: the list of sessions under its filters, and the comparison of the current one.
class ControlPage : public ListPage
{
    Q_OBJECT

public:
    //! Who looks at the page.
    struct Viewer
    {
        QString name;
        bool hasColleagues = false; //!< others may work on the same base
    };

    ControlPage(const WindowActions &actions, const Viewer &viewer, QWidget *parent = nullptr);

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
    void focusNextPane() override;
    //! Turns to the notifications that the current session may belong to.
    void focusCandidates();
    //! Turns to the notes of the current session, ready to write one.
    void focusNoteField();
    //! No note can be recorded, and why; empty once one can.
    void holdNotes(const QString &whyNot);
    //! Has a note that could not be recorded begun again.
    void giveNoteBack(const SessionKey &key, const QString &text);
    void showHistory(const SessionKey &key, const SessionEvents &events);
    //! Something was written about sessions.
    void refreshHistory();

    void saveState(QSettings &settings) const override;
    void restoreState(QSettings &settings) override;

Q_SIGNALS:
    //! The history of a session is to be shown; answer with showHistory().
    void historyWanted(const SessionKey &key);
    void noteWritten(const SessionKey &key, const QString &text);
    //! Something was typed that is not a note yet.
    void noteBegun();
    void noteRemovalWanted(const Note &note);

protected:
    [[nodiscard]] QString countSentence(int shown, int total) const override;
    void explainNothing(EmptyState &empty, bool isFiltered) const override;

private:
    ControlPage(const WindowActions &actions, const Viewer &viewer, SessionTableModel *model,
                QWidget *parent);
    [[nodiscard]] CommandBar *makeCommands();
    void updatePanes();
    void showDetails();
    void showDetailsNow();

    const WindowActions &m_actions;
    SessionTableModel *m_model;
    ComparisonPane *m_pane;
    FilterPane *m_filterPane;
    QSplitter *m_splitter;
    QTimer *m_detailRest;
    std::optional<SessionKey> m_shownKey;
};

} // namespace recoupe
