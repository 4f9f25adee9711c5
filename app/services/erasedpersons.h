// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/contact.h"
#include "domain/trainingaction.h"
#include "domain/trainingsession.h"

#include <QHash>
#include <QSet>

namespace recoupe {

class Database;

//! Knows, without their names, who was erased: to warn when a file brings one of them back.
class ErasedPersons
{
public:
    [[nodiscard]] static Result<ErasedPersons> load(Database &database);

    void look(const TrainingAction &action);
    void look(const TrainingSession &session);
    //! A mail alone, of an offer or a list that \a where names.
    void look(const QString &mail, const QString &where);

    //! What to tell of those that were met; empty where there was none.
    [[nodiscard]] QStringList warnings() const;

private:
    void look(const Contact &contact, const QString &where);
    [[nodiscard]] bool isErased(const QString &key);

    QByteArray m_salt;
    QSet<QByteArray> m_digests;
    QHash<QString, bool> m_known; // a feed names the same persons again and again
    QStringList m_where;
};

} // namespace recoupe
