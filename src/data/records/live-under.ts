import { Observable } from 'rxjs';
import type { VolymRecord } from '#core/record/record.ts';
import { breath } from '#platform/breath.ts';
import { conditionOf } from './read-record.ts';
import type { Records } from './records.ts';

/** The number of parents in one query, with a pause after it. */
const AT_ONCE = 100;

/** The records under each of some parents, as far as this app understands them. */
export type UnderEach = ReadonlyMap<string, readonly VolymRecord[]>;

/**
 * The records of any kind under some parents, again each time one of them is written. Nothing else
 * is read, however many records of those kinds exist. What is in `kept` is emitted at once, and
 * kept up to date for the next subscriber.
 */
export const liveUnder = (
  records: Pick<Records, 'find' | 'changed'>,
  parents: readonly string[],
  kept: Map<string, readonly VolymRecord[]> = new Map(),
): Observable<UnderEach> =>
  new Observable((reader) => {
    const waiting = new Set(parents);
    let isReading = false;
    const readSome = async (some: readonly string[]): Promise<void> => {
      const found = (await records.find({ parents: some })).filter(
        (record) => conditionOf(record) === 'fine',
      );
      const under = Map.groupBy(found, ({ parent }) => parent);
      for (const parent of some) kept.set(parent, under.get(parent) ?? []);
    };
    const read = async (): Promise<void> => {
      if (isReading) return;
      isReading = true;
      while (waiting.size > 0 && !reader.closed) {
        const some = [...waiting].slice(0, AT_ONCE);
        for (const parent of some) waiting.delete(parent);
        await readSome(some);
        await breath();
      }
      isReading = false;
      reader.next(new Map(kept));
    };
    const watched = parents.map((parent) =>
      records.changed(parent).subscribe(() => {
        waiting.add(parent);
        void read();
      }),
    );
    if (kept.size > 0) reader.next(new Map(kept));
    void read();
    return () => watched.forEach((subscription) => subscription.unsubscribe());
  });
