// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/versionchanges.h"

#include "rules/wording.h"

#include <array>

namespace recoupe {

namespace {

//! A field of a record, or several that are read together. `text` is what is shown; where two
//! different values read the same, it must be the whole of them.
template <typename Record>
struct VersionedField
{
    const char *label;
    bool (*equal)(const Record &, const Record &);
    QString (*text)(const Record &);
};

// Equality of one or more members.
template <auto... Members>
constexpr auto same =
    [](const auto &a, const auto &b) { return ((a.*Members == b.*Members) && ...); };

QString lines(const QStringList &parts)
{
    QStringList kept = parts;
    kept.removeAll(QString());
    return kept.join(u'\n');
}

QString placeText(const Place &place)
{
    QStringList parts =
        QStringList{place.name} + place.lines + QStringList{place.postalCode, place.city};
    parts.removeAll(QString());
    QString text = parts.join(u' ');
    if (!place.inseeCode.isEmpty())
        text += RulesTr::tr(" (INSEE %1)").arg(place.inseeCode);
    return text.trimmed();
}

QString contactText(const Contact &contact)
{
    QStringList parts{contact.civility, contact.firstName, contact.lastName};
    parts += contact.telephones;
    parts << contact.email;
    parts.removeAll(QString());
    return parts.join(u' ');
}

QString organisationText(const Organisation &organisation)
{
    QStringList parts{organisation.name, organisation.legalName};
    if (!organisation.siret.isEmpty())
        parts << RulesTr::tr("SIRET %1").arg(organisation.siret);
    if (!organisation.activityNumber.isEmpty())
        parts << RulesTr::tr("n° d'activité %1").arg(organisation.activityNumber);
    parts << contactText(organisation.contact);
    parts.removeAll(QString());
    return parts.join(QLatin1String(", "));
}

QString fundingText(const Funding &funding)
{
    const Funder funder = funderOfLheoCode(funding.funderCode);
    QStringList parts{funder == Funder::Other
                          ? RulesTr::tr("autre financeur (code %1)").arg(funding.funderCode)
                          : funderName(funder, QDate::currentDate())};
    const auto add = [&parts](const QString &pattern, const QString &value) {
        if (!value.isEmpty())
            parts << pattern.arg(value);
    };
    add(RulesTr::tr("marché %1"), funding.marketNumber);
    add(RulesTr::tr("lot %1"), funding.lot);
    add(QStringLiteral("%1"), funding.scheme);
    add(RulesTr::tr("segment %1"),
        funding.siegSegment > 0 ? QString::number(funding.siegSegment) : QString());
    add(RulesTr::tr("%1 places"), funding.places ? QString::number(*funding.places) : QString());
    return parts.join(QLatin1String(", "));
}

QString meetingText(const InfoMeeting &meeting)
{
    QStringList parts{inWords(meeting.date), meeting.startTime, meeting.endTime,
                      placeText(meeting.place), meeting.comment};
    parts.removeAll(QString());
    return parts.join(u' ');
}

QString assessmentText(const Assessment &assessment)
{
    const QString kind =
        assessment.isFinal ? RulesTr::tr("bilan final") : RulesTr::tr("bilan intermédiaire");
    return QStringLiteral("%1 %2 %3")
        .arg(kind, inWords(assessment.date), assessment.comment)
        .trimmed();
}

template <typename Value, typename Text>
QString listed(const QList<Value> &values, Text text)
{
    QStringList parts;
    for (const Value &value : values)
        parts << text(value);
    return lines(parts);
}

QString durationText(const Duration &duration)
{
    QStringList parts;
    const auto add = [&parts](const QString &pattern, const std::optional<int> &hours) {
        if (hours)
            parts << pattern.arg(*hours);
    };
    add(RulesTr::tr("%1 h en centre"), duration.centreHours);
    add(RulesTr::tr("%1 h en entreprise"), duration.companyHours);
    add(RulesTr::tr("%1 h au total"), duration.totalHours);
    add(RulesTr::tr("%1 h par semaine"), duration.weeklyHours);
    return parts.join(QLatin1String(", "));
}

QString entryModeText(EntryMode mode)
{
    switch (mode) {
    case EntryMode::Fixed: return RulesTr::tr("à dates fixes");
    case EntryMode::Permanent: return RulesTr::tr("permanentes");
    case EntryMode::Unknown: break;
    }
    return {};
}

QString certifyingText(const std::optional<bool> &certifying)
{
    if (!certifying)
        return {};
    return *certifying ? RulesTr::tr("oui") : RulesTr::tr("non");
}

using S = TrainingSession;
using A = TrainingAction;

// Every field that differsFromVerified() compares.
constexpr std::array sessionFields{
    VersionedField<S>{QT_TRANSLATE_NOOP("Rules", "Dates"), same<&S::start, &S::end>,
                      [](const S &s) { return inWords(s.start, s.end); }},
    VersionedField<S>{QT_TRANSLATE_NOOP("Rules", "Entrées"), same<&S::entryMode>,
                      [](const S &s) { return entryModeText(s.entryMode); }},
    VersionedField<S>{QT_TRANSLATE_NOOP("Rules", "Financement"), same<&S::fundings>,
                      [](const S &s) { return listed(s.fundings, fundingText); }},
    VersionedField<S>{QT_TRANSLATE_NOOP("Rules", "Lieu"), same<&S::place>,
                      [](const S &s) { return placeText(s.place); }},
    VersionedField<S>{QT_TRANSLATE_NOOP("Rules", "Autres lieux"), same<&S::otherPlaces>,
                      [](const S &s) { return listed(s.otherPlaces, placeText); }},
    VersionedField<S>{QT_TRANSLATE_NOOP("Rules", "Durée"), same<&S::duration>,
                      [](const S &s) { return durationText(s.duration); }},
    VersionedField<S>{QT_TRANSLATE_NOOP("Rules", "Rythme"), same<&S::rhythm>,
                      [](const S &s) { return s.rhythm; }},
    VersionedField<S>{QT_TRANSLATE_NOOP("Rules", "Particularité"), same<&S::particularity>,
                      [](const S &s) { return s.particularity; }},
    VersionedField<S>{QT_TRANSLATE_NOOP("Rules", "Organisme formateur"), same<&S::deliverers>,
                      [](const S &s) { return listed(s.deliverers, organisationText); }},
    VersionedField<S>{QT_TRANSLATE_NOOP("Rules", "Contact"), same<&S::contacts>,
                      [](const S &s) { return listed(s.contacts, contactText); }},
    VersionedField<S>{QT_TRANSLATE_NOOP("Rules", "Information collective"), same<&S::infoMeetings>,
                      [](const S &s) { return listed(s.infoMeetings, meetingText); }},
    VersionedField<S>{QT_TRANSLATE_NOOP("Rules", "Bilans"), same<&S::assessments>,
                      [](const S &s) { return listed(s.assessments, assessmentText); }},
};

constexpr std::array actionFields{
    VersionedField<A>{QT_TRANSLATE_NOOP("Rules", "Intitulé"), same<&A::title>,
                      [](const A &a) { return a.title; }},
    VersionedField<A>{QT_TRANSLATE_NOOP("Rules", "Mandataire"), same<&A::mandataire>,
                      [](const A &a) { return organisationText(a.mandataire); }},
    VersionedField<A>{QT_TRANSLATE_NOOP("Rules", "Objectif"), same<&A::objective>,
                      [](const A &a) { return a.objective; }},
    VersionedField<A>{QT_TRANSLATE_NOOP("Rules", "Résultats attendus"), same<&A::expectedResults>,
                      [](const A &a) { return a.expectedResults; }},
    VersionedField<A>{QT_TRANSLATE_NOOP("Rules", "Contenu"), same<&A::content>,
                      [](const A &a) { return a.content; }},
    VersionedField<A>{QT_TRANSLATE_NOOP("Rules", "Niveau d'entrée"), same<&A::entryLevel>,
                      [](const A &a) { return a.entryLevel; }},
    VersionedField<A>{QT_TRANSLATE_NOOP("Rules", "Niveau de sortie"), same<&A::exitLevel>,
                      [](const A &a) { return a.exitLevel; }},
    VersionedField<A>{QT_TRANSLATE_NOOP("Rules", "Certifiante"), same<&A::certifying>,
                      [](const A &a) { return certifyingText(a.certifying); }},
    VersionedField<A>{QT_TRANSLATE_NOOP("Rules", "Formacodes"), same<&A::formacodes>,
                      [](const A &a) { return a.formacodes.join(u' '); }},
    // Bases of before schema 5 did not keep them: what was not known has not changed.
    VersionedField<A>{QT_TRANSLATE_NOOP("Rules", "Codes NSF"),
                      [](const A &before, const A &after) {
                          return before.nsfCodes.isEmpty() || before.nsfCodes == after.nsfCodes;
                      },
                      [](const A &a) { return a.nsfCodes.join(u' '); }},
    VersionedField<A>{QT_TRANSLATE_NOOP("Rules", "Certifications"), same<&A::certifications>,
                      [](const A &a) { return a.certifications.join(u' '); }},
    VersionedField<A>{QT_TRANSLATE_NOOP("Rules", "Contact de la formation"), same<&A::contacts>,
                      [](const A &a) { return listed(a.contacts, contactText); }},
};

template <typename Record, std::size_t Size>
QList<FieldChange> changesIn(const std::array<VersionedField<Record>, Size> &fields,
                             const Record &before, const Record &after)
{
    QList<FieldChange> changes;
    for (const VersionedField<Record> &field : fields) {
        if (!field.equal(before, after)) {
            changes.append({RulesTr::tr(field.label), orMissing(field.text(before)),
                            orMissing(field.text(after))});
        }
    }
    return changes;
}

} // namespace

QList<FieldChange> changesBetween(const TrainingSession &verified, const TrainingSession &submitted)
{
    return changesIn(sessionFields, verified, submitted);
}

QList<FieldChange> changesBetween(const TrainingAction &verified, const TrainingAction &submitted)
{
    return changesIn(actionFields, verified, submitted);
}

} // namespace recoupe
