// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/tablepdf.h"

#include "core/writtenfile.h"
#include "report/editionframe.h"
#include "report/taggedtable.h"

#include <QIODevice>
#include <QTimeZone>

#include <algorithm>

namespace recoupe {

namespace {

TaggedPdf::Description descriptionOf(const EditionContent &content)
{
    return {documentTitle(content), QByteArrayLiteral("fr-FR"),
            QStringLiteral("Recoupe " RECOUPE_VERSION),
            QDateTime(content.date, QTime(0, 0), QTimeZone::utc())};
}

qsizetype rowsOf(const TablePage &page)
{
    return std::ranges::count(page.blocks, BlockKind::Row, &TableBlock::kind);
}

} // namespace

Result<> writeTablePdf(const EditionContent &content, const QString &fileName,
                       const Progress &progress, Paper paper)
{
    return writeFile(fileName, [&](QIODevice &file) -> Result<> {
        const TableBlocks blocks(content, paper);
        TaggedTable table(file, descriptionOf(content), blocks);
        const qsizetype total = content.rowCount();
        qsizetype rows = 0;
        bool isWritten = true;
        const qsizetype pages = flowTable(blocks, [&](const TablePage &page) {
            isWritten = table.draw(page);
            rows += rowsOf(page);
            return isWritten && (!progress || progress(rows, total));
        });
        if (isWritten && pages == 0)
            return cancelledWriting(fileName);
        const Result<> finished = isWritten ? table.finish() : Result<>();
        if (!table.isSound())
            return unwritable(fileName, file.errorString());
        return finished;
    });
}

} // namespace recoupe
