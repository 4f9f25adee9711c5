// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rejectionmodel.h"
#include "services/importservice.h"
#include "ui/dialogs/dialogs.h"

#include <QDialog>

class QTreeView;

namespace recoupe {

//! Lists what imports left out, or would; can be copied, and saved file by file to be sent back.
//! Beside the work, not modal.
class RejectionDialog : public QDialog
{
    Q_OBJECT

public:
    //! \a outcomes: of files that were read and have rejections. \a folder: where they are saved.
    RejectionDialog(const QList<ImportOutcome> &outcomes, const QString &folder, Dialogs &dialogs,
                    QWidget *parent = nullptr);

Q_SIGNALS:
    //! Write the rejected rows of that file.
    void saveWanted(const ImportOutcome &outcome, const QString &target);

private:
    void copySelected();
    void save();
    //! The file that the current row is of.
    [[nodiscard]] const ImportOutcome &currentOutcome() const;

    QList<ImportOutcome> m_outcomes;
    RejectionModel m_model;
    Dialogs &m_dialogs;
    QString m_folder;
    QTreeView *m_view;
};

} // namespace recoupe
