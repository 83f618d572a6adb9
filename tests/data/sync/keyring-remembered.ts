import { expect } from 'vitest';
import type { KeyringData, Wrap } from '#workspace/rules/vault/keyring.ts';
import { rawKeysOf, wrapKeys } from '#data/vault/keyring/keyring.ts';
import { inPlaceOf } from '#data/vault/keys.ts';
import { insideOf, openedAs, withStrangers, type LastOpened } from '#data/vault/last-opened.ts';
import { openKnown } from '#data/vault/keyring/open-known.ts';
import type { Secret } from '#data/vault/seal/secret.ts';
import { deriveHere as derive } from '#tests/factories/derive-here.ts';
import { deriving, NEW, OLD } from './keyring-attacks.ts';

/** The first wrap of a kind. */
export const ofKind = ({ wraps }: KeyringData, kind: Wrap['by']): Wrap =>
  Object.values(wraps).find(({ by }) => by === kind) ?? expect.unreachable();

/** Unlocks as the vault does: what it answers, and what is remembered then. */
export const unlocked = async (keyring: KeyringData, secret: Secret, last?: LastOpened) => {
  const opened = await openKnown(keyring, secret, { last, derive });
  if (!opened.ok) return { answer: opened.problem.code, last };
  const { raw, wrap, isKept, strangers } = opened.value;
  const told = withStrangers(last, strangers);
  return {
    answer: isKept ? 'kept' : 'in step',
    last: isKept ? told : openedAs(keyring, insideOf(raw, wrap), told),
  };
};

/** The same, of a secret that opens: what is remembered then. */
export const remembered = async (
  keyring: KeyringData,
  secret: Secret,
  before?: LastOpened,
): Promise<LastOpened> => (await unlocked(keyring, secret, before)).last ?? expect.unreachable();

/** A colleague puts another passphrase in the place of the one that was. */
export const withOtherPhrase = async (keyring: KeyringData): Promise<KeyringData> => {
  const opened = await rawKeysOf(keyring, OLD, derive);
  if (!opened.ok) return expect.unreachable();
  const old = ofKind(keyring, 'passphrase').id;
  const next = await wrapKeys(
    inPlaceOf(opened.value.raw, [old]),
    { ...NEW, number: 0 },
    '2026-11-20',
    deriving,
  );
  const { [old]: _, ...wraps } = keyring.wraps;
  return { ...keyring, wraps: { ...wraps, [next.id]: next }, wrapsTakenOff: { [old]: true } };
};
