import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readSite } from '#server/site.ts';
import { budgetOf } from './budget.ts';
import { visitAll } from './visit.ts';

// Weighs the JavaScript and CSS that a first visit of each screen really loads, and asks whether what it
// shows has its styles. Run by `npm test` and `npm test -- size`.

const KB = 1000;

const site = readSite(resolve(import.meta.dirname, '../../build'));

/** What each file weighs that was asked for: most screens share most files. */
const gzipSizes = new Map<string, number>();

const gzipSizeOf = (path: string): number => {
  const known = gzipSizes.get(path);
  if (known !== undefined) return known;
  const asset = site.files.get(path);
  const size = asset === undefined ? 0 : gzipSync(asset.bytes, { level: 9 }).length;
  gzipSizes.set(path, size);
  return size;
};

for (const { route, asked, unstyled } of await visitAll(site)) {
  const bytes = asked.reduce((sum, path) => sum + gzipSizeOf(path), 0);
  const { direction, limit } = budgetOf(route);
  const failure = asked.length === 0 ? '  NOTHING LOADED' : bytes > limit * KB ? '  TOO BIG' : '';
  const verdict = failure || (bytes > direction * KB ? '  over its direction' : '');
  const weight = `${(bytes / KB).toFixed(1).padStart(6)} kB gzip`;
  console.log(
    `${weight}  direction ${direction}  limit ${limit}  ${route}  (${asked.length} files)${verdict}`,
  );
  for (const fault of unstyled) console.log(`  ${fault}`);
  if (failure !== '' || unstyled.length > 0) process.exitCode = 1;
}
