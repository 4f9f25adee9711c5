// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/parcourshfiles.h"

#include "core/oneline.h"
#include "core/writtenfile.h"
#include "report/sheettext.h"
#include "report/workbook.h"
#include "rules/wording.h"
#include "services/words.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDataStream>
#include <QDir>
#include <QTemporaryFile>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

//! Rows on disk, in memory that does not grow with them; read again one after the other.
class RowSpool
{
public:
    [[nodiscard]] Result<> open()
    {
        if (!m_file.open())
            return failure();
        m_stream.setDevice(&m_file);
        return {};
    }

    [[nodiscard]] Result<> append(const QStringList &cells)
    {
        m_stream << cells;
        ++m_count;
        return m_stream.status() == QDataStream::Ok ? Result<>() : failure();
    }

    //! From the first row again.
    [[nodiscard]] Result<> rewind()
    {
        m_row = -1;
        return m_file.flush() && m_file.seek(0) ? Result<>() : failure();
    }

    [[nodiscard]] qsizetype count() const { return m_count; }

    //! A cell of the row that was asked for last, or of the next one.
    [[nodiscard]] QString cell(qsizetype row, qsizetype column)
    {
        if (row != m_row) {
            Q_ASSERT(row == m_row + 1);
            m_stream >> m_cells;
            m_row = row;
        }
        return m_cells.value(column);
    }

    //! Whether all that was asked for could be read.
    [[nodiscard]] Result<> check() const
    {
        return m_stream.status() == QDataStream::Ok ? Result<>() : failure();
    }

private:
    [[nodiscard]] Failure failure() const
    {
        return unwritable(m_file.fileName(), m_file.errorString());
    }

    QTemporaryFile m_file;
    QDataStream m_stream;
    qsizetype m_count = 0;
    qsizetype m_row = -1;
    QStringList m_cells; // of m_row
};

QList<SheetColumn> sheetColumns()
{
    return {{Tr::tr("Intitulé"), 45},
            {Tr::tr("N° de session"), 16},
            {.title = Tr::tr("Date de début"), .width = 14, .dates = true},
            {.title = Tr::tr("Date de fin"), .width = 14, .dates = true},
            {Tr::tr("Lieu"), 40},
            {Tr::tr("Code postal"), 11},
            {Tr::tr("Ville"), 24},
            {Tr::tr("Autres lieux"), 30},
            {Tr::tr("Organisme"), 34},
            {Tr::tr("État du recrutement"), 14}};
}

// What nobody knows is an empty cell, not a sentence.
QString dateCell(const PartialDate &date)
{
    return date.isKnown() ? inWords(date) : QString();
}

QString addressCell(const Place &place)
{
    QStringList parts{place.name};
    parts << place.lines;
    parts.removeAll(QString());
    parts.removeDuplicates();
    return parts.join(QStringLiteral(", "));
}

QString placesCell(const QList<Place> &places)
{
    QStringList cells;
    for (const Place &place : places) {
        const QString town = QStringLiteral("%1 %2").arg(place.postalCode, place.city).trimmed();
        QStringList parts{addressCell(place), town};
        parts.removeAll(QString());
        cells << parts.join(QStringLiteral(", "));
    }
    return cells.join(QStringLiteral(" ; "));
}

QStringList cellsOf(const TrainingAction &action, const OutgoingSession &offered)
{
    const TrainingSession &session = offered.session;
    QStringList cells{action.title,
                      session.key.session,
                      dateCell(session.start),
                      dateCell(session.end),
                      addressCell(session.place),
                      session.place.postalCode,
                      session.place.city,
                      placesCell(session.otherPlaces),
                      action.mandataire.displayName(),
                      recruitmentName(offered.recruitment)};
    for (QString &cell : cells)
        cell = onOneLine(cell);
    return cells;
}

QByteArray digestOf(const QStringList &cells)
{
    return QCryptographicHash::hash(cells.join(QChar(u'\0')).toUtf8(),
                                    QCryptographicHash::Blake2b_160);
}

class ParcoursHWriter final : public OfferWriter
{
public:
    explicit ParcoursHWriter(const OfferWriting &writing)
        : m_folder(writing.folder)
        , m_date(writing.marks.exportedAt.date())
    {
    }

    [[nodiscard]] Result<> open() { return m_rows.open(); }

    Result<QList<WrittenSession>> add(const OutgoingOffer &offer) override
    {
        QList<WrittenSession> written;
        for (const OutgoingSession &session : offer.sessions) {
            const QStringList cells = cellsOf(offer.action, session);
            if (const Result<> appended = m_rows.append(cells); !appended)
                return failureOf(appended);
            written << WrittenSession{session.session.key, digestOf(cells)};
        }
        return written;
    }

    Result<QStringList> finish() override
    {
        const QString csv = QStringLiteral("parcours-h.csv");
        const QString xlsx = QStringLiteral("parcours-h.xlsx");
        Sheet sheet{.name = Tr::tr("Sessions"),
                    .columns = sheetColumns(),
                    .rowCount = m_rows.count(),
                    .cell = {}};
        sheet.cell = [this](qsizetype row, qsizetype column) { return m_rows.cell(row, column); };
        const Result<> written = write([&] { return writeCsv(sheet, m_folder.filePath(csv)); });
        if (!written)
            return failureOf(written);
        const Workbook workbook{
            .sheets = {sheet}, .title = Tr::tr("Offre de formation publiée"), .date = m_date};
        const Result<> alsoWritten =
            write([&] { return writeWorkbook(workbook, m_folder.filePath(xlsx)); });
        if (!alsoWritten)
            return failureOf(alsoWritten);
        return QStringList{csv, xlsx};
    }

    const WritingRemarks &remarks() const override { return m_remarks; }

private:
    template <typename Write>
    [[nodiscard]] Result<> write(const Write &writeRows)
    {
        if (Result<> rewound = m_rows.rewind(); !rewound)
            return rewound;
        if (Result<> written = writeRows(); !written)
            return written;
        return m_rows.check();
    }

    QDir m_folder;
    QDate m_date;
    RowSpool m_rows;
    WritingRemarks m_remarks; // nothing here can be wrong
};

} // namespace

Result<std::unique_ptr<OfferWriter>> openParcoursHFiles(const OfferWriting &writing)
{
    auto writer = std::make_unique<ParcoursHWriter>(writing);
    if (const Result<> opened = writer->open(); !opened)
        return failureOf(opened);
    return writer;
}

} // namespace recoupe
