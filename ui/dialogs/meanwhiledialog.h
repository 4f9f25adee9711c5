// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/meanwhilemodel.h"

#include <QDialog>

namespace recoupe {

//! Lists what somebody else changed before a decision was taken. Beside the work, not modal: the
//! operator looks at what is shown now, and decides again.
class MeanwhileDialog : public QDialog
{
    Q_OBJECT

public:
    //! Shows it, unless there is nothing to show.
    static void tell(const QList<MeanwhileChange> &changes, QWidget *parent);

private:
    MeanwhileDialog(const QList<MeanwhileChange> &changes, QWidget *parent);

    MeanwhileModel m_model;
};

} // namespace recoupe
