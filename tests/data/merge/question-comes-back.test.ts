import { expect, test } from 'vitest';
import { stored } from '#data/records/envelope.ts';
import type { Copy } from '#data/merge/copy.ts';
import { merge } from '#data/merge/merge.ts';
import { orderWith } from '#tests/factories/credit.ts';
import { answer, doingOf, write } from './written.ts';

const base = (): Copy =>
  stored(orderWith([['ordered', '2026-09-01']]), undefined, doingOf('eva', 1_000));

test('X8: the one who answered knew all three answers, two of them the same: an older copy with the first question does not ask again', () => {
  const agreed = base();
  const two = merge(
    agreed,
    write('johan', 6_000, agreed, { amount: '2.00' }),
    write('sara', 5_000, agreed, { amount: '1.00' }),
  );
  const all = merge(agreed, write('amina', 7_000, agreed, { amount: '1.00' }), two);
  const answered = answer('eva', 9_000, all, '2.00');
  expect(answered.clashes).toEqual([]);
  // The server was put back to the first question, and someone wrote something else there since.
  const there = write('sara', 9_500, two, { reseller: 'Atea' });
  expect(merge(undefined, answered, there).clashes).toEqual([]);
});

test('X8: an answer that an older version of the app wrote closes its question for who asked it and lost the answer to that', () => {
  const agreed = base();
  const saras = write('sara', 5_000, agreed, { amount: '1.00' });
  // Johan's device met it and asked; the server took the question, the answer to that was lost.
  const asked = merge(agreed, write('johan', 6_000, agreed, { amount: '2.00' }), saras);
  const answered = answer('eva', 9_000, asked, '1.00');
  // As it was written until now.
  const older = { ...answered, history: answered.history.map(({ settles: _, ...entry }) => entry) };
  expect(merge(saras, asked, older).clashes).toEqual([]);
});
