// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/tablepreview.h"
#include "domain/tableprofile.h"

#include <QAbstractTableModel>

namespace recoupe {

//! The first rows of a table file as they would be read; the header has the file's own titles.
class TablePreviewModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role
    {
        //! Of a header or a cell: our name of its column; empty where it is kept aside.
        NameRole = Qt::UserRole + 1,
    };

    using QAbstractTableModel::QAbstractTableModel;

    //! Where it has as many rows and columns as before, only says that they changed: views keep
    //! their columns' widths.
    void setPreview(const TablePreview &preview);
    [[nodiscard]] const TablePreview &preview() const { return m_preview; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    TablePreview m_preview;
};

//! Our name of a column as an operator reads it: "N° de marché" for "numero_marche"; "(gardée à
//! part)" for none.
[[nodiscard]] QString columnInWords(const QString &name);

//! The profile once the operator has said that a column of the file is the one of that name of
//! ours; of no name: that it is kept aside.
[[nodiscard]] TableProfile withColumn(TableProfile profile, const TablePreview &preview, int column,
                                      const QString &name);

//! What keeps a table from being imported like that, in a sentence that says what to do; empty when
//! nothing does. \a hasFunder: whether it is known whose the rows are that name no funder.
[[nodiscard]] QString whyNotImport(const TablePreview &preview, TableKind kind, bool hasFunder);

} // namespace recoupe
