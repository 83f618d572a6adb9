import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldsBack, leftByUndo, stayedFields } from '#core/record/fields-back.ts';
import { isSameValue } from '#core/record/same-value.ts';

const value = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom('', 'a', 'b'),
  fc.integer({ min: 0, max: 2 }),
);
const fields = fc.dictionary(fc.constantFrom('name', 'owner', 'system'), value, {
  noNullPrototype: true,
});

test('X12: of each field an undo leaves what someone else wrote, and brings back what nobody did', () => {
  fc.assert(
    fc.property(fields, fields, fields, (before, after, now) => {
      const { data, back, stayed } = fieldsBack(now, { before, after });
      for (const field of Object.keys({ ...before, ...after, ...now })) {
        const isMine =
          !isSameValue(before[field], after[field]) && isSameValue(now[field], after[field]);
        expect(data[field]).toEqual(isMine ? before[field] : now[field]);
        expect(back.includes(field)).toBe(isMine);
        // Named is what the change wrote and what is now neither that nor what was there before.
        const values = [before[field], after[field], now[field]];
        expect(stayed.includes(field)).toBe(
          values.every((value, at) => !isSameValue(value, values[(at + 1) % 3])),
        );
      }
    }),
  );
});

test('X12: undone at once, a change leaves nothing of itself, in maps neither', () => {
  const map = fc.record({ holders: fields, name: value });
  fc.assert(
    fc.property(map, map, (before, after) => {
      const { data, stayed } = fieldsBack(after, { before, after, entries: ['holders'] });
      expect(isSameValue(data.name, before.name)).toBe(true);
      for (const field of ['name', 'owner', 'system'])
        expect(isSameValue(data.holders[field], before.holders[field])).toBe(true);
      expect(stayed).toEqual([]);
    }),
  );
});

test('X12: a map that was not there before goes with its last entry', () => {
  type Held = { readonly holders?: Readonly<Record<string, string>> };
  const [before, after]: Held[] = [{}, { holders: { sara: 'Sara' } }];
  expect(
    fieldsBack<Held>(after!, { before: before!, after: after!, entries: ['holders'] }).data,
  ).toEqual({});
  const now: Held = { holders: { sara: 'Sara', pia: 'Pia' } };
  expect(fieldsBack(now, { before: before!, after: after!, entries: ['holders'] }).data).toEqual({
    holders: { pia: 'Pia' },
  });
});

test('X12: fields that belong together go back together or stay together, and both are named', () => {
  const before = { amount: '1000.00', currency: 'SEK', channel: 'reseller', reseller: 'Atea' };
  const after = { amount: '90.00', currency: 'EUR', channel: 'own-store', reseller: '' };
  const together = [
    ['amount', 'currency'],
    ['channel', 'reseller'],
  ];
  const undone = (now: typeof after) => fieldsBack(now, { before, after, together });
  expect(undone({ ...after, amount: '95.00' })).toEqual({
    data: { ...after, amount: '95.00', channel: 'reseller', reseller: 'Atea' },
    back: ['channel', 'reseller'],
    stayed: ['amount', 'currency'],
  });
  expect(undone(after)).toMatchObject({ data: before, stayed: [] });
  // What is what it was before anyway holds nothing back.
  expect(undone({ ...after, currency: 'SEK' }).data).toEqual(before);
  // A field that the change left alone holds one back, too, once someone else changed it.
  const price = {
    before: { amount: '10.00', currency: 'SEK' },
    after: { amount: '90.00', currency: 'SEK' },
  };
  expect(fieldsBack({ amount: '90.00', currency: 'EUR' }, { ...price, together })).toEqual({
    data: { amount: '90.00', currency: 'EUR' },
    back: [],
    stayed: ['amount'],
  });
});

test('X12: what stays is listed by its fields, and nothing is listed where nothing stays', () => {
  expect(leftByUndo([])).toBeUndefined();
  const problem = leftByUndo(['owner', 'deputy'], 'changed-since');
  expect(problem?.code).toBe('changed-since');
  expect(stayedFields(problem!)).toEqual(['owner', 'deputy']);
});

test.each([
  [undefined, '', true],
  [null, '', true],
  [0, '', false],
  [{ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 }, true],
  [{ a: 1, b: undefined }, { a: 1 }, true],
  [['a', 'b'], ['b', 'a'], false],
  [[['a', 1]], { a: 1 }, false],
])('X12: %j and %j hold the same value: %j', (a, b, isSame) => {
  expect(isSameValue(a, b)).toBe(isSame);
});
