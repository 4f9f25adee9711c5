-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 4: what operators write besides deciding.
--
-- Why a session was set aside, as a token of ReturnReason, when, and which submission was: what the
-- portal changes afterwards brings it back. The first is NULL while it is in the queue; the others
-- then say what an undo would bring back.
ALTER TABLE sessions ADD COLUMN set_aside text

ALTER TABLE sessions ADD COLUMN aside_at {long}

ALTER TABLE sessions ADD COLUMN aside_submission integer

-- Notes on a session, by its key: they outlive its submissions.
CREATE TABLE notes (
    id {id},
    formation_numero text {bytewise} NOT NULL,
    action_numero text {bytewise} NOT NULL,
    session_numero text {bytewise} NOT NULL,
    written_at {long} NOT NULL,
    operator_name text NOT NULL,
    content text NOT NULL
){strict};

CREATE INDEX notes_by_session ON notes (formation_numero, action_numero, session_numero);

-- Letters to training organisations, as they left the program: as a draft, as copied text or by
-- the mail program. kind: correction or reminder.
CREATE TABLE letters (
    id {id},
    kind text NOT NULL,
    written_at {long} NOT NULL,
    operator_name text NOT NULL,
    channel text NOT NULL,
    reason text NOT NULL,
    recipient_siret text {bytewise} NOT NULL,
    recipient_name text NOT NULL,
    address text NOT NULL,
    subject text NOT NULL,
    body text NOT NULL
){strict};

-- What a letter is about: sessions of a correction, notifications of a reminder.
CREATE TABLE letter_subjects (
    letter_id {long} NOT NULL REFERENCES letters (id),
    formation_numero text {bytewise} NOT NULL,
    action_numero text {bytewise} NOT NULL,
    session_numero text {bytewise} NOT NULL,
    award_key text {bytewise} NOT NULL
){strict};

CREATE INDEX letter_subjects_by_letter ON letter_subjects (letter_id);

CREATE INDEX letter_subjects_by_session ON letter_subjects (formation_numero, action_numero, session_numero);
