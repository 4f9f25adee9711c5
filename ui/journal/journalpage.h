// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journalmodel.h"
#include "ui/widgets/listpage.h"

namespace recoupe {

struct WindowActions;

//! Who decided what, when and why; any batch of it can be taken back.
class JournalPage : public ListPage
{
    Q_OBJECT

public:
    explicit JournalPage(const WindowActions &actions, QWidget *parent = nullptr);

    void setDecisions(const QList<Decision> &decisions);
    //! The events of the current row's batch; empty when there is no row.
    [[nodiscard]] QList<Decision> currentBatch() const;
    //! Why the current batch cannot be taken back; empty when it can.
    [[nodiscard]] QString whyNotUndoable() const;

protected:
    [[nodiscard]] QString countSentence(int shown, int total) const override;
    void explainNothing(EmptyState &empty, bool isFiltered) const override;

private:
    JournalPage(const WindowActions &actions, JournalModel *model, QWidget *parent);

    const WindowActions &m_actions;
    JournalModel *m_model;
};

} // namespace recoupe
