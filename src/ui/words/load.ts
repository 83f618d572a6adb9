import { wordsIn } from '#core/language/words-in.ts';
import type { Messages } from '#core/language/language.ts';
import type { install } from './sv/install.ts';

/** The words of installing, in one language. */
export type InstallMessages = Messages<typeof install>;

/** Loads the words that all screens share, of one object at a time. */
export const loadUiWords = wordsIn({
  /** The question about a day that is more than a year ahead, which few forms ever need. */
  farDay: {
    sv: () => import('./sv/far-day.ts'),
    en: () => import('./en/far-day.ts'),
  },
  /** Only for a form that was left half-filled. */
  keptForm: {
    sv: () => import('./sv/kept-form.ts'),
    en: () => import('./en/kept-form.ts'),
  },
  /** With the hint that shows them: most starts show none. */
  install: {
    sv: () => import('./sv/install.ts'),
    en: () => import('./en/install.ts'),
  },
  /** The list of keys. */
  keys: {
    sv: () => import('./sv/keys.ts'),
    en: () => import('./en/keys.ts'),
  },
  /** The frame and home, which every screen has. */
  shell: {
    sv: () => import('./sv/shell.ts'),
    en: () => import('./en/shell.ts'),
  },
  /** Something that went wrong and that nobody expected. */
  trouble: {
    sv: () => import('./sv/trouble.ts'),
    en: () => import('./en/trouble.ts'),
  },
});
