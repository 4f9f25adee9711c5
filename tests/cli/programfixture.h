// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace recoupe {

//! What one run of the program came to.
struct Run
{
    int status = -1;
    QByteArray out;
    QString err;

    [[nodiscard]] QJsonObject object() const { return QJsonDocument::fromJson(out).object(); }
    [[nodiscard]] QJsonArray array() const { return QJsonDocument::fromJson(out).array(); }
};

//! The program itself, in a folder that goes with it, on 2026-11-23 and for Odile.
class ProgramFixture
{
public:
    //! \a withDatabase: on the base of the folder.
    [[nodiscard]] Run recoupe(const QStringList &arguments, bool withDatabase = true) const;
    //! The arguments in one line, between spaces.
    [[nodiscard]] Run recoupe(const char *arguments) const;
    //! Starts it and does not wait.
    [[nodiscard]] std::unique_ptr<QProcess> started(const QStringList &arguments) const;
    //! Starts it and kills it after that time, unless it ended before; whether it was killed.
    [[nodiscard]] bool killed(const char *arguments, int afterMs) const;
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    //! Writes a file into the folder and gives its path.
    [[nodiscard]] QString write(const QString &name, const QByteArray &content) const;

private:
    void start(QProcess &process, const QStringList &arguments, bool withDatabase) const;

    QTemporaryDir m_folder;
};

} // namespace recoupe
