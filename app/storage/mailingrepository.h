// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/editionmailing.h"

#include <QList>

namespace recoupe {

class Database;
class SqlConnection;

//! The drafts that editions of the table were mailed with; appended, never changed.
class MailingRepository
{
public:
    explicit MailingRepository(Database &database);

    //! Call it inside Database::inTransaction().
    [[nodiscard]] Result<> append(const EditionMailing &mailing);
    //! Of every edition, newest first.
    [[nodiscard]] Result<QList<EditionMailing>> mailings() const;
    //! Of one edition, newest first.
    [[nodiscard]] Result<QList<EditionMailing>> ofEdition(int year, int number) const;

private:
    SqlConnection &m_sql;
};

} // namespace recoupe
