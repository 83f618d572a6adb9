import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exampleApps } from '#programmes/apple-licences/work/example/example-apps.ts';
import { exampleInvoices } from '#programmes/adobe-vip/work/example/example-invoices.ts';
import { creditExample } from '#programmes/apple-credit/work/example/example.ts';
import { exampleTokens } from '#programmes/apple-licences/work/example/example-tokens.ts';
import { exampleCustomers } from '#programmes/adobe-vip/work/example/example-customers.ts';
import { contentOf, type Copy } from '#data/merge/copy.ts';
import { sealing, type WireDocument } from '#data/sync/sealing.ts';
import { tombstone } from '#data/sync/couch/tombstone.ts';
import { decrypt, encrypt } from '#data/vault/seal/sealed-box.ts';
import { sealField } from '#data/vault/seal/sealed-field.ts';
import { isKeptKey } from '#core/record/kept-key.ts';
import type { Change, Draft } from '#core/record/record.ts';
import { recordOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { examples } from '#tests/factories/examples.ts';
import { sharedKey } from './devices.ts';

const key = await sharedKey();
const codec = sealing(key, ['keyring']);

/** Where the server sees a length. */
const sizeOf = ({ sealed }: WireDocument): number => sealed?.text.length ?? 0;

const bytesOf = (copy: Copy): number =>
  new TextEncoder().encode(JSON.stringify(contentOf(copy))).length;

/**
 * All of the example workspace, sealed values as an open vault makes them, and one of each kind
 * that it has none of.
 */
const exampleWorkspace = async (): Promise<Copy[]> => {
  const doing = { ...doingOn('2026-11-20'), newId: () => crypto.randomUUID() };
  const means = {
    doing,
    randomIndex: (below: number) => below - 1,
    seal: (text: string, at: { id: string; field: string }) =>
      sealField(key.key, crypto.randomUUID(), text, at),
    fingerprint: async () => crypto.randomUUID(),
    keyedId: async () => crypto.randomUUID(),
  };
  const demo: Draft[] = [
    ...(await creditExample(means)),
    ...(await exampleTokens(means)),
    ...(await exampleApps(means)),
    ...exampleCustomers(means),
    ...exampleInvoices(doing),
  ];
  const kinds = new Set(demo.map(({ kind }) => kind));
  const others = Object.values(examples).filter(({ kind }) => !kinds.has(kind));
  return [...demo, ...others].map((draft) => recordOf(draft));
};

/** What people have changed in a record over the years. */
const CHANGES: readonly Change[] = Array.from({ length: 10 }, (_, at) => ({
  id: `change-${at}`,
  at: 1_700_000_000_000 + at,
  by: '019a0000-0000-7000-8000-000000000001',
  field: 'owner',
  from: `Person ${at}`,
  to: `Person ${at + 1}`,
}));

/** One of each kind that people have worked with. */
const workedWith = (): Copy[] =>
  Object.values(examples).map((draft) => ({ ...recordOf(draft), history: CHANGES }));

/**
 * Whether every key in it is one that an app may write: none that every object has (`valueOf`), and
 * none that a store gives back as another (`__a`). The door takes no record with such a key
 * (core/record/record-form.ts): what comes of it is another test's.
 */
const hasKeysOfApps = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(
    ([key, part]) => !(key in {}) && isKeptKey(key) && hasKeysOfApps(part),
  );
};

const kindsBySize = async (copies: readonly Copy[]): Promise<Map<number, Set<string>>> => {
  const found = new Map<number, Set<string>>();
  for (const copy of copies) {
    const size = sizeOf(await codec.pack(copy));
    found.set(size, (found.get(size) ?? new Set()).add(copy.kind));
  }
  return found;
};

describe('X9: what a length tells', () => {
  test('X9: the documents of a whole workspace have a few sizes, and no kind has its own', async () => {
    const workspace = [...(await exampleWorkspace()), ...workedWith()];
    // They are of many lengths before they are sealed.
    expect(new Set(workspace.map(bytesOf)).size).toBeGreaterThan(50);
    const sizes = await kindsBySize(workspace);
    expect(sizes.size).toBeLessThanOrEqual(5);
    for (const kinds of sizes.values()) expect(kinds.size).toBeGreaterThan(1);
  });

  test('X9: a code is as long as the records around it: licences, users, lists of codes, lines of invoices', async () => {
    const workspace = await exampleWorkspace();
    const sizesOf = async (kind: string): Promise<Set<number>> =>
      new Set([...(await kindsBySize(workspace.filter((copy) => copy.kind === kind))).keys()]);
    const codes = await sizesOf('redemption-code');
    // Sealed in it, or redeemed and no longer so.
    expect(codes.size).toBe(1);
    for (const kind of [
      'assigned-licence',
      'code-batch',
      'volume-app',
      'invoice-line',
      'price-list-item',
    ])
      expect([kind, await sizesOf(kind)]).toEqual([kind, codes]);
  });

  test('X9: a deletion is as long as any other, whatever was deleted', async () => {
    const long = {
      ...recordOf(examples['credit-order']),
      _deleted: true,
      updatedBy: 'a person with a long id',
    };
    const sizes = [
      await codec.pack(long),
      await codec.pack(tombstone('x')),
      await codec.pack(recordOf(examples.person)),
    ];
    expect(new Set(sizes.map(sizeOf)).size).toBe(1);
  });

  test('X9: sealed and opened again, any content is what it was, and at most half of it is added beyond the smallest size', async () => {
    const more = fc.jsonValue().filter(hasKeysOfApps);
    const content = fc.record({ name: fc.string({ unit: 'binary' }), more, long: fc.nat(20_000) });
    await fc.assert(
      fc.asyncProperty(content, async ({ name, more, long }) => {
        const copy = {
          ...recordOf(examples.person),
          data: { v: 1, name, more, text: 'x'.repeat(long) },
        } as Copy;
        const document = await codec.pack(copy);
        // By its text: those who compare objects take -0 for another number than the 0 that JSON
        // makes of it.
        expect(JSON.stringify(await codec.unpack(document))).toBe(JSON.stringify(copy));
        expect(sizeOf(document)).toBeLessThanOrEqual(
          Math.max(1_400, 1.5 * 1.34 * bytesOf(copy) + 50),
        );
      }),
      { numRuns: 40 },
    );
  });

  test('X9: earlier apps read what this one seals, and this one what they sealed', async () => {
    const copy = recordOf(examples['redemption-code']);
    const bound = ['wire', copy.id, 'false', key.id];
    const { sealed } = await codec.pack(copy);
    if (sealed === undefined) throw new Error('it is not sealed');
    expect(JSON.parse(await decrypt(key.key, sealed, bound))).toEqual(contentOf(copy));
    const before = await encrypt(key.key, JSON.stringify(contentOf(copy)), bound);
    expect(await codec.unpack({ _id: copy.id, key: key.id, sealed: before })).toEqual(
      contentOf(copy),
    );
  });
});
