import { expect, test } from 'vitest';
import { KEYRING_ID } from '#workspace/rules/vault/keyring.ts';
import { openChangedKeys } from '#data/sync/keys/changed-keys.ts';
import { sealing, type WireDocument } from '#data/sync/sealing.ts';
import type { DeviceKeys } from '#data/vault/device-keys.ts';
import { begin, IDS, keysOnServer, rotated, stateOf } from '#tests/data/sync/keyed-devices.ts';
import {
  amountOn,
  docsIn,
  isPoll,
  onServer,
  openLine,
  order,
  orderOn,
  PATIENT,
  setAmount,
  setReseller,
  revisionOf,
} from '#tests/data/sync/world.ts';

test('X9: all on the server is resealed with the new key, tombstones too', async () => {
  const { server, phone, of } = await rotated();
  await phone.collection
    .findOne('order-2')
    .exec()
    .then((record) => record?.remove());
  await expect
    .poll(async () => (await onServer(server, ['order-2']))[0]?.value?.deleted, PATIENT)
    .toBe(true);
  await of.changed.inStep(of.sync);
  expect(await keysOnServer(server, ['order-1', 'order-3', KEYRING_ID])).toEqual([
    'k2',
    'k2',
    'k2',
  ]);
  const { body } = await server.ask('GET', '/w/_changes?include_docs=true');
  const { results } = body as { results: { doc: WireDocument }[] };
  expect(new Set(results.map(({ doc }) => doc.key))).toEqual(new Set(['k2']));
});

test('X9: a device without the new key sends nothing more, and offers the keyring; with it, it has all', async () => {
  const { server, phone, tablet, k1, k2, of } = await rotated();
  await of.changed.inStep(of.sync);
  await expect.poll(() => stateOf(tablet), PATIENT).toBe('other-keys');
  await setAmount(tablet, '31000.00');
  await setAmount(phone, '32000.00', 'order-3');
  expect(await tablet.store.get('offered-keyring')).toMatchObject({
    vaultKey: 'v2',
    workspaceKey: 'k2',
  });
  await expect.poll(() => stateOf(phone), PATIENT).toBe('in-step');
  expect(await amountOn(phone)).toBe('25000.00');
  // Someone types the passphrase.
  const { sync, changed, state } = await begin(tablet, k2, [k1]);
  await expect.poll(() => amountOn(phone), PATIENT).toBe('31000.00');
  await expect.poll(() => amountOn(tablet, 'order-3'), PATIENT).toBe('32000.00');
  await expect.poll(state, PATIENT).toBe('in-step');
  await changed.inStep(sync);
  expect(await tablet.store.get('offered-keyring')).toBeUndefined();
  expect([sync.unreadable.size, sync.aside.size]).toEqual([0, 0]);
  expect(await keysOnServer(server, IDS)).toEqual(['k2', 'k2', 'k2']);
});

test('X9: what a device wrote under the old key before it knew comes through once it has the new one', async () => {
  const { server, phone, tablet, k1, k2, of } = await rotated();
  // Sealed and on its way at the moment of the change: the server took it.
  await setAmount(tablet, '33000.00');
  const copy = (await tablet.records.get('order-1')) as never;
  const [row] = await onServer(server, ['order-1']);
  const late = { ...(await sealing(k1, []).pack(copy)), _rev: row?.value?.rev };
  await server.ask('POST', '/w/_bulk_docs', { docs: [late] });
  await of.changed.inStep(of.sync);
  const { sync, changed, state } = await begin(tablet, k2, [k1]);
  await expect.poll(state, PATIENT).toBe('in-step');
  await changed.inStep(sync);
  await expect.poll(() => amountOn(phone), PATIENT).toBe('33000.00');
  expect(await keysOnServer(server, IDS)).toEqual(['k2', 'k2', 'k2']);
});

test('X9: once all is resealed, nothing new is believed that the old key sealed; it is shown, not taken', async () => {
  const { server, phone, k1, of } = await rotated();
  await of.changed.inStep(of.sync);
  const forged = {
    ...order('order-1'),
    ...((await phone.records.get('order-1')) as object),
  } as never as {
    data: { amount: string };
    updatedAt: number;
  };
  const evil = {
    ...forged,
    data: { ...forged.data, amount: '1.00' },
    updatedAt: forged.updatedAt + 1_000,
  };
  const [row] = await onServer(server, ['order-1']);
  const docs = [
    { ...(await sealing(k1, []).pack(evil as never)), _rev: row?.value?.rev },
    await sealing(k1, []).pack({ ...(evil as object), id: 'order-9' } as never),
  ];
  await server.ask('POST', '/w/_bulk_docs', { docs });
  await expect.poll(() => [...of.sync.unreadable].sort(), PATIENT).toEqual(['order-1', 'order-9']);
  expect([await amountOn(phone), await amountOn(phone, 'order-9')]).toEqual([
    '25000.00',
    undefined,
  ]);
  await of.changed.inStep(of.sync);
  expect((await keysOnServer(server, ['order-9']))[0]).toBe('k1');
});

