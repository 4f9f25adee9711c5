// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pseudolocale.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

namespace recoupe {

namespace {

//! Where Debian keeps Qt's tools, which it does not put on the path.
QString toolNamed(const QString &name)
{
    const QString onPath = QStandardPaths::findExecutable(name);
    return onPath.isEmpty()
               ? QStandardPaths::findExecutable(name, {QStringLiteral("/usr/lib/qt6/bin")})
               : onPath;
}

bool runs(const QString &program, const QStringList &arguments, QString *failure)
{
    QProcess process;
    process.start(program, arguments);
    if (process.waitForFinished(120'000) && process.exitCode() == 0)
        return true;
    *failure = program + QStringLiteral(": ") + QString::fromUtf8(process.readAllStandardError());
    return false;
}

QString readText(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList captured(const QString &pattern, const QString &text)
{
    QStringList found;
    auto matches = QRegularExpression(pattern).globalMatch(text);
    while (matches.hasNext())
        found << matches.next().captured(1);
    return found;
}

} // namespace

QString PseudoLocale::name()
{
    return QStringLiteral("en_XA");
}

bool PseudoLocale::canBeMade()
{
    return !toolNamed(QStringLiteral("lrelease")).isEmpty() &&
           !toolNamed(QStringLiteral("lupdate")).isEmpty();
}

std::optional<PseudoLocale> PseudoLocale::make(const QString &folder, QString *failure)
{
    const QDir into(folder);
    const QString ts = into.filePath(QStringLiteral("recoupe_%1.ts").arg(name()));
    if (!runs(QStringLiteral(RECOUPE_SOURCE_DIR "/resources/translations/update"), {name(), ts},
              failure))
        return {};
    QString text = readText(ts);
    PseudoLocale made;
    made.m_contexts = captured(QStringLiteral("<name>([^<]*)</name>"), text);
    made.m_textCount = int(text.count(QStringLiteral("<source>")));
    static const QRegularExpression unfinished(
        QStringLiteral("<source>([^<]*)</source>((?:\\s*<comment>[^<]*</"
                       "comment>)?\\s*)<translation type=\"unfinished\"></"
                       "translation>"));
    text.replace(unfinished, QStringLiteral("<source>\\1</source>\\2<translation>[\\1]"
                                            "</translation>"));
    QFile file(ts);
    if (text.contains(QStringLiteral("type=\"unfinished\"")) || !file.open(QIODevice::WriteOnly) ||
        file.write(text.toUtf8()) < 0) {
        *failure = QStringLiteral("%1 cannot be translated as a whole.").arg(ts);
        return {};
    }
    file.close();
    const QString qm = into.filePath(QStringLiteral("recoupe_%1.qm").arg(name()));
    if (!runs(toolNamed(QStringLiteral("lrelease")),
              {QStringLiteral("-silent"), ts, QStringLiteral("-qm"), qm}, failure))
        return {};
    return made;
}

QString PseudoLocale::untranslatedPartOf(const QString &text)
{
    static const QRegularExpression tag(QStringLiteral("<[^<>]*>|&\\w+;"));
    static const QRegularExpression bracketed(QStringLiteral("\\[[^\\[\\]]*\\]"));
    static const QRegularExpression words(QStringLiteral("\\p{L}{2,}"));
    QString rest = text;
    rest.replace(tag, QStringLiteral(" "));
    for (QString before; before != rest;) {
        before = rest;
        rest.replace(bracketed, QStringLiteral(" "));
    }
    return rest.contains(words) ? rest.simplified() : QString();
}

} // namespace recoupe
