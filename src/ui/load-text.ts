import type { Language } from '#core/language/language.ts';
import type { Catalogues } from './text.ts';

type Area = Exclude<
  keyof Catalogues,
  | 'acts'
  | 'apps'
  | 'backup'
  | 'couch'
  | 'history'
  | 'import'
  | 'importVip'
  | 'licences'
  | 'people'
  | 'resend'
  | 'tokens'
  | 'trash'
  | 'vip'
  | 'vipCalculator'
  | 'vipReconcile'
  | 'vipReturns'
  | 'vipRenewals'
>;

type Loaders = { readonly [One in Area]: () => Promise<Catalogues[One]> };

/** Each area of each language is a chunk of its own, loaded by the route that shows it. */
const loaders: Record<Language, Loaders> = {
  sv: {
    shell: async () => (await import('./words/sv/shell.ts')).shell,
    credit: async () => (await import('#programmes/apple-credit/words/sv/credit.ts')).credit,
    more: async () => (await import('#workspace/words/sv/more.ts')).more,
    sync: async () => (await import('#workspace/words/sv/sync.ts')).sync,
    vault: async () => (await import('#workspace/words/sv/vault.ts')).vault,
  },
  en: {
    shell: async () => (await import('./words/en/shell.ts')).shell,
    credit: async () => (await import('#programmes/apple-credit/words/en/credit.ts')).credit,
    more: async () => (await import('#workspace/words/en/more.ts')).more,
    sync: async () => (await import('#workspace/words/en/sync.ts')).sync,
    vault: async () => (await import('#workspace/words/en/vault.ts')).vault,
  },
};

/** The texts of one area in one language. */
export const loadText = <One extends Area>(
  language: Language,
  area: One,
): Promise<Catalogues[One]> => loaders[language][area]();

/** What a load function depends on so that it runs again when the language changes. */
export const LANGUAGE = 'volym:language';
