// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/csvtext.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>
#include <QSaveFile>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

QString quoted(QString text)
{
    return u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

//! A leading zero, more digits than a cell shows, digits around an E, two numbers that make a day.
bool wouldBeRewritten(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral(R"(\A\s*(0\d+|\d{12,}|\d+[Ee][+-]?\d+|\d{1,2}[-/]\d{1,2})\s*\z)"));
    return form.match(text).hasMatch();
}

} // namespace

QString withoutFormula(QString text)
{
    static const QString starters = QStringLiteral("=+-@\t\r");
    if (!text.isEmpty() && starters.contains(text.front()))
        text.prepend(u'\'');
    return text;
}

QString csvCell(const QString &text)
{
    const QString cell = withoutFormula(text);
    const bool needsQuotes =
        cell.contains(u';') || cell.contains(u'"') || cell.contains(u'\n') || cell.contains(u'\r');
    return needsQuotes ? quoted(cell) : cell;
}

QString csvTextCell(const QString &text)
{
    return wouldBeRewritten(text) ? quoted(QStringLiteral("=\"%1\"").arg(text.trimmed()))
                                  : csvCell(text);
}

Result<> writeCsvText(const QString &text, const QString &fileName)
{
    QSaveFile file(fileName);
    const QByteArray bytes = "\xEF\xBB\xBF" + text.toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return fail(ErrorCode::FileUnwritable,
                    Tr::tr("Le fichier « %1 » n'a pas pu être écrit : choisir un autre "
                           "dossier ou vérifier la place sur le disque.")
                        .arg(QDir::toNativeSeparators(fileName)),
                    file.errorString());
    }
    return {};
}

} // namespace recoupe
