import { countIn } from '../count.ts';
import type { Messages } from '../language.ts';
import type { numberedApps as source } from '../sv/numbered-apps.ts';

const n = countIn('en');

/** What apps are called that nobody has named, in English. */
export const numberedApps = {
  app: (adamId) => `App ${adamId}`,
  book: (adamId) => `Book ${adamId}`,
  apps: (count) => `${n(count)} apps`,
  books: (count) => `${n(count)} books`,
  both: (count) => `${n(count)} apps and books`,
  more: (counted) => `another ${counted}`,
} satisfies Messages<typeof source>;
