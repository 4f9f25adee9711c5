// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/xml/xmlschema.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

#include <mutex>

namespace recoupe {

namespace {

constexpr qint64 mostSchemaBytes = 32 * 1024 * 1024;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

#if LIBXML_VERSION >= 21200
using XmlErrorPtr = const xmlError *;
#else
using XmlErrorPtr = xmlErrorPtr;
#endif

//! Of a type of the library, and the function that frees it.
template <typename T, void (*Free)(T *)>
struct FreeBy
{
    void operator()(T *pointer) const { Free(pointer); }
};
using DocPtr = std::unique_ptr<xmlDoc, FreeBy<xmlDoc, xmlFreeDoc>>;
using SchemaPtr = std::unique_ptr<::xmlSchema, FreeBy<::xmlSchema, xmlSchemaFree>>;
using SchemaParserPtr =
    std::unique_ptr<xmlSchemaParserCtxt, FreeBy<xmlSchemaParserCtxt, xmlSchemaFreeParserCtxt>>;
using ValidatorPtr =
    std::unique_ptr<xmlSchemaValidCtxt, FreeBy<xmlSchemaValidCtxt, xmlSchemaFreeValidCtxt>>;

xmlParserInputPtr refuseToLoad(const char *, const char *, xmlParserCtxtPtr)
{
    return nullptr;
}

void saySilently(void *, const char *, ...) {}

//! Nothing is loaded beside the document at hand, and nothing printed.
void prepareLibrary()
{
    static std::once_flag once;
    std::call_once(once, [] {
        xmlInitParser();
        xmlSetExternalEntityLoader(refuseToLoad);
    });
    xmlSetGenericErrorFunc(nullptr, saySilently); // of this thread
}

//! "Element '{http://…}fin': [facet 'length'] The value '2027' has…" names both.
XmlViolation violationOf(const QString &message, qint64 line)
{
    static const QRegularExpression elementPart(
        QStringLiteral("^Element '(?:\\{[^}]*\\})?([^']*)'"));
    static const QRegularExpression valuePart(
        QStringLiteral("(?:The value |: )'(.*)' (?:has|is not|does)"),
        QRegularExpression::DotMatchesEverythingOption);
    return {elementPart.match(message).captured(1), valuePart.match(message).captured(1),
            message.simplified(), line};
}

//! Keeps the first thing that is said; the rest follows from it.
void keepFirst(void *data, XmlErrorPtr error)
{
    auto &first = *static_cast<std::optional<XmlViolation> *>(data);
    if (!first)
        first = violationOf(QString::fromUtf8(error->message), error->line);
}

int readFile(void *context, char *buffer, int size)
{
    return int(static_cast<QFile *>(context)->read(buffer, size));
}

int leaveOpen(void *)
{
    return 0;
}

Failure noSchema(const QString &fileName, const QString &detail)
{
    return fail(ErrorCode::NotTheFormat,
                Tr::tr("Le fichier « %1 » n'est pas un schéma XSD lisible : indiquer celui de "
                       "LHÉO 2.3 (lheo.xsd, sur lheo.gouv.fr), ou n'en indiquer aucun.")
                    .arg(QFileInfo(fileName).fileName()),
                detail);
}

Failure unreadable(const QFile &file)
{
    return fail(ErrorCode::FileUnreadable,
                Tr::tr("Le fichier « %1 » ne peut pas être lu : vérifier qu'il existe et qu'il est "
                       "permis de le lire.")
                    .arg(QFileInfo(file.fileName()).fileName()),
                file.errorString());
}

QString targetNamespaceOf(const DocPtr &document)
{
    const xmlNode *root = xmlDocGetRootElement(document.get());
    xmlChar *space = root ? xmlGetProp(root, BAD_CAST "targetNamespace") : nullptr;
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(space));
    xmlFree(space);
    return text;
}

} // namespace

struct XmlSchema::Library
{
    DocPtr document; // the schema refers to it
    SchemaPtr schema;
    ValidatorPtr validator;

    [[nodiscard]] std::optional<XmlViolation> violationIn(xmlParserInputBufferPtr input) const
    {
        prepareLibrary();
        std::optional<XmlViolation> first;
        xmlSchemaSetValidStructuredErrors(validator.get(), keepFirst, &first);
        const int result = xmlSchemaValidateStream(validator.get(), input, XML_CHAR_ENCODING_UTF8,
                                                   nullptr, nullptr);
        if (result != 0 && !first)
            first = XmlViolation{{}, {}, QStringLiteral("not well-formed (%1)").arg(result)};
        return first;
    }
};

XmlSchema::XmlSchema(std::unique_ptr<Library> library)
    : m_library(std::move(library))
{
}

XmlSchema::~XmlSchema() = default;

Result<std::unique_ptr<XmlSchema>> XmlSchema::load(const QString &fileName,
                                                   std::string_view targetNamespace)
{
    prepareLibrary();
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(file);
    const QByteArray bytes = file.read(mostSchemaBytes);
    auto library = std::make_unique<Library>();
    library->document.reset(
        xmlReadMemory(bytes.constData(), int(bytes.size()), nullptr, nullptr,
                      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
    if (!library->document)
        return noSchema(fileName, {});
    const QString space = targetNamespaceOf(library->document);
    if (space.toStdString() != targetNamespace)
        return noSchema(fileName, space);

    const SchemaParserPtr parser(xmlSchemaNewDocParserCtxt(library->document.get()));
    std::optional<XmlViolation> defect;
    xmlSchemaSetParserStructuredErrors(parser.get(), keepFirst, &defect);
    library->schema.reset(xmlSchemaParse(parser.get()));
    if (!library->schema)
        return noSchema(fileName, defect ? defect->reason : QString());
    library->validator.reset(xmlSchemaNewValidCtxt(library->schema.get()));
    return std::unique_ptr<XmlSchema>(new XmlSchema(std::move(library)));
}

std::optional<XmlViolation> XmlSchema::violationIn(std::string_view document) const
{
    return m_library->violationIn(xmlParserInputBufferCreateMem(
        document.data(), int(document.size()), XML_CHAR_ENCODING_UTF8));
}

Result<std::optional<XmlViolation>> XmlSchema::violationInFile(const QString &fileName) const
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(file);
    const std::optional<XmlViolation> violation = m_library->violationIn(
        xmlParserInputBufferCreateIO(readFile, leaveOpen, &file, XML_CHAR_ENCODING_UTF8));
    if (file.error() != QFileDevice::NoError)
        return unreadable(file);
    return violation;
}

} // namespace recoupe
