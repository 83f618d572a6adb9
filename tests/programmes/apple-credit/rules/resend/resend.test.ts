import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  creditOrder,
  type CreditOrderData,
} from '#programmes/apple-credit/rules/order/credit-order.ts';
import { FOLLOW_UP_RULE } from '#programmes/apple-credit/rules/editions.ts';
import {
  byRoute,
  lacksForResend,
  lettersFor,
  routeOf,
  toResend,
  waitingForResend,
} from '#programmes/apple-credit/rules/resend/resend.ts';
import { setResend, newWorkspace } from '#workspace/rules/settings/workspace-commands.ts';
import type { Workspace } from '#workspace/rules/settings/workspace.ts';
import { letterWriter } from '#programmes/apple-credit/screens/resend/letter-writer.ts';
import { orderWith, recordOf } from '#tests/factories/credit.ts';

const TODAY = '2026-11-20';
const mailed = (id: string, day: string, input: Partial<CreditOrderData> = {}) =>
  orderWith(
    [
      ['ordered', day],
      ['ready', day],
    ],
    { orderNumber: id, ...input },
    id,
  );
const asked = (id: string, on: string) =>
  orderWith(
    [
      ['ordered', '2026-05-01'],
      ['ready', '2026-05-01'],
      ['resend-requested', on],
    ],
    { orderNumber: id },
    id,
  );

/** The two orders of the fixtures: the last days of both have passed. */
const FIRST = mailed('4500197752', '2026-08-14', { amount: '12000.00' });
const SECOND = mailed('4500196018', '2026-08-03', { amount: '8000.00' });

describe('the way', () => {
  test.each([
    ['own-store', 'own-store'],
    ['reseller', 'applecare'],
    ['apple', 'applecare'],
    ['', undefined],
  ] as const)('A8: credit bought from "%s" is sent again by %s', (channel, route) => {
    expect(routeOf({ channel })).toBe(route);
  });

  test('A9: every order is asked for on exactly one way, that of its purchase unless it was moved', () => {
    const channel = fc.constantFrom('own-store', 'reseller', 'apple', '' as const);
    fc.assert(
      fc.property(fc.array(fc.tuple(channel, fc.boolean()), { maxLength: 8 }), (given) => {
        const orders = given.map(([channel], at) =>
          mailed(`${at}`, '2026-08-03', {
            channel: channel as 'apple',
            buyerAppleId: 'inkop@nordby.example',
          }),
        );
        const moved = orders.filter((_, at) => given[at]?.[1]).map(({ id }) => id);
        const parted = byRoute(orders, moved);
        expect([...parted['own-store'], ...parted.applecare].map(({ id }) => id).sort()).toEqual(
          orders.map(({ id }) => id).sort(),
        );
        for (const { id, data } of parted['own-store'])
          expect((data.channel === 'own-store') !== moved.includes(id)).toBe(true);
      }),
    );
  });

  test('A9: AppleCare needs the number and the Apple ID; the own store one of number and buyer', () => {
    const { data } = FIRST;
    expect(lacksForResend(data, 'applecare')).toBeUndefined();
    expect(lacksForResend({ ...data, orderNumber: '' }, 'applecare')).toBe('orderNumber');
    expect(
      lacksForResend({ ...data, orderNumber: '', creditNumber: '77' }, 'applecare'),
    ).toBeUndefined();
    expect(lacksForResend({ ...data, purchaserAppleId: '' }, 'applecare')).toBe('purchaserAppleId');
    expect(lacksForResend({ ...data, orderNumber: '' }, 'own-store')).toBe('orderNumber');
    expect(
      lacksForResend({ ...data, orderNumber: '', buyerAppleId: 'a@b.example' }, 'own-store'),
    ).toBeUndefined();
  });
});

