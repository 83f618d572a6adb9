import { bareIndexedDb } from './bare-indexeddb.ts';
import type { Contestant, Row } from './contestant.ts';
import { measured, median, type Measured } from './measure.ts';
import { pouchDbStore } from './pouchdb-store.ts';
import { orders } from './rows.ts';
import { volymStore } from './volym-store.ts';

/**
 * What one store gave at one size, in ms; `longest` is the longest time without an answer from the
 * page.
 */
export type StoreFigures = {
  readonly name: string;
  readonly insert: Measured;
  readonly openToList: Measured;
  readonly save: number;
};

/** How each store is made. */
export const contestants = { volym: volymStore, bare: bareIndexedDb, pouch: pouchDbStore };

/** Which store. */
export type StoreContestant = keyof typeof contestants;

const figuresOf = async (
  contestant: Contestant,
  rows: readonly Row[],
  ids: readonly string[],
): Promise<StoreFigures> => {
  const insert = await measured(() => contestant.insert(rows));
  const opens: Measured[] = [];
  for (let round = 0; round < 3; round += 1) {
    opens.push(
      await measured(async () => {
        await contestant.reopen();
        await contestant.firstDue();
      }),
    );
  }
  const saves: number[] = [];
  for (const [at, id] of ids.entries())
    saves.push((await measured(() => contestant.save(id, `${at}.00`))).ms);
  await contestant.destroy();
  const openToList = opens.sort((a, b) => a.ms - b.ms)[1] as Measured;
  return { name: contestant.name, insert, openToList, save: median(saves) };
};

/** One store at one size. */
export const storeRow = async (which: StoreContestant, count: number): Promise<StoreFigures> => {
  const { drafts, records } = orders(count);
  const rows = (which === 'volym' ? drafts : records) as unknown as Row[];
  return figuresOf(
    await contestants[which](),
    rows,
    drafts.slice(0, 21).map(({ id }) => id),
  );
};
