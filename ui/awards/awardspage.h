// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/awardtablemodel.h"

#include <QWidget>

class QLabel;
class QSettings;
class QStackedWidget;

namespace recoupe {

class EmptyState;
class FilterBar;
class RecordView;
struct WindowActions;

//! The reverse of the control: each notification and whether its offer was entered.
class AwardsPage : public QWidget
{
    Q_OBJECT

public:
    explicit AwardsPage(const WindowActions &actions, QWidget *parent = nullptr);

    void setWorkspace(const WorkspacePtr &workspace);
    void resetFilter();
    void focusSearch();
    void focusNextPane();
    void copyWithHeaders() const;

    void saveState(QSettings &settings) const;
    void restoreState(QSettings &settings);

Q_SIGNALS:
    //! The sessions of a contract are to be shown.
    void sessionsWanted(const QString &market);
    //! Why nothing happens.
    void hint(const QString &text);

private:
    void openSessions(const QModelIndex &index);
    void updateCount();

    const WindowActions &m_actions;
    RecordView *m_view;
    AwardTableModel *m_model; //!< of the view, so that it outlives what the view still says
    FilterBar *m_filters;
    QLabel *m_count;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
};

} // namespace recoupe
