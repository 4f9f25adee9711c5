// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/trailheads.h"

#include "core/writtenfile.h"
#include "domain/partnersettings.h"
#include "platform/filesync.h"
#include "storage/database.h"
#include "storage/settingrepository.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

constexpr qsizetype hashSize = 32; // bytes of a SHA-256

std::optional<NotedHead> headIn(const QByteArray &line)
{
    const QByteArrayList words = line.simplified().split(' ');
    if (words.size() != 3)
        return std::nullopt;
    NotedHead noted{QDate::fromString(QString::fromLatin1(words[0]), Qt::ISODate),
                    {words[1].toLongLong(), QByteArray::fromHex(words[2])}};
    const bool isHead = noted.day.isValid() && noted.head.position > 0 &&
                        noted.head.hash.size() == hashSize &&
                        noted.head.hash.toHex() == words[2].toLower();
    return isHead ? std::optional(noted) : std::nullopt;
}

QByteArray lineOf(const NotedHead &noted)
{
    return noted.day.toString(Qt::ISODate).toLatin1() + ' ' +
           QByteArray::number(noted.head.position) + ' ' + noted.head.hash.toHex() + '\n';
}

QByteArray heading()
{
    return Tr::tr("# Têtes du journal de Recoupe : jour, rang du dernier maillon, empreinte. "
                  "« recoupe verify --heads » les cherche dans la base.\n")
        .toUtf8();
}

Result<> append(const QString &fileName, const NotedHead &noted)
{
    const bool isNew = !QFileInfo::exists(fileName);
    if (const Result<QList<NotedHead>> heads = readHeads(fileName);
        heads && !heads->isEmpty() && heads->last() == noted)
        return {};
    QFile file(fileName);
    if (!file.open(QIODevice::Append | QIODevice::ReadWrite))
        return unwritable(fileName, file.errorString());
    // A line that a power cut left without its end must not swallow this one.
    const bool isCut = file.size() > 0 && file.seek(file.size() - 1) && file.read(1) != "\n";
    const QByteArray text = (isNew ? heading() : QByteArray(isCut ? "\n" : "")) + lineOf(noted);
    if (file.write(text) != text.size() || !syncToDisk(file))
        return unwritable(fileName, file.errorString());
    return {};
}

//! Where the heads go. The folder that somebody chose is not made: a drive that is away would be
//! hidden by it.
Result<QStringList> filesOf(Database &database, const QString &fileName)
{
    return SettingRepository(database).settings().map([&](const QMap<QString, QString> &texts) {
        QStringList files{fileName};
        if (const QString folder = ExchangeSettings::fromTexts(texts).headsFolder;
            !folder.isEmpty())
            files << QDir(folder).filePath(QFileInfo(fileName).fileName());
        return files;
    });
}

} // namespace

Result<QList<NotedHead>> readHeads(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::FileUnreadable,
                    Tr::tr("Le fichier de têtes « %1 » ne peut pas être lu : vérifiez le chemin et "
                           "le droit de le lire.")
                        .arg(QDir::toNativeSeparators(fileName)),
                    file.errorString());
    }
    QList<NotedHead> heads;
    for (int number = 1; !file.atEnd(); ++number) {
        const QByteArray line = file.readLine().trimmed();
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        const std::optional<NotedHead> noted = headIn(line);
        if (!noted) {
            return fail(ErrorCode::NotTheFormat,
                        Tr::tr("La ligne %1 du fichier « %2 » n'est pas une tête de journal : il y "
                               "faut un jour (AAAA-MM-JJ), un rang et une empreinte de 64 chiffres "
                               "hexadécimaux. Effacez cette ligne si elle a été coupée.")
                            .arg(QString::number(number), QDir::toNativeSeparators(fileName)));
        }
        heads << *noted;
    }
    return heads;
}

bool isHeadNotedOn(Database &database, const QString &fileName, QDate day)
{
    const Result<QStringList> files = filesOf(database, fileName);
    return files && std::ranges::all_of(*files, [day](const QString &file) {
               const Result<QList<NotedHead>> heads = readHeads(file);
               return heads && !heads->isEmpty() && heads->last().day == day;
           });
}

Result<> noteTrailHead(Database &database, const QString &fileName, QDate day)
{
    const Result<TrailHead> head = TrailRepository(database).head();
    if (!head)
        return failureOf(head);
    if (head->hash.isEmpty())
        return {};
    const Result<QStringList> files = filesOf(database, fileName);
    if (!files)
        return failureOf(files);
    QDir().mkpath(QFileInfo(fileName).path());
    Result<> noted;
    for (const QString &file : *files) {
        if (const Result<> appended = append(file, {day, *head}); noted)
            noted = appended;
    }
    return noted;
}

} // namespace recoupe
