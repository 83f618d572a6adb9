/**
 * Where a chain of orders that were joined ends: the order that holds, and the one that was joined
 * to it.
 */
export type LastJoin = { readonly from: string; readonly to: string };

/**
 * Where each joined order's chain ends, by its id; `into` has the order that each was joined to.
 * There is no entry for an order whose chain is a circle: no app makes one, and following it would
 * never end. Each chain is walked once.
 */
export const lastJoins = (into: ReadonlyMap<string, string>): ReadonlyMap<string, LastJoin> => {
  const ends = new Map<string, LastJoin | undefined>();
  for (const start of into.keys()) {
    const way: string[] = [];
    let [at, end]: [string, LastJoin | undefined] = [start, undefined];
    for (let next = into.get(at); next !== undefined; next = into.get(at)) {
      // Seen in this walk, it is a circle; in an earlier one, its end is known.
      if (ends.has(at)) {
        end = ends.get(at);
        break;
      }
      ends.set(at, undefined);
      way.push(at);
      end = { from: at, to: next };
      at = next;
    }
    for (const id of way) ends.set(id, end);
  }
  return new Map([...ends].filter((entry): entry is [string, LastJoin] => entry[1] !== undefined));
};
