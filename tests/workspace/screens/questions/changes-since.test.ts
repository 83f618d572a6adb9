import { expect, test } from 'vitest';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import {
  editOrder,
  recordStep,
  type OrderInput,
} from '#programmes/apple-credit/rules/order/order-commands.ts';
import type { Clash, VolymRecord } from '#core/record/record.ts';
import { formatFor } from '#core/language/format.ts';
import { history } from '#workspace/words/sv/history.ts';
import { shell } from '#ui/words/sv/shell.ts';
import { sync } from '#workspace/words/sv/sync.ts';
import { stored } from '#data/records/envelope.ts';
import { merge } from '#data/merge/merge.ts';
import type { Texts } from '#ui/text.ts';
import { orderWith, valueOf } from '#tests/factories/credit.ts';
import { changesSince } from '#workspace/screens/questions/changes-since.ts';
import { loadHistoryText } from '#workspace/screens/history/load-history-text.ts';

const { recordWords: swedishRecordWords } = await loadHistoryText('sv');

const means = {
  text: {
    history,
    shell,
    sync,
    recordWords: swedishRecordWords,
    format: formatFor('sv', 'Europe/Stockholm'),
  } as Partial<Texts> as Texts,
  today: '2026-11-20',
  people: [],
};
let [now, ids] = [Date.UTC(2026, 10, 20, 12), 0];
const doing = (by: string) => ({
  today: '2026-11-20',
  now: (now += 10),
  by,
  newId: () => `${by}-${(ids += 1)}`,
});
const edit = (order: VolymRecord, input: OrderInput, by = 'bo'): VolymRecord =>
  stored(valueOf(editOrder(order as CreditOrder, input)), order, doing(by));
const mail = (order: VolymRecord): VolymRecord => {
  const moment = doing('bo');
  const step = { kind: 'ready', on: '2026-11-19' } as const;
  return stored(valueOf(recordStep(order as CreditOrder, step, moment)), order, moment);
};

const agreed = edit(
  stored(orderWith([['ordered', '2026-09-01']]), undefined, doing('sara')),
  { purchaseOrderNumber: 'PO-1' },
  'sara',
);
// Written before it was deleted, by the clocks, and in several moments.
const changed = edit(
  edit(edit(mail(agreed), { purchaseOrderNumber: 'PO-7' }), { purchaseOrderNumber: 'PO-77' }),
  {
    inboxLink: 'https://inbox.example/s/secret',
  },
);
const deleted = stored({ ...agreed, trashedOn: '2026-11-20' }, agreed, doing('sara'));
const asking = merge(agreed, changed, deleted);
const clash = asking.clashes[0]!;

test('X8: all that whoever deleted it did not know is listed, steps first, the last value of a field, and no link', () => {
  expect(changesSince(asking, clash, means)).toEqual([
    'Klar i säkra inkorgen (tors 19 nov)',
    'Inköpsordernummer PO-77',
    'Länk till säkra inkorgen',
  ]);
});

test('X8: what is changed while nobody answers is listed as well', () => {
  const later = edit(asking, { reseller: 'Atea' }, 'sara');
  expect(changesSince(later, clash, means)).toContain('Återförsäljare Atea');
});

test('X8: of a question that does not say what was news, the moment tells', () => {
  const { news: _, ...older } = clash as Clash;
  expect(changesSince(asking, older, means)).toEqual(['Länk till säkra inkorgen']);
});