test('X9: nor does a device that gets the new key only then: the keyring tells it so, before anything else comes', async () => {
  const { server, phone, tablet, k1, k2, of } = await rotated();
  await of.changed.inStep(of.sync);
  // Its word is on the server by then.
  await expect.poll(() => of.sync.waiting(9), PATIENT).toBe(0);
  await expect.poll(() => stateOf(tablet), PATIENT).toBe('other-keys');
  const forged = { ...((await phone.records.get('order-1')) as object), id: 'order-9' };
  await server.ask('POST', '/w/_bulk_docs', {
    docs: [await sealing(k1, []).pack(forged as never)],
  });
  const { sync, changed, state } = await begin(tablet, k2, [k1]);
  await expect.poll(state, PATIENT).toBe('in-step');
  await changed.inStep(sync);
  expect([[...sync.unreadable], await amountOn(tablet, 'order-9')]).toEqual([
    ['order-9'],
    undefined,
  ]);
  expect(await keysOnServer(server, ['order-9'])).toEqual(['k1']);
  // It is known over a restart, whatever keyring the server shows then.
  await tablet.disconnect();
  tablet.kept.delete('resealed');
  const keys = { workspace: k2, older: new Map([[k1.id, k1.key]]) } as unknown as DeviceKeys;
  const parts = {
    store: tablet.store,
    workspaceId: 'w',
    records: tablet.records,
    turnTo: async () => undefined,
  };
  const again = await openChangedKeys(keys, parts, () => undefined);
  expect(again.keys?.isRetired('k1')).toBe(true);
});

test('X8: a change that met what could not be opened waits aside, and goes out once that can be', async () => {
  const { server, phone, tablet, k1, k2, of } = await rotated();
  await expect.poll(() => stateOf(tablet), PATIENT).toBe('other-keys');
  await of.changed.inStep(of.sync);
  // On its way at the moment of the change, and come after all was sealed again.
  await setAmount(tablet, '33000.00');
  const copy = (await tablet.records.get('order-1')) as never;
  const [row] = await onServer(server, ['order-1']);
  const late = { ...(await sealing(k1, []).pack(copy)), _rev: row?.value?.rev };
  await server.ask('POST', '/w/_bulk_docs', { docs: [late] });
  await expect.poll(() => [...of.sync.unreadable], PATIENT).toEqual(['order-1']);
  await setReseller(phone, 'Atea');
  await expect.poll(() => of.sync.aside.get('order-1')?.reason, PATIENT).toBe('not-authentic');
  const { sync, changed, state } = await begin(tablet, k2, [k1]);
  await expect.poll(state, PATIENT).toBe('in-step');
  await changed.inStep(sync);
  for (const device of [phone, tablet])
    await expect
      .poll(async () => (await orderOn(device))?.data, PATIENT)
      .toMatchObject({ amount: '33000.00', reseller: 'Atea' });
  await expect.poll(() => [of.sync.aside.size, of.sync.unreadable.size], PATIENT).toEqual([0, 0]);
});

test('X9: what the old key sealed and a server shows only to a device that reseals gets no new seal', async () => {
  // It tells of no change, so that the row is met there first.
  const { server, phone, k1, of } = await rotated((request, answer) =>
    isPoll(request) ? new Promise(() => undefined) : answer(),
  );
  await of.changed.inStep(of.sync);
  const forged = { ...((await phone.records.get('order-1')) as object), id: 'order-9' };
  await server.ask('POST', '/w/_bulk_docs', {
    docs: [await sealing(k1, []).pack(forged as never)],
  });
  await of.sync.reseal();
  expect([await keysOnServer(server, ['order-9']), [...of.sync.unreadable]]).toEqual([
    ['k1'],
    ['order-9'],
  ]);
  expect(phone.kept.get('unreadable')).toBe('["order-9"]');
  of.sync.tryNow();
  await setAmount(phone, '35000.00');
  await expect
    .poll(async () => (await onServer(server, ['order-1']))[0]?.value?.rev, PATIENT)
    .toMatch(/^3-/);
  expect(await amountOn(phone, 'order-9')).toBe(undefined);
});

