import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { VolymRecord } from '#core/record/record.ts';
import { KEYRING_ID } from '#workspace/rules/vault/keyring.ts';
import { conditionOf } from '#data/records/read-record.ts';
import { sealing } from '#data/sync/sealing.ts';
import { stubDeviceDatabase } from '#tests/factories/device-database.ts';
import { examples } from '#tests/factories/examples.ts';
import { appsInStep, NAMED, readableNow, send } from './app-here.ts';
import { amountOn, inStep, orderOn, pairInStep, PATIENT, revisionOf, setAmount } from './world.ts';

beforeAll(stubDeviceDatabase);
afterAll(() => void vi.unstubAllGlobals());

/** As long as a text may be: longer than what an app writes of a person, who is an id. */
const LONG = 'm'.repeat(39_999);

describe('X9: a name of 39,999 letters', () => {
  test.each([
    ['of who wrote a state that calls itself newer', { updatedBy: LONG, v: 99 }],
    [
      'of who gave an answer',
      {
        clashes: [
          {
            id: 'q',
            field: 'amount',
            answers: [LONG, 'x'].map((by, at) => ({ value: `${at}.00`, by, at })),
          },
        ],
      },
    ],
    [
      'of who took a step',
      { steps: [{ id: 's', kind: 'note', on: '2026-09-05', at: 5, by: LONG }] },
    ],
    [
      'of who changed a field',
      { history: [{ id: 'h', at: 5, by: LONG, field: 'reseller', from: '', to: 'x' }] },
    ],
    ['of a field', { data: { ['f'.repeat(39_999)]: 'x' } }],
  ])(
    'X9: %s is no app’s: what is here stays, can be written, and everybody gets it',
    async (_, part) => {
      const { phone, tablet, server, codec } = await pairInStep();
      await phone.records.create(examples.keyring);
      await inStep(phone);
      const own = (await orderOn(phone)) as VolymRecord;
      const { v = own.data.v, data, ...rest } = part as { v?: number; data?: object };
      const evil = {
        ...own,
        updatedAt: own.updatedAt + 9,
        ...rest,
        data: { ...own.data, ...data, v },
      } as VolymRecord;
      const sealed = await codec.pack(evil);
      await server.ask('POST', '/w/_bulk_docs', {
        docs: [{ ...sealed, _rev: await revisionOf(server) }],
      });
      for (const device of [phone, tablet])
        await expect.poll(() => [...device.sync.unreadable], PATIENT).toEqual(['order-1']);
      expect(await orderOn(phone)).toEqual(own);
      expect((await phone.sync.writeOver(() => undefined)).ok).toBe(true);
      expect((await setAmount(phone, '12.00')).ok).toBe(true);
      await expect.poll(() => amountOn(tablet), PATIENT).toBe('12.00');
    },
  );

  test('X9: is here since an older version took it in: what this device last could read is put back, and stays', async () => {
    const { phone, tablet } = await pairInStep();
    await setAmount(phone, '31.00');
    await expect.poll(() => amountOn(tablet), PATIENT).toBe('31.00');
    for (const device of [phone, tablet]) await inStep(device);
    await phone.disconnect();
    const document = (await phone.collection.findOne('order-1').exec()) ?? expect.unreachable();
    await document.incrementalModify((now) => ({
      ...now,
      data: { ...now.data, v: 99 },
      updatedAt: now.updatedAt + 9,
      updatedBy: LONG,
    }));
    expect(conditionOf((await orderOn(phone)) ?? expect.unreachable())).toBe('unreadable');
    const { id, kind, programme, parent, data, steps } =
      (await orderOn(tablet)) ?? expect.unreachable();
    const draft = { id, kind, programme, parent, steps, data };
    const back = (await phone.records.canPutBack('order-1'))
      ? await phone.records.putBack('order-1')
      : await phone.records.replace(draft);
    expect(back.ok).toBe(true);
    await phone.connect();
    await inStep(phone);
    await setAmount(tablet, '12.00');
    await expect.poll(() => amountOn(phone), PATIENT).toBe('12.00');
    expect(conditionOf((await orderOn(phone)) ?? expect.unreachable())).toBe('fine');
  });

  test('X9: stops no sync with a keyring that calls itself newer', async () => {
    const made = await appsInStep();
    const [phone, tablet] = made.apps;
    const { open, _rev } = await readableNow(made);
    const newer = {
      ...open,
      updatedAt: open.updatedAt + 9,
      updatedBy: LONG,
      data: { v: 2 },
    } as never;
    await send(made, { ...(await sealing(made.key, [KEYRING_ID], NAMED).pack(newer)), _rev });
    await setAmount(made.phone, '31.00');
    await expect.poll(() => amountOn(made.tablet), PATIENT).toBe('31.00');
    for (const { trouble } of [phone, tablet]) expect(await trouble()).not.toBe('newer');
    // Nor with one under a key that nobody has: the sync waits, and goes on once somebody says that
    // it is none.
    const there = await readableNow(made);
    await send(made, { ...there, key: 'nobodys', open: { ...open, data: { v: 2 } } });
    for (const { state } of made.apps) await expect.poll(state, PATIENT).toBe('other-keys');
    await phone.unlock(made.secret);
    await phone.refuse();
    await setAmount(made.phone, '12.00');
    await expect.poll(() => amountOn(made.tablet), PATIENT).toBe('12.00');
  });
});
