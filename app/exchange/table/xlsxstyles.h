// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/xml/xmlreader.h"

#include <QHash>
#include <QList>
#include <QString>

namespace recoupe {

//! As far as it changes what a number says.
struct XlsxFormat
{
    enum class Kind
    {
        Number,
        Date,
        Time,
    };
    Kind kind = Kind::Number;
    int digits = 0; //!< of a format such as 00000: leading zeros are part of the value

    friend bool operator==(const XlsxFormat &, const XlsxFormat &) = default;
};

//! What a number format code means: "dd/mm/yyyy", "[$-40C]d mmmm yyyy", "hh:mm", "00000".
[[nodiscard]] XlsxFormat xlsxFormatOf(QStringView code);

//! The text of a number under its format. \a from1904: the calendar of the workbook.
[[nodiscard]] QString xlsxNumberText(const QString &value, XlsxFormat format, bool from1904);

//! The `styles` part: the number format of each cell style.
class XlsxStyles : public XmlHandler
{
public:
    explicit XlsxStyles(QString fileName)
        : m_fileName(std::move(fileName))
    {
    }

    Result<> startElement(const XmlStart &element) override;
    Result<> endElement(std::string_view name) override;

    //! By the index that cells name.
    [[nodiscard]] const QList<XlsxFormat> &formats() const { return m_formats; }

private:
    QString m_fileName;
    QHash<int, XlsxFormat> m_custom;
    QList<XlsxFormat> m_formats;
    bool m_inCellFormats = false;
};

} // namespace recoupe
