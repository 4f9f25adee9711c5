// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/decisionoutcome.h"

#include <QAbstractTableModel>

namespace recoupe {

//! What somebody else changed before a decision was taken, which was therefore not taken.
class MeanwhileModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Subject, //!< the session, the action, or what the field alone tells
        Field,
        Seen,
        Now,
        Author,
        Time,
        Wanted, //!< what the operator wanted it to be, of what was to be written over
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setChanges(const QList<MeanwhileChange> &changes);
    //! Whether there is something to show under Wanted.
    [[nodiscard]] bool hasWanted() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    QList<MeanwhileChange> m_changes;
};

//! That something was not decided on because it had changed: "1 session n'a pas été modifiée…".
[[nodiscard]] QString meanwhileInWords(const QList<MeanwhileChange> &changes);

} // namespace recoupe
