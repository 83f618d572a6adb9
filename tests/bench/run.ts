import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { appRows, firstVisitRow } from './app-rows.ts';
import { endpointRows } from './endpoint-rows.ts';
import { headRows } from './head-rows.ts';
import { importRows } from './import-rows.ts';
import { licenceRows } from './licence-rows.ts';
import { backupRows, doorRows, mergeRows, sealRows } from './record-rows.ts';
import { storeRows, vaultRows } from './store-rows.ts';
import { syncRows } from './sync-rows.ts';
import { tableOf, type BenchRow } from './table.ts';
import { vipRows } from './vip-rows.ts';

type Part = () => Promise<readonly BenchRow[]>;

/** What is measured, by the name that runs it alone. */
const parts: Record<string, Part> = {
  store: async () => [...(await storeRows(10_000)), ...(await storeRows(50_000))],
  app: async () => [...(await appRows(10_000)), ...(await appRows(50_000))],
  vault: vaultRows,
  import: importRows,
  licences: licenceRows,
  vip: vipRows,
  visit: async () => [await firstVisitRow()],
  sync: () => syncRows(10_000, true),
  'large-sync': () => syncRows(50_000, false),
  merge: mergeRows,
  seal: sealRows,
  door: doorRows,
  backup: () => backupRows(50_000),
  endpoint: endpointRows,
  heads: headRows,
};

/** Runs all parts, and puts the table into the document in place of the one that is there. */
const INTO_DOCUMENT = 'docs';
const document = join(import.meta.dirname, '../../docs/performance.md');
const TABLE = /^\| what [^]*?(?=\n\n)/m;

const given = process.argv.slice(2);
const asked = given.filter((name) => name !== INTO_DOCUMENT);
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(
    `There is no part ${unknown.join(', ')}; there are: ${Object.keys(parts).join(', ')}.`,
  );
  process.exit(1);
}
const rows: BenchRow[] = [];
for (const name of asked.length === 0 ? Object.keys(parts) : asked) {
  console.error(`${name} …`);
  const measured = (await parts[name]?.()) ?? [];
  // Also when a later part fails, what was measured is there.
  console.error(tableOf(measured));
  rows.push(...measured);
}
const table = tableOf(rows);
console.log(table);
if (given.includes(INTO_DOCUMENT))
  writeFileSync(
    document,
    readFileSync(document, 'utf8').replace(TABLE, () => table),
  );
