import { screen } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import type { Language } from '#core/language/language.ts';
import { answerQuestion } from '#workspace/rules/questions/answer-question.ts';
import type { Clash, VolymRecord } from '#core/record/record.ts';
import { ok } from '#core/result.ts';
import type { App } from '#ui/app.svelte.ts';
import OrderDetail from '#programmes/apple-credit/screens/order/OrderDetail.svelte';
import { valueOf } from '#tests/factories/credit.ts';
import { faults, inTheme } from '#tests/ui/axe.ts';
import { addOrder, openApp, showIn } from '#tests/programmes/apple-credit/screens/credit-app.ts';

const clash: Clash = {
  id: 'orderNumber|1|2',
  field: 'orderNumber',
  was: '',
  answers: [
    { value: '4500218837', by: 'sara', at: 1 },
    { value: 'W2', by: 'johan', at: 2 },
  ],
};
const ask = async (app: App, question: Clash): Promise<void> => {
  const write = (order: VolymRecord) => ok({ ...order, clashes: [question] });
  valueOf(await app.records.change('order-1', write));
};
const open = async (question: Clash, language: Language = 'sv') => {
  const { app } = await openApp();
  await addOrder(app, [['ready', '2026-09-04']]);
  await ask(app, question);
  showIn(app, OrderDetail, { orderId: 'order-1' }, language);
  return app;
};

describe('X8: a record says itself that it is asked about', () => {
  test('X8: the order leads to its question, with what applies meanwhile, until someone answers', async () => {
    const app = await open(clash);
    const link = await screen.findByRole('link', {
      name: /^Ni ändrade samma sak: Ordernummer\s*Nu gäller 4500218837$/,
    });
    expect(link.getAttribute('href')).toMatch(/\/conflicts\/order-1$/);
    await app.records.change('order-1', (order, doing) =>
      answerQuestion(order, { clash: clash.id, value: 'W2', reason: '' }, doing),
    );
    await expect
      .poll(() => screen.queryByRole('link', { name: /Ni ändrade samma sak/ }))
      .toBeNull();
  });

  test('X8: so does one that somebody else deleted', async () => {
    await open({ ...clash, id: 'trashedOn|1|2', field: 'trashedOn' });
    await screen.findByRole('link', {
      name: /^Borttagen och ändrad\s*Den ligger kvar tills någon svarar\.$/,
    });
  });

  test.each(['light', 'dark'] as const)(
    'X14: axe finds nothing in the %s theme, in English',
    async (theme) => {
      inTheme(theme);
      await open(clash, 'en');
      await screen.findByRole('link', { name: /^You changed the same thing: Order number/ });
      expect(await faults()).toEqual([]);
    },
  );
});
