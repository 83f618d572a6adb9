import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { minify } from 'vite';
import { splashLinks } from './splash-screens.mjs';

/** @typedef {Record<string, { file: string, imports?: string[], css?: string[] }>} Manifest */

/** @typedef {{ outDir: string, base: string }} Build Kit's own folder, and the prefix of all addresses */

/**
 * Parts of the app with their styles and all that they import.
 * @param {Manifest} manifest
 * @param {readonly string[]} parts
 */
const filesOf = (manifest, parts) => {
  const reached = new Set(parts);
  for (const part of reached) for (const next of manifest[part]?.imports ?? []) reached.add(next);
  const files = [...reached].flatMap((part) => {
    const { file, css = [] } = manifest[part] ?? {};
    if (file === undefined) throw new Error(`${part} is in no file of the build`);
    return [file, ...css];
  });
  return [...new Set(files)];
};

/** The parts that the app starts with. */
const entriesOf = (/** @type {Manifest} */ manifest) =>
  Object.keys(manifest).filter((part) => manifest[part]?.file.includes('/immutable/entry/'));

const HANDED_ON_BY = /__sveltekit_\w+/g;

/**
 * Kit names anew, for each build, what the page hands its data on by. Where something else laid
 * Kit's files down meanwhile (`svelte-kit sync`), page and app have two names, and the page stays
 * white.
 * @param {string} html
 * @param {Manifest} manifest
 * @param {string} folder of the client's files
 */
const needsOneName = async (html, manifest, folder) => {
  const scripts = filesOf(manifest, entriesOf(manifest)).filter((file) => file.endsWith('.js'));
  const texts = await Promise.all(scripts.map((file) => readFile(join(folder, file), 'utf8')));
  const names = new Set([html, ...texts].flatMap((text) => text.match(HANDED_ON_BY) ?? []));
  if (names.size !== 1)
    throw new Error(
      `the start page and the app do not have one name (${[...names].join(', ')}): build again, with nothing beside it that calls Kit`,
    );
};

/**
 * Kit lists the styles of whatever the frame may load later, too, and the first paint would wait
 * for them. Those come with their part; the page itself brings the styles of its own files, which
 * all others assume to be present. Of these, only home should have any
 * (src/tools/first-load/home-chunk.ts).
 * @param {string} html
 * @param {Manifest} manifest
 */
const onlyFirstStyles = (html, manifest) => {
  const own = filesOf(manifest, entriesOf(manifest));
  const kept = html.replace(
    /(?<!\s)\s*<link href="([^"]*\.css)" rel="stylesheet">/g,
    (link, address) => (own.some((file) => address.endsWith(`/${file}`)) ? link : ''),
  );
  const styles = own.filter((file) => file.endsWith('.css'));
  if (styles.length === 0 || styles.some((file) => !kept.includes(`/${file}"`)))
    throw new Error('the start page does not ask for the styles of its own files');
  return kept;
};

/**
 * What each of the two first screens needs besides the page's own files; `theme.js` knows which one
 * it will be.
 */
const FIRST = {
  home: {
    parts: ['src/data/workspace/open-workspace.ts'],
    route: '/deadlines/+page',
    words: ['src/ui/words/LANGUAGE/shell.ts'],
  },
  start: {
    parts: [],
    route: '/start/+page',
    words: ['src/ui/words/LANGUAGE/shell.ts', 'src/workspace/words/LANGUAGE/vault.ts'],
  },
};

/**
 * Kit's files for a screen, for the address `/` that leads to it, and for errors, which Kit loads
 * at each start.
 * @param {string} folder of the generated files
 * @param {string} route
 */
const nodesOf = async (folder, route) => {
  const wanted = [route, '/+page', '/+error'].map((name) => `/routes${name}.svelte"`);
  const found = [];
  for (const name of await readdir(folder)) {
    const text = await readFile(join(folder, name), 'utf8');
    if (wanted.some((file) => text.includes(file)))
      found.push(`.svelte-kit/generated/client-optimized/nodes/${name}`);
  }
  if (found.length !== wanted.length)
    throw new Error(`${wanted.join(' or ')} is in no file of Kit`);
  return found;
};

/**
 * Names in the start page, by screen and language, what the first screen needs besides.
 * @param {string} html
 * @param {Manifest} manifest
 * @param {Build} build
 */
const namingFirstFiles = async (html, manifest, { outDir, base }) => {
  const lists = [];
  for (const [screen, { parts, route, words }] of Object.entries(FIRST)) {
    const nodes = await nodesOf(join(outDir, 'generated/client-optimized/nodes'), route);
    for (const language of ['sv', 'en']) {
      const texts = words.map((file) => file.replace('LANGUAGE', language));
      const files = filesOf(manifest, [...parts, ...nodes, ...texts]).map(
        (file) => `${base}/${file}`,
      );
      lists.push(
        `data-${screen}-${language}="${files.filter((file) => !html.includes(file)).join(' ')}"`,
      );
    }
  }
  const named = html.replace('/theme.js">', `/theme.js" ${lists.join(' ')}>`);
  if (named === html) throw new Error('the start page runs no theme.js');
  return named;
};

/**
 * Names the pictures that iOS shows while the app starts: sixty lines, too many to keep by hand.
 * @param {string} html
 * @param {string} base
 */
const withSplashes = (html, base) => {
  const named = html.replace('<title>', `${splashLinks(base)}\n    <title>`);
  if (named === html) throw new Error('the start page has no title');
  return named;
};

/**
 * Writes a script that runs before the first paint again, without comments and long names: no step
 * of the build does so for a plain file.
 * @param {string} file
 */
export const shortenScript = async (file) => {
  const { code, errors } = await minify(file, await readFile(file, 'utf8'));
  if (errors.length > 0) throw new Error(`${file} cannot be read: ${errors[0]?.message}`);
  await writeFile(file, code);
};

/**
 * Fits the page that answers every address to how the app starts.
 * @param {string} file
 * @param {Build} build
 */
export const fitStartPage = async (file, build) => {
  const manifest = JSON.parse(
    await readFile(join(build.outDir, 'output/client/.vite/manifest.json'), 'utf8'),
  );
  const page = await readFile(file, 'utf8');
  await needsOneName(page, manifest, join(build.outDir, 'output/client'));
  const html = onlyFirstStyles(page, manifest);
  await writeFile(file, withSplashes(await namingFirstFiles(html, manifest, build), build.base));
};
