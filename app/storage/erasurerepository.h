// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/personaldatarepository.h"

#include <QDateTime>

namespace recoupe {

//! Why personal data were changed.
enum class ErasureKind
{
    Erasure,
    Correction,
    Retention //!< they were kept long enough
};

//! What was done to personal data. It names nobody but who did it.
struct ErasureRecord
{
    ErasureKind kind = ErasureKind::Erasure;
    QDateTime at; //!< UTC
    QString operatorName;
    QString reason;
    qint64 rowsChanged = 0;
    qint64 rowsRemoved = 0;
    qint64 eventsChanged = 0; //!< of the trail

    friend bool operator==(const ErasureRecord &, const ErasureRecord &) = default;
};

//! erasure, correction, retention.
[[nodiscard]] QString toToken(ErasureKind kind);

//! A mark by which an import knows an erased person again: HMAC-SHA-256 of a mail or a name. It
//! cannot be read back; who has the base can try a name on it, as on the list of a registry.
struct ErasedPersonMark
{
    QByteArray salt;
    QByteArray digest;
};

//! Erases from the base and keeps what was done. Call it in a transaction.
class ErasureRepository
{
public:
    explicit ErasureRepository(Database &database);

    //! Writes the values as they are to be and removes the rows that go; of the trail, empties the
    //! texts in such a way that the chain still holds. What cannot be changed is passed over. Gives
    //! the record with its counts, which is entered unless nothing had to be done.
    [[nodiscard]] Result<ErasureRecord> apply(const QList<PersonalRow> &rows, ErasureRecord record);
    //! Enters what a retention did.
    [[nodiscard]] Result<> enter(const ErasureRecord &record);
    //! Oldest first.
    [[nodiscard]] Result<QList<ErasureRecord>> erasures() const;

    //! Marks persons, by keys of names and mails, who were erased by the newest erasure.
    [[nodiscard]] Result<> mark(const QStringList &keys);
    [[nodiscard]] Result<QList<ErasedPersonMark>> marks() const;

private:
    struct Event;
    [[nodiscard]] Result<QList<Event>> eventsOf(const QList<PersonalRow> &rows) const;
    [[nodiscard]] Result<Event> eventOf(const PersonalRow &row) const;
    [[nodiscard]] Result<qint64> insert(const ErasureRecord &record, const QByteArray &digest);
    [[nodiscard]] Result<> write(const PersonalRow &row, ErasureKind kind);
    [[nodiscard]] Result<> remove(const PersonalRow &row);

    SqlConnection &m_sql;
};

//! The digest of a key with a salt, as it is kept.
[[nodiscard]] QByteArray personDigest(const QByteArray &salt, const QString &key);

} // namespace recoupe
