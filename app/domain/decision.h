// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/trainingsession.h"

#include <QDateTime>

namespace recoupe {

//! What an operator decides about.
enum class DecisionSubject
{
    Session,
    Action,
    Setting
};

//! What was decided. Activation and recruitment are axes of their own, never merged.
enum class DecisionKind
{
    Activation,
    Recruitment,
    Association, //!< which notification is the session's; before and after are AwardKey tokens
    Refusal,     //!< which is not: its token after, or before where the refusal is taken back
    SetAside,    //!< tokens of ReturnReason; empty while it is in the queue
    Setting      //!< before and after are texts
};

//! One appended event: who, when, what, before, after, why. Never changed, never deleted; an undo
//! appends the inverse and names the event it takes back, a redo does the same to an undo.
struct Decision
{
    qint64 id = 0; //!< given by the storage, rising
    QString batch; //!< decisions taken together, undone together
    QDateTime at;  //!< UTC
    QString operatorName;
    DecisionSubject subject = DecisionSubject::Session;
    DecisionKind kind = DecisionKind::Activation;
    SessionKey key;  //!< for an action only the formation part; empty for a setting
    QString setting; //!< name of the setting; empty otherwise
    QString before;  //!< token: "active", "inactive", "open"…; empty for none
    QString after;
    QString reason;
    qint64 undoes = 0; //!< id of the event it takes back; 0 when it takes back none
    bool redo = false; //!< what it takes back is itself an undo

    //! Neither a decision nor one brought back.
    [[nodiscard]] bool isUndo() const { return undoes != 0 && !redo; }

    friend bool operator==(const Decision &, const Decision &) = default;
};

inline constexpr char16_t activeToken[] = u"active";
inline constexpr char16_t inactiveToken[] = u"inactive";

[[nodiscard]] QString toToken(DecisionSubject subject);
[[nodiscard]] QString toToken(DecisionKind kind);
[[nodiscard]] DecisionSubject decisionSubjectFromToken(QStringView token);
[[nodiscard]] DecisionKind decisionKindFromToken(QStringView token);

} // namespace recoupe
