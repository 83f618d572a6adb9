import { resolve } from 'node:path';
import { defaultClientConditions } from 'vite';

const at = (path: string): string => resolve(import.meta.dirname, '..', path);

/**
 * Which file a package or icon of the app is taken from, for its build and for the bench, which
 * measures what the app has.
 */
export const appResolve = {
  // These packages offer browsers of ten years ago by default; their present-day files are lighter.
  alias: [
    { find: /^workbox-window$/, replacement: 'workbox-window/build/workbox-window.prod.mjs' },
    // RxDB's code for old browsers, and for queries that we never use, makes up a tenth of the
    // first load.
    { find: /^broadcast-channel$/, replacement: at('data/rxdb/tab-channel.ts') },
    { find: /^mingo(\/.*)?$/, replacement: at('data/rxdb/selectors.ts') },
    { find: /^event-reduce-js$/, replacement: at('data/rxdb/follow-results.ts') },
    { find: './utils-object-dot-prop.js', replacement: at('data/rxdb/by-path.ts') },
    // Each icon of Lucide imports it so; its own builds every icon again from objects.
    { find: '../Icon.svelte', replacement: at('ui/lucide/Icon.svelte') },
  ],
  conditions: ['es2015', ...defaultClientConditions],
};
