-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 3: an undo can be taken back. A redo names the undo in "undoes".
--
ALTER TABLE decisions ADD COLUMN redo integer NOT NULL DEFAULT 0
