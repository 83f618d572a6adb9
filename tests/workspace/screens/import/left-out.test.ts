import { describe, expect, test } from 'vitest';
import { leftOutOf } from '#workspace/screens/import/dry-run/left-out.ts';

const column = (heading: string, field: string, index: number, secret = false) => ({
  index,
  heading,
  field,
  filled: 3,
  samples: [],
  secret,
});

const headingsOf = (...columns: ReturnType<typeof column>[]) => {
  const { columns: other, cells, again } = leftOutOf({ columns }, (field) => field === 'seats');
  return {
    other: [...other.map(({ heading }) => heading), cells],
    again: [...again.columns.map(({ heading }) => heading), again.cells],
  };
};

describe('A5: what of a sheet is not read', () => {
  test('A5: a column called as one that is read is told apart, with its cells', () => {
    expect(
      headingsOf(column('Code', 'code', 0), column('code', '', 1), column('Klass', '', 2)),
    ).toEqual({ other: ['Klass', 3], again: ['code', 3] });
  });

  test('A5: so is one with another number, or without a name and with codes; no password is', () => {
    expect(
      headingsOf(
        column('Kod 1', 'code', 0, true),
        column('Kod 2', '', 1, true),
        column('Lösenord', '', 2, true),
        column('Personnummer', '', 3, true),
        column('', '', 4, true),
      ),
    ).toEqual({ other: ['Lösenord', 'Personnummer', 6], again: ['Kod 2', '', 6] });
  });

  test('A5: columns without a heading, and those that are known and not kept, are no such thing', () => {
    expect(
      headingsOf(column('', 'code', 0), column('', '', 1), column('Seats', 'seats', 2)),
    ).toEqual({ other: ['', 'Seats', 6], again: [0] });
  });
});
