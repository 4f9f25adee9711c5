// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/programfixture.h"

#include <QFile>

namespace recoupe {

void ProgramFixture::start(QProcess &process, const QStringList &arguments, bool withDatabase) const
{
    QStringList all{QStringLiteral("--today"), QStringLiteral("2026-11-23"),
                    QStringLiteral("--operator"), QStringLiteral("Odile")};
    if (withDatabase)
        all << QStringLiteral("--database")
            << QStringLiteral("sqlite:") + path(QStringLiteral("é base.recoupe"));
    process.setWorkingDirectory(m_folder.path());
    process.start(QStringLiteral(RECOUPE_PROGRAM), all + arguments);
}

Run ProgramFixture::recoupe(const QStringList &arguments, bool withDatabase) const
{
    QProcess process;
    start(process, arguments, withDatabase);
    if (!process.waitForFinished(120'000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(),
            QString::fromUtf8(process.readAllStandardError())};
}

std::unique_ptr<QProcess> ProgramFixture::started(const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    start(*process, arguments, true);
    return process;
}

bool ProgramFixture::killed(const char *arguments, int afterMs) const
{
    QProcess process;
    start(process, QString::fromUtf8(arguments).split(u' ', Qt::SkipEmptyParts), true);
    if (process.waitForFinished(afterMs))
        return false;
    process.kill();
    process.waitForFinished(-1);
    return process.exitStatus() == QProcess::CrashExit;
}

Run ProgramFixture::recoupe(const char *arguments) const
{
    return recoupe(QString::fromUtf8(arguments).split(u' ', Qt::SkipEmptyParts));
}

QString ProgramFixture::write(const QString &name, const QByteArray &content) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s", qPrintable(file.errorString()));
    return file.fileName();
}

} // namespace recoupe
