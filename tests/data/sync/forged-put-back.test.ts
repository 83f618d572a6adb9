import { expect, test } from 'vitest';
import type { Change, VolymRecord } from '#core/record/record.ts';
import type { Step } from '#core/record/step.ts';
import { conditionOf } from '#data/records/read-record.ts';
import {
  amountOn,
  inStep,
  onServer,
  orderOn,
  pairInStep,
  PATIENT,
  revisionOf,
  setAmount,
} from './world.ts';

/**
 * As many changes that never happened as leave room for the entry of a put-back alone, up to that
 * moment.
 */
const filledUpTo = (last: number): Change[] =>
  Array.from({ length: 199 }, (_, n) => ({
    id: `made-up-${n}`,
    at: last - 198 + n,
    by: 'm',
    field: 'note',
    from: '',
    to: 'x',
  }));

const REWRITTEN = { note: 'rewritten', on: '2026-10-10' };

type Told = (over: number) => readonly Change[];

const without: readonly (readonly [string, Told, Partial<Step>])[] = [
  ['with nothing of what happened', () => [], { id: 'made-up' }],
  [
    'with 199 made-up changes of long ago, and another note on the step',
    () => filledUpTo(199),
    REWRITTEN,
  ],
  [
    'with 199 made-up ones of just before, and that note',
    (over) => filledUpTo(over - 1),
    REWRITTEN,
  ],
  [
    'with 199 made-up ones that came after it, and that note',
    (over) => filledUpTo(over + 300),
    REWRITTEN,
  ],
];

test.each(without)(
  'X9: a member who calls a record newer and writes a put-back by hand %s erases nothing',
  async (_, told, change) => {
    const { server, codec, phone, tablet } = await pairInStep();
    const both = [phone, tablet];
    await setAmount(phone, '11.00');
    await inStep(phone);
    await expect.poll(() => amountOn(tablet), PATIENT).toBe('11.00');
    const own = (await orderOn(phone)) as VolymRecord;
    const put = async (record: object): Promise<void> => {
      const sealed = await codec.pack(record as VolymRecord);
      await server.ask('POST', '/w/_bulk_docs', {
        docs: [{ ...sealed, _rev: await revisionOf(server) }],
      });
    };
    const conditions = async () =>
      Promise.all(
        both.map(async (device) => conditionOf((await orderOn(device)) ?? expect.unreachable())),
      );
    await put({
      ...own,
      data: { ...own.data, v: 99 },
      updatedAt: own.updatedAt + 900,
      updatedBy: 'm',
    });
    await expect.poll(conditions, PATIENT).toEqual(['newer-version', 'newer-version']);
    for (const device of both) await inStep(device);
    const [{ doc } = {}] = await onServer(server, ['order-1']);
    const { updatedAt, updatedBy } = await codec.unpack(doc ?? expect.unreachable());
    // Over that very state, as the app would say it, with nothing in it of what happened.
    const settles = [`${updatedAt}-${updatedBy}`];
    const history = [
      ...told(updatedAt),
      { id: 'e', at: updatedAt + 5, by: 'm', field: 'v', to: own.data.v, settles },
    ];
    const steps = [{ ...own.steps[0], ...change }];
    await put({
      ...own,
      data: { ...own.data, amount: '1.00' },
      steps,
      history,
      updatedAt: updatedAt + 900,
      updatedBy: 'm',
    });
    await expect.poll(conditions, PATIENT).toEqual(['fine', 'fine']);
    for (const device of both) await inStep(device);
    // All go on from there, and nothing is pushed out by what they write.
    await setAmount(tablet, '11.00');
    await expect.poll(() => amountOn(phone), PATIENT).toBe('11.00');
    for (const device of both) await inStep(device);
    for (const device of both) {
      const now = (await orderOn(device)) ?? expect.unreachable();
      expect(now.steps).toEqual(expect.arrayContaining([...own.steps]));
      expect(now.history).toEqual(expect.arrayContaining([...own.history]));
    }
  },
);
