// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/pdf/pdfcontent.h"

#include <QSet>

namespace recoupe::test {

namespace {

const QByteArray delimiters("()<>[]{}/%");

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

//! Reads values and operators one after the other (ISO 32000-1, 7.2 and 7.3).
class ContentReader
{
public:
    explicit ContentReader(const QByteArray &content)
        : m_content(content)
    {
    }

    [[nodiscard]] QList<PdfOperation> operations();

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_content.size(); }
    [[nodiscard]] bool startsWith(const char *what) const
    {
        return QByteArrayView(m_content).sliced(m_at).startsWith(what);
    }
    void skipSpaces();
    [[nodiscard]] QByteArray word();
    [[nodiscard]] QJsonValue value();
    [[nodiscard]] QJsonArray valuesUntil(const char *end);
    [[nodiscard]] QJsonValue literalString();
    [[nodiscard]] QJsonValue hexString();

    QByteArray m_content;
    qsizetype m_at = 0;
    QByteArray m_operator; //!< of the last value() that was none
};

void ContentReader::skipSpaces()
{
    while (!atEnd() && isSpace(m_content.at(m_at)))
        ++m_at;
}

QByteArray ContentReader::word()
{
    const qsizetype start = m_at++;
    while (!atEnd() && !isSpace(m_content.at(m_at)) && !delimiters.contains(m_content.at(m_at)))
        ++m_at;
    return m_content.sliced(start, m_at - start);
}

QJsonArray ContentReader::valuesUntil(const char *end)
{
    QJsonArray values;
    for (skipSpaces(); !atEnd() && !startsWith(end); skipSpaces())
        values << value();
    m_at += qsizetype(qstrlen(end));
    return values;
}

QJsonValue ContentReader::hexString()
{
    const qsizetype end = m_content.indexOf('>', m_at);
    const QByteArray digits = m_content.sliced(m_at + 1, end - m_at - 1);
    m_at = end + 1;
    return QString::fromLatin1("b:" + digits.toLower());
}

QJsonValue ContentReader::literalString()
{
    QByteArray bytes;
    int depth = 0;
    do {
        const char c = m_content.at(m_at++);
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        bytes += c == '\\' ? m_content.at(m_at++) : c;
    } while (depth > 0 && !atEnd());
    return QString::fromLatin1("b:" + bytes.mid(1, bytes.size() - 2).toHex());
}

QJsonValue ContentReader::value()
{
    m_operator.clear();
    if (startsWith("<<")) {
        m_at += 2;
        const QJsonArray entries = valuesUntil(">>");
        QJsonObject dictionary;
        for (qsizetype i = 0; i + 1 < entries.size(); i += 2)
            dictionary[entries.at(i).toString()] = entries.at(i + 1);
        return dictionary;
    }
    switch (m_content.at(m_at)) {
    case '[': ++m_at; return valuesUntil("]");
    case '<': return hexString();
    case '(': return literalString();
    default: break;
    }
    const QByteArray token = word();
    bool isNumber = false;
    const double number = token.toDouble(&isNumber);
    if (isNumber)
        return number;
    if (!token.startsWith('/'))
        m_operator = token;
    return QString::fromLatin1(token);
}

QList<PdfOperation> ContentReader::operations()
{
    QList<PdfOperation> operations;
    QJsonArray operands;
    for (skipSpaces(); !atEnd(); skipSpaces()) {
        const QJsonValue next = value();
        if (m_operator.isEmpty() || m_operator == "true" || m_operator == "false") {
            operands << next;
            continue;
        }
        operations << PdfOperation{m_operator, operands};
        operands = {};
    }
    return operations;
}

QList<int> glyphsOf(const QJsonValue &operand)
{
    const QJsonArray parts = operand.isArray() ? operand.toArray() : QJsonArray{operand};
    QList<int> glyphs;
    for (const QJsonValue &part : parts) {
        const QByteArray codes = QByteArray::fromHex(part.toString().mid(2).toLatin1());
        for (qsizetype i = 0; i + 1 < codes.size(); i += 2)
            glyphs << (quint8(codes.at(i)) << 8 | quint8(codes.at(i + 1)));
    }
    return glyphs;
}

ContentMark markOf(const PdfOperation &operation)
{
    ContentMark mark{operation.operands.first().toString().mid(1)};
    const QJsonObject properties = operation.operands.last().toObject();
    mark.mcid = properties[QStringLiteral("/MCID")].toInt(-1);
    mark.hasActualText = properties.contains(QStringLiteral("/ActualText"));
    return mark;
}

} // namespace

QList<PdfOperation> operationsOf(const QByteArray &content)
{
    return ContentReader(content).operations();
}

PageContent contentOf(const PdfDocument &document, const QString &page)
{
    static const QSet<QByteArray> painting{"Tj", "TJ", "'",  "\"", "S",  "s",  "f",  "F",
                                           "f*", "B",  "B*", "b",  "b*", "sh", "Do", "EI"};
    const QJsonObject object = document.dictionary(page);
    QByteArray content;
    for (const QJsonValue &part : document.array(object[QStringLiteral("/Contents")]))
        content += document.stream(part) + '\n';
    const QJsonObject fonts = document.dictionary(
        document.dictionary(object[QStringLiteral("/Resources")]).value(QStringLiteral("/Font")));
    PageContent found;
    QList<ContentMark> open;
    QString font;
    qreal size = 0;
    for (const PdfOperation &operation : operationsOf(content)) {
        if (operation.name == "BDC" || operation.name == "BMC") {
            open << markOf(operation);
            found.marks << open;
        } else if (operation.name == "EMC") {
            found.isBalanced = found.isBalanced && !open.isEmpty();
            if (!open.isEmpty())
                open.removeLast();
        } else if (operation.name == "Tf") {
            font = fonts[operation.operands.at(0).toString()].toString();
            size = operation.operands.at(1).toDouble();
        } else if (painting.contains(operation.name)) {
            PaintedItem item{operation.name, open};
            if (operation.name.startsWith('T'))
                item = {operation.name, open, font, size, glyphsOf(operation.operands.last())};
            found.painted << item;
        }
    }
    found.isBalanced = found.isBalanced && open.isEmpty();
    return found;
}

} // namespace recoupe::test
