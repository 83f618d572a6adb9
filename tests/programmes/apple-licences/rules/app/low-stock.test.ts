import { describe, expect, test } from 'vitest';
import { lowStock } from '#programmes/apple-licences/rules/app/low-stock.ts';
import { appWith } from '#tests/factories/apps.ts';

type Given = Parameters<typeof appWith>[0];
const step = (kind: 'assigned' | 'taken-back', count: number) => ({
  id: kind,
  kind,
  on: '2026-11-20',
  at: Date.UTC(2026, 10, 21),
  by: 'sara',
  data: { count: String(count) },
});

describe('B8: the apps that want more licences', () => {
  test.each<[string, Given, 'empty' | 'low' | '']>([
    ['none free', { total: 30, assigned: 30 }, 'empty'],
    ['more given than owned', { total: 30, assigned: 40, available: 4 }, 'empty'],
    ['a tenth left', { total: 100, assigned: 90 }, 'low'],
    ['two left', { total: 9, assigned: 7 }, 'low'],
    ['enough', { total: 100, assigned: 80 }, ''],
    ['by its own line', { total: 100, assigned: 80, lowAt: 20 }, 'low'],
    ['over its own line', { total: 100, assigned: 98, lowAt: 1 }, ''],
    [
      'the last one given by hand since',
      { total: 5, assigned: 4, steps: [step('assigned', 1)] },
      'empty',
    ],
    ['taken back by hand since', { total: 9, assigned: 9, steps: [step('taken-back', 5)] }, ''],
    ['without a limit', { unlimited: true, assigned: 9 }, ''],
    ['of which nobody owns one', { total: 0, assigned: 0 }, ''],
    ['of which nobody said a number', {}, ''],
  ])('B8: %s', (_, given, level) => {
    const app = appWith(given);
    const { empty, low } = lowStock([app]);
    expect({ empty, low }).toEqual({
      empty: level === 'empty' ? [app] : [],
      low: level === 'low' ? [app] : [],
    });
  });
});
