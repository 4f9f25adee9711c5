// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the writing of offers as LHEO 2.3.
//   bench_partners prepare FEED OFFERS     the sources of a feed's records, as the base keeps them
//   bench_partners tokens LHEO TOKENS      the elements of a file, for the loop that writes them
//   bench_partners write OFFERS FILE [XSD] writes the offers; says how far the memory rose above
//   idle bench_partners loop TOKENS FILE        a plain loop of QXmlStreamWriter over the same
//   elements
// An offer is a line "F BYTES NUMERO" and its source, a session a line "S BYTES STATE" and its own.
#include "benchmark/benchmemory.h"
#include "exchange/lheo/lheoreader.h"
#include "exchange/partners/offerwriter.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTextStream>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <ctime>
#include <optional>

using namespace recoupe;

namespace {

//! Writes what a feed holds; an action comes before its sessions.
class OfferFile final : public LheoSink
{
public:
    explicit OfferFile(QFile &file)
        : m_file(file)
    {
    }

    Result<> accept(SubmittedAction action) override
    {
        m_file.write("F " + QByteArray::number(action.source.size()) + ' ' +
                     action.action.numero.toUtf8() + '\n' + action.source + '\n');
        return {};
    }
    Result<> accept(SubmittedSession session) override
    {
        m_file.write("S " + QByteArray::number(session.source.size()) + ' ' +
                     toToken(session.session.recruitment).toUtf8() + '\n' + session.source + '\n');
        return {};
    }
    void reject(Rejection) override {}
    void warn(const QString &) override {}
    bool progress(qint64, qint64) override { return true; }

private:
    QFile &m_file;
};

//! Reads them again, one offer at a time.
class OfferSource
{
public:
    explicit OfferSource(QFile &file)
        : m_file(file)
        , m_line(m_file.readLine())
    {
    }

    std::optional<OutgoingOffer> next()
    {
        if (!m_line.startsWith('F'))
            return std::nullopt;
        OutgoingOffer offer;
        offer.action.numero = QString::fromUtf8(m_line.trimmed().split(' ').value(2));
        offer.source = source();
        while (m_line.startsWith('S')) {
            OutgoingSession session;
            session.session.key = {offer.action.numero, QStringLiteral("A"),
                                   QString::number(++m_sessions)};
            session.recruitment =
                recruitmentFromToken(QString::fromUtf8(m_line.trimmed().split(' ').value(2)))
                    .value_or(RecruitmentState::Unknown);
            session.source = source();
            offer.sessions << session;
        }
        return offer;
    }

private:
    QByteArray source()
    {
        const QByteArray bytes = m_file.read(m_line.split(' ').value(1).toLongLong());
        m_file.readLine();
        m_line = m_file.readLine();
        return bytes;
    }

    QFile &m_file;
    QByteArray m_line;
    qint64 m_sessions = 0;
};

class Stopwatch
{
public:
    Stopwatch() { m_timer.start(); }
    void print() const
    {
        QTextStream(stdout) << "measured " << double(m_timer.nsecsElapsed()) / 1e9 << ' '
                            << double(std::clock() - m_cpu) / CLOCKS_PER_SEC << Qt::endl;
    }

private:
    QElapsedTimer m_timer;
    std::clock_t m_cpu = std::clock();
};

bool prepare(const QString &feed, const QString &offers)
{
    QFile file(offers);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    OfferFile sink(file);
    return readLheo(feed, sink).has_value() && file.flush();
}

bool writeOffers(const QString &offers, const QString &target, const QString &xsd)
{
    QFile file(offers);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    OfferSource source(file);
    const qint64 idle = idleMemory();
    const Stopwatch watch;
    const QFileInfo info(target);
    const auto writer = openLheoFile({info.path(),
                                      {.carifNumber = QStringLiteral("03"),
                                       .region = QStringLiteral("84"),
                                       .mail = {},
                                       .exportedAt = QDateTime::currentDateTime()},
                                      xsd},
                                     info.fileName(), Assessments::Kept);
    if (!writer)
        return false;
    qsizetype sessions = 0;
    while (const std::optional<OutgoingOffer> offer = source.next()) {
        const auto written = (*writer)->add(*offer);
        if (!written)
            return false;
        sessions += written->size();
    }
    if (!(*writer)->finish())
        return false;
    watch.print();
    QTextStream(stdout) << "sessions " << sessions << "\nleft_out "
                        << (*writer)->remarks().leftOut.size() << "\nover_idle_kib "
                        << peakMemory() - idle << Qt::endl;
    return true;
}

bool writeTokens(const QString &lheo, const QString &tokens)
{
    QFile from(lheo);
    QFile to(tokens);
    if (!from.open(QIODevice::ReadOnly) || !to.open(QIODevice::WriteOnly))
        return false;
    QXmlStreamReader xml(&from);
    QDataStream out(&to);
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement()) {
            QStringList words{xml.name().toString()};
            for (const QXmlStreamAttribute &attribute : xml.attributes())
                words << attribute.name().toString() << attribute.value().toString();
            out << quint8('<') << words;
        } else if (xml.isCharacters() && !xml.isWhitespace()) {
            out << quint8('t') << QStringList{xml.text().toString()};
        } else if (xml.isEndElement()) {
            out << quint8('>') << QStringList();
        }
    }
    return !xml.hasError() && to.flush();
}

bool loop(const QString &tokens, const QString &target)
{
    QFile from(tokens);
    QFile to(target);
    if (!from.open(QIODevice::ReadOnly) || !to.open(QIODevice::WriteOnly))
        return false;
    const Stopwatch watch;
    QDataStream in(&from);
    QXmlStreamWriter xml(&to);
    xml.writeStartDocument();
    xml.writeDefaultNamespace(QStringLiteral("http://lheo.gouv.fr/2.3"));
    while (!in.atEnd()) {
        quint8 kind = 0;
        QStringList words;
        in >> kind >> words;
        if (kind == '<') {
            xml.writeStartElement(words.first());
            for (qsizetype i = 1; i < words.size(); i += 2)
                xml.writeAttribute(words.at(i), words.at(i + 1));
        } else if (kind == 't') {
            xml.writeCharacters(words.first());
        } else {
            xml.writeEndElement();
        }
    }
    xml.writeEndDocument();
    if (!to.flush())
        return false;
    watch.print();
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 4)
        return 2;
    const QString &mode = arguments[1];
    const bool done = mode == u"prepare"  ? prepare(arguments[2], arguments[3])
                      : mode == u"tokens" ? writeTokens(arguments[2], arguments[3])
                      : mode == u"loop"
                          ? loop(arguments[2], arguments[3])
                          : writeOffers(arguments[2], arguments[3], arguments.value(4));
    return done ? 0 : 3;
}
