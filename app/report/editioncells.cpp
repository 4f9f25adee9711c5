// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/editioncells.h"

#include "report/visibletext.h"

#include <QCoreApplication>
#include <QUrl>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

EditionCell plain(const QString &text)
{
    EditionCell lines;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts))
        lines << CellLine{line};
    return lines;
}

QString mailLink(const QString &address)
{
    Contact contact;
    contact.email = address;
    if (!contact.hasEmail())
        return {};
    return QStringLiteral("mailto:") +
           QString::fromLatin1(QUrl::toPercentEncoding(address, QByteArrayLiteral("@")));
}

EditionCell stateCell(const EditionRow &row)
{
    EditionCell lines{{row.state, row.suspended ? LineRole::Alert : LineRole::Plain}};
    if (const QString mark = markWords(row); !mark.isEmpty())
        lines << CellLine{mark, LineRole::Mark};
    return lines;
}

//! What a counsellor looks for first stands out: the commune.
EditionCell placeCell(const QString &place)
{
    EditionCell lines = plain(place);
    if (!lines.isEmpty())
        lines.first().role = LineRole::Strong;
    return lines;
}

EditionCell contactCell(const EditionRow &row)
{
    EditionCell lines = plain(row.contactName) + plain(row.contactTelephone);
    if (!row.contactEmail.isEmpty())
        lines << CellLine{row.contactEmail, LineRole::Plain, mailLink(row.contactEmail)};
    return lines;
}

} // namespace

QString columnHeading(EditionColumn column)
{
    switch (column) {
    case EditionColumn::State: return Tr::tr("État");
    case EditionColumn::Title: return Tr::tr("Intitulé");
    case EditionColumn::Provider: return Tr::tr("Organisme");
    case EditionColumn::Place: return Tr::tr("Lieu");
    case EditionColumn::Dates: return Tr::tr("Dates");
    case EditionColumn::Duration: return Tr::tr("Durée");
    case EditionColumn::Places: return Tr::tr("Places");
    case EditionColumn::Meeting: return Tr::tr("Information collective");
    case EditionColumn::Contact: return Tr::tr("Contact prescriptions");
    case EditionColumn::Funding: return Tr::tr("Financeur");
    }
    Q_UNREACHABLE();
}

QString markWords(const EditionRow &row)
{
    switch (row.mark) {
    case RowMark::None: return {};
    case RowMark::New: return Tr::tr("NOUVEAU");
    case RowMark::Changed:
        return Tr::tr("MODIFIÉ\u00A0: %1").arg(row.changes.join(QStringLiteral(", ")));
    }
    Q_UNREACHABLE();
}

QList<EditionCell> editionCells(const EditionRow &row)
{
    QList<EditionCell> cells{
        stateCell(row),
        EditionCell{{row.title, LineRole::Strong}} + plain(row.details),
        plain(row.provider) + plain(row.deliverer),
        placeCell(row.place),
        plain(row.dates),
        plain(row.duration),
        {{row.places, LineRole::Number}},
        plain(row.meeting),
        contactCell(row),
        plain(row.funding) + plain(row.market) + EditionCell{{row.session, LineRole::Fine}},
    };
    for (EditionCell &cell : cells) {
        for (CellLine &line : cell)
            line.text = visibleText(line.text);
    }
    return cells;
}

QStringList departureHeadings()
{
    return {columnHeading(EditionColumn::Title), columnHeading(EditionColumn::Provider),
            columnHeading(EditionColumn::Place), columnHeading(EditionColumn::Dates),
            Tr::tr("Motif de la sortie")};
}

QStringList departureCells(const EditionDeparture &departure)
{
    QStringList cells{departure.title, departure.provider, departure.place, departure.dates,
                      departure.reason};
    for (QString &cell : cells)
        cell = visibleText(cell);
    return cells;
}

} // namespace recoupe
