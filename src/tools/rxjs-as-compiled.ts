import { resolve } from 'node:path';

const AS_COMPILED = resolve(import.meta.dirname, '../data/rxdb/as-compiled.ts');

/** Gives rxjs, and nothing else, the few functions of tslib that it uses, in modern JavaScript. */
export const rxjsAsCompiled = () => ({
  name: 'volym-rxjs-as-compiled',
  enforce: 'pre' as const,
  resolveId: (id: string, importer = ''): string | undefined =>
    id === 'tslib' && importer.includes('/node_modules/rxjs/') ? AS_COMPILED : undefined,
});
