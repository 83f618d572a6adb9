import { expect, test } from 'vitest';
import { MOST_STEPS } from '#domain/step.ts';
import { takenOver } from '#data/backup/taken-over.ts';
import { conditionOf } from '#data/read-record.ts';
import { orderWith } from '#tests/factories/credit.ts';

test('X9: a backup with as many made-up steps as a record may have makes none that nobody can read', () => {
  const here = orderWith([['ordered', '2026-09-01']]);
  const steps = Array.from({ length: MOST_STEPS }, (_, n) => ({
    id: `made-up-${n}`,
    kind: 'note',
    on: '2026-09-05',
    at: n,
    by: 'm',
  }));
  const inFile = { ...here, steps, updatedAt: here.updatedAt + 9 };
  expect(conditionOf(inFile)).toBe('fine');
  expect(takenOver(here, inFile)).toBe(here);
});
