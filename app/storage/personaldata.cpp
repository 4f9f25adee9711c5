// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/personaldata.h"

#include <array>

namespace recoupe {

namespace {

constexpr auto text = PersonalForm::Text;
constexpr auto json = PersonalForm::Json;
constexpr auto xml = PersonalForm::Xml;

constexpr char ownSession[] = "formation_numero || '/' || action_numero || '/' || session_numero";

constexpr std::array importColumns{PersonalColumn{"file_name", text},
                                   PersonalColumn{"operator_name", text}};
constexpr std::array rejectionColumns{
    PersonalColumn{"file_name", text}, PersonalColumn{"record", text},
    PersonalColumn{"field", text}, PersonalColumn{"value", text}, PersonalColumn{"expected", text}};
constexpr std::array actionColumns{PersonalColumn{"title", text},
                                   PersonalColumn{"objective", text},
                                   PersonalColumn{"expected_results", text},
                                   PersonalColumn{"content", text},
                                   PersonalColumn{"certifications", json},
                                   PersonalColumn{"mandataire", json},
                                   PersonalColumn{"contacts", json},
                                   PersonalColumn{"source", xml}};
constexpr std::array sessionColumns{
    PersonalColumn{"place_name", text},    PersonalColumn{"place_lines", json},
    PersonalColumn{"place_city", text},    PersonalColumn{"other_places", json},
    PersonalColumn{"fundings", json},      PersonalColumn{"rhythm", text},
    PersonalColumn{"particularity", text}, PersonalColumn{"deliverers", json},
    PersonalColumn{"contacts", json},      PersonalColumn{"info_meetings", json},
    PersonalColumn{"assessments", json},   PersonalColumn{"source", xml}};
constexpr std::array awardColumns{
    PersonalColumn{"title", text},          PersonalColumn{"awardee_name", text},
    PersonalColumn{"awardee_sirets", json}, PersonalColumn{"place", text},
    PersonalColumn{"scheme", text},         PersonalColumn{"replaces", text},
    PersonalColumn{"extras", json}};
constexpr std::array declarationColumns{
    PersonalColumn{"title", text}, PersonalColumn{"place", text}, PersonalColumn{"objective", text},
    PersonalColumn{"extras", json}};
constexpr std::array noteColumns{PersonalColumn{"operator_name", text},
                                 PersonalColumn{"content", text}};
constexpr std::array letterColumns{
    PersonalColumn{"operator_name", text},  PersonalColumn{"reason", text},
    PersonalColumn{"recipient_name", text}, PersonalColumn{"address", text},
    PersonalColumn{"subject", text},        PersonalColumn{"body", text}};
constexpr std::array prescriberColumns{PersonalColumn{"structure", text},
                                       PersonalColumn{"address", text}};
constexpr std::array holderColumns{PersonalColumn{"operator_name", text}};
constexpr std::array deliveryColumns{
    PersonalColumn{"operator_name", text}, PersonalColumn{"question", text},
    PersonalColumn{"confirmation", text}, PersonalColumn{"result", text}};
constexpr std::array lineColumns{PersonalColumn{"details_before", json},
                                 PersonalColumn{"details_after", json},
                                 PersonalColumn{"refusal", text}};
constexpr std::array partnerColumns{PersonalColumn{"details", json}};
constexpr std::array feedColumns{PersonalColumn{"result", text}};
constexpr std::array profileColumns{PersonalColumn{"profile", json}};
constexpr std::array settingColumns{PersonalColumn{"value", text}};
constexpr std::array decisionValues{PersonalColumn{"value_before", text},
                                    PersonalColumn{"value_after", text}};
constexpr std::array reasonColumns{PersonalColumn{"operator_name", text},
                                   PersonalColumn{"reason", text}};
constexpr std::array editionColumns{PersonalColumn{"operator_name", text},
                                    PersonalColumn{"override_reason", text},
                                    PersonalColumn{"content", json}};
constexpr std::array mailingColumns{PersonalColumn{"operator_name", text}};
constexpr std::array deliveryEventColumns{PersonalColumn{"operator_name", text},
                                          PersonalColumn{"result", text}};

using enum PersonalRemedy;

constexpr std::array tables{
    PersonalTable{"imports", "id", "''", Change, importColumns},
    PersonalTable{"import_rejections", "id", "record", Change, rejectionColumns},
    PersonalTable{"action_submissions", "action_id, number",
                  "(SELECT a.numero FROM actions a WHERE a.id = action_id)", Change, actionColumns},
    PersonalTable{"session_submissions", "session_id, number",
                  "(SELECT s.formation_numero || '/' || s.action_numero || '/' || "
                  "s.session_numero FROM sessions s WHERE s.id = session_id)",
                  Change, sessionColumns},
    PersonalTable{"awards", "id", "market_number", Change, awardColumns},
    PersonalTable{"sesar_declarations", "id", "market_number", Change, declarationColumns},
    PersonalTable{"notes", "id", ownSession, Change, noteColumns},
    PersonalTable{"letters", "id", "recipient_name", Change, letterColumns},
    PersonalTable{"prescribers", "id", "departement", Remove, prescriberColumns},
    PersonalTable{"session_holders", "session_id", "''", Remove, holderColumns},
    PersonalTable{"deliveries", "id", "partner", Change, deliveryColumns},
    PersonalTable{"delivery_lines", "delivery_id, formation_numero, action_numero, session_numero",
                  ownSession, Change, lineColumns},
    PersonalTable{"partner_sessions", "partner, formation_numero, action_numero, session_numero",
                  ownSession, Change, partnerColumns},
    PersonalTable{"feeds", "url", "''", Change, feedColumns},
    PersonalTable{"table_profiles", "name", "name", Keep, profileColumns},
    PersonalTable{"settings", "name", "name", Keep, settingColumns},
    PersonalTable{"decisions", "id", ownSession, Keep, decisionValues},
    PersonalTable{"decisions", "id", ownSession, Event, reasonColumns},
    PersonalTable{"editions", "id", "''", Event, editionColumns},
    PersonalTable{"edition_annulments", "id", "''", Event, reasonColumns},
    PersonalTable{"edition_mailings", "id", "''", Event, mailingColumns},
    PersonalTable{"delivery_events", "id", "''", Event, deliveryEventColumns},
    PersonalTable{"erasures", "id", "''", Event, reasonColumns},
};

constexpr std::array impersonal{
    "action_submissions.changed_on",
    "action_submissions.created_on",
    "action_submissions.digest",
    "action_submissions.entry_level",
    "action_submissions.exit_level",
    "action_submissions.formacodes",
    "action_submissions.nsf_codes",
    "actions.numero",
    "awards.end_date",
    "awards.funder",
    "awards.lot",
    "awards.market_key",
    "awards.market_number",
    "awards.notified_on",
    "awards.place_code",
    "awards.place_scope",
    "awards.postal_code",
    "awards.received_on",
    "awards.start_date",
    "decisions.action_numero",
    "decisions.batch",
    "decisions.formation_numero",
    "decisions.kind",
    "decisions.session_numero",
    "decisions.setting_name",
    "decisions.subject",
    "deliveries.delivery_key",
    "deliveries.destination",
    "deliveries.export_day",
    "deliveries.folder",
    "deliveries.machine",
    "deliveries.manifest",
    "deliveries.partner",
    "deliveries.state",
    "deliveries.transport",
    "delivery_events.state",
    "delivery_lines.action_numero",
    "delivery_lines.answer",
    "delivery_lines.change",
    "delivery_lines.digest",
    "delivery_lines.formation_numero",
    "delivery_lines.session_numero",
    "edition_mailings.departement",
    "editions.edition_date",
    "erased_persons.digest",
    "erased_persons.salt",
    "erased_texts.text_digest",
    "erasures.kind",
    "erasures.texts_digest",
    "feeds.digest",
    "feeds.etag",
    "feeds.last_modified",
    "feeds.url",
    "imports.kind",
    "letter_subjects.action_numero",
    "letter_subjects.award_key",
    "letter_subjects.formation_numero",
    "letter_subjects.session_numero",
    "letters.channel",
    "letters.kind",
    "letters.recipient_siret",
    "notes.action_numero",
    "notes.formation_numero",
    "notes.session_numero",
    "partner_sessions.action_numero",
    "partner_sessions.digest",
    "partner_sessions.formation_numero",
    "partner_sessions.partner",
    "partner_sessions.session_numero",
    "prescribers.departement",
    "sesar_declarations.end_date",
    "sesar_declarations.entry_mode",
    "sesar_declarations.market_key",
    "sesar_declarations.market_number",
    "sesar_declarations.postal_code",
    "sesar_declarations.session_numero",
    "sesar_declarations.start_date",
    "sesar_declarations.start_key",
    "session_awards.award_key",
    "session_submissions.changed_on",
    "session_submissions.created_on",
    "session_submissions.digest",
    "session_submissions.end_date",
    "session_submissions.entry_mode",
    "session_submissions.place_insee_code",
    "session_submissions.place_postal_code",
    "session_submissions.recruitment",
    "session_submissions.start_date",
    "sessions.action_numero",
    "sessions.formation_numero",
    "sessions.recruitment",
    "sessions.session_numero",
    "sessions.set_aside",
    "settings.name",
    "table_profiles.name",
    "trail_links.kind",
    "trail_links.link_hash",
    "trail_links.text_digest",
    "trail_salts.salt",
};

} // namespace

QStringList PersonalTable::keyColumns() const
{
    return QString::fromLatin1(key).split(QStringLiteral(", "));
}

std::span<const PersonalTable> personalTables()
{
    return tables;
}

QStringList impersonalColumns()
{
    QStringList names;
    for (const char *column : impersonal)
        names << QString::fromLatin1(column);
    return names;
}

} // namespace recoupe
