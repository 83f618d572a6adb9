import { countIn } from '#core/language/count.ts';
import type { Messages } from '#core/language/language.ts';
import type { numberedApps as source } from '../sv/numbered-apps.ts';

const n = countIn('en');

/** What apps are called that nobody has named, in English. */
export const numberedApps = {
  app: (adamId) => `App ${adamId}`,
  book: (adamId) => `Book ${adamId}`,
  apps: (count) => (count === 1 ? '1 app' : `${n(count)} apps`),
  books: (count) => (count === 1 ? '1 book' : `${n(count)} books`),
  both: (count) => (count === 1 ? '1 app or book' : `${n(count)} apps and books`),
  more: (counted) => `another ${counted}`,
} satisfies Messages<typeof source>;
