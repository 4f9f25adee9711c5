// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/tablerecords.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace recoupe {

namespace {

constexpr qsizetype maxLinesNamed = 100;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

// What spreadsheets show, in English and in French, where a formula failed.
bool isSpreadsheetError(const QString &text)
{
    static constexpr std::array errors{u"#REF!",  u"#N/A",     u"#VALUE!", u"#DIV/0!",
                                       u"#NAME?", u"#NUM!",    u"#NULL!",  u"#VALEUR!",
                                       u"#NOM?",  u"#NOMBRE!", u"#NUL!"};
    return text.startsWith(u'#') &&
           std::ranges::any_of(errors, [&text](const char16_t *error) { return text == error; });
}

// A time of day after the date is of no use here.
QDate dateOf(const QString &text)
{
    static const QRegularExpression form(QStringLiteral(
        "^(?:(\\d{1,2})/(\\d{1,2})/(\\d{4})|(\\d{4})-(\\d{2})-(\\d{2}))(?:[ T][0-9:.]+Z?)?$"));
    const QRegularExpressionMatch match = form.match(text);
    const auto number = [&match](int group) { return match.capturedView(group).toInt(); };
    return match.hasCaptured(1) && !match.capturedView(1).isEmpty()
               ? QDate(number(3), number(2), number(1))
               : QDate(number(4), number(5), number(6));
}

bool hasShortYear(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2}$"));
    return form.match(text).hasMatch();
}

bool isDigits(QStringView text)
{
    return !text.isEmpty() &&
           std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QString remarkSentence(TableRemark remark)
{
    switch (remark) {
    case TableRemark::PostalCodeRestored:
        return Tr::tr("Codes postaux de quatre chiffres complétés par un zéro à gauche, que le "
                      "tableur avait retiré : lignes %1.");
    case TableRemark::SiretRestored:
        return Tr::tr("SIRET de treize chiffres complétés par un zéro à gauche, que le tableur "
                      "avait retiré : lignes %1.");
    case TableRemark::NoSiret: break;
    }
    return Tr::tr("SIRET qui n'ont pas quatorze chiffres, gardés tels quels : vérifiez les lignes "
                  "%1.");
}

QString lineList(const QList<qint64> &lines)
{
    QStringList numbers;
    for (const qint64 line : lines.first(std::min(lines.size(), maxLinesNamed)))
        numbers << QString::number(line);
    const QString list = numbers.join(QStringLiteral(", "));
    return lines.size() > maxLinesNamed
               ? Tr::tr("%1 et %2 autres").arg(list).arg(lines.size() - maxLinesNamed)
               : list;
}

// The first row that says anything is the header; rows that say nothing are passed over.
class RecordSink
{
public:
    RecordSink(const QString &fileName, std::span<const TableColumn> columns,
               const std::function<void(TableFields &)> &take)
        : m_fileName(fileName)
        , m_columns(columns)
        , m_take(take)
    {
    }

    Result<> row(const TableRow &row)
    {
        if (row.isBlank())
            return {};
        if (m_header) {
            TableFields fields(*m_header, row, m_fileName);
            fields.checkWidth();
            m_take(fields);
            noteRemarks(fields);
            return {};
        }
        Result<TableHeader> header = TableHeader::read(row, m_columns, m_fileName);
        if (!header)
            return failureOf(header);
        m_header = *std::move(header);
        return {};
    }

    [[nodiscard]] bool hasHeader() const { return m_header.has_value(); }

    [[nodiscard]] QStringList warnings() const
    {
        QStringList sentences;
        for (std::size_t i = 0; i < tableRemarks; ++i) {
            if (!m_remarked[i].isEmpty())
                sentences << remarkSentence(TableRemark(i)).arg(lineList(m_remarked[i]));
        }
        return sentences;
    }

private:
    void noteRemarks(const TableFields &fields)
    {
        for (std::size_t i = 0; i < tableRemarks; ++i) {
            if (fields.has(TableRemark(i)) && !fields.isRefused())
                m_remarked[i] << fields.line();
        }
    }

    const QString &m_fileName;
    std::span<const TableColumn> m_columns;
    const std::function<void(TableFields &)> &m_take;
    std::optional<TableHeader> m_header;
    std::array<QList<qint64>, tableRemarks> m_remarked; // lines
};

} // namespace

QString TableFields::text(std::size_t column)
{
    const QString value = m_header.cell(m_row, column);
    if (isSpreadsheetError(value))
        refuse(column, Tr::tr("une valeur : la formule du tableur est en erreur"));
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
    static const QRegularExpression rounded(QStringLiteral("^\\d+(?:[.,]\\d+)?[eE]\\+\\d+$"));
    const QString value = text(column);
    if (rounded.match(value).hasMatch()) {
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
    const QDate date = dateOf(value);
    if (!date.isValid()) {
        refuse(column, hasShortYear(value)
                           ? Tr::tr("une date dont l'année a quatre chiffres (JJ/MM/AAAA)")
                           : Tr::tr("une date qui existe, JJ/MM/AAAA ou AAAA-MM-JJ"));
    }
    return date;
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
        refuse(endColumn, Tr::tr("une date qui ne soit pas avant celle du début (%1)")
                              .arg(start.toString(QStringLiteral("dd/MM/yyyy"))));
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
    const QString code = identifier(column);
    QString digits = code;
    digits.removeIf([](QChar c) { return c.isSpace(); });
    return isDigits(digits) ? restored(digits, 5, TableRemark::PostalCodeRestored) : code;
}

QString TableFields::siret(std::size_t column)
{
    return restored(identifier(column), 14, TableRemark::SiretRestored);
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
    const std::optional<qsizetype> stray = m_header.strayCell(m_row);
    if (!stray)
        return;
    m_defect = Rejection{m_fileName,
                         m_row.line,
                         {},
                         Tr::tr("colonne %1").arg(*stray + 1),
                         m_row.cells[*stray].trimmed(),
                         Tr::tr("rien au-delà des %1 colonnes de l'en-tête : si un texte contient "
                                "le séparateur, mettez-le entre guillemets")
                             .arg(m_header.width())};
}

void TableFields::refuse(std::size_t column, const QString &expected)
{
    if (!m_defect) {
        m_defect = Rejection{
            m_fileName, m_row.line, {}, m_header.title(column), m_header.cell(m_row, column),
            expected};
    }
}

Rejection TableFields::rejection(const QString &record) const
{
    Rejection rejection = m_defect.value_or(Rejection());
    rejection.record = record;
    return rejection;
}

QString nameOfMarket(const MarketNumber &market)
{
    return market.isMissing() ? QString() : Tr::tr("marché %1").arg(market.text());
}

Result<QStringList> readTableRecords(const QString &fileName, std::span<const TableColumn> columns,
                                     const std::function<void(TableFields &)> &take)
{
    RecordSink records(fileName, columns, take);
    const Result<QStringList> warnings =
        readTableRows(fileName, [&records](const TableRow &row) { return records.row(row); });
    if (!warnings)
        return warnings;
    if (!records.hasHeader()) {
        return fail(
            ErrorCode::NotTheFormat,
            Tr::tr("Le tableau « %1 » ne contient rien : vérifiez que c'est bien le fichier "
                   "qu'il faut.")
                .arg(QFileInfo(fileName).fileName()),
            {}, {fileName, 0, 0});
    }
    return *warnings + records.warnings();
}

} // namespace recoupe
