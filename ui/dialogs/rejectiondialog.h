// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rejectionmodel.h"
#include "ui/dialogs/dialogs.h"

#include <QDialog>

class QTreeView;

namespace recoupe {

//! Lists what imports left out; can be copied, and saved to be sent back. Beside the work, not
//! modal.
class RejectionDialog : public QDialog
{
    Q_OBJECT

public:
    RejectionDialog(const QList<Rejection> &rejections, const QString &folder, Dialogs &dialogs,
                    QWidget *parent = nullptr);

private:
    void copySelected();
    void save();

    RejectionModel m_model;
    Dialogs &m_dialogs;
    QString m_folder;
    QTreeView *m_view;
};

} // namespace recoupe
