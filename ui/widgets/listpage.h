// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/page.h"
#include "ui/widgets/recordview.h"

class QLabel;
class QSplitter;
class QStackedWidget;

namespace recoupe {

class CommandBar;
class Dialogs;
class EmptyState;
class FilterBar;
class ViewsButton;

//! A page that is one list: search and facets, the table, how many rows are shown, or the next step
//! where there are none.
class ListPage : public Page
{
    Q_OBJECT

public:
    [[nodiscard]] QWidget *focusTarget() const override;
    //! Lets the operator save and find again views of the list.
    void offerViews(QSettings &settings, Dialogs &dialogs);
    void openViews();
    void openColumns();
    void resetFilter();
    //! Shows what the filter lets through, ready for the keyboard.
    void showFiltered(const TableFilter &filter);
    void focusSearch();
    void focusNextPane() override;
    [[nodiscard]] Sheet selectedRows() const;
    [[nodiscard]] Sheet shownRows() const;
    [[nodiscard]] bool isEmpty() const;

    void saveState(QSettings &settings) const override;
    void restoreState(QSettings &settings) override;

Q_SIGNALS:
    //! Other rows, or rows otherwise, are shown or selected.
    void scopeChanged();

protected:
    struct Records
    {
        QString name;  //!< of the table, and of its state in the settings
        QString title; //!< of the table, for screen readers
        QString searchHint;
        FacetedTableModel *model;
        int fixedColumn;
        QList<RecordView::ColumnLayout> layout;
    };

    //! \a model becomes a child of the table, so that it outlives what that still says.
    explicit ListPage(const Records &records, QWidget *parent = nullptr);

    [[nodiscard]] RecordView *view() const { return m_view; }
    [[nodiscard]] FilterBar *filters() const { return m_filters; }
    //! Puts buttons above the list, and the same into its context menu.
    void addCommands(const QList<QAction *> &actions);
    void addCommandBar(CommandBar *bar);
    //! Shows more of the current row at the right of the list.
    [[nodiscard]] QSplitter *splitWith(QWidget *pane);
    //! Called whenever other rows are shown, once by the constructor of the page itself.
    void updateCount();

    //! The sentence under the table.
    [[nodiscard]] virtual QString countSentence(int shown, int total) const = 0;
    //! What is said instead of the table: nothing is there at all, or nothing answers the filter.
    virtual void explainNothing(EmptyState &empty, bool isFiltered) const = 0;

private:
    QString m_name;
    FacetedTableModel *m_records;
    QWidget *m_list;
    RecordView *m_view;
    FilterBar *m_filters;
    ViewsButton *m_views = nullptr;
    QLabel *m_count;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
};

} // namespace recoupe
