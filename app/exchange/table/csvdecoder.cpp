// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/csvdecoder.h"

#include "exchange/encoding/bytesource.h"
#include "exchange/encoding/singlebyteencoding.h"
#include "exchange/encoding/utf8.h"

#include <QCoreApplication>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

// What a look at every byte tells. Lines are from 1, 0 where the thing was not met.
struct Survey
{
    Utf8Check utf8;
    qint64 brokenLine = 1; // the one after those that are all UTF-8
    qint64 nulLine = 0;
    qint64 undefinedLine = 0; // of a byte that Windows-1252 does not have
    unsigned char undefinedValue = 0;
    qint64 line = 1;

    void feed(std::string_view block)
    {
        for (;;) {
            const std::size_t end = block.find('\n');
            feedPart(block.substr(0, end));
            if (end == std::string_view::npos)
                return;
            endLine();
            block.remove_prefix(end + 1);
        }
    }

private:
    void feedPart(std::string_view part)
    {
        utf8.feed(part);
        for (const char c : part) {
            const auto byte = static_cast<unsigned char>(c);
            if (byte == 0 && nulLine == 0)
                nulLine = line;
            else if (undefinedLine == 0 && windows1252()[byte] == undefinedByte)
                setUndefined(byte);
        }
    }

    void endLine()
    {
        utf8.feed("\n");
        ++line;
        if (utf8.isValid())
            brokenLine = line;
    }

    void setUndefined(unsigned char byte)
    {
        undefinedLine = line;
        undefinedValue = byte;
    }
};

Result<Survey> survey(ByteSource &source)
{
    Survey found;
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

Failure wrongByte(const ByteSource &source, qint64 line, unsigned char byte, const QString &what)
{
    const QString sentence = what.arg(QString::number(byte, 16).toUpper()).arg(line);
    return fail(ErrorCode::WrongEncoding,
                Tr::tr("Le codage du fichier « %1 » n'est pas reconnu (%2) : enregistrez le "
                       "tableau en CSV UTF-8 et recommencez.")
                    .arg(source.shownName(), sentence),
                {}, {source.fileName(), line, 0});
}

// One stray byte does not make a text in UTF-8 one in Windows-1252, nor does a pair of characters
// that happens to be UTF-8 make the reverse: the more frequent of the two tells.
bool isMeantAsUtf8(const Utf8Check &utf8)
{
    return utf8.sequences() > 0 && utf8.sequences() >= utf8.brokenSequences();
}

} // namespace

Result<CsvDecoder> CsvDecoder::detect(ByteSource &source)
{
    const Result<QByteArray> head = readAtMost(source, 3);
    if (!head)
        return failureOf(head);
    if (const Result<> rewound = source.rewind(); !rewound)
        return failureOf(rewound);
    if (head->startsWith("\xFE\xFF") || head->startsWith("\xFF\xFE"))
        return CsvDecoder(QStringDecoder(QStringDecoder::Utf16));

    const Result<Survey> found = survey(source);
    if (!found)
        return failureOf(found);
    if (found->nulLine > 0)
        return holdsNul(source, found->nulLine);
    if (found->utf8.isValid())
        return CsvDecoder(QStringDecoder(QStringDecoder::Utf8));
    if (head->startsWith("\xEF\xBB\xBF") || isMeantAsUtf8(found->utf8)) {
        return wrongByte(source, found->brokenLine, found->utf8.firstBrokenByte(),
                         Tr::tr("UTF-8, sauf l'octet 0x%1 à la ligne %2"));
    }
    if (found->undefinedLine > 0) {
        return wrongByte(source, found->undefinedLine, found->undefinedValue,
                         Tr::tr("ni UTF-8, ni Windows-1252 : octet 0x%1 à la ligne %2"));
    }
    return CsvDecoder(QStringDecoder());
}

QString CsvDecoder::decode(QByteArrayView block)
{
    if (m_decoder.isValid())
        return m_decoder.decode(block);
    QString text(block.size(), Qt::Uninitialized);
    for (qsizetype i = 0; i < block.size(); ++i)
        text[i] = QChar(windows1252()[static_cast<unsigned char>(block[i])]);
    return text;
}

} // namespace recoupe
