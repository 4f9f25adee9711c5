// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/meanwhilemodel.h"

#include <QDialog>

#include <functional>

class QDialogButtonBox;

namespace recoupe {

//! Lists what somebody else changed before a decision was taken. Beside the work, not modal: the
//! operator looks at what is shown now, and decides again. Over a dialog with something typed in
//! it, which is then taken up again.
class MeanwhileDialog : public QDialog
{
    Q_OBJECT

public:
    //! Shows it, unless there is nothing to show.
    static void tell(const QList<MeanwhileChange> &changes, QWidget *parent);
    //! The same over \a dialog, with a button that shows there what stands now and keeps what was
    //! typed: \a takeUp.
    static void tell(const QList<MeanwhileChange> &changes, QWidget *dialog,
                     std::function<void()> takeUp);

private:
    MeanwhileDialog(const QList<MeanwhileChange> &changes, const QString &whatNext,
                    QWidget *parent);

    MeanwhileModel m_model;
    QDialogButtonBox *m_buttons;
};

} // namespace recoupe
