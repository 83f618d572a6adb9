/**
 * Where a chain of orders that were joined ends: the order that holds, and the one that was joined
 * to it.
 */
export type LastJoin = { readonly from: string; readonly to: string };

/**
 * Where each joined order's chain ends, by its id; `into` has the order that each was joined to.
 * None for an order whose chain goes round in a circle, or to itself: no app joins so, and what
 * follows it would never come to an end. Each way is gone once.
 */
export const lastJoins = (into: ReadonlyMap<string, string>): ReadonlyMap<string, LastJoin> => {
  const ends = new Map<string, LastJoin | undefined>();
  for (const start of into.keys()) {
    const way: string[] = [];
    let [at, end]: [string, LastJoin | undefined] = [start, undefined];
    for (let next = into.get(at); next !== undefined; next = into.get(at)) {
      // Seen on this way, it is a circle; on one before, its end is known.
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
