import type { Destination } from '#core/import/choice.ts';
import type { ImportPlan, Known } from '#programmes/apple-credit/import/import-rows.ts';
import type { LicenceDryRun } from '#data/import/licence-trial.ts';
import { objectWords } from '../../due/deadline-words.ts';
import type { Texts } from '#ui/text.ts';

/** A place where codes may go, as an option of a native list. */
export type DestinationOption = { readonly value: string; readonly label: string };

/** The options in groups: what the file suggests, orders, batches. */
export type DestinationGroups = readonly {
  readonly label: string;
  readonly options: readonly DestinationOption[];
}[];

/** A destination as the value of an option: its word, or `to ` and the id. */
export const valueOf = (destination: Destination): string =>
  typeof destination === 'string' ? destination : `to ${destination.id}`;

/** Takes only what `valueOf` wrote. */
export const destinationOf = (value: string): Destination =>
  value === 'as-suggested' || value === 'new-batch' ? value : { id: value.slice(3) };

/**
 * Everything codes without an order can be put under (A5: one question, which order, or a batch
 * without one).
 */
export const destinationsFor = (
  plan: ImportPlan,
  asSuggested: ImportPlan,
  known: Known,
  text: Texts,
): DestinationGroups => {
  const words = text.import;
  const live = <R extends { readonly trashedOn: string }>(all: readonly R[]): R[] =>
    all.filter(({ trashedOn }) => trashedOn === '');
  const orders = live(known.orders).map(({ id, data }) => {
    const amount = data.amount === '' ? [] : [text.format.money(data.amount, data.currency)];
    return {
      value: `to ${id}`,
      label: [data.orderNumber || words.orderWithout, ...amount].join(', '),
    };
  });
  const batches = live(known.batches).map((batch) => ({
    value: `to ${batch.id}`,
    label: objectWords(batch, text),
  }));
  const holders = [...orders, ...batches]
    .filter(({ value }) => plan.holders.some((id) => value === `to ${id}`))
    .map(({ value, label }) => ({ value, label: words.holdsSome(label) }));
  const rest = (options: DestinationOption[]): DestinationOption[] =>
    options.filter(({ value }) => !holders.some((holder) => holder.value === value));
  return [
    {
      label: words.groupSuggested,
      options: [{ value: 'as-suggested', label: suggestionOf(asSuggested, text) }, ...holders],
    },
    { label: words.groupOrders, options: rest(orders) },
    { label: words.groupBatches, options: rest(batches) },
  ].filter(({ options }) => options.length > 0);
};

/**
 * The locations that rows may belong to which do not say it themselves; undefined where nothing is
 * to choose.
 */
export const placesFor = (
  { plan, known }: LicenceDryRun,
  { import: { lists } }: Texts,
): DestinationGroups | undefined => {
  if (!plan.asksPlace) return undefined;
  const tokens = known.tokens.filter(({ trashedOn }) => trashedOn === '');
  return [
    {
      label: lists.groupPlaces,
      options: tokens.map(({ id, data }) => ({
        value: `to ${id}`,
        label: data.location || data.name,
      })),
    },
    {
      label: lists.groupOthers,
      options: [
        { value: 'as-suggested', label: lists.asListSays },
        { value: 'new-batch', label: lists.noPlace },
      ],
    },
  ];
};

/**
 * The apps that a list of installations may be about, where it does not say so; undefined where
 * nothing is to choose.
 */
export const appsFor = (
  { plan }: LicenceDryRun,
  { import: { lists } }: Texts,
): DestinationGroups | undefined => {
  if (plan.asksApp.length === 0) return undefined;
  const apps = plan.asksApp.map(({ id, name, location, rows }) => ({
    value: `to ${id}`,
    label: lists.appRows([name, location].filter((part) => part !== '').join(', '), rows),
  }));
  return [
    { label: lists.asksApp, options: [{ value: 'as-suggested', label: lists.chooseApp }] },
    { label: lists.groupApps, options: apps },
  ];
};

/**
 * What happens when nothing is chosen: the names of the orders or batches that the file leads to.
 */
const suggestionOf = ({ parents }: ImportPlan, { import: words }: Texts): string => {
  const targets = parents.filter(({ codes }) => codes > 0);
  const [only, ...more] = targets;
  if (only === undefined) return words.eachItsOwn;
  if (more.length > 0)
    return targets.every(({ state }) => state !== 'existing')
      ? words.newBatches(targets.length)
      : words.eachItsOwn;
  return only.state === 'existing' ? only.name : words.newBatch(only.name);
};
