import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinedParts, type Part, type Price } from '../../../src/tools/first-load/joined-parts.ts';
import { loadSets } from '../../../src/tools/first-load/load-sets.ts';

const SCREENS = 40;
const LATER_PARTS = 10;
const sets = loadSets(SCREENS, LATER_PARTS, 3);

const PRICE: Price = { file: 100, kept: 1, heaviest: 5_000 };

type Given = {
  readonly name: string;
  readonly weight: number;
  readonly screens: readonly number[];
  readonly imports?: readonly Part[];
};

const part = ({ name, weight, screens, imports = [] }: Given): Part => {
  const loads = sets.none();
  for (const screen of screens) sets.addScreen(loads, screen);
  return { modules: [name], weight, styles: false, loads, imports: new Set(imports) };
};

const joined = (parts: readonly Part[], price = PRICE): string[][] =>
  joinedParts(parts, sets, price).map((modules) => [...modules].sort());

test('X6: what the same screens need is one file', () => {
  const parts = [
    part({ name: 'a', weight: 1_000, screens: [1, 2] }),
    part({ name: 'b', weight: 1_000, screens: [1, 2] }),
  ];
  expect(joined(parts)).toEqual([['a', 'b']]);
});

test('X6: what a screen would load in vain stays apart, unless it is less than a file costs', () => {
  const lone = part({ name: 'lone', weight: 30, screens: [1] });
  const both = part({ name: 'both', weight: 1_000, screens: [1, 2] });
  // Screen 1 is spared a file (3 × 100), the keeping one (100); screen 2 gets 3 × 30 in vain.
  expect(joined([lone, both])).toEqual([['both', 'lone']]);
  expect(joined([{ ...lone, weight: 200 }, both])).toEqual([['lone'], ['both']]);
});

test('X6: what a joined file imports counts as well', () => {
  const deep = part({ name: 'deep', weight: 2_000, screens: [1] });
  const lone = part({ name: 'lone', weight: 30, screens: [1], imports: [deep] });
  const both = part({ name: 'both', weight: 4_000, screens: [1, 2] });
  expect(joined([deep, lone, both])).toEqual([['deep', 'lone'], ['both']]);
});

test('X6: a load of a later part counts less than one of a screen', () => {
  const [screen, later] = [sets.none(), sets.none()];
  sets.addScreen(screen, SCREENS - 1);
  sets.addLaterPart(later, LATER_PARTS - 1);
  const all = sets.union(screen, later);
  expect(sets.overlapOf(all, all)).toEqual({ both: 4, onlyA: 0, onlyB: 0 });
  expect(sets.overlapOf(all, screen)).toEqual({ both: 3, onlyA: 1, onlyB: 0 });
  expect(sets.overlapOf(screen, later)).toEqual({ both: 0, onlyA: 3, onlyB: 1 });
  expect(sets.overlapOf(sets.without(all, later), screen)).toEqual({ both: 3, onlyA: 0, onlyB: 0 });
});

test('X6: a file that has grown meanwhile is not joined to one that is too heavy', () => {
  const price: Price = { file: 250, kept: 60, heaviest: 20_000 };
  const parts = ['a', 'b', 'c'].map((name) => part({ name, weight: 9_000, screens: [1, 2] }));
  expect(joined(parts, price).map(({ length }) => length)).toEqual([2, 1]);
});

test('X6: whatever the parts: each is in one file, none is too heavy, and no file waits for itself', () => {
  const given = fc.array(
    fc.record({
      weight: fc.integer({ min: 1, max: 3_000 }),
      screens: fc.uniqueArray(fc.nat(SCREENS - 1), { minLength: 1 }),
      imports: fc.uniqueArray(fc.nat(20)),
    }),
    { maxLength: 25 },
  );
  fc.assert(
    fc.property(given, (all) => {
      const parts: Part[] = [];
      for (const [index, { imports, ...own }] of all.entries())
        parts.push(
          part({
            ...own,
            name: `${index}`,
            // What imports a part loads it, too.
            imports: imports
              .flatMap((other) => parts[other] ?? [])
              .filter(({ loads }) =>
                own.screens.every((screen) => {
                  const set = sets.none();
                  sets.addScreen(set, screen);
                  return sets.overlapOf(set, loads).onlyA === 0;
                }),
              ),
          }),
        );
      const files = joinedParts(parts, sets, PRICE);
      expect(files.flat().sort()).toEqual(parts.flatMap(({ modules }) => modules).sort());
      const fileOf = (name: string) => files.findIndex((modules) => modules.includes(name));
      const weightOf = (modules: readonly string[]) =>
        modules.reduce((sum, name) => sum + (all[Number(name)]?.weight ?? 0), 0);
      expect(files.filter((modules) => weightOf(modules) > PRICE.heaviest)).toEqual([]);
      const importsOf = (file: number): Set<number> =>
        new Set(
          parts
            .filter(({ modules: [name = ''] }) => fileOf(name) === file)
            .flatMap(({ imports }) => [...imports].map(({ modules: [name = ''] }) => fileOf(name)))
            .filter((other) => other !== file),
        );
      const waitsForItself = (file: number, open = importsOf(file), seen = new Set<number>()) => {
        for (const next of open) {
          if (seen.has(next)) continue;
          seen.add(next);
          for (const other of importsOf(next)) open.add(other);
        }
        return seen.has(file);
      };
      expect(files.filter((_, file) => waitsForItself(file))).toEqual([]);
    }),
  );
});
