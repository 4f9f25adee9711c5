-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 6: what goes out to the partners, and where the portal's feed stands.
--
-- Transmissions to partners: each a durable job. delivery_key names it to the receiver. Its files
-- stand in a folder of one machine until they were transmitted; manifest lists them. question is
-- what an operator has to answer before it goes, confirmation the answer. Who transmits it holds a
-- lock in that folder: the base cannot tell whether a process that says it runs still lives.
CREATE TABLE deliveries (
    id {id},
    delivery_key text {bytewise} NOT NULL UNIQUE,
    partner text {bytewise} NOT NULL,
    state text {bytewise} NOT NULL,
    export_day text NOT NULL,
    prepared_at {long} NOT NULL,
    operator_name text NOT NULL,
    line_count {long} NOT NULL,
    lines_before {long} NOT NULL,
    lines_added {long} NOT NULL,
    lines_changed {long} NOT NULL,
    lines_removed {long} NOT NULL,
    left_out {long} NOT NULL,
    transport text {bytewise} NOT NULL,
    destination text NOT NULL,
    folder text NOT NULL,
    machine text NOT NULL,
    manifest text NOT NULL,
    is_copy integer NOT NULL DEFAULT 0,
    question text NOT NULL,
    confirmation text NOT NULL DEFAULT '',
    tries integer NOT NULL DEFAULT 0,
    next_try_at {long},
    result text NOT NULL DEFAULT '',
    finished_at {long},
    accepted_at {long},
    refused_lines {long} NOT NULL DEFAULT 0
){strict};

-- A partner has one open delivery at most; copies go to another place than the settings say.
CREATE UNIQUE INDEX deliveries_open ON deliveries (partner)
    WHERE is_copy = 0 AND state IN ('held', 'todo', 'running')

CREATE INDEX deliveries_by_partner ON deliveries (partner, id)

-- What happened to a delivery, oldest first.
CREATE TABLE delivery_events (
    id {id},
    delivery_id {long} NOT NULL REFERENCES deliveries (id),
    happened_at {long} NOT NULL,
    operator_name text NOT NULL,
    state text NOT NULL,
    result text NOT NULL
){strict};

CREATE INDEX delivery_events_by_delivery ON delivery_events (delivery_id);

{append_only delivery_events}

-- What a delivery changes at its partner, one row for a session. change: added, changed or removed;
-- details: what is shown of the session, as JSON, before and after. answer: accepted or refused, as
-- the partner's acknowledgement says; NULL while it says nothing. refusal: its reason.
CREATE TABLE delivery_lines (
    delivery_id {long} NOT NULL REFERENCES deliveries (id),
    formation_numero text {bytewise} NOT NULL,
    action_numero text {bytewise} NOT NULL,
    session_numero text {bytewise} NOT NULL,
    change text {bytewise} NOT NULL,
    digest {blob} NOT NULL,
    details_before text NOT NULL,
    details_after text NOT NULL,
    answer text,
    refusal text NOT NULL DEFAULT '',
    PRIMARY KEY (delivery_id, formation_numero, action_numero, session_numero)
){strict};

CREATE INDEX delivery_lines_by_session
    ON delivery_lines (formation_numero, action_numero, session_numero);

-- What each partner has: the sum of all that was delivered to it. delivery_id: of the delivery that
-- brought this content.
CREATE TABLE partner_sessions (
    partner text {bytewise} NOT NULL,
    formation_numero text {bytewise} NOT NULL,
    action_numero text {bytewise} NOT NULL,
    session_numero text {bytewise} NOT NULL,
    digest {blob} NOT NULL,
    details text NOT NULL,
    delivery_id {long} NOT NULL REFERENCES deliveries (id),
    PRIMARY KEY (partner, formation_numero, action_numero, session_numero)
){strict};

-- The feed as it was last taken in, by its address.
CREATE TABLE feeds (
    url text {bytewise} NOT NULL,
    etag text NOT NULL,
    last_modified text NOT NULL,
    digest {blob} NOT NULL,
    taken_at {long},
    checked_at {long} NOT NULL,
    failures integer NOT NULL DEFAULT 0,
    next_check_at {long},
    result text NOT NULL,
    PRIMARY KEY (url)
){strict};
