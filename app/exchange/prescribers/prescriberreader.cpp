// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/prescribers/prescriberreader.h"

#include "core/textfolding.h"
#include "domain/departement.h"
#include "domain/mailaddress.h"
#include "exchange/table/linelist.h"
#include "exchange/table/tablerecords.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

enum Column : std::size_t
{
    DepartementName,
    Structure,
    Address,
    ColumnCount,
};

constexpr std::array<TableColumn, ColumnCount> columns{{
    {u"departement",
     {u"dpt", u"dept", u"dep", u"codedepartement", u"numerodepartement", u"ndepartement",
      u"nodepartement", u"departements", u"territoire", u"secteur", u"zone"},
     true,
     QT_TRANSLATE_NOOP("Recoupe", "écrire le code du département sur chaque ligne, ou "
                                  "« region » pour qui reçoit tout")},
    {u"structure",
     {u"nomdelastructure", u"nomstructure", u"organisme", u"nom", u"prescripteur", u"etablissement",
      u"destinataire", u"raisonsociale"}},
    {u"courriel",
     {u"courriels", u"mail", u"mails", u"email", u"emails", u"adressemail", u"adresseemail",
      u"adressecourriel", u"adresseelectronique", u"adresseselectroniques", u"adressemel", u"mel",
      u"messagerie", u"adressedemessagerie"},
     true},
}};

//! Said in words, never by an empty cell: that may as well be one that was forgotten, and who was
//! forgotten would get the courses of the whole region.
bool isWholeRegion(const QString &text)
{
    static constexpr std::array words{
        u"tous",      u"toutes",          u"tous les departements", u"region",
        u"la region", u"toute la region", u"region entiere",        u"regional",
    };
    const QString key = folded(text);
    return std::ranges::any_of(words, [&key](const char16_t *word) { return key == word; });
}

QString departementOf(TableFields &fields)
{
    const QString text = fields.text(DepartementName);
    if (isWholeRegion(text))
        return {};
    const QString code = departementCode(text);
    if (code.isEmpty())
        fields.refuse(DepartementName,
                      Tr::tr("un seul département, par son code ou son nom, comme « 63 » ou "
                             "« Puy-de-Dôme » ; « region » ou « tous » pour toute la région"));
    return code;
}

//! The addresses of a cell, as people paste them: "a@b.fr; Jean Dupont <c@d.fr>".
QStringList addressesIn(const QString &cell)
{
    static const QRegularExpression named(QStringLiteral("[^<>;,]*<([^<>]*)>"));
    static const QRegularExpression between(QStringLiteral("[\\s;,]+"));
    return QString(cell).replace(named, QStringLiteral(" \\1 ")).split(between, Qt::SkipEmptyParts);
}

QStringList addressesOf(TableFields &fields)
{
    const QStringList addresses =
        addressesIn(fields.neededText(Address, Tr::tr("l'adresse électronique de la structure")));
    const auto wrong = std::ranges::find_if_not(addresses, isWellFormedEmail);
    if (wrong != addresses.end())
        fields.refuse(
            Address, Tr::tr("une adresse comme nom@structure.fr, ou plusieurs séparées par « ; » ; "
                            "« %1 » n'en est pas une")
                         .arg(*wrong));
    else if (addresses.isEmpty())
        fields.refuse(Address, Tr::tr("une adresse comme nom@structure.fr"));
    return addresses;
}

//! Keeps each address once for a département.
class PrescriberRows
{
public:
    explicit PrescriberRows(PrescriberFile &file)
        : m_file(file)
    {
    }

    void take(TableFields &fields)
    {
        const QString departement = departementOf(fields);
        const QString structure = fields.text(Structure);
        const QStringList addresses = addressesOf(fields);
        if (fields.isRefused()) {
            m_file.rejections << fields.rejection(structure);
            return;
        }
        bool isRepeated = false;
        for (const QString &address : addresses)
            isRepeated = !append({departement, structure, address}) || isRepeated;
        if (isRepeated)
            m_repeated.add(fields.line());
    }

    [[nodiscard]] QStringList warnings() const
    {
        if (m_repeated.isEmpty())
            return {};
        return {Tr::tr("Adresses déjà nommées plus haut pour le même département, gardées une "
                       "seule fois : lignes %1.")
                    .arg(m_repeated.text())};
    }

private:
    bool append(const Prescriber &prescriber)
    {
        Prescriber *first =
            m_rows.append(prescriber, {prescriber.departement, mailAddressKey(prescriber.address)});
        if (first && first->structure.isEmpty())
            first->structure = prescriber.structure;
        return !first;
    }

    PrescriberFile &m_file;
    TableRows<Prescriber, std::pair<QString, QString>> m_rows{m_file.prescribers};
    LineList m_repeated;
};

} // namespace

std::span<const TableColumn> prescriberColumns()
{
    return columns;
}

Result<PrescriberFile> readPrescribers(const QString &fileName, const TableProfile &profile)
{
    PrescriberFile file;
    PrescriberRows rows(file);
    const Result<QStringList> warnings =
        readTableRecords(fileName, columns, profile, [&rows](TableFields &fields) -> Result<> {
            rows.take(fields);
            return {};
        });
    if (!warnings)
        return failureOf(warnings);
    file.warnings = *warnings + rows.warnings();
    return file;
}

} // namespace recoupe
