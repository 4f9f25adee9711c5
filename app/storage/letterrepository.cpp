// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/letterrepository.h"

#include "storage/sqlconnection.h"

#include <QHash>

namespace recoupe {

namespace {

constexpr char letterColumnNames[] = "kind, written_at, operator_name, channel, reason, "
                                     "recipient_siret, recipient_name, address, subject, body";

void letterColumns(auto &columns, auto &letter)
{
    columns(letter.kind, letter.writtenAt, letter.operatorName, letter.channel, letter.reason,
            letter.recipientSiret, letter.recipientName, letter.address, letter.subject,
            letter.body);
}

constexpr Sql insertLetter("INSERT INTO letters (", letterColumnNames,
                           ") VALUES (?,?,?,?,?,?,?,?,?,?) {returning_id}");
constexpr Sql
    insertSubject("INSERT INTO letter_subjects (letter_id, formation_numero, action_numero, "
                  "session_numero, award_key) VALUES (?,?,?,?,?)");
constexpr Sql selectLetters("SELECT ", letterColumnNames, ", id FROM letters ORDER BY id DESC");
constexpr Sql selectSubjects("SELECT letter_id, formation_numero, action_numero, session_numero, "
                             "award_key FROM letter_subjects");
constexpr Sql selectOfSession("SELECT ", letterColumnNames,
                              " FROM letters l WHERE EXISTS (SELECT 1 FROM letter_subjects s "
                              "WHERE s.letter_id = l.id AND s.formation_numero = ? "
                              "AND s.action_numero = ? AND s.session_numero = ?) ORDER BY l.id");
constexpr Sql selectLastCorrections(
    "SELECT s.formation_numero, s.action_numero, s.session_numero, MAX(l.written_at) "
    "FROM letter_subjects s JOIN letters l ON l.id = s.letter_id WHERE s.award_key = '' "
    "GROUP BY s.formation_numero, s.action_numero, s.session_numero");
constexpr Sql selectLastReminders("SELECT s.award_key, MAX(l.written_at) FROM letter_subjects s "
                                  "JOIN letters l ON l.id = s.letter_id WHERE s.award_key <> '' "
                                  "GROUP BY s.award_key");

} // namespace

LetterRepository::LetterRepository(Database &database)
    : m_sql(database.sql())
{
}

Result<> LetterRepository::append(const Letter &letter)
{
    Statement insert(m_sql, insertLetter);
    letterColumns(insert, letter);
    const Result<qint64> id = insert.insertedId();
    if (!id)
        return failureOf(id);
    for (const SessionKey &key : letter.sessions) {
        if (Result<> done = execute(m_sql, insertSubject, *id, key.formation, key.action,
                                    key.session, QString());
            !done)
            return done;
    }
    for (const AwardKey &award : letter.awards) {
        if (Result<> done =
                execute(m_sql, insertSubject, *id, QString(), QString(), QString(), award);
            !done)
            return done;
    }
    return {};
}

Result<QList<Letter>> LetterRepository::letters() const
{
    QList<Letter> letters;
    QHash<qint64, qsizetype> positions;
    const Result<> read = Statement(m_sql, selectLetters).forEach([&](Row &row) {
        qint64 id = 0;
        letterColumns(row, letters.emplaceBack());
        row(id);
        positions.insert(id, letters.size() - 1);
    });
    if (!read)
        return failureOf(read);
    return Statement(m_sql, selectSubjects)
        .forEach([&](Row &row) {
            qint64 id = 0;
            SessionKey key;
            QString award;
            row(id, key.formation, key.action, key.session, award);
            // Written meanwhile by another operator: it was not among the letters.
            const auto position = positions.constFind(id);
            if (position == positions.constEnd())
                return;
            Letter &letter = letters[*position];
            if (const std::optional<AwardKey> named = AwardKey::fromToken(award))
                letter.awards << *named;
            else
                letter.sessions << key;
        })
        .map([&] { return letters; });
}

Result<QList<Letter>> LetterRepository::ofSession(const SessionKey &key) const
{
    QList<Letter> letters;
    Statement select(m_sql, selectOfSession);
    select(key.formation, key.action, key.session);
    return select.forEach([&](Row &row) { letterColumns(row, letters.emplaceBack()); }).map([&] {
        return letters;
    });
}

Result<QList<std::pair<SessionKey, QDateTime>>> LetterRepository::lastCorrections() const
{
    QList<std::pair<SessionKey, QDateTime>> last;
    return Statement(m_sql, selectLastCorrections)
        .forEach([&](Row &row) {
            SessionKey key;
            QDateTime writtenAt;
            row(key.formation, key.action, key.session, writtenAt);
            last.emplaceBack(key, writtenAt);
        })
        .map([&] { return last; });
}

Result<QList<std::pair<AwardKey, QDateTime>>> LetterRepository::lastReminders() const
{
    QList<std::pair<AwardKey, QDateTime>> last;
    return Statement(m_sql, selectLastReminders)
        .forEach([&](Row &row) {
            QString award;
            QDateTime writtenAt;
            row(award, writtenAt);
            if (const std::optional<AwardKey> key = AwardKey::fromToken(award))
                last.emplaceBack(*key, writtenAt);
        })
        .map([&] { return last; });
}

} // namespace recoupe
