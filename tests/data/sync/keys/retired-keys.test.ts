import { expect, test } from 'vitest';
import { KEYRING_ID, type KeyringData, type Wrap } from '#workspace/rules/vault/keyring.ts';
import { newPerson } from '#workspace/rules/people/person-commands.ts';
import type { PersonData } from '#workspace/rules/people/person.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { stored } from '#data/records/envelope.ts';
import { onKind } from '#data/records/on-kind.ts';
import type { Copy } from '#data/merge/copy.ts';
import { openRetiredKeys } from '#data/sync/keys/retired-keys.ts';
import { sealing, type WireDocument } from '#data/sync/sealing.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { examples } from '#tests/factories/examples.ts';
import { begin, IDS, keysOnServer, rotated } from '#tests/data/sync/keyed-devices.ts';
import type { Device } from '#tests/data/sync/devices.ts';
import {
  amountOn,
  docsIn,
  isDown,
  onServer,
  openLine,
  PATIENT,
  setAmount,
} from '#tests/data/sync/world.ts';

const wrap = (id: string, by: Wrap['by'], number: number): Wrap => ({
  id,
  by,
  number,
  madeOn: '2026-11-20',
  workspaceKey: 'k2',
  salt: 'AAAA',
  iv: 'AAAA',
  keys: 'AAAA',
  derivation: { name: 'argon2id', memoryKiB: 65536, passes: 3, lanes: 1 },
});
const WRAPS = { p2: wrap('p2', 'passphrase', 0), kit2: wrap('kit2', 'recovery-kit', 2) };

const keyringOn = async (device: Device): Promise<Copy> =>
  (await device.records.get(KEYRING_ID)) as never;
const keyringData = async (device: Device): Promise<KeyringData> =>
  (await keyringOn(device)).data as unknown as KeyringData;
const wrapsOn = async (device: Device): Promise<string[]> =>
  Object.keys((await keyringData(device)).wraps);

const addWraps = (device: Device, wraps: KeyringData['wraps']) =>
  device.records.change(
    KEYRING_ID,
    onKind('keyring', (keyring) => ({
      ok: true,
      value: { ...keyring, data: { ...keyring.data, wraps: { ...keyring.data.wraps, ...wraps } } },
    })),
  );

type Rotated = Awaited<ReturnType<typeof rotated>>;

/**
 * The keys are changed, all is sealed again, and both devices have the new keys and the word of it.
 */
const allSealedAnew = async (...given: Parameters<typeof rotated>) => {
  const world = await rotated(...given);
  const { phone, tablet, k1, k2, of } = world;
  await addWraps(phone, WRAPS);
  await of.changed.inStep(of.sync);
  const tabletHas = await begin(tablet, k2, [k1]);
  await expect.poll(tabletHas.state, PATIENT).toBe('in-step');
  await tabletHas.changed.inStep(tabletHas.sync);
  for (const device of [phone, tablet]) {
    await expect
      .poll(async () => (await keyringData(device)).sealedAnew, PATIENT)
      .toEqual({ k2: true });
    await expect.poll(() => wrapsOn(device), PATIENT).toEqual(['of-k2', 'p2', 'kit2']);
    await expect.poll(() => device.sync.waiting(9), PATIENT).toBe(0);
  }
  return { ...world, tabletHas };
};

/**
 * What a former member makes of the keyring: as it was a moment earlier, with the new passphrase
 * taken off.
 */
const takenOff = (own: Copy): Copy => ({
  ...own,
  updatedAt: own.updatedAt - 1,
  newestFirst: own.newestFirst + 1,
  data: { ...(own.data as unknown as KeyringData), wrapsTakenOff: { p2: true } } as never,
});

const put = async (
  { server }: Pick<Rotated, 'server'>,
  document: object,
  more: object = {},
): Promise<void> => {
  const { body } = await server.ask('POST', '/w/_bulk_docs', { docs: [document], ...more });
  expect((body as { error?: string }[]).flatMap(({ error }) => error ?? [])).toEqual([]);
};

/** Seals it with the earlier key and writes that over the server's copy. */
const forge = async (world: Pick<Rotated, 'server' | 'k1'>, copy: Copy): Promise<void> => {
  const [row] = await onServer(world.server, [copy.id]);
  await put(world, {
    ...(await sealing(world.k1, [KEYRING_ID]).pack(copy)),
    _rev: row?.value?.rev,
  });
};

