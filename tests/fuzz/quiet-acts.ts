import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { editOrder } from '#programmes/apple-credit/rules/order/order-commands.ts';
import { decideOnCodes } from '#workspace/rules/people/decide-on-codes.ts';
import type { Device as DeviceRecord } from '#workspace/rules/people/device.ts';
import { renameDevice, sayWhose } from '#workspace/rules/people/device-commands.ts';
import { noteOpened } from '#workspace/rules/people/opens-codes.ts';
import type { Person } from '#workspace/rules/people/person.ts';
import { ok, type Result } from '#core/result.ts';
import { KEYRING_ID, type KeyringData, type Wrap } from '#workspace/rules/vault/keyring.ts';
import { kitsOf, withoutWraps, withWrap } from '#workspace/rules/vault/keyring-commands.ts';
import { WORKSPACE_ID, type WorkspaceData } from '#workspace/rules/settings/workspace.ts';
import type { Device } from '../data/sync/devices.ts';
import { chosen, on, type Act } from './act.ts';
import { MARKED } from './network.ts';
import type { QuietName } from './script.ts';

/** A wrap of keys that nobody opens here: what counts is that it stays, or goes for good. */
export const wrapCalled = (id: string, by: Wrap['by']): Wrap => ({
  id,
  by,
  number: by === 'passphrase' ? 0 : 1,
  madeOn: '2026-11-20',
  salt: 'AA==',
  iv: 'AA==',
  keys: 'AA==',
  derivation: { name: 'argon2id', memoryKiB: 65_536, passes: 3, lanes: 1 },
});

const HEADINGS = 3;

/** Two devices may come to mean another thing by the same headings. */
const mapAgain: Act = ({ device, model, of, value }) =>
  model.change(device, WORKSPACE_ID, (record) => {
    const data = record.data as WorkspaceData;
    const mappings = { ...data.mappings, [`heading-${of % HEADINGS}`]: { [value]: 'code' } };
    return ok({ ...record, data: { ...data, mappings } }) as never;
  });

/**
 * The keyring as it is on a device; one that has not fetched it yet neither decides nor changes
 * anything there.
 */
export const keyringOn = async ({ records }: Device): Promise<KeyringData | undefined> =>
  (await records.get(KEYRING_ID))?.data as KeyringData | undefined;

const decide: Act = async (given) => {
  const { device, to } = given;
  const [people, keyring] = await Promise.all([
    device.records.find({ kind: 'person' }) as Promise<Person[]>,
    keyringOn(device),
  ]);
  if (keyring === undefined) return;
  const deciding = { by: device.name, people, wraps: keyring.wraps, out: new Set<string>() };
  await on<Person>(
    'person',
    (person) => decideOnCodes(person, to % 2 === 0, deciding) as never,
  )(given);
};

/**
 * Another recovery kit; those that were there before it go once it is kept, as the vault has it.
 */
const newKit: Act = async ({ device, model, value }) => {
  const before = await keyringOn(device);
  if (before === undefined) return;
  const old = kitsOf(before).map(({ id }) => id);
  // The keyring is readable, so nothing of it is marked.
  const kit = wrapCalled(value.replace(MARKED, 'kit-'), 'recovery-kit');
  await model.change(device, KEYRING_ID, (keyring) => withWrap(keyring as never, kit) as never);
  await model.change(device, KEYRING_ID, (keyring) => withoutWraps(keyring as never, old) as never);
};

/**
 * Writes of fields whose values no history tells: secrets, what the app notes by itself, what
 * nobody is asked about.
 */
export const QUIET_ACTS: Readonly<Record<QuietName, Act>> = {
  'link-order': on<CreditOrder>(
    'credit-order',
    (order, { value }) => editOrder(order, { inboxLink: `https://${value}.example/` }) as never,
  ),
  'import-order': on<CreditOrder>(
    'credit-order',
    (order, { to, value }) =>
      editOrder(order, { origin: { run: value, row: to, file: value } }) as never,
  ),
  'map-again': mapAgain,
  'note-opened': on<Person>(
    'person',
    (person, { of, to }) =>
      noteOpened(person, `w-${of % 3}`, chosen(['2026-11-19', '2026-11-20'], to)) as never,
  ),
  decide,
  'name-device': on<DeviceRecord>(
    'device',
    (device, { value }) => renameDevice(device, value) as never,
  ),
  'say-whose': on<DeviceRecord>(
    'device',
    (device, { to, value }): Result<never> =>
      sayWhose(device, value, chosen(['iphone', 'windows'], to)) as never,
  ),
  'new-kit': newKit,
};
