// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/htmldocument.h"

#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace recoupe::testing {

namespace {

constexpr double leastContrast = 4.5; // WCAG 2, 1.4.3

class Reading
{
public:
    explicit Reading(const QByteArray &xml)
        : m_xml(xml)
    {
    }

    HtmlDocument read()
    {
        while (!m_xml.atEnd()) {
            switch (m_xml.readNext()) {
            case QXmlStreamReader::StartElement: begin(m_xml.name().toString()); break;
            case QXmlStreamReader::EndElement: end(); break;
            case QXmlStreamReader::Characters: take(m_xml.text().toString()); break;
            default: break;
            }
        }
        if (m_xml.hasError())
            m_document.complaints << m_xml.errorString();
        return m_document;
    }

private:
    [[nodiscard]] QString attribute(const char *name) const
    {
        return m_xml.attributes().value(QLatin1String(name)).toString();
    }

    void begin(const QString &name)
    {
        m_open << name;
        m_document.elements << name;
        if (const QString id = attribute("id"); !id.isEmpty())
            m_document.ids << id;
        for (const char *reference : {"href", "src"}) {
            if (m_xml.attributes().hasAttribute(QLatin1String(reference)))
                m_document.links << attribute(reference);
        }
        if (name == u"html")
            m_document.language = attribute("lang");
        if (name == u"meta")
            m_document.charset += attribute("charset");
        m_isEmphasis << (attribute("class") == u"alert");
        if (m_isEmphasis.last())
            m_document.emphasis << QString();
        beginTablePart(name);
    }

    void beginTablePart(const QString &name)
    {
        if (name == u"table")
            m_document.tables << HtmlTable();
        else if (m_document.tables.isEmpty())
            return;
        HtmlTable &table = m_document.tables.last();
        if (name == u"tbody")
            table.bodies << QList<HtmlRow>();
        if (name == u"tr")
            rows(table) << HtmlRow();
        if (name == u"th" || name == u"td") {
            const QString span = attribute("colspan");
            rows(table).last() << HtmlCell{
                name == u"th", attribute("scope"), span.isEmpty() ? 1 : span.toInt(), {}, {}};
            m_line.clear();
        }
        if (name == u"br")
            endLine();
        if (name == u"a" && isInCell())
            cell().links << attribute("href");
    }

    void end()
    {
        if (m_open.last() == u"th" || m_open.last() == u"td")
            endLine();
        m_open.removeLast();
        m_isEmphasis.removeLast();
    }

    void take(const QString &text)
    {
        if (m_open.contains(u"title"))
            m_document.title += text;
        if (m_open.contains(u"style"))
            m_document.styles += text;
        if (m_open.contains(u"body"))
            m_document.text += text;
        if (m_open.contains(u"caption"))
            m_document.tables.last().caption += text;
        if (m_isEmphasis.contains(true))
            m_document.emphasis.last() += text;
        m_line += text;
    }

    [[nodiscard]] bool isInCell() const { return m_open.contains(u"th") || m_open.contains(u"td"); }
    QList<HtmlRow> &rows(HtmlTable &table)
    {
        return m_open.contains(u"thead") || table.bodies.isEmpty() ? table.head
                                                                   : table.bodies.last();
    }
    HtmlCell &cell() { return rows(m_document.tables.last()).last().last(); }

    void endLine()
    {
        if (const QString line = m_line.simplified(); isInCell() && !line.isEmpty())
            cell().lines << line;
        m_line.clear();
    }

