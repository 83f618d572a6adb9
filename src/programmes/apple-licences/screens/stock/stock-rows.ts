import LayoutGrid from '@lucide/svelte/icons/layout-grid';
import { countsOf } from '#programmes/apple-licences/rules/app/app-counts.ts';
import type { LowStock } from '#programmes/apple-licences/rules/app/low-stock.ts';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import { NEEDS_A_HAND } from '#core/day/day.ts';
import type { formatFor } from '#core/language/format.ts';
import { appName } from '../app/app-name.ts';
import { appsShown } from '../app/apps-paths.ts';
import { firstNamed } from '#ui/first-named.ts';
import { paths } from '#ui/paths.ts';
import type { RowWithOwnWords } from '#workspace/screens/due/row-with-own-words.ts';
import type { StockWords } from '#programmes/apple-licences/words/load.ts';

type Means = { readonly words: StockWords; readonly format: ReturnType<typeof formatFor> };

const URGENCY = { empty: 'late', low: 'soon' } as const;

/** More names than these do not fit a row; the rest is counted. */
const NAMED = 2;

/**
 * The rows of home for apps that want more licences: at most one for those that are out and one for
 * those that soon are.
 */
export const stockRows = (stock: LowStock, means: Means): RowWithOwnWords[] =>
  (['empty', 'low'] as const).flatMap((level) => {
    const [first, ...others] = stock[level];
    if (first === undefined) return [];
    const words =
      others.length === 0
        ? wordsOfApp(first, level, means)
        : wordsOfApps(stock[level], level, means);
    return {
      ...undated(first, level),
      own: { ...words, day: '', note: undefined, icon: LayoutGrid },
    };
  });

/** It waits for someone, and no day says since when. */
const undated = (record: VolumeApp, level: keyof LowStock): Omit<RowWithOwnWords, 'own'> => {
  const rule = `apple-licences.stock-${level}`;
  return {
    id: rule,
    record,
    programme: 'apple-licences',
    owner: '',
    deputy: '',
    days: undefined,
    action: '',
    urgency: URGENCY[level],
    deadline: {
      rule,
      edition: '',
      from: NEEDS_A_HAND,
      on: NEEDS_A_HAND,
      warnFrom: NEEDS_A_HAND,
      action: '',
      lateAction: '',
    },
  };
};

type OwnWords = Pick<RowWithOwnWords['own'], 'number' | 'unit' | 'title' | 'object' | 'href'>;

const nameOf = ({ data }: VolumeApp, words: StockWords): string => appName(data, { apps: words });

/** For a single app the number of free licences comes first, and the row links to the app. */
const wordsOfApp = (app: VolumeApp, level: keyof LowStock, { words, format }: Means): OwnWords => {
  const { free = 0 } = countsOf(app);
  return {
    number: format.number(free),
    unit: words.units.free(free),
    title: words.buy(nameOf(app, words)),
    object: [words.levels[level], app.data.location].filter((part) => part !== '').join(' · '),
    href: paths.app(app.id),
  };
};

/** Of several how many apps, and the row leads to the list of those. */
const wordsOfApps = (
  apps: readonly VolumeApp[],
  level: keyof LowStock,
  { words, format }: Means,
): OwnWords => {
  // One app at several locations is named once.
  const names = [...new Set(apps.map((app) => nameOf(app, words)))].sort(format.compare);
  const named = format.list(firstNamed(names, NAMED, words.more));
  return {
    number: format.number(apps.length),
    unit: words.units.apps,
    title: words.buyMany,
    object: `${words.levels[level]}: ${named}`,
    href: appsShown(level),
  };
};
