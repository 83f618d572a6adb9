import { committedAt } from '#programmes/adobe-vip/rules/renewal/committed-renewal.ts';
import { pricedLevel, type LevelOrNone } from '#programmes/adobe-vip/rules/level/level.ts';
import { levelEditions } from '#programmes/adobe-vip/rules/level/level-editions.ts';
import type { RenewalRow } from '#programmes/adobe-vip/rules/renewal/renewal-overview.ts';
import {
  priceIndex,
  type ListedPrice,
  type PriceIndex,
} from '#programmes/adobe-vip/rules/product/price-index.ts';
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
import type { App } from '#ui/app.svelte.ts';
import { csvTable, saveTable } from '#ui/csv-table.ts';
import type { Texts } from '#ui/text.ts';
import { loadAdobeVipWords } from '#programmes/adobe-vip/words/load.ts';
import { listedPrices } from './listed-prices.ts';

/** What the file takes from beside the rows. */
type AroundRenewals = {
  readonly prices: readonly ListedPrice[];
  readonly editions: ChosenEditions | undefined;
  readonly today: Day;
};

/** A product that a customer renews, or a customer that has none. */
type Line = {
  readonly row: RenewalRow;
  readonly level: LevelOrNone;
  readonly plan: RenewalPlan | undefined;
};

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

/** '' if the assigned count is unknown: a zero would look like a count. */
const unknownTo = ({ assignedUnknown }: RenewalPlan, count: number): number | '' =>
  assignedUnknown ? '' : count;

/** What renews by itself is not known to be missing. */
const missingOf = ({ need }: RenewalPlan, { end, renewal }: RenewalRow): number =>
  end === undefined && renewal.renewsItself ? 0 : need;

const anniversaryOf = ({ end, renewal }: RenewalRow): Day => (end ?? renewal).anniversary;

const isOver = ({ group, end }: RenewalRow): boolean => group === 'done' || end !== undefined;

const linesOf = (row: RenewalRow, editions: ChosenEditions | undefined): Line[] => {
  const { plans } = row.end ?? row.renewal;
  const level = levelOfRow(row, editions);
  return plans.length === 0
    ? [{ row, level, plan: undefined }]
    : plans.map((plan) => ({ row, level, plan }));
};

/** The SKU that the product is ordered under at the level that the whole order reaches. */
const skuOf = (plan: RenewalPlan, { row, level }: Line, prices: PriceIndex): string => {
  const { segment, programme } = row.customer.data;
  const committed = committedAt(row.customer.data, anniversaryOf(row));
  return suitableSku(plan, { level: pricedLevel(level), segment, programme, committed }, prices);
};

/** The overview as a csv file, a line for each product. */
export const renewalTable = (
  rows: readonly RenewalRow[],
  given: AroundRenewals,
  { vipRenewals: words, language }: Pick<Texts, 'vipRenewals' | 'language'>,
): Promise<string> => {
  const heads = words.csvHeads;
  const prices = priceIndex(given.prices, { day: given.today, currency: '' });
  type OfPlan = (plan: RenewalPlan, line: Line) => string | number;
  const ofPlan = (value: OfPlan) => (line: Line) =>
    line.plan === undefined ? '' : value(line.plan, line);
  return csvTable<Line>(
    [
      [heads.customer, ({ row }) => row.customer.data.name],
      [heads.vipId, ({ row }) => row.customer.data.vipId],
      [heads.state, ({ row }) => words.groups[row.group]],
      [heads.anniversary, ({ row }) => anniversaryOf(row)],
      [heads.lastDay, ({ row }) => row.end?.lastDay ?? row.renewal.standing.lastOrderDay],
      [heads.product, ofPlan(({ product }) => product)],
      [
        heads.level,
        ofPlan(({ isConsumable }, { level }) => (isConsumable || level === 'none' ? '' : level)),
      ],
      [heads.sku, ofPlan((plan, line) => skuOf(plan, line, prices))],
      [heads.owned, ofPlan(({ owned }) => owned)],
      [heads.assigned, ofPlan((plan) => unknownTo(plan, plan.assigned))],
      [heads.renewed, ofPlan(({ renewed }) => renewed)],
      [heads.missing, ofPlan((plan, { row }) => unknownTo(plan, missingOf(plan, row)))],
      [heads.suggested, ofPlan((plan, { row }) => (isOver(row) ? 0 : suggestedQuantity(plan)))],
    ],
    rows.flatMap((row) => linesOf(row, given.editions)),
    language,
  );
};

/** Hands the overview to the device as a file of the day. */
export const saveRenewals = async (
  { records, today, workspace }: Pick<App, 'records' | 'today' | 'workspace'>,
  rows: readonly RenewalRow[],
  { language }: Pick<Texts, 'language'>,
): Promise<void> => {
  const [vipRenewals, prices] = await Promise.all([
    loadAdobeVipWords(language, 'vipRenewals'),
    listedPrices(records),
  ]);
  const given = { prices, editions: workspace?.data.editions, today };
  saveTable(vipRenewals.csvName, today, await renewalTable(rows, given, { vipRenewals, language }));
};
