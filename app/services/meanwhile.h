// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/decisionoutcome.h"
#include "services/workspace.h"

namespace recoupe {

//! Finds what others changed since an operator last saw it. What that operator decided meanwhile is
//! no surprise and is passed over; what came in is one, whoever imported it.
class Meanwhile
{
public:
    //! \a seen: what the operator saw; null who sees the base as it is. \a now: the base in the
    //! running transaction. Both must outlive this object.
    Meanwhile(Database &database, const Workspace *seen, const Workspace &now,
              QString operatorName);

    //! Of a session, and of what is published of its action along with it.
    [[nodiscard]] Result<QList<MeanwhileChange>> ofSession(const CheckedSession &now) const;
    //! Of an action, by its numero.
    [[nodiscard]] Result<QList<MeanwhileChange>> ofAction(const QString &numero) const;
    //! Of a setting, whose text was \a seen; nothing where it is what is wanted already.
    [[nodiscard]] Result<QList<MeanwhileChange>> ofSetting(const QString &name, const QString &seen,
                                                           const QString &now,
                                                           const QString &wanted) const;
    //! That an undo or a redo would take back \a now, which is not what was \a seen.
    [[nodiscard]] QList<MeanwhileChange> ofBatch(const QString &field, const QList<Decision> &seen,
                                                 const QList<Decision> &now) const;

private:
    //! Who was the last to change something, and when.
    struct Author
    {
        QString operatorName;
        QDateTime at;
        bool isImport = false;
    };

    [[nodiscard]] Result<QList<MeanwhileChange>>
    named(const QList<Decision> &differences, const QDateTime &receivedAt,
          const QList<MeanwhileChange> &contents) const;
    [[nodiscard]] Result<Author> authorOf(const Decision &difference) const;
    [[nodiscard]] Result<Author> importerAt(const QDateTime &receivedAt) const;
    [[nodiscard]] bool isMine(const Author &author) const;

    Database &m_database;
    const Workspace *m_seen;
    const Workspace &m_now;
    QString m_operatorName;
};

} // namespace recoupe
