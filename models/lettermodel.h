// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/letterservice.h"

#include <QAbstractListModel>

namespace recoupe {

//! The letters of one request, one an organisation: as composed, as edited, and whether they left.
class LetterModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    //! What was edited or left stays as it is, also where nothing is composed for it any more.
    void setLetters(const QList<ComposedLetter> &letters);
    [[nodiscard]] const ComposedLetter &composed(int row) const { return m_entries.at(row).letter; }
    [[nodiscard]] const Letter &letter(int row) const { return composed(row).letter; }
    //! The letter as the operator changed it.
    void edit(int row, const Letter &letter);
    //! The letter as it left.
    void setSent(int row, const Letter &letter);
    [[nodiscard]] bool isSent(int row) const { return m_entries.at(row).isSent; }
    //! Whether closing would lose what somebody wrote.
    [[nodiscard]] bool hasUnsentEdits() const;
    //! The next that did not leave yet, after \a row and around; -1 when all did.
    [[nodiscard]] int nextUnsent(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Entry
    {
        ComposedLetter letter;
        bool isEdited = false;
        bool isSent = false;
    };

    void change(int row, const Letter &letter);

    QList<Entry> m_entries;
};

} // namespace recoupe
