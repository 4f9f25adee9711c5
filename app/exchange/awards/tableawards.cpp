// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/awards/tableawards.h"

#include "core/textfolding.h"
#include "domain/contact.h"
#include "exchange/awards/awardees.h"
#include "exchange/awards/repeatedawards.h"
#include "exchange/table/rowprogress.h"
#include "exchange/table/tablerecords.h"

#include <QCoreApplication>

#include <algorithm>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

enum Column : std::size_t
{
    FunderName,
    Market,
    Lot,
    Title,
    Sirets,
    Awardee,
    NotifiedOn,
    ReceivedOn,
    Start,
    End,
    PlaceName,
    PostalCode,
    InseeCode,
    SchemeName,
    Segment,
    Places,
    Replaces,
    ColumnCount,
};

constexpr std::array<TableColumn, ColumnCount> columns{{
    {u"financeur", {u"nomdufinanceur", u"acheteur", u"commanditaire"}},
    {u"numero_marche",
     {u"numerodemarche", u"numerodumarche", u"ndemarche", u"nodemarche", u"ndumarche", u"nmarche",
      u"nomarche", u"nummarche", u"marche", u"referencemarche", u"refmarche", u"referencedumarche"},
     true},
    {u"lot", {u"numerolot", u"numerodelot", u"numerodulot", u"nlot", u"ndelot", u"nolot"}},
    {u"intitule",
     {u"intituledumarche", u"intitulemarche", u"intituleformation", u"intituledelaformation",
      u"objet", u"objetdumarche", u"libelle", u"titre"},
     true},
    {u"siret_mandataire",
     {u"siret", u"siretdumandataire", u"siretorganisme", u"siretdelorganisme", u"nsiret",
      u"nosiret", u"numerosiret", u"sirettitulaire", u"siretdutitulaire", u"titulairesid"}},
    {u"mandataire",
     {u"organismemandataire", u"nommandataire", u"nomdumandataire", u"titulaire", u"organisme",
      u"nomdutitulaire", u"nomtitulaire", u"nomorganisme", u"nomdelorganisme", u"attributaire"}},
    {u"date_notification",
     {u"datedenotification", u"notification", u"notifiele", u"datenotif", u"datedelanotification"},
     true},
    {u"date_reception", {u"datedereception", u"reception", u"recule", u"receptionnele"}},
    {u"date_debut", {u"datededebut", u"debut", u"datedudebut", u"debutdumarche"}},
    {u"date_fin", {u"datedefin", u"fin", u"datedelafin", u"findumarche"}},
    {u"lieu", {u"ville", u"commune", u"lieudeformation", u"lieuformation", u"lieuexecution"}},
    {u"code_postal", {u"cp", u"codepostaldulieu", u"codepostallieu"}},
    {u"code_insee", {u"insee", u"codecommune", u"codeinseedulieu", u"codeinseecommune"}},
    {u"dispositif", {u"programme", u"typededispositif"}},
    {u"segment", {u"segmentsieg", u"siegsegment"}},
    {u"places", {u"nbplaces", u"nombredeplaces", u"nombreplaces", u"nbdeplaces", u"effectif"}},
    {u"remplace", {u"annuleetremplace", u"remplacelemarche", u"marcheremplace"}},
}};

int segmentOf(TableFields &fields)
{
    const std::optional<int> segment = fields.count(Segment);
    if (segment && (*segment < 1 || *segment > 3))
        fields.refuse(Segment, Tr::tr("un segment du SIEG : 1, 2 ou 3"));
    return segment.value_or(0);
}

Funder funderOf(TableFields &fields, std::optional<Funder> fallback)
{
    const QString name = fields.text(FunderName);
    const std::optional<Funder> funder = name.isEmpty() ? fallback : funderFromName(name);
    if (!funder)
        fields.refuse(FunderName, Tr::tr("un financeur connu : CR, PE ou AGEFIPH, ou leur nom"));
    return funder.value_or(Funder::Other);
}

QStringList siretsOf(TableFields &fields)
{
    const QStringList sirets = splitSirets(fields.siret(Sirets));
    if (std::ranges::any_of(sirets, [](const QString &text) { return sirenOf(text).isEmpty(); }))
        fields.remark(TableRemark::NoSiret);
    return sirets;
}

AwardNotification awardOf(TableFields &fields, std::optional<Funder> fallback)
{
    AwardNotification award;
    award.funder = funderOf(fields, fallback);
    award.market = fields.market(Market);
    award.lot = fields.text(Lot);
    award.title = fields.neededText(Title, Tr::tr("l'intitulé du marché"));
    award.awardeeSirets = siretsOf(fields);
    award.awardeeName = fields.text(Awardee);
    award.notifiedOn = fields.neededDate(NotifiedOn);
    award.receivedOn = fields.date(ReceivedOn);
    award.start = fields.date(Start);
    award.end = fields.date(End);
    fields.checkPeriod(award.start, award.end, End);
    award.place = fields.text(PlaceName);
    award.postalCode = fields.postalCode(PostalCode);
    award.placeCode = fields.inseeCode(InseeCode);
    award.placeScope = award.placeCode.isEmpty() ? PlaceScope::Unknown : PlaceScope::Commune;
    award.scheme = fields.text(SchemeName);
    award.siegSegment = segmentOf(fields);
    award.places = fields.count(Places);
    award.replaces = fields.identifier(Replaces);
    award.extras = fields.extras();
    return award;
}