describe('which orders', () => {
  test('A8: those that left the inbox and are not asked for, the last one first', () => {
    const ready = mailed('4500218837', '2026-11-01');
    const waiting = asked('4500190000', '2026-11-10');
    expect(toResend([SECOND, waiting, ready, FIRST], TODAY)).toEqual([FIRST, SECOND]);
    expect(waitingForResend([SECOND, waiting, ready, FIRST], TODAY)).toEqual([waiting]);
  });
});

describe('the text', () => {
  test.each(['sv', 'en'] as const)(
    'A9: two orders in one text as the fixture shows (%s)',
    async (language) => {
      const { write } = await letterWriter(language);
      const [letter, ...more] = lettersFor([FIRST, SECOND]);
      expect(more).toEqual([]);
      expect(write(letter!)).toBe(
        readFileSync(`tests/fixtures/resend/${language}.txt`, 'utf8').trimEnd(),
      );
    },
  );

  test('A9: each Apple ID has its own text, with the numbers that go to it', () => {
    const other = mailed('4500180000', '2026-08-03', {
      purchaserAppleId: 'Bok@nordby.example',
      creditNumber: '99',
    });
    const same = mailed('4500180001', '2026-08-03', { purchaserAppleId: 'bok@nordby.example' });
    const letters = lettersFor([FIRST, other, SECOND, same]);
    expect(
      letters.map(({ appleId, credits }) => [appleId, credits.map(({ number }) => number)]),
    ).toEqual([
      ['innehall@nordby.example', ['4500197752', '4500196018']],
      ['Bok@nordby.example', ['99', '4500180001']],
    ]);
  });

  test('A9: every VPP credit number is in exactly one text', () => {
    const some = fc.array(fc.constantFrom('a@x.example', 'A@x.example', 'b@x.example'), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(some, (accounts) => {
        const orders = accounts.map((purchaserAppleId, at) =>
          mailed(`45000000${at}`, '2026-08-03', { purchaserAppleId }),
        );
        const numbers = lettersFor(orders).flatMap(({ credits }) =>
          credits.map(({ number }) => number),
        );
        expect(numbers.sort()).toEqual(orders.map(({ data }) => data.orderNumber));
      }),
    );
  });
});

describe('following up', () => {
  const due = (order: ReturnType<typeof asked>) => creditOrder.deadlines(order);

  test('A9: a week after it was asked for, and again a week after it was asked for again', () => {
    const waiting = asked('1', '2026-11-10');
    expect(due(waiting)).toMatchObject([
      { rule: FOLLOW_UP_RULE, from: '2026-11-10', on: '2026-11-17' },
    ]);
    const again = orderWith(
      [
        ['ready', '2026-05-01'],
        ['resend-requested', '2026-11-10'],
        ['resend-requested', '2026-11-18'],
      ],
      {},
    );
    expect(due(again)).toMatchObject([{ from: '2026-11-18', on: '2026-11-25' }]);
  });

  test.each([['resent'], ['ready'], ['downloaded'], ['lost'], ['cancelled']] as const)(
    'A9: nobody is asked any more once it is %s',
    (kind) => {
      const steps = [
        ['ready', '2026-05-01'],
        ['resend-requested', '2026-11-10'],
        [kind, '2026-11-12'],
      ] as const;
      expect(due(orderWith(steps)).map(({ rule }) => rule)).not.toContain(FOLLOW_UP_RULE);
    },
  );
});

describe('addresses', () => {
  const workspace = recordOf(newWorkspace('Nordby IT', [])) as Workspace;

  test('A8: the store and the form are settings; empty is the default, and an address without https is refused', () => {
    const set = setResend(workspace, { ownStore: ' https://store.nordby.example ' });
    expect(set.ok && set.value.data.ownStore).toBe('https://store.nordby.example');
    expect(setResend(workspace, { ownStore: '' }).ok).toBe(true);
    expect(setResend(workspace, { supportForm: 'javascript:alert(1)' })).toEqual({
      ok: false,
      problem: { code: 'not-an-address', field: 'supportForm' },
    });
  });
});
