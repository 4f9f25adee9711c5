// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cardline.h"
#include "services/workspace.h"

#include <QAbstractListModel>

namespace recoupe {

//! The notifications that a session may belong to, best first, each a card that says what agrees,
//! what is near, what differs, and why it is not sure; of a session that has its notification, that
//! one alone.
class CandidateModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setSession(const Workspace &workspace, const CheckedSession &session);

    [[nodiscard]] const AwardKey &award(int row) const { return m_cards.at(row).award; }
    //! Where a notification is shown; -1 when it is not.
    [[nodiscard]] int rowOf(const AwardKey &award) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    //! Qt::DisplayRole is the name of the notification; CardLinesRole the whole.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Card
    {
        AwardKey award;
        QString name;
        CardLines lines;
    };

    [[nodiscard]] static Card matchedCard(const AwardNotification &award);
    [[nodiscard]] static QList<Card> candidateCards(const Workspace &workspace,
                                                    const CheckedSession &session);

    QList<Card> m_cards;
};

} // namespace recoupe
