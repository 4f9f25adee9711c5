// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/xlsxstyles.h"

#include "exchange/table/sheetcells.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>

namespace recoupe {

namespace {

using Kind = XlsxFormat::Kind;

constexpr int daysFrom1900To1904 = 1462;
constexpr qsizetype maxFormats = 100'000; // Excel itself has 65 490
constexpr double lastSerial = 2'958'466;  // the day after 9999-12-31

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

struct BuiltinFormats
{
    int first;
    int last;
    Kind kind;
};

// Office Open XML, 18.8.30: those that are not written out in the file.
constexpr std::array builtinFormats{
    BuiltinFormats{14, 17, Kind::Date}, BuiltinFormats{18, 21, Kind::Time},
    BuiltinFormats{22, 22, Kind::Date}, BuiltinFormats{27, 31, Kind::Date},
    BuiltinFormats{45, 47, Kind::Time}, BuiltinFormats{50, 58, Kind::Date},
};

XlsxFormat builtinFormat(int id)
{
    const auto found = std::ranges::find_if(builtinFormats, [id](const BuiltinFormats &row) {
        return id >= row.first && id <= row.last;
    });
    return {found == builtinFormats.end() ? Kind::Number : found->kind, 0};
}

QString numberOf(std::string_view text)
{
    return QString::fromLatin1(text.data(), qsizetype(text.size()));
}

// Day 60 is 1900-02-29, which never was: before it the count is one day off.
QDate dateOfSerial(double serial, bool from1904)
{
    const auto day = qint64(serial) + (from1904 ? daysFrom1900To1904 : 0);
    return QDate(1899, 12, day < 60 ? 31 : 30).addDays(day);
}

QString timeText(double serial)
{
    const auto seconds = std::lround((serial - std::floor(serial)) * 86400);
    return QTime(0, 0).addSecs(int(seconds)).toString(QStringLiteral("HH:mm:ss"));
}

QString dateText(double serial, bool from1904)
{
    const QString day = dateOfSerial(serial, from1904).toString(Qt::ISODate);
    const bool hasTime = serial - std::floor(serial) > 1e-9;
    return hasTime ? day + u' ' + timeText(serial) : day;
}

} // namespace

XlsxFormat xlsxFormatOf(QStringView code)
{
    static const QRegularExpression literals(
        QStringLiteral("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h+\\]|m+\\]|s+\\])[^\\]]*\\]"),
        QRegularExpression::CaseInsensitiveOption);
    const QString first = code.toString().remove(literals).section(u';', 0, 0).toLower();
    if (!first.isEmpty() && std::ranges::all_of(first, [](QChar c) { return c == u'0'; }))
        return {Kind::Number, int(std::min<qsizetype>(first.size(), 30))};
    const auto has = [&first](const char16_t letter) { return first.contains(letter); };
    if (first == u"general" || first == u"@" ||
        !(has(u'd') || has(u'y') || has(u'm') || has(u'h') || has(u's')))
        return {};
    const bool isTime = (has(u'h') || has(u's')) && !has(u'd') && !has(u'y');
    return {isTime ? Kind::Time : Kind::Date, 0};
}

QString xlsxNumberText(const QString &value, XlsxFormat format, bool from1904)
{
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    if (!isNumber)
        return value;
    const bool isSerial = number >= 0 && number < lastSerial;
    if (isSerial && format.kind == Kind::Date)
        return dateText(number, from1904);
    if (isSerial && format.kind == Kind::Time)
        return timeText(number);
    return plainNumber(number).rightJustified(format.digits, u'0');
}

Result<> XlsxStyles::startElement(const XmlStart &element)
{
    const auto numberFormat = [&element] {
        return numberOf(element.attribute("numFmtId")).toInt();
    };
    if (element.name == "numFmt") {
        const std::string_view code = element.attribute("formatCode");
        m_custom.insert(numberFormat(),
                        xlsxFormatOf(QString::fromUtf8(code.data(), qsizetype(code.size()))));
    } else if (element.name == "cellXfs") {
        m_inCellFormats = true;
    } else if (element.name == "xf" && m_inCellFormats) {
        const int id = numberFormat();
        m_formats << m_custom.value(id, builtinFormat(id));
    }
    if (m_formats.size() <= maxFormats && m_custom.size() <= maxFormats)
        return {};
    return fail(ErrorCode::LimitExceeded,
                Tr::tr("Le classeur « %1 » est refusé : il a plus de formats de cellule qu'aucun "
                       "tableur n'en écrit. Faites-le vérifier par celui qui l'a produit.")
                    .arg(QFileInfo(m_fileName).fileName()),
                {}, {m_fileName});
}

Result<> XlsxStyles::endElement(std::string_view name)
{
    if (name == "cellXfs")
        m_inCellFormats = false;
    return {};
}

} // namespace recoupe
