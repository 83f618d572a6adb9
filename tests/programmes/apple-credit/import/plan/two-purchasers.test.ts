import { describe, expect, test } from 'vitest';
import type { IncomingRow } from '#programmes/apple-credit/import/plan/planned.ts';
import { creditFile, handMade, importWorld, orderRow } from '#tests/factories/import-world.ts';

const bought = (id: string, purchaserAppleId: string, institution: string) =>
  handMade(id, { orderNumber: id, amount: '100.00', purchaserAppleId, institution });

const notesOf = (row: Partial<IncomingRow>) => {
  const world = importWorld([
    bought('W1', 'Ada@nordby.example', 'Nordby skola'),
    bought('W2', 'bo@vastby.example', 'Västby skola'),
  ]);
  const given = orderRow({ row: 2, orderNumber: 'W9', amount: '25000.00', ...row });
  const [planned] = world.run(creditFile([given])).rows;
  return { outcome: planned?.outcome, notes: planned?.notes };
};

describe('A5: a row that names two purchasers', () => {
  test('A5: goes by its Apple ID, and says whose the organisation is', () => {
    const row = { purchaserAppleId: 'ada@nordby.example', institution: 'Västby skola' };
    expect(notesOf(row)).toEqual({
      outcome: 'new',
      notes: [
        {
          code: 'names-two-purchasers',
          params: { institution: 'Västby skola', purchaser: 'bo@vastby.example' },
        },
      ],
    });
  });

  test.each([
    [
      'its own organisation',
      { purchaserAppleId: 'ADA@nordby.example', institution: 'nordby skola' },
    ],
    ['a new organisation', { purchaserAppleId: 'ada@nordby.example', institution: 'Ny skola' }],
    ['a new purchaser', { purchaserAppleId: 'cilla@vastby.example', institution: 'Västby skola' }],
    ['no organisation', { purchaserAppleId: 'ada@nordby.example' }],
  ])('A5: one with %s names one', (_, row) => {
    expect(notesOf(row)).toEqual({ outcome: 'new', notes: [] });
  });
});
