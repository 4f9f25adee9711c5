// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/editionchanges.h"

#include <QAbstractTableModel>

namespace recoupe {

//! What differs from one edition to the next: a line for each session that is new or gone, and for
//! each thing that is said otherwise of one that stayed.
class EditionDifferenceModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Kind,
        Title,
        Place,
        Field,
        Before,
        After,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setDifferences(const QList<EditionDifference> &differences);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    struct Line
    {
        EditionDifference::Kind kind;
        std::array<QString, ColumnCount> texts;
    };

    QList<Line> m_lines;
};

//! "3 nouvelles, 2 modifiées, 4 sorties"; "aucune différence".
[[nodiscard]] QString inWords(const QList<EditionDifference> &differences);

} // namespace recoupe
