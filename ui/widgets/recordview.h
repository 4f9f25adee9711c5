// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/facetedtablemodel.h"

#include <QTreeView>

class QMenu;
class QSettings;

namespace recoupe {

//! The table of a page: one line per record, as a flat tree, which screen readers read by rows.
//! Keeps current row, selection and place through every reset of its model, by the rows' ids.
class RecordView : public QTreeView
{
    Q_OBJECT

public:
    //! Rows whose selection is found again after a reset. More than these were selected all at
    //! once, and only the current one is then: to look for each would hold up the window.
    static constexpr int mostRemembered = 10'000;

    explicit RecordView(QWidget *parent = nullptr);

    //! A column as it is at a fresh start, in the order shown.
    enum class Room
    {
        Own,
        Spare, //!< shares what the others leave
        None   //!< hidden
    };
    struct ColumnLayout
    {
        int column;
        int width; //!< in pixels
        Room room = Room::Own;
    };

    //! \a fixedColumn cannot be hidden.
    void setRecords(FacetedTableModel *model, int fixedColumn, const QList<ColumnLayout> &layout);

    //! Rows selected, in the order shown.
    [[nodiscard]] QList<int> selectedRows() const;
    //! How many they are, without going through them.
    [[nodiscard]] int selectedCount() const;
    void selectRow(int row);
    void selectAll() override;
    //! Selects the first row, of what is on its way to be shown where there is such.
    void goToFirst();
    //! Rows as they are shown, with the columns that are; can be read in any thread.
    [[nodiscard]] Sheet sheetOf(const QList<int> &rows) const;
    //! Widths, places and order of columns, by their names.
    void saveLayout(QSettings &settings, const QString &group) const;
    void restoreLayout(QSettings &settings, const QString &group);
    void resetLayout();
    //! What a click on the header does, for the keyboard: columns to show and to sort by.
    void openColumnMenu();

Q_SIGNALS:
    //! The rows selected or the current row changed, or what they show was loaded again.
    void scopeChanged();

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showColumnMenu(const QPoint &position);
    void fillSortMenu(QMenu *menu);
    void remember();
    void recall();
    [[nodiscard]] QItemSelection rememberedRows() const;
    void fillWidth();
    [[nodiscard]] QList<int> shownColumns() const;

    FacetedTableModel *m_records = nullptr;
    int m_fixedColumn = 0;
    QList<ColumnLayout> m_freshLayout;
    QString m_currentId;
    int m_currentRow = 0;
    QStringList m_selectedIds;
    bool m_startsOver = false;
    int m_scrollPosition = 0;
    bool m_recalling = false;
};

} // namespace recoupe
