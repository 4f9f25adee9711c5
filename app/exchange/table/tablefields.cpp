// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/tablefields.h"

#include "core/shortdate.h"
#include "exchange/table/headersearch.h"
#include "exchange/table/sheetcells.h"
#include "exchange/table/tabledates.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace recoupe {

namespace {

constexpr qsizetype codeDigits = 5;
constexpr qsizetype siretDigits = 14;
constexpr qsizetype maxNameCharacters = 60;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

bool isDigits(QStringView text)
{
    return !text.isEmpty() &&
           std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

const QRegularExpression &roundedNumber()
{
    static const QRegularExpression form(QStringLiteral("\\d+(?:[.,]\\d+)?[eE]\\+\\d+"));
    return form;
}

} // namespace

QString remarkSentence(TableRemark remark)
{
    switch (remark) {
    case TableRemark::PostalCodeRestored:
        return Tr::tr("Codes postaux de quatre chiffres complétés par un zéro à gauche, que le "
                      "tableur avait retiré : lignes %1.");
    case TableRemark::InseeCodeRestored:
        return Tr::tr("Codes INSEE de quatre chiffres complétés par un zéro à gauche, que le "
                      "tableur avait retiré : lignes %1.");
    case TableRemark::SiretRestored:
        return Tr::tr("SIRET de treize chiffres complétés par un zéro à gauche, que le tableur "
                      "avait retiré : lignes %1.");
    case TableRemark::SiretRounded:
        return Tr::tr("SIRET que le tableur a arrondis (1,23E+13) et dont il a perdu des chiffres, "
                      "laissés de côté : mettez la colonne au format Texte, saisissez-les à "
                      "nouveau et importez le fichier, lignes %1.");
    case TableRemark::NoSiret:
        return Tr::tr("SIRET qui n'ont pas quatorze chiffres, gardés tels quels : vérifiez les "
                      "lignes %1.");
    case TableRemark::DateFromSerial:
        return Tr::tr("Dates écrites en nombre de jours (46338), comme le tableur les compte, et "
                      "lues ainsi : vérifiez les lignes %1.");
    case TableRemark::AwardeeJoined:
        return Tr::tr("Marchés notifiés sur plusieurs lignes, une par titulaire, et réunis : "
                      "lignes %1.");
    case TableRemark::FilledFromAbove: break;
    }
    return Tr::tr("Cellules fusionnées sur plusieurs lignes, dont le contenu a été lu pour "
                  "chacune : vérifiez les lignes %1.");
}

QString TableFields::text(std::size_t column)
{
    const QString value = m_context.header.cell(m_row, column);
    if (isFailedFormula(value)) {
        refuse(column, Tr::tr("une valeur : la formule est en erreur ou n'a pas été calculée, "
                              "corrigez-la et enregistrez le classeur dans le tableur"));
    }
    return value;
}

QString TableFields::neededText(std::size_t column, const QString &expected)
{
    const QString value = text(column);
    if (value.isEmpty())
        refuse(column, expected);
    return value;
}

QString TableFields::identifier(std::size_t column)
{
    const QString value = text(column);
    const bool isRounded =
        value.contains(u'+') && roundedNumber().match(value).capturedLength() == value.size();
    if (isRounded) {
        refuse(column, Tr::tr("tous les chiffres : le tableur a arrondi ce numéro, mettez la "
                              "colonne au format Texte et saisissez-le à nouveau"));
    }
    return value;
}

QDate TableFields::date(std::size_t column)
{
    const QString value = text(column);
    if (value.isEmpty())
        return {};
    const WrittenDate written = readDate(value);
    if (written.day.isValid())
        return written.day;
    const QDate counted = dateOfSerial(value, m_context.dayZero);
    if (counted.isValid()) {
        remark(TableRemark::DateFromSerial);
        return counted;
    }
    refuse(column, written.hasShortYear
                       ? Tr::tr("une date dont l'année a quatre chiffres (JJ/MM/AAAA)")
                       : Tr::tr("une date qui existe, JJ/MM/AAAA ou AAAA-MM-JJ"));
    return {};
}

QDate TableFields::neededDate(std::size_t column)
{
    const QDate value = date(column);
    if (!value.isValid())
        refuse(column, Tr::tr("une date, JJ/MM/AAAA ou AAAA-MM-JJ"));
    return value;
}

void TableFields::checkPeriod(QDate start, QDate end, std::size_t endColumn)
{
    if (start.isValid() && end.isValid() && end < start) {
        refuse(endColumn,
               Tr::tr("une date qui ne soit pas avant celle du début (%1)").arg(shortDate(start)));
    }
}

std::optional<int> TableFields::count(std::size_t column)
{
    const QString value = text(column);
    if (value.isEmpty())
        return std::nullopt;
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    if (!isNumber || number < 0)
        refuse(column, Tr::tr("un nombre entier"));
    return number;
}

MarketNumber TableFields::market(std::size_t column)
{
    const MarketNumber market(identifier(column));
    if (market.isMissing())
        refuse(column, Tr::tr("un numéro de marché"));
    return market;
}

QString TableFields::postalCode(std::size_t column)
{
    return code(column, TableRemark::PostalCodeRestored);
}

QString TableFields::inseeCode(std::size_t column)
{
    return code(column, TableRemark::InseeCodeRestored);
}

QString TableFields::code(std::size_t column, TableRemark whenRestored)
{
    const QString written = identifier(column);
    QString digits = written;
    digits.removeIf([](QChar c) { return c.isSpace(); });
    return isDigits(digits) ? restored(digits, codeDigits, whenRestored) : written;
}

QString TableFields::siret(std::size_t column)
{
    QString value = text(column);
    if (value.contains(u'+') && value.contains(roundedNumber())) {
        remark(TableRemark::SiretRounded);
        value.remove(roundedNumber());
    }
    return restored(value, siretDigits, TableRemark::SiretRestored);
}

QString TableFields::restored(const QString &number, qsizetype size, TableRemark whenRestored)
{
    if (number.size() != size - 1 || !isDigits(number))
        return number;
    remark(whenRestored);
    return u'0' + number;
}

void TableFields::checkWidth()
{
    const std::optional<qsizetype> stray = m_context.header.strayCell(m_row);
    if (!stray)
        return;
    m_defect = Rejection{m_context.fileName,
                         m_row.line,
                         {},
                         Tr::tr("colonne %1").arg(*stray + 1),
                         m_row.cells[*stray].trimmed(),
                         Tr::tr("rien au-delà des %1 colonnes de l'en-tête : si un texte contient "
                                "le séparateur, mettez-le entre guillemets")
                             .arg(m_context.header.width())};
}

void TableFields::refuse(std::size_t column, const QString &expected)
{
    if (!m_defect) {
        m_defect = Rejection{m_context.fileName,
                             m_row.line,
                             {},
                             m_context.header.title(column),
                             m_context.header.cell(m_row, column),
                             expected};
    }
}

Rejection TableFields::rejection(const QString &record) const
{
    Rejection rejection = m_defect.value_or(Rejection());
    rejection.record = record;
    if (record.isEmpty()) {
        const QString words = wordsOf({m_row});
        rejection.record = Tr::tr("« %1 »").arg(
            words.size() > maxNameCharacters ? words.left(maxNameCharacters) + u'…' : words);
    }
    return rejection;
}

QString nameOfMarket(const MarketNumber &market)
{
    return market.isMissing() ? QString() : Tr::tr("marché %1").arg(market.text());
}

} // namespace recoupe
