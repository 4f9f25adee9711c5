// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/awardtablemodel.h"
#include "ui/dialogs/dialogs.h"

#include <QDialog>

class QLineEdit;
class QPushButton;
class QTreeView;

namespace recoupe {

//! Finds one notification of a funder by its number or any of its words.
class AwardDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AwardDialog(const AwardRequest &request, QWidget *parent = nullptr);

    //! The chosen one; only once the dialog is accepted.
    [[nodiscard]] AwardKey award() const;

private:
    [[nodiscard]] QWidget *makeButtons();
    void makeList();
    void search(const QString &text);
    void chooseTheOnly();
    void offer();

    Funder m_funder;
    AwardTableModel m_model;
    QLineEdit *m_search;
    QTreeView *m_list;
    QPushButton *m_accept = nullptr;
};

} // namespace recoupe
