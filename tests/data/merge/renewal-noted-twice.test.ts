import { describe, expect, test } from 'vitest';
import { correctOrder } from '#programmes/adobe-vip/rules/order/correct-order.ts';
import { customerRenewal } from '#programmes/adobe-vip/rules/renewal/customer-renewal.ts';
import { linesLeft } from '#programmes/adobe-vip/rules/order/order-lines-left.ts';
import { planKey } from '#programmes/adobe-vip/rules/product/product-name.ts';
import { ourLines } from '#programmes/adobe-vip/rules/reconcile/our-lines.ts';
import { orderFromLine } from '#programmes/adobe-vip/rules/reconcile/order-from-line.ts';
import { renewalOrderOf } from '#programmes/adobe-vip/rules/renewal/renewal-commands.ts';
import { renewedLines } from '#programmes/adobe-vip/rules/renewal/renewed-lines.ts';
import type { VipOrder } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import type { Draft } from '#core/record/record.ts';
import { stored } from '#data/records/envelope.ts';
import type { Copy } from '#data/merge/copy.ts';
import { merge } from '#data/merge/merge.ts';
import { valueOf } from '#tests/factories/credit.ts';
import { invoiceLineWith } from '#tests/factories/vip-invoices.ts';
import { customerWith, returnWith, stepOf } from '#tests/factories/vip.ts';
import { csvOf, rowsOf, VipWorld } from '#tests/factories/vip-lists.ts';

const [TODAY, AD] = ['2026-11-20', '2026-12-01'];
const VIP = '5A20C8F190D73B627E4D';
const [illustrator, photoshop] = [planKey('Illustrator', 'team'), planKey('Photoshop', 'team')];
const planOf = (product: string) => ({
  product,
  licenceType: 'team' as const,
  sku: '',
  owned: 20,
  assigned: 20,
  on: '2026-01-10',
  at: 1,
});
const customer = customerWith({
  anniversary: AD,
  plans: { [illustrator]: planOf('Illustrator'), [photoshop]: planOf('Photoshop') },
});
const renewing = customerRenewal({ customer, authorizations: [], orders: [], returns: [] }, TODAY)!;
const deviceOf = (by: string, now: number) => {
  let ids = 0;
  return { today: TODAY, by, now, newId: () => `${by}-${(ids += 1)}` };
};
const noted = (by: string, now: number, quantities: Readonly<Record<string, number>>): Copy => {
  const lines = Object.fromEntries(
    Object.entries(quantities).map(([key, quantity]) => [key, { quantity, sku: '' }]),
  );
  const doing = deviceOf(by, now);
  const about = { renewing, level: '2' as const, currency: '' };
  const input = { orderNumber: '77', orderDate: TODAY, lines };
  return stored(valueOf(renewalOrderOf('o', customer, input, about, doing)), undefined, doing);
};
const eitherWay = (one: Copy, other: Copy): VipOrder[] =>
  [merge(undefined, one, other), merge(undefined, other, one)] as VipOrder[];
const renewed = (order: VipOrder, returns: Parameters<typeof renewedLines>[0]['returns'] = []) =>
  Object.fromEntries(
    [...renewedLines({ orders: [order], returns }, AD)].map(([key, line]) => [key, line.quantity]),
  );

describe('C10, X8: one renewal order that two devices note', () => {
  test('C10, X8: its licences are renewed once', () => {
    for (const both of eitherWay(
      noted('sara', 1_000, { [illustrator]: 10 }),
      noted('kim', 2_000, { [illustrator]: 10 }),
    ))
      expect(renewed(both)).toEqual({ [illustrator]: 10 });
  });

  test.each([
    ['first', 1_000, 12],
    ['last', 3_000, 10],
  ])(
    'C10, X8: of two quantities the newer wins, and neither is added to the other (%s)',
    (_, moment, quantity) => {
      const copy = noted('sara', moment, { [illustrator]: 10, [photoshop]: 4 });
      for (const both of eitherWay(copy, noted('kim', 2_000, { [illustrator]: 12 })))
        expect([renewed(both), both.clashes]).toEqual([
          { [illustrator]: quantity, [photoshop]: 4 },
          [],
        ]);
    },
  );

  const returned = (order: VipOrder, lines: Readonly<Record<string, number>>) =>
    returnWith({ order: order.id, lines }, [stepOf('return-granted', TODAY)]);

  test('C6, X8: what each device has go back of it is one line’s', () => {
    for (const both of eitherWay(
      noted('sara', 1_000, { [illustrator]: 10 }),
      noted('kim', 2_000, { [illustrator]: 10 }),
    )) {
      const returns = [returned(both, { [Object.keys(both.data.lines)[0]!]: 3 })];
      expect(linesLeft(both, returns).map(({ left }) => left)).toEqual([7]);
      expect(renewed(both, returns)).toEqual({ [illustrator]: 7 });
    }
  });

  test('C4, X8: a quantity that both corrected counts once', () => {
    const [one, other] = [
      noted('sara', 1_000, { [illustrator]: 10 }),
      noted('kim', 2_000, { [illustrator]: 10 }),
    ];
    const [both] = eitherWay(one, other);
    const book = { customer, authorizations: [], orders: [both!], returns: [] };
    const right = (by: string, now: number, quantity: number): Copy => {
      const [line] = linesLeft(both!, []);
      const changed = correctOrder(
        both!,
        { lines: { [line!.id]: { quantity } } },
        book,
        deviceOf(by, now),
      );
      return stored(valueOf(changed), both, deviceOf(by, now));
    };
    const met = merge(both as Copy, right('sara', 3_000, 8), right('kim', 4_000, 9)) as VipOrder;
    expect(renewed(met)).toEqual({ [illustrator]: 9 });
  });

  test('C13, X8: an invoice or a list that another device read of it is the same line still', async () => {
    const invoice = invoiceLineWith({
      orderNumber: '77',
      orderDate: TODAY,
      product: 'Illustrator',
      sku: '',
      quantity: 10,
      reason: 'Renewal',
    });
    const doing = deviceOf('kim', 2_000);
    const invoiced = valueOf(orderFromLine('o', invoice.data, customer, undefined, doing)) as Draft;
    const heads = 'Order Number;VIP ID;Order Date;Licence Type;Product;Quantity;Order Type';
    const list = async () => rowsOf(csvOf(heads, `77;${VIP};${TODAY};Team;Illustrator;10;Renewal`));
    const read = new VipWorld(TODAY, [customer]);
    read.bring(await list());
    const { id: _, ...listed } = read.of<VipOrder>('vip-order')[0]!;
    const [byHand] = eitherWay(
      noted('sara', 500, { [illustrator]: 10 }),
      noted('lo', 1_000, { [illustrator]: 10 }),
    );
    for (const other of [
      stored(invoiced, undefined, doing),
      { ...listed, id: 'o', updatedAt: 2_000 } as Copy,
    ])
      for (const both of eitherWay(byHand as Copy, other)) {
        expect(renewed(both)).toEqual({ [illustrator]: 10 });
        expect(ourLines({ customers: [customer], orders: [both], returns: [] })).toHaveLength(1);
        // Read again beside what met it brings nothing.
        const world = new VipWorld(TODAY, [customer, both]);
        world.bring(await list());
        expect(world.of<VipOrder>('vip-order').map((order) => renewed(order))).toEqual([
          { [illustrator]: 10 },
        ]);
      }
  });
});
