import { describe, expect, test } from 'vitest';
import { mayBeName } from '#core/import/name-headings.ts';
import { headingsKey } from '#core/import/tables/table-columns.ts';

const PEOPLE = ['Bo Alm', 'Cia Berg'];

describe('A5: a name on top of a list without headings', () => {
  test.each([
    'Anna Ek',
    'Anna-Karin Ek',
    'Carl von Linné',
    'Anna B. Ek',
    'Åsa Öberg',
    'Niamh O’Neill',
  ])('A5: %s is one where names are below it', (heading) => {
    expect(mayBeName(heading, PEOPLE)).toBe(true);
    expect(mayBeName(heading, ['12', 'ja', ''])).toBe(false);
  });

  test.each(['Namn', 'VIP ID', 'order number', 'Contact person', 'X', '', 'ANNA'])(
    'A5: %s is none',
    (heading) => {
      expect(mayBeName(heading, PEOPLE)).toBe(false);
    },
  );

  test('A5: no list is remembered by it, nor by what stands beside it', () => {
    const columns = [
      { heading: 'Anna Ek', samples: PEOPLE },
      { heading: 'Rektor', samples: ['Lärare'] },
      { heading: 'Name', samples: PEOPLE },
    ];
    expect(headingsKey(columns, (heading) => heading === 'Name')).toBe('||name');
    expect(headingsKey(columns.slice(1), (heading) => heading === 'Name')).toBe('rektor|name');
  });
});
