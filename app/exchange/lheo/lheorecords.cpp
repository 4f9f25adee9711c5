// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/lheo/lheorecords.h"

#include "exchange/encoding/bytesource.h"
#include "exchange/lheo/lheonames.h"
#include "exchange/lheo/lheosource.h"
#include "exchange/lheo/lheotext.h"

#include <QCoreApplication>

#include <algorithm>

namespace recoupe {

namespace {

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

//! By which a record is known among those seen: a formation has no action and no session.
QString identityOf(const SessionKey &key)
{
    return key.formation + u'\n' + key.action + u'\n' + key.session;
}

} // namespace

Result<> LheoRecords::take(LheoBatch &batch)
{
    for (const QString &warning : std::as_const(batch.warnings))
        m_sink.warn(warning);
    for (const XmlElement &formation : batch.offers.root().children()) {
        ++m_formations;
        if (const Result<> delivered = deliver(formation); !delivered)
            return delivered;
    }
    batch.clear();
    if (!m_sink.progress(batch.bytesRead, batch.bytesTotal))
        return stopped(m_source);
    return {};
}

Failure LheoRecords::stopped(const ByteSource &source)
{
    return fail(ErrorCode::Cancelled,
                Tr::tr("La lecture du fichier « %1 » a été arrêtée.").arg(source.shownName()));
}

void LheoRecords::finish()
{
    if (m_formations == 0) {
        m_sink.warn(
            Tr::tr("Le fichier « %1 » ne contient aucune formation.").arg(m_source.shownName()));
    }
    for (const QString &sentence : m_tolerances.sentences())
        m_sink.warn(sentence);
}

Result<> LheoRecords::deliver(XmlElement formation)
{
    Mapped<TrainingAction> action = trainingAction(formation, m_tolerances);
    if (!action) {
        rejectFormation(formation, std::move(action.error()));
        return {};
    }
    const QString numero = action->numero;
    LheoSource source = formationSource(formation);
    const SeenRecords::Sighting sighting =
        m_seen.note(identityOf({numero, {}, {}}), source.digest, formation.line());
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

Result<> LheoRecords::deliverSessions(XmlElement formation, const QString &numero)
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

Result<> LheoRecords::deliverSessions(XmlElement action, const TrainingSession &common)
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
            reject(std::move(session.error()), nameOfSession(key));
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

Result<> LheoRecords::deliverSession(SubmittedSession session)
{
    const SessionKey &key = session.session.key;
    const SeenRecords::Sighting sighting =
        m_seen.note(identityOf(key), session.digest, session.line);
    if (sighting == SeenRecords::Sighting::First)
        return m_sink.accept(std::move(session));
    if (sighting == SeenRecords::Sighting::Different)
        reject(contradiction(key, key.session, session.line), nameOfSession(key));
    return {};
}

void LheoRecords::rejectFormation(XmlElement formation, Rejection rejection)
{
    reject(std::move(rejection),
           Tr::tr("formation sans numéro, avec ses sessions (%1)").arg(sessionCount(formation)));
}

// Delivered, its sessions would end under the title of the first formation of that number.
void LheoRecords::rejectContradiction(XmlElement formation, const QString &numero)
{
    const Rejection why = contradiction({numero, {}, {}}, numero, formation.line());
    reject(why, nameOfFormation(numero));
    for (const XmlElement &action : formation.children()) {
        if (action.name() == "action")
            rejectSessions(action, numero, why);
    }
}

// What is wrong with an action is wrong with each of its sessions.
void LheoRecords::rejectSessions(XmlElement action, const QString &formation, const Rejection &why)
{
    for (const XmlElement &session : action.children()) {
        if (session.name() == "session")
            reject(why, nameOfSession({formation, numeroOf(action), numeroOf(session)}));
    }
}

void LheoRecords::reject(Rejection rejection, const QString &record)
{
    rejection.file = m_source.fileName();
    rejection.record = record;
    m_sink.reject(std::move(rejection));
}

Rejection LheoRecords::contradiction(const SessionKey &key, const QString &numero,
                                     qint64 line) const
{
    return {{},
            line,
            {},
            QStringLiteral("numero"),
            numero,
            Tr::tr("un numéro qui ne serve qu'une fois : ce qui porte le même à la ligne %1 dit "
                   "autre chose")
                .arg(m_seen.firstLine(identityOf(key)))};
}

} // namespace recoupe
