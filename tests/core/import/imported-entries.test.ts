import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  changeToWrite,
  entriesToWrite,
  stillToWrite,
  withImported,
  withoutImported,
} from '#core/import/imported-change.ts';
import type { Data, VolymRecord } from '#core/record/record.ts';

const entries = fc.dictionary(fc.constantFrom('ada', 'bo', 'cia', 'dag'), fc.constantFrom(1, 2));
const dataOf = (holders: Readonly<Record<string, number>>): Data => ({ v: 1, holders }) as Data;
const holdersIn = (data: Data) => (data as unknown as { holders: Record<string, number> }).holders;

describe('A5: the entries of a map that an import wrote', () => {
  test('A5: they are only those that differ, and give what was there and what came', () => {
    fc.assert(
      fc.property(entries, entries, (before, after) => {
        const fields = entriesToWrite(dataOf(before), { holders: after });
        const named = new Set(
          Object.keys({ ...before, ...after }).filter((key) => before[key] !== after[key]),
        );
        const { from, to } = fields['holders'] as { from: object; to: object };
        expect(new Set(Object.keys({ ...from, ...to }))).toEqual(named);
        const brought = withImported(dataOf(before), fields);
        expect(holdersIn(brought)).toEqual(after);
        expect(holdersIn(withoutImported(brought, fields))).toEqual(before);
      }),
    );
  });

  test('A5: what someone wrote meanwhile, or since, stays by itself', () => {
    fc.assert(
      fc.property(entries, entries, entries, (before, after, theirs) => {
        const fields = entriesToWrite(dataOf(before), { holders: after });
        const now = { ...after, ...theirs };
        const back = holdersIn(withoutImported(dataOf(now), fields));
        for (const key of Object.keys({ ...now, ...before }))
          expect(back[key]).toBe(now[key] === after[key] ? before[key] : now[key]);
        const record = { data: dataOf({ ...before, ...theirs }), steps: [] } as unknown;
        const left = stillToWrite(record as VolymRecord, { fields, added: [], seen: new Set() });
        const written = holdersIn(changeToWrite(record as VolymRecord, left, []).data);
        const there: Record<string, number> = { ...before, ...theirs };
        for (const key of Object.keys({ ...there, ...after }))
          expect(written[key]).toBe(there[key] === before[key] ? after[key] : there[key]);
      }),
    );
  });
});
