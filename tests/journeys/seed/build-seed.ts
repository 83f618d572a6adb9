import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { appResolve } from '../../../src/tools/app-resolve.ts';
import { rxjsAsCompiled } from '../../../src/tools/rxjs-as-compiled.ts';

/** Where the workers of a run find what makes a workspace in a page. */
export const seedFile = (): string => join(tmpdir(), 'seed.js');

/** Builds what makes a workspace in a page, once for a run, from the modules of the app. */
export default async (): Promise<void> => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: resolve(import.meta.dirname, '../../..'),
    plugins: [rxjsAsCompiled()],
    resolve: appResolve,
    define: { global: 'globalThis' },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(import.meta.dirname, 'make-seed.ts'), formats: ['iife'], name: 'seed' },
    },
  });
  const code = [built]
    .flat()
    .flatMap((made) => ('output' in made ? made.output : []))
    .map((file) => (file.type === 'chunk' ? file.code : ''));
  await writeFile(seedFile(), code.join('\n'));
};
