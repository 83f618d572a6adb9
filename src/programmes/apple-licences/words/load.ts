import { wordsIn } from '#core/language/words-in.ts';
import type { Messages } from '#core/language/language.ts';
import type { appPage } from './sv/app-page.ts';
import type { appleSync } from './sv/apple-sync.ts';
import type { licences } from './sv/licences.ts';
import type { stock } from './sv/stock.ts';

/** Words of an app's page that few apps need: what does not add up, and other locations. */
export type AppPageTexts = Messages<typeof appPage>;

/**
 * The words of giving and taking back licences, deployments and users; loaded with the first sheet
 * that says them.
 */
export type LicenceWords = Messages<typeof licences>;

/** The words of what home says of apps, in one language. */
export type StockWords = Messages<typeof stock>;

/** Words of the sync with Apple. */
export type AppleSyncTexts = Messages<typeof appleSync>;

/** Loads the words of Apple tokens, apps and licences, of one object at a time. */
export const loadAppleLicencesWords = wordsIn({
  /** What few apps need on their page: what does not add up, and other locations. */
  appPage: {
    sv: () => import('./sv/app-page.ts'),
    en: () => import('./en/app-page.ts'),
  },
  apps: {
    sv: () => import('./sv/apps.ts'),
    en: () => import('./en/apps.ts'),
  },
  /** Giving and taking back licences, deployments and users: with the first sheet that says them. */
  licences: {
    sv: () => import('./sv/licences.ts'),
    en: () => import('./en/licences.ts'),
  },
  /** The section in Settings. */
  accounts: {
    sv: () => import('./sv/accounts.ts'),
    en: () => import('./en/accounts.ts'),
  },
  appleErrors: {
    sv: () => import('./sv/apple-errors.ts'),
    en: () => import('./en/apple-errors.ts'),
  },
  appleNoAnswer: {
    sv: () => import('./sv/apple-no-answer.ts'),
    en: () => import('./en/apple-no-answer.ts'),
  },
  appleWrites: {
    sv: () => import('./sv/apple-writes.ts'),
    en: () => import('./en/apple-writes.ts'),
  },
  /** What home says of apps: once an app is counted; home's first load knows nothing of them. */
  stock: {
    sv: () => import('./sv/stock.ts'),
    en: () => import('./en/stock.ts'),
  },
  /** The sync with Apple, which only who has a token needs. */
  appleSync: {
    sv: () => import('./sv/apple-sync.ts'),
    en: () => import('./en/apple-sync.ts'),
  },
  tokens: {
    sv: () => import('./sv/tokens.ts'),
    en: () => import('./en/tokens.ts'),
  },
  /** Lists of apps and licences: with a file, and with what became of one. */
  importLicences: {
    sv: () => import('./sv/import-licences.ts'),
    en: () => import('./en/import-licences.ts'),
  },
  /** How this programme is described to those who choose what they manage. */
  about: {
    sv: () => import('./sv/about.ts'),
    en: () => import('./en/about.ts'),
  },
  /** What its sheets are read as. */
  readAs: {
    sv: () => import('./sv/kinds.ts'),
    en: () => import('./en/kinds.ts'),
  },
  /** What its records are called. */
  kinds: {
    sv: () => import('./sv/kinds.ts'),
    en: () => import('./en/kinds.ts'),
  },
});
