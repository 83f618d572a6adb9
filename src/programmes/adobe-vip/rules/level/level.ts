import type { LevelEdition } from './level-editions.ts';
import { isConsumable } from '../product/sku.ts';

/** The discount levels of VIP Select and the Marketplace, the lowest first (adobe.md §1). */
export const LEVELS = ['1', '2', '3', '4'] as const;

/** A discount level. */
export type Level = (typeof LEVELS)[number];

/** A level, or that there is none: nothing countable is owned or ordered. */
export type LevelOrNone = Level | 'none';

/**
 * How many of something, and whether it is a consumable (Sign transactions, Stock credits), which
 * counts to no level.
 */
export type LevelLine = { readonly quantity: number; readonly isConsumable?: boolean };

/** How many licences count towards the level: consumables are separate (adobe.md §1, §8.48). */
export const countableOf = (lines: readonly LevelLine[]): number =>
  lines.reduce(
    (sum, { quantity, isConsumable }) => (isConsumable === true ? sum : sum + quantity),
    0,
  );

/** How many of the licences that a customer owns count to the level. */
export const countableOwned = (
  plans: readonly { readonly sku: string; readonly owned: number }[],
): number =>
  countableOf(
    plans.map(({ sku, owned }) => ({ quantity: owned, isConsumable: isConsumable(sku) })),
  );

/** From how many licences on a level holds. */
export const leastOf = (level: Level, edition: LevelEdition): number =>
  edition.from[LEVELS.indexOf(level)] ?? 1;

/**
 * The level of so many countable licences: "10 or more" also at the look-back, where one page says
 * "more than 10".
 */
export const levelOf = (countable: number, edition: LevelEdition): LevelOrNone =>
  LEVELS.findLast((level) => countable >= leastOf(level, edition)) ?? 'none';

/**
 * The level that prices and SKUs are of where a level or none holds: the lowest has no minimum
 * (adobe.md §1, R4).
 */
export const pricedLevel = (level: LevelOrNone): Level => (level === 'none' ? '1' : level);

/** The higher of two levels; any level is higher than none. */
export const higherLevel = (a: LevelOrNone, b: LevelOrNone): LevelOrNone =>
  b === 'none' || (a !== 'none' && a > b) ? a : b;

/**
 * The level an order is bought at: one of its size reaches it, and one reached before holds for any
 * size (adobe.md §1).
 */
export const levelOfOrder = (
  lines: readonly LevelLine[],
  held: LevelOrNone,
  edition: LevelEdition,
): LevelOrNone => higherLevel(held, levelOf(countableOf(lines), edition));

/** A level, and how many more licences it takes. */
export type NextLevel = { readonly level: Level; readonly more: number };

/**
 * The level above the one that holds, and how many more of so many licences it takes; undefined at
 * the highest.
 */
export const nextLevel = (
  countable: number,
  holds: LevelOrNone,
  edition: LevelEdition,
): NextLevel | undefined => {
  const level = LEVELS.find((higher) => higher > pricedLevel(holds));
  return level === undefined ? undefined : { level, more: leastOf(level, edition) - countable };
};

/**
 * The level that a text of the console names: `2`, `Level 2`, `02`, or committed `12`; undefined
 * where it names none.
 */
export const levelIn = (text: string): Level | undefined => {
  const [, digit] = /^\D*[01]?([1-4])$/.exec(text.trim()) ?? [];
  return LEVELS.find((level) => level === digit);
};
