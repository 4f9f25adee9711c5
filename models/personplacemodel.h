// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/personservice.h"
#include "services/workspace.h"

#include <QAbstractTableModel>

namespace recoupe {

//! Where the base speaks of a person: what kind of record, of which offer, what stands there, and
//! what an erasure makes of it.
class PersonPlaceModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Where,
        Subject,
        Said,
        Remedy,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setPlaces(const QList<PersonPlace> &places);
    //! Gives offers their titles; without one, or where it does not have them, they bear their
    //! numero.
    void setWorkspace(const WorkspacePtr &workspace);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    //! Qt::AccessibleTextRole of the first column is the whole row as a sentence.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString textOf(const PersonPlace &place, int column) const;
    [[nodiscard]] QString subjectOf(const PersonPlace &place) const;
    [[nodiscard]] QString sentenceOf(const PersonPlace &place) const;

    QList<PersonPlace> m_places;
    WorkspacePtr m_workspace; //!< may be null
};

} // namespace recoupe
