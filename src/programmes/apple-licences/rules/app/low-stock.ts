import { countsOf } from './app-counts.ts';
import { stockLevel } from './licence-stock.ts';
import type { VolumeApp } from './volume-app.ts';

/** Apps that want more licences (B8): those of which none is free, and those of which few are. */
export type LowStock = { readonly empty: readonly VolumeApp[]; readonly low: readonly VolumeApp[] };

/**
 * The apps that want more licences, as they stood. What nobody said, and what nobody owns, wants
 * none.
 */
export const lowStock = (apps: readonly VolumeApp[]): LowStock => {
  const found = { empty: [] as VolumeApp[], low: [] as VolumeApp[] };
  for (const app of apps) {
    const level = stockLevel(countsOf(app), app.data.lowAt);
    if (level === 'empty' || level === 'low') found[level].push(app);
  }
  return found;
};
