// SPDX-License-Identifier: GPL-3.0-or-later
// The peer of the matching: peerlink.sql in DuckDB, on one thread.
//   node peerlink.mjs MODULES FOLDER    MODULES: where npm installed @duckdb/node-api
//                                       FOLDER: the tables of bench_tables world
// Prints "measured SECONDS CPU-SECONDS", then the true pairs that were found.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const [modules, folder] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(join(modules, "package.json"))("@duckdb/node-api");
const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
const connection = await instance.connect();

const text = "funder: 'VARCHAR', market: 'VARCHAR', siret: 'VARCHAR', postal_code: 'VARCHAR'";
for (const [table, file] of [["s", "sessions.csv"], ["a", "awards.csv"]]) {
    const path = join(folder, file).replaceAll("'", "''");
    await connection.run(`CREATE TABLE ${table} AS
        SELECT * FROM read_csv('${path}', delim = ';', header = true, types = {${text}})`);
}

const script = readFileSync(join(dirname(fileURLToPath(import.meta.url)), "peerlink.sql"), "utf8");
const cpuBefore = process.cpuUsage();
const before = process.hrtime.bigint();
for (const statement of script.split(/;\s*$/m).filter((part) => part.trim())) {
    await connection.run(statement);
}
const seconds = Number(process.hrtime.bigint() - before) / 1e9;
const cpu = process.cpuUsage(cpuBefore);
console.log(`measured ${seconds} ${(cpu.user + cpu.system) / 1e6}`);

const answer = await connection.runAndReadAll(
    "SELECT count(*) FROM pairs JOIN s USING (id) WHERE pairs.award = s.award",
);
console.log(`pairs ${answer.getRows()[0][0]}`);
