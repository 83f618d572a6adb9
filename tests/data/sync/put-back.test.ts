import { describe, expect, test } from 'vitest';
import { newCode } from '#programmes/apple-credit/rules/code/code-commands.ts';
import { recordStep } from '#programmes/apple-credit/rules/order/order-commands.ts';
import type { Draft, VolymRecord } from '#core/record/record.ts';
import { KEYRING_ID } from '#workspace/rules/vault/keyring.ts';
import { newWorkspace } from '#workspace/rules/settings/workspace-commands.ts';
import { WORKSPACE_ID } from '#workspace/rules/settings/workspace.ts';
import { putSettingsBack } from '#data/workspace/put-settings-back.ts';
import { conditionOf } from '#data/records/read-record.ts';
import { workspaceIn } from '#data/workspace/workspace-in.ts';
import { examples } from '#tests/factories/examples.ts';
import type { Device } from './devices.ts';
import {
  amountOn,
  inStep,
  onServer,
  order,
  orderOn,
  pairInStep,
  PATIENT,
  revisionOf,
  setAmount,
  setReseller,
  world,
} from './world.ts';

type World = Pick<Awaited<ReturnType<typeof world>>, 'server' | 'codec'>;

/**
 * A member writes a record as a newer version's, with its fields gone and a step that nobody knows.
 */
const callNewer = async (
  { server, codec }: World,
  own: VolymRecord,
  change: object = {},
): Promise<VolymRecord> => {
  const step = { id: 'evil', kind: 'x', on: '2026-01-01', at: 1, by: 'm' };
  const evil = {
    ...own,
    data: { ...own.data, v: 99, amount: '1.00' },
    steps: [step],
    updatedAt: own.updatedAt + 9,
    updatedBy: 'm',
    ...change,
  } as VolymRecord;
  await server.ask('POST', '/w/_bulk_docs', {
    docs: [{ ...(await codec.pack(evil)), _rev: await revisionOf(server, own.id) }],
  });
  return evil;
};

const conditionOn = async (device: Device, id = 'order-1') => {
  const record = await device.records.get(id);
  return record && conditionOf(record);
};

const eachIs = async (
  devices: readonly Device[],
  condition: string,
  id = 'order-1',
): Promise<void> => {
  for (const device of devices)
    await expect.poll(() => conditionOn(device, id), PATIENT).toBe(condition);
};

/** Everything that anybody wrote has come to everybody: an order written last by one is on all. */
const settled = async (devices: readonly Device[], id: string): Promise<void> => {
  for (const device of devices) await inStep(device);
  for (const device of devices) {
    const last = `${id}-${device.name}`;
    await device.records.create(order(last));
    for (const other of devices)
      await expect.poll(() => amountOn(other, last), PATIENT).toBe('25000.00');
  }
  for (const device of devices) await inStep(device);
};

const onServerNow = async ({ server, codec }: World, id = 'order-1') => {
  const [{ doc } = {}] = await onServer(server, [id]);
  return codec.unpack(doc ?? expect.unreachable());
};

/** Both hold an order with a step more, which then calls itself newer on both. */
const closed = async () => {
  const pair = await pairInStep();
  const { phone, tablet } = pair;
  await phone.records.change('order-1', (record, doing) =>
    recordStep(record as never, { kind: 'invoiced', on: '2026-09-03' } as never, doing),
  );
  await inStep(phone);
  await expect.poll(async () => (await orderOn(tablet))?.steps.length, PATIENT).toBe(2);
  const before = (await phone.records.get('order-1')) ?? expect.unreachable();
  return { ...pair, before, devices: [phone, tablet] as const };
};

