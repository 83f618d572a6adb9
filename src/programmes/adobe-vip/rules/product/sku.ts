import { ownEntry } from '#core/own-entry.ts';
import type { Segment } from '../edition/programme.ts';

/**
 * What a SKU says of itself (adobe.md §3). One that cannot be read is a reason to warn, never an
 * error.
 */
export type Sku =
  | { readonly valid: false }
  | {
      readonly valid: true;
      /** The product, whatever the level: what SKUs are joined by (adobe.md §3, W4). */
      readonly productKey: string;
      /** '' when its letter is none of the three known ones. */
      readonly segment: Segment | '';
      readonly level: string;
      readonly months: number;
      /** The least quantity of a minimum-order offer. */
      readonly minimumOrder?: number;
    };

const SHAPE = /^(\d{8}[A-Z]([A-Z]))([0-9A-Z]{2})([0-9A-Z])(\d{2})$/;
const LEVEL = /^[0-9A-Z]{2}$/;
const SEGMENT_LETTERS: Readonly<Record<string, Segment>> = { A: 'COM', B: 'EDU', C: 'GOV' };
const MINIMUM_ORDERS: Readonly<Record<string, number>> = { X: 100, Y: 250, Z: 500 };

/**
 * A SKU as it is kept and compared: lists and mails write it in parts and in small letters, too.
 */
export const skuText = (text: string): string => text.replace(/\s/g, '').toUpperCase();

/** Reads product, segment, level, months and least quantity out of a SKU. */
export const readSku = (text: string): Sku => {
  const [, productKey, letter = '', level = '', offer = '', months] =
    SHAPE.exec(skuText(text)) ?? [];
  if (productKey === undefined) return { valid: false };
  const minimumOrder = ownEntry(MINIMUM_ORDERS, offer);
  return {
    valid: true,
    productKey,
    segment: ownEntry(SEGMENT_LETTERS, letter) ?? '',
    level,
    months: Number(months),
    ...(minimumOrder === undefined ? {} : { minimumOrder }),
  };
};

/**
 * Consumables have price tiers of their own, T1 and onwards, where licences have a level (adobe.md
 * §3).
 */
export const isConsumable = (sku: string): boolean => {
  const read = readSku(sku);
  return read.valid && read.level.startsWith('T');
};

/**
 * The SKU of the same product on another level (`02`, `TA`), or '' when either cannot be read.
 * Whether it is sold, only a price list can tell.
 */
export const withLevel = (sku: string, level: string): string => {
  const text = skuText(sku);
  return SHAPE.test(text) && LEVEL.test(level) ? text.slice(0, 10) + level + text.slice(12) : '';
};