test('X9: nor does a state under the old key that this device has behind it: others, who came in since, would take it for the newest', async () => {
  const { server, phone, k1, of } = await rotated((request, answer) =>
    isPoll(request) ? new Promise(() => undefined) : answer(),
  );
  await of.changed.inStep(of.sync);
  const older = (await phone.records.get('order-1')) as never;
  const before = await revisionOf(server);
  await setAmount(phone, '34000.00');
  await expect.poll(() => revisionOf(server), PATIENT).not.toBe(before);
  const shown = { ...(await sealing(k1, []).pack(older)), _rev: await revisionOf(server) };
  await server.ask('POST', '/w/_bulk_docs', { docs: [shown] });
  await of.sync.reseal();
  expect(await keysOnServer(server, ['order-1', 'order-2'])).toEqual(['k1', 'k2']);
});

test('X9: what the server refuses while all is resealed keeps it undone, until a later run brings it through', async () => {
  const line = openLine();
  const { server, phone, k1, k2, of } = await rotated(line.network);
  line.obey(async (request, answer) => {
    const docs = await docsIn(request);
    if (!docs.some(({ _id }) => _id === 'order-3')) return answer();
    const { body } = await server.ask('POST', '/w/_bulk_docs', {
      docs: docs.filter(({ _id }) => _id !== 'order-3'),
    });
    return Response.json(
      [...(body as object[]), { id: 'order-3', error: 'forbidden', reason: 'x' }],
      { status: 201 },
    );
  });
  await of.changed.inStep(of.sync);
  expect(await keysOnServer(server, IDS)).toEqual(['k2', 'k2', 'k1']);
  // Undone, but the old key no longer counts: whoever was shut out could have put such a row there.
  expect([phone.kept.get('resealed'), of.changed.keys?.isRetired('k1')]).toEqual([undefined, true]);
  line.obey();
  const later = await begin(phone, k2, [k1]);
  await expect.poll(later.state, PATIENT).toBe('in-step');
  await later.changed.inStep(later.sync);
  expect(await keysOnServer(server, IDS)).toEqual(['k2', 'k2', 'k2']);
  expect([phone.kept.get('resealed'), later.changed.keys?.isRetired('k1')]).toEqual([
    '"k2|1"',
    true,
  ]);
});

test('X9: the keyring from before the change, which a server shows again, is no offer: the newer one is written over it', async () => {
  const { server, device, phone, k2, of, before } = await rotated();
  await of.changed.inStep(of.sync);
  await phone.disconnect();
  // Came in after the change, and has the new key alone.
  const fresh = await device('fresh');
  const { sync, state } = await begin(fresh, k2);
  await expect.poll(state, PATIENT).toBe('in-step');
  await expect.poll(() => amountOn(fresh, 'order-3'), PATIENT).toBe('25000.00');
  const states: string[] = [];
  sync.status$.subscribe((status) => states.push(status.state));
  const [now] = await onServer(server, [KEYRING_ID]);
  const _attachments = { 'note.txt': { content_type: 'text/plain', data: btoa('keep me') } };
  await server.ask('POST', '/w/_bulk_docs', {
    docs: [{ ...before, _attachments, _rev: now?.value?.rev }],
  });
  await expect.poll(() => keysOnServer(server, [KEYRING_ID]), PATIENT).toEqual(['k2']);
  await expect.poll(sync.writtenBack, PATIENT).toBe(1);
  expect(await server.store.open('w')?.get(KEYRING_ID, { attachments: true })).toMatchObject({
    _attachments,
  });
  expect(await fresh.store.get('offered-keyring')).toBeUndefined();
  expect(states).not.toContain('other-keys');
  expect((await fresh.records.get(KEYRING_ID))?.data).toMatchObject({ workspaceKey: 'k2' });
});

test('X9: a server that was put back to before the change of keys is filled again', async () => {
  const { server, phone, k1, of } = await rotated();
  await of.changed.inStep(of.sync);
  // The older copy: the documents of then, under the key of then.
  const copy = (await phone.records.get('order-1')) as never;
  const [row] = await onServer(server, ['order-1']);
  await setAmount(phone, '34000.00');
  await expect
    .poll(async () => (await onServer(server, ['order-1']))[0]?.value?.rev, PATIENT)
    .not.toBe(row?.value?.rev);
  const [now] = await onServer(server, ['order-1']);
  await server.ask('POST', '/w/_bulk_docs', {
    docs: [{ ...(await sealing(k1, []).pack(copy)), _rev: now?.value?.rev }],
  });
  await expect.poll(async () => (await keysOnServer(server, ['order-1']))[0], PATIENT).toBe('k2');
  expect(await amountOn(phone)).toBe('34000.00');
  expect(of.sync.unreadable.size).toBe(0);
});
