// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/pdf/pdftools.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <array>

namespace recoupe::test {

namespace {

constexpr int patience = 120000; // ms

void failTest(const QString &why)
{
    QTest::qFail(qPrintable(why), __FILE__, __LINE__);
}

} // namespace

ToolOutput runTool(const QString &program, const QStringList &arguments,
                   const QProcessEnvironment &environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    if (!process.waitForFinished(patience))
        return {-1, {}, process.errorString().toUtf8()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QString toolText(const QString &program, const QStringList &arguments)
{
    const ToolOutput output = runTool(program, arguments);
    if (output.exitCode != 0)
        failTest(program + QStringLiteral(": ") + QString::fromUtf8(output.errors));
    return QString::fromUtf8(output.text);
}

QString missingPdfTools()
{
    struct Tool
    {
        const char *program;
        const char *package;
    };
    static constexpr std::array tools{
        Tool{"pdfinfo", "poppler-utils"},
        Tool{"pdffonts", "poppler-utils"},
        Tool{"pdftotext", "poppler-utils"},
        Tool{"pdftoppm", "poppler-utils"},
        Tool{"qpdf", "qpdf"},
        Tool{"fix-qdf", "qpdf"},
        Tool{"gs", "ghostscript"},
    };
    for (const auto &[program, package] : tools) {
        if (QStandardPaths::findExecutable(QLatin1String(program)).isEmpty()) {
            return QStringLiteral("%1 is missing: install %2.")
                .arg(QLatin1String(program), QLatin1String(package));
        }
    }
    return {};
}

QByteArray fileBytes(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFileBytes(const QString &fileName, const QByteArray &bytes)
{
    QFile file(fileName);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        failTest(fileName + QStringLiteral(": ") + file.errorString());
}

void writeEditedPdf(const QString &fileName, const QString &copyName, const QList<PdfEdit> &edits)
{
    const ToolOutput plain =
        runTool(QStringLiteral("qpdf"),
                {QStringLiteral("--qdf"), QStringLiteral("--object-streams=disable"),
                 QStringLiteral("--no-original-object-ids"), fileName, QStringLiteral("-")});
    if (plain.exitCode != 0)
        failTest(QString::fromUtf8(plain.errors));
    // Latin-1 keeps every byte, of fonts too.
    QString text = QString::fromLatin1(plain.text);
    for (const auto &[pattern, replacement] : edits) {
        const QRegularExpression expression(pattern,
                                            QRegularExpression::DotMatchesEverythingOption);
        const QRegularExpressionMatch match = expression.match(text);
        if (!match.hasMatch()) {
            failTest(QStringLiteral("Nothing in the file matches ") + pattern);
            return;
        }
        QString inserted = replacement;
        for (int group = match.lastCapturedIndex(); group > 0; --group)
            inserted.replace(u'\\' + QString::number(group), match.captured(group));
        text.replace(match.capturedStart(), match.capturedLength(), inserted);
    }
    writeFileBytes(copyName + QStringLiteral(".qdf"), text.toLatin1());
    // Lengths and places of objects follow what was changed.
    const ToolOutput fixed =
        runTool(QStringLiteral("fix-qdf"), {copyName + QStringLiteral(".qdf")});
    if (fixed.exitCode != 0)
        failTest(QString::fromUtf8(fixed.errors));
    writeFileBytes(copyName, fixed.text);
}

} // namespace recoupe::test