/** The keyring as the key in use opens it on the server. */
const keyringOnServer = async ({
  server,
  k2,
}: Pick<Rotated, 'server' | 'k2'>): Promise<KeyringData> => {
  const [row] = await onServer(server, [KEYRING_ID]);
  return (await sealing(k2, []).unpack(row?.doc as WireDocument)).data as unknown as KeyringData;
};

test('X9: an earlier state that the old key sealed takes no passphrase off: what is here is written over it, and nothing of it taken in', async () => {
  const world = await allSealedAnew();
  const { server, phone, tablet } = world;
  await forge(world, takenOff(await keyringOn(phone)));
  await expect.poll(() => keysOnServer(server, [KEYRING_ID]), PATIENT).toEqual(['k2']);
  expect(await keyringOnServer(world)).not.toHaveProperty('wrapsTakenOff');
  // Both have looked at it, and at what took its place.
  for (const device of [phone, tablet]) device.sync.compareAll();
  for (const device of [phone, tablet]) {
    await expect.poll(() => device.sync.waiting(9), PATIENT).toBe(0);
    expect(await wrapsOn(device)).toEqual(['of-k2', 'p2', 'kit2']);
    expect([...device.sync.unreadable]).toEqual([]);
  }
});

/** A person on both devices, and what the server has of them. */
const sara = async (world: Awaited<ReturnType<typeof allSealedAnew>>): Promise<Copy> => {
  const { phone, tablet } = world;
  await phone.records.create(newPerson('sara', 'Sara'));
  await expect.poll(async () => (await tablet.records.get('sara'))?.id, PATIENT).toBe('sara');
  await rename(phone, 'Sara L');
  await expect.poll(async () => (await personOn(tablet)).name, PATIENT).toBe('Sara L');
  await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
  return (await phone.records.get('sara')) as never;
};

const personOn = async (device: Device): Promise<PersonData> =>
  (await device.records.get('sara'))?.data as unknown as PersonData;
const rename = (device: Device, name: string) =>
  device.records.change(
    'sara',
    onKind('person', (person) => ({
      ok: true,
      value: { ...person, data: { ...person.data, name } },
    })),
  );
const noteOpened = (device: Device, opened: PersonData['opened']) =>
  device.records.change(
    'sara',
    onKind('person', (person) => ({
      ok: true,
      value: { ...person, data: { ...person.data, opened } },
    })),
  );

test('X9: nor does one that a change which waits here meets: what it says of who opens codes comes to nobody', async () => {
  const line = openLine();
  const world = await allSealedAnew(line.network);
  const { server, phone, tablet, k2 } = world;
  const own = await sara(world);
  await tablet.disconnect();
  line.obey(isDown);
  const data = { ...(own.data as unknown as PersonData), opened: { p2: '2026-11-20' } };
  await forge(world, { ...own, updatedAt: own.updatedAt - 1, data: data as never });
  await rename(phone, 'Sara Lind');
  line.obey();
  phone.sync.tryNow();
  await expect.poll(() => keysOnServer(server, ['sara']), PATIENT).toEqual(['k2']);
  await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
  const [row] = await onServer(server, ['sara']);
  const there = (await sealing(k2, []).unpack(row?.doc as WireDocument)).data;
  for (const data of [there, await personOn(phone)])
    expect(data).toEqual({ v: 1, name: 'Sara Lind' });
});

test.each(['loser', 'winner'] as const)(
  'X9: nor as one of two revisions, as another replicator leaves them, where it is the %s',
  async (which) => {
    const world = await allSealedAnew();
    const { server, phone, tablet, k1 } = world;
    const [row] = await onServer(server, [KEYRING_ID]);
    const [depth = ''] = (row?.value?.rev ?? '').split('-');
    const generation = which === 'loser' ? 1 : Number(depth) + 1;
    const forged = await sealing(k1, [KEYRING_ID]).pack(takenOff(await keyringOn(phone)));
    const ids = ['f'.repeat(32)];
    const document = {
      ...forged,
      _rev: `${generation}-${ids[0]}`,
      _revisions: { start: generation, ids },
    };
    await put(world, document, { new_edits: false });
    const conflicts = async () =>
      ((await server.ask('GET', `/w/${KEYRING_ID}?conflicts=true`)).body as WireDocument)
        ._conflicts;
    await expect.poll(conflicts, PATIENT).toBeUndefined();
    await expect.poll(() => keysOnServer(server, [KEYRING_ID]), PATIENT).toEqual(['k2']);
    expect(await keyringOnServer(world)).not.toHaveProperty('wrapsTakenOff');
    for (const device of [phone, tablet])
      expect(await wrapsOn(device)).toEqual(['of-k2', 'p2', 'kit2']);
  },
);

