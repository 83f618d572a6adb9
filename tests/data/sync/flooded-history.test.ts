import { expect, test } from 'vitest';
import { LAST_MOMENT } from '#core/day/moment.ts';
import { NEWEST_BASE, type VolymRecord } from '#core/record/record.ts';
import {
  amountOn,
  inStep,
  order,
  orderOn,
  pairInStep,
  PATIENT,
  revisionOf,
  setAmount,
  setReseller,
} from './world.ts';

const ahead = (at: number) =>
  Array.from({ length: 200 }, (_, place) => ({
    id: `zz-${place}`,
    at: at + place,
    by: 'sara',
    field: 'amount',
    from: `${place}.00`,
    to: `${place + 1}.00`,
  }));
const dated = (updatedAt: number) => ({ updatedAt, newestFirst: NEWEST_BASE - updatedAt });
const IN_2199 = Date.UTC(2199, 5, 1);

const floods: [string, Partial<VolymRecord>][] = [
  [
    'changes of the year 2199 in a record of today',
    { ...dated(9_000_000), history: ahead(IN_2199) },
  ],
  ['changes and a record of the year 2199', { ...dated(IN_2199 + 500), history: ahead(IN_2199) }],
  ['changes of the very last moment', { ...dated(9_000_000), history: ahead(LAST_MOMENT - 199) }],
];

test.each(floods)(
  'X12: two hundred %s hide nobody who writes from then on, and nobody is asked without need',
  { timeout: 240_000 },
  async (_, flood) => {
    const { server, codec, phone, tablet } = await pairInStep();
    await inStep(phone);
    const sealed = await codec.pack({ ...order(), ...flood } as VolymRecord);
    await server.ask('POST', '/w/_bulk_docs', {
      docs: [{ ...sealed, _rev: await revisionOf(server) }],
    });
    const both = [phone, tablet];
    for (const device of both)
      await expect.poll(async () => (await orderOn(device))?.history.length, PATIENT).toBe(200);
    await setAmount(phone, '12.00');
    await expect.poll(() => amountOn(tablet), PATIENT).toBe('12.00');
    // Without a network, each another field.
    await tablet.disconnect();
    await setReseller(tablet, 'Nya');
    await setAmount(phone, '99.00');
    await inStep(phone);
    await tablet.connect();
    const read = async (device: (typeof both)[number]) => {
      const { data, clashes } = (await orderOn(device))!;
      return [data.amount, data.reseller, clashes.length];
    };
    for (const device of both)
      await expect.poll(() => read(device), PATIENT).toEqual(['99.00', 'Nya', 0]);
    const toldOf = async (device: (typeof both)[number]) =>
      (await orderOn(device))!.history
        .filter(({ id }) => !id.startsWith('zz-'))
        .map(({ field, to }) => `${field} ${String(to)}`);
    for (const device of both)
      expect(await toldOf(device)).toEqual(
        expect.arrayContaining(['amount 12.00', 'amount 99.00', 'reseller Nya']),
      );
    // Each the same field: someone is asked, and of those two values alone.
    await tablet.disconnect();
    await setAmount(tablet, '501.00');
    await setAmount(phone, '502.00');
    await inStep(phone);
    await tablet.connect();
    const asked = async (device: (typeof both)[number]) =>
      (await orderOn(device))?.clashes.map(({ answers }) =>
        answers.map(({ value }) => value).sort(),
      );
    for (const device of both)
      await expect.poll(() => asked(device), PATIENT).toEqual([['501.00', '502.00']]);
  },
);
