// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/sesar/sesarreader.h"

#include "core/textfolding.h"
#include "exchange/table/tablerecords.h"

#include <QCoreApplication>

#include <algorithm>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

enum Column : std::size_t
{
    Market,
    Session,
    Title,
    Start,
    End,
    PlaceName,
    PostalCode,
    Objective,
    Entries,
    ColumnCount,
};

constexpr std::array<TableColumn, ColumnCount> columns{{
    {u"numero_marche",
     {u"numerodemarche", u"numerodumarche", u"ndemarche", u"nodemarche", u"ndumarche", u"nmarche",
      u"nomarche", u"nummarche", u"marche", u"referencemarche", u"refmarche"},
     true},
    {u"numero_session",
     {u"numerodesession", u"numerodelasession", u"ndesession", u"nodesession", u"nsession",
      u"nosession", u"session", u"idsession", u"codesession"}},
    {u"intitule",
     {u"intitulesession", u"intituledelasession", u"intituleformation", u"intituledelaformation",
      u"libelle", u"titre", u"action"}},
    {u"date_debut", {u"datededebut", u"debut", u"datedudebut", u"debutdelasession"}, true},
    {u"date_fin", {u"datedefin", u"fin", u"datedelafin", u"findelasession"}, true},
    {u"lieu", {u"ville", u"commune", u"lieudeformation", u"lieuformation"}},
    {u"code_postal", {u"cp", u"codepostaldulieu", u"codepostallieu"}},
    {u"objectif", {u"objectifs", u"objectifdelaformation"}},
    {u"entrees",
     {u"entree", u"modalitesentrees", u"modalitesdentree", u"typedentrees", u"entreessorties"}},
}};

EntryMode entryModeOf(TableFields &fields)
{
    struct Word
    {
        QLatin1String beginning;
        EntryMode mode;
    };
    static constexpr std::array words{
        Word{QLatin1String("fixe"), EntryMode::Fixed},
        Word{QLatin1String("dates fixes"), EntryMode::Fixed},
        Word{QLatin1String("permanente"), EntryMode::Permanent},
        Word{QLatin1String("entrees permanentes"), EntryMode::Permanent},
    };
    const QString text = folded(fields.text(Entries));
    if (text.isEmpty())
        return EntryMode::Unknown;
    const auto found = std::ranges::find_if(
        words, [&text](const Word &word) { return text.startsWith(word.beginning); });
    if (found != words.end())
        return found->mode;
    fields.refuse(Entries, Tr::tr("« fixes » ou « permanentes »"));
    return EntryMode::Unknown;
}

SesarDeclaration declarationOf(TableFields &fields)
{
    SesarDeclaration declaration;
    declaration.market = fields.market(Market);
    declaration.sessionNumero = fields.identifier(Session);
    declaration.title = fields.text(Title);
    declaration.start = fields.neededDate(Start);
    declaration.end = fields.neededDate(End);
    fields.checkPeriod(declaration.start, declaration.end, End);
    declaration.place = fields.text(PlaceName);
    declaration.postalCode = fields.postalCode(PostalCode);
    declaration.objective = fields.text(Objective);
    declaration.entryMode = entryModeOf(fields);
    declaration.extras = fields.extras();
    return declaration;
}

QString nameOf(const SesarDeclaration &declaration)
{
    return declaration.sessionNumero.isEmpty()
               ? nameOfMarket(declaration.market)
               : Tr::tr("session %1").arg(declaration.sessionNumero);
}

QString identityOf(const SesarDeclaration &declaration)
{
    const QString &session = declaration.sessionNumero;
    return QStringList{declaration.market.normalized(), session,
                       session.isEmpty() ? declaration.start.toString(Qt::ISODate) : QString()}
        .join(u'\n');
}

void takeRow(TableFields &fields, TableRows<SesarRow> &rows, QList<Rejection> &rejections)
{
    const SesarRow row{declarationOf(fields), fields.line()};
    const SesarRow *first =
        fields.isRefused() ? nullptr : rows.append(row, identityOf(row.declaration));
    if (first && first->declaration != row.declaration) {
        fields.refuse(Market, Tr::tr("une seule ligne par session, ou par marché et date de "
                                     "début : la ligne %1 dit autre chose")
                                  .arg(first->line));
    }
    if (fields.isRefused())
        rejections << fields.rejection(nameOf(row.declaration));
}

} // namespace

std::span<const TableColumn> sesarColumns()
{
    return columns;
}

Result<SesarFile> readSesar(const QString &fileName, const TableProfile &profile)
{
    SesarFile file;
    TableRows<SesarRow> rows(file.rows);
    Result<QStringList> warnings =
        readTableRecords(fileName, columns, profile, [&](TableFields &fields) -> Result<> {
            takeRow(fields, rows, file.rejections);
            return {};
        });
    if (!warnings)
        return failureOf(warnings);
    file.warnings = *std::move(warnings);
    return file;
}

} // namespace recoupe
