import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** The policy of the small site's pages, as SvelteKit writes it. */
export const POLICY = "default-src 'self'; script-src 'self' 'sha256-c3RhcnQ='";

const page = (base: string, script: string): string =>
  `<!doctype html><meta http-equiv="content-security-policy" content="${POLICY}"><script>import("${base}/_app/${script}")</script>`;

/** Writes a file below a folder, making the folders on the way. */
export const write = (folder: string, path: string, text: string | Buffer): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};

/**
 * A folder that looks like a build: a start page, a chunk, a worker, an icon, a prerendered page.
 */
export const smallSite = (base = ''): string => {
  const folder = mkdtempSync(join(tmpdir(), 'volym-site-'));
  write(folder, '_app/version.json', '{"version":"1"}');
  const script = `export const text = '${'volume '.repeat(400)}';`;
  write(folder, '_app/immutable/entry/start.AbC1.js', script);
  write(folder, '_app/immutable/entry/start.AbC1.js.br', brotliCompressSync(script));
  write(folder, '_app/immutable/entry/start.AbC1.js.gz', gzipSync(script));
  write(folder, '_app/immutable/assets/inter.woff2', Buffer.alloc(4000, 7));
  write(folder, 'service-worker.js', 'self.skipWaiting;');
  write(folder, 'manifest.webmanifest', '{}');
  write(folder, '_app/version.json.br', brotliCompressSync('{"version":"1"}'));
  write(folder, 'icon.png', Buffer.alloc(2000, 1));
  write(
    folder,
    'start.html',
    page(base, 'immutable/entry/prerendered.js').replace('c3RhcnQ=', 'b3RoZXI='),
  );
  write(folder, 'index.html', page(base, 'immutable/entry/start.AbC1.js'));
  return folder;
};
