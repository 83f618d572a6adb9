import { replicateRxCollection } from 'rxdb/plugins/replication';
import { afterEach, expect, test, vi } from 'vitest';
import { stored } from '#data/records/envelope.ts';
import { removeForGood } from '#data/trash/remove-for-good.ts';
import { followStorage } from '#workspace/screens/storage/follow-storage.ts';
import { openTestWorkspace, type TestWorkspace } from '#tests/factories/workspace-in-browser.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { readyOrder } from '#tests/factories/examples.ts';

let here: TestWorkspace;
afterEach(() => void vi.restoreAllMocks());

const follow = async (promised: boolean) => {
  here = await openTestWorkspace();
  // What a browser answers is its own affair: it cannot be made to promise.
  vi.spyOn(navigator.storage, 'persisted').mockResolvedValue(promised);
  const asked = vi.spyOn(navigator.storage, 'persist');
  const stop = new AbortController();
  followStorage({ hasWorkspace: true, opened: here as never }, stop.signal);
  return { asked, stop };
};

test('X10: the browser is asked to keep what is here with the first thing that is written, once', async () => {
  const { asked, stop } = await follow(false);
  expect(asked).not.toHaveBeenCalled();
  await here.records.create(readyOrder('order-1', '2026-09-04'));
  await expect.poll(() => asked.mock.calls.length).toBe(1);
  await here.records.create(readyOrder('order-2', '2026-09-04'));
  expect(asked).toHaveBeenCalledTimes(1);
  stop.abort();
});

test('X10: what it has promised is not asked for again, nor when the app is closed', async () => {
  const { asked, stop } = await follow(true);
  await here.records.create(readyOrder('order-1', '2026-09-04'));
  await expect.poll(() => vi.mocked(navigator.storage.persisted).mock.calls.length).toBe(1);
  expect(asked).not.toHaveBeenCalled();
  stop.abort();
  await here.records.create(readyOrder('order-2', '2026-09-04'));
  expect(navigator.storage.persisted).toHaveBeenCalledTimes(1);
});

/** Lets an order come from a server. */
const pull = async (id: string): Promise<void> => {
  const documents = [
    { ...stored(readyOrder(id, '2026-09-04'), undefined, doingOn()), _deleted: false },
  ];
  const running = replicateRxCollection({
    collection: here.database.records as never,
    replicationIdentifier: 'a server',
    live: false,
    waitForLeadership: false,
    pull: {
      handler: (from?: object) =>
        Promise.resolve({ documents: from ? [] : documents, checkpoint: {} }) as never,
    },
  });
  await running.awaitInitialReplication();
  await running.cancel();
};

test('X10: neither what comes from a server nor what goes out of the trash by itself makes the browser ask', async () => {
  const { asked, stop } = await follow(false);
  await pull('order-1');
  expect(await here.records.get('order-1')).toBeDefined();
  expect(await removeForGood(here.database.records, ['order-1'], () => true)).toEqual(['order-1']);
  expect(navigator.storage.persisted).not.toHaveBeenCalled();
  await here.records.create(readyOrder('order-2', '2026-09-04'));
  await expect.poll(() => asked.mock.calls.length).toBe(1);
  stop.abort();
});
