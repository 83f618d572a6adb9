import { wordsIn } from '#core/language/words-in.ts';
import type { Messages } from '#core/language/language.ts';
import type { farDay } from './sv/far-day.ts';
import type { install } from './sv/install.ts';
import type { keptForm } from './sv/kept-form.ts';
import type { keys } from './sv/keys.ts';
import type { trouble } from './sv/trouble.ts';
import type { shell } from './sv/shell.ts';

/** Words of the question about a day that is more than a year ahead. */
export type FarDayWords = Messages<typeof farDay>;

/** These words, which few forms ever need. */
export const loadFarDayText = wordsIn<FarDayWords>(
  async () => (await import('./sv/far-day.ts')).farDay,
  async () => (await import('./en/far-day.ts')).farDay,
);

/** What a form says of what was typed in it before. */
export type KeptWords = Messages<typeof keptForm>;

/** Those words, which only a form that was left half-filled needs. */
export const loadKeptText = wordsIn<KeptWords>(
  async () => (await import('./sv/kept-form.ts')).keptForm,
  async () => (await import('./en/kept-form.ts')).keptForm,
);

/** The words of installing, in one language. */
export type InstallMessages = Messages<typeof install>;

/** Loads them with the hint that shows them: most starts show none. */
export const loadInstallTexts = wordsIn<InstallMessages>(
  async () => (await import('./sv/install.ts')).install,
  async () => (await import('./en/install.ts')).install,
);

/** The words of the list of keys. */
export const loadKeysText = wordsIn<Messages<typeof keys>>(
  async () => (await import('./sv/keys.ts')).keys,
  async () => (await import('./en/keys.ts')).keys,
);

/** The words of the frame and of home, which every screen has. */
export const loadShellText = wordsIn<Messages<typeof shell>>(
  async () => (await import('./sv/shell.ts')).shell,
  async () => (await import('./en/shell.ts')).shell,
);

/** The words of something that went wrong and that nobody expected. */
export const loadTroubleWords = wordsIn<Messages<typeof trouble>>(
  async () => (await import('./sv/trouble.ts')).trouble,
  async () => (await import('./en/trouble.ts')).trouble,
);
