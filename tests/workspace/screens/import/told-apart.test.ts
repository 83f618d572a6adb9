import { describe, expect, test } from 'vitest';
import {
  toldApart,
  type Choosable,
} from '#workspace/screens/import/dry-run/questions/told-apart.ts';

const named = (label: string, ...more: readonly string[]): Choosable => ({ label, more });

describe('A5: what can be chosen is told apart', () => {
  test.each<[string, readonly Choosable[], readonly string[]]>([
    ['names of their own stay', [named('Norr', 'A'), named('Syd', 'A')], ['Norr', 'Syd']],
    [
      'the first that differs is added, to those of one name alone',
      [named('Skolan', 'Nordby', 'a@x'), named('SKOLAN', 'Sunnby', 'b@x'), named('Norr', 'Nordby')],
      ['Skolan, Nordby', 'SKOLAN, Sunnby', 'Norr'],
    ],
    [
      'what both have alike is not added',
      [named('Skolan', 'Nordby', 'a@x'), named('Skolan', 'Nordby', 'b@x')],
      ['Skolan, a@x', 'Skolan, b@x'],
    ],
    [
      'two of three may need more',
      [named('S', 'N', '1'), named('S', 'N', '2'), named('S', 'O', '1')],
      ['S, N, 1', 'S, N, 2', 'S, O'],
    ],
    ['one that says nothing keeps its name', [named('S', ''), named('S', 'N')], ['S', 'S, N']],
    [
      'and numbers, where nothing else does',
      [named('S', 'N'), named('S', 'N')],
      ['S (1)', 'S (2)'],
    ],
    [
      'with numbers that no other name has',
      [named('S'), named('s (1)'), named('S'), named('S (2)')],
      ['S (3)', 's (1)', 'S (4)', 'S (2)'],
    ],
    ['none', [], []],
  ])('A5: %s', (_, all, labels) => {
    expect(toldApart(all)).toEqual(labels);
  });
});
