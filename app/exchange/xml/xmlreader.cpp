// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/xml/xmlreader.h"

#include "exchange/encoding/bytesource.h"
#include "exchange/encoding/singlebyteencoding.h"
#include "exchange/xml/xmlencoding.h"
#include "exchange/xml/xmlfailure.h"

#include <QCoreApplication>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

constexpr qint64 leastBlock = 4096;

std::string_view localName(std::string_view qualified)
{
    const char *colon = std::find(qualified.begin(), qualified.end(), ':');
    return colon == qualified.end() ? qualified : std::string_view(colon + 1, qualified.end());
}

// Drives expat over one source. Its callbacks cannot return anything: what stops the reading waits
// in m_failure.
class Parsing
{
public:
    Parsing(ByteSource &source, XmlHandler &handler, const XmlLimits &limits, XmlEncoding encoding)
        : m_source(source)
        , m_handler(handler)
        , m_limits(limits)
        , m_encoding(std::move(encoding))
        , m_parser(XML_ParserCreate(m_encoding.forced.isEmpty() ? nullptr
                                                                : m_encoding.forced.constData()),
                   &XML_ParserFree)
    {
        XML_Parser parser = m_parser.get();
        XML_SetUserData(parser, this);
        XML_SetElementHandler(parser, &Parsing::onStart, &Parsing::onEnd);
        XML_SetCharacterDataHandler(parser, &Parsing::onText);
        XML_SetStartDoctypeDeclHandler(parser, &Parsing::onDoctype);
        XML_SetUnknownEncodingHandler(parser, &Parsing::onUnknownEncoding, nullptr);
    }

    [[nodiscard]] Result<> run()
    {
        // Records of a base are small, and many: large blocks for each would cost more than they.
        const qint64 blockSize =
            std::clamp(m_source.size(), leastBlock, qint64(ByteSource::blockSize));
        for (bool atEnd = false; !atEnd;) {
            void *block = XML_GetBuffer(m_parser.get(), int(blockSize));
            if (!block)
                return Failure(failure());
            const Result<qint64> count = m_source.read(static_cast<char *>(block), blockSize);
            if (!count)
                return failureOf(count);
            atEnd = *count == 0;
            if (XML_ParseBuffer(m_parser.get(), int(*count), atEnd) == XML_STATUS_ERROR)
                return Failure(failure());
            m_given += *count;
            if (const Result<> checked = afterBlock(); !checked)
                return checked;
        }
        return {};
    }

private:
    static Parsing &self(void *data) { return *static_cast<Parsing *>(data); }

    static void XMLCALL onStart(void *data, const XML_Char *name, const XML_Char **attributes)
    {
        self(data).start(name, attributes);
    }

    static void XMLCALL onEnd(void *data, const XML_Char *name)
    {
        Parsing &parsing = self(data);
        if (parsing.m_failure) // expat still ends an element that was stopped at its start
            return;
        --parsing.m_depth;
        parsing.m_textBytes = 0;
        parsing.stopUnless(parsing.m_handler.endElement(localName(name)));
    }

    static void XMLCALL onText(void *data, const XML_Char *text, int size)
    {
        Parsing &parsing = self(data);
        if (parsing.m_failure)
            return;
        parsing.m_textBytes += size;
        if (parsing.m_textBytes > parsing.m_limits.textBytes) {
            parsing.stopAtLimit(
                Tr::tr("un texte dépasse %1 octets").arg(parsing.m_limits.textBytes));
        } else {
            parsing.stopUnless(parsing.m_handler.text({text, std::size_t(size)}));
        }
    }

    static void XMLCALL onDoctype(void *data, const XML_Char *, const XML_Char *, const XML_Char *,
                                  int)
    {
        self(data).stopAtLimit(Tr::tr("il contient une déclaration de type (DOCTYPE), par laquelle "
                                      "un fichier piégé peut enfler sans fin"));
    }

