import * as s from 'valibot';
import { expect, test } from 'vitest';
import { keyring, type KeyringData, type Wrap } from '#domain/workspace/keyring.ts';
import { examples } from '#tests/factories/examples.ts';

const whole = examples.keyring.data as unknown as KeyringData;
const bent = (more: Partial<Wrap>): unknown => ({
  ...whole,
  wraps: Object.fromEntries(Object.entries(whole.wraps).map(([id, wrap]) => [id, { ...wrap, ...more }])),
});
const isIn = (given: unknown): boolean => s.safeParse(keyring.schema, given).success;

test('X9: what a wrap holds is no longer than an app writes, and its days and moments can be', () => {
  expect(isIn(whole)).toBe(true);
  // Of an older version, and one with hundreds of vault keys.
  for (const honest of [
    { mark: undefined, changed: undefined, workspaceKey: undefined, vouched: undefined },
    { keys: 'A'.repeat(100_000), mark: 'ABCD', vouched: '0'.repeat(32) },
  ])
    expect(isIn(bent(honest))).toBe(true);
  const long = 'A'.repeat(50_000);
  const strange: readonly Partial<Wrap>[] = [
    ...[{ salt: long }, { iv: long }, { mark: long }, { vouched: long }, { keys: long.repeat(50) }, { id: long }],
    ...[{ madeOn: long }, { madeOn: '0202-05-01' }, { madeOn: '2026-02-30' }, { workspaceKey: long }],
    ...[{ changed: { by: 'a', at: 1e300 } }, { changed: { by: 'a', at: -1 } }, { changed: { by: long, at: 1 } }],
    { number: 0.5 },
  ];
  for (const more of strange) expect(isIn(bent(more)), JSON.stringify(more).slice(0, 60)).toBe(false);
});
