import { beforeEach, expect, test } from 'vitest';
import { returnKey } from '#programmes/adobe-vip/import/match/keys.ts';
import type { ReturnAuthorization } from '#programmes/adobe-vip/rules/return/return-authorization.ts';
import type { Returning } from '#programmes/adobe-vip/rules/return/return-commands.ts';
import { returnState } from '#programmes/adobe-vip/rules/return/return-deadlines.ts';
import { ok } from '#core/result.ts';
import { stored } from '#data/records/envelope.ts';
import { onKind } from '#data/records/on-kind.ts';
import { formatFor } from '#core/language/format.ts';
import { vipReturns } from '#programmes/adobe-vip/words/sv/vip-returns.ts';
import { vip } from '#programmes/adobe-vip/words/sv/vip.ts';
import type { Texts } from '#ui/text.ts';
import { toasts } from '#ui/toast.svelte.ts';
import { askAndSay, denyAndSay } from '#programmes/adobe-vip/screens/return/return-actions.ts';
import { customerWith, orderLine, returnWith, vipOrderWith } from '#tests/factories/vip.ts';
import { openTestWorkspace } from '#tests/factories/workspace-in-browser.ts';

const text = {
  vip,
  vipReturns,
  format: formatFor('sv', 'Europe/Stockholm'),
} as Partial<Texts> as Texts;
const customer = customerWith();
const order = vipOrderWith({
  orderNumber: '1001',
  orderDate: '2026-11-19',
  lines: { 'line-001': orderLine(5) },
});
const { sku } = orderLine(5);
const returning: Returning = {
  customerName: customer.data.name,
  programme: 'vip',
  part: 'quantity',
  committedMinimum: 0,
  owner: 'sara',
  book: { orders: [order], returns: [] },
  plans: [],
};
const input = {
  takes: [{ order: 'order-1', line: 'line-001', quantity: 2 }],
  consumableUsed: false,
};

let here: Awaited<ReturnType<typeof openTestWorkspace>>;
beforeEach(async () => {
  here = await openTestWorkspace();
  await here.records.insert([stored(customer, undefined, here.records.doing())]);
});
const ids = async () =>
  (await here.records.find({ kind: 'return-authorization', parent: 'customer-1' })).map(
    ({ id }) => id,
  );

test.each([
  ['by the order’s number', '', { originalOrder: '', orderNumber: '1001' }],
  ['by its own', 'RMA-7', { originalOrder: '1001', orderNumber: 'RMA-7' }],
])(
  'C6: a return is the record that a list makes of it %s on another device, once',
  async (_, reference, numbers) => {
    const ask = () => askAndSay(here.records, { ...input, reference }, returning, text, here.vault);
    expect(await ask()).toBeUndefined();
    const fields = {
      ...numbers,
      orderDate: '2026-11-20',
      product: 'Illustrator',
      sku,
      quantity: 2,
    };
    const keyed = await here.vault.keyedId(...returnKey({ ...customer.data, ...fields }));
    expect(await ids()).toEqual([keyed]);
    // As much once more, on the same day, is another return.
    expect(await ask()).toBeUndefined();
    expect(new Set(await ids()).size).toBe(2);
    await toasts.undo();
    expect(await ids()).toEqual([keyed]);
  },
);

test('C6: a list has a row for each of several lines, which is no return of all of them', async () => {
  const lines = { 'line-001': orderLine(5), 'line-002': orderLine(3, { product: 'Foto' }) };
  const book = { orders: [{ ...order, data: { ...order.data, lines } }], returns: [] };
  const takes = [...input.takes, { order: 'order-1', line: 'line-002', quantity: 1 }];
  expect(
    await askAndSay(here.records, { ...input, takes }, { ...returning, book }, text, here.vault),
  ).toBeUndefined();
  expect((await ids())[0]).toMatch(/^[0-9a-f]{8}-/);
});

test('C6, X12: a denial cannot be undone after its order was moved past it, and the user is told why', async () => {
  const request = returnWith({ lines: { 'line-001': 2 } });
  await here.records.insert(
    [order, request].map((record) => stored(record, undefined, here.records.doing())),
  );
  expect(await denyAndSay(here.records, request.id, text)).toBeUndefined();
  const deny = toasts.current!.undo!;
  await here.records.change(
    order.id,
    onKind('vip-order', (record) =>
      ok({ ...record, data: { ...record.data, orderDate: '2026-11-21' } }),
    ),
  );
  await deny();
  expect(returnState((await here.records.get(request.id)) as ReturnAuthorization)).toBe('denied');
  expect(toasts.current?.text).toMatch(/^Ordern är daterad .*21 nov.*begärdes.*20 nov/);
});
