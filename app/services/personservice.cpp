// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/personservice.h"

#include "domain/mailaddress.h"
#include "services/databaseaccess.h"
#include "services/outbox.h"
#include "services/personvalues.h"
#include "services/personwords.h"
#include "storage/backupfolder.h"
#include "storage/database.h"
#include "storage/deliveryrepository.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <algorithm>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

Failure couldBeAnybody(const QString &text)
{
    return fail(ErrorCode::InvalidArgument,
                Tr::tr("« %1 » peut désigner n'importe qui : donnez un nom entier, une adresse "
                       "électronique ou un numéro de téléphone.")
                    .arg(text.trimmed()));
}

//! The person with all that the contacts say, but for what others share.
Person known(Person person, const QList<Contact> &contacts, const QStringList &shared)
{
    const auto add = [](QStringList &list, const QString &text, const QString &key,
                        const QStringList &left) {
        if (!text.isEmpty() && !key.isEmpty() && !left.contains(key) && !list.contains(text))
            list << text;
    };
    for (const Contact &contact : contacts) {
        add(person.names, contact.fullName(), nameKey(contact.fullName()), {});
        add(person.lastNames, contact.lastName, nameKey(contact.lastName), {});
        add(person.emails, contact.email, mailAddressKey(contact.email), shared);
        for (const QString &telephone : contact.telephones)
            add(person.telephones, telephone, telephoneKey(telephone), shared);
    }
    return person;
}

QStringList namesOf(const QList<Contact> &contacts)
{
    QStringList names;
    QStringList keys;
    for (const Contact &contact : contacts) {
        const QString key = nameKey(contact.fullName());
        if (key.isEmpty() || keys.contains(key))
            continue;
        keys << key;
        names << contact.fullName();
    }
    return names;
}

//! Keys by which an import knows the person again.
QStringList marksOf(const Person &person)
{
    QStringList keys;
    for (const QString &email : person.emails)
        keys << mailAddressKey(email);
    for (const QString &name : person.names)
        keys << nameKey(name);
    keys.removeDuplicates();
    return keys;
}

bool holds(const QString &folder, const PersonFilter &filter)
{
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && filter.mayBeIn(QString::fromUtf8(file.readAll())))
            return true;
    }
    return false;
}

} // namespace

struct PersonService::Findings
{
    Person person;
    QList<Contact> contacts;
    QStringList shared;
    QList<PersonalRow> rows;
};

PersonService::PersonService(Database &database, QString operatorName, ExportService exports,
                             QString outbox)
    : m_database(database)
    , m_operatorName(std::move(operatorName))
    , m_exports(std::move(exports))
    , m_outbox(std::move(outbox))
{
}

Result<PersonService::Findings> PersonService::look(const PersonFilter &filter,
                                                    const Progress &progress) const
{
    PersonValues values(filter);
    Findings findings;
    const Result<> read = m_database.inSnapshot([&]() -> Result<> {
        Result<QList<PersonalRow>> rows =
            PersonalDataRepository(m_database).rows(std::ref(values), progress);
        if (!rows)
            return failureOf(rows);
        findings = {filter.person(), values.contacts(), values.shared(), *std::move(rows)};
        return {};
    });
    return read ? Result<Findings>(std::move(findings)) : failureOf(read);
}

// Twice: first who it is, by the contacts that bear the text; then all that they say of the
// person.
Result<PersonService::Findings> PersonService::lookFor(const QString &text,
                                                       const Progress &progress) const
{
    const std::optional<Person> asked = Person::named(text);
    if (!asked)
        return couldBeAnybody(text);
    const Result<Findings> first = look(PersonFilter(*asked), progress);
    if (!first)
        return first;
    const QStringList names = namesOf(first->contacts);
    if (names.size() > 1 && asked->names.isEmpty()) {
        return fail(ErrorCode::InvalidArgument,
                    Tr::tr("« %1 » est commun à plusieurs personnes : %2. Donnez le nom de celle "
                           "dont il s'agit.")
                        .arg(text.trimmed(), names.join(QStringLiteral(", "))));
    }
    const Person all = known(*asked, first->contacts, {});
    const Result<Findings> second = all == *asked ? first : look(PersonFilter(all), progress);
    if (!second || second->shared.isEmpty())
        return second;
    const Person own = known(*asked, second->contacts, second->shared);
    return own == all ? second : look(PersonFilter(own), progress);
}

