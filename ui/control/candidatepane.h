// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/candidatemodel.h"

#include <QWidget>

class QLabel;
class QListView;
class QToolButton;

namespace recoupe {

struct WindowActions;

//! The notification of a session, or those that it may belong to, and what can be decided on them.
class CandidatePane : public QWidget
{
    Q_OBJECT

public:
    explicit CandidatePane(const WindowActions &actions, QWidget *parent = nullptr);

    void showSession(const Workspace &workspace, const CheckedSession &session);
    //! The notification that the operator points at; nothing where there is none.
    [[nodiscard]] std::optional<AwardKey> pointedAward() const;
    //! What takes the focus of the keyboard.
    [[nodiscard]] QWidget *focusTarget() const;
    //! Notifications that it may belong to; 0 where it has its own.
    [[nodiscard]] int candidateCount() const { return m_candidateCount; }

Q_SIGNALS:
    void pointedAwardChanged();

private:
    [[nodiscard]] QWidget *makeButtons();
    void point(const std::optional<AwardKey> &award, int row);

    const WindowActions &m_actions;
    CandidateModel m_model;
    std::optional<SessionKey> m_shown;
    QLabel *m_sentence;
    QListView *m_list;
    QLabel *m_refused;
    QToolButton *m_associate = nullptr;
    QToolButton *m_refuse = nullptr;
    QToolButton *m_dissociate = nullptr;
    QToolButton *m_other = nullptr;
    int m_candidateCount = 0;
};

} // namespace recoupe
