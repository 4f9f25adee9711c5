// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/editiondifferencemodel.h"

#include <QDialog>

class QTreeView;

namespace recoupe {

//! What differs from one edition to the next, to read and to copy.
class DifferenceDialog : public QDialog
{
    Q_OBJECT

public:
    //! \a intro: which two editions, in a sentence.
    DifferenceDialog(const QString &intro, const QList<EditionDifference> &differences,
                     QWidget *parent = nullptr);

private:
    void copyAll();

    EditionDifferenceModel m_model;
    QTreeView *m_view;
};

} // namespace recoupe