Result<PersonReport> PersonService::find(const QString &text, const Progress &progress) const
{
    const Result<Findings> findings = lookFor(text, progress);
    if (!findings)
        return failureOf(findings);
    const Result<QList<Delivery>> waiting = waitingOf(PersonFilter(findings->person));
    if (!waiting)
        return failureOf(waiting);
    PersonReport report{findings->person, findings->contacts, {}, *waiting, {}, {}};
    for (const PersonalRow &row : findings->rows)
        report.places.append(
            {placeName(row), subjectInWords(row), offerOf(row), excerptOf(row), row.table->remedy});
    report.copies = BackupFolder::copiesOf(m_database.url());
    const Result<QList<Partner>> informed =
        DeliveryRepository(m_database).partnersOf(sessionsOf(findings->rows));
    if (!informed)
        return failureOf(informed);
    report.informed = *informed;
    return report;
}

Result<ErasureOutcome> PersonService::erase(const ErasureRequest &request, const Progress &progress)
{
    if (Result<> allowed = expectOwner(m_database); !allowed)
        return failureOf(allowed);
    const Result<Findings> findings = lookFor(request.text, progress);
    if (!findings)
        return failureOf(findings);
    if (findings->rows.isEmpty()) {
        return fail(ErrorCode::NotFound,
                    Tr::tr("Rien dans la base ne parle de « %1 ».").arg(request.text.trimmed()));
    }
    const Person &person = findings->person;
    if (Result<> fit = expectReason(request.reason, PersonFilter(person)); !fit)
        return failureOf(fit);
    ErasureOutcome outcome;
    const Result<QList<Partner>> informed =
        DeliveryRepository(m_database).partnersOf(sessionsOf(findings->rows));
    if (!informed)
        return failureOf(informed);
    outcome.informed = *informed;
    if (Result<> dropped = dropWaiting(person, outcome.remains); !dropped)
        return failureOf(dropped);
    const Result<ErasureRecord> record = apply(PersonFilter(person), ErasureKind::Erasure,
                                               request.reason, marksOf(person), outcome.remains);
    if (!record)
        return failureOf(record);
    outcome.record = *record;
    forgetFiles(request.removesBackups, outcome.remains);
    return outcome;
}

Result<ErasureOutcome> PersonService::correct(const QString &before, const QString &after,
                                              const QString &reason)
{
    if (Result<> allowed = expectOwner(m_database); !allowed)
        return failureOf(allowed);
    const std::optional<Person> asked = Person::named(before);
    const std::optional<Person> replacement = Person::named(after);
    if (!asked)
        return couldBeAnybody(before);
    if (!replacement || replacement->names.size() != asked->names.size() ||
        replacement->emails.size() != asked->emails.size()) {
        return fail(ErrorCode::InvalidArgument,
                    Tr::tr("« %1 » ne peut pas prendre la place de « %2 » : remplacez un nom par "
                           "un nom, une adresse par une adresse, un numéro par un numéro.")
                        .arg(after.trimmed(), before.trimmed()));
    }
    const PersonFilter filter(*asked, *replacement);
    if (Result<> fit = expectReason(reason, filter); !fit)
        return failureOf(fit);
    ErasureOutcome outcome;
    const Result<ErasureRecord> record =
        apply(filter, ErasureKind::Correction, reason, {}, outcome.remains);
    if (!record)
        return failureOf(record);
    if (record->rowsChanged + record->rowsRemoved == 0) {
        return fail(ErrorCode::NotFound,
                    Tr::tr("Rien dans la base ne parle de « %1 » qui puisse être corrigé.")
                        .arg(before.trimmed()));
    }
    outcome.record = *record;
    outcome.remains << Tr::tr("Faites corriger aussi le portail : un contenu qu'il change ensuite "
                              "revient tel qu'il l'envoie.");
    return outcome;
}

Result<QList<ErasureRecord>> PersonService::erasures() const
{
    return ErasureRepository(m_database).erasures();
}

