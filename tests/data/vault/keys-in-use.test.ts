import { expect, test } from 'vitest';
import { keysInUse } from '#data/vault/keys-in-use.ts';
import { makeKeys, otherKeys } from '#data/vault/keys.ts';
import { goesBack, insideOf } from '#data/vault/last-opened.ts';

test('X9: how often the keys were changed is no more than there are vault keys for, and the next change is newer', () => {
  const { raw } = makeKeys();
  for (const generation of [2 ** 53, Number.MAX_VALUE, 1, 0.5, -1]) {
    const poisoned = { ...raw, inUse: { ...keysInUse(raw), generation } };
    expect(keysInUse(poisoned).generation).toBe(0);
    const next = otherKeys(poisoned).raw;
    expect(keysInUse(next)).toMatchObject({
      generation: 1,
      vaultKey: Object.keys(next.vault).at(-1),
    });
    const known = { inUse: { ...keysInUse(next), workspaceKey: next.workspace.id } };
    expect([
      goesBack(insideOf(poisoned, 'x'), known),
      goesBack(insideOf(next, 'y'), known),
    ]).toEqual([true, false]);
  }
  // However often an honest one was changed.
  let many = raw;
  for (let times = 1; times <= 20; times += 1) {
    many = otherKeys(many, { by: 'anna', at: times }).raw;
    expect(keysInUse(many)).toMatchObject({ generation: times, by: 'anna', at: times });
  }
});
