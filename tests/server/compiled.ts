import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The server's own process. */
export const MAIN = resolve(import.meta.dirname, '../../src/server/main.ts');

/**
 * The setting by which Node finds the server compiled: a start of which nothing is compiled again
 * takes a third of the time. The first that asks in a run has it compiled, by a start that ends at
 * once: the servers of most tests are killed, and leave nothing.
 */
export const compiled = (): { readonly NODE_COMPILE_CACHE: string } => {
  const cache = { NODE_COMPILE_CACHE: join(tmpdir(), 'volym-compiled') };
  if (!existsSync(cache.NODE_COMPILE_CACHE))
    spawnSync(process.execPath, [MAIN], { env: { PORT: 'none', ...cache } });
  return cache;
};
