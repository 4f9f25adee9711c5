-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 1, one text for SQLite and PostgreSQL. A blank line ends a statement. What the two
-- spell differently stands in braces and is listed in sqlbackend.h.
--
-- Times are milliseconds since 1970 in UTC; days are ISO text, or LHEO's eight digits where a date
-- may be partial; lists are JSON text, empty when the list is; yes and no are 1 and 0.
--
-- An import that changed something.
CREATE TABLE imports (
    id {id},
    kind text NOT NULL,
    file_name text NOT NULL,
    received_at {long} NOT NULL,
    operator_name text NOT NULL,
    added integer NOT NULL DEFAULT 0,
    changed integer NOT NULL DEFAULT 0,
    unchanged integer NOT NULL DEFAULT 0,
    rejected integer NOT NULL DEFAULT 0
){strict};

CREATE TABLE import_rejections (
    id {id},
    import_id {long} NOT NULL REFERENCES imports (id),
    file_name text NOT NULL,
    line {long} NOT NULL,
    record text NOT NULL,
    field text NOT NULL,
    value text NOT NULL,
    expected text NOT NULL
){strict};

CREATE INDEX import_rejections_by_import ON import_rejections (import_id);

-- An action as it stands. last_submission and verified_submission are numbers of
-- action_submissions.
CREATE TABLE actions (
    id {id},
    numero text {bytewise} NOT NULL UNIQUE,
    active integer NOT NULL DEFAULT 0,
    last_submission integer NOT NULL,
    verified_submission integer,
    version integer NOT NULL DEFAULT 1
){strict};

-- Every submission of an action, numbered from 1. The digest stands before the long texts, so that
-- comparing it never reads them.
CREATE TABLE action_submissions (
    action_id {long} NOT NULL REFERENCES actions (id),
    number integer NOT NULL,
    import_id {long} NOT NULL REFERENCES imports (id),
    digest {blob} NOT NULL,
    source_line {long} NOT NULL,
    title text NOT NULL,
    objective text NOT NULL,
    expected_results text NOT NULL,
    content text NOT NULL,
    entry_level text NOT NULL,
    exit_level text NOT NULL,
    certifying integer,
    formacodes text NOT NULL,
    certifications text NOT NULL,
    mandataire text NOT NULL,
    contacts text NOT NULL,
    created_on text NOT NULL,
    changed_on text NOT NULL,
    source {blob} NOT NULL,
    PRIMARY KEY (action_id, number)
){strict};

-- A session as it stands: activation, recruitment in force, and which submission was verified.
-- Control is computed and never stored. version rises with every change of the row.
CREATE TABLE sessions (
    id {id},
    formation_numero text {bytewise} NOT NULL,
    action_numero text {bytewise} NOT NULL,
    session_numero text {bytewise} NOT NULL,
    first_import_id {long} NOT NULL REFERENCES imports (id),
    last_submission integer NOT NULL,
    verified_submission integer,
    active integer NOT NULL DEFAULT 0,
    recruitment text NOT NULL,
    overridden integer NOT NULL DEFAULT 0,
    version integer NOT NULL DEFAULT 1,
    UNIQUE (formation_numero, action_numero, session_numero)
){strict};

CREATE TABLE session_submissions (
    session_id {long} NOT NULL REFERENCES sessions (id),
    number integer NOT NULL,
    import_id {long} NOT NULL REFERENCES imports (id),
    digest {blob} NOT NULL,
    recruitment text NOT NULL,
    source_line {long} NOT NULL,
    start_date text NOT NULL,
    end_date text NOT NULL,
    entry_mode text NOT NULL,
    place_name text NOT NULL,
    place_lines text NOT NULL,
    place_postal_code text NOT NULL,
    place_city text NOT NULL,
    place_insee_code text NOT NULL,
    other_places text NOT NULL,
    fundings text NOT NULL,
    centre_hours integer,
    company_hours integer,
    total_hours integer,
    weekly_hours integer,
    rhythm text NOT NULL,
    particularity text NOT NULL,
    deliverers text NOT NULL,
    contacts text NOT NULL,
    info_meetings text NOT NULL,
    outdated_on_portal integer NOT NULL,
    created_on text NOT NULL,
    changed_on text NOT NULL,
    source {blob} NOT NULL,
    PRIMARY KEY (session_id, number)
){strict};

-- Every version of a notification; one of each key is current.
CREATE TABLE awards (
    id {id},
    import_id {long} NOT NULL REFERENCES imports (id),
    is_current integer NOT NULL DEFAULT 1,
    market_key text {bytewise} NOT NULL,
    funder text {bytewise} NOT NULL,
    lot text {bytewise} NOT NULL,
    market_number text NOT NULL,
    title text NOT NULL,
    awardee_sirets text NOT NULL,
    awardee_name text NOT NULL,
    notified_on text,
    received_on text,
    start_date text,
    end_date text,
    place text NOT NULL,
    postal_code text NOT NULL,
    scheme text NOT NULL,
    sieg_segment integer NOT NULL,
    places integer,
    replaces text NOT NULL,
    extras text NOT NULL
){strict};

CREATE UNIQUE INDEX awards_current ON awards (funder, market_key, lot) WHERE is_current = 1;

-- Every version of a SESAR declaration. start_key is empty where a session is named: the start is
-- then no part of the identity.
CREATE TABLE sesar_declarations (
    id {id},
    import_id {long} NOT NULL REFERENCES imports (id),
    is_current integer NOT NULL DEFAULT 1,
    market_key text {bytewise} NOT NULL,
    start_key text {bytewise} NOT NULL,
    session_numero text {bytewise} NOT NULL,
    market_number text NOT NULL,
    title text NOT NULL,
    start_date text,
    end_date text,
    place text NOT NULL,
    postal_code text NOT NULL,
    objective text NOT NULL,
    entry_mode text NOT NULL,
    extras text NOT NULL
){strict};

CREATE UNIQUE INDEX sesar_declarations_current
    ON sesar_declarations (market_key, session_numero, start_key) WHERE is_current = 1;

-- The trail of decisions. verified_before and overridden_before are what an undo has to put back
-- beside value_before.
CREATE TABLE decisions (
    id {id},
    batch text NOT NULL,
    decided_at {long} NOT NULL,
    operator_name text NOT NULL,
    subject text NOT NULL,
    kind text NOT NULL,
    formation_numero text NOT NULL,
    action_numero text NOT NULL,
    session_numero text NOT NULL,
    value_before text NOT NULL,
    value_after text NOT NULL,
    reason text NOT NULL,
    undoes {long} REFERENCES decisions (id),
    verified_before integer,
    overridden_before integer NOT NULL
){strict};

CREATE INDEX decisions_by_batch ON decisions (batch);

CREATE INDEX decisions_by_formation ON decisions (formation_numero);

CREATE INDEX decisions_by_undone ON decisions (undoes);

{append_only decisions}

-- Issued editions with their frozen content.
CREATE TABLE editions (
    id {id},
    edition_year integer NOT NULL,
    edition_number integer NOT NULL,
    edition_date text,
    issued_at {long} NOT NULL,
    operator_name text NOT NULL,
    content {blob} NOT NULL,
    UNIQUE (edition_year, edition_number)
){strict};

{append_only editions}
