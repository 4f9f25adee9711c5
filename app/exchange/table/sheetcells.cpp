// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/sheetcells.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace recoupe {

namespace {

constexpr double firstInexact = 1e15;
constexpr int exactDigits = 15;

constexpr QStringView formulaMark = u"#FORMULE!";

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

QString shownName(const QString &fileName)
{
    return QFileInfo(fileName).fileName();
}

Failure tooManyColumns(const QString &fileName, qint64 line)
{
    return fail(ErrorCode::LimitExceeded,
                Tr::tr("Le classeur « %1 » a plus de %2 colonnes : retirez celles qui ne servent "
                       "pas et recommencez.")
                    .arg(shownName(fileName))
                    .arg(maxTableColumns),
                {}, {fileName, line, 0});
}

Failure tooLong(const QString &fileName, qint64 line)
{
    return fail(ErrorCode::LimitExceeded,
                Tr::tr("Le classeur « %1 » est refusé, ligne %2 : une cellule ou la ligne entière "
                       "est trop longue. "
                       "Faites-le vérifier par celui qui l'a produit.")
                    .arg(shownName(fileName))
                    .arg(line),
                {}, {fileName, line, 0});
}

Failure writtenTwice(const QString &fileName, qint64 line, qsizetype position)
{
    return fail(ErrorCode::MalformedFile,
                Tr::tr("Le classeur « %1 » est abîmé : il contient deux fois la cellule %2%3. "
                       "Faites-le réenregistrer ou transmettre à nouveau.")
                    .arg(shownName(fileName), columnName(position))
                    .arg(line),
                {}, {fileName, line, 0});
}

} // namespace

QString columnName(qsizetype position)
{
    QString name;
    for (qsizetype rest = position + 1; rest > 0; rest = (rest - 1) / 26)
        name.prepend(QChar(u'A' + char16_t((rest - 1) % 26)));
    return name;
}

QString plainNumber(double number)
{
    if (std::abs(number) >= firstInexact)
        return QString::number(number, 'E', exactDigits - 1);
    if (std::floor(number) == number)
        return QString::number(qint64(number));
    return QString::number(number, 'f', QLocale::FloatingPointShortest);
}

QString failedFormula(const QString &formula)
{
    return (formulaMark.toString() + u' ' + formula).trimmed();
}

bool isFailedFormula(QStringView text)
{
    if (!text.startsWith(u'#'))
        return false;
    static const QRegularExpression shown(
        QStringLiteral("^#(?:#*|[\\p{Lu}0-9/_]+ ?[!?]|N/[AD]|GETTING_DATA)$"));
    return text.startsWith(formulaMark) || shown.match(text.toString()).hasMatch();
}

Result<> putCell(TableRow &row, qsizetype position, const QString &text, const QString &fileName)
{
    if (text.isEmpty()) // formatted, or bordered, far beyond the table
        return {};
    if (position >= maxTableColumns)
        return tooManyColumns(fileName, row.line);
    row.characters += text.size();
    if (text.size() > maxCellCharacters || row.characters > maxRowCharacters)
        return tooLong(fileName, row.line);
    while (row.cells.size() <= position)
        row.cells << QString();
    if (!row.cells[position].isEmpty())
        return writtenTwice(fileName, row.line, position);
    row.cells[position] = text;
    return {};
}

Failure tooManyRepetitions(const QString &fileName, qint64 line)
{
    return fail(ErrorCode::LimitExceeded,
                Tr::tr("Le classeur « %1 » est refusé, ligne %2 : des cellules y sont répétées "
                       "démesurément. Retirez les lignes qui ne servent pas et recommencez.")
                    .arg(shownName(fileName))
                    .arg(line),
                {}, {fileName, line, 0});
}

} // namespace recoupe
