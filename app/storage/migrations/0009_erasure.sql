-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 9: data of a person that are erased, corrected, or no longer kept.
--
-- What was done to personal data: kind is erasure, correction or retention. An event of the trail,
-- hence without personal data. texts_digest covers the rows of erased_texts that belong to it.
CREATE TABLE erasures (
    id {id},
    kind text {bytewise} NOT NULL,
    erased_at {long} NOT NULL,
    operator_name text NOT NULL,
    reason text NOT NULL,
    rows_changed {long} NOT NULL,
    rows_removed {long} NOT NULL,
    events_changed {long} NOT NULL,
    texts_digest {blob} NOT NULL
){strict};

-- The events of the trail that lost texts, and the digest of what is left of these, with the salt
-- that trail_salts then has. The latest erasure of an event counts.
CREATE TABLE erased_texts (
    erasure_id {long} NOT NULL REFERENCES erasures (id),
    position {long} NOT NULL REFERENCES trail_links (position),
    text_digest {blob} NOT NULL,
    PRIMARY KEY (erasure_id, position)
){strict};

{append_only erased_texts}

-- By what an import knows that a file brings an erased person back. No telephone: all there are
-- could be tried.
CREATE TABLE erased_persons (
    digest {blob} NOT NULL,
    salt {blob} NOT NULL,
    erasure_id {long} NOT NULL REFERENCES erasures (id),
    PRIMARY KEY (digest)
){strict};

{append_only erasures}

{erasable erasures erasure (operator_name, reason) (id, kind, erased_at, rows_changed, rows_removed, events_changed, texts_digest)}

{erasable decisions decision (operator_name, reason) (id, batch, decided_at, subject, kind, formation_numero, action_numero, session_numero, setting_name, value_before, value_after, undoes, redo, verified_before, overridden_before)}

{erasable editions edition (operator_name, override_reason, content) (id, edition_year, edition_number, edition_date, issued_at)}

{erasable edition_annulments annulment (operator_name, reason) (id, edition_year, edition_number, annulled_at)}

{erasable edition_mailings mailing (operator_name) (id, edition_year, edition_number, departement, written_at, recipients)}

{erasable delivery_events delivery-event (operator_name, result) (id, delivery_id, happened_at, state)}
