import { expect, test } from 'vitest';
import { KEYRING_ID, type KeyringData } from '#workspace/rules/vault/keyring.ts';
import { keyringTrouble } from '#workspace/rules/vault/keyring-trouble.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { conditionOf } from '#data/records/read-record.ts';
import { keyringIn } from '#data/vault/keyring/keyring-in.ts';
import { rawKeysOf } from '#data/vault/keyring/keyring.ts';
import { insideOf, openedAs, type LastOpened } from '#data/vault/last-opened.ts';
import { openKnown } from '#data/vault/keyring/open-known.ts';
import { putKeyringBack } from '#data/vault/keyring/put-keyring-back.ts';
import { deriveHere as derive } from '#tests/factories/derive-here.ts';
import type { Device } from '#tests/data/sync/devices.ts';
import { KIT, keyringOf, OLD, ownerAndMember } from '#tests/data/sync/keyring-attacks.ts';
import { inStep, PATIENT } from '#tests/data/sync/world.ts';

const remembered = async (keyring: KeyringData): Promise<LastOpened> => {
  const opened = await rawKeysOf(keyring, OLD, derive);
  return opened.ok
    ? openedAs(keyring, insideOf(opened.value.raw, opened.value.wrap))
    : expect.unreachable();
};

/** Written into a device's own database, past all that the app would refuse. */
const writeByHand = async ({ collection }: Device, change: object): Promise<void> => {
  const document = await collection.findOne(KEYRING_ID).exec();
  await document?.incrementalModify((was: VolymRecord) => ({
    ...was,
    ...change,
    updatedAt: was.updatedAt + 1,
  }));
};

const conditionOn = async (device: Device) => {
  const record = await device.records.get(KEYRING_ID);
  return record && conditionOf(record);
};

/** The kept keyring opens by phrase and kit, and put back it opens on both. */
const opensAndComesBack = async (
  owner: Device,
  member: Device,
  last: LastOpened,
): Promise<void> => {
  const there = await keyringIn(owner.records);
  expect([there, keyringTrouble(there, last)]).toEqual([undefined, 'closed']);
  for (const secret of [OLD, KIT]) {
    const opened = await openKnown(there, secret, { last, derive });
    expect(opened).toMatchObject({ ok: true, value: { isKept: true } });
  }
  expect(await putKeyringBack(owner.records, last)).toMatchObject({ ok: true });
  for (const device of [owner, member]) {
    await expect.poll(() => conditionOn(device), PATIENT).toBe('fine');
    for (const secret of [OLD, KIT])
      expect(
        (await openKnown(await keyringOf(device), secret, { last: undefined, derive })).ok,
      ).toBe(true);
  }
};

const NEWER: [string, object][] = [
  ['nothing in it', { v: 2 }],
  ['wraps that are a number', { v: 2, wraps: 5, workspaceKey: [], sealedAnew: 'x' }],
  ['wraps that are nothing', { v: 1e9, wraps: { a: null }, keysBefore: 7 }],
];

test.each(NEWER)(
  'X9: a keyring that calls itself newer, with %s, closes no code and is put back',
  async (_, data) => {
    const { owner, member, before } = await ownerAndMember();
    const last = await remembered(before);
    await writeByHand(member, { data });
    await inStep(member);
    await expect.poll(() => conditionOn(owner), PATIENT).toBe('newer-version');
    await opensAndComesBack(owner, member, last);
  },
);

const OTHERS: [string, object][] = [
  ['a kind that nobody knows', { kind: 'note', data: { v: 1 } }],
  ['a person', { kind: 'person', data: { v: 1, name: 'x' } }],
  ['nothing', { data: null, history: null, steps: [null] }],
];

test.each(OTHERS)(
  'X9: where the keyring of a device is %s, as an older version took it, it closes no code',
  async (_, odd) => {
    const { owner, member, before } = await ownerAndMember();
    const last = await remembered(before);
    await inStep(owner);
    await Promise.all([owner.disconnect(), member.disconnect()]);
    await writeByHand(owner, odd);
    await owner.connect();
    await member.connect();
    await opensAndComesBack(owner, member, last);
  },
);

test('X9: what is understood is no place for something else', async () => {
  const { owner } = await ownerAndMember();
  const now = (await owner.records.get(KEYRING_ID)) ?? expect.unreachable();
  expect(await owner.records.replace({ ...now, data: { v: 1 } })).toEqual({
    ok: false,
    problem: { code: 'is-understood' },
  });
  expect((await owner.records.get(KEYRING_ID))?.data).toEqual(now.data);
});
