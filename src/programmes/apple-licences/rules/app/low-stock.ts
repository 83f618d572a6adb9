import { countsOf } from './app-counts.ts';
import { stockLevel } from './licence-stock.ts';
import type { VolumeApp } from './volume-app.ts';

/** Apps that need more licences (B8): those with none free, and those with few. */
export type LowStock = { readonly empty: readonly VolumeApp[]; readonly low: readonly VolumeApp[] };

/**
 * The apps that need more licences, in their former order. Apps with unknown counts or without
 * owned licences need none.
 */
export const lowStock = (apps: readonly VolumeApp[]): LowStock => {
  const found = { empty: [] as VolumeApp[], low: [] as VolumeApp[] };
  for (const app of apps) {
    const level = stockLevel(countsOf(app), app.data.lowAt);
    if (level === 'empty' || level === 'low') found[level].push(app);
  }
  return found;
};
