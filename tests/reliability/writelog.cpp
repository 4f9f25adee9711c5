// SPDX-License-Identifier: GPL-3.0-or-later
#include "reliability/writelog.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace recoupe::test {

namespace {

constexpr qsizetype sector = 512;
constexpr QLatin1String withoutAName(" (deleted)"); // as Linux calls an open file that has none

QByteArray all(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s: %s", qPrintable(fileName), qPrintable(file.errorString()));
    return file.readAll();
}

void put(QByteArray &content, qint64 offset, QByteArrayView data)
{
    if (content.size() < offset + data.size())
        content.resize(offset + data.size(), '\0');
    std::copy(data.begin(), data.end(), content.begin() + offset);
}

//! Some of its sectors.
void putTorn(QByteArray &content, qint64 offset, QByteArrayView data, QRandomGenerator &chance)
{
    for (qsizetype at = 0; at < data.size();) {
        const qsizetype inSector = (offset + at) % sector;
        const qsizetype size = std::min(sector - inSector, data.size() - at);
        if (chance.bounded(2) == 0)
            put(content, offset + at, data.sliced(at, size));
        at += size;
    }
}

bool isOfNames(WatchOp op)
{
    return op != WatchOp::Write && op != WatchOp::Truncate && op != WatchOp::Sync;
}

} // namespace

WriteLog::WriteLog(const QString &logFile, QString folder, QString start)
    : m_folder(std::move(folder))
{
    load(start);
    for (const WatchedCall &call : watchedCalls(logFile))
        m_calls.append({call});
    const QDir watched(m_folder);
    for (Call &call : m_calls) {
        call.path = watched.relativeFilePath(call.path);
        call.newPath = watched.relativeFilePath(call.newPath);
    }
    // Shared memory between connections: nothing of it is meant to outlast them.
    erase_if(m_calls, [](const Call &call) { return call.path.endsWith(QLatin1String("-shm")); });
    number();
}

void WriteLog::load(const QString &start)
{
    QDirIterator files(start, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString name = files.next();
        m_startNames.insert(QDir(start).relativeFilePath(name), int(m_startContents.size()));
        m_startContents << all(name);
    }
}

//! Tells the files apart that had one name after another.
void WriteLog::number()
{
    Names names = m_startNames;
    for (Call &call : m_calls) {
        const bool isNew = call.op == WatchOp::Create || !names.contains(call.path);
        if (isNew && call.op != WatchOp::Sync && call.op != WatchOp::Unlink) {
            names.insert(call.path, int(m_startContents.size()));
            m_startContents << QByteArray();
        }
        call.file = names.value(call.path, -1); // none: a folder
        rename(names, call);
    }
}

void WriteLog::rename(Names &names, const Call &call)
{
    if (call.op == WatchOp::Create)
        names.insert(call.path, call.file);
    if (call.op == WatchOp::Link || call.op == WatchOp::Rename)
        names.insert(call.newPath, call.file);
    if (call.op == WatchOp::Unlink || call.op == WatchOp::Rename)
        names.remove(call.path);
}

qsizetype WriteLog::callsIn(qint64 bytes) const
{
    return std::ranges::count_if(m_calls, [bytes](const Call &call) { return call.end <= bytes; });
}

qsizetype WriteLog::keptNames(qsizetype cut, Loss loss, QRandomGenerator &chance) const
{
    if (loss == Loss::Nothing)
        return cut;
    qsizetype synced = 0;
    for (qsizetype i = 0; i < cut; ++i) {
        if (m_calls[i].op == WatchOp::Sync && m_calls[i].file < 0)
            synced = i;
    }
    return synced + chance.bounded(int(cut - synced) + 1);
}

WriteLog::Names WriteLog::namesAfter(qsizetype cut) const
{
    Names names = m_startNames;
    for (qsizetype i = 0; i < cut; ++i) {
        if (isOfNames(m_calls[i].op))
            rename(names, m_calls[i]);
    }
    return names;
}

QByteArray WriteLog::contentAfter(int file, qsizetype cut, Loss loss,
                                  QRandomGenerator &chance) const
{
    qsizetype safe = loss == Loss::Nothing ? cut : 0;
    for (qsizetype i = safe; i < cut; ++i) {
        if (m_calls[i].op == WatchOp::Sync && m_calls[i].file == file)
            safe = i;
    }
    QByteArray content = m_startContents.at(file);
    for (qsizetype i = 0; i < cut; ++i) {
        const Call &call = m_calls[i];
        if (call.file != file)
            continue;
        const bool isTorn = (loss == Loss::Nothing && i == cut - 1) || i >= safe;
        const int fate = isTorn ? chance.bounded(3) : 0; // whole, torn, missing
        if (call.op == WatchOp::Write && fate == 0)
            put(content, call.offset, call.data);
        else if (call.op == WatchOp::Write && fate == 1)
            putTorn(content, call.offset, call.data, chance);
        else if (call.op == WatchOp::Truncate && fate == 0)
            content.resize(call.offset, '\0');
    }
    return content;
}

void WriteLog::rebuild(qsizetype cut, Loss loss, QRandomGenerator &chance,
                       const QString &target) const
{
    const Names names = namesAfter(keptNames(cut, loss, chance));
    QStringList sorted = names.keys();
    sorted.removeIf([](const QString &name) { return name.endsWith(withoutAName); });
    sorted.sort(); // the same seed, the same disk
    for (const QString &name : std::as_const(sorted)) {
        const QString path = QDir(target).filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        const QByteArray content = contentAfter(names.value(name), cut, loss, chance);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("%s: %s", qPrintable(path), qPrintable(file.errorString()));
    }
}

} // namespace recoupe::test
