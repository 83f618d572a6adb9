import type { Level } from '../level/level.ts';
import type { Plan } from '../plan/plans.ts';
import { monthsOf, type ListedPrice, type PriceIndex } from '../product/price-index.ts';
import { SEGMENTS, type Segment, type VipProgramme } from '../edition/programme.ts';
import { leftToRenew, needRenewal } from './renewal-need.ts';
import { anyLevelKey } from '../reconcile/sku-likeness.ts';
import type { RenewedLine } from './renewed-lines.ts';
import { levelText, skuLevel } from '../level/sku-level.ts';
import { isConsumable, readSku, skuText, withLevel } from '../product/sku.ts';

/** A plan as it is renewed: what there is of it, what was renewed already. */
export type RenewalPlan = {
  readonly key: string;
  readonly product: string;
  readonly licenceType: Plan['licenceType'];
  /** As it was bought, or ''. */
  readonly sku: string;
  readonly owned: number;
  readonly assigned: number;
  /** The assigned count is unknown. */
  readonly assignedUnknown?: true;
  readonly renewed: number;
  /** Assigned and not renewed: so many lose access (C10). */
  readonly need: number;
  /** Sign transactions and Stock credits count to no level (adobe.md §8.48). */
  readonly isConsumable: boolean;
};

/**
 * How many to suggest: at first everything owned, and after a partial renewal the assigned licences
 * beyond it; if the assigned count is unknown, the owned ones beyond it.
 */
export const suggestedQuantity = ({
  owned,
  assigned,
  assignedUnknown,
  renewed,
  need,
}: RenewalPlan): number => {
  if (renewed === 0) return owned;
  return assigned === 0 || assignedUnknown === true ? leftToRenew({ owned, renewed }) : need;
};

/** The plans of a renewal, those that were renewed and owned by nobody before included. */
export const renewalPlans = (
  plans: readonly Plan[],
  renewed: ReadonlyMap<string, RenewedLine>,
): RenewalPlan[] => {
  const known = new Set(plans.map(({ key }) => key));
  const added = [...renewed.values()].filter(({ key }) => !known.has(key));
  const unowned = added.map((line) => ({
    ...line,
    owned: 0,
    assigned: 0,
    assignedUnknown: undefined,
  }));
  return [...plans, ...unowned].map(
    ({ key, product, licenceType, sku, owned, assigned, assignedUnknown }) => {
      const done = renewed.get(key)?.quantity ?? 0;
      const need = needRenewal({ used: assigned, renewed: done });
      return {
        key,
        product,
        licenceType,
        sku,
        owned,
        assigned,
        renewed: done,
        need,
        isConsumable: isConsumable(sku),
        ...(assignedUnknown && { assignedUnknown }),
      };
    },
  );
};

const COMMITTED = ['12', '13', '14'];
/**
 * Levels that no count of licences leads to: consumables, large government agencies (adobe.md §1).
 */
const moves = (level: string): boolean => /^0[1-4]$/.test(level) || COMMITTED.includes(level);

/**
 * The criteria for a SKU; `committed`: whether a three-year commitment applies then, undefined if
 * nobody has recorded one.
 */
export type SkuWish = {
  readonly level: Level;
  readonly segment: Segment | '';
  readonly committed?: boolean | undefined;
  /**
   * Each programme has SKUs of its own for one product (adobe.md §3); left out, all are looked
   * through.
   */
  readonly programme?: VipProgramme | undefined;
};

/**
 * The SKU that suits a plan at a level (C9): its own with the level's code, or, if unknown, the
 * price list's by name. A committed one stays committed unless the commitment is known to be over.
 * A name never means a minimum-order offer, or one for other than a year (adobe.md §3), and a name
 * shared by several products finds none.
 */
export const suitableSku = (
  { sku, product }: Pick<RenewalPlan, 'sku' | 'product'>,
  { level, segment, committed, programme }: SkuWish,
  prices: PriceIndex,
): string => {
  const read = readSku(sku);
  if (read.valid) {
    const isHeld = committed ?? COMMITTED.includes(read.level);
    const code = skuLevel(level, { segment: read.segment || segment || 'COM', committed: isHeld });
    return moves(read.level) ? withLevel(sku, code) : sku;
  }
  const isSuitable = (price: ListedPrice): boolean => {
    const listed = listedAs(price);
    if (listed === undefined) return false;
    const isOfSegment = [listed.segment, ''].includes(segment || listed.segment);
    const code = skuLevel(level, {
      segment: listed.segment || 'COM',
      committed: committed === true,
    });
    return isOfSegment && listed.level === code;
  };
  const suitable = prices.ofProduct(product).filter(isSuitable);
  const own = suitable.filter(
    (price) => programme === undefined || isOfProgramme(price.sku, programme),
  );
  const [first, ...others] = (own.length > 0 ? own : suitable).map((price) => price.sku);
  return first === undefined || others.some((other) => anyLevelKey(other) !== anyLevelKey(first))
    ? sku
    : first;
};

/**
 * Which segment and level a line of the price list is for: the segment as the list says, else by
 * the SKU's letter, which is known from lists alone (adobe.md §3); the level by the SKU, that has
 * committed ones apart, else as the list says. Undefined for an offer of a least quantity, and for
 * other than a year.
 */
const listedAs = (
  price: ListedPrice,
): { readonly segment: Segment | ''; readonly level: string } | undefined => {
  const read = readSku(price.sku);
  const isOffer = read.valid && (read.months !== YEAR || read.minimumOrder !== undefined);
  if (monthsOf(price) !== YEAR || isOffer) return undefined;
  const segment = isSegment(price.segment) ? price.segment : '';
  return {
    segment: segment || (read.valid ? read.segment : ''),
    level: read.valid ? read.level : levelText(price.level),
  };
};

const isSegment = (segment: string): segment is Segment =>
  (SEGMENTS as readonly string[]).includes(segment);

const YEAR = 12;

/**
 * Its price pool (adobe.md §3): the Marketplace's begin with C in all that was seen, those of VIP
 * with another letter.
 */
const isOfProgramme = (sku: string, programme: VipProgramme): boolean =>
  (skuText(sku)[POOL] === 'C') === (programme === 'vip-marketplace');

const POOL = 8;
