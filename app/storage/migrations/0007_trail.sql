-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 7: the trail as a hash chain, in which a change after the event is found.
--
-- One link for each event of the append-only tables, in the order in which they were committed,
-- numbered from 1 without a gap. kind names the table. link_hash covers the hash of the link
-- before, what stands in the event's row, and text_digest in place of what a person typed.
CREATE TABLE trail_links (
    position {long} PRIMARY KEY,
    kind text {bytewise} NOT NULL,
    event_id {long} NOT NULL,
    text_digest {blob} NOT NULL,
    link_hash {blob} NOT NULL,
    UNIQUE (kind, event_id)
){strict};

{append_only trail_links}

-- What text_digest was made with besides the texts of the event. Once they are erased together, for
-- a person who may ask so, nobody can find the texts by trying, and the chain holds as before.
CREATE TABLE trail_salts (
    position {long} PRIMARY KEY REFERENCES trail_links (position),
    salt {blob} NOT NULL
){strict};
