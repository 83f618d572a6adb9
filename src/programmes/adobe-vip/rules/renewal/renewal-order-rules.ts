import type { Day } from '#core/day/day.ts';
import { ok, refuse, type Problem, type Refusal, type Result } from '#core/result.ts';
import type { VipProgramme } from '../edition/programme.ts';
import type { RenewalEdition } from './renewal-editions.ts';
import { renewalDays } from './renewal-stage.ts';

/**
 * When a renewal was ordered: `early` is the Marketplace's word for before the anniversary, `late`
 * is after it in both.
 */
export type RenewalTiming = 'early' | 'in-window' | 'late';

/**
 * What an order on a day is called. The anniversary itself is neither early nor late: VIP is due
 * then, the Marketplace's own automatic renewal runs then (adobe.md §0, §4).
 */
export const renewalTiming = (
  orderDate: Day,
  anniversary: Day,
  programme: VipProgramme,
): RenewalTiming => {
  if (orderDate > anniversary) return 'late';
  return programme === 'vip-marketplace' && orderDate < anniversary ? 'early' : 'in-window';
};

/**
 * A product and its quantity; the levels of a product share the key (the first ten characters of
 * the SKU).
 */
export type RenewalLine = { readonly product: string; readonly quantity: number };

/** The day of a renewal order, as the rules need it. */
export type RenewalDay = {
  readonly orderDate: Day;
  /**
   * The day the licences renew: after an early order the one that stays, not the anniversary that
   * moved (adobe.md §8.46).
   */
  readonly anniversary: Day;
  readonly programme: VipProgramme;
  readonly edition: RenewalEdition;
};

type DayProblem = Problem<'renewal-too-early' | 'renewal-too-late'>;
type LineProblem = Problem<'late-renewal-new-product' | 'late-renewal-too-many'>;

/** Why a renewal is refused, for which the words of renewals have sentences of their own. */
export type RenewalProblem =
  | DayProblem
  | LineProblem
  | Problem<'lines-needed' | 'renewal-ended-already'>;

/**
 * Whether a renewal may be ordered on a day; after the last one only a new purchase helps (adobe.md
 * §4, §8.38, §8.40).
 */
export const allowRenewalOn = (order: RenewalDay): Result<RenewalTiming, DayProblem> => {
  const { orderDate, anniversary, programme, edition } = order;
  const { windowOpens, lastOrderDay } = renewalDays(anniversary, edition);
  if (orderDate < windowOpens)
    return refuse('renewal-too-early', 'orderDate', { from: windowOpens });
  if (orderDate > lastOrderDay)
    return refuse('renewal-too-late', 'orderDate', { until: lastOrderDay });
  return ok(renewalTiming(orderDate, anniversary, programme));
};

const totals = (lines: readonly RenewalLine[]): ReadonlyMap<string, number> =>
  lines.reduce(
    (sums, { product, quantity }) => sums.set(product, (sums.get(product) ?? 0) + quantity),
    new Map<string, number>(),
  );

// "Same products, quantity ≤ former" (adobe.md §4, §8.41): lines of the same product count
// together.
const lateLinesProblem = (
  lines: readonly RenewalLine[],
  former: readonly RenewalLine[],
): Refusal<LineProblem['code']> | undefined => {
  const owned = totals(former);
  for (const [product, quantity] of totals(lines)) {
    const most = owned.get(product);
    if (most === undefined) return refuse('late-renewal-new-product', 'product', { product });
    if (quantity > most) return refuse('late-renewal-too-many', 'quantity', { product, most });
  }
  return undefined;
};

/**
 * Whether a renewal order may be placed, by its day and, when it is late in the Marketplace, by its
 * lines. `former` is what was owned at the anniversary and is not renewed yet.
 */
export const allowRenewalOrder = (
  order: RenewalDay & {
    readonly lines: readonly RenewalLine[];
    readonly former: readonly RenewalLine[];
  },
): Result<RenewalTiming, DayProblem | LineProblem> => {
  const allowed = allowRenewalOn(order);
  if (!allowed.ok || allowed.value !== 'late' || order.programme !== 'vip-marketplace')
    return allowed;
  return lateLinesProblem(order.lines, order.former) ?? allowed;
};
