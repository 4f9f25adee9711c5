// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded before the C library into a program under test: tells what it does to the files of one
// folder, and can have the disk fill up under it. No part of Recoupe.
//     RECOUPE_WATCH           the folder, by its canonical path
//     RECOUPE_WATCH_LOG       the file to which each call is appended, see writelog.h
//     RECOUPE_WATCH_FULL_AT   from that call on that needs space, counted from 1, there is none
#include "reliability/watchrecord.h"

#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <mutex>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

using recoupe::test::WatchOp;
using recoupe::test::WatchRecord;

namespace {

template <typename Function>
Function next(const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

using Open = int (*)(const char *, int, ...);
using Write = ssize_t (*)(int, const void *, size_t);
using PWrite = ssize_t (*)(int, const void *, size_t, off_t);

std::string setting(const char *name)
{
    const char *value = getenv(name);
    return value ? value : "";
}

const std::string &folder()
{
    static const std::string path = setting("RECOUPE_WATCH");
    return path;
}

bool isWatched(const std::string &path)
{
    return !folder().empty() && path.compare(0, folder().size(), folder()) == 0;
}

std::string pathOf(int file)
{
    char path[PATH_MAX];
    const std::string link = "/proc/self/fd/" + std::to_string(file);
    const ssize_t size = readlink(link.c_str(), path, sizeof path);
    return size > 0 ? std::string(path, std::size_t(size)) : std::string();
}

std::string absolute(const char *path)
{
    char current[PATH_MAX];
    if (path[0] == '/' || !getcwd(current, sizeof current))
        return path;
    return std::string(current) + '/' + path;
}

void record(WatchOp op, const std::string &path, const std::string &newPath = {},
            long long offset = 0, const void *data = nullptr, std::size_t size = 0)
{
    static const std::string log = setting("RECOUPE_WATCH_LOG");
    if (log.empty())
        return;
    static const int file =
        next<Open>("open64")(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    const WatchRecord head{op, std::uint32_t(path.size()), std::uint32_t(newPath.size()),
                           std::uint32_t(size), offset};
    std::string bytes(reinterpret_cast<const char *>(&head), sizeof head);
    bytes += path + newPath;
    if (data)
        bytes.append(static_cast<const char *>(data), size);
    if (next<Write>("write")(file, bytes.data(), bytes.size()) != ssize_t(bytes.size()))
        abort(); // a log with a hole would prove nothing
}

//! Whether the disk has no room for this call.
bool isFull()
{
    static const std::string text = setting("RECOUPE_WATCH_FULL_AT");
    static const long fullAt = text.empty() ? 0 : std::atol(text.c_str());
    static long calls = 0;
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    return fullAt > 0 && ++calls >= fullAt;
}

int full()
{
    errno = ENOSPC;
    return -1;
}

int opened(const char *name, const char *path, int flags, mode_t mode)
{
    const std::string named = absolute(path);
    struct stat info
    {
    };
    const bool watched = isWatched(named);
    const bool makes = watched && (flags & O_CREAT) != 0 && stat(path, &info) != 0;
    const bool needsSpace = makes || (watched && (flags & O_TMPFILE) == O_TMPFILE);
    if (needsSpace && isFull())
        return full();
    const int file = next<Open>(name)(path, flags, mode);
    if (file >= 0 && makes)
        record(WatchOp::Create, pathOf(file));
    else if (file >= 0 && watched && (flags & O_TRUNC) != 0)
        record(WatchOp::Truncate, pathOf(file));
    return file;
}

int truncated(const char *name, int file, off_t size)
{
    const std::string path = pathOf(file);
    struct stat info
    {
    };
    const bool watched = isWatched(path);
    const bool grows = watched && fstat(file, &info) == 0 && size > info.st_size;
    if (grows && isFull())
        return full();
    const int done = next<int (*)(int, off_t)>(name)(file, size);
    if (done == 0 && watched)
        record(WatchOp::Truncate, path, {}, size);
    return done;
}

int synced(const char *name, int file)
{
    const std::string path = pathOf(file);
    const int done = next<int (*)(int)>(name)(file);
    if (done == 0 && isWatched(path))
        record(WatchOp::Sync, path);
    return done;
}

int renamed(const std::string &from, const std::string &to, int done)
{
    if (done == 0 && isWatched(to))
        record(WatchOp::Rename, from, to);
    return done;
}

} // namespace

extern "C" {

int open(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const auto mode = mode_t(va_arg(arguments, int));
    va_end(arguments);
    return opened("open", path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const auto mode = mode_t(va_arg(arguments, int));
    va_end(arguments);
    return opened("open64", path, flags, mode);
}

ssize_t pwrite64(int file, const void *data, size_t size, off_t offset)
{
    const std::string path = pathOf(file);
    const bool watched = isWatched(path);
    if (watched && isFull()) {
        // What still fits is written, as a disk does.
        if (size > 1)
            (void)!next<PWrite>("pwrite64")(file, data, size / 2, offset);
        return full();
    }
    const ssize_t written = next<PWrite>("pwrite64")(file, data, size, offset);
    if (written > 0 && watched)
        record(WatchOp::Write, path, {}, offset, data, std::size_t(written));
    return written;
}

ssize_t write(int file, const void *data, size_t size)
{
    const std::string path = pathOf(file);
    const bool watched = isWatched(path);
    if (watched && isFull()) {
        if (size > 1)
            (void)!next<Write>("write")(file, data, size / 2);
        return full();
    }
    const ssize_t written = next<Write>("write")(file, data, size);
    if (written > 0 && watched)
        record(WatchOp::Write, path, {}, lseek(file, 0, SEEK_CUR) - written, data,
               std::size_t(written));
    return written;
}

int ftruncate(int file, off_t size)
{
    return truncated("ftruncate", file, size);
}

int ftruncate64(int file, off_t size)
{
    return truncated("ftruncate64", file, size);
}

int fsync(int file)
{
    return synced("fsync", file);
}

int fdatasync(int file)
{
    return synced("fdatasync", file);
}

int unlink(const char *path)
{
    const int done = next<int (*)(const char *)>("unlink")(path);
    if (done == 0 && isWatched(absolute(path)))
        record(WatchOp::Unlink, absolute(path));
    return done;
}

int rename(const char *from, const char *to)
{
    return renamed(absolute(from), absolute(to),
                   next<int (*)(const char *, const char *)>("rename")(from, to));
}

int renameat2(int fromFolder, const char *from, int toFolder, const char *to, unsigned flags)
{
    using RenameAt = int (*)(int, const char *, int, const char *, unsigned);
    return renamed(absolute(from), absolute(to),
                   next<RenameAt>("renameat2")(fromFolder, from, toFolder, to, flags));
}

int linkat(int fromFolder, const char *from, int toFolder, const char *to, int flags)
{
    char path[PATH_MAX];
    const ssize_t size = readlink(from, path, sizeof path); // of a file without a name
    const std::string source = size > 0 ? std::string(path, std::size_t(size)) : absolute(from);
    using LinkAt = int (*)(int, const char *, int, const char *, int);
    const int done = next<LinkAt>("linkat")(fromFolder, from, toFolder, to, flags);
    if (done == 0 && isWatched(absolute(to)))
        record(WatchOp::Link, source, absolute(to));
    return done;
}

int mkdir(const char *path, mode_t mode)
{
    if (isWatched(absolute(path)) && isFull())
        return full();
    return next<int (*)(const char *, mode_t)>("mkdir")(path, mode);
}

} // extern "C"
