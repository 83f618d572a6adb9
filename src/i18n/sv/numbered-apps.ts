import { countIn } from '../count.ts';

const n = countIn('sv');

/** What apps are called that nobody has named: one by its number, in a letter several by their count. */
export const numberedApps = {
  app: (adamId: string) => `App ${adamId}`,
  book: (adamId: string) => `Bok ${adamId}`,
  apps: (count: number) => `${n(count)} appar`,
  books: (count: number) => `${n(count)} böcker`,
  both: (count: number) => `${n(count)} appar och böcker`,
  /** Behind those that have a name. */
  more: (counted: string) => `${counted} till`,
};
