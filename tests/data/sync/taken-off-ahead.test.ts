import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { KEYRING_ID, type KeyringData, type Wrap } from '#workspace/rules/vault/keyring.ts';
import { newKeyring } from '#workspace/rules/vault/keyring-commands.ts';
import { keyringTrouble, withKeyringPutBack } from '#workspace/rules/vault/keyring-trouble.ts';
import type { Copy } from '#data/merge/copy.ts';
import { sealing } from '#data/sync/sealing.ts';
import { stubDeviceDatabase } from '#tests/factories/device-database.ts';
import { appOn, appsInStep, changedWhileAway, NAMED, readableNow, send } from './app-here.ts';
import { KIT, keyringOf, NEW, NEW_KIT, OLD, ownerAndMember } from './keyring-attacks.ts';
import { ofKind, remembered, unlocked, withOtherPhrase } from './keyring-remembered.ts';
import { amountOn, PATIENT, setAmount } from './world.ts';

beforeAll(stubDeviceDatabase);
afterAll(() => void vi.unstubAllGlobals());

const named = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, true as const]));

/**
 * What a member writes before a new passphrase comes to a device, by the one that it knows and the
 * next.
 */
const AHEAD: readonly [what: string, states: (before: KeyringData, next: Wrap) => KeyringData[]][] =
  [
    ['its name as taken off', (before, { id }) => [{ ...before, wrapsTakenOff: named([id]) }]],
    [
      'its name after it was there',
      (before, next) => [
        { ...before, wraps: { ...before.wraps, [next.id]: next } },
        { ...before, wrapsTakenOff: named([next.id]) },
      ],
    ],
    [
      'it alone, and then its name beside the old one',
      (before, next) => [
        { ...before, wraps: { ...before.wraps, [next.id]: next } },
        { ...before, wraps: { [next.id]: next, ...byKit(before) } },
        { ...before, wrapsTakenOff: named([next.id]) },
      ],
    ],
    [
      'junk under its id, and then its name',
      (before, next) => [
        {
          ...before,
          wraps: {
            ...before.wraps,
            [next.id]: { ...next, iv: 'AAAAAAAAAAAAAAAA', vouched: undefined },
          },
        },
        { ...before, wrapsTakenOff: named([next.id]) },
      ],
    ],
    [
      'it with nobody to vouch for it',
      (before, next) => [
        { ...before, wraps: { ...before.wraps, [next.id]: { ...next, vouched: undefined } } },
      ],
    ],
  ];

const byKit = (keyring: KeyringData) => {
  const kit = ofKind(keyring, 'recovery-kit');
  return { [kit.id]: kit };
};

test.each(AHEAD)(
  'X9: a new passphrase opens, and the old one does not, where a member wrote %s first',
  async (...of) => {
    const [, states] = of;
    const { before } = await ownerAndMember();
    let last = await remembered(before, OLD);
    const changed = await withOtherPhrase(before);
    // Whoever has the device unlocks it after each, with the phrase or the kit.
    for (const state of states(before, ofKind(changed, 'passphrase')))
      for (const secret of [OLD, KIT]) last = (await unlocked(state, secret, last)).last ?? last;
    expect(keyringTrouble(changed, last)).toBeUndefined();
    const put = withKeyringPutBack({ ...newKeyring('', []), data: changed }, last);
    expect(put.ok && Object.keys(put.value.data.wraps).sort()).toEqual(
      Object.keys(changed.wraps).sort(),
    );
    expect((await unlocked(changed, OLD, last)).answer).toBe('wrong-passphrase');
    const later = await unlocked(changed, NEW, last);
    expect(later.answer).toBe('in step');
    // From then on the old one opens nothing, though a member brings it again and takes all names
    // away.
    const back = { ...changed, wraps: { ...before.wraps, ...changed.wraps }, wrapsTakenOff: {} };
    for (const now of [changed, back, before])
      expect((await unlocked(now, OLD, later.last)).answer).toBe('wrong-passphrase');
  },
);

test('X9: the passphrase and kit of changed keys open, though a member called their wraps taken off before they came', async () => {
  const made = await appsInStep();
  const [{ device: phone }, tablet] = made.apps;
  const { _rev, open } = await readableNow(made);
  const changed = await changedWhileAway(made);
  const { wraps } = changed.copy.data as unknown as KeyringData;
  const data = { ...open.data, wrapsTakenOff: named(Object.keys(wraps)) };
  const ahead = { ...open, updatedAt: open.updatedAt + 9, data } as Copy;
  await send(made, { ...(await sealing(made.key, [KEYRING_ID], NAMED).pack(ahead)), _rev });
  await expect
    .poll(async () => Object.keys((await keyringOf(tablet.device)).wrapsTakenOff ?? {}), PATIENT)
    .not.toEqual([]);
  await tablet.unlock(OLD);
  expect(await tablet.trouble()).toBeUndefined();
  await appOn(phone, changed.keys);
  await expect.poll(tablet.state, PATIENT).toBe('other-keys');
  await tablet.unlock(NEW);
  await setAmount(phone, '99.00');
  await expect.poll(() => amountOn(tablet.device), PATIENT).toBe('99.00');
  await tablet.unlock(NEW_KIT);
  await tablet.unlock(NEW);
});
