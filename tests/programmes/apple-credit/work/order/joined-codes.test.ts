import { expect, test } from 'vitest';
import type {
  RedemptionCode,
  RedemptionCodeData,
} from '#programmes/apple-credit/rules/code/redemption-code.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { joinOrders } from '#programmes/apple-credit/work/order/join-orders.ts';
import { codesUnder, countUnder } from '#programmes/apple-credit/work/code/codes-under.ts';
import { moveLateCodes } from '#programmes/apple-credit/work/order/late-codes.ts';
import { stored } from '#data/records/envelope.ts';
import { conditionOf } from '#data/records/read-record.ts';
import { codeWith, orderWith, valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';
import type { Device } from '#tests/data/sync/devices.ts';
import { PATIENT, world } from '#tests/data/sync/world.ts';

const PAIR = { younger: 'younger', older: 'older' };
const OWN = codeWith([], 1, 'younger');
const LATE = codeWith([], 2, 'younger');

/**
 * What somebody who was let in writes beside the codes of an order, in the place of a code's
 * content.
 */
const JUNK = [
  ['of a newer version without a number', { v: 99 }],
  ['of a newer version with words for a number', { ...OWN.data, v: 99, number: 'many' }],
  ['with the highest number of all', { ...OWN.data, number: 1_000_000_000_000 }],
] as const;

/**
 * Two orders that are one, a code under the younger, and such a code under each of them, which came
 * by the sync.
 */
const withJunk = async (data: object): Promise<Device> => {
  const { server, codec, device } = await world();
  const phone = await device('phone');
  const younger = orderWith([['ordered', '2026-09-01']], {}, 'younger');
  await phone.records.insert([orderWith([['ordered', '2026-09-01']], {}, 'older'), OWN]);
  await phone.records.create({ ...younger, data: { ...younger.data, meets: 'older' } } as never);
  await phone.connect();
  for (const parent of ['older', 'younger']) {
    const junk = {
      ...stored({ ...codeWith([], 9, parent), id: `junk-${parent}` }, undefined, doingOn()),
      data,
    };
    await server.ask('POST', '/w/_bulk_docs', { docs: [await codec.pack(junk as never)] });
    await expect.poll(() => phone.records.get(`junk-${parent}`), PATIENT).toBeDefined();
  }
  return phone;
};

const codeOn = async (device: Device, id: string) =>
  (await device.records.get(id)) as VolymRecord<RedemptionCodeData>;

test.each(JUNK)(
  'X9: orders are joined and parted with their codes, beside a code %s',
  async (_, data) => {
    const phone = await withJunk(data);
    const takeBack = valueOf(await joinOrders(phone.records, PAIR, 'ångrat'));
    const own = await codeOn(phone, OWN.id);
    expect(own).toMatchObject({
      parent: 'older',
      data: { cameFrom: { order: 'younger', number: 1 } },
    });
    expect(conditionOf(own)).toBe('fine');
    await phone.records.insert([LATE]);
    await moveLateCodes(phone.collection, new Map([['younger', 'older']]));
    const late = await codeOn(phone, LATE.id);
    expect(late).toMatchObject({ parent: 'older' });
    expect(late.data.number).toBeGreaterThan(own.data.number);
    expect(await takeBack()).toBeUndefined();
    for (const { id, data: was } of [OWN, LATE])
      expect(await codeOn(phone, id)).toMatchObject({
        parent: 'younger',
        data: { number: was.number },
      });
  },
);

test.each(JUNK)('X9: an import goes on numbering codes beside a code %s', async (_, data) => {
  const phone = await withJunk(data);
  const under = countUnder((await codesUnder(phone.records, ['younger'])) as RedemptionCode[]);
  expect(under.get('younger')).toMatchObject({ count: 2, highest: 1 });
});
