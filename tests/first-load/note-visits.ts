import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { format } from 'oxfmt';
import { readSite } from '#server/site.ts';
import { visitAll } from './visit.ts';

// Notes which parts each screen asks for by itself at its first visit, for
// `src/tools/first-load/few-files.ts`: `FILES_APART=yes npm run build`, then
// `node tests/first-load/note-visits.ts`, then `npm run build`. What is out of date costs a screen
// some bytes, which `npm test -- size` weighs.

type Manifest = Readonly<
  Record<string, { readonly file: string; readonly src?: string; readonly isDynamicEntry?: true }>
>;

const root = resolve(import.meta.dirname, '../..');
const manifest: Manifest = JSON.parse(
  readFileSync(resolve(root, '.svelte-kit/output/client/.vite/manifest.json'), 'utf8'),
);

const partOf = new Map(
  Object.values(manifest)
    .filter(({ src = '', isDynamicEntry }) => isDynamicEntry && src.startsWith('src/'))
    .map(({ file, src = '' }) => [file, src]),
);

const visits = await visitAll(readSite(resolve(root, 'build')));
/** What home asks for is in files of its own, which each screen has. */
const ofHome = new Set(visits.find(({ route }) => route === '/deadlines')?.asked);
const noted = visits
  .map(({ route, asked }): [string, string[]] => [
    route,
    asked.flatMap((path) => (ofHome.has(path) ? [] : (partOf.get(path) ?? []))).sort(),
  ])
  .filter(([, parts]) => parts.length > 0)
  .sort(([a], [b]) => (a < b ? -1 : 1));
const file = resolve(root, 'src/tools/first-load/first-visits.json');
const style = JSON.parse(readFileSync(resolve(root, '.oxfmtrc.json'), 'utf8'));
const { code } = await format(file, JSON.stringify(Object.fromEntries(noted)), style);
writeFileSync(file, code);
console.log(`Noted ${noted.length} screens in ${file}.`);