describe('X9: a record that calls itself newer', () => {
  test('X9: is put back with its fields and steps, on every device and for good', async () => {
    const pair = await closed();
    const { phone, tablet, before, devices } = pair;
    await callNewer(pair, before);
    await eachIs(devices, 'newer-version');
    expect(await phone.records.change('order-1', () => expect.unreachable())).toMatchObject({
      ok: false,
    });
    expect(await tablet.records.canPutBack('order-1')).toBe(true);
    expect((await phone.records.putBack('order-1')).ok).toBe(true);
    await eachIs(devices, 'fine');
    await settled(devices, 'last');
    for (const device of devices) {
      const now = (await device.records.get('order-1')) ?? expect.unreachable();
      expect([conditionOf(now), now.data]).toEqual(['fine', before.data]);
      expect(now.steps).toEqual(expect.arrayContaining([...before.steps]));
      expect(now.history).toEqual(expect.arrayContaining([...before.history]));
      expect(await device.records.canPutBack('order-1')).toBe(false);
    }
    expect((await onServerNow(pair)).data).toEqual(before.data);
    expect((await setAmount(tablet, '12.00')).ok).toBe(true);
    await expect.poll(() => amountOn(phone), PATIENT).toBe('12.00');
  });

  test('X9: holds where both put it back at once', async () => {
    const pair = await closed();
    const { phone, tablet, before, devices } = pair;
    await callNewer(pair, before);
    await eachIs(devices, 'newer-version');
    await Promise.all(devices.map((device) => device.disconnect()));
    for (const device of devices) expect((await device.records.putBack('order-1')).ok).toBe(true);
    expect((await setAmount(phone, '12.00')).ok).toBe(true);
    expect((await setReseller(tablet, 'Atea')).ok).toBe(true);
    for (const device of devices) await device.connect();
    await settled(devices, 'last');
    for (const device of devices) {
      const now = await orderOn(device);
      expect(now?.data).toEqual({ ...before.data, amount: '12.00', reseller: 'Atea' });
      expect([await conditionOn(device), now?.clashes]).toEqual(['fine', []]);
      expect(now?.steps).toEqual(expect.arrayContaining([...before.steps]));
    }
  });

  test.each(['before', 'after'])(
    'X9: holds against an edit that met the newer one %s it was put back, and loses none of it',
    async (when) => {
      const pair = await closed();
      const { phone, tablet, before, devices } = pair;
      await tablet.disconnect();
      expect((await setReseller(tablet, 'Atea')).ok).toBe(true);
      await callNewer(pair, before);
      await eachIs([phone], 'newer-version');
      if (when === 'before') {
        await phone.disconnect();
        await phone.records.putBack('order-1');
        await tablet.connect();
        await eachIs([tablet], 'newer-version');
        await inStep(tablet);
        await phone.connect();
      } else {
        await phone.records.putBack('order-1');
        await inStep(phone);
        await tablet.connect();
      }
      await eachIs(devices, 'fine');
      await settled(devices, 'last');
      for (const device of devices) {
        const now = await orderOn(device);
        expect([await conditionOn(device), now?.data]).toEqual([
          'fine',
          { ...before.data, reseller: 'Atea' },
        ]);
        expect(now?.steps).toEqual(expect.arrayContaining([...before.steps]));
      }
      expect((await onServerNow(pair)).data.v).toBe(before.data.v);
    },
  );

  test('X9: wins over nothing that can be read: whoever writes a put-back by hand undoes no change', async () => {
    const pair = await closed();
    const { server, codec, phone, tablet, before, devices } = pair;
    await setAmount(phone, '12.00');
    await inStep(phone);
    await expect.poll(() => amountOn(tablet), PATIENT).toBe('12.00');
    const now = (await phone.records.get('order-1')) ?? expect.unreachable();
    const entry = {
      id: 'e',
      at: now.updatedAt + 5,
      by: 'm',
      field: 'v',
      to: 1,
      settles: [`${now.updatedAt}-${now.updatedBy}`],
    };
    const evil = {
      ...before,
      history: [...before.history, entry],
      updatedAt: now.updatedAt + 9,
      updatedBy: 'm',
    };
    await server.ask('POST', '/w/_bulk_docs', {
      docs: [{ ...(await codec.pack(evil)), _rev: await revisionOf(server) }],
    });
    await settled(devices, 'last');
    for (const device of devices) expect(await amountOn(device)).toBe('12.00');
  });

  test('X9: that a newer app wrote after it was put back is left alone', async () => {
    const pair = await closed();
    const { phone, before, devices } = pair;
    await callNewer(pair, before);
    await eachIs(devices, 'newer-version');
    await phone.records.putBack('order-1');
    await inStep(phone);
    await eachIs(devices, 'fine');
    const back = (await phone.records.get('order-1')) ?? expect.unreachable();
    const newer = await callNewer(pair, back, { steps: back.steps, history: back.history });
    await eachIs(devices, 'newer-version');
    await settled(devices, 'last');
    expect((await onServerNow(pair)).data).toEqual(newer.data);
  });

  test('X9: is undone as long as nobody wrote since, on every device, and can be put back again', async () => {
    const pair = await closed();
    const { phone, tablet, before, devices } = pair;
    await callNewer(pair, before);
    await eachIs(devices, 'newer-version');
    await settled(devices, 'met');
    const newer = await onServerNow(pair);
    expect(await phone.records.undoPutBack('order-1')).toMatchObject({
      problem: { code: 'nothing-to-take-back' },
    });
    await phone.records.putBack('order-1');
    await eachIs(devices, 'fine');
    await settled(devices, 'back');
    expect(await phone.records.undoPutBack('order-1')).toMatchObject({ ok: true });
    await eachIs(devices, 'newer-version');
    await settled(devices, 'undone');
    for (const device of devices) {
      const { data, steps, clashes, trashedOn } = newer;
      expect(await orderOn(device)).toMatchObject({ data, steps, clashes, trashedOn });
      expect(await device.records.canPutBack('order-1')).toBe(true);
    }
    expect(await phone.records.undoPutBack('order-1')).toMatchObject({
      problem: { code: 'nothing-to-take-back' },
    });
    // Anybody puts it back once more, and what somebody wrote then is not undone.
    expect((await tablet.records.putBack('order-1')).ok).toBe(true);
    await eachIs(devices, 'fine');
    await setAmount(phone, '12.00');
    await expect.poll(() => amountOn(tablet), PATIENT).toBe('12.00');
    expect(await tablet.records.undoPutBack('order-1')).toMatchObject({
      problem: { code: 'changed-since' },
    });
    await settled(devices, 'last');
    for (const device of devices)
      expect((await orderOn(device))?.data).toEqual({ ...before.data, amount: '12.00' });
  });

  test('X9: that this device never read goes to the trash with all that it says, and comes back', async () => {
    const pair = await closed();
    const { device, before, devices } = pair;
    await callNewer(pair, before);
    await eachIs(devices, 'newer-version');
    await settled(devices, 'met');
    const newer = await onServerNow(pair);
    const late = await device('late');
    await late.connect();
    await eachIs([late], 'newer-version');
    expect(await late.records.putBack('order-1')).toEqual({
      ok: false,
      problem: { code: 'nothing-kept' },
    });
    expect((await late.records.layAway('order-1', '2026-11-20')).ok).toBe(true);
    for (const device of devices)
      await expect.poll(async () => (await orderOn(device))?.trashedOn, PATIENT).toBe('2026-11-20');
    expect(await onServerNow(pair)).toMatchObject({ data: newer.data, steps: newer.steps });
    expect((await late.records.layAway('order-1', '')).ok).toBe(true);
    for (const device of devices)
      await expect.poll(async () => (await orderOn(device))?.trashedOn, PATIENT).toBe('');
  });

  test('X9: a code is put back after a restart, with what is sealed in it', async () => {
    const { server, codec, phone, tablet } = await pairInStep();
    const sealed = { key: 'v', iv: 'AA==', text: 'AA==' };
    await phone.records.create(
      newCode({ id: 'code-1', parent: 'order-1', usage: 'credit', number: 1, sealed }) as Draft,
    );
    await inStep(phone);
    await eachIs([phone, tablet], 'fine', 'code-1');
    const before = (await phone.records.get('code-1')) ?? expect.unreachable();
    await callNewer({ server, codec }, before, { data: { v: 99 } });
    await eachIs([phone, tablet], 'newer-version', 'code-1');
    await tablet.kill();
    expect((await tablet.records.putBack('code-1')).ok).toBe(true);
    await tablet.connect();
    await eachIs([phone, tablet], 'fine', 'code-1');
    await settled([phone, tablet], 'last');
    for (const device of [phone, tablet])
      expect((await device.records.get('code-1'))?.data).toEqual(before.data);
  });
});

