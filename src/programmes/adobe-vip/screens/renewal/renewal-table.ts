import { committedAt } from '#programmes/adobe-vip/rules/renewal/committed-renewal.ts';
import { pricedLevel, type LevelOrNone } from '#programmes/adobe-vip/rules/level/level.ts';
import { levelEditions } from '#programmes/adobe-vip/rules/level/level-editions.ts';
import type { RenewalRow } from '#programmes/adobe-vip/rules/renewal/renewal-overview.ts';
import { priceIndex, type ListedPrice } from '#programmes/adobe-vip/rules/product/price-index.ts';
import { levelOfRenewal } from '#programmes/adobe-vip/rules/renewal/renewal-level.ts';
import {
  suggestedQuantity,
  suitableSku,
  type RenewalPlan,
} from '#programmes/adobe-vip/rules/renewal/renewal-suggestion.ts';
import {
  chosenEdition,
  type ChosenEditions,
} from '#programmes/adobe-vip/rules/edition/vip-edition.ts';
import type { Day } from '#core/day/day.ts';
import { sheetText } from '#ui/sheet-text.ts';
import type { Texts } from '#ui/text.ts';

const HEADS = [
  'customer',
  'vipId',
  'state',
  'anniversary',
  'lastDay',
  'product',
  'level',
  'sku',
  'owned',
  'assigned',
  'renewed',
  'missing',
  'suggested',
] as const;

const levelOfRow = (
  { customer: { data }, renewal }: RenewalRow,
  editions: ChosenEditions | undefined,
): LevelOrNone => {
  const edition = chosenEdition(levelEditions, data.programme, data.editions, editions);
  const chosen = Object.fromEntries(
    renewal.plans.map((plan) => [plan.key, suggestedQuantity(plan)]),
  );
  return levelOfRenewal({ renewal, chosen, data }, edition);
};

const unknownTo = ({ assignedUnknown }: RenewalPlan, count: number): number | '' =>
  assignedUnknown ? '' : count;

/**
 * The overview as a csv file, a line for each product: a semicolon between cells in Swedish, a
 * comma in English.
 */
export const renewalTable = (
  rows: readonly RenewalRow[],
  given: {
    readonly prices: readonly ListedPrice[];
    readonly editions: ChosenEditions | undefined;
    readonly today: Day;
  },
  { vipRenewals: words, language }: Pick<Texts, 'vipRenewals' | 'language'>,
): string => {
  const prices = priceIndex(given.prices, { day: given.today, currency: '' });
  const lines = rows.flatMap((row) => {
    const { customer, renewal, group, end } = row;
    const { anniversary, plans } = end ?? renewal;
    const isOver = group === 'done' || end !== undefined;
    const { name, vipId, segment, programme } = customer.data;
    const about = [
      name,
      vipId,
      words.groups[group],
      anniversary,
      end?.lastDay ?? renewal.standing.lastOrderDay,
    ];
    const level = levelOfRow(row, given.editions);
    const wish = {
      level: pricedLevel(level),
      segment,
      programme,
      committed: committedAt(customer.data, anniversary),
    };
    if (plans.length === 0) return [[...about, ...HEADS.slice(about.length).map(() => '')]];
    // What renews by itself is not known to be missing.
    const missingOf = (need: number): number =>
      end === undefined && renewal.renewsItself ? 0 : need;
    return plans.map((plan) => [
      ...about,
      plan.product,
      plan.isConsumable || level === 'none' ? '' : level,
      suitableSku(plan, wish, prices),
      // Nobody said how many are assigned: a nought would be told as a number.
      ...[plan.owned, unknownTo(plan, plan.assigned), plan.renewed].map(String),
      ...[unknownTo(plan, missingOf(plan.need)), isOver ? 0 : suggestedQuantity(plan)].map(String),
    ]);
  });
  const heads = HEADS.map((head) => words.csvHeads[head]);
  return sheetText([heads, ...lines], language);
};
