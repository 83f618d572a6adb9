import type { Day } from '#core/day/day.ts';
import { foreignText } from '#core/text/foreign-text.ts';
import type {
  ImportPlan,
  IncomingFile,
  Known,
  ParentPlan,
} from '#programmes/apple-credit/import/plan/planned.ts';
import { orderKey } from '#programmes/apple-credit/rules/order/order-key.ts';
import type { CreditDryRun } from '#programmes/apple-credit/work/import/trial.ts';
import type { Texts } from '#ui/text.ts';
import { objectWords } from '#workspace/screens/due/deadline-words.ts';
import {
  optionsOf,
  valueOf,
  type DestinationGroups,
  type DestinationOption,
} from '#workspace/screens/import/dry-run/questions/destinations.ts';
import type { PlaceQuestion } from '#workspace/screens/import/importing.ts';

/** Where the codes of some sheets are put; undefined where those hold none. */
export const codesQuestion = (
  { plan, known, waiting, file }: CreditDryRun,
  suggested: CreditDryRun,
  text: Texts,
  asked: readonly string[],
): PlaceQuestion | undefined => {
  const sheets = waiting.sheets
    .filter(({ kind, name }) => kind === 'codes' && asked.includes(name))
    .map(({ name }) => name);
  if (sheets.length === 0) return undefined;
  return {
    title: text.import.asksDestination,
    why: [
      ...ordersNamed(file, sheets).map((number) => numberWords(number, known, text)),
      text.import.asksDestinationWhy,
    ].join(' '),
    sheets,
    groups: destinationsFor(plan, suggestedFor(suggested, asked), known, text),
  };
};

/** The order numbers that are given for codes as a whole, as above them, each once. */
const ordersNamed = (
  { sheets }: Pick<IncomingFile, 'sheets'>,
  asked: readonly string[],
): readonly string[] => {
  const numbers = sheets
    .filter(({ name }) => asked.includes(name))
    .map(({ metadata }) => metadata.orderNumber ?? '');
  return [...new Set(numbers)].filter((number) => number !== '');
};

const numberWords = (
  number: string,
  { orders }: Pick<Known, 'orders'>,
  { import: { orderGiven } }: Pick<Texts, 'import'>,
): string => {
  const here = orders.filter(
    ({ trashedOn, data }) => trashedOn === '' && orderKey(data.orderNumber) === orderKey(number),
  );
  return orderGiven(foreignText(number), here.length);
};

/**
 * Everything codes without an order can be put under (A5: one question, which order, or a batch
 * without one).
 */
const destinationsFor = (
  plan: ImportPlan,
  suggested: readonly ParentPlan[],
  known: Known,
  text: Texts,
): DestinationGroups => {
  const words = text.import;
  const live = <R extends { readonly trashedOn: string }>(all: readonly R[]): R[] =>
    all.filter(({ trashedOn }) => trashedOn === '');
  const dayOf = (day: Day): string => (day === '' ? '' : text.format.dayLong(day, ''));
  const orders = optionsOf(
    live(known.orders).map(({ id, data }) => {
      const amount = data.amount === '' ? [] : [text.format.money(data.amount, data.currency)];
      return {
        id,
        label: [data.orderNumber || words.orderWithout, ...amount].join(', '),
        more: [
          data.purchaserName || data.purchaserAppleId,
          data.institution,
          dayOf(data.orderDate),
          data.purchaserAppleId,
        ],
      };
    }),
  );
  const batches = optionsOf(
    live(known.batches).map((batch) => {
      const { product, orderNumber, buyer, purchaseDate, purchased } = batch.data;
      const codes = purchased === undefined ? '' : words.codes(purchased);
      return {
        id: batch.id,
        label: objectWords(batch, text),
        more: [product, orderNumber, buyer, dayOf(purchaseDate), codes],
      };
    }),
  );
  const holders = [...orders, ...batches]
    .filter(({ value }) => plan.holders.some((id) => value === valueOf({ id })))
    .map(({ value, label }) => ({ value, label: words.holdsSome(label) }));
  const rest = (options: DestinationOption[]): DestinationOption[] =>
    options.filter(({ value }) => !holders.some((holder) => holder.value === value));
  return [
    {
      label: words.groupSuggested,
      options: [{ value: 'as-suggested', label: suggestionOf(suggested, text) }, ...holders],
    },
    { label: words.groupOrders, options: rest(orders) },
    { label: words.groupBatches, options: rest(batches) },
  ].filter(({ options }) => options.length > 0);
};

/** The orders and batches that the codes of some sheets come under if nobody says otherwise. */
const suggestedFor = (
  { plan, waiting }: Pick<CreditDryRun, 'plan' | 'waiting'>,
  sheets: readonly string[],
): readonly ParentPlan[] => {
  const filled = plan.parents.filter(({ codes }) => codes > 0);
  const isOfAll = waiting.sheets.every(({ name }) => sheets.includes(name));
  if (isOfAll) return filled;
  const places = new Set(
    waiting.sheets.flatMap(({ name }, at) => (sheets.includes(name) ? [at] : [])),
  );
  const under = new Set(
    plan.codes.filter(({ sheet }) => places.has(sheet)).map(({ parent }) => parent),
  );
  return filled.filter(({ id }) => under.has(id));
};

/** The orders that the codes of a sheet say they are of. */
export const ordersSaid = ({ sheets }: IncomingFile, sheet: string): string => {
  const { rows = [], metadata } = sheets.find(({ name }) => name === sheet) ?? {};
  const numbers = rows.map((row) => orderKey(row.orderNumber || (metadata?.orderNumber ?? '')));
  return [...new Set(numbers)].toSorted().join(' ');
};

/**
 * What happens if the user chooses nothing: the names of the orders or batches that the file leads
 * to.
 */
const suggestionOf = (targets: readonly ParentPlan[], { import: words }: Texts): string => {
  const [only, ...more] = targets;
  if (only === undefined) return words.eachItsOwn;
  if (more.length > 0)
    return targets.every(({ state }) => state !== 'existing')
      ? words.newBatches(targets.length)
      : words.eachItsOwn;
  return only.state === 'existing' ? only.name : words.newBatch(only.name);
};
