// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mainwindow/officeclient.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace recoupe {

//! Adds somebody to those who get the table, or changes one of them. Closes once that is stored;
//! until then says what is wrong. While it is being stored it neither closes nor changes.
class PrescriberDialog : public QDialog
{
    Q_OBJECT

public:
    //! \a changed: whom to change; nobody to add one.
    PrescriberDialog(std::optional<Prescriber> changed, OfficeClient &client,
                     QWidget *parent = nullptr);

    void reject() override;

Q_SIGNALS:
    void saved(const Prescriber &prescriber);

private:
    [[nodiscard]] QLayout *buildFields();
    [[nodiscard]] QWidget *buildButtons();
    [[nodiscard]] Prescriber edited() const;
    [[nodiscard]] QString whyNot() const;
    void follow();
    void save();
    void conclude(const Result<QList<MeanwhileChange>> &stored, const Prescriber &wanted);
    //! Goes on from how who is to be changed stands on \a list now; what was typed stays.
    void takeUp(const QList<Prescriber> &list);

    std::optional<Prescriber> m_changed; //!< as it was seen
    OfficeClient &m_client;
    QComboBox *m_departement;
    QLineEdit *m_structure;
    QLineEdit *m_address;
    QLabel *m_hint;
    QPushButton *m_save;
    QPushButton *m_cancel = nullptr;
    bool m_isSaving = false;
};

} // namespace recoupe
