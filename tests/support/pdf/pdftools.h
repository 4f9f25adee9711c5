// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QString>
#include <QStringList>

namespace recoupe::test {

//! What a program said and how it ended.
struct ToolOutput
{
    int exitCode = -1;
    QByteArray text;   //!< on standard output
    QByteArray errors; //!< on standard error, or that it could not be started
};

[[nodiscard]] ToolOutput
runTool(const QString &program, const QStringList &arguments,
        const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());
//! What a program prints; fails the test when it ends badly.
[[nodiscard]] QString toolText(const QString &program, const QStringList &arguments);

//! The programs that the tests of PDF files need and that are not there, a sentence with the name
//! of the package; empty when all are.
[[nodiscard]] QString missingPdfTools();

//! A change to the text of a file: the first match of a pattern ("." matches all, lines too) and
//! what stands there instead ("\\1" is the first group).
struct PdfEdit
{
    QString pattern;
    QString replacement;
};

//! Writes a copy of a PDF file with its objects in plain text, changed, so that a check is seen to
//! fail on it. Fails the test when a pattern is not found: nothing would be proven.
void writeEditedPdf(const QString &fileName, const QString &copyName, const QList<PdfEdit> &edits);

[[nodiscard]] QByteArray fileBytes(const QString &fileName);
void writeFileBytes(const QString &fileName, const QByteArray &bytes);

} // namespace recoupe::test