test('X8: what a device noted under the old key at the moment of the change comes from that device once it has the new key', async () => {
  const world = await allSealedAnew();
  const { server, phone, tablet, k1, k2 } = world;
  const own = await sara(world);
  await tablet.disconnect();
  // Made and on its way before the tablet knew of the change, by a clock that is behind.
  await noteOpened(tablet, { p2: '2026-11-20' });
  await forge(world, {
    ...own,
    updatedAt: own.updatedAt - 1,
    data: (await personOn(tablet)) as never,
  });
  await expect.poll(() => keysOnServer(server, ['sara']), PATIENT).toEqual(['k2']);
  expect(await personOn(phone)).not.toHaveProperty('opened');
  const { sync, changed, state } = await begin(tablet, k2, [k1]);
  await expect.poll(state, PATIENT).toBe('in-step');
  await changed.inStep(sync);
  for (const device of [phone, tablet])
    await expect
      .poll(() => personOn(device), PATIENT)
      .toMatchObject({ opened: { p2: '2026-11-20' } });
});

/** What a former member makes of an order. */
const cheaper = async (device: Device, id = 'order-1'): Promise<Copy> => {
  const own = (await device.records.get(id)) as unknown as Copy;
  return {
    ...own,
    updatedAt: own.updatedAt + 1_000,
    data: { ...own.data, amount: '1.00' } as never,
  };
};

const underOldKey = ({ sync }: Device): string[] => [...sync.underOldKey];

test('X9: one row that the server does not take under the new seal keeps no old key alive, on any device; it is counted, and tried again', async () => {
  const line = openLine();
  const world = await rotated(line.network);
  const { server, phone, tablet, k1, k2, of } = world;
  line.obey(async (request, answer) => {
    const isOver = (await docsIn(request)).some(
      ({ _id, key }) => _id === 'order-3' && key === 'k2',
    );
    return isOver ? Response.json({ error: 'too_large', reason: 'x' }, { status: 413 }) : answer();
  });
  await of.changed.inStep(of.sync);
  expect(await keysOnServer(server, IDS)).toEqual(['k2', 'k2', 'k1']);
  expect(underOldKey(phone)).toEqual(['order-3']);
  await expect
    .poll(async () => (await keyringOnServer(world)).sealedAnew, PATIENT)
    .toEqual({ k2: true });
  await forge(world, await cheaper(phone));
  await expect.poll(() => [...phone.sync.unreadable], PATIENT).toEqual(['order-1']);
  // The tablet was away all the while: it hears of it before anything else comes.
  const tabletHas = await begin(tablet, k2, [k1]);
  await expect.poll(tabletHas.state, PATIENT).toBe('in-step');
  expect([...tablet.sync.unreadable]).toEqual(['order-1']);
  for (const device of [phone, tablet])
    expect([await amountOn(device), await amountOn(device, 'order-3')]).toEqual([
      '25000.00',
      '25000.00',
    ]);
  line.obey();
  of.changed.tryAgain();
  await of.changed.inStep(of.sync);
  expect([await keysOnServer(server, ['order-3']), underOldKey(phone)]).toEqual([['k2'], []]);
});

test('X9: what is left under an old key is no longer counted once a change of it went out under the new one', async () => {
  const line = openLine();
  const { phone, of } = await rotated(line.network);
  line.obey(async (request, answer) => {
    const isOver = (await docsIn(request)).some(
      ({ _id, key }) => _id === 'order-3' && key === 'k2',
    );
    return isOver ? Response.json({ error: 'too_large', reason: 'x' }, { status: 413 }) : answer();
  });
  await of.changed.inStep(of.sync);
  expect(underOldKey(phone)).toEqual(['order-3']);
  line.obey();
  await setAmount(phone, '26000.00', 'order-3');
  await expect.poll(() => underOldKey(phone), PATIENT).toEqual([]);
});

