// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/pdf/pdfdocument.h"

#include "support/pdf/pdftools.h"

#include <QJsonDocument>
#include <QTest>

namespace recoupe::test {

PdfDocument::PdfDocument(const QString &fileName)
{
    const ToolOutput output = runTool(
        QStringLiteral("qpdf"), {QStringLiteral("--json=2"), QStringLiteral("--json-key=qpdf"),
                                 QStringLiteral("--json-stream-data=inline"),
                                 QStringLiteral("--decode-level=generalized"), fileName});
    if (output.exitCode != 0)
        QTest::qFail(output.errors.constData(), __FILE__, __LINE__);
    const QJsonObject all =
        QJsonDocument::fromJson(output.text)[QStringLiteral("qpdf")].toArray().at(1).toObject();
    for (auto it = all.begin(); it != all.end(); ++it) {
        const QJsonObject holder = it.value().toObject();
        const QString reference = it.key().section(u':', 1);
        const QJsonObject stream = holder[QStringLiteral("stream")].toObject();
        if (it.key() == u"trailer") {
            m_trailer = holder[QStringLiteral("value")].toObject();
        } else if (stream.isEmpty()) {
            m_objects[reference] = holder[QStringLiteral("value")];
        } else {
            m_objects[reference] = stream[QStringLiteral("dict")];
            m_streams[reference] =
                QByteArray::fromBase64(stream[QStringLiteral("data")].toString().toLatin1());
        }
    }
    m_catalog = dictionary(m_trailer[QStringLiteral("/Root")]);
    readPages(m_catalog[QStringLiteral("/Pages")]);
}

void PdfDocument::readPages(const QJsonValue &node)
{
    const QJsonObject object = dictionary(node);
    if (object[QStringLiteral("/Type")].toString() == u"/Page")
        m_pages << node.toString();
    for (const QJsonValue &kid : array(object[QStringLiteral("/Kids")]))
        readPages(kid);
}

QJsonValue PdfDocument::resolved(const QJsonValue &value) const
{
    const auto object = value.isString() ? m_objects.constFind(value.toString()) : m_objects.cend();
    return object == m_objects.cend() ? value : *object;
}

QJsonObject PdfDocument::dictionary(const QJsonValue &value) const
{
    return resolved(value).toObject();
}

QJsonArray PdfDocument::array(const QJsonValue &value) const
{
    const QJsonValue found = resolved(value);
    if (found.isArray())
        return found.toArray();
    return found.isNull() || found.isUndefined() ? QJsonArray() : QJsonArray{value};
}

QByteArray PdfDocument::stream(const QJsonValue &reference) const
{
    return m_streams.value(reference.toString());
}

bool PdfDocument::isStream(const QJsonValue &reference) const
{
    return m_streams.contains(reference.toString());
}

QString PdfDocument::text(const QJsonValue &value)
{
    const QString string = value.toString();
    return string.startsWith(u"u:") ? string.sliced(2) : QString();
}

} // namespace recoupe::test
