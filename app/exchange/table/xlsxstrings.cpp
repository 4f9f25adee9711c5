// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/xlsxstrings.h"

#include "exchange/table/tablerows.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

namespace recoupe {

namespace {

constexpr std::size_t maxBytes = 512 * 1024 * 1024;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

// Office Open XML, 22.9.2.19 (ST_Xstring).
QString unescaped(QString text)
{
    static const QRegularExpression escape(QStringLiteral("_x([0-9A-Fa-f]{4})_"));
    for (qsizetype at = text.indexOf(u"_x"); at >= 0; at = text.indexOf(u"_x", at + 1)) {
        const QRegularExpressionMatch match =
            escape.match(text, at, QRegularExpression::NormalMatch,
                         QRegularExpression::AnchorAtOffsetMatchOption);
        if (match.hasMatch()) {
            const QChar character(char16_t(match.capturedView(1).toUShort(nullptr, 16)));
            text.replace(at, match.capturedLength(), character);
        }
    }
    return text;
}

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
    if (m_inText && !m_inPhonetic && !isTooLong())
        m_text.append(text);
}

bool XlsxTextCollector::isTooLong() const
{
    return m_text.size() > std::size_t(4 * maxCellCharacters);
}

QString XlsxTextCollector::take()
{
    return unescaped(QString::fromUtf8(takeRaw()));
}

std::string XlsxTextCollector::takeRaw()
{
    return std::exchange(m_text, std::string());
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
    const bool isTooMuch = m_item.isTooLong() || m_text.size() > maxBytes;
    m_text += m_item.takeRaw();
    m_ends.push_back(quint32(m_text.size()));
    if (!isTooMuch)
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

std::optional<QString> XlsxStrings::at(qint64 index) const
{
    if (index < 0 || index >= qint64(m_ends.size()))
        return std::nullopt;
    const std::size_t begin = index == 0 ? 0 : m_ends[std::size_t(index - 1)];
    const std::size_t end = m_ends[std::size_t(index)];
    return unescaped(QString::fromUtf8(m_text.data() + begin, qsizetype(end - begin)));
}

} // namespace recoupe