    static int XMLCALL onUnknownEncoding(void *, const XML_Char *name, XML_Encoding *info)
    {
        const SingleByteTable *table = singleByteTable(name);
        if (!table)
            return XML_STATUS_ERROR;
        for (std::size_t byte = 0; byte < table->size(); ++byte)
            info->map[byte] = (*table)[byte] == undefinedByte ? -1 : (*table)[byte];
        info->data = nullptr;
        info->convert = nullptr;
        info->release = nullptr;
        return XML_STATUS_OK;
    }

    void start(std::string_view name, const XML_Char **attributes)
    {
        if (m_failure)
            return;
        m_sawRoot = true;
        m_textBytes = 0;
        m_attributes.clear();
        std::size_t bytes = 0;
        for (const XML_Char **at = attributes; *at; at += 2) {
            m_attributes.push_back({at[0], at[1]});
            bytes += m_attributes.back().name.size() + m_attributes.back().value.size();
        }
        if (++m_depth > m_limits.depth)
            return stopAtLimit(Tr::tr("plus de %1 balises y sont emboîtées").arg(m_limits.depth));
        if (m_attributes.size() > std::size_t(m_limits.attributes) ||
            bytes > std::size_t(m_limits.attributeBytes))
            return stopAtLimit(Tr::tr("une balise porte trop d'attributs"));
        stopUnless(m_handler.startElement({name, localName(name), m_attributes,
                                           qint64(XML_GetCurrentLineNumber(m_parser.get()))}));
    }

    Result<> afterBlock()
    {
        // What expat could not finish it keeps, and looks through again with the next block.
        if (m_given - XML_GetCurrentByteIndex(m_parser.get()) > m_limits.tokenBytes) {
            return Failure(xmlLimitFailure(m_parser.get(), m_source,
                                           Tr::tr("une balise ou un commentaire n'en finit pas")));
        }
        return m_handler.blockRead(m_source.position(), m_source.size());
    }

    void stopUnless(const Result<> &result)
    {
        if (!result)
            stop(result.error());
    }

    void stopAtLimit(const QString &what) { stop(xmlLimitFailure(m_parser.get(), m_source, what)); }

    void stop(Error error)
    {
        if (m_failure)
            return;
        m_failure = std::move(error);
        XML_StopParser(m_parser.get(), XML_FALSE);
    }

    Error failure() const
    {
        return m_failure ? *m_failure : xmlFailure(m_parser.get(), m_source, m_encoding, m_sawRoot);
    }

    ByteSource &m_source;
    XmlHandler &m_handler;
    const XmlLimits &m_limits;
    XmlEncoding m_encoding;
    std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> m_parser;
    std::vector<XmlAttribute> m_attributes;
    std::optional<Error> m_failure;
    qint64 m_given = 0;
    qint64 m_textBytes = 0;
    int m_depth = 0;
    bool m_sawRoot = false;
};

} // namespace

std::string_view XmlStart::attribute(std::string_view attributeName) const
{
    for (const XmlAttribute &candidate : attributes) {
        if (candidate.name == attributeName)
            return candidate.value;
    }
    return {};
}

std::string_view XmlStart::declaredNamespace() const
{
    const std::size_t colon = qualifiedName.find(':');
    if (colon == std::string_view::npos)
        return attribute("xmlns");
    return attribute(std::string("xmlns:").append(qualifiedName.substr(0, colon)));
}

Result<> XmlHandler::endElement(std::string_view)
{
    return {};
}
Result<> XmlHandler::text(std::string_view)
{
    return {};
}
Result<> XmlHandler::blockRead(qint64, qint64)
{
    return {};
}
void XmlHandler::tolerated(const QString &) {}

Result<> readXml(ByteSource &source, XmlHandler &handler, const XmlLimits &limits)
{
    Result<XmlEncoding> encoding = detectXmlEncoding(source);
    if (!encoding)
        return failureOf(encoding);
    if (encoding->isMislabelled) {
        handler.tolerated(Tr::tr("Le fichier « %1 » annonce le codage %2 mais il est en UTF-8 : il "
                                 "a été lu en UTF-8. Faites corriger sa déclaration « encoding ».")
                              .arg(source.shownName(), QString::fromLatin1(encoding->declared)));
    }
    return Parsing(source, handler, limits, std::move(*encoding)).run();
}

} // namespace recoupe
