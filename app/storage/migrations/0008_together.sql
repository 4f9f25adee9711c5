-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 8: several operators on one base.
--
-- Who works on which session, so that two do not do the same. It says so and locks nothing: a
-- decision of somebody else stands all the same.
CREATE TABLE session_holders (
    session_id {long} PRIMARY KEY REFERENCES sessions (id),
    operator_name text NOT NULL,
    taken_at {long} NOT NULL
){strict};
