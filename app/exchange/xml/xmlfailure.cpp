// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/xml/xmlfailure.h"

#include "exchange/encoding/bytesource.h"
#include "exchange/encoding/utf8.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string_view>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

SourcePos positionOf(XML_Parser parser, const ByteSource &source)
{
    return {source.fileName(), qint64(XML_GetCurrentLineNumber(parser)),
            qint64(XML_GetCurrentColumnNumber(parser)) + 1};
}

QString placeText(const SourcePos &where)
{
    return Tr::tr("ligne %1, colonne %2").arg(where.line).arg(where.column);
}

// The bytes from where expat stopped to the end of what it holds.
std::string_view bytesAtStop(XML_Parser parser)
{
    int offset = 0;
    int size = 0;
    const char *buffer = XML_GetInputContext(parser, &offset, &size);
    if (!buffer || offset < 0 || offset >= size)
        return {};
    return {buffer + offset, std::size_t(size - offset)};
}

bool isForeignByte(XML_Parser parser, XML_Error code)
{
    if (code != XML_ERROR_INVALID_TOKEN)
        return false;
    const std::string_view bytes = bytesAtStop(parser);
    return !bytes.empty() && static_cast<unsigned char>(bytes[0]) >= 0x80 &&
           utf8SequenceLength(bytes) == 0;
}

Error wrongByte(XML_Parser parser, const ByteSource &source, const XmlEncoding &encoding)
{
    const SourcePos where = positionOf(parser, source);
    const auto byte = static_cast<unsigned char>(bytesAtStop(parser)[0]);
    const QByteArray name = !encoding.forced.isEmpty()     ? encoding.forced
                            : !encoding.declared.isEmpty() ? encoding.declared
                                                           : QByteArrayLiteral("UTF-8");
    return {ErrorCode::WrongEncoding,
            Tr::tr("Le fichier « %1 » n'est pas dans le codage qu'il annonce (%2) : l'octet 0x%3, "
                   "%4, n'en fait pas partie. Faites corriger la déclaration « encoding » ou "
                   "réenregistrer le fichier en UTF-8.")
                .arg(source.shownName(), QString::fromLatin1(name),
                     QString::number(byte, 16).toUpper().rightJustified(2, u'0'), placeText(where)),
            {},
            where};
}

struct Reason
{
    XML_Error code;
    const char *text;
};

constexpr std::array reasons{
    Reason{XML_ERROR_NO_ELEMENTS, QT_TRANSLATE_NOOP("Recoupe", "le fichier s'arrête avant la fin")},
    Reason{XML_ERROR_UNCLOSED_TOKEN,
           QT_TRANSLATE_NOOP("Recoupe", "le fichier s'arrête au milieu d'une balise")},
    Reason{XML_ERROR_PARTIAL_CHAR,
           QT_TRANSLATE_NOOP("Recoupe", "le fichier s'arrête au milieu d'un caractère")},
    Reason{XML_ERROR_UNCLOSED_CDATA_SECTION,
           QT_TRANSLATE_NOOP("Recoupe", "une section CDATA n'est pas fermée")},
    Reason{XML_ERROR_TAG_MISMATCH,
           QT_TRANSLATE_NOOP("Recoupe", "une balise fermante n'est pas celle qui est attendue")},
    Reason{XML_ERROR_DUPLICATE_ATTRIBUTE,
           QT_TRANSLATE_NOOP("Recoupe", "un attribut est écrit deux fois")},
    Reason{XML_ERROR_JUNK_AFTER_DOC_ELEMENT,
           QT_TRANSLATE_NOOP("Recoupe", "il y a du texte après la fin du document")},
    Reason{XML_ERROR_UNDEFINED_ENTITY,
           QT_TRANSLATE_NOOP("Recoupe", "une entité n'existe pas en XML (« &eacute; », par "
                                        "exemple)")},
    Reason{XML_ERROR_BAD_CHAR_REF,
           QT_TRANSLATE_NOOP("Recoupe", "un caractère écrit par son numéro n'existe pas en XML")},
    Reason{XML_ERROR_INVALID_TOKEN,
           QT_TRANSLATE_NOOP("Recoupe", "un caractère n'a pas le droit d'être là (« & » ou « < » "
                                        "non protégé, caractère de contrôle)")},
};

QString reasonText(XML_Error code)
{
    const auto found =
        std::ranges::find_if(reasons, [code](const Reason &row) { return row.code == code; });
    return found != reasons.end() ? Tr::tr(found->text) : Tr::tr("la syntaxe XML n'est pas suivie");
}

bool isEncodingError(XML_Error code)
{
    return code == XML_ERROR_UNKNOWN_ENCODING || code == XML_ERROR_INCORRECT_ENCODING;
}

} // namespace

Error xmlFailure(XML_Parser parser, const ByteSource &source, const XmlEncoding &encoding,
                 bool sawRoot)
{
    const XML_Error code = XML_GetErrorCode(parser);
    const SourcePos where = positionOf(parser, source);
    const QString detail = QString::fromLatin1(XML_ErrorString(code));
    if (isEncodingError(code)) {
        return {
            ErrorCode::WrongEncoding,
            Tr::tr("Le fichier « %1 » annonce un codage (%2, %3) qui n'est pas le sien ou que "
                   "Recoupe ne connaît pas : faites-le réenregistrer en UTF-8.")
                .arg(source.shownName(), QString::fromLatin1(encoding.declared), placeText(where)),
            detail, where};
    }
    if (XML_GetCurrentByteIndex(parser) > 0 && isForeignByte(parser, code))
        return wrongByte(parser, source, encoding);
    if (!sawRoot && code != XML_ERROR_UNCLOSED_TOKEN) {
        return {ErrorCode::NotTheFormat,
                Tr::tr("Le fichier « %1 » n'est pas un fichier XML (%2) : vérifiez que c'est bien "
                       "celui qu'il faut.")
                    .arg(source.shownName(), placeText(where)),
                detail, where};
    }
    return {ErrorCode::MalformedFile,
            Tr::tr("Le fichier « %1 » est abîmé, %2 : %3. Faites-le transmettre à nouveau.")
                .arg(source.shownName(), placeText(where), reasonText(code)),
            detail, where};
}

Error xmlLimitFailure(XML_Parser parser, const ByteSource &source, const QString &what)
{
    const SourcePos where = positionOf(parser, source);
    return {ErrorCode::LimitExceeded,
            Tr::tr("Le fichier « %1 » est refusé, %2 : %3. Aucun fichier honnête n'en a besoin : "
                   "faites-le vérifier par celui qui l'a produit.")
                .arg(source.shownName(), placeText(where), what),
            {},
            where};
}

} // namespace recoupe
