import { expect, test } from 'vitest';
import { FIXTURE_WORKSPACES, LARGE } from '#tests/journeys/fixture-workspaces.ts';
import { expectations } from './fixtures.ts';

const imported = FIXTURE_WORKSPACES.flat();

test('A5: every file of the fixtures that is not refused is imported by a journey', () => {
  const taken = expectations.filter(([, { outcome }]) => outcome !== 'refuse');
  expect([...imported, LARGE].toSorted()).toEqual(taken.map(([name]) => name).toSorted());
});

test.each(expectations.filter(([, { importAfter = [] }]) => importAfter.length > 0))(
  'A5: %s is imported after what it overlaps',
  (name, { importAfter = [] }) => {
    for (const earlier of importAfter.map((path) => path.replace('apple-codes/', '')))
      expect(imported.slice(0, imported.indexOf(name))).toContain(earlier);
  },
);