    QXmlStreamReader m_xml;
    HtmlDocument m_document;
    QStringList m_open;
    QList<bool> m_isEmphasis; //!< of each that is open
    QString m_line;
};

double luminance(const QString &colour)
{
    const auto channel = [&colour](qsizetype at) {
        const double value = colour.mid(at, 2).toInt(nullptr, 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

QStringList colourFaults(const QString &styles)
{
    static const QRegularExpression rule(QStringLiteral("([^{}]+)\\{([^{}]*)\\}"));
    static const QRegularExpression front(QStringLiteral("(?<![-\\w])color: *(#\\w{6})"));
    static const QRegularExpression behind(QStringLiteral("background-color: *(#\\w{6})"));
    QStringList faults;
    for (auto rules = rule.globalMatch(styles); rules.hasNext();) {
        const auto match = rules.next();
        const QString text = front.match(match.captured(2)).captured(1);
        const QString ground = behind.match(match.captured(2)).captured(1);
        const QString name = match.captured(1).simplified();
        if (text.isEmpty() != ground.isEmpty())
            faults << name + QStringLiteral(" sets one colour of two");
        else if (!text.isEmpty() && contrast(text, ground) < leastContrast)
            faults << name + QStringLiteral(" has too little contrast");
    }
    return faults;
}

int columnsOf(const HtmlRow &row)
{
    return std::accumulate(row.begin(), row.end(), 0,
                           [](int sum, const HtmlCell &cell) { return sum + cell.span; });
}

QStringList tableFaults(const HtmlTable &table)
{
    QStringList faults;
    if (table.caption.simplified().isEmpty())
        faults << QStringLiteral("table without caption");
    if (table.head.size() != 1)
        return faults << QStringLiteral("table without one row of headings");
    const int columns = columnsOf(table.head.first());
    for (const QList<HtmlRow> &rows : QList<QList<HtmlRow>>{table.head} + table.bodies) {
        for (const HtmlRow &row : rows) {
            if (columnsOf(row) != columns)
                faults << QStringLiteral("row of %1 columns").arg(columnsOf(row));
            if (std::ranges::none_of(row, &HtmlCell::isHeading))
                faults << QStringLiteral("row without heading");
            for (const HtmlCell &cell : row) {
                if (cell.isHeading && cell.scope.isEmpty())
                    faults << QStringLiteral("heading without scope: ") + cell.lines.join(u' ');
            }
        }
    }
    return faults;
}

QStringList referenceFaults(const HtmlDocument &document)
{
    QStringList faults;
    QSet<QString> ids;
    for (const QString &id : document.ids) {
        if (ids.contains(id))
            faults << QStringLiteral("id used twice: ") + id;
        ids << id;
    }
    for (const QString &link : document.links) {
        if (link.startsWith(u'#') ? !ids.contains(link.mid(1)) : !link.startsWith(u"mailto:"))
            faults << QStringLiteral("leads out of the file, or nowhere: ") + link;
    }
    for (const char *outside : {"url(", "@import"}) {
        if (document.styles.contains(QLatin1String(outside)))
            faults << QStringLiteral("style that needs another file");
    }
    return faults;
}

} // namespace

HtmlDocument parsedHtml(const QByteArray &html)
{
    static const QRegularExpression young(QStringLiteral("Tag (?:header|main|nav|wbr) invalid"));
    QProcess parser;
    parser.start(QStringLiteral("xmllint"), {QStringLiteral("--html"), QStringLiteral("--huge"),
                                             QStringLiteral("--xmlout"), QStringLiteral("-")});
    parser.write(html);
    parser.closeWriteChannel();
    if (!parser.waitForFinished(120000))
        QTest::qFail("xmllint is missing or does not end: install libxml2-utils.", __FILE__,
                     __LINE__);
    HtmlDocument document = Reading(parser.readAllStandardOutput()).read();
    for (const QString &line : QString::fromUtf8(parser.readAllStandardError()).split(u'\n')) {
        if (line.contains(u"error") && !young.match(line).hasMatch())
            document.complaints << line;
    }
    return document;
}

double contrast(const QString &one, const QString &other)
{
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

QStringList accessibilityFaults(const HtmlDocument &document)
{
    QStringList faults = document.complaints;
    if (document.language != u"fr")
        faults << QStringLiteral("language not said");
    if (document.charset.toLower() != u"utf-8")
        faults << QStringLiteral("charset not said");
    if (document.title.simplified().isEmpty())
        faults << QStringLiteral("document without title");
    if (document.elements.count(QStringLiteral("h1")) != 1)
        faults << QStringLiteral("not one first heading");
    if (document.elements.contains(QStringLiteral("script")))
        faults << QStringLiteral("script");
    for (const QString &text : document.emphasis) {
        if (text.simplified().isEmpty())
            faults << QStringLiteral("mark without words");
    }
    for (const HtmlTable &table : document.tables)
        faults << tableFaults(table);
    return faults << referenceFaults(document) << colourFaults(document.styles);
}

} // namespace recoupe::testing
