// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/sessionhold.h"
#include "services/decisionoutcome.h"

namespace recoupe {

class Database;

//! What became of a request to hold sessions, or to let them go.
struct HoldOutcome
{
    QList<SessionKey> changed;
    QList<Refusal> refused; //!< held by somebody else
    int unchanged = 0;      //!< already so
};

//! Sessions that one operator works on. It is said to the others and keeps nobody from deciding.
class HoldService
{
public:
    HoldService(Database &database, QString operatorName);

    //! \a takesOver: from whoever holds them; else what somebody else holds is refused, naming him.
    //! NotFound, and nothing done, when one of them does not exist.
    [[nodiscard]] Result<HoldOutcome> take(const QList<SessionKey> &sessions, bool takesOver);
    //! What somebody else holds is refused.
    [[nodiscard]] Result<HoldOutcome> release(const QList<SessionKey> &sessions);

private:
    Database &m_database;
    QString m_operatorName;
};

} // namespace recoupe