test.each([0, 1])(
  'X9: settings and keyring of a newer version with %i steps: what is put back stays back',
  async (count) => {
    const made = await world();
    const devices = [await made.device('phone'), await made.device('tablet')] as const;
    const [phone] = devices;
    await phone.records.create(examples.keyring);
    await phone.records.create(newWorkspace('Nordviks skolor', ['apple-credit']));
    for (const device of devices) await device.connect();
    for (const id of [WORKSPACE_ID, KEYRING_ID]) {
      await eachIs(devices, 'fine', id);
      const own = (await phone.records.get(id)) ?? expect.unreachable();
      const steps = [{ id: 's', kind: 'x', on: '2026-01-01', at: 1, by: 'm' }].slice(0, count);
      await callNewer(made, own, { data: { v: 99 }, steps });
      await eachIs(devices, 'newer-version', id);
      const known = await workspaceIn(phone.records);
      const answer =
        id === WORKSPACE_ID
          ? await putSettingsBack(phone.records, known ?? expect.unreachable(), 'Nordviks skolor')
          : await phone.records.replace({ ...examples.keyring, data: own.data });
      expect(answer.ok).toBe(true);
      await eachIs(devices, 'fine', id);
      await settled(devices, `last-${id}`);
      for (const device of devices) {
        const now = (await device.records.get(id)) ?? expect.unreachable();
        expect(conditionOf(now)).toBe('fine');
        if (id === KEYRING_ID) expect(now.data).toEqual(own.data);
      }
    }
  },
);
