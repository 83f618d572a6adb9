import { describe, expect, test } from 'vitest';
import {
  newMembersProgramme,
  ordersToday,
} from '#programmes/adobe-vip/rules/edition/rules-today.ts';
import { orderEditions } from '#programmes/adobe-vip/rules/order/order-editions.ts';
import { chosenEdition } from '#programmes/adobe-vip/rules/edition/vip-edition.ts';
import { accountsEditionOf } from '#programmes/apple-licences/rules/editions.ts';
import type { Programme } from '#core/record/record.ts';
import {
  chooseRules,
  questionsOf,
  rulesAsked,
  ruleToday,
  unansweredRules,
} from '#programmes/rules-today.ts';
import { newWorkspace } from '#workspace/rules/settings/workspace-commands.ts';
import type { Workspace } from '#workspace/rules/settings/workspace.ts';
import { recordOf, valueOf } from '#tests/factories/credit.ts';

const ALL: readonly Programme[] = ['apple-credit', 'apple-licences', 'adobe-vip'];
const made = (rules = {}, programmes = ALL): Workspace =>
  recordOf(newWorkspace('Nordby IT', programmes, rules)) as unknown as Workspace;

describe('X15: which rules hold today', () => {
  test.each([
    [['apple-credit'], []],
    [['apple-licences'], ['accounts']],
    [['apple-credit', 'adobe-vip'], ['orders']],
    [ALL, ['accounts', 'orders']],
  ] as const)('X15: of %j is asked %j', (programmes, asked) => {
    expect(questionsOf(programmes)).toEqual(asked);
    expect(unansweredRules(made({}, programmes).data)).toEqual(asked);
  });

  test('X15, B3, C3: the seed’s own come first, and apply where nothing was chosen', () => {
    expect(rulesAsked.orders.answers.map(({ value }) => value)).toEqual([30, 14, 7]);
    expect(rulesAsked.accounts.answers.map(({ id }) => id)).toEqual([
      'apple-licences.accounts-2016',
      'apple-licences.accounts-2025',
    ]);
    for (const question of ['accounts', 'orders'] as const)
      expect(ruleToday(made().data, question)).toBe(rulesAsked[question].answers[0]?.id);
  });

  test.each([
    ['adobe-vip.order-30', 'vip', 30],
    ['adobe-vip.order-14', 'vip', 14],
    ['adobe-vip.order-7', 'vip-marketplace', 7],
  ] as const)(
    'X15, C3: with %s a new customer is of %s, and has %i days',
    (orders, programme, days) => {
      const { data } = made({ orders });
      expect(newMembersProgramme(data.editions)).toBe(programme);
      expect(ordersToday(data.editions).value).toBe(days);
      expect(chosenEdition(orderEditions, programme, data.editions).value).toBe(days);
      expect(unansweredRules(data)).toEqual(['accounts']);
    },
  );

  test('X15, B3: what was said is the edition that tokens are taken under, and is not asked again', () => {
    const { data } = made({
      accounts: 'apple-licences.accounts-2025',
      orders: 'adobe-vip.order-30',
    });
    expect(accountsEditionOf(data.accountsEdition)).toBe('apple-licences.accounts-2025');
    expect(unansweredRules(data)).toEqual([]);
  });

  test('X15: it can be changed later, back from the Marketplace too, and leaves other choices', () => {
    const workspace = made({ orders: 'adobe-vip.order-7' });
    const other = {
      ...workspace,
      data: { ...workspace.data, editions: { ...workspace.data.editions, other: 'x' } },
    };
    const { data } = valueOf(chooseRules(other, { orders: 'adobe-vip.order-14' }));
    expect([newMembersProgramme(data.editions), ordersToday(data.editions).value]).toEqual([
      'vip',
      14,
    ]);
    expect(data.editions?.['other']).toBe('x');
    expect(valueOf(chooseRules(other, { orders: 'unknown' })).data).toEqual(other.data);
  });
});
