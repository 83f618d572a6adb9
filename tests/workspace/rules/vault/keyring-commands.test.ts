import { describe, expect, test } from 'vitest';
import type { KeyringData, Wrap } from '#workspace/rules/vault/keyring.ts';
import {
  kitsOf,
  newKeyring,
  withKeysOfBefore,
  withOtherKeys,
  withWrap,
  wrapsInUse,
} from '#workspace/rules/vault/keyring-commands.ts';
import { valueOf } from '#tests/factories/credit.ts';
import { examples } from '#tests/factories/examples.ts';

const { w1: example } = (examples.keyring.data as KeyringData).wraps;
const wrap = (id: string, workspaceKey?: string, number = 0): Wrap => {
  const { workspaceKey: _, ...rest } = example!;
  const by = number === 0 ? 'passphrase' : 'recovery-kit';
  return { ...rest, id, by, number, ...(workspaceKey === undefined ? {} : { workspaceKey }) };
};
const first = newKeyring('v1', [wrap('phrase', 'k1'), wrap('kit', 'k1', 1)]);
const keys = { vaultKey: 'v2', workspaceKey: 'k2', before: 'k1' };
const made = [wrap('phrase 2', 'k2'), wrap('kit 2', 'k2', 2)];
const changed = valueOf(withOtherKeys(first, keys, made));

describe('X9: wraps of keys that are in use', () => {
  test('X9: one that was made for earlier keys is listed nowhere, one that does not say counts', () => {
    const late = {
      'late kit': wrap('late kit', 'k1', 2),
      'old kit': wrap('old kit', undefined, 1),
    };
    const data = { ...changed.data, wraps: { ...changed.data.wraps, ...late } };
    expect(Object.keys(wrapsInUse(data))).toEqual(['phrase 2', 'kit 2', 'old kit']);
    expect(kitsOf(data).map(({ id }) => id)).toEqual(['kit 2', 'old kit']);
  });

  test('X9: while the keys were never changed every wrap counts', () =>
    expect(Object.keys(wrapsInUse(first.data))).toEqual(['phrase', 'kit']));

  test('X9: another wrap of keys that are not in use any more is refused, as are keys in the place of such', () => {
    expect(withWrap(changed, wrap('late', 'k1'))).toMatchObject({
      problem: { code: 'keys-changed' },
    });
    expect(withWrap(changed, wrap('next', 'k2')).ok).toBe(true);
    const others = { vaultKey: 'v3', workspaceKey: 'k3', before: 'k1' };
    expect(withOtherKeys(changed, others, [])).toMatchObject({ problem: { code: 'keys-changed' } });
    expect(withOtherKeys(changed, { ...others, before: 'k2' }, []).ok).toBe(true);
  });

  test('X9: keys that came to nothing take back no word that was said meanwhile', () => {
    const since = { sealedAnew: { k1: true }, wrapsTakenOff: { lost: true } } as const;
    const now = { ...changed, data: { ...changed.data, ...since } };
    expect(valueOf(withKeysOfBefore(now, first.data, made)).data).toEqual({
      ...first.data,
      ...since,
    });
  });

  test("X9: keys are taken back only where nobody else's count meanwhile", () => {
    expect(valueOf(withKeysOfBefore(changed, first.data, made)).data).toEqual(first.data);
    const others = valueOf(
      withOtherKeys(changed, { vaultKey: 'v3', workspaceKey: 'k3', before: 'k2' }, []),
    );
    expect(withKeysOfBefore(others, first.data, made)).toMatchObject({
      problem: { code: 'keys-changed' },
    });
  });
});
