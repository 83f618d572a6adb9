import { resolve } from 'node:path';

const AS_COMPILED = resolve(import.meta.dirname, '../data/rxdb/as-compiled.ts');

/** Gives rxjs, and nobody else, the few words of tslib that it uses in the language of today. */
export const rxjsAsCompiled = () => ({
  name: 'volym-rxjs-as-compiled',
  enforce: 'pre' as const,
  resolveId: (id: string, importer = ''): string | undefined =>
    id === 'tslib' && importer.includes('/node_modules/rxjs/') ? AS_COMPILED : undefined,
});
