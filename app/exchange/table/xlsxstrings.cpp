// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/xlsxstrings.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace recoupe {

namespace {

constexpr qsizetype maxCharacters = 256 * 1024 * 1024;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

} // namespace

void XlsxTextCollector::start(std::string_view element)
{
    if (element == "rPh")
        m_inPhonetic = true;
    else if (element == "t")
        m_inText = true;
}

void XlsxTextCollector::end(std::string_view element)
{
    if (element == "rPh")
        m_inPhonetic = false;
    else if (element == "t")
        m_inText = false;
}

void XlsxTextCollector::add(std::string_view text)
{
    if (m_inText && !m_inPhonetic)
        m_text.append(text);
}

QString XlsxTextCollector::take()
{
    const QString text = QString::fromUtf8(m_text.data(), qsizetype(m_text.size()));
    m_text.clear();
    return text;
}

Result<> XlsxStrings::startElement(const XmlStart &element)
{
    m_item.start(element.name);
    return {};
}

Result<> XlsxStrings::endElement(std::string_view name)
{
    m_item.end(name);
    if (name != "si")
        return {};
    m_strings << m_item.take();
    m_characters += m_strings.back().size();
    if (m_characters <= maxCharacters)
        return {};
    return fail(ErrorCode::LimitExceeded,
                Tr::tr("Le classeur « %1 » contient trop de texte : enregistrez-le en CSV, ou en "
                       "plusieurs fichiers.")
                    .arg(QFileInfo(m_fileName).fileName()),
                {}, {m_fileName});
}

Result<> XlsxStrings::text(std::string_view text)
{
    m_item.add(text);
    return {};
}

} // namespace recoupe
