// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/generator/generator.h"

#include "support/generator/defects.h"
#include "support/generator/feedwriter.h"
#include "support/generator/tablewriters.h"
#include "support/generator/truth.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <memory>

namespace recoupe {

namespace {

constexpr qint64 roomForDefects = 24; //!< a planted formation is not cut short

//! Deals the defects one after the other, shuffled anew each time all were dealt.
class Deck
{
public:
    static Result<Deck> of(const GeneratorOptions &options)
    {
        Deck deck;
        for (const Defect &defect : allDefects()) {
            const QString id = QString::fromLatin1(defect.id);
            const qsizetype times = options.defects.isEmpty() ? 1 : options.defects.count(id);
            if (!defect.isOfNextDay || options.withNextDay)
                deck.m_cards.append(QList<Defect>(times, defect));
            deck.m_known << id;
        }
        for (const QString &name : options.defects) {
            if (!deck.m_known.contains(name))
                return fail(ErrorCode::InvalidArgument,
                            QStringLiteral("No defect is called %1. There are: %2.")
                                .arg(name, deck.m_known.join(QLatin1String(", "))));
        }
        return deck;
    }

    [[nodiscard]] bool isEmpty() const { return m_cards.isEmpty(); }

    const Defect &deal(Random &random)
    {
        if (m_next == 0) {
            for (qsizetype i = m_cards.size() - 1; i > 0; --i)
                std::swap(m_cards[i], m_cards[random.below(i + 1)]);
        }
        const Defect &card = m_cards[m_next];
        m_next = (m_next + 1) % m_cards.size();
        return card;
    }

private:
    QList<Defect> m_cards;
    QStringList m_known;
    qsizetype m_next = 0;
};

//! The files being written, each through the device's own buffer.
class Output
{
public:
    Output(const GeneratorOptions &options, const GeneratedFiles &names)
        : m_today(options.today)
        , m_feedFile(names.feed)
        , m_nextDayFile(names.nextDayFeed)
        , m_awards(names.awards)
        , m_sesar(names.sesar)
        , m_truth(names.truth)
        , m_feed(m_feedFile, options.today)
        , m_nextDay(m_nextDayFile, options.today.addDays(1))
    {
    }

    Result<> open()
    {
        for (QFile *file : files()) {
            if (!file->open(QIODevice::WriteOnly))
                return failure(*file);
        }
        m_feed.begin();
        if (m_nextDayFile.isOpen())
            m_nextDay.begin();
        m_awards.write(awardsHeader());
        m_sesar.write(sesarHeader());
        return {};
    }

    void write(const WorldBlock &block)
    {
        for (const WorldFormation &formation : block.formations) {
            m_feed.write(block, formation);
            if (m_nextDayFile.isOpen())
                m_nextDay.write(block, onNextDay(formation));
        }
        m_awards.write(awardLines(block));
        m_sesar.write(sesarLines(block));
        m_truth.write(truthLines(block, m_today));
    }

    Result<> close()
    {
        const bool written = m_feed.end() && (!m_nextDayFile.isOpen() || m_nextDay.end());
        for (QFile *file : files()) {
            file->close();
            if (!written || file->error() != QFile::NoError)
                return failure(*file);
        }
        return {};
    }

private:
    QList<QFile *> files()
    {
        QList<QFile *> all{&m_feedFile, &m_awards, &m_sesar, &m_truth};
        if (!m_nextDayFile.fileName().isEmpty())
            all << &m_nextDayFile;
        return all;
    }

    static Failure failure(const QFile &file)
    {
        return fail(ErrorCode::FileUnwritable,
                    QStringLiteral("%1: %2").arg(file.fileName(), file.errorString()));
    }

    QDate m_today;
    QFile m_feedFile;
    QFile m_nextDayFile;
    QFile m_awards;
    QFile m_sesar;
    QFile m_truth;
    FeedWriter m_feed;
    FeedWriter m_nextDay;
};

GeneratedFiles namesIn(const GeneratorOptions &options)
{
    const QDir folder(options.folder);
    return {folder.filePath(QStringLiteral("portail.xml")),
            options.withNextDay ? folder.filePath(QStringLiteral("portail-2.xml")) : QString(),
            folder.filePath(QStringLiteral("notifications.csv")),
            folder.filePath(QStringLiteral("sesar.csv")),
            folder.filePath(QStringLiteral("truth.jsonl"))};
}

//! Fills blocks until there are enough sessions.
class Loop
{
public:
    Loop(const GeneratorOptions &options, Deck &deck)
        : m_options(options)
        , m_deck(deck)
        , m_builder(options.seed, options.today)
    {
    }

    [[nodiscard]] bool isDone() const { return m_written >= m_options.sessions; }

    const WorldBlock &nextBlock()
    {
        m_builder.beginBlock();
        const int size = m_builder.random().between(8, 22);
        while (sessionsInBlock() < size && left() > 0)
            addFormation();
        m_written += sessionsInBlock();
        m_builder.finishBlock();
        return m_builder.block();
    }

private:
    void addFormation()
    {
        const double wanted = m_options.defectRate * double(m_written + sessionsInBlock());
        if (!m_deck.isEmpty() && double(m_planted) < wanted && left() >= roomForDefects)
            m_planted += plant(m_builder, m_deck.deal(m_builder.random()));
        else
            m_builder.addFormation({}, int(std::min(left(), roomForDefects)));
    }

    [[nodiscard]] qint64 sessionsInBlock()
    {
        qint64 sum = 0;
        for (const WorldFormation &formation : m_builder.block().formations)
            sum += formation.sessions.size();
        return sum;
    }

    [[nodiscard]] qint64 left() { return m_options.sessions - m_written - sessionsInBlock(); }

    const GeneratorOptions &m_options;
    Deck &m_deck;
    WorldBuilder m_builder;
    qint64 m_written = 0;
    qint64 m_planted = 0;
};

} // namespace

Result<GeneratedFiles> generate(const GeneratorOptions &options)
{
    Result<Deck> deck = Deck::of(options);
    if (!deck)
        return failureOf(deck);
    const GeneratedFiles names = namesIn(options);
    Output output(options, names);
    if (const Result<> opened = output.open(); !opened)
        return failureOf(opened);
    for (Loop loop(options, *deck); !loop.isDone();)
        output.write(loop.nextBlock());
    if (const Result<> closed = output.close(); !closed)
        return failureOf(closed);
    return names;
}

} // namespace recoupe
