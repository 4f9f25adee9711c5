// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/lheo/lheofeed.h"

#include "exchange/encoding/bytesource.h"
#include "exchange/lheo/lheodialect.h"
#include "exchange/lheo/lheosource.h"
#include "exchange/lheo/lheotext.h"

#include <QCoreApplication>

#include <algorithm>

namespace recoupe {

namespace {

constexpr std::size_t maxRecordBytes = 64u * 1024 * 1024;
// Every session repeats its action: a small file could make gigabytes of them.
constexpr std::size_t maxRepeatedBytes = 512u * 1024 * 1024;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

std::size_t countOf(XmlElement parent, std::string_view name)
{
    return std::size_t(std::ranges::count_if(
        parent.children(), [name](XmlElement child) { return child.name() == name; }));
}

std::size_t sessionCount(XmlElement formation)
{
    std::size_t count = 0;
    for (const XmlElement &action : formation.children()) {
        if (action.name() == "action")
            count += countOf(action, "session");
    }
    return count;
}

QString nameOf(const SessionKey &key)
{
    if (key.session.isEmpty())
        return Tr::tr("session sans numéro de la formation %1").arg(key.formation);
    return Tr::tr("session %1 (formation %2, action %3)")
        .arg(key.session, key.formation, key.action);
}

QString nameOfFormation(const QString &numero)
{
    return Tr::tr("formation %1").arg(numero);
}

} // namespace

Result<> LheoFeed::startElement(const XmlStart &element)
{
    ++m_depth;
    if (m_recordDepth > 0) {
        m_record.open(element);
        return {};
    }
    if (m_depth == 1)
        return checkRoot(element);
    if (element.name == "offres") {
        m_offersDepth = m_depth;
    } else if (element.name == "formation" && m_offersDepth > 0 && m_depth == m_offersDepth + 1) {
        m_recordDepth = m_depth;
        m_record.clear();
        m_record.open(element);
    }
    return {};
}

Result<> LheoFeed::endElement(std::string_view)
{
    const int depth = m_depth--;
    if (depth == m_offersDepth)
        m_offersDepth = 0;
    if (m_recordDepth == 0)
        return {};
    m_record.close();
    if (depth != m_recordDepth)
        return {};
    m_recordDepth = 0;
    ++m_formations;
    return deliver(m_record.root());
}

Result<> LheoFeed::text(std::string_view text)
{
    if (m_recordDepth > 0)
        m_record.addText(text);
    return {};
}

Result<> LheoFeed::blockRead(qint64 position, qint64 size)
{
    if (!m_sink.progress(position, size)) {
        return fail(
            ErrorCode::Cancelled,
            Tr::tr("La lecture du fichier « %1 » a été arrêtée.").arg(m_source.shownName()));
    }
    return checkSize();
}

void LheoFeed::tolerated(const QString &sentence)
{
    m_sink.warn(sentence);
}

void LheoFeed::finish()
{
    if (m_formations == 0) {
        m_sink.warn(
            Tr::tr("Le fichier « %1 » ne contient aucune formation.").arg(m_source.shownName()));
    }
    for (const QString &sentence : m_tolerances.sentences())
        m_sink.warn(sentence);
}

Result<> LheoFeed::checkRoot(const XmlStart &root)
{
    Result<QString> warning = judgeLheoRoot(root, m_source.shownName());
    if (!warning) {
        warning.error().where = {m_source.fileName(), root.line, 0};
        return failureOf(warning);
    }
    if (!warning->isEmpty())
        m_sink.warn(*warning);
    return {};
}

Result<> LheoFeed::checkSize() const
{
    if (m_record.bytes() <= maxRecordBytes)
        return {};
    const qint64 line = m_record.root().line();
    return fail(ErrorCode::LimitExceeded,
                Tr::tr("Le fichier « %1 » est refusé : la formation qui commence à la ligne %2 est "
                       "démesurée. Faites-le vérifier par celui qui l'a produit.")
                    .arg(m_source.shownName())
                    .arg(line),
                {}, {m_source.fileName(), line, 0});
}

Result<> LheoFeed::deliver(XmlElement formation)
{
    Mapped<TrainingAction> action = trainingAction(formation, m_tolerances);
    if (!action) {
        rejectFormation(formation, std::move(action.error()));
        return {};
    }
    const QString numero = action->numero;
    LheoSource source = formationSource(formation);
    const SeenRecords::Sighting sighting =
        m_seen.note(nameOfFormation(numero), source.digest, formation.line());
    if (sighting == SeenRecords::Sighting::Different) {
        rejectContradiction(formation, numero);
        return {};
    }
    if (sighting == SeenRecords::Sighting::First) {
        const Result<> accepted = m_sink.accept(
            SubmittedAction{*std::move(action), source.xml, source.digest, formation.line()});
        if (!accepted)
            return accepted;
    }
    return deliverSessions(formation, numero);
}

Result<> LheoFeed::deliverSessions(XmlElement formation, const QString &numero)
{
    for (const XmlElement &action : formation.children()) {
        if (action.name() != "action")
            continue;
        Mapped<TrainingSession> common = sessionTemplate(action, m_tolerances);
        if (!common) {
            rejectSessions(action, numero, common.error());
            continue;
        }
        common->key.formation = numero;
        if (const Result<> delivered = deliverSessions(action, *common); !delivered)
            return delivered;
    }
    return {};
}

Result<> LheoFeed::deliverSessions(XmlElement action, const TrainingSession &common)
{
    SessionSources sources(action);
    if (sources.sharedBytes() * countOf(action, "session") > maxRepeatedBytes) {
        return fail(ErrorCode::LimitExceeded,
                    Tr::tr("Le fichier « %1 » est refusé : l'action de la ligne %2 porte trop de "
                           "sessions. Faites-le vérifier par celui qui l'a produit.")
                        .arg(m_source.shownName())
                        .arg(action.line()),
                    {}, {m_source.fileName(), action.line(), 0});
    }
    for (const XmlElement &element : action.children()) {
        if (element.name() != "session")
            continue;
        Mapped<TrainingSession> session = trainingSession(common, element, m_tolerances);
        if (!session) {
            SessionKey key = common.key;
            key.session = numeroOf(element);
            reject(std::move(session.error()), nameOf(key));
            continue;
        }
        LheoSource source = sources.of(element);
        const Result<> delivered = deliverSession(
            {*std::move(session), std::move(source.xml), std::move(source.digest), element.line()});
        if (!delivered)
            return delivered;
    }
    return {};
}

Result<> LheoFeed::deliverSession(SubmittedSession session)
{
    const QString record = nameOf(session.session.key);
    const SeenRecords::Sighting sighting = m_seen.note(record, session.digest, session.line);
    if (sighting == SeenRecords::Sighting::First)
        return m_sink.accept(std::move(session));
    if (sighting == SeenRecords::Sighting::Different)
        reject(contradiction(record, session.session.key.session, session.line), record);
    return {};
}

void LheoFeed::rejectFormation(XmlElement formation, Rejection rejection)
{
    reject(std::move(rejection),
           Tr::tr("formation sans numéro, avec ses sessions (%1)").arg(sessionCount(formation)));
}

// Delivered, its sessions would end under the title of the first formation of that number.
void LheoFeed::rejectContradiction(XmlElement formation, const QString &numero)
{
    const QString record = nameOfFormation(numero);
    const Rejection why = contradiction(record, numero, formation.line());
    reject(why, record);
    for (const XmlElement &action : formation.children()) {
        if (action.name() == "action")
            rejectSessions(action, numero, why);
    }
}

// What is wrong with an action is wrong with each of its sessions.
void LheoFeed::rejectSessions(XmlElement action, const QString &formation, const Rejection &why)
{
    for (const XmlElement &session : action.children()) {
        if (session.name() == "session")
            reject(why, nameOf({formation, numeroOf(action), numeroOf(session)}));
    }
}

void LheoFeed::reject(Rejection rejection, const QString &record)
{
    rejection.file = m_source.fileName();
    rejection.record = record;
    m_sink.reject(std::move(rejection));
}

Rejection LheoFeed::contradiction(const QString &record, const QString &numero, qint64 line) const
{
    return {{},
            line,
            {},
            QStringLiteral("numero"),
            numero,
            Tr::tr("un numéro qui ne serve qu'une fois : ce qui porte le même à la ligne %1 dit "
                   "autre chose")
                .arg(m_seen.firstLine(record))};
}

} // namespace recoupe
