// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/pdf/accesschecks.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

#include <algorithm>
#include <array>

namespace recoupe::test {

namespace {

QStringList defectIf(bool wrong, const QString &what)
{
    return wrong ? QStringList{what} : QStringList();
}

QJsonValue catalogEntry(const ReadPdf &pdf, const char *key)
{
    return pdf.document.resolved(pdf.document.catalog()[QLatin1String(key)]);
}

QJsonValue catalogEntry(const ReadPdf &pdf, const char *dictionary, const char *key)
{
    return pdf.document.resolved(
        pdf.document.dictionary(catalogEntry(pdf, dictionary))[QLatin1String(key)]);
}

//! Texts of the metadata by element: "dc:title".
QHash<QString, QString> metadata(const ReadPdf &pdf)
{
    QHash<QString, QString> texts;
    QXmlStreamReader xml(pdf.document.stream(pdf.document.catalog()[QStringLiteral("/Metadata")]));
    QString property;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::StartElement && xml.prefix() != u"rdf")
            property = xml.qualifiedName().toString();
        else if (token == QXmlStreamReader::Characters && !xml.isWhitespace())
            texts[property] += xml.text();
    }
    if (xml.hasError())
        texts.clear();
    return texts;
}

struct Annotation
{
    QString reference;
    QJsonObject dictionary;
};

QList<Annotation> annotationsOf(const ReadPdf &pdf)
{
    QList<Annotation> found;
    for (const QString &page : pdf.document.pages()) {
        const QJsonObject object = pdf.document.dictionary(page);
        for (const QJsonValue &value : pdf.document.array(object[QStringLiteral("/Annots")]))
            found << Annotation{value.toString(), pdf.document.dictionary(value)};
    }
    return found;
}

template <typename IsWrong>
QStringList wrongAnnotations(const ReadPdf &pdf, IsWrong isWrong)
{
    QStringList defects;
    for (const Annotation &annotation : annotationsOf(pdf)) {
        if (isWrong(annotation.dictionary))
            defects << annotation.reference;
    }
    return defects;
}

QStringList claims(const ReadPdf &pdf)
{
    const QByteArray xmp = pdf.document.stream(pdf.document.catalog()[QStringLiteral("/Metadata")]);
    return defectIf(xmp.contains("http://www.aiim.org/pdfua/ns/id/"),
                    QStringLiteral("the metadata claim PDF/UA"));
}

QStringList marked(const ReadPdf &pdf)
{
    return defectIf(!catalogEntry(pdf, "/MarkInfo", "/Marked").toBool(),
                    QStringLiteral("/Marked is not true"));
}

QStringList suspects(const ReadPdf &pdf)
{
    return defectIf(catalogEntry(pdf, "/MarkInfo", "/Suspects").toBool(),
                    QStringLiteral("/Suspects is true"));
}

QStringList metadataStream(const ReadPdf &pdf)
{
    const QJsonValue reference = pdf.document.catalog()[QStringLiteral("/Metadata")];
    return defectIf(!pdf.document.isStream(reference) ||
                        pdf.document.dictionary(reference)[QStringLiteral("/Subtype")].toString() !=
                            u"/XML",
                    QStringLiteral("no stream of XML"));
}

QStringList title(const ReadPdf &pdf)
{
    const QString inMetadata = metadata(pdf).value(QStringLiteral("dc:title"));
    const QString inInfo =
        PdfDocument::text(pdf.document.dictionary(pdf.document.trailer()[QStringLiteral("/Info")])
                              .value(QStringLiteral("/Title")));
    return defectIf(inMetadata.isEmpty() || inMetadata != inInfo,
                    QStringLiteral("« %1 », but « %2 » in /Info").arg(inMetadata, inInfo));
}

QStringList titleShown(const ReadPdf &pdf)
{
    return defectIf(!catalogEntry(pdf, "/ViewerPreferences", "/DisplayDocTitle").toBool(),
                    QStringLiteral("/DisplayDocTitle is not true"));
}

QStringList language(const ReadPdf &pdf)
{
    return defectIf(PdfDocument::text(catalogEntry(pdf, "/Lang")).isEmpty(),
                    QStringLiteral("no /Lang in the catalog"));
}

QStringList languageTag(const ReadPdf &pdf)
{
    static const QRegularExpression tag(QStringLiteral("^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$"));
    const QString said = PdfDocument::text(catalogEntry(pdf, "/Lang"));
    return defectIf(!tag.match(said).hasMatch(), said);
}

QStringList forbiddenEntries(const ReadPdf &pdf)
{
    static constexpr std::array forbidden{"/AcroForm", "/OCProperties", "/OpenAction",
                                          "/AA",       "/Names",        "/Collection"};
    QStringList defects;
    for (const char *key : forbidden) {
        if (pdf.document.catalog().contains(QLatin1String(key)))
            defects << QLatin1String(key);
    }
    return defects;
}

QStringList encryption(const ReadPdf &pdf)
{
    return defectIf(pdf.document.trailer().contains(QStringLiteral("/Encrypt")),
                    QStringLiteral("/Encrypt"));
}

QStringList onlyLinks(const ReadPdf &pdf)
{
    return wrongAnnotations(pdf, [](const QJsonObject &annotation) {
        return annotation[QStringLiteral("/Subtype")].toString() != u"/Link";
    });
}

