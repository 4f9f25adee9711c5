// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/persons/personchangedialog.h"

class QCheckBox;

namespace recoupe {

//! Says what erasing a person empties and what it leaves, then erases.
class ErasureDialog : public PersonChangeDialog
{
    Q_OBJECT

public:
    //! \a text: by which the person was found. \a report: what was found.
    ErasureDialog(const QString &text, const PersonReport &report, OfficeClient &client,
                  QWidget *parent = nullptr);

protected:
    [[nodiscard]] std::pair<QString, Change> change() const override;

private:
    QString m_text;
    QCheckBox *m_removesBackups;
};

} // namespace recoupe
