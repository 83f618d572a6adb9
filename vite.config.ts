import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { appResolve } from './src/tools/app-resolve.ts';
import { exportByOwnName } from './src/tools/first-load/export-by-own-name.ts';
import { fewFiles, sharedEntries } from './src/tools/first-load/few-files.ts';
import { firstKeysChunk, homeChunk } from './src/tools/first-load/home-chunk.ts';
import { kitNamesSvelte } from './src/tools/first-load/kit-names-svelte.ts';
import { licences } from './src/tools/licences.ts';
import { noCustomElements } from './src/tools/first-load/no-custom-elements.ts';
import { plainImports } from './src/tools/first-load/plain-imports.ts';
import { rxjsAsCompiled } from './src/tools/rxjs-as-compiled.ts';
import { shortNames } from './src/tools/first-load/short-names.ts';
import { wholeWorkers } from './src/tools/whole-workers.ts';

const { forApp, forWorkers } = licences();

/** `FILES_APART` builds what first visits are noted by (tests/first-load/note-visits.ts). */
const files =
  process.env.FILES_APART === undefined ? fewFiles(homeChunk(), firstKeysChunk()) : () => null;

export default defineConfig({
  plugins: [
    rxjsAsCompiled(),
    noCustomElements(),
    kitNamesSvelte(),
    sveltekit(),
    sharedEntries(),
    shortNames(),
    plainImports(),
    exportByOwnName(),
    forApp(),
    wholeWorkers(),
  ],
  resolve: appResolve,
  // Each in one file: the service worker keeps what Kit's list names, which leaves out its parts.
  worker: {
    format: 'es',
    plugins: () => [forWorkers()],
    rolldownOptions: { output: { codeSplitting: false } },
  },
  // What a test run must know before it starts: found in the middle of it, a package makes every
  // test load anew. Vite looks from the routes and tests by itself, but into no `{#await import()}`
  // of a template and into no worker.
  optimizeDeps: {
    entries: ['src/{routes,ui,workspace,programmes}/**/*.svelte'],
    include: [
      'xlsx',
      'hash-wasm',
      '@cantoo/pdf-lib',
      'qr',
      'qr/decode.js',
      'fast-check',
      'rxdb/plugins/replication',
      'hono',
      '@noble/hashes/argon2.js',
    ],
  },
  build: {
    target: 'es2022',
    // Which files a part of the app needs besides is not told beforehand: the lists of it weighed
    // 6 kB in every first load, and the worker keeps all files on the device anyway.
    modulePreload: { resolveDependencies: () => [] },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: homeChunk(), debugName: 'home', priority: 2 },
            { name: firstKeysChunk(), debugName: 'first keys', priority: 1 },
            // What is named here goes nowhere with what it imports, which is named as well.
            {
              name: files,
              debugName: 'few files',
              priority: 0,
              includeDependenciesRecursively: false,
            },
          ],
        },
      },
    },
  },
});
