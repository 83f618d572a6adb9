import { defineConfig } from 'vite';

/** Builds the bench page with the app's own modules (the `#…` imports of package.json), minified as the app is. */
export default defineConfig({
  root: `${import.meta.dirname}/page`,
  base: './',
  worker: { format: 'es' },
  define: { global: 'globalThis' },
  build: { outDir: `${import.meta.dirname}/../../node_modules/.volym-bench`, emptyOutDir: true, target: 'es2022' },
});
