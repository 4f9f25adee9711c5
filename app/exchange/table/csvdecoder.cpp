// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/csvdecoder.h"

#include "exchange/encoding/bytesource.h"
#include "exchange/table/csvsurvey.h"

#include <QCoreApplication>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

constexpr QLatin1String utf8Name("UTF-8");
constexpr QLatin1String utf16Name("UTF-16");

QString nameOf(const SingleByteTable &table)
{
    return &table == &windows1252() ? QStringLiteral("Windows-1252")
                                    : QStringLiteral("ISO-8859-15");
}

// "utf 8" -> "UTF8": what tells the names apart.
QString keyOf(const QString &encoding)
{
    QString key = encoding.toUpper();
    key.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
    return key;
}

template <typename Survey>
Result<Survey> survey(ByteSource &source, Survey found)
{
    if (const Result<> read = feedThrough(source, found); !read)
        return failureOf(read);
    return found;
}

Failure holdsNul(const ByteSource &source, qint64 line)
{
    return fail(ErrorCode::NotTheFormat,
                Tr::tr("Le fichier « %1 » n'est pas un fichier texte (octet nul à la ligne %2) : "
                       "enregistrez le tableau en CSV UTF-8 ou en .xlsx et recommencez.")
                    .arg(source.shownName())
                    .arg(line),
                {}, {source.fileName(), line, 0});
}

Failure wrongEncoding(const ByteSource &source, qint64 line, const QString &what)
{
    return fail(ErrorCode::WrongEncoding,
                Tr::tr("Le codage du fichier « %1 » n'est pas reconnu (%2) : enregistrez le "
                       "tableau en CSV UTF-8 et recommencez.")
                    .arg(source.shownName(), what),
                {}, {source.fileName(), line, 0});
}

Failure wrongByte(const ByteSource &source, qint64 line, unsigned char byte, const QString &what)
{
    return wrongEncoding(source, line, what.arg(QString::number(byte, 16).toUpper()).arg(line));
}

// "UTF-8, sauf l'octet 0x%1 à la ligne %2"
QString exceptForAByte(const QString &encoding)
{
    return encoding + Tr::tr(", sauf l'octet 0x%1 à la ligne %2");
}

Failure brokenUtf8(const ByteSource &source, const ByteSurvey &found)
{
    return wrongByte(source, found.brokenLine, found.utf8.firstBrokenByte(),
                     exceptForAByte(utf8Name));
}

// One stray byte does not make a text in UTF-8 one in Windows-1252, nor does a pair of characters
// that happens to be UTF-8 make the reverse: the more frequent of the two tells.
bool isMeantAsUtf8(const Utf8Check &utf8)
{
    return utf8.sequences() > 0 && utf8.sequences() >= utf8.brokenSequences();
}

} // namespace

// A mark at the start of the file is certain, whatever was asked for.
Result<CsvDecoder> CsvDecoder::open(ByteSource &source, const QString &encoding)
{
    const Result<QByteArray> head = readAtMost(source, 3);
    if (!head)
        return failureOf(head);
    if (const Result<> rewound = source.rewind(); !rewound)
        return failureOf(rewound);
    const bool hasUtf16Mark = head->startsWith("\xFE\xFF") || head->startsWith("\xFF\xFE");
    const bool hasUtf8Mark = head->startsWith("\xEF\xBB\xBF");
    const QString key = keyOf(encoding);
    const SingleByteTable *table = singleByteTable(encoding.toStdString());

    if (!key.isEmpty() && !table && key != u"UTF8" && !key.startsWith(u"UTF16")) {
        return fail(ErrorCode::InvalidArgument,
                    Tr::tr("Le codage « %1 » n'est pas connu : choisissez UTF-8, UTF-16, "
                           "Windows-1252 ou ISO-8859-15.")
                        .arg(encoding));
    }
    if (hasUtf16Mark || (key.startsWith(u"UTF16") && !hasUtf8Mark))
        return openUtf16(source, *head);
    if (key.isEmpty())
        return detect(source, hasUtf8Mark);
    return table && !hasUtf8Mark ? openSingleByte(source, *table) : openUtf8(source);
}

// Without a mark the order shows where the noughts of plain letters stand.
Result<CsvDecoder> CsvDecoder::openUtf16(ByteSource &source, const QByteArray &head)
{
    const bool isBigEndian = head.startsWith("\xFE\xFF") || head.startsWith('\0');
    const Result<Utf16Survey> found = survey(source, Utf16Survey(isBigEndian));
    if (!found)
        return failureOf(found);
    if (found->nulLine() > 0)
        return holdsNul(source, found->nulLine());
    if (const qint64 line = found->brokenLine(); line > 0) {
        return wrongEncoding(source, line,
                             Tr::tr("UTF-16, sauf un demi-caractère à la ligne %1").arg(line));
    }
    return CsvDecoder(
        utf16Name, QStringDecoder(isBigEndian ? QStringDecoder::Utf16BE : QStringDecoder::Utf16LE));
}

Result<CsvDecoder> CsvDecoder::openUtf8(ByteSource &source)
{
    const Result<ByteSurvey> found = survey(source, ByteSurvey());
    if (!found)
        return failureOf(found);
    if (found->nul.line > 0)
        return holdsNul(source, found->nul.line);
    if (!found->utf8.isValid())
        return brokenUtf8(source, *found);
    return CsvDecoder(utf8Name, QStringDecoder(QStringDecoder::Utf8));
}

Result<CsvDecoder> CsvDecoder::openSingleByte(ByteSource &source, const SingleByteTable &table)
{
    const Result<ByteSurvey> found = survey(source, ByteSurvey());
    if (!found)
        return failureOf(found);
    if (found->nul.line > 0)
        return holdsNul(source, found->nul.line);
    const ByteNote &wrong = &table == &windows1252() ? found->notWindows1252 : found->control;
    if (wrong.line > 0)
        return wrongByte(source, wrong.line, wrong.value, exceptForAByte(nameOf(table)));
    CsvDecoder decoder(nameOf(table), table);
    if (found->utf8.hasNonAscii() && found->utf8.isValid()) {
        decoder.m_doubt = Tr::tr("Le fichier « %1 » a été lu en %2 comme demandé, mais il paraît "
                                 "être en UTF-8 : vérifiez ses accents.")
                              .arg(source.shownName(), nameOf(table));
    }
    return decoder;
}

Result<CsvDecoder> CsvDecoder::detect(ByteSource &source, bool hasUtf8Mark)
{
    const Result<ByteSurvey> found = survey(source, ByteSurvey());
    if (!found)
        return failureOf(found);
    if (found->nul.line > 0)
        return holdsNul(source, found->nul.line);
    if (found->utf8.isValid())
        return CsvDecoder(utf8Name, QStringDecoder(QStringDecoder::Utf8));
    if (hasUtf8Mark || isMeantAsUtf8(found->utf8))
        return brokenUtf8(source, *found);
    if (found->notWindows1252.line > 0) {
        return wrongByte(source, found->notWindows1252.line, found->notWindows1252.value,
                         Tr::tr("ni UTF-8, ni Windows-1252 : octet 0x%1 à la ligne %2"));
    }
    return CsvDecoder(nameOf(windows1252()), windows1252());
}

QString CsvDecoder::decode(QByteArrayView block)
{
    if (!m_table)
        return m_decoder.decode(block);
    QString text(block.size(), Qt::Uninitialized);
    for (qsizetype i = 0; i < block.size(); ++i)
        text[i] = QChar((*m_table)[static_cast<unsigned char>(block[i])]);
    return text;
}

} // namespace recoupe
