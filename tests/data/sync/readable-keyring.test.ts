import { afterEach, expect, test, vi } from 'vitest';
import { KEYRING_ID, type KeyringData } from '#workspace/rules/vault/keyring.ts';
import { newKeyring } from '#workspace/rules/vault/keyring-commands.ts';
import { lookIntoCouch } from '#data/sync/couch/couch-door.ts';
import { MOST_PUT_RIGHT } from '#data/sync/keys/keyring-behind.ts';
import { sealing, type WireDocument } from '#data/sync/sealing.ts';
import type { Device } from './devices.ts';
import { wrapOf } from './keyed-devices.ts';
import { amountOn, onServer, order, PATIENT, setAmount, world } from './world.ts';
import { onKind } from '#data/records/on-kind.ts';

afterEach(() => void vi.unstubAllGlobals());

const WORKSPACE = '0197a1b2-0000-7000-8000-0000000000aa';

/** Two devices in step with a bare CouchDB, which another one could come in from. */
const bareInStep = async () => {
  const { server, key, device } = await world();
  const [phone, tablet] = [await device('phone'), await device('tablet')];
  await phone.records.create(newKeyring('v1', [wrapOf('k1')]));
  await phone.records.create(order());
  const begin = (device: Device, name = WORKSPACE) =>
    device.connect({}, { codec: sealing(key, [KEYRING_ID], name) });
  await Promise.all([begin(phone), begin(tablet)]);
  await expect.poll(() => amountOn(tablet), PATIENT).toBe('25000.00');
  // The endpoint of a test has databases alone; what greets is the server around it.
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) =>
    address === 'http://endpoint/'
      ? Response.json({ couchdb: 'Welcome' })
      : server.app.request(address, init),
  );
  const login = { server: 'http://endpoint', database: 'w', user: 'late', password: 'x' };
  const found = () => lookIntoCouch(login, { mayMake: false });
  const there = async () => (await onServer(server, [KEYRING_ID]))[0]?.doc as WireDocument;
  const write = async (document: object): Promise<void> => {
    const { body } = await server.ask('POST', '/w/_bulk_docs', { docs: [document] });
    expect((body as { error?: string }[]).flatMap(({ error }) => error ?? [])).toEqual([]);
  };
  return { key, phone, tablet, begin, found, there, write };
};

const ATTACKS: readonly [what: string, made: object][] = [
  ['no readable part', { open: undefined }],
  ['a readable part that is no record', { open: 7 }],
  ['nothing for its readable part', { open: null }],
  ['junk in the readable part', { open: { id: KEYRING_ID, data: 7 } }],
  [
    'no wraps in the readable part',
    { open: { id: KEYRING_ID, data: { v: 1, vaultKey: 'v1', wraps: {} } } },
  ],
  ['no name of the workspace', { workspace: undefined }],
  ['a name of the workspace that is none', { workspace: '../../x' }],
  ['the name of another workspace', { workspace: '0197a1b2-0000-7000-8000-0000000000bb' }],
];

test.each(ATTACKS)(
  'X9: %s, beside a seal that is right, keeps nobody out of a bare CouchDB',
  async (_, made) => {
    const { phone, tablet, found, there, write } = await bareInStep();
    const right = await found();
    expect(right).toMatchObject({ ok: true, value: { workspace: WORKSPACE } });
    await write({ ...(await there()), ...made });
    await expect.poll(found, PATIENT).toEqual(right);
    await setAmount(phone, '31000.00');
    await expect.poll(() => amountOn(tablet), PATIENT).toBe('31000.00');
  },
);

test('X9: what a colleague sealed in the keyring stays, whatever is readable beside it, also after a restart', async () => {
  const { phone, tablet, begin, found, there, write } = await bareInStep();
  await Promise.all([phone.disconnect(), tablet.disconnect()]);
  await phone.records.change(
    KEYRING_ID,
    onKind('keyring', (keyring) => ({
      ok: true,
      value: {
        ...keyring,
        data: { ...keyring.data, wraps: { ...keyring.data.wraps, q: wrapOf('q') } },
      },
    })),
  );
  const before = (await there())._rev;
  await begin(phone);
  await expect.poll(async () => (await there())._rev, PATIENT).not.toBe(before);
  await phone.disconnect();
  await write({ ...(await there()), open: 7 });
  await begin(tablet);
  const wraps = async () =>
    Object.keys(
      ((await found()) as { value?: { keyring: KeyringData } }).value?.keyring.wraps ?? {},
    );
  await expect.poll(wraps, PATIENT).toContain('q');
  const onTablet = async () =>
    ((await tablet.records.get(KEYRING_ID))?.data as KeyringData | undefined)?.wraps;
  await expect.poll(onTablet, PATIENT).toHaveProperty('q');
});

test('X9: devices that call the workspace by different names do not write the keyring in turn without end', async () => {
  const { key, phone, tablet, begin, there } = await bareInStep();
  await tablet.disconnect();
  await begin(tablet, '0197a1b2-0000-7000-8000-0000000000bb');
  for (let round = 10; round < 40; round += 1) {
    const [from, to] = round % 2 === 0 ? [phone, tablet] : [tablet, phone];
    await setAmount(from, `${round}000.00`);
    await expect.poll(() => amountOn(to), PATIENT).toBe(`${round}000.00`);
  }
  const written = Number.parseInt((await there())._rev ?? '', 10);
  expect(written).toBeGreaterThan(1);
  expect(written).toBeLessThanOrEqual(1 + 2 * MOST_PUT_RIGHT);
  expect(await sealing(key, []).unpack(await there())).toMatchObject({ id: KEYRING_ID });
});
