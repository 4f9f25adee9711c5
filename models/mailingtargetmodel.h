// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/editionnumber.h"
#include "services/distributionservice.h"

#include <QAbstractTableModel>

#include <optional>

namespace recoupe {

//! Those whom an edition can be mailed to, a row a département, to be ticked off. At first those
//! are that have had nothing of it yet.
class MailingTargetModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Scope, //!< with the tick
        Addresses,
        Sessions,
        Last,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    //! What is ticked stays so while the edition is the same, but for those that were prepared
    //! since. Who could not be ticked before is ticked as at first.
    void setTargets(EditionNumber edition, const QList<MailingTarget> &targets);
    //! Of no edition.
    void clear();
    [[nodiscard]] const QList<MailingTarget> &targets() const { return m_targets; }
    //! Codes of those that are ticked, in the order shown.
    [[nodiscard]] QStringList chosen() const;
    //! Addresses of those.
    [[nodiscard]] int chosenAddresses() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] bool isChosen(const MailingTarget &target) const;
    [[nodiscard]] bool isToBeChosen(const MailingTarget &target) const;

    std::optional<EditionNumber> m_edition;
    QList<MailingTarget> m_targets;
    QStringList m_chosen;
};

//! What was prepared of an edition and what is still to be: "Envoi préparé pour 42 adresses ; rien
//! encore pour Cantal (15), Haute-Loire (43)."
[[nodiscard]] QString distributionInWords(const QList<MailingTarget> &targets);

} // namespace recoupe
