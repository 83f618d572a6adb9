import { ownEntry } from '#core/own-entry.ts';
import type { RecordedPlan } from '../customer/vip-customer.ts';

type PlanFields = Readonly<Record<string, unknown>>;

/** The parts of a plan that are recorded separately, each with the field that shows when, first. */
const PARTS = [
  ['owned', 'on', 'at', 'countBefore'],
  ['assigned', 'assignedAt'],
  ['sku', 'skuOn', 'skuAt'],
] as const;

/**
 * When a part was recorded, as a value that is greater the later it was; a part that nobody
 * recorded loses to any that someone did.
 */
const MOMENTS: Readonly<Record<string, ((plan: RecordedPlan) => number | string) | undefined>> = {
  owned: ({ owned, at }) => (owned === undefined ? -1 : at),
  // When it was recorded is unknown: not at `at`, which changes with another part.
  assigned: ({ assigned, assignedAt = 0 }) => (assigned === undefined ? -1 : assignedAt),
  // Removing it counts as recording it; leaving it empty does not.
  sku: ({ sku, skuOn, on, skuAt }) =>
    sku === '' && skuAt === undefined
      ? ''
      : `${skuOn ?? on} ${String(skuAt ?? 0).padStart(15, '0')}`,
};

/**
 * Merges what two devices recorded on one plan: owned count, assigned count and SKU are each taken
 * from the side that recorded it, so neither reverts the other's change to another part. A part
 * that only one side changed from `base`, which both know, is kept; if both did, the later one
 * wins.
 */
export const planMet = (left: unknown, right: unknown, base: unknown): unknown => {
  if (!isPlan(left) || !isPlan(right)) return undefined;
  const sides = [withSkuDay(left), withSkuDay(right)] as const;
  const was = isPlan(base) ? withSkuDay(base) : undefined;
  const known: readonly string[] = PARTS.flat();
  const rest = [...new Set([...Object.keys(left), ...Object.keys(right)])].filter(
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
 * A side with the day of its SKU: without its own, the day of its count, which may be replaced by
 * the other's in the merge. Without a SKU there is none.
 */
const withSkuDay = (side: RecordedPlan & PlanFields): RecordedPlan & PlanFields => {
  const { skuOn: _, ...rest } = side;
  const hasSku = side.sku !== '' || side.skuAt !== undefined;
  return hasSku ? { ...rest, skuOn: side.skuOn ?? side.on } : rest;
};

const isPlan = (value: unknown): value is RecordedPlan & PlanFields =>
  typeof value === 'object' && value !== null && 'product' in value;

/** Which side's part is kept. */
const sideOf = (
  fields: readonly [string, ...string[]],
  [left, right]: readonly [RecordedPlan & PlanFields, RecordedPlan & PlanFields],
  was: PlanFields | undefined,
): PlanFields => {
  const wordsOf = (side: PlanFields): string =>
    JSON.stringify(fields.map((field) => side[field] ?? null));
  const [a, b, before] = [wordsOf(left), wordsOf(right), was && wordsOf(was)];
  if (a !== b && b === before) return left;
  if (a !== b && a === before) return right;
  const [x = 0, y = 0] = [left, right].map((side) => ownEntry(MOMENTS, fields[0])?.(side));
  return x > y || (x === y && a > b) ? left : right;
};
