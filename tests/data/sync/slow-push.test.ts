import { afterEach, describe, expect, test, vi } from 'vitest';
import { couchClient } from '#data/sync/couch/couch-client.ts';
import { NOT_CARRIED } from '#data/sync/couch/couch-writing.ts';
import { fittingParts, type Outgoing } from '#data/sync/couch/fitting-bodies.ts';
import type { WireDocument } from '#data/sync/sealing.ts';
import { endpoint } from '../../server/couch/endpoint.ts';
import type { Network } from './devices.ts';
import {
  amountOn,
  docsIn,
  inStep,
  isBulk,
  isDown,
  openLine,
  opened,
  order,
  orderOn,
  PATIENT,
  setAmount,
  setReseller,
  world,
} from './world.ts';

afterEach(() => void vi.useRealTimers());

const ended = new AbortController().signal;

/** A sealed document of so many letters. */
const sealedOf = (letters: number, id: string): WireDocument => ({
  _id: id,
  key: 'k1',
  sealed: { iv: 'AA==', text: 'A'.repeat(letters) },
});

/**
 * An endpoint behind a line of so many bytes a ms, by a clock that goes as far as each body takes;
 * and what it was sent.
 */
const slowLine = (bytesAMs: number) => {
  const server = endpoint();
  opened.push(server);
  // Only what bounds a request.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const [sizes, through] = [[] as number[], [] as number[]];
  const line = (async (url: string, init: RequestInit) => {
    const size = String(init.body ?? '').length;
    sizes.push(size);
    await vi.advanceTimersByTimeAsync(size / bytesAMs);
    init.signal?.throwIfAborted();
    through.push(size);
    return server.app.request(url, init);
  }) as typeof fetch;
  const client = couchClient({
    url: 'http://endpoint/w',
    authorization: () => undefined,
    ended,
    fetch: line,
  });
  return { client, sizes, through };
};

const sumOf = (sizes: readonly number[]): number => sizes.reduce((sum, size) => sum + size, 0);

describe('X8: a push gets through a slow line', () => {
  test('X8: two hundred codes at twenty kilobytes a second: in parts, each of which is answered', async () => {
    const { client, sizes, through } = slowLine(20);
    const codes = Array.from({ length: 200 }, (_, at) => sealedOf(5_000, `code-${at}`));
    const left = new Map(codes.map((code) => [code._id, code]));
    let cuts = 0;
    while (left.size > 0 && cuts < 5) {
      await client
        .write([...left.values()], (answers) =>
          answers.forEach(({ id, rev }) => rev !== undefined && left.delete(id)),
        )
        .catch(() => void (cuts += 1));
    }
    expect([left.size, cuts]).toEqual([0, 1]);
    expect(sizes.length).toBe(through.length + 1);
    // Nothing that got through went out again.
    expect(sumOf(through)).toBeLessThan(200 * 5_200);
  });

  test.each([
    ['alone', 0],
    ['among others', 20],
  ])('X8: one document of megabytes has the time that it takes (%s)', async (_, others) => {
    const { client } = slowLine(20);
    const some = Array.from({ length: others }, (_, at) => sealedOf(2_000, `code-${at}`));
    const documents = [...some.slice(10), sealedOf(6_000_000, 'large'), ...some.slice(0, 10)];
    const taken = new Set<string>();
    const write = (all: readonly WireDocument[]) =>
      client.write(all, (answers) =>
        answers.forEach(({ id, rev }) => rev !== undefined && taken.add(id)),
      );
    for (let cut = 0; cut < 3 && taken.size < documents.length; cut += 1)
      await write(documents.filter(({ _id }) => !taken.has(_id))).catch(() => undefined);
    expect(taken.size).toBe(others + 1);
  });

  test('X9: but not for ever: a line on which nothing moves is given up', async () => {
    const { client } = slowLine(0.001);
    await expect(client.write([sealedOf(6_000_000, 'large')])).rejects.toThrow('too long');
  });
});

/**
 * A line that carries no more than so many bytes of a body at once; and which documents got
 * through.
 */
const carries = (most: number) => {
  const [through, cut] = [[] as string[], [] as string[][]];
  const network: Network = async (request, answer) => {
    if (!isBulk(request)) return answer();
    const ids = (await docsIn(request)).map(({ _id }) => _id);
    if ((await request.clone().text()).length > most) {
      cut.push(ids);
      return isDown(request, answer);
    }
    through.push(...ids);
    return answer();
  };
  return { network, through, cut };
};

