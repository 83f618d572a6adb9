import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, CDPSession, Page } from 'playwright';
import { heldBy, openProfile } from './app-browser.ts';
import { liveEndpoint, type LiveEndpoint } from './live-endpoint.ts';
import { median } from './page/measure.ts';
import type { measuredDevice, SyncContestant } from './page/sync/measured-device.ts';
import type { SyncPlace } from './page/sync/sync-device.ts';
import type { BenchRow } from './table.ts';

type Device = typeof measuredDevice;

type Opened = {
  readonly page: Page;
  readonly cdp: CDPSession;
  readonly context: BrowserContext;
  close(): Promise<void>;
};

/** A device with its own browser and disk. */
const openDevice = async (
  { page: url }: LiveEndpoint,
  which: SyncContestant,
  place: SyncPlace,
): Promise<Opened> => {
  const profile = mkdtempSync(join(tmpdir(), 'volym-bench-'));
  const context = await openProfile(profile);
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(`${which}: ${error.message}`));
  await page.goto(url);
  await page.waitForFunction(() => 'bench' in globalThis);
  const close = async (): Promise<void> => {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  };
  const cdp = await context.newCDPSession(page);
  await on(page, 'open', which, place);
  return { page, cdp, context, close };
};

/** Asks the device of a page. */
const on = <Verb extends keyof Device>(
  page: Page,
  verb: Verb,
  ...given: Parameters<Device[Verb]>
): Promise<Awaited<ReturnType<Device[Verb]>>> =>
  page.evaluate(
    ([name, values]) => {
      const { device } = (
        globalThis as unknown as {
          bench: { device: Record<string, (...all: unknown[]) => unknown> };
        }
      ).bench;
      return device[name as string]?.(...(values as unknown[])) as never;
    },
    [verb, given] as const,
  );

const LOOK_EVERY = 20;

/** When the server had so many documents (ms since 1970). */
const serverHolds = async ({ url, connections }: LiveEndpoint, count: number): Promise<number> => {
  const [first] = connections;
  if (first === undefined) throw new Error('nobody is let in');
  const headers = { authorization: `Bearer ${first.device}.${first.credential}` };
  for (;;) {
    const info = (await (await fetch(`${url}/db/${first.database}`, { headers })).json()) as {
      doc_count: number;
    };
    if (info.doc_count >= count) return performance.timeOrigin + performance.now();
    await new Promise((later) => setTimeout(later, LOOK_EVERY));
  }
};

/**
 * Where CPU profiles of the pages go, one for each push and pull; without it none is made, since it
 * slows what it looks at.
 */
const { PROFILES } = process.env;

const profiled = async (cdp: CDPSession, name: string): Promise<() => Promise<void>> => {
  if (PROFILES === undefined) return () => Promise.resolve();
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.start');
  return async () => {
    const { profile } = await cdp.send('Profiler.stop');
    writeFileSync(join(PROFILES, `${name}.cpuprofile`), JSON.stringify(profile));
  };
};

type Measures = {
  readonly push: number;
  readonly pushBlock: number;
  readonly pull: number;
  readonly pullBlock: number;
  readonly heap: number;
  /** From the asking for a change to a reader of the other device's store, ms each. */
  readonly changes: readonly number[];
};

const changesBetween = async (
  one: Page,
  other: Page,
  ids: readonly string[],
): Promise<number[]> => {
  const times: number[] = [];
  for (const [at, id] of ids.entries()) {
    const amount = `${at + 1}.50`;
    await on(other, 'listen', id, amount);
    const asked = await on(one, 'change', id, amount);
    times.push(((await on(other, 'heardAt')) ?? Infinity) - asked);
  }
  return times;
};

/**
 * One device fills a new database, another fetches all of it; then changes go from the one to the
 * other, one by one.
 */
export const measuredSync = async (
  which: SyncContestant,
  count: number,
  changes: number,
): Promise<Measures> => {
  const endpoint = await liveEndpoint(2);
  const key = (): string => randomBytes(32).toString('base64');
  const keys = { workspace: { id: 'bench-key', key: key() }, id: key() };
  const opened: Opened[] = [];
  try {
    const [one, other] = await Promise.all(
      endpoint.connections.map(async (connection) => {
        const device = await openDevice(endpoint, which, {
          workspace: endpoint.workspace,
          connection,
          keys,
        });
        opened.push(device);
        return device;
      }),
    );
    if (one === undefined || other === undefined) throw new Error('two devices are needed');
    const ids = await on(one.page, 'fill', count);
    const endOfPush = await profiled(one.cdp, `${which}-${count}-push`);
    const begun = await on(one.page, 'begin');
    const push = (await serverHolds(endpoint, count)) - begun;
    await endOfPush();
    const pushBlock = await on(one.page, 'longestTask');
    // It fetches again what it sent: the other one is not to wait for that.
    await on(one.page, 'isQuiet');
    const endOfPull = await profiled(other.cdp, `${which}-${count}-pull`);
    const pull = await on(other.page, 'pull', count);
    await endOfPull();
    const pullBlock = await on(other.page, 'longestTask');
    const heap = await heldBy(other.cdp);
    const times = await changesBetween(one.page, other.page, ids.slice(0, changes));
    return { push, pushBlock, pull, pullBlock, heap, changes: times };
  } finally {
    for (const device of opened) await device.close();
    await endpoint.stop();
  }
};

const CHANGES = 500;
const MOST_MB = 60;

/**
 * A workspace of so many records, sent by one device and fetched by another; changes as well where
 * they are asked for.
 */
export const syncRows = async (count: number, withChanges: boolean): Promise<BenchRow[]> => {
  const changes = withChanges ? CHANGES : 0;
  const volym = await measuredSync('volym', count, changes);
  const bare = await measuredSync('bare', count, 0);
  const pouch = await measuredSync('pouch', count, changes);
  const size = count.toLocaleString('en');
  const row = (what: string, pick: (measures: Measures) => number): BenchRow => ({
    what: `${size}: ${what}`,
    volym: pick(volym),
    bare: pick(bare),
    pouch: pick(pouch),
  });
  const budget = count === 10_000 ? { budget: 5_000 } : {};
  const change = (
    what: string,
    pick: (times: readonly number[]) => number,
    most: number,
  ): BenchRow => ({
    what: `${size}: ${what}`,
    volym: pick(volym.changes),
    pouch: pick(pouch.changes),
    budget: most,
  });
  return [
    {
      ...row('first push, sealed', ({ push }) => push),
      ...budget,
      block: volym.pushBlock,
      longestBlock: 100,
    },
    {
      ...row('first pull, sealed', ({ pull }) => pull),
      ...budget,
      block: volym.pullBlock,
      longestBlock: 100,
    },
    {
      ...row('heap after the first pull (MB)', ({ heap }) => heap),
      ...(withChanges ? {} : { budget: MOST_MB }),
    },
    ...(withChanges
      ? [
          change(`change to the second device, middle of ${CHANGES}`, median, 50),
          change(
            `change to the second device, worst of ${CHANGES}`,
            (times) => Math.max(...times),
            300,
          ),
        ]
      : []),
  ];
};
