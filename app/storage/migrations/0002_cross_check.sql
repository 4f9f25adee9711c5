-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 2: what a cross-check that explains itself has to remember.
--
-- Bilans of a session.
ALTER TABLE session_submissions ADD COLUMN assessments text NOT NULL DEFAULT ''

-- DECP gives a duration instead of an end, and a code instead of a place.
ALTER TABLE awards ADD COLUMN duration_months integer

ALTER TABLE awards ADD COLUMN place_scope text NOT NULL DEFAULT ''

ALTER TABLE awards ADD COLUMN place_code text NOT NULL DEFAULT ''

-- The feed that a session belongs to, named after its first import, and the import that no longer
-- held it.
ALTER TABLE sessions ADD COLUMN feed_id {long} REFERENCES imports (id)

ALTER TABLE sessions ADD COLUMN vanished_import_id {long} REFERENCES imports (id)

UPDATE sessions SET feed_id = (SELECT n.import_id FROM session_submissions n
    WHERE n.session_id = sessions.id AND n.number = sessions.last_submission)

CREATE INDEX sessions_by_feed ON sessions (feed_id)

ALTER TABLE imports ADD COLUMN vanished integer NOT NULL DEFAULT 0

-- What operators decided about the notification of a session: one accepted at most, any number
-- refused. The key is AwardKey's token, so that it outlives every import.
CREATE TABLE session_awards (
    session_id {long} NOT NULL REFERENCES sessions (id),
    award_key text {bytewise} NOT NULL,
    accepted integer NOT NULL,
    PRIMARY KEY (session_id, award_key)
){strict};

-- Settings that differ from the program's own; each change is an event of the trail.
CREATE TABLE settings (
    name text {bytewise} NOT NULL,
    value text NOT NULL,
    PRIMARY KEY (name)
){strict};

ALTER TABLE decisions ADD COLUMN setting_name text NOT NULL DEFAULT ''

-- How the columns of a funder's tables are to be read.
CREATE TABLE table_profiles (
    name text {bytewise} NOT NULL,
    profile text NOT NULL,
    PRIMARY KEY (name)
){strict};
