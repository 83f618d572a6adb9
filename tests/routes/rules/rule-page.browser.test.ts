import { isHttpError } from '@sveltejs/kit';
import { describe, expect, test } from 'vitest';
import { ORDER_RULE } from '#programmes/adobe-vip/rules/order/order-editions.ts';
import VipOrderRule from '#programmes/adobe-vip/screens/rules/VipOrderRule.svelte';
import { INBOX_RULE } from '#programmes/apple-credit/rules/editions.ts';
import OrderRule from '#programmes/apple-credit/screens/rules/OrderRule.svelte';
import { TOKEN_RULE } from '#programmes/apple-licences/rules/editions.ts';
import TokenRule from '#programmes/apple-licences/screens/rules/TokenRule.svelte';
import { orderWith } from '#tests/factories/credit.ts';
import { load } from '../../../src/routes/rules/[rule]/+page.ts';

const order = orderWith([], {}, 'a');

/** What the address of a rule loads; the status of the error that it shows, where it is none. */
const loaded = async (rule: string, search = '') => {
  const event = {
    params: { rule },
    url: new URL(`https://volym.test/rules/${rule}${search}`),
    depends: () => undefined,
    parent: () =>
      Promise.resolve({
        language: 'sv',
        app: { records: { get: (id: string) => Promise.resolve(id === 'a' ? order : undefined) } },
      }),
  };
  try {
    const answer = await load(event as unknown as Parameters<typeof load>[0]);
    return answer as Exclude<typeof answer, void>;
  } catch (error) {
    if (isHttpError(error)) return error.status;
    throw error;
  }
};

describe('X2: the address of a rule', () => {
  test.each([
    [INBOX_RULE, OrderRule, ['credit']],
    [TOKEN_RULE, TokenRule, ['tokens']],
    [ORDER_RULE, VipOrderRule, ['vip', 'vipRenewals']],
  ])(
    'X2: %s shows the page of its own programme, with its words alone',
    async (rule, Rule, words) => {
      const shown = await loaded(rule);
      expect(shown).toMatchObject({ Rule, record: undefined });
      expect(Object.keys(shown)).toEqual([...words, 'record', 'Rule']);
    },
  );

  test('X2: names the record that the rule is shown for', async () => {
    expect(await loaded(INBOX_RULE, '?record=a')).toMatchObject({ record: order });
  });

  test.each(['adobe-vip.renewal', 'apple-credit.resend-follow-up', 'constructor', 'no-rule'])(
    'X2: a rule that no programme explains is an unknown address (%s)',
    async (rule) => {
      expect(await loaded(rule)).toBe(404);
    },
  );
});
