// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/comparisonmodel.h"
#include "models/textdiff.h"
#include "rules/versionchanges.h"
#include "services/workspace.h"

namespace recoupe {

//! What the portal says of a session now against what was verified of it, or against the session
//! that it overwrote: only what differs.
class ChangeModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Field,
        Before,
        After,
        ColumnCount
    };
    //! The same as of the comparison, for the same delegate.
    enum Role
    {
        DiffRole = ComparisonModel::DiffRole
    };

    using QAbstractTableModel::QAbstractTableModel;

    //! Nothing where the session neither changed since it was verified nor overwrote another.
    void setSession(const Workspace &workspace, const CheckedSession &session);
    //! What the list shows, and what stays published meanwhile; empty where there is nothing.
    [[nodiscard]] const QString &sentence() const { return m_sentence; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    //! A value as it is and as it is shown: what differs in it marked, the rest cut short.
    struct Value
    {
        QString text;
        DiffParts shown;
    };
    struct Change
    {
        QString label;
        Value before;
        Value after;
    };

    [[nodiscard]] static Change changeOf(const FieldChange &change);
    [[nodiscard]] const Value &valueAt(const QModelIndex &index) const;

    QList<Change> m_changes;
    QString m_beforeTitle;
    QString m_sentence;
};

} // namespace recoupe
