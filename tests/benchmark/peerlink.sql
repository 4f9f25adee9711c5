-- SPDX-License-Identifier: GPL-3.0-or-later
-- The matching of bench_crosscheck in DuckDB's SQL: the exact number, else the best candidate of
-- the blocks, by the same criteria and weights. Titles are compared by Jaro-Winkler, the fastest
-- likeness that DuckDB has. Reads s (sessions) and a (notifications), makes pairs.
CREATE OR REPLACE MACRO folded(words) AS trim(regexp_replace(lower(strip_accents(words)), '[^a-z0-9]+', ' ', 'g'));

CREATE OR REPLACE MACRO lookalikes(number) AS translate(number, 'OILSBZ', '011582');

CREATE OR REPLACE MACRO near_keys(number) AS
    list_distinct(list_transform(range(0, len(number) + 1), i -> number[1:i] || number[i + 2:]));

CREATE TEMP TABLE sf AS
    SELECT id, funder, upper(regexp_replace(coalesce(market, ''), '[ .-]', '', 'g')) AS market,
        siret, left(siret, 9) AS siren, folded(name) AS name, folded(title) AS title,
        first_day, last_day, postal_code, left(postal_code, 2) AS departement, folded(city) AS city
    FROM s;

CREATE TEMP TABLE af AS
    SELECT id, funder, upper(regexp_replace(market, '[ .-]', '', 'g')) AS market,
        siret, left(siret, 9) AS siren, folded(name) AS name, folded(title) AS title,
        first_day, last_day, postal_code, left(postal_code, 2) AS departement, folded(city) AS city
    FROM a;

CREATE TEMP TABLE exact AS
    SELECT sf.id, af.id AS award FROM sf JOIN af USING (funder, market) WHERE market <> '';

CREATE TEMP TABLE rest AS SELECT * FROM sf ANTI JOIN exact USING (id);

CREATE TEMP TABLE award_keys AS
    SELECT id, funder, unnest(near_keys(lookalikes(market))) AS key FROM af;

CREATE TEMP TABLE rest_keys AS
    SELECT id, funder, unnest(near_keys(lookalikes(market))) AS key FROM rest WHERE market <> '';

-- Numbers that share a key are one slip apart.
CREATE TEMP TABLE candidates AS
    SELECT id, award, max(near) AS near FROM (
        SELECT rest_keys.id, award_keys.id AS award, 1 AS near
            FROM rest_keys JOIN award_keys USING (funder, key)
        UNION ALL SELECT rest.id, af.id, 0 FROM rest JOIN af USING (funder, siren)
        UNION ALL SELECT rest.id, af.id, 0 FROM rest JOIN af USING (funder, name)
        UNION ALL SELECT rest.id, af.id, 0 FROM rest JOIN af USING (funder, title, postal_code))
    GROUP BY id, award;

CREATE TEMP TABLE compared AS
    SELECT c.id, c.award,
        CASE WHEN r.market = '' THEN NULL
            WHEN near = 0 THEN 0
            WHEN lookalikes(r.market) = lookalikes(a.market) THEN 0.95
            WHEN len(r.market) <> len(a.market) THEN 0.9
            WHEN hamming(r.market, a.market) > 1 THEN 0.92
            ELSE 0.85 END AS market,
        CASE WHEN r.siret = a.siret THEN 1 WHEN r.siren = a.siren THEN 0.85
            WHEN r.name = a.name THEN 0.7 ELSE 0 END AS awardee,
        jaro_winkler_similarity(r.title, a.title) AS title,
        CASE WHEN r.first_day >= a.first_day AND r.last_day <= a.last_day
                THEN 1 - 0.1 * least((a.last_day - a.first_day) - (r.last_day - r.first_day), 730) / 730
            WHEN r.first_day <= a.last_day AND r.last_day >= a.first_day
                THEN 0.4 + 0.5 * (least(r.last_day, a.last_day) - greatest(r.first_day, a.first_day) + 1)
                    / (r.last_day - r.first_day + 1)
            ELSE 0.4 * greatest(0, 1 - greatest(a.first_day - r.last_day, r.first_day - a.last_day) / 365)
            END AS period,
        CASE WHEN r.postal_code = a.postal_code OR r.city = a.city THEN 1
            WHEN r.departement = a.departement THEN 0.4 ELSE 0 END AS place
    FROM candidates c JOIN rest r ON r.id = c.id JOIN af a ON a.id = c.award;

CREATE TEMP TABLE best AS
    SELECT id, arg_max(award, score) AS award FROM (
        SELECT id, award,
            (0.30 * coalesce(market, 0) + 0.25 * awardee + 0.25 * title + 0.12 * period
                + 0.08 * place) / CASE WHEN market IS NULL THEN 0.70 ELSE 1 END AS score
        FROM compared)
    WHERE score >= 0.4 GROUP BY id;

CREATE TEMP TABLE pairs AS SELECT id, award FROM exact UNION ALL SELECT id, award FROM best;
