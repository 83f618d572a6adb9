import { ownEntry } from '#core/own-entry.ts';
import type { SaidPlan } from '../customer/vip-customer.ts';

type Said = Readonly<Record<string, unknown>>;

/** What is said of a plan in one act each, with what tells when: the field that says it first. */
const PARTS = [
  ['owned', 'on', 'at', 'countBefore'],
  ['assigned', 'assignedAt'],
  ['sku', 'skuOn', 'skuAt'],
] as const;

/**
 * When a part was said, as what is greater the later it was; what nobody said yields to all that
 * someone did.
 */
const MOMENTS: Readonly<Record<string, ((plan: SaidPlan) => number | string) | undefined>> = {
  owned: ({ owned, at }) => (owned === undefined ? -1 : at),
  // Nobody knows when it was said: not at `at`, which moves with another part.
  assigned: ({ assigned, assignedAt = 0 }) => (assigned === undefined ? -1 : assignedAt),
  // Taken away it was said, too; left open it was not.
  sku: ({ sku, skuOn, on, skuAt }) =>
    sku === '' && skuAt === undefined
      ? ''
      : `${skuOn ?? on} ${String(skuAt ?? 0).padStart(15, '0')}`,
};

/**
 * What two devices said of one plan: how many are owned, how many are assigned and which SKU it is
 * are each that of who said it, and so neither takes back what the other said of something else.
 * What only one of them changed of `base`, which both know, stands; of two that were said the later
 * does.
 */
export const planMet = (one: unknown, other: unknown, base: unknown): unknown => {
  if (!isPlan(one) || !isPlan(other)) return undefined;
  const sides = [withSkuDay(one), withSkuDay(other)] as const;
  const was = isPlan(base) ? withSkuDay(base) : undefined;
  const known: readonly string[] = PARTS.flat();
  const rest = [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
    (field) => !known.includes(field),
  );
  const met = new Map<string, unknown>();
  for (const fields of [...PARTS, ...rest.map((field) => [field] as const)]) {
    const side = sideOf(fields, sides, was);
    for (const field of fields) if (side[field] !== undefined) met.set(field, side[field]);
  }
  return Object.fromEntries(met);
};

/**
 * A side with the day that its SKU is of: without one of its own that of its count, which may be
 * the other's once they meet. Where nobody said a SKU there is none.
 */
const withSkuDay = (side: SaidPlan & Said): SaidPlan & Said => {
  const { skuOn: _, ...rest } = side;
  const isSaid = side.sku !== '' || side.skuAt !== undefined;
  return isSaid ? { ...rest, skuOn: side.skuOn ?? side.on } : rest;
};

const isPlan = (value: unknown): value is SaidPlan & Said =>
  typeof value === 'object' && value !== null && 'product' in value;

/** Whose part stands. */
const sideOf = (
  fields: readonly [string, ...string[]],
  [one, other]: readonly [SaidPlan & Said, SaidPlan & Said],
  was: Said | undefined,
): Said => {
  const wordsOf = (side: Said): string =>
    JSON.stringify(fields.map((field) => side[field] ?? null));
  const [a, b, before] = [wordsOf(one), wordsOf(other), was && wordsOf(was)];
  if (a !== b && b === before) return one;
  if (a !== b && a === before) return other;
  const [x = 0, y = 0] = [one, other].map((side) => ownEntry(MOMENTS, fields[0])?.(side));
  return x > y || (x === y && a > b) ? one : other;
};
