import { describe, expect, test } from 'vitest';
import type { ContentPurchaser } from '#programmes/apple-credit/rules/purchaser/content-purchaser.ts';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import {
  correctStep,
  type OrderStepKind,
} from '#programmes/apple-credit/rules/order/order-commands.ts';
import {
  editPurchaser,
  judgeAccount,
  mergedWith,
  newPurchaser,
  olderOf,
  orderAgain,
  proposedAppleId,
  renameAccount,
  unmerged,
} from '#programmes/apple-credit/rules/purchaser/purchaser-commands.ts';
import { knownBeside, purchaserRows } from '#programmes/apple-credit/rules/purchaser/purchasers.ts';
import { currentSteps } from '#core/record/step.ts';
import { orderWith, recordOf, valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';

const TODAY = '2026-11-20';
const BIRGIT = {
  name: 'Birgit Vall',
  appleId: 'bok@nordby.example',
  institution: 'Nordby kommun',
  manager: 'school',
} as const;
const birgit = (): ContentPurchaser => recordOf(valueOf(newPurchaser('birgit', BIRGIT, [])));
const order = (
  id: string,
  steps: readonly (readonly [OrderStepKind, string])[],
  appleId: string = BIRGIT.appleId,
) =>
  orderWith(
    steps,
    {
      orderDate: steps[0]?.[1] ?? '',
      orderNumber: id,
      purchaserAppleId: appleId,
      purchaserName: 'B. Vall',
    },
    id,
  );

describe('what Apple has said of an account', () => {
  test.each<[string, (readonly (readonly [OrderStepKind, string])[])[], string, string]>([
    ['nothing', [[]], 'unknown', ''],
    ['an order is being checked', [[['ordered', '2026-11-17']]], 'checking', '2026-11-17'],
    [
      'an order was validated',
      [
        [
          ['ordered', '2026-08-28'],
          ['validated', '2026-08-31'],
        ],
      ],
      'valid',
      '2026-08-31',
    ],
    [
      'the mail came, which comes only to a valid account',
      [
        [
          ['ordered', '2026-08-28'],
          ['ready', '2026-09-04'],
        ],
      ],
      'valid',
      '2026-09-04',
    ],
    [
      'it was rejected',
      [
        [
          ['ordered', '2026-11-01'],
          ['rejected', '2026-11-03'],
        ],
      ],
      'rejected',
      '2026-11-03',
    ],
    [
      'valid since the first of its orders, whatever is being checked now',
      [
        [
          ['ordered', '2026-01-10'],
          ['validated', '2026-01-12'],
        ],
        [
          ['ordered', '2026-08-28'],
          ['validated', '2026-08-31'],
        ],
        [['ordered', '2026-11-17']],
      ],
      'valid',
      '2026-01-12',
    ],
    [
      'rejected after it was valid',
      [
        [
          ['ordered', '2026-01-10'],
          ['validated', '2026-01-12'],
        ],
        [
          ['ordered', '2026-11-01'],
          ['rejected', '2026-11-03'],
        ],
      ],
      'rejected',
      '2026-11-03',
    ],
    [
      'valid again after a rejection',
      [
        [
          ['ordered', '2026-01-10'],
          ['rejected', '2026-01-12'],
        ],
        [
          ['ordered', '2026-11-01'],
          ['validated', '2026-11-03'],
        ],
      ],
      'valid',
      '2026-11-03',
    ],
  ])('A3: %s', (_, all, state, since) => {
    const orders = all.map((steps, at) => order(`order-${at}`, steps));
    for (const given of [orders, orders.toReversed()])
      expect(purchaserRows([], given, TODAY)).toMatchObject([
        { state, since, orders: { length: all.length } },
      ]);
  });

  test('A3: the register says more than the orders; letters of an address do not make two', () => {
    const orders = [order('1', [['ordered', '2026-11-17']], 'BOK@nordby.example')];
    expect(purchaserRows([birgit()], orders, TODAY)).toMatchObject([
      {
        key: 'bok@nordby.example',
        id: 'birgit',
        name: 'Birgit Vall',
        manager: 'school',
        state: 'checking',
      },
    ]);
    expect(purchaserRows([], orders, TODAY)).toMatchObject([
      { id: '1', name: 'B. Vall', manager: '' },
    ]);
    expect(purchaserRows([birgit()], [], TODAY)).toMatchObject([{ state: 'unknown', orders: [] }]);
    expect(purchaserRows([], [order('1', [], '')], TODAY)).toEqual([]);
  });

  test('A3: of two verdicts on one day the later still counts when the note of the earlier is corrected', () => {
    const judged = order('4500220031', [
      ['ordered', '2026-11-01'],
      ['rejected', '2026-11-03'],
      ['validated', '2026-11-03'],
    ]);
    const step = judged.steps.find(({ kind }) => kind === 'rejected')?.id ?? '';
    const input = { step, on: '2026-11-03', note: 'fel namn', reason: 'Otydligt' };
    const noted = recordOf(valueOf(correctStep(judged, input, doingOn(TODAY))));
    expect(purchaserRows([], [noted], TODAY)).toMatchObject([{ state: 'valid' }]);
  });

  test('A3: the day of an account that is being checked is that of the order’s own step', () => {
    const ordered = order('1', [['ordered', '2026-11-17']]);
    const cleared = { ...ordered, data: { ...ordered.data, orderDate: '' } };
    const other = { ...ordered, data: { ...ordered.data, orderDate: '2026-11-15' } };
    for (const order of [cleared, other])
      expect(purchaserRows([], [order], TODAY)).toMatchObject([
        { state: 'checking', since: '2026-11-17' },
      ]);
  });

  test('A3: an address that only its own order knows is not valid where that order is judged', () => {
    const ready = order('1', [
      ['ordered', '2026-08-28'],
      ['ready', '2026-09-04'],
    ]);
    const validated = order('2', [
      ['ordered', '2026-10-01'],
      ['validated', '2026-10-05'],
    ]);
    const rejected = order('3', [
      ['ordered', '2026-11-01'],
      ['rejected', '2026-11-03'],
    ]);
    const told = { kind: 'validated', on: '2026-11-10', note: '' } as const;
    const judged = recordOf(valueOf(judgeAccount(birgit(), told, doingOn(TODAY))));
    const beside = (...[records, orders]: [ContentPurchaser[], CreditOrder[]]) =>
      knownBeside(purchaserRows(records, orders, TODAY)[0]!, '1', TODAY);
    expect(beside([], [ready])).toBeUndefined();
    expect(beside([birgit()], [ready])).toBeUndefined();
    expect(beside([], [ready, validated])).toMatchObject({ state: 'valid', since: '2026-10-05' });
    expect(beside([judged], [ready])).toMatchObject({ state: 'valid', since: '2026-11-10' });
    expect(beside([], [validated])).toMatchObject({ state: 'valid', since: '2026-10-05' });
    expect(beside([], [ready, rejected])).toMatchObject({ state: 'rejected' });
  });

  test('A3: a verdict outside any order counts, and names the order only where one gave it', () => {
    const judged = recordOf(
      valueOf(
        judgeAccount(
          birgit(),
          { kind: 'rejected', on: '2026-11-10', note: ' inte köpare ' },
          doingOn(TODAY),
        ),
      ),
    );
    const [row] = purchaserRows(
      [judged],
      [
        order('1', [
          ['ordered', '2026-11-01'],
          ['validated', '2026-11-02'],
        ]),
      ],
      TODAY,
    );
    expect(row).toMatchObject({ state: 'rejected', since: '2026-11-10', note: 'inte köpare' });
    expect(row).not.toHaveProperty('by');
    expect(judged.steps[0]).toMatchObject({ note: 'inte köpare' });
    expect(
      judgeAccount(birgit(), { kind: 'validated', on: '2026-11-21', note: '' }, doingOn(TODAY)),
    ).toMatchObject({
      problem: { code: 'day-in-the-future' },
    });
  });
});

describe('the register', () => {
  test.each([
    [{ ...BIRGIT, name: ' ' }, 'name-needed', 'name'],
    [{ ...BIRGIT, appleId: ' ' }, 'apple-id-needed', 'appleId'],
    [{ ...BIRGIT, appleId: 'birgit' }, 'not-an-apple-id', 'appleId'],
    [{ ...BIRGIT, appleId: ' Innehall@nordby.example ' }, 'purchaser-is-here', 'appleId'],
  ])('A3: %j is refused with %s', (input, code, field) => {
    const refused = { ok: false, problem: { code, field } };
    expect(newPurchaser('x', input, ['innehall@nordby.example'])).toEqual(refused);
    expect(editPurchaser(birgit(), input, ['innehall@nordby.example'])).toEqual(refused);
  });
});

describe('ordering again', () => {
  test('A3: copies everything but the purchaser and what Apple gave the order', () => {
    const rejected = orderWith([], {
      amount: '12000.00',
      currency: 'EUR',
      institution: 'Nordby',
      purchaserName: 'Birgit',
      purchaserAppleId: 'b@x.example',
      channel: 'reseller',
      reseller: 'Fjord',
      buyerAppleId: 'k@x.example',
      orderNumber: '1',
      creditNumber: '2',
      purchaseOrderNumber: 'NK-1',
      orderDate: '2026-11-01',
      inboxLink: 'https://inbox.example/s',
    });
    expect(orderAgain(rejected.data)).toEqual({
      amount: '12000.00',
      currency: 'EUR',
      institution: 'Nordby',
      channel: 'reseller',
      reseller: 'Fjord',
      buyerAppleId: 'k@x.example',
      purchaseOrderNumber: 'NK-1',
    });
  });
});

describe('two that are one', () => {
  test('A3: an order names the corrected account, unless it names a third one by now', () => {
    const named = order('1', []);
    const renamed = renameAccount(named, 'BOK@nordby.example', {
      name: '',
      appleId: 'bok2@nordby.example',
    });
    expect(renamed.ok && renamed.value.data).toMatchObject({
      purchaserName: 'B. Vall',
      purchaserAppleId: 'bok2@nordby.example',
    });
    expect(
      renameAccount(named, 'other@nordby.example', { name: '', appleId: 'x@y.example' }),
    ).toMatchObject({
      problem: { code: 'account-changed-since' },
    });
  });

  test('A3: the one that is written down stays, and of two the older, whichever page it was said on', () => {
    const later = recordOf(
      valueOf(newPurchaser('later', { ...BIRGIT, appleId: 'b2@nordby.example' }, [])),
    );
    const rows = purchaserRows([later, birgit()], [order('1', [], 'b3@nordby.example')], TODAY);
    const [second, third, first] = ['b2', 'b3', 'bok'].map((key) =>
      rows.find((row) => row.key.startsWith(`${key}@`))!,
    );
    for (const pair of [
      [first!, second!],
      [second!, first!],
    ] as const)
      expect(olderOf(...pair)[0].id).toBe('birgit');
    expect(olderOf(third!, second!)[0].id).toBe('later');
  });

  test('A3: of two Apple IDs the one that Apple knows is proposed, else that of who stays', () => {
    const valid = order('1', [
      ['ordered', '2026-08-28'],
      ['validated', '2026-08-31'],
    ]);
    const named = { ...valid, data: { ...valid.data, purchaserAppleId: 'b3@nordby.example' } };
    const later = recordOf(
      valueOf(newPurchaser('later', { ...BIRGIT, appleId: 'b2@nordby.example' }, [])),
    );
    const rows = purchaserRows([later, birgit()], [named], TODAY);
    const [second, third, first] = ['b2', 'b3', 'bok'].map((key) =>
      rows.find((row) => row.key.startsWith(`${key}@`))!,
    );
    expect(proposedAppleId([first!, third!])).toBe('b3@nordby.example');
    expect(proposedAppleId([first!, second!])).toBe(BIRGIT.appleId);
  });

  test('A3: the notes of the other come along, and leave again when it is undone', () => {
    const verdict = { kind: 'rejected', on: '2026-11-19', note: 'Fel adress' } as const;
    const other = recordOf(valueOf(judgeAccount(birgit(), verdict, doingOn()))) as ContentPurchaser;
    const bare = { ...BIRGIT, institution: '', manager: '' } as const;
    const into = recordOf(valueOf(newPurchaser('into', bare, []))) as ContentPurchaser;
    const merged = recordOf(
      mergedWith(into, { other, appleId: 'kept@nordby.example' }, doingOn()),
    ) as ContentPurchaser;
    expect(merged.steps.map(({ note }) => note)).toEqual(['Fel adress']);
    const { institution, manager } = BIRGIT;
    expect(merged.data).toMatchObject({ institution, manager, appleId: 'kept@nordby.example' });
    const back = unmerged(merged, { before: into, merged }, { ...doingOn(), reason: 'undone' });
    expect(currentSteps(back.steps ?? [])).toEqual([]);
    expect(back.data).toEqual(into.data);
  });
});
