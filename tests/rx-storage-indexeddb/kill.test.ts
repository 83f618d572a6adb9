import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright';
import type { StoragePage } from './page/main.ts';
import { servePage, type Served } from './browser-with-profile.ts';

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

// Each round starts a browser.
const ALL_ROUNDS_MS = 1_200_000;

/** Waits until processes that were killed have ended: a browser started beside them finds its files held. */
const gone = async (pids: readonly number[]): Promise<void> => {
  const isThere = (pid: number): boolean => {
    try {
      return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
    } catch {
      return false;
    }
  };
  await expect.poll(() => pids.filter(isThere)).toEqual([]);
};

const textOf = (round: number): string => 'x'.repeat(50 + round * 40);

test(
  'X7: a browser that is killed while it writes has every acknowledged write, and none in part',
  async () => {
    /** The round before, whose writes are on the device for longer. */
    let kept: number | undefined;
    const thrownAway: number[] = [];
    // A second try writes documents of its own.
    const first = Date.now();
    let { page } = await served.begin();
    for (let round = 0; round < ROUNDS; round += 1) {
      const text = textOf(round);
      const acknowledged = new Set<number>();
      // Another moment in each round.
      const last = 3 + ((round * 37) % (WRITES - 10));
      const killed = Promise.withResolvers<readonly number[]>();
      await page.exposeFunction('acknowledged', (at: number) => {
        acknowledged.add(at);
        if (at !== last) return;
        const running = processesOf(served.profile);
        for (const pid of running) process.kill(pid, 'SIGKILL');
        killed.resolve(running);
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
          [first + round, WRITES, text] as const,
        )
        // By then the browser has been killed, if all went as it should.
        .catch(killed.reject);
      await gone(await killed.promise);
      ({ page } = await served.begin());
      const found = await there(page, first + round, text);
      const before = kept === undefined ? [] : await there(page, first + kept, textOf(kept));
      expect(acknowledged.size).toBeGreaterThan(last);
      // The browser itself now and then begins all its storage anew after such an end, above all
      // where the machine is busy: then nothing of any round is left, and nothing can be said.
      const isEmpty = [...found, ...before].every((count) => count === 0);
      if (isEmpty && round > 0) {
        thrownAway.push(round);
        kept = undefined;
        continue;
      }
      kept = round;
      expect([...acknowledged].filter((at) => found[at] !== WHOLE)).toEqual([]);
      expect(found.filter((count) => count !== 0 && count !== WHOLE)).toEqual([]);
    }
    expect(thrownAway.length).toBeLessThan(ROUNDS / 5);
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
