import { foldedText, foundBy } from '#core/text/found-text.ts';
import { countsOf } from './app-counts.ts';
import type { LicenceCounts } from '../licence/licence-counts.ts';
import { stockLevel, type StockLevel } from './licence-stock.ts';
import { isOld, knownUntil } from '../sync/source-age.ts';
import { NEVER, type SyncedAt } from '../sync/synced-at.ts';
import type { VolumeApp, VolumeAppData } from './volume-app.ts';

/** An app of the list with what is counted of it, once for each change of the list. */
export type AppRow = {
  readonly app: VolumeApp;
  readonly counts: LicenceCounts;
  readonly level: StockLevel;
  /** How many installations failed, according to the last list of them (B13). */
  readonly failed: number;
  /** The same app is at another location too: its row tells its own. */
  readonly isElsewhere: boolean;
  /** What it is found by, folded. */
  readonly found: string;
};

/**
 * What the list shows (B8): all, what runs low, what has run out, where installations failed (B13),
 * what does not add up.
 */
export const APP_FILTERS = ['all', 'low', 'empty', 'failed', 'flagged'] as const;

/** What the list shows (B8). */
export type AppFilter = (typeof APP_FILTERS)[number];

/** By what the list is ordered (B8). */
export const APP_ORDERS = ['assigned', 'name', 'free'] as const;

/** By what the list is ordered (B8). */
export type AppOrder = (typeof APP_ORDERS)[number];

/**
 * Whether an app has a real name: a sync brings only its number (apple.md §2.8), and some lists put
 * the number in place of the name.
 */
export const hasName = ({ name, adamId }: Pick<VolumeAppData, 'name' | 'adamId'>): boolean =>
  name !== '' && name !== adamId;

/** What an app is called; it is also found by this. */
export type Called = (data: VolumeAppData) => string;

/** The rows of a list of apps, in its order. */
export const appRows = (
  apps: readonly VolumeApp[],
  called: Called = ({ name }) => name,
): AppRow[] => {
  const places = new Map<string, number>();
  for (const app of apps) places.set(sameApp(app), (places.get(sameApp(app)) ?? 0) + 1);
  return apps.map((app) => {
    const counts = countsOf(app);
    const { adamId, location, lowAt, installs } = app.data;
    const isElsewhere = adamId !== '' && (places.get(sameApp(app)) ?? 0) > 1;
    const found = foldedText([called(app.data), adamId, location].join(' '));
    return {
      app,
      counts,
      level: stockLevel(counts, lowAt),
      failed: installs?.failed ?? 0,
      isElsewhere,
      found,
    };
  });
};

const sameApp = ({ data: { adamId, pricingParam } }: VolumeApp): string =>
  `${adamId} ${pricingParam}`;

/**
 * Rows in an order: what nobody knows comes last, and what is alike by name (those with a number
 * alone last) and location.
 */
export const sortRows = (
  rows: readonly AppRow[],
  order: AppOrder,
  compare: (a: string, b: string) => number,
): AppRow[] => {
  const byName = ({ app: { data: a } }: AppRow, { app: { data: b } }: AppRow): number =>
    Number(hasName(b)) - Number(hasName(a)) ||
    compare(a.name || a.adamId, b.name || b.adamId) ||
    compare(a.location, b.location);
  const rank: Readonly<Record<AppOrder, (row: AppRow) => number>> = {
    assigned: ({ counts }) => -(counts.assigned ?? -1),
    name: () => 0,
    free: ({ counts }) => counts.free ?? (counts.unlimited ? FREE_FOR_ALL : NOT_KNOWN),
  };
  const by = rank[order];
  return rows.toSorted((a, b) => by(a) - by(b) || byName(a, b));
};

const FREE_FOR_ALL = Number.MAX_SAFE_INTEGER - 1;
const NOT_KNOWN = Number.MAX_SAFE_INTEGER;

/**
 * Why a row wants a hand, what is red first: nothing is left, an installation failed, soon nothing
 * is left.
 */
const WANTS = ['empty', 'failed', 'low'] as const;

const wantOf = ({
  level,
  failed,
}: Pick<AppRow, 'level' | 'failed'>): (typeof WANTS)[number] | undefined => {
  if (level === 'empty') return level;
  if (failed > 0) return 'failed';
  return level === 'low' ? level : undefined;
};

/** Whether a row needs attention: nothing is left, or soon, or an installation failed. */
export const wantsHand = (row: Pick<AppRow, 'level' | 'failed'>): boolean =>
  wantOf(row) !== undefined;

/**
 * The rows that need attention, those with no free licences first, then those with a failed
 * installation, then the others; each group in its former order.
 */
export const inSections = (
  rows: readonly AppRow[],
): { readonly wanting: readonly AppRow[]; readonly others: readonly AppRow[] } => ({
  wanting: WANTS.flatMap((want) => rows.filter((row) => wantOf(row) === want)),
  others: rows.filter((row) => !wantsHand(row)),
});

/** Whether a filter shows a row. */
export const isShown = ({ level, counts, failed }: AppRow, filter: AppFilter): boolean => {
  if (filter === 'flagged') return counts.flags.length > 0;
  return filter === 'all' || (filter === 'failed' ? failed > 0 : level === filter);
};

/** How many rows each filter shows. */
export const countShown = (rows: readonly AppRow[]): Readonly<Record<AppFilter, number>> => {
  const counted = { all: rows.length, low: 0, empty: 0, failed: 0, flagged: 0 };
  for (const { level, counts, failed } of rows) {
    if (level === 'low' || level === 'empty') counted[level] += 1;
    if (failed > 0) counted.failed += 1;
    if (counts.flags.length > 0) counted.flagged += 1;
  }
  return counted;
};

/**
 * The rows that contain all of the words, in their former order; all rows if no words are given.
 */
export const findRows = (rows: readonly AppRow[], asked: string): readonly AppRow[] => {
  const isFound = foundBy(asked);
  return rows.filter(({ found }) => isFound(found));
};

/** The locations of a list by name, each once; those without a name are none. */
export const locationsOf = (
  apps: readonly Pick<VolumeApp, 'data'>[],
  compare: (a: string, b: string) => number,
): string[] => {
  const names = new Map<string, string>();
  for (const { data } of apps)
    if (data.location !== '') names.set(data.location.toLowerCase(), data.location);
  return [...names.values()].sort(compare);
};

/** What of a list is old: how many apps, and until when the oldest of them can have been so. */
export const oldOf = (
  rows: readonly AppRow[],
  now: number,
  syncedAt: SyncedAt = NEVER,
): { readonly count: number; readonly since: number } | undefined => {
  const moments = rows
    .filter(({ app }) => isOld(app.data, now, syncedAt))
    .map(({ app }) => knownUntil(app.data, syncedAt));
  if (moments.length === 0) return undefined;
  return { count: moments.length, since: moments.reduce((a, b) => Math.min(a, b)) };
};
