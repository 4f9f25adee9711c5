// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/rowparts.h"

#include "core/tokentable.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

constexpr std::array partTokens{
    Token{RowPart::State, u"state"},       Token{RowPart::Title, u"title"},
    Token{RowPart::Details, u"details"},   Token{RowPart::Provider, u"provider"},
    Token{RowPart::Place, u"place"},       Token{RowPart::Dates, u"dates"},
    Token{RowPart::Duration, u"duration"}, Token{RowPart::Places, u"places"},
    Token{RowPart::Meeting, u"meeting"},   Token{RowPart::Contact, u"contact"},
    Token{RowPart::Funding, u"funding"}};
static_assert(partTokens.size() == rowParts.size());

constexpr qsizetype digestDigits = 16; // 64 bits: of the few versions that one session has

QString number(std::optional<int> value)
{
    return value ? QString::number(*value) : QString();
}

QStringList organisationFacts(const Organisation &organisation)
{
    return {organisation.siret, organisation.name, organisation.legalName};
}

QStringList providerFacts(const PublishedSession &published)
{
    QStringList facts = organisationFacts(published.action.mandataire);
    for (const Organisation &deliverer : published.session.deliverers)
        facts += organisationFacts(deliverer);
    return facts;
}

QStringList placeFacts(const TrainingSession &session)
{
    QStringList facts{session.place.name, session.place.city, session.place.postalCode};
    for (const Place &other : session.otherPlaces)
        facts << other.city;
    return facts;
}

QStringList meetingFacts(const TrainingSession &session)
{
    QStringList facts;
    for (const InfoMeeting &meeting : session.infoMeetings) {
        facts << meeting.date.toLheo() << meeting.startTime << meeting.endTime << meeting.place.name
              << meeting.place.lines.value(0) << meeting.place.city << meeting.comment;
    }
    return facts;
}

QStringList contactFacts(const PublishedSession &published)
{
    const Contact contact =
        preferredContact(published.session.contacts + published.action.contacts);
    return QStringList{contact.fullName(), contact.email} + contact.telephones;
}

QStringList fundingFacts(const TrainingSession &session)
{
    const Funding *funding = session.checkedFunding();
    if (!funding)
        return {toToken(session.funder())};
    return {toToken(session.funder()), funding->scheme, QString::number(funding->siegSegment),
            funding->marketNumber};
}

QStringList factsOf(const PublishedSession &published, RowPart part)
{
    const auto &[action, session, recruitment] = published;
    const Funding *funding = session.checkedFunding();
    switch (part) {
    case RowPart::State: return {toToken(recruitment)};
    case RowPart::Title: return {action.title};
    case RowPart::Details:
        return {action.objective, action.expectedResults, action.exitLevel, session.particularity};
    case RowPart::Provider: return providerFacts(published);
    case RowPart::Place: return placeFacts(session);
    case RowPart::Dates:
        return {session.start.toLheo(), session.end.toLheo(), toToken(session.entryMode)};
    case RowPart::Duration:
        return {number(session.duration.centreHours), number(session.duration.companyHours),
                number(session.duration.totalHours), number(session.duration.weeklyHours)};
    case RowPart::Places: return {number(funding ? funding->places : std::nullopt)};
    case RowPart::Meeting: return meetingFacts(session);
    case RowPart::Contact: return contactFacts(published);
    case RowPart::Funding: return fundingFacts(session);
    }
    Q_UNREACHABLE();
}

QString digestOf(const QStringList &facts)
{
    const QByteArray bytes = facts.join(QChar(0x1F)).toUtf8(); // unit separator: in no text
    return QString::fromLatin1(
        QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().left(digestDigits));
}

QString joined(QStringList lines)
{
    lines.removeAll(QString());
    return lines.join(u'\n');
}

} // namespace

QString toToken(RowPart part)
{
    return tokenOf(partTokens, part);
}

QString rowPartName(RowPart part)
{
    switch (part) {
    case RowPart::State: return Tr::tr("état");
    case RowPart::Title: return Tr::tr("intitulé");
    case RowPart::Details: return Tr::tr("descriptif");
    case RowPart::Provider: return Tr::tr("organisme");
    case RowPart::Place: return Tr::tr("lieu");
    case RowPart::Dates: return Tr::tr("dates");
    case RowPart::Duration: return Tr::tr("durée");
    case RowPart::Places: return Tr::tr("places");
    case RowPart::Meeting: return Tr::tr("information collective");
    case RowPart::Contact: return Tr::tr("contact");
    case RowPart::Funding: return Tr::tr("financeur");
    }
    Q_UNREACHABLE();
}

QString wordsOf(const EditionRow &row, RowPart part)
{
    switch (part) {
    case RowPart::State: return row.state;
    case RowPart::Title: return row.title;
    case RowPart::Details: return row.details;
    case RowPart::Provider: return joined({row.provider, row.deliverer});
    case RowPart::Place: return row.place;
    case RowPart::Dates: return row.dates;
    case RowPart::Duration: return row.duration;
    case RowPart::Places: return row.places;
    case RowPart::Meeting: return row.meeting;
    case RowPart::Contact: return joined({row.contactName, row.contactTelephone, row.contactEmail});
    case RowPart::Funding: return joined({row.funding, row.market});
    }
    Q_UNREACHABLE();
}

QMap<QString, QString> factsOf(const PublishedSession &published)
{
    QMap<QString, QString> facts;
    for (const RowPart part : rowParts)
        facts.insert(toToken(part), digestOf(factsOf(published, part)));
    return facts;
}

} // namespace recoupe
