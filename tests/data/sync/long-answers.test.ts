import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { enterByInvitation } from '#data/sync/server/accounts-client.ts';
import { couchClient } from '#data/sync/couch/couch-client.ts';
import { lookIntoCouch } from '#data/sync/couch/couch-door.ts';
import { CutOff, fittingPages } from '#data/sync/couch/fitting-pages.ts';
import { IS_LONG } from '#tests/factories/long-run.ts';
import type { Network } from './devices.ts';
import { amountOn, inStep, isChanges, isPoll, order, PATIENT, world } from './world.ts';

const MEGABYTE = 1024 * 1024;
const text = new TextEncoder();

/** An answer without end, and how many megabytes of it were taken. */
const endless = () => {
  const taken = { megabytes: 0, isEnded: false };
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      taken.megabytes += 1;
      // A reader that goes on for ever must end this test, and not the machine's memory.
      if (taken.megabytes > 200) controller.error(new Error('read without end'));
      else controller.enqueue(new Uint8Array(MEGABYTE).fill(32));
    },
    cancel: () => void (taken.isEnded = true),
  });
  return { taken, answer: () => Promise.resolve(new Response(body, { status: 201 })) };
};

const address = {
  url: 'https://a.example/w',
  authorization: () => undefined,
  ended: new AbortController().signal,
};

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('X9: an answer without end fills no memory', () => {
  test('X9: of a server that is asked to let in', async () => {
    const { taken, answer } = endless();
    vi.stubGlobal('fetch', answer);
    const given = { device: 'd', credential: 'c', invitation: 'i' };
    expect(await enterByInvitation('https://a.example', given)).toMatchObject({
      problem: { code: 'server-trouble' },
    });
    expect([taken.isEnded, taken.megabytes < 20]).toEqual([true, true]);
  });

  test('X9: of a CouchDB that is looked into', async () => {
    const { taken, answer } = endless();
    vi.stubGlobal('fetch', answer);
    const login = { server: 'https://a.example', database: 'team', user: 'u', password: 'p' };
    expect(await lookIntoCouch(login, { mayMake: false })).toMatchObject({
      problem: { code: 'not-couch' },
    });
    expect([taken.isEnded, taken.megabytes < 20]).toEqual([true, true]);
  });

  test('X9: of the database that a device is connected to', async () => {
    const { taken, answer } = endless();
    await expect(couchClient({ ...address, fetch: answer }).newest()).rejects.toThrow('too long');
    expect([taken.isEnded, taken.megabytes < 40]).toEqual([true, true]);
  });
});

describe('X8: an answer may take as long as it goes on coming', () => {
  beforeEach(() => void vi.useFakeTimers());

  /** A body of so many pieces, each of which takes so long; then it never ends, or ends. */
  const slow = (pieces: number, ms: number, isWhole: boolean): typeof fetch => {
    let left = pieces;
    const pull = async (controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
      await vi.advanceTimersByTimeAsync(ms);
      left -= 1;
      if (left > 0) controller.enqueue(text.encode(' '));
      else if (isWhole) {
        controller.enqueue(text.encode('{"update_seq":7}'));
        controller.close();
      } else await vi.advanceTimersByTimeAsync(40_000);
    };
    return () => Promise.resolve(new Response(new ReadableStream({ pull }, { highWaterMark: 0 })));
  };

  test('X8: a piece each twenty seconds, for two minutes', async () => {
    expect(await couchClient({ ...address, fetch: slow(6, 20_000, true) }).newest()).toBe(7);
  });

  test('X9: not where nothing comes any more, nor for ever', async () => {
    await expect(
      couchClient({ ...address, fetch: slow(3, 20_000, false) }).newest(),
    ).rejects.toThrow('cut off');
    await expect(
      couchClient({ ...address, fetch: slow(90, 20_000, true) }).newest(),
    ).rejects.toThrow('cut off');
  });
});

const limitOf = ({ url }: Request): number => Number(new URL(url).searchParams.get('limit'));

/** A line that breaks in the middle of each page of more than so many. */
const breaksOver =
  (most: number, limits: number[]): Network =>
  async (request, answer) => {
    if (!isChanges(request) || isPoll(request)) return answer();
    limits.push(limitOf(request));
    if (limitOf(request) <= most) return answer();
    const piece = text.encode('{"results":[');
    let isBegun = false;
    const pull = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
      if (isBegun) controller.error(new TypeError('terminated'));
      else controller.enqueue(piece);
      isBegun = true;
    };
    return new Response(new ReadableStream({ pull }));
  };

describe('X8: a page that does not get through is asked for again, smaller', () => {
  test('X8: one that is cut off, until it gets through', async () => {
    const { device } = await world();
    const phone = await device('phone');
    for (let n = 1; n < 8; n += 1) await phone.records.create(order(`order-${n}`));
    await phone.connect();
    await inStep(phone);
    const limits: number[] = [];
    const late = await device('late', { network: breaksOver(2, limits), times: { batch: 8 } });
    await late.connect();
    await expect.poll(() => amountOn(late, 'order-7'), PATIENT).toBe('25000.00');
    expect(limits.slice(0, 3)).toEqual([8, 4, 2]);
  });

  test('X8: larger ones are tried again once as many documents came as were wanted', async () => {
    const page = fittingPages();
    const limits: number[] = [];
    const results = (count: number) => Array.from({ length: count }, (_, n) => ({ id: `${n}` }));
    const ask = (isCut: boolean) =>
      page(8, (limit) => {
        limits.push(limit);
        if (isCut) return Promise.reject(new CutOff(undefined));
        return Promise.resolve({ results: results(limit), last_seq: 1, isLast: false });
      });
    await expect(ask(true)).rejects.toThrow('cut off');
    for (let n = 0; n < 5; n += 1) await ask(false);
    expect(limits).toEqual([8, 4, 4, 4, 4, 8]);
  });

  if (IS_LONG)
    test('X8: documents that are too large for one page come in several', async () => {
      const { server, device } = await world();
      const phone = await device('phone');
      const big = 'A'.repeat(7_900_000);
      await phone.connect();
      for (let n = 0; n < 6; n += 1) {
        const document = { _id: `big-${n}`, key: 'k1', sealed: { iv: 'AA==', text: big } };
        await server.ask('POST', '/w/_bulk_docs', { docs: [document] });
      }
      await phone.records.create(order());
      await inStep(phone);
      const late = await device('late', { times: { batch: 200 } });
      await late.connect();
      // Fifty million letters, some of them asked for again: minutes on a machine that is shared.
      const fetched = { ...PATIENT, timeout: 4 * PATIENT.timeout };
      await expect.poll(() => amountOn(late), fetched).toBe('25000.00');
      expect(late.sync.unreadable.size).toBe(6);
    }, 300_000);
});
