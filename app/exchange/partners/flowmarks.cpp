// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/partners/flowmarks.h"

#include "exchange/lheo/lheomodel.h"
#include "exchange/xml/xmltext.h"

namespace recoupe {

namespace {

std::string writable(const QString &text)
{
    return withoutIllegalXml(text.toUtf8()).toStdString();
}

void appendMark(std::string &out, std::string_view name, const QString &value)
{
    if (value.isEmpty())
        return;
    out += "<extra";
    appendXmlAttribute(out, "info", name);
    out += ">";
    appendXmlText(out, writable(value));
    out += "</extra>";
}

QString dayOf(const FlowMarks &marks)
{
    return marks.exportedAt.toString(QStringLiteral("yyyyMMdd"));
}

} // namespace

std::string lheoStart(std::string_view root, const FlowMarks &marks)
{
    Q_ASSERT(marks.exportedAt.isValid());
    const QDateTime &time = marks.exportedAt; // xs:dateTime with its distance from UTC
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<";
    out += root;
    appendXmlAttribute(out, "xmlns", lheoNamespace);
    appendXmlAttribute(out, "datemaj", dayOf(marks).toStdString());
    appendXmlAttribute(
        out, "horodatage-export",
        time.toOffsetFromUtc(time.offsetFromUtc()).toString(Qt::ISODate).toStdString());
    out += ">\n";
    return out;
}

std::string lheoEnd(std::string_view root, const FlowMarks &marks)
{
    std::string out = "<extras";
    appendXmlAttribute(out, "info", "FLUX-CARIF");
    out += ">";
    appendMark(out, "numero-CARIF", marks.carifNumber);
    appendMark(out, "region", marks.region);
    appendMark(out, "email-CARIF", marks.mail);
    appendMark(out, "date-export", dayOf(marks));
    appendMark(out, "heure-export", marks.exportedAt.toString(QStringLiteral("HHmmss")));
    out += "</extras>\n</";
    out += root;
    out += ">\n";
    return out;
}

} // namespace recoupe
