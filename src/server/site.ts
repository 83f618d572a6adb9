import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { getMimeType } from 'hono/utils/mime';
import { ENCODINGS, type Compressed } from './compression.ts';

/**
 * One file of the built app, held in memory, with what the build compressed it to. `policy` is the
 * content security policy that a page carries itself.
 */
export type Asset = Compressed & {
  readonly path: string;
  readonly type: string;
  readonly tag: string;
  readonly policy: string | undefined;
};

/**
 * The built app: its files by path (`_app/version.json`), its start page, and the policy for all
 * that is not a page.
 */
export type Site = {
  readonly files: ReadonlyMap<string, Asset>;
  readonly start: Asset;
  readonly policy: string;
};

/**
 * SvelteKit writes the policy, with the start script's hash, into every page it makes (`csp.mode:
 * 'hash'`).
 */
const META_POLICY = /<meta http-equiv="content-security-policy" content="([^"]*)"/i;

/** These change with every build; the start page is written last. */
const CHANGES_WITH_A_BUILD = ['index.html', '_app/version.json', 'service-worker.js'];

const encodedBeside = (file: string, all: ReadonlySet<string>): Asset['encoded'] => {
  const made = Object.entries(ENCODINGS).filter(([, ending]) => all.has(file + ending));
  return Object.fromEntries(
    made.map(([encoding, ending]) => [encoding, readFileSync(file + ending)]),
  );
};

/** A file that is another one compressed, which is served in its place and not by its own name. */
const isEncoded = (file: string, all: ReadonlySet<string>): boolean =>
  Object.values(ENCODINGS).some(
    (ending) => file.endsWith(ending) && all.has(file.slice(0, -ending.length)),
  );

const assetAt = (folder: string, file: string, all: ReadonlySet<string>): Asset => {
  const path = relative(folder, file).replaceAll('\\', '/');
  const bytes = readFileSync(file);
  const type = getMimeType(path) ?? 'application/octet-stream';
  const tag = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  const policy = path.endsWith('.html') ? META_POLICY.exec(bytes.toString('utf8'))?.[1] : undefined;
  return { path, type, bytes, encoded: encodedBeside(file, all), tag, policy };
};

/**
 * Reads the whole build. Throws when it has no start page, or one without a policy: such a build
 * must not be served.
 */
export const readSite = (folder: string): Site => {
  const found = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) =>
    entry.isFile(),
  );
  const all = new Set(found.map((entry) => join(entry.parentPath, entry.name)));
  const files = [...all]
    .filter((file) => !isEncoded(file, all))
    .map((file) => assetAt(folder, file, all));
  const byPath = new Map(files.map((asset) => [asset.path, asset]));
  const start = byPath.get('index.html');
  if (start?.policy === undefined)
    throw new Error(`${folder} has no index.html with a content security policy`);
  return { files: byPath, start, policy: start.policy };
};

const stampOf = (folder: string): string | undefined => {
  const times = CHANGES_WITH_A_BUILD.map(
    (path) => statSync(join(folder, path), { throwIfNoEntry: false })?.mtimeMs,
  );
  return times[0] === undefined ? undefined : times.join(' ');
};

/**
 * The build as it is now. A new build is used as a whole once its start page exists; until then, or
 * if it cannot be read, the previous one is served, so that two versions never mix.
 */
export const followSite = (folder: string): (() => Site) => {
  let stamp = stampOf(folder);
  let site = readSite(folder);
  return () => {
    const found = stampOf(folder);
    if (found === undefined || found === stamp) return site;
    try {
      site = readSite(folder);
      stamp = found;
    } catch (error) {
      console.error(`The new build cannot be read yet: ${String(error)}`);
    }
    return site;
  };
};
