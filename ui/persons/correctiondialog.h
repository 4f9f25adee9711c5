// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/persons/personchangedialog.h"

class QComboBox;

namespace recoupe {

//! Puts another name, mail or telephone in the place of one of a person.
class CorrectionDialog : public PersonChangeDialog
{
    Q_OBJECT

public:
    //! \a known: what may be corrected; at least one text.
    CorrectionDialog(const QStringList &known, OfficeClient &client, QWidget *parent = nullptr);

    [[nodiscard]] QString before() const;
    [[nodiscard]] QString after() const;

protected:
    [[nodiscard]] QString whyNot() const override;
    [[nodiscard]] std::pair<QString, Change> change() const override;

private:
    QComboBox *m_before;
    QLineEdit *m_after;
};

} // namespace recoupe
