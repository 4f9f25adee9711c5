// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/exportdifferencemodel.h"
#include "services/exportservice.h"

#include <QDialog>

class QLabel;
class QTabWidget;

namespace recoupe {

class FilterBar;
class RecordView;

//! What a delivery is about, to read, filter and copy: its differences, and for one that would go
//! now the sessions left aside and those written otherwise than they came. Beside the work.
class ExportDifferencesDialog : public QDialog
{
    Q_OBJECT

public:
    //! \a title: of the window; \a intro: what is compared, in a sentence or two.
    ExportDifferencesDialog(const QString &title, const QString &intro,
                            const QList<ExportDifference> &differences, QWidget *parent = nullptr);

    //! Adds a list of its own where there are any. \a label: of its tab, with "%1" for how many.
    void addRejections(const QString &label, const QList<Rejection> &rejections);

private:
    [[nodiscard]] QWidget *makeDifferences();
    void updateCount();
    void copy();

    ExportDifferenceModel *m_model;
    RecordView *m_view;
    FilterBar *m_filters;
    QLabel *m_count;
    QTabWidget *m_tabs;
};

} // namespace recoupe
