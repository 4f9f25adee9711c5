// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/comparisonmodel.h"
#include "models/findingmodel.h"
#include "models/historymodel.h"

#include <QWidget>

class QAction;
class QLabel;
class QListView;
class QStackedWidget;
class QTabWidget;
class QTreeView;

namespace recoupe {

//! Everything about one session: what was entered against what was notified and declared, why it
//! has its verdict, and what was decided on it.
class ComparisonPane : public QWidget
{
    Q_OBJECT

public:
    explicit ComparisonPane(QAction *differencesOnly, QWidget *parent = nullptr);

    void showSession(const WorkspacePtr &workspace, const CheckedSession &session);
    void showHistory(const QList<Decision> &decisions);
    void showNothing();

    [[nodiscard]] QTreeView *fields() const { return m_fields; }
    [[nodiscard]] QListView *reasons() const { return m_reasons; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *makeFields();
    [[nodiscard]] QWidget *makeDetails();
    void updateFieldsTitle();
    void fitColumns();

    QAction *m_differencesOnly;
    ComparisonModel m_comparison;
    FindingModel m_findings;
    HistoryModel m_history;
    QLabel *m_title;
    QLabel *m_subtitle;
    QLabel *m_fieldsTitle;
    QTreeView *m_fields;
    QListView *m_reasons;
    QTreeView *m_decisions;
    QTabWidget *m_details;
    QStackedWidget *m_stack;
};

} // namespace recoupe
