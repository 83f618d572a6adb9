import { committedAt } from '#programmes/adobe-vip/rules/renewal/committed-renewal.ts';
import { levelEditions } from '#programmes/adobe-vip/rules/level/level-editions.ts';
import { levelHeld, levelLine } from '#programmes/adobe-vip/rules/level/level-held.ts';
import {
  countableOf,
  levelOfOrder,
  nextLevel,
  pricedLevel,
  type Level,
  type LevelOrNone,
  type NextLevel,
} from '#programmes/adobe-vip/rules/level/level.ts';
import type { CustomerBook } from '#programmes/adobe-vip/rules/plan/plans.ts';
import { NO_PRICES } from '#programmes/adobe-vip/rules/product/price-index.ts';
import {
  suitableSku,
  type SkuWish,
} from '#programmes/adobe-vip/rules/renewal/renewal-suggestion.ts';
import { readSku, skuText } from '#programmes/adobe-vip/rules/product/sku.ts';
import {
  chosenEdition,
  type ChosenEditions,
} from '#programmes/adobe-vip/rules/edition/vip-edition.ts';
import type { Day } from '#core/day/day.ts';

/** The discount level of an order that is being placed (C4, C14). */
export type OrderLevel = {
  readonly level: LevelOrNone;
  /** The level above, and how many more licences of the same order reach it. */
  readonly next: NextLevel | undefined;
  /**
   * The SKU of this level for one of another; '' where it is of this level, or of none that counts.
   */
  readonly skuFor: (sku: string) => string;
  /**
   * The SKU to order a line by: its own, on this level where that is higher, and where it has none
   * the price list's for its product; '' where there is none.
   */
  readonly suited: (line: { readonly sku: string; readonly product: string }) => string;
};

/**
 * The level of so many licences ordered on a day; `chosen` are the workspace's editions, `prices`
 * those that hold on that day.
 */
export const orderLevelOf = (
  book: CustomerBook,
  order: {
    readonly lines: readonly { readonly sku: string; readonly quantity: number }[];
    readonly day: Day;
    readonly today?: Day;
  },
  chosen: ChosenEditions | undefined,
  prices = NO_PRICES,
): OrderLevel => {
  const { data } = book.customer;
  const edition = chosenEdition(levelEditions, data.programme, data.editions, chosen);
  const lines = order.lines.map(levelLine);
  const level = levelOfOrder(lines, levelHeld(book, order.day, edition, order.today), edition);
  const { segment, programme } = data;
  const wish = {
    level: pricedLevel(level),
    segment,
    programme,
    committed: committedAt(data, order.day),
  };
  const onLevel = (sku: string, wished: SkuWish): string =>
    suitableSku({ sku, product: '' }, wished, NO_PRICES);
  const skuFor = (sku: string): string => {
    const suited = onLevel(sku, wish);
    return suited === skuText(sku) || suited === sku ? '' : suited;
  };
  // Of a customer whose earlier orders are not all here the level may be higher than what is known
  // of it.
  const suited: OrderLevel['suited'] = (line) => {
    const found = suitableSku(line, wish, prices);
    return stepOf(found) < stepOf(line.sku)
      ? onLevel(line.sku, { ...wish, level: levelOf(line.sku) })
      : found;
  };
  return { level, next: nextLevel(countableOf(lines), level, edition), skuFor, suited };
};

/** The level of a SKU that a commitment or none has; whether it holds still, who asks knows. */
const levelOf = (sku: string): Level => String(stepOf(sku)) as Level;

/** The step of a SKU's level, with a commitment or without: 1 to 4, 0 where it cannot be read. */
const stepOf = (sku: string): number => {
  const read = readSku(sku);
  return read.valid && /^\d\d$/.test(read.level) ? Number(read.level.slice(-1)) : 0;
};
