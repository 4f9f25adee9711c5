// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/awardtablemodel.h"
#include "ui/widgets/listpage.h"

namespace recoupe {

struct WindowActions;

//! The reverse of the control: each notification and whether its offer was entered.
class AwardsPage : public ListPage
{
    Q_OBJECT

public:
    explicit AwardsPage(const WindowActions &actions, QWidget *parent = nullptr);

    void setWorkspace(const WorkspacePtr &workspace);

    //! Those that are selected.
    [[nodiscard]] QList<AwardKey> selectedAwards() const;
    //! Why nobody can be reminded of them, as a sentence; empty when somebody can.
    [[nodiscard]] QString whyNotRemind() const;

Q_SIGNALS:
    //! The sessions of a contract are to be shown.
    void sessionsWanted(const QString &market);
    //! Why nothing happens.
    void hint(const QString &text);

protected:
    [[nodiscard]] QString countSentence(int shown, int total) const override;
    void explainNothing(EmptyState &empty, bool isFiltered) const override;

private:
    AwardsPage(const WindowActions &actions, AwardTableModel *model, QWidget *parent);
    void openSessions(const QModelIndex &index);

    const WindowActions &m_actions;
    AwardTableModel *m_model;
};

} // namespace recoupe
