// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/decp/decpawards.h"

#include "core/counted.h"
#include "exchange/decp/decprecord.h"
#include "exchange/encoding/bytesource.h"

#include <QCoreApplication>

#include <algorithm>

namespace recoupe {

namespace {

constexpr qsizetype maxForeign = 1000; // records, where none was a market
constexpr qsizetype maxNames = 30;
constexpr qsizetype maxBuyersNamed = 5;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

// By DecpRemark.
constexpr std::array<const char *, decpRemarks> remarkSentences{
    QT_TRANSLATE_NOOP("Recoupe", "Marchés sans date de notification valable, gardés sans elle : "
                                 "%1."),
    QT_TRANSLATE_NOOP("Recoupe", "Marchés sans objet, gardés sans intitulé : %1."),
    QT_TRANSLATE_NOOP("Recoupe", "Marchés dont un titulaire n'a pas de SIRET valable, gardés tels "
                                 "quels : %1."),
    QT_TRANSLATE_NOOP("Recoupe", "Marchés dont la durée est illisible ou invraisemblable, à "
                                 "vérifier : %1."),
    QT_TRANSLATE_NOOP("Recoupe", "Marchés dont le code du lieu a été complété par un zéro à "
                                 "gauche : %1."),
    QT_TRANSLATE_NOOP("Recoupe", "Marchés dont des accents ou des caractères sont abîmés, gardés "
                                 "tels quels : %1."),
    QT_TRANSLATE_NOOP("Recoupe", "Marchés dont un champ est écrit plusieurs fois, le dernier "
                                 "retenu : %1."),
};

DecpBuyer buyerOf(const DecpRecord &record)
{
    return {record.text({"acheteur.id", "acheteur.siret", "acheteur", "autoriteConcedante.id",
                         "autoriteConcedante.siret"}),
            record.text({"acheteur.nom", "autoriteConcedante.nom"})};
}

} // namespace

void NameList::note(const QString &name)
{
    if (++m_count <= maxNames)
        m_first << name;
}

QString NameList::inWords() const
{
    const QString list = m_first.join(QLatin1String(", "));
    return m_count > maxNames ? Tr::tr("%1 et %2 autres").arg(list).arg(m_count - maxNames) : list;
}

void DecpMarkets::add(const DecpRecord &record, Funder funder, qint64 ordinal)
{
    Market market{decpAward(record, funder), record.line(), ordinal};
    const AwardNotification &award = market.read.award;
    if (award.market.isMissing()) {
        m_rejections.append({m_fileName, market.line,
                             Tr::tr("marché n° %1 du fichier").arg(ordinal), QStringLiteral("id"),
                             award.market.text(), Tr::tr("un identifiant de marché")});
        return;
    }
    const auto known = m_byKey.constFind(award.key());
    if (known != m_byKey.constEnd())
        return addAgain(m_markets[*known], std::move(market));
    m_byKey.insert(award.key(), m_markets.size());
    m_markets << std::move(market);
}

void DecpMarkets::addAgain(Market &known, Market again)
{
    if (again.read.award == known.read.award)
        return;
    m_contradictions.note(Tr::tr("%1 (n° %2 et %3 du fichier)")
                              .arg(again.read.award.market.text())
                              .arg(known.ordinal)
                              .arg(again.ordinal));
    if (again.read.publishedOn > known.read.publishedOn)
        known = std::move(again);
}

void DecpMarkets::clear()
{
    *this = DecpMarkets(m_fileName);
}

AwardFile DecpMarkets::file() const
{
    AwardFile file;
    for (const Market &market : m_markets)
        file.rows.append({market.read.award, market.line});
    file.rejections = m_rejections;
    for (std::size_t i = 0; i < decpRemarks; ++i) {
        const NameList names = namesOf(DecpRemark(i));
        if (names.count() > 0)
            file.warnings << Tr::tr(remarkSentences[i]).arg(names.inWords());
    }
    if (m_contradictions.count() > 0) {
        file.warnings << Tr::tr("Marchés écrits plusieurs fois, différemment ; la publication la "
                                "plus récente a été retenue : %1.")
                             .arg(m_contradictions.inWords());
    }
    return file;
}

NameList DecpMarkets::namesOf(DecpRemark remark) const
{
    NameList names;
    for (const Market &market : m_markets) {
        if (market.read.remarks[std::size_t(remark)])
            names.note(market.read.award.market.text());
    }
    return names;
}

DecpAwards::DecpAwards(const ByteSource &source, std::optional<Funder> funder,
                       const Progress &progress)
    : m_source(source)
    , m_funder(funder)
    , m_progress(progress)
    , m_ours(source.fileName())
    , m_strangers(source.fileName())
{
}

Result<> DecpAwards::take(XmlElement element)
{
    ++m_records;
    const DecpRecord record(element);
    if (!record.isMarket()) {
        m_foreign.note(Tr::tr("n° %1").arg(m_records));
        if (m_foreign.count() == m_records && m_records >= maxForeign)
            return notMarkets();
        return {};
    }
    const DecpBuyer buyer = buyerOf(record);
    if (const std::optional<Funder> funder = buyer.isNamed() ? funderOf(buyer) : m_funder)
        m_ours.add(record, *funder, m_records);
    else
        takeStranger(record, buyer);
    return {};
}

Result<> DecpAwards::blockRead(qint64 position, qint64 size)
{
    if (!m_progress || m_progress(position, size))
        return {};
    return fail(ErrorCode::Cancelled,
                Tr::tr("La lecture du fichier « %1 » a été arrêtée.").arg(m_source.shownName()));
}

void DecpAwards::takeStranger(const DecpRecord &record, const DecpBuyer &buyer)
{
    ++m_aside;
    if (m_buyers.size() < maxBuyersNamed && !m_buyers.contains(buyer))
        m_buyers << buyer;
    if (m_funder && hasOneStranger())
        m_strangers.add(record, *m_funder, m_records);
    else if (!m_strangers.isEmpty())
        m_strangers.clear();
}

Result<AwardFile> DecpAwards::finish() const
{
    if (m_records > 0 && m_foreign.count() == m_records)
        return notMarkets();
    const bool areMeant = m_funder && hasOneStranger();
    AwardFile file = areMeant ? m_strangers.file() : m_ours.file();
    QStringList warnings = m_tolerated + sentences();
    if (areMeant) {
        warnings << Tr::tr("Tous les marchés ont le même acheteur, « %1 » : ils ont été attribués "
                           "au financeur choisi.")
                        .arg(m_buyers.first().shown());
    } else if (m_aside > 0) {
        warnings << asideSentence();
    }
    file.warnings = warnings + file.warnings;
    return file;
}

Failure DecpAwards::notMarkets() const
{
    return fail(ErrorCode::NotTheFormat,
                Tr::tr("Le fichier « %1 » ne contient pas de marchés au format des données "
                       "essentielles (DECP) : vérifiez que c'est bien celui qu'il faut.")
                    .arg(m_source.shownName()),
                {}, {m_source.fileName()});
}

QStringList DecpAwards::sentences() const
{
    QStringList sentences;
    if (m_records == 0) {
        sentences
            << Tr::tr("Le fichier « %1 » ne contient aucun marché.").arg(m_source.shownName());
    }
    if (m_foreign.count() > 0) {
        sentences << Tr::tr("Éléments de la liste qui ne sont pas des marchés, laissés de côté : "
                            "%1.")
                         .arg(m_foreign.inWords());
    }
    return sentences;
}

QString DecpAwards::asideSentence() const
{
    QStringList names;
    for (const DecpBuyer &buyer : m_buyers)
        names << (buyer.isNamed() ? buyer.shown() : Tr::tr("acheteur non indiqué"));
    if (m_buyers.size() == maxBuyersNamed)
        names << QStringLiteral("…");
    return counted(m_aside, Tr::tr("%1 marché d'un autre acheteur a été laissé de côté : %2."),
                   Tr::tr("%1 marchés d'autres acheteurs ont été laissés de côté : %2."))
        .arg(names.join(QLatin1String(", ")));
}

} // namespace recoupe
