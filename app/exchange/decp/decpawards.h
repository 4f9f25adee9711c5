// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "exchange/awards/awardreader.h"
#include "exchange/decp/decpaward.h"
#include "exchange/decp/decpbuyer.h"
#include "exchange/decp/decpsink.h"

#include <QHash>

namespace recoupe {

class DecpRecord;

//! Names to be listed in a sentence: the first few, and how many there are.
class NameList
{
public:
    void note(const QString &name);
    [[nodiscard]] qsizetype count() const { return m_count; }
    //! "M1451401, M1451402 et 3 autres".
    [[nodiscard]] QString inWords() const;

private:
    QStringList m_first;
    qsizetype m_count = 0;
};

//! Markets that become notifications, each once.
class DecpMarkets
{
public:
    explicit DecpMarkets(QString fileName)
        : m_fileName(std::move(fileName))
    {
    }

    //! \a ordinal: the how manieth of the file it is, from 1.
    void add(const DecpRecord &record, Funder funder, qint64 ordinal);
    void clear();
    [[nodiscard]] bool isEmpty() const { return m_markets.isEmpty() && m_rejections.isEmpty(); }

    //! The notifications, with a sentence for each kind of defect.
    [[nodiscard]] AwardFile file() const;

private:
    struct Market
    {
        DecpAward read;
        qint64 line = 0;
        qint64 ordinal = 0;
    };

    void addAgain(Market &known, Market again);
    [[nodiscard]] NameList namesOf(DecpRemark remark) const;

    QString m_fileName;
    QList<Market> m_markets;
    QHash<AwardKey, qsizetype> m_byKey;
    NameList m_contradictions; // markets written again, differently
    QList<Rejection> m_rejections;
};

//! Sorts the markets of a file by their buyer: those of our funders are kept, the others counted.
class DecpAwards final : public DecpSink
{
public:
    //! \a funder is taken for markets that name no buyer, and for a file whose markets all have one
    //! and the same buyer that is not known.
    DecpAwards(const ByteSource &source, std::optional<Funder> funder, const Progress &progress);

    //! NotTheFormat once it is plain that the file holds something else than markets.
    Result<> take(XmlElement element) override;
    void tolerate(const QString &sentence) override { m_tolerated << sentence; }
    Result<> blockRead(qint64 position, qint64 size) override;
    [[nodiscard]] Result<AwardFile> finish() const;

private:
    void takeStranger(const DecpRecord &record, const DecpBuyer &buyer);
    [[nodiscard]] bool hasOneStranger() const { return m_ours.isEmpty() && m_buyers.size() == 1; }
    [[nodiscard]] Failure notMarkets() const;
    [[nodiscard]] QStringList sentences() const;
    [[nodiscard]] QString asideSentence() const;

    const ByteSource &m_source;
    std::optional<Funder> m_funder;
    const Progress &m_progress;
    QStringList m_tolerated;
    DecpMarkets m_ours;
    DecpMarkets m_strangers;   // of the one buyer that is not known, while it is the only one
    QList<DecpBuyer> m_buyers; // that are not known: the first few
    qint64 m_aside = 0;        // markets of such buyers
    qint64 m_records = 0;
    NameList m_foreign; // records that are no markets
};

} // namespace recoupe
