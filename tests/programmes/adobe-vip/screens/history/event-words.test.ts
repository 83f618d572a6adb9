import { expect, test } from 'vitest';
import { customerHistory } from '#programmes/adobe-vip/rules/customer/customer-history.ts';
import { INVOICED_LINE } from '#programmes/adobe-vip/rules/reconcile/invoiced-line.ts';
import { formatFor } from '#core/language/format.ts';
import { vip } from '#programmes/adobe-vip/words/sv/vip.ts';
import type { Texts } from '#ui/text.ts';
import { eventWords } from '#programmes/adobe-vip/screens/history/event-words.ts';
import { customerWith, orderLine, vipOrderWith } from '#tests/factories/vip.ts';

const text = { vip, format: formatFor('sv', 'Europe/Stockholm') } as Texts;
const origin = { run: 'run-1', row: 3 };
const wordsOf = (given: Parameters<typeof vipOrderWith>[0]) => {
  const book = {
    customer: customerWith(),
    authorizations: [],
    orders: [vipOrderWith(given)],
    returns: [],
  };
  return eventWords(customerHistory(book, '2026-11-20')[0]!, 'Sara Holm', text, '2026-11-20');
};

test('C8: the person who noted an order placed it; one who read it in from a list did not', () => {
  expect(wordsOf({}).details[0]).toBe('Order 77000412. Lagd i LWS av Sara Holm.');
  expect(wordsOf({ origin } as never).details[0]).toBe(
    'Order 77000412. Inläst ur en lista av Sara Holm.',
  );
  const lines = { [INVOICED_LINE]: orderLine(6) };
  expect(wordsOf({ lines }).details[0]).toBe('Order 77000412. Noterad ur en faktura av Sara Holm.');
  // Noted on an authorization whose line a list had named.
  const covered = {
    authorization: 'authorization-1',
    lines: { 'line-001': orderLine(6, { authorizationLine: 'line-001' }) },
  };
  expect(wordsOf(covered).details[0]).toBe('Order 77000412. Lagd i LWS av Sara Holm.');
});

test('C8: an order that two devices noted names its product once', () => {
  const lines = { a: orderLine(6, { authorizationLine: 'a' }), 'line-001': orderLine(6) };
  expect(wordsOf({ lines }).title).toBe('Order 6 × Illustrator');
});
