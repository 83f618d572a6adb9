import { expect, test } from 'vitest';
import { TooLong } from '#data/sync/couch/body-within.ts';
import { fittingKeys } from '#data/sync/couch/fitting-keys.ts';
import { CutOff } from '#data/sync/couch/fitting-pages.ts';
import type { Network } from './devices.ts';
import { amountOn, inStep, isHeads, openLine, order, PATIENT, setAmount, world } from './world.ts';

/**
 * A line that cuts off every answer above so many bytes; and how many bytes the lists of heads had.
 */
const cutsAnswersAbove = (most: number) => {
  const sizes: number[] = [];
  const network: Network = async (request, answer) => {
    const answered = await answer();
    const bytes = new Uint8Array(await answered.clone().arrayBuffer());
    if (isHeads(request)) sizes.push(bytes.byteLength);
    if (bytes.byteLength <= most) return answered;
    let isBegun = false;
    const pull = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
      if (isBegun) controller.error(new TypeError('terminated'));
      else controller.enqueue(bytes.slice(0, most));
      isBegun = true;
    };
    return new Response(new ReadableStream({ pull }), {
      status: answered.status,
      headers: answered.headers,
    });
  };
  return { network, sizes };
};

const ids = Array.from({ length: 60 }, (_, at) => `order-${at}`);

test('X8: edits go out over a line that cuts off long answers, and news come in', async () => {
  const { device } = await world();
  const line = openLine();
  const [phone, tablet] = [
    await device('phone', { network: line.network, times: { batch: 200 } }),
    await device('tablet'),
  ];
  await phone.records.insert(ids.map((id) => order(id)));
  await Promise.all([phone.connect(), tablet.connect()]);
  await expect.poll(() => amountOn(tablet, 'order-59'), PATIENT).toBe('25000.00');
  await inStep(phone);
  await phone.disconnect();
  for (const id of ids) await setAmount(phone, '1.00', id);
  await tablet.records.create(order('news'));
  const { network, sizes } = cutsAnswersAbove(20_000);
  line.obey(network);
  await phone.connect();
  for (const id of ids) await expect.poll(() => amountOn(tablet, id), PATIENT).toBe('1.00');
  await expect.poll(() => amountOn(phone, 'news'), PATIENT).toBe('25000.00');
  await inStep(phone);
  expect(sizes.some((size) => size > 20_000)).toBe(true);
});

test('X8: half of what was cut off is asked for the next time, and more again once as much came; of what is too long, at once', async () => {
  const [fitting, sizes] = [fittingKeys(), [] as number[]];
  const asking = (most: number, error: () => Error) =>
    fitting(ids.slice(0, 8), (some) => {
      sizes.push(some.length);
      return some.length > most ? Promise.reject(error()) : Promise.resolve(some);
    });
  const cut = () => new CutOff(undefined);
  await expect(asking(4, cut)).rejects.toThrow('cut off');
  expect(await asking(4, cut)).toEqual(ids.slice(0, 8));
  await expect(asking(4, cut)).rejects.toThrow('cut off');
  for (let time = 0; time < 2; time += 1) await asking(4, cut);
  expect(await asking(8, cut)).toEqual(ids.slice(0, 8));
  expect(sizes.splice(0)).toEqual([8, 4, 4, 8, 4, 4, 4, 4, 8]);
  expect(await asking(2, () => new TooLong())).toEqual(ids.slice(0, 8));
  expect(sizes).toEqual([8, 4, 2, 2, 2, 2]);
  await expect(fitting(['one'], () => Promise.reject(cut()))).rejects.toThrow('cut off');
});
