import { expect, test } from 'vitest';
import { withOtherKeys } from '#workspace/rules/vault/keyring-commands.ts';
import { inForm } from '#workspace/rules/vault/keyring-names.ts';
import { keyring, type KeyringData, type Wrap } from '#workspace/rules/vault/keyring.ts';
import { examples } from '#tests/factories/examples.ts';

const whole = examples.keyring.data as unknown as KeyringData;
const bent = (more: Partial<Wrap>): unknown => ({
  ...whole,
  wraps: Object.fromEntries(
    Object.entries(whole.wraps).map(([id, wrap]) => [id, { ...wrap, ...more }]),
  ),
});
const isIn = (given: unknown): boolean => keyring.schema.safeParse(given).success;

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
    { salt: long },
    { iv: long },
    { mark: long },
    { vouched: long },
    { keys: long.repeat(50) },
    { id: long },
    { madeOn: long },
    { madeOn: '0202-05-01' },
    { madeOn: '2026-02-30' },
    { workspaceKey: long },
    { changed: { by: 'a', at: 1e300 } },
    { changed: { by: 'a', at: -1 } },
    { changed: { by: long, at: 1 } },
    { number: 0.5 },
  ];
  for (const more of strange)
    expect(isIn(bent(more)), JSON.stringify(more).slice(0, 60)).toBe(false);
});

const called = (many: number, name: (at: number) => string): Readonly<Record<string, true>> =>
  Object.fromEntries(Array.from({ length: many }, (_, at) => [name(at), true as const]));
const uuid = (at: number): string => `${at}`.padStart(36, '0');

test('X9: a keyring names no more keys and wraps, nor longer, than who changes the keys has room for', () => {
  const hundreds = called(900, uuid);
  expect(
    isIn({
      ...whole,
      keysBefore: hundreds,
      sealedAnew: hundreds,
      wrapsTakenOff: hundreds,
      added: 'later',
    }),
  ).toBe(true);
  const [long, many] = [called(1, () => 'k'.repeat(65)), called(2_001, uuid)];
  const [wrap] = Object.values(whole.wraps) as [Wrap];
  for (const more of [
    ...[long, many, called(1, () => 'ö'), []].flatMap((ids) => [
      { keysBefore: ids },
      { sealedAnew: ids },
      { wrapsTakenOff: ids },
    ]),
    { vaultKey: 'k'.repeat(65) },
    { workspaceKey: 'k'.repeat(65) },
    { added: 'x'.repeat(2_000) },
    { wraps: { ['w'.repeat(65)]: wrap } },
  ])
    expect(isIn({ ...whole, ...more }), Object.keys(more)[0]).toBe(false);
});

test('X9: other keys, and what is put back, leave out what an older version took in beyond that', () => {
  const keysBefore = {
    ...called(3, (at) => `${at}`.padEnd(38_000, 'x')),
    k0: true,
    ...called(2_000, uuid),
  } as const;
  const filled = { ...whole, keysBefore, added: 'x'.repeat(100_000) };
  expect(isIn(filled)).toBe(false);
  expect(isIn(inForm(filled))).toBe(true);
  expect(inForm(whole)).toEqual(whole);
  const ids = { vaultKey: 'v2', workspaceKey: 'k2', before: whole.workspaceKey ?? 'k1' };
  const draft = {
    id: 'keyring',
    kind: 'keyring',
    programme: 'workspace',
    parent: '',
    steps: [],
  } as const;
  const changed = withOtherKeys({ ...draft, data: { ...whole, keysBefore } }, ids, []);
  expect(changed.ok && isIn(changed.value.data)).toBe(true);
  expect(changed.ok && changed.value.data.keysBefore).toMatchObject({
    [ids.before]: true,
    [uuid(1_999)]: true,
  });
});
