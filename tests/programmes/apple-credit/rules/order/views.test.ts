import { describe, expect, test } from 'vitest';
import { newBatch, renameBatch } from '#programmes/apple-credit/rules/code/code-batch-commands.ts';
import type {
  OrderInput,
  OrderStepKind,
} from '#programmes/apple-credit/rules/order/order-commands.ts';
import {
  groupOrders,
  orderRow,
  unredeemed,
} from '#programmes/apple-credit/rules/order/credit-summary.ts';
import { lifeLine } from '#programmes/apple-credit/rules/order/life-line.ts';
import { fromTrash, toTrash } from '#core/record/trash.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { orderWith, recordOf, valueOf } from '#tests/factories/credit.ts';

const today = '2026-11-20';
type Told = readonly (readonly [OrderStepKind, string])[];
const line = (steps: Told, input: OrderInput = {}) =>
  lifeLine(orderWith(steps, input), today).map(
    ({ stage, state, on, lastDay, provisional, isLate }) =>
      [
        stage,
        state,
        on ?? lastDay ?? '',
        ...(provisional ? ['provisional'] : []),
        ...(isLate ? ['late'] : []),
      ]
        .join(' ')
        .trim(),
  );

describe('the life line', () => {
  test('A7: a draft: order it now', () => {
    expect(line([])).toEqual([
      'ordered now',
      'validated later',
      'ready later',
      'downloaded later',
      'redeemed later',
    ]);
  });

  test('A7: ordered: provisional last day until the mail has come', () => {
    expect(line([['ordered', '2026-11-01']])).toEqual([
      'ordered done 2026-11-01',
      'validated now',
      'ready later',
      'downloaded later 2027-01-30 provisional',
      'redeemed later',
    ]);
  });

  test('A7: ready on day 77, as in picture 05', () => {
    expect(
      line([
        ['ordered', '2026-08-28'],
        ['validated', '2026-08-31'],
        ['ready', '2026-09-04'],
      ]),
    ).toEqual([
      'ordered done 2026-08-28',
      'validated done 2026-08-31',
      'ready done 2026-09-04',
      'downloaded now 2026-12-03',
      'redeemed later',
    ]);
  });

  test('A7: late from day 91', () => {
    expect(line([['ready', '2026-08-21']]).at(-2)).toBe('downloaded now 2026-11-19 late');
  });

  test('A4: an imported order with a code is downloaded; what came before is done without a day', () => {
    expect(line([['downloaded', '2026-11-20']], { orderDate: '2026-08-28' })).toEqual([
      'ordered done 2026-08-28',
      'validated done',
      'ready done',
      'downloaded done 2026-11-20',
      'redeemed now',
    ]);
  });

  test('A4: redeemed and spent end the line', () => {
    const redeemed: Told = [
      ['ready', '2026-09-04'],
      ['downloaded', '2026-09-05'],
      ['redeemed', '2026-09-06'],
    ];
    expect(line(redeemed).slice(-2)).toEqual([
      'downloaded done 2026-09-05',
      'redeemed done 2026-09-06',
    ]);
    expect(line([...redeemed, ['spent', '2026-10-01']]).at(-1)).toBe('spent done 2026-10-01');
  });

  test('A4: asked for again: wait for the new mail; then a new day 0', () => {
    const asked: Told = [
      ['ready', '2026-05-01'],
      ['resend-requested', '2026-09-01'],
    ];
    expect(line(asked).slice(2)).toEqual([
      'ready done 2026-05-01',
      'resend-requested done 2026-09-01',
      'resent now',
      'downloaded later',
      'redeemed later',
    ]);
    expect(line([...asked, ['resent', '2026-09-10']]).slice(3, 6)).toEqual([
      'resend-requested done 2026-09-01',
      'resent done 2026-09-10',
      'downloaded now 2026-12-09',
    ]);
  });

  test.each(['cancelled', 'lost', 'rejected'] as const)(
    'A4: %s ends the line with nothing later',
    (kind) => {
      expect(
        line([
          ['ordered', '2026-08-28'],
          [kind, '2026-09-01'],
        ]),
      ).toEqual(['ordered done 2026-08-28', `${kind} ended 2026-09-01`]);
    },
  );
});

