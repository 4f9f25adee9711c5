// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/person.h"
#include "services/exportservice.h"
#include "storage/erasurerepository.h"

namespace recoupe {

//! One place of the base that speaks of a person.
struct PersonPlace
{
    QString where;   //!< what kind of record, in French: "Contacts d'une session"
    QString subject; //!< which offer, letter or list it is about, in French; may be empty
    //! The session that it is about, or the action, by its formation alone; empty for anything
    //! else.
    SessionKey offer;
    QString said; //!< what stands there, shortened
    PersonalRemedy remedy = PersonalRemedy::Change;
};

//! All that is known of a person.
struct PersonReport
{
    Person person;           //!< with the names, telephones and mails that records put together
    QList<Contact> contacts; //!< as records name him or her, each once
    QList<PersonPlace> places;
    QList<Delivery> waiting; //!< files in the outbox of this machine that speak of the person
    QStringList copies;      //!< files of backups, which hold what was erased until they go
    QList<Partner> informed; //!< who was sent sessions that name the person: they must be told
};

//! What is to be erased, and what with it.
struct ErasureRequest
{
    QString text;   //!< a name, a telephone or a mail
    QString reason; //!< must not name the person
    bool removesBackups = false;
};

//! What came of an erasure or a correction.
struct ErasureOutcome
{
    ErasureRecord record;
    QStringList remains;     //!< where the person may still be read, and what to do, in sentences
    QList<Partner> informed; //!< that got what is erased, and are to be told
};

//! Shows, corrects and erases what the base holds of a person (GDPR, articles 15 to 19).
//!
//! What came from the portal keeps the digest of what was submitted: the same content does not
//! bring an erased or corrected value back, only a change at the portal does. The portal is to
//! be corrected too. The trail is never corrected: it says what was; it can be erased. An issued
//! edition is kept, without the contact that it printed.
class PersonService
{
public:
    //! \a exports: of the same base.
    PersonService(Database &database, QString operatorName, ExportService exports, QString outbox);

    //! Where a mail, a telephone or a name stands, whatever its case, accents and punctuation.
    //! InvalidArgument where the text could be anybody, or a mail or telephone that several
    //! persons share.
    [[nodiscard]] Result<PersonReport> find(const QString &text,
                                            const Progress &progress = {}) const;
    //! Erases the person everywhere, in one transaction, then from the free space of the file, the
    //! outbox and, where asked, the backups. NotFound, InvalidArgument without a reason.
    [[nodiscard]] Result<ErasureOutcome> erase(const ErasureRequest &request,
                                               const Progress &progress = {});
    //! Puts another mail, telephone or name in the place of one. Both must be of the same kind.
    [[nodiscard]] Result<ErasureOutcome> correct(const QString &before, const QString &after,
                                                 const QString &reason);
    //! Oldest first.
    [[nodiscard]] Result<QList<ErasureRecord>> erasures() const;

private:
    struct Findings;
    [[nodiscard]] Result<Findings> look(const PersonFilter &filter, const Progress &progress) const;
    [[nodiscard]] Result<Findings> lookFor(const QString &text, const Progress &progress) const;
    [[nodiscard]] Result<QList<Delivery>> waitingOf(const PersonFilter &filter) const;
    [[nodiscard]] Result<> dropWaiting(const Person &person, QStringList &remains);
    [[nodiscard]] Result<ErasureRecord> apply(const PersonFilter &filter, ErasureKind kind,
                                              const QString &reason, const QStringList &marks,
                                              QStringList &remains);
    void forgetFiles(bool removesBackups, QStringList &remains);

    Database &m_database;
    QString m_operatorName;
    ExportService m_exports;
    QString m_outbox;
};

} // namespace recoupe
