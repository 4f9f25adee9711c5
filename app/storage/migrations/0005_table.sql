-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 5: the fortnightly table, who gets it, and what is taken back of it.
--
-- NSF codes of an action, the main one first: its domain, for grouping.
ALTER TABLE action_submissions ADD COLUMN nsf_codes text NOT NULL DEFAULT ''

-- Why an edition was issued although its checks said not to; empty when they said nothing.
ALTER TABLE editions ADD COLUMN override_reason text NOT NULL DEFAULT ''

-- Editions that were taken back. Their content stays, their number is never given again.
CREATE TABLE edition_annulments (
    id {id},
    edition_year integer NOT NULL,
    edition_number integer NOT NULL,
    annulled_at {long} NOT NULL,
    operator_name text NOT NULL,
    reason text NOT NULL,
    UNIQUE (edition_year, edition_number)
){strict};

{append_only edition_annulments}

-- Who gets the table, one row for an address and a département; an empty département: the whole
-- region.
CREATE TABLE prescribers (
    id {id},
    departement text {bytewise} NOT NULL,
    structure text NOT NULL,
    address text {bytewise} NOT NULL,
    UNIQUE (departement, address)
){strict};

-- The drafts of a message that an edition was mailed with. How many addresses, not which: those are
-- personal data, and the list of prescribers has them.
CREATE TABLE edition_mailings (
    id {id},
    edition_year integer NOT NULL,
    edition_number integer NOT NULL,
    departement text {bytewise} NOT NULL,
    written_at {long} NOT NULL,
    operator_name text NOT NULL,
    recipients integer NOT NULL
){strict};

CREATE INDEX edition_mailings_by_edition ON edition_mailings (edition_year, edition_number);

{append_only edition_mailings}
