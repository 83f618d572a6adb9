import { wordsIn } from '#core/language/words-in.ts';
import type { Messages } from '#core/language/language.ts';
import type { about } from './sv/about.ts';
import type { accounts } from './sv/accounts.ts';
import type { kinds, readAs } from './sv/kinds.ts';
import type { appPage } from './sv/app-page.ts';
import type { appleErrors } from './sv/apple-errors.ts';
import type { appleNoAnswer } from './sv/apple-no-answer.ts';
import type { appleSync } from './sv/apple-sync.ts';
import type { appleWrites } from './sv/apple-writes.ts';
import type { apps } from './sv/apps.ts';
import type { importLicences } from './sv/import-licences.ts';
import type { licences } from './sv/licences.ts';
import type { stock } from './sv/stock.ts';
import type { tokens } from './sv/tokens.ts';

/** Words of an app's page that few apps need: what does not add up, and other locations. */
export type AppPageTexts = Messages<typeof appPage>;

/** Loads those words. */
export const loadAppPageText = wordsIn<AppPageTexts>(
  async () => (await import('./sv/app-page.ts')).appPage,
  async () => (await import('./en/app-page.ts')).appPage,
);

/** The words of the apps. */
export const loadAppsText = wordsIn<Messages<typeof apps>>(
  async () => (await import('./sv/apps.ts')).apps,
  async () => (await import('./en/apps.ts')).apps,
);

/**
 * The words of giving and taking back licences, deployments and users; loaded with the first sheet
 * that says them.
 */
export type LicenceWords = Messages<typeof licences>;

/** Loads those words. */
export const loadLicencesText = wordsIn<LicenceWords>(
  async () => (await import('./sv/licences.ts')).licences,
  async () => (await import('./en/licences.ts')).licences,
);

/** The words of the section in Settings. */
export const loadAccountsText = wordsIn<Messages<typeof accounts>>(
  async () => (await import('./sv/accounts.ts')).accounts,
  async () => (await import('./en/accounts.ts')).accounts,
);

/** Words of `apple-errors.ts`. */
export const loadAppleErrorsWords = wordsIn<Messages<typeof appleErrors>>(
  async () => (await import('./sv/apple-errors.ts')).appleErrors,
  async () => (await import('./en/apple-errors.ts')).appleErrors,
);

/** Words of `apple-no-answer.ts`. */
export const loadAppleNoAnswerWords = wordsIn<Messages<typeof appleNoAnswer>>(
  async () => (await import('./sv/apple-no-answer.ts')).appleNoAnswer,
  async () => (await import('./en/apple-no-answer.ts')).appleNoAnswer,
);

/** Words of `apple-writes.ts`. */
export const loadAppleWritesWords = wordsIn<Messages<typeof appleWrites>>(
  async () => (await import('./sv/apple-writes.ts')).appleWrites,
  async () => (await import('./en/apple-writes.ts')).appleWrites,
);

/** The words of what home says of apps, in one language. */
export type StockWords = Messages<typeof stock>;

/** Loaded once an app is counted; home's first load knows nothing of them. */
export const loadStockText = wordsIn<StockWords>(
  async () => (await import('./sv/stock.ts')).stock,
  async () => (await import('./en/stock.ts')).stock,
);

/** Words of the sync with Apple. */
export type AppleSyncTexts = Messages<typeof appleSync>;

/** Loads the words of the sync with Apple, which only who has a token needs. */
export const loadAppleSyncText = wordsIn<AppleSyncTexts>(
  async () => (await import('./sv/apple-sync.ts')).appleSync,
  async () => (await import('./en/apple-sync.ts')).appleSync,
);

/** The words of the tokens. */
export const loadTokensText = wordsIn<Messages<typeof tokens>>(
  async () => (await import('./sv/tokens.ts')).tokens,
  async () => (await import('./en/tokens.ts')).tokens,
);

/** The words of lists of apps and licences: they come with a file, and with what became of one. */
export const loadImportLicencesText = wordsIn<Messages<typeof importLicences>>(
  async () => (await import('./sv/import-licences.ts')).importLicences,
  async () => (await import('./en/import-licences.ts')).importLicences,
);

/** What is said of this programme to those who choose what they manage. */
export const loadAbout = wordsIn<Messages<typeof about>>(
  async () => (await import('./sv/about.ts')).about,
  async () => (await import('./en/about.ts')).about,
);

/** What its sheets are read as. */
export const loadReadAsWords = wordsIn<Messages<typeof readAs>>(
  async () => (await import('./sv/kinds.ts')).readAs,
  async () => (await import('./en/kinds.ts')).readAs,
);

/** What its records are called. */
export const loadKindWords = wordsIn<Messages<typeof kinds>>(
  async () => (await import('./sv/kinds.ts')).kinds,
  async () => (await import('./en/kinds.ts')).kinds,
);
