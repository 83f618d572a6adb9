import { firstValueFrom, filter } from 'rxjs';
import { openDatabase, type WorkspaceDatabase } from '#data/records/database.ts';
import { openRecords, type Records } from '#data/records/records.ts';
import type { Draft } from '#core/record/record.ts';
import { newId } from '#platform/ids.ts';
import { systemClock } from '#platform/clock.ts';
import type { Contestant } from './contestant.ts';

const doing = () => ({ today: systemClock.today(), now: systemClock.now(), by: 'bench', newId });

/**
 * Volym's own store: RxDB on its storage behind `data/records/records.ts`, with history and computed fields.
 */
export const volymStore = async (): Promise<Contestant> => {
  const name = `bench-${newId()}`;
  let database: WorkspaceDatabase = await openDatabase(name);
  let records: Records = openRecords(database.records, doing);
  return {
    name: 'Volym (RxDB)',
    insert: async (rows) => void (await records.insert(rows as unknown as Draft[])),
    reopen: async () => {
      await database.close();
      database = await openDatabase(name);
      records = openRecords(database.records, doing);
    },
    firstDue: async () => (await records.find({ order: 'due', limit: 50 })).length,
    all: async (kind) => (await records.find({ kind })).length,
    save: async (id, amount) => {
      const seen = firstValueFrom(
        records
          .liveOne(id)
          .pipe(
            filter((record) => (record?.data as unknown as { amount: string }).amount === amount),
          ),
      );
      await records.change(id, (record) => ({
        ok: true,
        value: { ...record, data: { ...record.data, amount } as never },
      }));
      await seen;
    },
    destroy: async () => void (await database.remove()),
  };
};