//! Under which the rows of one contract find each other.
AwardKey identityOf(Funder funder, const MarketNumber &market, const QString &lot)
{
    return {funder, market.normalized(), folded(lot)};
}

//! The first reading: finds which contracts stand in several rows, and how many rows there are.
class FirstReading
{
public:
    FirstReading(const QString &fileName, std::optional<Funder> funder, const Progress &progress)
        : m_funder(funder)
        , m_progress(fileName, progress, 0)
    {
    }

    Result<> take(TableFields &fields)
    {
        m_repeated.note(
            identityOf(funderOf(fields, m_funder), fields.market(Market), fields.text(Lot)));
        return m_progress.step();
    }

    [[nodiscard]] qint64 rows() const { return m_progress.done(); }
    [[nodiscard]] RepeatedAwards repeated()
    {
        m_repeated.settle();
        return std::move(m_repeated);
    }

private:
    std::optional<Funder> m_funder;
    RowProgress m_progress;
    RepeatedAwards m_repeated;
};

//! The second one: hands on what stands in one row, and keeps what may be joined by a later row.
class SecondReading
{
public:
    SecondReading(std::optional<Funder> funder, RepeatedAwards repeated, RowProgress progress,
                  const AwardSink &sink)
        : m_funder(funder)
        , m_repeated(std::move(repeated))
        , m_progress(progress)
        , m_sink(sink)
    {
    }

    Result<> take(TableFields &fields)
    {
        if (const Result<> stepped = m_progress.step(); !stepped)
            return stepped;
        const AwardRow row{awardOf(fields, m_funder), fields.line()};
        if (!fields.isRefused()) {
            const AwardNotification &award = row.award;
            const AwardKey identity = identityOf(award.funder, award.market, award.lot);
            if (!m_repeated.contains(identity))
                return m_sink(row);
            join(fields, row, identity);
        }
        if (fields.isRefused())
            m_rejections << fields.rejection(nameOfMarket(row.award.market));
        return {};
    }

    Result<> finish()
    {
        for (const AwardRow &row : std::as_const(m_kept)) {
            if (const Result<> taken = m_sink(row); !taken)
                return taken;
        }
        return {};
    }

    [[nodiscard]] const QList<Rejection> &rejections() const { return m_rejections; }

private:
    // The row of a member of a group joins the first one's. One that only says it again changes
    // nothing.
    void join(TableFields &fields, const AwardRow &row, const AwardKey &identity)
    {
        AwardRow *first = m_rows.append(row, identity);
        if (!first || first->award == row.award)
            return;
        switch (joinAwardees(first->award, row.award)) {
        case AwardeeJoin::Joined: fields.remark(TableRemark::AwardeeJoined); break;
        case AwardeeJoin::NothingNew: break;
        case AwardeeJoin::TooMany:
            fields.refuse(Sirets,
                          Tr::tr("un marché qui n'a pas plus de %1 titulaires").arg(maxAwardees));
            break;
        case AwardeeJoin::OtherAward:
            fields.refuse(Market, Tr::tr("un marché et un lot nommés une seule fois, ou dont les "
                                         "lignes ne diffèrent que par le titulaire : la ligne %1 "
                                         "en dit autre chose")
                                      .arg(first->line));
            break;
        }
    }

    std::optional<Funder> m_funder;
    RepeatedAwards m_repeated;
    RowProgress m_progress;
    const AwardSink &m_sink;
    QList<AwardRow> m_kept;
    TableRows<AwardRow, AwardKey> m_rows{m_kept};
    QList<Rejection> m_rejections;
};

} // namespace

std::span<const TableColumn> awardColumns()
{
    return columns;
}

Result<AwardRemarks> readTableAwards(const QString &fileName, const AwardReading &reading,
                                     const AwardSink &sink)
{
    const std::optional<Funder> funder = reading.funder ? reading.funder : reading.profile.funder;
    FirstReading first(fileName, funder, reading.progress);
    const Result<QStringList> surveyed =
        readTableRecords(fileName, columns, reading.profile,
                         [&first](TableFields &fields) { return first.take(fields); });
    if (!surveyed)
        return failureOf(surveyed);
    SecondReading second(funder, first.repeated(),
                         RowProgress(fileName, reading.progress, first.rows()), sink);
    const Result<QStringList> warnings =
        readTableRecords(fileName, columns, reading.profile,
                         [&second](TableFields &fields) { return second.take(fields); });
    if (!warnings)
        return failureOf(warnings);
    return second.finish().map([&] { return AwardRemarks{second.rejections(), *warnings}; });
}

} // namespace recoupe
