import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Kit lists the styles of whatever the frame may load later, too, and the first paint would wait for them. They come with
 * their part; the page itself needs those of the one file that home is drawn with (src/tools/home-chunk.ts).
 * @param {string} html
 */
const onlyFirstStyles = (html) => {
  const kept = html.replace(/\s*<link href="[^"]*\/assets\/(?!home\.)[^"]*\.css" rel="stylesheet">/g, '');
  if (!kept.includes('/assets/home.')) throw new Error('the start page asks for no styles of home');
  return kept;
};

/** @typedef {Record<string, { file: string, imports?: string[] }>} Manifest */

/**
 * A part of the app and all that it imports.
 * @param {Manifest} manifest
 * @param {readonly string[]} parts
 */
const filesOf = (manifest, parts) => {
  const reached = new Set(parts);
  for (const part of reached) for (const next of manifest[part]?.imports ?? []) reached.add(next);
  return [...reached].map((part) => {
    const file = manifest[part]?.file;
    if (file === undefined) throw new Error(`${part} is in no file of the build`);
    return file;
  });
};

/**
 * Names in the start page what a device with a workspace needs besides: its store, home's page and words. `theme.js` asks
 * for it when there is one.
 * @param {string} html
 * @param {{ manifest: Manifest, nodes: readonly string[], base: string }} build
 */
const namingTheStore = (html, { manifest, nodes, base }) => {
  /** @param {readonly string[]} parts */
  const ahead = (...parts) =>
    filesOf(manifest, parts)
      .map((file) => `${base}/${file}`)
      .filter((file) => !html.includes(file))
      .join(' ');
  const named = html.replace('/theme.js">', () => {
    const words = ['sv', 'en'].map((language) => `data-${language}="${ahead(`src/i18n/${language}/shell.ts`)}"`);
    return `/theme.js" data-store="${ahead('src/data/open-workspace.ts', ...nodes)}" ${words.join(' ')}>`;
  });
  if (named === html) throw new Error('the start page runs no theme.js');
  return named;
};

/**
 * Kit's own start loads the page for errors; home is what an app opens with.
 * @param {string} folder of the generated nodes
 */
const firstNodes = async (folder) => {
  const found = [];
  for (const name of await readdir(folder)) {
    const text = await readFile(join(folder, name), 'utf8');
    if (/routes\/(?:\+error|deadlines\/\+page)\.svelte"/.test(text))
      found.push(`.svelte-kit/generated/client-optimized/nodes/${name}`);
  }
  if (found.length !== 2) throw new Error('home or the page for errors is in no node of Kit');
  return found;
};

/**
 * Fits the page that answers every address to how the app starts.
 * @param {string} file
 * @param {{ outDir: string, base: string }} build Kit's own folder, and the prefix of all addresses
 */
export const fitStartPage = async (file, { outDir, base }) => {
  const html = onlyFirstStyles(await readFile(file, 'utf8'));
  const manifest = JSON.parse(await readFile(join(outDir, 'output/client/.vite/manifest.json'), 'utf8'));
  const nodes = await firstNodes(join(outDir, 'generated/client-optimized/nodes'));
  await writeFile(file, namingTheStore(html, { manifest, nodes, base }));
};
