// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/tablefile.h"

#include "domain/vocabulary.h"
#include "report/tablehtml.h"
#include "report/tablepdf.h"
#include "report/tablesheets.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

struct FormatSuffix
{
    TableFormat format;
    QLatin1String suffix;
};

constexpr std::array formatSuffixes{
    FormatSuffix{TableFormat::Pdf, QLatin1String("pdf")},
    FormatSuffix{TableFormat::Html, QLatin1String("html")},
    FormatSuffix{TableFormat::Csv, QLatin1String("csv")},
    FormatSuffix{TableFormat::Xlsx, QLatin1String("xlsx")},
};

QString knownSuffixes()
{
    QStringList known;
    for (const FormatSuffix &format : formatSuffixes)
        known << u'.' + format.suffix;
    return known.join(QStringLiteral(", "));
}

//! Grouped another way, it is another document too.
QString groupingName(EditionGrouping grouping)
{
    switch (grouping) {
    case EditionGrouping::Departement: return {};
    case EditionGrouping::Funder: return QStringLiteral("par-financeur");
    case EditionGrouping::Domain: return QStringLiteral("par-domaine");
    }
    Q_UNREACHABLE();
}

//! What tells a view from the whole edition, in letters that every file system and mail takes.
QStringList viewNames(const EditionView &view)
{
    QStringList names;
    if (!view.departement.isEmpty())
        names << QStringLiteral("departement-") + view.departement;
    for (const Funder funder : view.funders)
        names << toToken(funder);
    names << groupingName(view.grouping);
    names.removeAll(QString());
    return names;
}

} // namespace

Result<TableFormat> tableFormatOf(const QString &fileName)
{
    const QString suffix = QFileInfo(fileName).suffix().toLower();
    const auto known = std::ranges::find(formatSuffixes, suffix, &FormatSuffix::suffix);
    if (known == formatSuffixes.end())
        return fail(
            ErrorCode::InvalidArgument,
            Tr::tr("«\u00A0%1\u00A0» ne dit pas dans quel format écrire le tableau\u00A0: le "
                   "nom du fichier doit finir par l'un de %2.")
                .arg(QFileInfo(fileName).fileName(), knownSuffixes()));
    return known->format;
}

Result<> writeTableFile(const EditionContent &content, const QString &fileName,
                        const Progress &progress, Paper paper)
{
    const Result<TableFormat> format = tableFormatOf(fileName);
    if (!format)
        return failureOf(format);
    switch (*format) {
    case TableFormat::Pdf: return writeTablePdf(content, fileName, progress, paper);
    case TableFormat::Html: return writeTableHtml(content, fileName, progress);
    case TableFormat::Csv: return writeTableCsv(content, fileName, progress);
    case TableFormat::Xlsx: return writeTableWorkbook(content, fileName, progress, paper);
    }
    Q_UNREACHABLE();
}

QString tableFileName(const EditionContent &content, const QString &suffix)
{
    QStringList names{QStringLiteral("tableau-formations-collectives"), content.label(),
                      QStringLiteral("du"), content.date.toString(Qt::ISODate)};
    if (content.annulled)
        names << QStringLiteral("annulee");
    names += viewNames(content.view);
    return names.join(u'-') + u'.' + suffix;
}

} // namespace recoupe
