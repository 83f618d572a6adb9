import { recordIn } from '#data/sync/record-in.ts';
import { orders } from './rows.ts';

/** By turns, so that both have the same minutes; the middle counts. */
const ROUNDS = 15;

const timed = (texts: readonly string[], read: (text: string) => unknown): number => {
  const start = performance.now();
  for (const text of texts) read(text);
  return performance.now() - start;
};

const middle = (all: readonly number[]): number =>
  all.toSorted((one, other) => one - other)[all.length >> 1] ?? 0;

/**
 * ms for so many orders from their text to records whose form was looked at, as all that was sealed
 * comes in; beside it the browser's own reading of the same text, which asks nothing.
 */
export const readThroughDoor = (
  count: number,
): { readonly door: number; readonly bare: number } => {
  const texts = orders(count).records.map((record) => JSON.stringify(record));
  if (texts.some((text) => recordIn(text, false) === undefined))
    throw new Error('an order was not taken');
  const [door, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    door.push(timed(texts, (text) => recordIn(text, false)));
    bare.push(timed(texts, (text) => JSON.parse(text) as unknown));
  }
  return { door: middle(door), bare: middle(bare) };
};
