import { expect, test } from 'vitest';
import { KEYRING_ID, type KeyringData } from '#workspace/rules/vault/keyring.ts';
import { newKeyring } from '#workspace/rules/vault/keyring-commands.ts';
import type { Copy } from '#data/merge/copy.ts';
import { sealing, type WireDocument } from '#data/sync/sealing.ts';
import { begin, keyNamed, keysOnServer, stateOf, wrapOf } from './keyed-devices.ts';
import type { Device } from './devices.ts';
import { amountOn, onServer, order, PATIENT, setAmount, world } from './world.ts';

/** Two devices in step, with a keyring that has a wrap. */
const inStepWithWrap = async () => {
  const { server, device } = await world();
  const [phone, tablet] = [await device('phone'), await device('tablet')];
  const k1 = await keyNamed('k1');
  await phone.records.create(newKeyring('v1', [wrapOf('k1')]));
  await phone.records.create(order());
  await begin(phone, k1);
  await begin(tablet, k1);
  await expect.poll(() => amountOn(tablet), PATIENT).toBe('25000.00');
  const [{ doc } = {}] = await onServer(server, [KEYRING_ID]);
  return { server, device, phone, tablet, k1, doc: doc as WireDocument };
};

type World = Awaited<ReturnType<typeof inStepWithWrap>>;

const statesOf = ({ sync }: Device): string[] => {
  const states: string[] = [];
  sync.status$.subscribe(({ state }) => states.push(state));
  return states;
};

const write = async ({ server }: World, document: object): Promise<void> => {
  const { body } = await server.ask('POST', '/w/_bulk_docs', { docs: [document] });
  expect((body as { error?: string }[]).flatMap(({ error }) => error ?? [])).toEqual([]);
};

const openOf = ({ doc }: World): Copy => doc.open as Copy;

/** The open part with other data beside what it says, dated ahead. */
const openWith = (world: World, data: object): object => ({
  ...openOf(world),
  updatedAt: 4e12,
  data: { ...openOf(world).data, ...data },
});

const ATTACKS: readonly [what: string, made: (world: World) => object][] = [
  ['under a key that nobody has', (world) => ({ key: 'nobodys', open: openWith(world, {}) })],
  [
    'under a key that nobody has, and that its open part calls the one in use',
    (world) => ({
      key: 'nobodys',
      open: openWith(world, { workspaceKey: 'nobodys', vaultKey: 'v9' }),
    }),
  ],
  [
    'under such a key, with no wrap, or one more of the keys of now',
    (world) => ({
      key: 'nobodys',
      open: openWith(world, { wraps: { other: { ...wrapOf('k1'), keys: 'x' } } }),
    }),
  ],
  [
    'under such a key, with anything in the open part',
    () => ({ key: 'nobodys', open: { id: KEYRING_ID, data: 7 } }),
  ],
  ['under such a key, with nothing for its open part', () => ({ key: 'nobodys', open: null })],
  [
    'under such a key, with a newer order for its open part',
    ({ doc }) => ({
      key: 'nobodys',
      open: { ...doc.open, kind: 'credit-order', programme: 'apple-credit', data: { v: 9 } },
    }),
  ],
  ['under such a key, with no open part', () => ({ key: 'nobodys', open: undefined })],
  [
    'under the key in use, with a seal that is broken',
    () => ({ sealed: { iv: 'AAAAAAAAAAAAAAAA', text: 'AAAA' } }),
  ],
  ['without any seal', () => ({ key: undefined, sealed: undefined })],
];

test.each(ATTACKS)(
  'X9: a keyring written %s stops no sync, and the right one is written over it',
  async (_, made) => {
    const world = await inStepWithWrap();
    const { server, device, phone, tablet, k1, doc } = world;
    const states = [phone, tablet].map(statesOf);
    await write(world, { ...doc, ...made(world) });
    const there = async (): Promise<unknown> => {
      const [row] = await onServer(server, [KEYRING_ID]);
      return sealing(k1, [])
        .unpack(row?.doc as WireDocument)
        .then(
          ({ data }) => data,
          () => undefined,
        );
    };
    await expect.poll(there, PATIENT).toEqual(openOf(world).data);
    await setAmount(phone, '31000.00');
    await expect.poll(() => amountOn(tablet), PATIENT).toBe('31000.00');
    for (const device of [phone, tablet])
      await expect.poll(() => [...device.sync.unreadable], PATIENT).toEqual([]);
    expect(states.flat()).not.toContain('other-keys');
    const late = await device('late');
    await begin(late, k1);
    await expect.poll(() => amountOn(late), PATIENT).toBe('31000.00');
  },
);

test('X9: such a keyring stops no device that only reads, which writes nothing', async () => {
  const world = await inStepWithWrap();
  const { server, device, phone, tablet, k1, doc } = world;
  const reader = await device('reader', { mayWrite: () => false });
  await begin(reader, k1);
  await expect.poll(() => amountOn(reader), PATIENT).toBe('25000.00');
  await Promise.all([phone.disconnect(), tablet.disconnect()]);
  await write(world, { ...doc, key: 'nobodys', open: openWith(world, {}) });
  await expect.poll(() => [...reader.sync.unreadable], PATIENT).toEqual([KEYRING_ID]);
  expect(await keysOnServer(server, [KEYRING_ID])).toEqual(['nobodys']);
  await begin(phone, k1);
  await setAmount(phone, '31000.00');
  await expect.poll(() => amountOn(reader), PATIENT).toBe('31000.00');
  await expect.poll(() => keysOnServer(server, [KEYRING_ID]), PATIENT).toEqual(['k1']);
});

test('X9: a colleague who changed the keys is not written over: also while two changes meet, and by an older version', async () => {
  const { k2, k3, ...sealers } = { k2: await keyNamed('k2'), k3: await keyNamed('k3') };
  expect(sealers).toEqual({});
  const older = { ...wrapOf('k2'), workspaceKey: undefined };
  const honest: readonly [typeof k2, Partial<KeyringData>][] = [
    [k2, { workspaceKey: 'k2', wraps: { p: wrapOf('k2') } }],
    // The one that sealed it is not the one that counts.
    [k2, { workspaceKey: 'k3', wraps: { p: wrapOf('k2'), q: wrapOf('k3') } }],
    [k3, { workspaceKey: 'k3', wraps: { p: older } }],
  ];
  for (const [key, data] of honest) {
    const world = await inStepWithWrap();
    const copy = { ...openOf(world), updatedAt: openOf(world).updatedAt + 1 };
    const changed = {
      ...copy,
      data: { ...copy.data, keysBefore: { k1: true }, ...data },
    } as unknown as Copy;
    await write(world, {
      ...(await sealing(key, [KEYRING_ID]).pack(changed)),
      _rev: world.doc._rev,
    });
    for (const device of [world.phone, world.tablet])
      await expect.poll(() => stateOf(device), PATIENT).toBe('other-keys');
    expect(await keysOnServer(world.server, [KEYRING_ID])).toEqual([key.id]);
  }
});
