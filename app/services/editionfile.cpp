// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/editionfile.h"

#include "core/processlock.h"
#include "core/writtenfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QUuid>

namespace recoupe {

namespace {

constexpr QLatin1String yearKey("year");
constexpr QLatin1String numberKey("number");
constexpr QLatin1String issuedAtKey("issuedAt");
constexpr QLatin1String stagedKey("staged");
constexpr QLatin1String targetKey("target");

QString newNote(const QString &folder)
{
    QDir().mkpath(folder);
    return QDir(folder).filePath(
        QStringLiteral("edition.%1.json").arg(QUuid::createUuid().toString(QUuid::Id128).left(8)));
}

QString noteOf(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

Result<bool> isIssued(Database &database, const QJsonObject &note)
{
    return EditionRepository(database)
        .find(note[yearKey].toInt(), note[numberKey].toInt())
        .map([&](const std::optional<EditionRecord> &edition) {
            return edition &&
                   edition->issuedAt.toMSecsSinceEpoch() == note[issuedAtKey].toInteger();
        });
}

//! Whether there is nothing more to do for it.
bool finish(Database &database, const QJsonObject &note)
{
    const QString staged = note[stagedKey].toString();
    const QString target = note[targetKey].toString();
    const Result<bool> issued = isIssued(database, note);
    if (!issued)
        return false;
    if (*issued && QFile::exists(staged) && !putInPlace(staged, target))
        return false;
    removeLeftStagedFiles(QFileInfo(target).path());
    return true;
}

} // namespace

EditionFile::EditionFile(const QString &target, const QString &notes)
    : m_target(QFileInfo(target).absoluteFilePath())
    , m_note(newNote(notes))
    , m_lock(lockNameOf(m_note))
{
    (void)tryProcessLock(m_lock);
    (void)write({}); // where it cannot be, note() says so
    m_staged.emplace(m_target);
}

EditionFile::~EditionFile()
{
    QFile::remove(m_note);
}

Result<> EditionFile::note(const EditionRecord &edition) const
{
    return write({{yearKey, edition.year},
                  {numberKey, edition.number},
                  {issuedAtKey, edition.issuedAt.toMSecsSinceEpoch()},
                  {stagedKey, m_staged->path()}});
}

Result<> EditionFile::write(QJsonObject note) const
{
    note.insert(targetKey, m_target);
    return writeFile(m_note, [&](QIODevice &file) -> Result<> {
        file.write(QJsonDocument(note).toJson(QJsonDocument::Compact));
        return {};
    });
}

void finishEditionFiles(Database &database, const QString &notes)
{
    const QDir folder(notes);
    const QString notesOfEditions = QStringLiteral("edition.*.json");
    QStringList names = folder.entryList({notesOfEditions}, QDir::Files);
    names += lockedNames(folder, notesOfEditions);
    names.removeDuplicates();
    for (const QString &name : std::as_const(names)) {
        const QString note = folder.filePath(name);
        QLockFile lock(lockNameOf(note));
        if (!tryProcessLock(lock))
            continue; // it is being issued
        const QJsonObject noted = QJsonDocument::fromJson(noteOf(note).toUtf8()).object();
        if (noted.isEmpty() || finish(database, noted))
            QFile::remove(note);
    }
}

} // namespace recoupe