describe('the list of orders', () => {
  const order = (id: string, steps: Told, input: OrderInput = {}) =>
    orderWith(steps, { orderNumber: id, ...input }, id);
  const orders = [
    order('late-8', [['ready', '2026-08-14']], { amount: '12000.00' }),
    order('late-19', [['ready', '2026-08-03']], { amount: '8000.00' }),
    order('inbox-13', [['ready', '2026-09-04']], { amount: '25000.00' }),
    order(
      'downloaded',
      [
        ['ready', '2026-09-04'],
        ['downloaded', '2026-10-12'],
      ],
      { amount: '40000.00' },
    ),
    order('old', [['redeemed', '2026-03-03']], { amount: '15000.00' }),
    order('newer', [['redeemed', '2026-06-22']], { amount: '16500.00' }),
    order('draft', [], { amount: '' }),
    order('gone', [
      ['ordered', '2026-06-01'],
      ['cancelled', '2026-06-02'],
    ]),
  ];

  test('A7: sections by what is to be done, as in picture 22', () => {
    const groups = groupOrders(orders, today);
    expect(
      [...groups].map(([group, rows]) => [group, ...rows.map(({ order }) => order.id)]),
    ).toEqual([
      ['expired', 'late-8', 'late-19'],
      ['inbox', 'inbox-13'],
      ['ordered'],
      ['downloaded', 'downloaded'],
      ['redeemed', 'newer', 'old'],
      ['draft', 'draft'],
      ['ended', 'gone'],
    ]);
  });

  test('A7: a row knows its days left, last day and urgency', () => {
    expect(orderRow(orders[0]!, today)).toMatchObject({
      state: 'expired',
      left: -8,
      lastDay: '2026-11-12',
      urgency: 'late',
    });
    expect(orderRow(orders[2]!, today)).toMatchObject({
      state: 'ready',
      left: 13,
      lastDay: '2026-12-03',
      urgency: 'soon',
    });
    expect(orderRow(orders[3]!, today)).toMatchObject({
      state: 'downloaded',
      on: '2026-10-12',
      urgency: 'calm',
    });
  });

  test('A4: unredeemed sums per currency and by part', () => {
    const euros = order('euro', [['ready', '2026-11-01']], { amount: '100.50', currency: 'EUR' });
    expect(unredeemed(groupOrders([...orders, euros], today))).toEqual([
      {
        currency: 'SEK',
        amount: '85000.00',
        orders: 4,
        parts: [
          { group: 'downloaded', amount: '40000.00', share: 0.4705 },
          { group: 'inbox', amount: '25000.00', share: 0.2941 },
          { group: 'expired', amount: '20000.00', share: 0.2352 },
        ],
      },
      {
        currency: 'EUR',
        amount: '100.50',
        orders: 1,
        parts: [{ group: 'inbox', amount: '100.50', share: 1 }],
      },
    ]);
  });

  test('A4: orders without a value are counted as none, and no order as nothing', () => {
    const empty = order('empty', [['ready', '2026-11-01']], { amount: '' });
    expect(unredeemed(groupOrders([empty], today))).toEqual([
      { currency: 'SEK', amount: '0.00', orders: 1, parts: [] },
    ]);
    expect(unredeemed(groupOrders([], today))).toEqual([]);
  });
});

describe('batch and trash', () => {
  const batch = recordOf(
    newBatch('batch-1', { name: 'Läsresan', owner: 'sara', product: 'Läsresan' }),
  );

  test('A6: a batch gets another name and keeps its product', () => {
    expect(valueOf(renameBatch(batch, ' Vårens läsning ')).data).toMatchObject({
      name: 'Vårens läsning',
      product: 'Läsresan',
    });
    expect(renameBatch(batch, ' ')).toMatchObject({
      problem: { code: 'name-needed', field: 'name' },
    });
  });

  test('X12: to the trash and back changes nothing else', () => {
    const trashed = recordOf(valueOf(toTrash(batch, doingOn(today))));
    expect(trashed.trashedOn).toBe(today);
    expect(valueOf(fromTrash(trashed))).toEqual(batch);
  });
});
