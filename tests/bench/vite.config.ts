import { defineConfig } from 'vite';
import { appResolve } from '../../src/tools/app-resolve.ts';

/**
 * Builds the bench page with the app's own modules (the `#…` imports of package.json), found and
 * minified as in the app.
 */
export default defineConfig({
  resolve: {
    ...appResolve,
    // Its file for browsers brings all that it asks of Node along; its modules want packages for it.
    alias: [...appResolve.alias, { find: /^pouchdb$/, replacement: 'pouchdb/dist/pouchdb.js' }],
  },
  root: `${import.meta.dirname}/page`,
  base: './',
  worker: { format: 'es' },
  define: { global: 'globalThis' },
  build: {
    outDir: `${import.meta.dirname}/../../node_modules/.volym-bench`,
    emptyOutDir: true,
    target: 'es2022',
  },
});
