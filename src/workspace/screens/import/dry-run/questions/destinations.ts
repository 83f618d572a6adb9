import type { Destination } from '#core/import/choice.ts';
import { toldApart, type Choosable } from './told-apart.ts';

/** A place where rows may go, as an option of a native list. */
export type DestinationOption = { readonly value: string; readonly label: string };

/** The options in groups: what the file suggests, orders, batches. */
export type DestinationGroups = readonly {
  readonly label: string;
  readonly options: readonly DestinationOption[];
}[];

/** A destination as the value of an option: its word, or `to ` and the id. */
export const valueOf = (destination: Destination): string =>
  typeof destination === 'string' ? destination : `to ${destination.id}`;

/** Records as options, those of one name with what tells them apart. */
export const optionsOf = (
  records: readonly (Choosable & { readonly id: string })[],
): DestinationOption[] => {
  const labels = toldApart(records);
  return records.map((record, at) => ({ value: valueOf(record), label: labels[at] ?? '' }));
};

/** Takes only what `valueOf` wrote. */
export const destinationOf = (value: string): Destination =>
  value === 'as-suggested' || value === 'new-batch' ? value : { id: value.slice(3) };
