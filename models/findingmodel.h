// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/workspace.h"

#include <QAbstractListModel>

namespace recoupe {

//! Why a session has its verdict: its findings, worst first, then what could not be compared.
class FindingModel : public QAbstractListModel
{
    Q_OBJECT

public:
    //! WordRole: "Bloquant"; SourceRole: the text the rule rests on, may be empty.
    enum Role
    {
        BadgeRole = Qt::UserRole + 1,
        WordRole,
        SourceRole
    };

    using QAbstractListModel::QAbstractListModel;

    void setSession(const CheckedSession &session);
    void clear();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Reason
    {
        QString badge;
        QString word;
        QString sentence;
        QString source;
    };

    void setReasons(QList<Reason> reasons);

    QList<Reason> m_reasons;
};

} // namespace recoupe
