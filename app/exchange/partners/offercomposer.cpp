// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/partners/offercomposer.h"

#include "core/textfolding.h"
#include "exchange/lheo/lheonames.h"
#include "exchange/lheo/lheosource.h"
#include "exchange/partners/offerreferences.h"
#include "exchange/xml/xmlbytes.h"
#include "exchange/xml/xmltext.h"

#include <QCoreApplication>

#include <unordered_map>

namespace recoupe {

namespace {

constexpr qsizetype shownBytes = 60;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

//! Reads the source of a record, if need be without what XML does not allow.
Mapped<void> readSource(const QByteArray &source, std::string_view root, XmlTree &tree,
                        QList<Rejection> &remarks)
{
    const QString name = QString::fromLatin1(root.data(), qsizetype(root.size()));
    const auto rejection = [&](const QString &expected) {
        return rejectionOf(name, cleaned(QString::fromUtf8(source.left(shownBytes))), expected);
    };
    Result<> read = readXmlBytes(source, name, tree);
    if (!read) {
        read = readXmlBytes(withoutIllegalXml(source), name, tree);
        if (read)
            remarks << rejection(Tr::tr("des caractères permis en XML : les autres n'ont pas été "
                                        "écrits"));
    }
    if (!read)
        return tl::unexpected(
            rejection(Tr::tr("un XML lisible : réimporter le fichier du portail")));
    if (tree.root().name() != root)
        return tl::unexpected(rejection(Tr::tr("un élément « %1 »").arg(name)));
    return {};
}

Rejection rejectionBy(const XmlViolation &violation)
{
    return rejectionOf(violation.element, violation.value,
                       Tr::tr("ce qu'admet le schéma de LHÉO 2.3 (« %1 »)").arg(violation.reason));
}

//! One offer on its way from the sources of its records to valid parts.
class Drafting
{
public:
    Drafting(const OutgoingOffer &offer, Assessments assessments)
        : m_offer(offer)
        , m_withoutAssessments(assessments == Assessments::LeftAway)
    {
    }

    //! Of the formation alone.
    [[nodiscard]] Mapped<OfferText> begin()
    {
        OfferPart part;
        if (const Mapped<void> read = readSource(m_offer.source, "formation", m_tree, part.remarks);
            !read)
            return tl::unexpected(read.error());
        const Mapped<void> written = write(m_tree.root(), "action", {}, part);
        if (!written)
            return tl::unexpected(written.error());
        return OfferText{m_offer.action.numero, std::move(part)};
    }

    //! Puts a session where it belongs.
    [[nodiscard]] Mapped<void> add(const OutgoingSession &session, OfferText &text)
    {
        SessionText written{session.session.key, {}};
        if (const Mapped<void> read =
                readSource(session.source, "action", m_tree, written.part.remarks);
            !read)
            return read;
        const XmlElement action = m_tree.root();
        const Mapped<std::size_t> place = placeIn(text, action, written.key);
        if (!place)
            return tl::unexpected(place.error());
        if (const Mapped<void> found =
                write(action.child("session"), {}, session.recruitment, written.part);
            !found)
            return found;
        text.actions[*place].sessions.push_back(std::move(written));
        return {};
    }

private:
    [[nodiscard]] Mapped<void> write(XmlElement source, std::string_view hole,
                                     RecruitmentState recruitment, OfferPart &part) const
    {
        if (source.isNull()) {
            return tl::unexpected(rejectionOf(QStringLiteral("session"), {},
                                              Tr::tr("cet élément, qui est obligatoire")));
        }
        const LheoAmendments amendments{m_withoutAssessments, recruitment};
        Mapped<LheoFragment> fragment =
            conformed(source, *lheoElement(source.name()), hole, amendments, part.remarks);
        if (!fragment)
            return tl::unexpected(std::move(fragment.error()));
        part.fragment = *std::move(fragment);
        return {};
    }

    //! The LHEO action that says the same but for its sessions; a new one where there is none.
    [[nodiscard]] Mapped<std::size_t> placeIn(OfferText &text, XmlElement action,
                                              const SessionKey &key)
    {
        const auto [found, isNew] =
            m_places.try_emplace(sourceWithout(action, "session"), text.actions.size());
        if (!isNew)
            return found->second;
        ActionText written{{key.formation, key.action, {}}, {}};
        if (const Mapped<void> made = write(action, "session", {}, written.part); !made) {
            found->second = tl::unexpected(made.error());
            return found->second;
        }
        text.actions.push_back(std::move(written));
        return found->second;
    }

    const OutgoingOffer &m_offer;
    bool m_withoutAssessments;
    XmlTree m_tree;
    std::unordered_map<std::string, Mapped<std::size_t>> m_places; // by the action's source
};

} // namespace

void OfferComposer::beginFile(const QString &name)
{
    m_file = name;
    m_identifiers.clear();
}

OfferText OfferComposer::compose(const OutgoingOffer &offer)
{
    OfferText text = drafted(offer);
    text.dropEmptyActions();
    judge(text);
    if (text.isEmpty())
        return {};
    settleReferences(text, m_identifiers);
    report(text);
    return text;
}

OfferText OfferComposer::drafted(const OutgoingOffer &offer)
{
    Drafting drafting(offer, m_assessments);
    Mapped<OfferText> text = drafting.begin();
    for (const OutgoingSession &session : offer.sessions) {
        const Mapped<void> added =
            text ? drafting.add(session, *text) : Mapped<void>(tl::unexpected(text.error()));
        if (!added)
            leaveOut(session.session.key, added.error());
    }
    return text ? *std::move(text) : OfferText();
}

void OfferComposer::judge(OfferText &text)
{
    const std::optional<XmlViolation> violation = violationIn(text);
    if (!violation)
        return;
    for (ActionText &action : text.actions) {
        std::erase_if(action.sessions, [&](const SessionText &session) {
            const std::optional<XmlViolation> itsOwn =
                violationIn({text.numero, text.part, {{action.key, action.part, {session}}}});
            if (itsOwn)
                leaveOut(session.key, rejectionBy(*itsOwn));
            return itsOwn.has_value();
        });
    }
    text.dropEmptyActions();
    if (!violationIn(text))
        return;
    for (const ActionText &action : text.actions) // valid one by one, but not together
        leaveOut(action, rejectionBy(*violation));
    text = {};
}

std::optional<XmlViolation> OfferComposer::violationIn(const OfferText &text)
{
    if (!m_schema || text.isEmpty())
        return std::nullopt;
    m_buffer = "<lheo";
    appendXmlAttribute(m_buffer, "xmlns", lheoNamespace);
    m_buffer += "><offres>";
    text.appendTo(m_buffer);
    m_buffer += "</offres></lheo>";
    return m_schema->violationIn(m_buffer);
}

void OfferComposer::leaveOut(const ActionText &action, const Rejection &why)
{
    for (const SessionText &session : action.sessions)
        leaveOut(session.key, why);
}

void OfferComposer::leaveOut(const SessionKey &key, Rejection why)
{
    why.file = m_file;
    why.record = nameOfSession(key);
    m_remarks.leftOut << std::move(why);
}

void OfferComposer::report(const OfferText &text)
{
    report(text.part, nameOfFormation(text.numero));
    for (const ActionText &action : text.actions) {
        report(action.part, nameOfAction(action.key));
        for (const SessionText &session : action.sessions)
            report(session.part, nameOfSession(session.key));
    }
}

void OfferComposer::report(const OfferPart &part, const QString &record)
{
    for (Rejection remark : part.remarks) {
        remark.file = m_file;
        remark.record = record;
        m_remarks.altered << std::move(remark);
    }
}

} // namespace recoupe