// Looked for again under the lock: what came in meanwhile is found too.
Result<ErasureRecord> PersonService::apply(const PersonFilter &filter, ErasureKind kind,
                                           const QString &reason, const QStringList &marks,
                                           QStringList &remains)
{
    ErasureRecord record;
    QStringList kept;
    const Result<> done = m_database.inTransaction([&]() -> Result<> {
        PersonValues values(filter);
        Result<QList<PersonalRow>> rows = PersonalDataRepository(m_database).rows(std::ref(values));
        if (!rows)
            return failureOf(rows);
        if (kind == ErasureKind::Correction)
            rows = corrected(*rows);
        ErasureRepository erasures(m_database);
        const Result<ErasureRecord> applied =
            erasures.apply(*rows, {kind, Clock::now(), m_operatorName, reason.trimmed()});
        if (!applied)
            return failureOf(applied);
        record = *applied;
        kept = keptPlaces(*rows);
        const bool isNoted = record.rowsChanged + record.rowsRemoved + record.eventsChanged > 0;
        return marks.isEmpty() || !isNoted ? Result<>() : erasures.mark(marks);
    });
    if (!done)
        return failureOf(done);
    remains << kept;
    return record;
}

//! Deliveries of this machine whose files speak of the person.
Result<QList<Delivery>> PersonService::waitingOf(const PersonFilter &filter) const
{
    QList<Delivery> waiting;
    const QDir outbox(m_outbox);
    for (const QString &key : outbox.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (!holds(outbox.filePath(key), filter))
            continue;
        const Result<std::optional<Delivery>> delivery = DeliveryRepository(m_database).find(key);
        if (!delivery)
            return failureOf(delivery);
        if (*delivery)
            waiting << **delivery;
    }
    return waiting;
}

// The next round makes them again, without the person.
Result<> PersonService::dropWaiting(const Person &person, QStringList &remains)
{
    const Result<QList<Delivery>> waiting = waitingOf(PersonFilter(person));
    if (!waiting)
        return failureOf(waiting);
    for (const Delivery &delivery : *waiting) {
        const Result<Delivery> dropped = m_exports.drop(
            delivery.id, Tr::tr("Les données d'une personne y étaient : elles sont effacées."));
        if (!dropped)
            remains << Tr::tr("L'envoi n° %1 à %2 n'a pas pu être abandonné : %3")
                           .arg(QString::number(delivery.id), partnerName(delivery.partner),
                                dropped.error().message);
    }
    const Result<QList<Delivery>> open = DeliveryRepository(m_database).open();
    if (!open)
        return failureOf(open);
    for (const Delivery &delivery : *open) {
        if (delivery.machine != Outbox::machine())
            remains << Tr::tr("L'envoi n° %1 à %2 attend sur le poste « %3 » : "
                              "s'il peut nommer la personne, abandonnez-le là-bas.")
                           .arg(QString::number(delivery.id), partnerName(delivery.partner),
                                delivery.machine);
    }
    return {};
}

//! What is outside the tables.
void PersonService::forgetFiles(bool removesBackups, QStringList &remains)
{
    if (const Result<QString> left = m_database.overwriteErased(); !left)
        remains << left.error().message;
    else if (!left->isEmpty())
        remains << *left;
    const QStringList copies = BackupFolder::copiesOf(m_database.url());
    if (copies.isEmpty())
        return;
    if (!removesBackups) {
        remains << Tr::tr("Des sauvegardes faites avant gardent ces données, au plus %1 jours : "
                          "%2. Effacez-les, ou recommencez l'effacement après toute restauration.")
                       .arg(BackupFolder::keptDays)
                       .arg(copies.join(QStringLiteral(", ")));
        return;
    }
    for (const QString &copy : copies) {
        if (!QFile::remove(copy))
            remains << Tr::tr("La sauvegarde « %1 » n'a pas pu être effacée : effacez-la.")
                           .arg(QDir::toNativeSeparators(copy));
    }
    if (const Result<> kept = BackupFolder(QDir::fromNativeSeparators(m_database.url().path))
                                  .keepDaily(QDate::currentDate());
        !kept)
        remains << kept.error().message;
}

} // namespace recoupe
