// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the printing of the fortnightly table.
//   bench_table rows ROWS FOLDER     edition.json for us, rows.tsv (the same cells) for the peers
//   bench_table pdf FILE.json FILE   prints that edition
// Printing says how long it took, from the frozen edition in memory to the file on disk, and how
// far the memory rose above idle: the process with its fonts and the edition, which is not streamed
// and stays in memory whole.
#include "benchmark/benchmemory.h"
#include "benchmark/benchworld.h"
#include "report/editioncells.h"
#include "report/tablepdf.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QTextStream>

#include <ctime>

using namespace recoupe;

namespace {

constexpr qsizetype warmUpRows = 20; // their fonts are loaded then

EditionContent editionOf(qsizetype rows)
{
    const BenchWorld world = BenchWorld::of(rows);
    QList<PublishedSession> sessions;
    auto action = world.workspace.actions.begin(); // the sessions follow in the order of theirs
    for (const CheckedSession &checked : world.workspace.sessions) {
        while (action->submitted.numero != checked.session().key.formation)
            ++action;
        sessions << PublishedSession{action->submitted, checked.session()};
    }
    return composeEdition({2026, 23, QDate(2026, 11, 23), QDate(2026, 11, 9)}, sessions);
}

bool writeAll(const QString &fileName, const QByteArray &bytes)
{
    QFile file(fileName);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
}

QByteArray tableLine(const QStringList &cells)
{
    return cells.join(u'\t').toUtf8() + '\n';
}

QByteArray tableOf(const EditionContent &content)
{
    QByteArray table;
    for (const EditionGroup &group : content.groups) {
        for (const EditionRow &row : group.rows) {
            QStringList cells;
            for (const EditionCell &cell : editionCells(row)) {
                QStringList lines;
                for (const CellLine &line : cell)
                    lines << line.text;
                cells << lines.join(u' ').simplified();
            }
            table += tableLine(cells);
        }
    }
    return table;
}

bool writeRows(qsizetype rows, const QDir &folder)
{
    const EditionContent content = editionOf(rows);
    QStringList headings;
    for (int column = 0; column < editionColumnCount; ++column)
        headings << columnHeading(EditionColumn(column));
    return writeAll(folder.filePath(QStringLiteral("edition.json")), toJson(content)) &&
           writeAll(folder.filePath(QStringLiteral("rows.tsv")),
                    tableLine(headings) + tableOf(content));
}

bool print(const QString &edition, const QString &fileName)
{
    QFile file(edition);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const Result<EditionContent> content = editionFromJson(file.readAll());
    EditionContent first = content.value_or(EditionContent{});
    if (!content || content->groups.isEmpty())
        return false;
    first.groups = {{first.groups.first().title, first.groups.first().rows.mid(0, warmUpRows)}};
    if (!writeTablePdf(first, fileName))
        return false;
    const qint64 idle = idleMemory();
    QElapsedTimer timer;
    timer.start();
    const std::clock_t cpu = std::clock();
    if (!writeTablePdf(*content, fileName))
        return false;
    QTextStream(stdout) << "measured " << double(timer.nsecsElapsed()) / 1e9 << ' '
                        << double(std::clock() - cpu) / CLOCKS_PER_SEC << "\nidle_kib " << idle
                        << "\nover_idle_kib " << peakMemory() - idle << Qt::endl;
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4)
        return 2;
    const bool written = arguments[1] == u"rows"
                             ? writeRows(arguments[2].toLongLong(), QDir(arguments[3]))
                             : print(arguments[2], arguments[3]);
    return written ? 0 : 3;
}
