import { copyFile } from 'node:fs/promises';
import { relative } from 'node:path';
import adapter from '@sveltejs/adapter-static';
import packageJson from './package.json' with { type: 'json' };
import { compressBuild } from './src/tools/compress-build.mjs';
import { fitStartPage, shortenScript } from './src/tools/start-page.mjs';

/**
 * The address prefix under which the app is served (`BASE_PATH=/volym npm start`); empty for a host
 * of its own.
 */
const base = /** @type {'' | `/${string}`} */ (process.env.BASE_PATH ?? '');

/**
 * Plain files; hosts that know no fallback page answer an unknown address with 404.html, and that
 * is the app, too.
 */
const files = adapter({ fallback: 'index.html' });
const plainFiles = {
  ...files,
  /** @param {import('@sveltejs/kit').Builder} builder */
  adapt: async (builder) => {
    await files.adapt(builder);
    await fitStartPage('build/index.html', { outDir: builder.config.kit.outDir, base });
    await shortenScript('build/theme.js');
    await copyFile('build/index.html', 'build/404.html');
    await compressBuild('build', builder.config.kit.outDir);
  },
};

/** @type {Map<string, string>} */
const filesByScope = new Map();

/**
 * The class that keeps a component's styles to it: short, since each of its elements has it.
 * @param {{ readonly hash: (text: string) => string, readonly filename: string }} component
 */
const styleScope = ({ hash, filename }) => {
  const file = relative(import.meta.dirname, filename);
  const scope = `s${hash(file).slice(0, 5)}`;
  const known = filesByScope.get(scope) ?? file;
  if (known !== file) throw new Error(`${file} and ${known} have the same class: rename one`);
  filesByScope.set(scope, file);
  return scope;
};

/**
 * What package.json calls `imports`, as paths seen from `.svelte-kit`: the type check follows only
 * those to what Svelte's components export.
 */
const pathsOfImports = Object.fromEntries(
  Object.entries(packageJson.imports).map(([name, path]) => [name, [`.${path}`]]),
);

/** @type {import('@sveltejs/kit').Config} */
export default {
  compilerOptions: {
    cssHash: styleScope,
    runes: ({ filename }) => (filename.includes('node_modules') ? undefined : true),
  },
  kit: {
    adapter: plainFiles,
    paths: { base },
    // The page registers the worker itself (ui/worker), so that a new version can wait for the
    // user's tap (docs/decisions/versions.md).
    serviceWorker: { register: false },
    typescript: {
      // What a journey built and left in its output is no source: the type check would read it.
      config: (config) => ({
        ...config,
        compilerOptions: {
          ...config.compilerOptions,
          paths: { ...config.compilerOptions.paths, ...pathsOfImports },
        },
        include: [...config.include, '../simulator/**/*.ts', '../vitest.config.ts'],
        exclude: [...config.exclude, '../tests/output/**'],
      }),
    },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        // hash-wasm compiles Argon2id (docs/decisions/vault.md).
        'script-src': ['self', 'wasm-unsafe-eval'],
        // Svelte writes style attributes (the tape's ticks, bars to scale).
        'style-src': ['self', 'unsafe-inline'],
        'worker-src': ['self'],
        // Any CouchDB over https; a meta policy cannot be widened at run time.
        'connect-src': ['self', 'https:', 'http://localhost:*'],
        'img-src': ['self', 'data:', 'blob:'],
        'font-src': ['self'],
        'object-src': ['none'],
        'base-uri': ['self'],
        'form-action': ['self'],
      },
    },
  },
};
