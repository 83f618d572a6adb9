import { countIn } from '#core/language/count.ts';
import { numberedApps } from './numbered-apps.ts';

const n = countIn('sv');

/** What home says of apps that are out of licences, or soon will be. */
export const stock = {
  units: { free: (count: number) => (count === 1 ? 'ledig' : 'lediga'), apps: 'appar' },
  buy: (name: string) => `Köp fler ${name}`,
  buyMany: 'Köp fler licenser',
  levels: { empty: 'Slut', low: 'Snart slut' },
  more: (count: number) => `${n(count)} till`,
  numbered: { app: numberedApps.app, book: numberedApps.book },
};
