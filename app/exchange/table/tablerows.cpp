// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table/tablerows.h"

#include "exchange/encoding/bytesource.h"
#include "exchange/table/csvreader.h"
#include "exchange/table/odsreader.h"
#include "exchange/table/tablefailures.h"
#include "exchange/table/xlsxreader.h"
#include "exchange/table/ziparchive.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

constexpr qint64 oleDirectoryReach = 1024 * 1024; // an encrypted workbook names itself well before

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

bool hasExtension(const QString &fileName, std::initializer_list<const char16_t *> extensions)
{
    const QString extension = QFileInfo(fileName).suffix().toLower();
    return std::ranges::any_of(extensions,
                               [&](const char16_t *known) { return extension == known; });
}

Failure notTheFormat(const ByteSource &source, const QString &sentence)
{
    return fail(ErrorCode::NotTheFormat, sentence.arg(source.shownName()), {},
                {source.fileName(), 0, 0});
}

QByteArray utf16(const QString &text)
{
    return {reinterpret_cast<const char *>(text.utf16()), text.size() * 2};
}

// Workbooks of before 2007, and encrypted ones of any year, are OLE containers.
Failure oleContainer(const ByteSource &source, const QByteArray &head)
{
    if (head.contains(utf16(QStringLiteral("EncryptedPackage"))))
        return passwordProtected(source.fileName());
    return notTheFormat(source, Tr::tr("Le fichier « %1 » est un classeur d'ancien format (.xls) : "
                                       "enregistrez-le en .xlsx et recommencez."));
}

Result<QStringList> readWorkbook(const ByteSource &source, TableSink &sink)
{
    if (hasExtension(source.fileName(), {u"csv", u"txt", u"tsv"})) {
        return notTheFormat(source,
                            Tr::tr("Le fichier « %1 » n'est pas du texte : c'est un classeur. "
                                   "Donnez-lui l'extension .xlsx ou .ods et recommencez."));
    }
    const Result<std::unique_ptr<ZipArchive>> archive = ZipArchive::open(source.fileName());
    if (!archive)
        return failureOf(archive);
    return isOpenDocument(**archive) ? readOds(**archive, sink) : readXlsx(**archive, sink);
}

} // namespace

bool TableRow::isBlank() const
{
    return std::ranges::all_of(cells, [](const QString &cell) {
        return std::ranges::all_of(cell, [](QChar c) { return c.isSpace(); });
    });
}

Result<QStringList> readTableRows(const QString &fileName, TableSink &sink, const TableForm &form)
{
    const Result<std::unique_ptr<ByteSource>> opened = openFile(fileName);
    if (!opened)
        return failureOf(opened);
    ByteSource &source = **opened;
    const Result<QByteArray> head = readAtMost(source, oleDirectoryReach);
    if (!head)
        return failureOf(head);
    if (head->startsWith("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
        return oleContainer(source, *head);
    if (head->startsWith("PK\x03\x04"))
        return readWorkbook(source, sink);
    if (hasExtension(fileName, {u"xlsx", u"xlsm", u"xls", u"ods", u"ots"})) {
        return notTheFormat(source,
                            Tr::tr("Le fichier « %1 » n'est pas un classeur malgré son extension : "
                                   "si c'est un fichier texte, nommez-le .csv et recommencez."));
    }
    if (const Result<> rewound = source.rewind(); !rewound)
        return failureOf(rewound);
    return readCsv(source, form, sink);
}

} // namespace recoupe
