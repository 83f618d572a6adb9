import type { stock as source } from '../sv/stock.ts';
import { countIn } from '#core/language/count.ts';
import type { Messages } from '#core/language/language.ts';
import { numberedApps } from './numbered-apps.ts';

const n = countIn('en');

/** What home says of apps that are out of licences, or soon will be, in English. */
export const stock = {
  units: { free: () => 'free', apps: 'apps' },
  buy: (name) => `Buy more ${name}`,
  buyMany: 'Buy more licences',
  levels: { empty: 'Out', low: 'Running low' },
  more: (count) => `${n(count)} more`,
  numbered: { app: numberedApps.app, book: numberedApps.book },
} satisfies Messages<typeof source>;
