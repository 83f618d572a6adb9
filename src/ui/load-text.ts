import type { Language } from '#i18n/language.ts';
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
    shell: async () => (await import('#i18n/sv/shell.ts')).shell,
    credit: async () => (await import('#programmes/apple-credit/words/sv/credit.ts')).credit,
    more: async () => (await import('#i18n/sv/more.ts')).more,
    sync: async () => (await import('#i18n/sv/sync.ts')).sync,
    vault: async () => (await import('#i18n/sv/vault.ts')).vault,
  },
  en: {
    shell: async () => (await import('#i18n/en/shell.ts')).shell,
    credit: async () => (await import('#programmes/apple-credit/words/en/credit.ts')).credit,
    more: async () => (await import('#i18n/en/more.ts')).more,
    sync: async () => (await import('#i18n/en/sync.ts')).sync,
    vault: async () => (await import('#i18n/en/vault.ts')).vault,
  },
};

/** The texts of one area in one language. */
export const loadText = <One extends Area>(
  language: Language,
  area: One,
): Promise<Catalogues[One]> => loaders[language][area]();

/** What a load function depends on so that it runs again when the language changes. */
export const LANGUAGE = 'volym:language';
