import { screen as dom, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import DryRun from '#workspace/screens/import/dry-run/DryRun.svelte';
import { csvFile, openImport, showImport, triedIn } from './show-import.ts';

const nothing = (): void => undefined;
const given = { today: '2026-11-20', onimport: nothing, oncancel: nothing, problemWords: String };

/** Two codes of one order, each with the same sum beside it. */
const CODES = csvFile(
  'koder.csv',
  'Order;Code;Amount;Currency',
  '1000001;FAKE0000ABC1;5000;SEK',
  '1000001;FAKE0000ABC2;5000;SEK',
  '1000002;FAKE0000ABC3;7000;SEK',
);

/** Without what keeps figures together. */
const plain = (text: string | null): string => (text ?? '').replace(/\s/g, ' ');

const TITLE = 'Är ”Amount” varje kods eller hela orderns?';

type World = Awaited<ReturnType<typeof openImport>>['world'];

const sumsIn = async ({ records }: World) => {
  const orders = (await records.find({ kind: 'credit-order' })) as unknown as CreditOrder[];
  return orders.map(({ data }) => `${data.orderNumber}: ${data.amount}`).sort();
};

describe('A5: whose the sums beside codes are', () => {
  test('A5: it is asked with what an order of the file comes to, used, known the next time and changed', async () => {
    const { world, screen } = await openImport();
    await screen.choose(CODES);
    const shown = showImport(DryRun, { screen, ...given });
    const user = userEvent.setup();
    const question = within(dom.getByRole('group', { name: TITLE }));
    expect(
      question.getByText(
        'Order 1000001 har 2 koder med samma belopp. Svaret används på alla rader i filen.',
      ),
    ).toBeVisible();
    expect(question.getAllByRole('button').map(({ textContent }) => plain(textContent))).toEqual([
      'Varje kods: ordern är på 10 000 kr',
      'Hela orderns: ordern är på 5 000 kr',
    ]);
    expect(triedIn(screen)?.plan.counts).toMatchObject({ new: 1, unreadable: 2 });
    await user.click(question.getByRole('button', { name: /^Varje kods/ }));
    await waitFor(() => expect(triedIn(screen)?.plan.counts.new).toBe(3));
    expect(
      within(dom.getByRole('list', { name: 'Besvarade frågor' })).getByText(/Varje kods: ordern/),
    ).toBeVisible();
    expect(await screen.run()).toBeDefined();
    expect(await sumsIn(world)).toEqual(['1000001: 10000.00', '1000002: 7000.00']);
    shown.unmount();

    await screen.choose(CODES);
    expect(triedIn(screen)?.plan.counts).toMatchObject({ new: 0, changed: 0, same: 3 });
    showImport(DryRun, { screen, ...given });
    expect(dom.getByText(/Besvarat som förra gången\./)).toBeVisible();
    await user.click(dom.getByRole('button', { name: /^Ändra .*10\s000\skr$/ }));
    await user.click(dom.getByRole('button', { name: /^Hela orderns/ }));
    await waitFor(() => expect(triedIn(screen)?.plan.counts.changed).toBe(1));
    expect(await screen.run()).toBeDefined();
    expect(await sumsIn(world)).toEqual(['1000001: 5000.00', '1000002: 7000.00']);
  });

  test('A5: another file with these headings is answered alike, one with others is asked anew', async () => {
    const { screen } = await openImport();
    await screen.choose(CODES);
    await screen.answer('amount-of:amount', 'code');
    expect(await screen.run()).toBeDefined();
    const rows = ['1000009;FAKE0000ABD1;400;SEK', '1000009;FAKE0000ABD2;400;SEK'];
    await screen.choose(csvFile('nya.csv', 'Order;Code;Amount;Currency', ...rows));
    expect(triedIn(screen)?.plan.counts).toMatchObject({ new: 2, unreadable: 0 });
    await screen.choose(csvFile('andra.csv', 'Order;Code;Sum;Currency', ...rows));
    expect(triedIn(screen)?.plan.counts).toMatchObject({ new: 0, unreadable: 2 });
  });

  test('A5: it is put in English, too, and a row of a new order says what the order is worth', async () => {
    const { screen } = await openImport();
    await screen.choose(CODES);
    showImport(DryRun, { screen, ...given }, 'en');
    const question = dom.getByRole('group', {
      name: 'Is “Amount” that of each code, or of the whole order?',
    });
    await userEvent.setup().click(within(question).getByRole('button', { name: /^Each code/ }));
    await waitFor(() => expect(triedIn(screen)?.plan.counts.new).toBe(3));
    expect(triedIn(screen)?.plan.rows[0]).toMatchObject({ order: 'new', orderAmount: '10000.00' });
    await userEvent.setup().click(dom.getByRole('button', { name: /^Show all/ }));
    expect(await dom.findByText(/Credit value .*10,000/)).toBeVisible();
  });
});
