// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cardline.h"
#include "services/workspace.h"

#include <QAbstractListModel>

namespace recoupe {

//! Why a session has its verdict: its findings, worst first, then what could not be compared. Each
//! is a card: severity and rule, the sentence, and the text that the rule rests on.
class FindingModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setSession(const CheckedSession &session);
    void clear();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    //! Qt::DisplayRole is the sentence; CardLinesRole the whole.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Reason
    {
        QString sentence;
        CardLines lines;
    };

    [[nodiscard]] static Reason asideReason(const SetAside &aside);
    void setReasons(QList<Reason> reasons);

    QList<Reason> m_reasons;
};

} // namespace recoupe
