import { countIn } from '#core/language/count.ts';

const n = countIn('sv');

/**
 * What apps are called that nobody has named: one by its number, in a letter several by their
 * count.
 */
export const numberedApps = {
  app: (adamId: string) => `App ${adamId}`,
  book: (adamId: string) => `Bok ${adamId}`,
  apps: (count: number) => (count === 1 ? '1 app' : `${n(count)} appar`),
  books: (count: number) => (count === 1 ? '1 bok' : `${n(count)} böcker`),
  both: (count: number) => (count === 1 ? '1 app eller bok' : `${n(count)} appar och böcker`),
  /** Behind those that have a name. */
  more: (counted: string) => `${counted} till`,
};