test('X9: deletions that the server refuses together keep no old key alive', async () => {
  const line = openLine();
  const { server, phone, k1, of } = await rotated(line.network);
  const copy = { ...((await phone.records.get('order-2')) as unknown as Copy), _deleted: true };
  const [row] = await onServer(server, ['order-2']);
  await put({ server }, { ...(await sealing(k1, []).pack(copy)), _rev: row?.value?.rev });
  await expect.poll(() => amountOn(phone, 'order-2'), PATIENT).toBeUndefined();
  line.obey(async (request, answer) => {
    const isOver = (await docsIn(request)).some(({ _id }) => _id === 'order-2');
    return isOver
      ? Response.json({ error: 'missing_stub', reason: 'x' }, { status: 412 })
      : answer();
  });
  await of.changed.inStep(of.sync);
  expect([of.changed.keys?.isRetired('k1'), underOldKey(phone)]).toEqual([true, ['order-2']]);
});

/** A key named beforehand that nobody has, and a document under it. */
const namedBeforehand = async ({
  server,
  phone,
  of,
}: Pick<Rotated, 'server' | 'phone' | 'of'>): Promise<void> => {
  await phone.records.change(
    KEYRING_ID,
    onKind('keyring', (keyring) => ({
      ok: true,
      value: {
        ...keyring,
        data: { ...keyring.data, keysBefore: { ...keyring.data.keysBefore, k0: true as const } },
      },
    })),
  );
  await put({ server }, { _id: 'x', key: 'k0', sealed: { iv: 'AAAAAAAAAAAAAAAA', text: 'AAAA' } });
  await expect.poll(() => of.sync.waiting(9), PATIENT).toBe(0);
};

test('X9: nor does a key that a member named beforehand and nobody has', async () => {
  const world = await rotated();
  const { phone, k1, k2 } = world;
  await namedBeforehand(world);
  // How often the keys were changed is not known here.
  const again = await begin(phone, k2, [k1]);
  await expect.poll(again.state, PATIENT).toBe('in-step');
  await again.changed.inStep(again.sync);
  await forge(world, await cheaper(phone));
  await expect.poll(() => [...again.sync.unreadable].sort(), PATIENT).toEqual(['order-1', 'x']);
  expect([await amountOn(phone), await keyringData(phone)]).toEqual([
    '25000.00',
    expect.not.objectContaining({ sealedAnew: expect.anything() }),
  ]);
  // Also over a restart.
  const later = await begin(phone, k2, [k1]);
  expect(later.changed.keys?.isRetired('k1')).toBe(true);
});

test('X9: and a device that missed no change of keys tells the others so', async () => {
  const world = await rotated();
  const { phone, k1, k2 } = world;
  await namedBeforehand(world);
  const again = await begin(phone, { ...k2, generation: 1 }, [{ ...k1, generation: 0 }]);
  await expect.poll(again.state, PATIENT).toBe('in-step');
  await again.changed.inStep(again.sync);
  expect((await keyringData(phone)).sealedAnew).toEqual({ k2: true });
});

const recordWith = (words: object): VolymRecord =>
  stored(
    { ...examples.keyring, data: { ...examples.keyring.data, ...words } },
    undefined,
    doingOn(),
  );

test('X9: one that missed a change tells nobody that all is resealed, though it no longer believes the old key itself', async () => {
  const parts = (words: object, keys: object) => ({
    keys: keys as Parameters<typeof openRetiredKeys>[0],
    more: {
      store: { get: async () => undefined, set: async () => undefined },
      records: {
        get: async () => recordWith({ keysBefore: { k1: true, k2: true }, ...words }),
      } as never,
    },
  });
  const lacks = async (words: object, keys: object): Promise<boolean> => {
    const { keys: given, more } = parts(words, keys);
    return (await openRetiredKeys(given, more)).lacks('k2');
  };
  const key = {} as CryptoKey;
  const older = new Map([['k1', key]]);
  const third = { id: 'k3', key, generation: 2 };
  const first = new Map([['k1', 0]]);
  expect(await lacks({}, { workspace: third, older, generations: first })).toBe(true);
  // Who spoke for the third one had the second.
  expect(
    await lacks({ sealedAnew: { k3: true } }, { workspace: third, older, generations: first }),
  ).toBe(false);
  // It has as many as there were.
  const second = { ...third, generation: 1 };
  expect(await lacks({}, { workspace: second, older, generations: first })).toBe(false);
  expect(await lacks({}, { workspace: second, older })).toBe(false);
  expect(await lacks({}, { workspace: { id: 'k3', key }, older })).toBe(true);
});
