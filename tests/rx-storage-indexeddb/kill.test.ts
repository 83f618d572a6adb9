import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright';
import type { StoragePage } from './page/main.ts';
import { servePage, type Served } from './whole-browser.ts';

const ROUNDS = 50;
const WRITES = 200;
const WHOLE = 5;

let served: Served;
beforeAll(async () => void (served = await servePage()));
afterAll(() => served.end());

type Ask = { readonly [Name in keyof StoragePage]: StoragePage[Name] };

const there = (page: Page, round: number, text: string): Promise<readonly number[]> =>
  page.evaluate(
    ([round, count, text]) =>
      (globalThis as unknown as { storage: Ask }).storage.there(round, count, text),
    [round, WRITES, text] as const,
  );

/** Every process of the browser, the one that holds its databases among them. */
const processesOf = (profile: string): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(profile);
      } catch {
        return false;
      }
    });

// Each round starts a browser twice.
const ALL_ROUNDS_MS = 1_200_000;

test(
  'X7: a browser that is killed while it writes has every acknowledged write, and none in part',
  async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const text = 'x'.repeat(50 + round * 40);
      const { page } = await served.begin();
      const acknowledged = new Set<number>();
      // Another moment in each round.
      const last = 3 + ((round * 37) % (WRITES - 10));
      const killed = Promise.withResolvers<void>();
      await page.exposeFunction('acknowledged', (at: number) => {
        acknowledged.add(at);
        if (at !== last) return;
        for (const pid of processesOf(served.profile)) process.kill(pid, 'SIGKILL');
        killed.resolve();
      });
      void page
        .evaluate(
          ([round, count, text]) => {
            const { storage, acknowledged } = globalThis as unknown as {
              storage: Ask;
              acknowledged: (at: number) => void;
            };
            return storage.write(round, count, text, acknowledged);
          },
          [round, WRITES, text] as const,
        )
        .catch(() => undefined);
      await killed.promise;
      const again = await served.begin();
      const found = await there(again.page, round, text);
      await again.context.close();
      expect(acknowledged.size).toBeGreaterThan(last);
      expect([...acknowledged].filter((at) => found[at] !== WHOLE)).toEqual([]);
      expect(found.filter((count) => count !== 0 && count !== WHOLE)).toEqual([]);
    }
  },
  ALL_ROUNDS_MS,
);

test('X7: a full disk refuses a whole write by its name, and takes it once there is room', async () => {
  const { context, page } = await served.begin();
  const session = await context.newCDPSession(page);
  const room = (quotaSize?: number) =>
    session.send('Storage.overrideQuotaForOrigin', {
      origin: served.origin,
      ...(quotaSize !== undefined && { quotaSize }),
    });
  const writeBig = (id: string): Promise<string> =>
    page.evaluate(
      (id) => (globalThis as unknown as { storage: Ask }).storage.writeBig(id, 4_000_000),
      id,
    );
  const which = (ids: string[]): Promise<string[]> =>
    page.evaluate((ids) => (globalThis as unknown as { storage: Ask }).storage.which(ids), ids);
  await room(1_000_000);
  expect(await writeBig('big')).toBe('QuotaExceededError');
  expect(await which(['big', 'big-small'])).toEqual([]);
  await room();
  expect(await writeBig('big')).toBe('written');
  expect((await which(['big', 'big-small'])).toSorted()).toEqual(['big', 'big-small']);
  await context.close();
});
