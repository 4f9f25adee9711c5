// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/importservice.h"

#include <QAbstractTableModel>

namespace recoupe {

//! A file that is about to be imported, and what its trial found once there was one.
struct ImportFile
{
    ImportPlan plan;
    std::optional<Result<ImportSummary>> trial = {};
    std::optional<ImportKind> kind = {}; //!< as it was last found
    bool isTable = false;                //!< as it was last found

    [[nodiscard]] bool isReadable() const { return trial && trial->has_value(); }
};

//! The files that are about to be imported, each once: what each is, and what it would do.
class ImportFileModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        File,
        Contents,
        Outcome,
        ColumnCount
    };
    enum Role
    {
        BadgeRole = Qt::UserRole + 1, //!< of Outcome, once tried
    };

    using QAbstractTableModel::QAbstractTableModel;

    //! Adds files to be tried; a plan takes the place of the one for the same file.
    void add(const QList<ImportPlan> &plans);
    void remove(const QList<int> &rows);
    //! What was found so far no longer holds.
    void forgetTrials();
    //! \a outcomes: one for each row, in their order.
    void setTrials(const QList<ImportOutcome> &outcomes);

    [[nodiscard]] const ImportFile &file(int row) const { return m_files.at(row); }
    [[nodiscard]] QList<ImportPlan> plans() const;
    //! Those that can be read, as they were tried.
    [[nodiscard]] QList<ImportPlan> readablePlans() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    void outcomesChanged();

    QList<ImportFile> m_files;
};

//! "Offres du portail (LHÉO)", "Notifications", "Notifications (DECP)", "Sessions SESAR".
[[nodiscard]] QString contentsInWords(ImportKind kind, bool isTable);
//! What is worth knowing of a file before it is imported, a paragraph each: why it cannot be read,
//! what its trial remarked, which funder is asked for.
[[nodiscard]] QStringList remarksOn(const ImportFile &file);

} // namespace recoupe