describe('X8: a whole sync over a line that cuts off what is long', () => {
  const ids = Array.from({ length: 60 }, (_, at) => `order-${at}`);

  test('X8: all arrives, each once, although the batch never gets through as one', async () => {
    const { device } = await world();
    const { network, through, cut } = carries(20_000);
    const [phone, tablet] = [
      await device('phone', { network, times: { batch: 200 } }),
      await device('tablet'),
    ];
    await phone.records.insert(ids.map((id) => order(id)));
    await Promise.all([phone.connect(), tablet.connect()]);
    await inStep(phone);
    for (const id of ids) await expect.poll(() => amountOn(tablet, id), PATIENT).toBe('25000.00');
    expect(cut[0]).toHaveLength(ids.length);
    expect(through.toSorted()).toEqual(ids.toSorted());
  });

  test('X8: a part whose answer is lost is not sent again, and what comes behind it goes on', async () => {
    const { device } = await world();
    const { network, through } = carries(20_000);
    const line = openLine();
    let lost = 0;
    line.obey(async (request, answer) => {
      const answered = await network(request, answer);
      if (!isBulk(request) || (lost += 1) > 4) return answered;
      throw new TypeError('Failed to fetch');
    });
    const [phone, tablet] = [
      await device('phone', { network: line.network, times: { batch: 200 } }),
      await device('tablet'),
    ];
    await phone.records.insert(ids.map((id) => order(id)));
    await Promise.all([phone.connect(), tablet.connect()]);
    await inStep(phone);
    await expect.poll(() => amountOn(tablet, 'order-59'), PATIENT).toBe('25000.00');
    expect(through.toSorted()).toEqual(ids.toSorted());
  });

  test('X8: one that never gets through holds none of its batch up', async () => {
    const { device } = await world();
    const { network, through } = carries(20_000);
    const large = {
      ...order('a-large'),
      data: { ...order().data, institution: 'x'.repeat(30_000) },
    };
    const [phone, tablet] = [
      await device('phone', { network, times: { batch: 200 } }),
      await device('tablet'),
    ];
    await phone.records.insert([large, ...ids.map((id) => order(id))]);
    await Promise.all([phone.connect(), tablet.connect()]);
    for (const id of ids) await expect.poll(() => amountOn(tablet, id), PATIENT).toBe('25000.00');
    expect(through.toSorted()).toEqual(ids.toSorted());
    // Nor what is written later, here or elsewhere, nor a conflict.
    await Promise.all([
      setAmount(phone, '11.00', 'order-1'),
      setReseller(tablet, 'Dustin', 'order-1'),
    ]);
    await tablet.records.create(order('news'));
    await expect.poll(() => amountOn(tablet, 'order-1'), PATIENT).toBe('11.00');
    await expect
      .poll(async () => (await orderOn(phone, 'order-1'))?.data.reseller, PATIENT)
      .toBe('Dustin');
    await expect.poll(() => amountOn(phone, 'news'), PATIENT).toBe('25000.00');
    await inStep(phone);
    expect([...phone.sync.aside.values()].map(({ reason }) => reason)).toEqual([NOT_CARRIED]);
  });
});

describe('X8: how large the parts are', () => {
  const outgoing = (size: number, id: string): Outgoing => ({
    document: { _id: id },
    text: 'x'.repeat(size),
  });
  const all = Array.from({ length: 8 }, (_, at) => outgoing(10, `d${at}`));

  test('X8: half of what was cut off, that for a while, and then the whole again', () => {
    const parts = fittingParts();
    const sizes: number[] = [];
    for (let at = 0; at < 14; at += 1) {
      const part = parts.next(all);
      sizes.push(part.length);
      if (part.length > 4) parts.cutOff(part);
      else parts.passed(part);
    }
    // Each whole one that is cut off again is waited for twice as long.
    expect(sizes).toEqual([8, 4, 4, 8, 4, 4, 4, 4, 8, 4, 4, 4, 4, 4]);
  });

  test('X8: a line that was gone and is there again carries the whole at once', () => {
    const parts = fittingParts();
    for (let at = 0; at < 20; at += 1) parts.cutOff(parts.next(all));
    expect(parts.next(all)).toHaveLength(1);
    parts.passed(parts.next(all));
    expect(parts.next(all)).toHaveLength(8);
  });

  test('X8: what did not get through alone comes after the others, the last that did not at the end', () => {
    const parts = fittingParts();
    const [first, second, ...rest] = all as [Outgoing, Outgoing, ...Outgoing[]];
    parts.cutOff([first]);
    parts.cutOff([second]);
    expect(parts.inTurn(all)).toEqual([...rest, first, second]);
    parts.cutOff([first]);
    expect(parts.inTurn(all)).toEqual([...rest, second, first]);
    parts.passed([first]);
    expect(parts.inTurn(all)).toEqual([first, ...rest, second]);
  });
});
