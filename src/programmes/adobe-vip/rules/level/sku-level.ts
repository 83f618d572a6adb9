import type { Level } from './level.ts';
import type { Segment } from '../edition/programme.ts';

/** A level as it is written in characters 11–12 of a SKU (adobe.md §1, §3). */
export type SkuLevel = `0${Level}` | '12' | '13' | '14';

const COMMITTED: Readonly<Record<Level, SkuLevel>> = { '1': '01', '2': '12', '3': '13', '4': '14' };

/**
 * How a level is written: committed ones have codes of their own, except in education. Committed
 * with consumables alone, licences stay at level 1, which has none (adobe.md §1, A5).
 */
export const skuLevel = (
  level: Level,
  { segment, committed }: { readonly segment: Segment; readonly committed: boolean },
): SkuLevel => (committed && segment !== 'EDU' ? COMMITTED[level] : `0${level}`);

/** A level as characters 11–12 of a SKU write it: spreadsheets take the nought in front of `01`. */
export const levelText = (written: string): string =>
  /^\d$/.test(written) ? `0${written}` : written.toUpperCase();