QStringList tabOrder(const ReadPdf &pdf)
{
    QStringList defects;
    for (const QString &page : pdf.document.pages()) {
        const QJsonObject object = pdf.document.dictionary(page);
        if (object.contains(QStringLiteral("/Annots")) &&
            object[QStringLiteral("/Tabs")].toString() != u"/S")
            defects << page;
    }
    return defects;
}

QStringList linksAreTagged(const ReadPdf &pdf)
{
    return wrongAnnotations(pdf, [&pdf](const QJsonObject &annotation) {
        const int key = annotation[QStringLiteral("/StructParent")].toInt(-1);
        const QJsonObject element = pdf.document.dictionary(pdf.tree.parentOf(key));
        return element[QStringLiteral("/S")].toString() != u"/Link";
    });
}

QStringList linksAreDescribed(const ReadPdf &pdf)
{
    return wrongAnnotations(pdf, [](const QJsonObject &annotation) {
        return PdfDocument::text(annotation[QStringLiteral("/Contents")]).trimmed().isEmpty();
    });
}

QStringList xObjects(const ReadPdf &pdf)
{
    QStringList defects;
    for (const QString &page : pdf.document.pages()) {
        const QJsonObject resources =
            pdf.document.dictionary(pdf.document.dictionary(page)[QStringLiteral("/Resources")]);
        if (resources.contains(QStringLiteral("/XObject")))
            defects << page;
    }
    return defects;
}

QStringList identifier(const ReadPdf &pdf)
{
    const QJsonArray id = pdf.document.trailer()[QStringLiteral("/ID")].toArray();
    bool wrong = id.size() != 2;
    for (const QJsonValue &part : id)
        wrong = wrong || part.toString().size() != 2 + 2 * 16; // "b:" and 16 bytes
    return defectIf(wrong, QStringLiteral("not two strings of 16 bytes"));
}

QStringList outline(const ReadPdf &pdf)
{
    const QJsonObject root = pdf.document.dictionary(catalogEntry(pdf, "/Outlines"));
    QStringList defects;
    QString previous;
    int count = 0;
    const QString rootReference = pdf.document.catalog()[QStringLiteral("/Outlines")].toString();
    for (QJsonValue next = root[QStringLiteral("/First")]; next.isString();) {
        const QString reference = next.toString();
        const QJsonObject item = pdf.document.dictionary(next);
        const QJsonArray destination = item[QStringLiteral("/Dest")].toArray();
        if (PdfDocument::text(item[QStringLiteral("/Title")]).isEmpty() ||
            !pdf.document.pages().contains(destination.first().toString()) ||
            item[QStringLiteral("/Parent")] != rootReference ||
            item[QStringLiteral("/Prev")].toString() != previous) {
            defects << reference;
        }
        previous = reference;
        next = item[QStringLiteral("/Next")];
        if (++count > pdf.document.objects().size())
            return {QStringLiteral("runs in a circle")};
    }
    if (root[QStringLiteral("/Last")].toString() != previous ||
        root[QStringLiteral("/Count")].toInt() != count) {
        defects << QStringLiteral("its end or its count");
    }
    return defects;
}

bool hasLongArray(const QJsonValue &value)
{
    constexpr qsizetype mostElements = 8191;
    if (value.isObject()) {
        const QJsonObject entries = value.toObject();
        return std::any_of(entries.begin(), entries.end(), hasLongArray);
    }
    const QJsonArray elements = value.toArray();
    return elements.size() > mostElements ||
           std::any_of(elements.begin(), elements.end(), hasLongArray);
}

QStringList longArrays(const ReadPdf &pdf)
{
    QStringList defects;
    for (const QString &reference : pdf.document.objects()) {
        if (hasLongArray(pdf.document.resolved(reference)))
            defects << reference;
    }
    return defects;
}

constexpr std::array checks{
    AccessCheck{"5", "no claim that no validator has confirmed", claims},
    AccessCheck{"6.2-1", "the file says that it is marked", marked},
    AccessCheck{"7.1-4", "Suspects is not true", suspects},
    AccessCheck{"7.1-8", "the catalog has a metadata stream", metadataStream},
    AccessCheck{"7.1-9", "the metadata name the document, as /Info does", title},
    AccessCheck{"7.1-10", "the window shows the document's title", titleShown},
    AccessCheck{"7.2-2, 21 to 24, 30 to 33", "the natural language is known", language},
    AccessCheck{"7.2-29", "the language is a language tag", languageTag},
    AccessCheck{"7.10, 7.11, 7.15, 7.19", "no layer, file, form or action", forbiddenEntries},
    AccessCheck{"7.16-1", "assistive technology may read the file: it is not encrypted",
                encryption},
    AccessCheck{"7.18.1, 7.18.2, 7.18.4, 7.18.6, 7.18.8", "no annotation but links", onlyLinks},
    AccessCheck{"7.18.3-1", "tabs follow the structure where there are annotations", tabOrder},
    AccessCheck{"7.18.5-1", "a link is in a Link element", linksAreTagged},
    AccessCheck{"7.18.5-2", "a link has a description", linksAreDescribed},
    AccessCheck{"7.20", "no XObject, so none that refers elsewhere", xObjects},
    AccessCheck{"32000-1 14.4", "the file has an identifier", identifier},
    AccessCheck{"32000-1 12.3.3", "the outline is one list that leads to pages", outline},
    AccessCheck{"32000-1 C.2", "no array is longer than any reader takes", longArrays},
};

} // namespace

std::span<const AccessCheck> documentChecks()
{
    return checks;
}

} // namespace recoupe::test
