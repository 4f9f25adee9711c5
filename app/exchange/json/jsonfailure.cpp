// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/json/jsonfailure.h"

#include "exchange/encoding/bytesource.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

// Counts lines and columns, in bytes, up to a place.
struct Lines
{
    qint64 left;
    qint64 line = 1;
    qint64 column = 1;

    void feed(std::string_view block)
    {
        block = block.substr(0, std::size_t(std::min(left, qint64(block.size()))));
        left -= qint64(block.size());
        line += std::ranges::count(block, '\n');
        const std::size_t lineBreak = block.rfind('\n');
        column = lineBreak == std::string_view::npos ? column + qint64(block.size())
                                                     : qint64(block.size() - lineBreak);
    }
};

SourcePos positionAt(ByteSource &source, qint64 offset)
{
    Lines lines{offset};
    // What cannot be read again has no line; the sentence still names the byte.
    if (!source.rewind() || !feedThrough(source, lines))
        return {source.fileName()};
    return {source.fileName(), lines.line, lines.column};
}

QString placeText(const SourcePos &where, qint64 offset)
{
    return where.line > 0 ? Tr::tr("ligne %1, octet %2").arg(where.line).arg(offset + 1)
                          : Tr::tr("octet %1").arg(offset + 1);
}

Error malformed(ByteSource &source, qint64 offset, const QString &reason)
{
    const SourcePos where = positionAt(source, offset);
    return {ErrorCode::MalformedFile,
            Tr::tr("Le fichier « %1 » est abîmé, %2 : %3. Faites-le transmettre à nouveau.")
                .arg(source.shownName(), placeText(where, offset), reason),
            {},
            where};
}

struct Reason
{
    rapidjson::ParseErrorCode code;
    const char *text;
};

constexpr std::array reasons{
    Reason{rapidjson::kParseErrorDocumentRootNotSingular,
           QT_TRANSLATE_NOOP("Recoupe", "il y a du texte après la fin du document")},
    Reason{rapidjson::kParseErrorValueInvalid,
           QT_TRANSLATE_NOOP("Recoupe", "une valeur est attendue là")},
    Reason{rapidjson::kParseErrorObjectMissName,
           QT_TRANSLATE_NOOP("Recoupe", "un nom de champ entre guillemets est attendu là")},
    Reason{rapidjson::kParseErrorObjectMissColon,
           QT_TRANSLATE_NOOP("Recoupe", "le signe « : » manque après un nom de champ")},
    Reason{rapidjson::kParseErrorObjectMissCommaOrCurlyBracket,
           QT_TRANSLATE_NOOP("Recoupe", "une virgule ou une accolade fermante manque")},
    Reason{rapidjson::kParseErrorArrayMissCommaOrSquareBracket,
           QT_TRANSLATE_NOOP("Recoupe", "une virgule ou un crochet fermant manque")},
    Reason{rapidjson::kParseErrorStringUnicodeEscapeInvalidHex,
           QT_TRANSLATE_NOOP("Recoupe", "un caractère écrit par son numéro n'en a pas quatre "
                                        "chiffres")},
    Reason{rapidjson::kParseErrorStringEscapeInvalid,
           QT_TRANSLATE_NOOP("Recoupe", "un caractère de contrôle ou une barre oblique inverse "
                                        "n'a pas le droit d'être là")},
    Reason{rapidjson::kParseErrorNumberTooBig,
           QT_TRANSLATE_NOOP("Recoupe", "un nombre est trop grand")},
    Reason{rapidjson::kParseErrorNumberMissFraction,
           QT_TRANSLATE_NOOP("Recoupe", "un nombre n'a pas de chiffre après son point")},
    Reason{rapidjson::kParseErrorNumberMissExponent,
           QT_TRANSLATE_NOOP("Recoupe", "un nombre n'a pas de chiffre après son exposant")},
};

QString reasonText(rapidjson::ParseErrorCode code)
{
    const auto found = std::ranges::find(reasons, code, &Reason::code);
    return found != reasons.end() ? Tr::tr(found->text)
                                  : Tr::tr("la syntaxe JSON n'est pas suivie");
}

} // namespace

Error jsonFailure(rapidjson::ParseErrorCode code, ByteSource &source, qint64 offset, bool atEnd)
{
    if (code == rapidjson::kParseErrorDocumentEmpty) {
        return {ErrorCode::NotTheFormat,
                Tr::tr("Le fichier « %1 » ne contient rien : faites-le transmettre à nouveau.")
                    .arg(source.shownName()),
                {},
                {source.fileName()}};
    }
    if (code == rapidjson::kParseErrorStringUnicodeSurrogateInvalid && !atEnd)
        return jsonSurrogateFailure(source, offset);
    return malformed(source, offset,
                     atEnd ? Tr::tr("le fichier s'arrête avant la fin") : reasonText(code));
}

Error jsonSurrogateFailure(ByteSource &source, qint64 offset)
{
    return malformed(source, offset,
                     Tr::tr("un caractère écrit par son numéro (« \\ud83d », par exemple) n'a que "
                            "la moitié de ce qu'il lui faut"));
}

Error jsonByteFailure(ByteSource &source, qint64 offset, unsigned char byte)
{
    if (byte == 0) {
        return malformed(source, offset,
                         Tr::tr("l'octet nul (0x00) n'a pas le droit d'être là, le fichier est "
                                "tronqué ou en UTF-16"));
    }
    const SourcePos where = positionAt(source, offset);
    return {ErrorCode::WrongEncoding,
            Tr::tr("Le fichier « %1 » n'est pas en UTF-8, le codage de JSON : l'octet 0x%2, %3, "
                   "n'en fait pas partie. Faites-le réenregistrer en UTF-8.")
                .arg(source.shownName(),
                     QString::number(byte, 16).toUpper().rightJustified(2, u'0'),
                     placeText(where, offset)),
            {},
            where};
}

Error jsonLimitFailure(ByteSource &source, qint64 offset, const QString &what)
{
    const SourcePos where = positionAt(source, offset);
    return {ErrorCode::LimitExceeded,
            Tr::tr("Le fichier « %1 » est refusé, %2 : %3. Aucun fichier honnête n'en a besoin : "
                   "faites-le vérifier par celui qui l'a produit.")
                .arg(source.shownName(), placeText(where, offset), what),
            {},
            where};
}

} // namespace recoupe
