import { filter, firstValueFrom, map, scan, shareReplay, take } from 'rxjs';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { editOrder } from '#programmes/apple-credit/rules/order/order-commands.ts';
import { openDatabase } from '#data/records/database.ts';
import { onKind } from '#data/records/on-kind.ts';
import { openRecords } from '#data/records/records.ts';
import { openSettings } from '#data/device/settings.ts';
import { leadSync } from '#data/sync/tabs/led-sync.ts';
import { keepDeviceKeys } from '#data/vault/device-keys.ts';
import { readyHandedKeys } from '#data/vault/keys.ts';
import { NO_ATTEMPTS } from '#data/vault/lock/wrong-attempts.ts';
import { newId } from '#platform/ids.ts';
import { systemClock } from '#platform/clock.ts';
import { orders } from '../rows.ts';
import type { SyncDevice, SyncPlace } from './sync-device.ts';

/**
 * Volym's own store and sync, as the tab that leads does it: sealed, with the merge, the marks and
 * the count of what waits.
 */
export const volymDevice = async ({
  workspace,
  connection,
  keys,
}: SyncPlace): Promise<SyncDevice> => {
  await keepDeviceKeys(workspace, await readyHandedKeys(keys));
  const settings = openSettings();
  settings.changeWorkspace(workspace, { person: 'bench', name: 'Bench', wrong: NO_ATTEMPTS });
  const { records: collection } = await openDatabase(workspace);
  const doing = () => ({
    today: systemClock.today(),
    now: systemClock.now(),
    by: connection.device,
    newId,
  });
  const records = openRecords(collection, doing);
  const held$ = collection.eventBulks$.pipe(
    map(({ events }) => events.filter(({ operation }) => operation === 'INSERT').length),
    scan((all, some) => all + some, 0),
    shareReplay(1),
  );
  held$.subscribe();
  return {
    fill: async (count) => {
      const { drafts } = orders(count);
      return (await records.insert(drafts)).slice(0, 1000);
    },
    begin: async () => {
      const workspaceHere = {
        workspaceId: workspace,
        collection,
        records,
        clock: systemClock,
        settings,
      };
      await leadSync(workspaceHere, connection, () => undefined);
    },
    holds: async (count) =>
      void (await firstValueFrom(held$.pipe(filter((held) => held >= count)))),
    change: async (id, amount) => {
      const written = await records.change(
        id,
        onKind('credit-order', (record) => editOrder(record as CreditOrder, { amount })),
      );
      if (!written.ok) throw new Error(written.problem.code);
    },
    hears: async (id, amount) => {
      const amount$ = records.liveOne(id).pipe(
        map((record) => (record as CreditOrder | undefined)?.data.amount),
        shareReplay(1),
      );
      const heard = firstValueFrom(
        amount$.pipe(
          filter((now) => now === amount),
          map(() => undefined),
        ),
      );
      await firstValueFrom(amount$.pipe(take(1)));
      return { heard };
    },
  };
};
