import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { renameBatch, newBatch } from '#programmes/apple-credit/rules/code/code-batch-commands.ts';
import type { CodeBatch } from '#programmes/apple-credit/rules/code/code-batch.ts';
import { handOut, redeem } from '#programmes/apple-credit/rules/code/code-commands.ts';
import type {
  CreditOrder,
  CreditOrderData,
} from '#programmes/apple-credit/rules/order/credit-order.ts';
import { amendOrder, correctStep } from '#programmes/apple-credit/rules/order/order-commands.ts';
import type { RedemptionCode } from '#programmes/apple-credit/rules/code/redemption-code.ts';
import { fromTrash, toTrash } from '#core/record/trash.ts';
import type { Language } from '#core/language/language.ts';
import type { App } from '#ui/app.svelte.ts';
import { loadHistoryText } from '#workspace/screens/history/load-history-text.ts';
import HistorySheet from '#workspace/screens/history/HistorySheet.svelte';
import { toasts } from '#ui/toast.svelte.ts';
import { faults, inTheme } from '#tests/ui/axe.ts';
import {
  addOrder,
  addSealedCode,
  openApp,
  showIn,
  stored,
  undoLast,
} from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { onKind } from '#data/records/on-kind.ts';

const open = async (app: App, id: string, language: Language = 'sv') => {
  showIn(
    app,
    HistorySheet,
    { id, texts: await loadHistoryText(language), onclose: () => undefined },
    language,
  );
  const sheet = within(
    await screen.findByRole('dialog', { name: language === 'sv' ? 'Historik' : 'History' }),
  );
  // The people are read beside the record.
  await sheet.findAllByText(/Sara Lindholm/);
  return sheet;
};
const linesIn = (sheet: ReturnType<typeof within>): string[] =>
  sheet.getAllByRole('listitem').map((line: HTMLElement) =>
    line.innerText
      .replace(/\s+/g, ' ')
      .replace(/^\s*SL /, '')
      .trim(),
  );
const edit = async (app: App, input: Partial<CreditOrderData>): Promise<void> => {
  const answer = await app.records.change(
    'order-1',
    onKind('credit-order', (order, doing) => amendOrder(order, input, 'Fel', doing)),
  );
  expect(answer.ok).toBe(true);
};

describe('X12: the history of one record, over the screen it is on', () => {
  test('X12: steps, changed fields and the trash in one line of time, as the screens write them', async () => {
    const { app, clock } = await openApp();
    await addOrder(app, [['ready', '2026-09-04']]);
    clock.time += 60_000;
    await edit(app, { amount: '6500.00', orderDate: '2026-08-27', owner: app.me });
    clock.time += 60_000;
    await app.records.change('order-1', toTrash);
    await app.records.change('order-1', fromTrash);
    clock.time += 60_000;
    const order = await stored<CreditOrder>(app, 'order-1');
    await app.records.change(
      'order-1',
      onKind('credit-order', (now, doing) =>
        correctStep(now, { step: order.steps[0]!.id, on: '2026-09-05', reason: 'Fel mejl' }, doing),
      ),
    );
    const sheet = await open(app, 'order-1');
    const lines = linesIn(sheet);
    expect(lines.slice(0, 3)).toEqual([
      expect.stringMatching(
        /^Klar i säkra inkorgen, rättat .* Sara Lindholm · lör 5 sep · Varför: Fel mejl$/,
      ),
      expect.stringMatching(/^Återställd ur papperskorgen/),
      expect.stringMatching(/^Lagd i papperskorgen .* Sara Lindholm$/),
    ]);
    expect(lines.find((line) => line.startsWith('Kreditvärde'))).toContain(
      'från 25 000 kr till 6 500 kr',
    );
    expect(lines.find((line) => line.startsWith('Orderdatum'))).toContain(
      'från fre 28 aug till tors 27 aug',
    );
    expect(sheet.getByText('VPP-kredit · 6 500 kr · 4500218837')).toBeTruthy();
  });

  test('X12: a link and a code are never written out, only that they changed or were shown', async () => {
    const { app } = await openApp();
    await addOrder(app, [['ready', '2026-09-04']]);
    await edit(app, { inboxLink: 'https://inbox.example/s/secret' });
    const sheet = await open(app, 'order-1');
    expect(linesIn(sheet)[0]).toMatch(/^Länk till säkra inkorgen .* ändrad, visas inte/);
    expect(document.body.innerHTML).not.toContain('inbox.example');
    expect(sheet.queryByRole('button', { name: /^Återställ/ })).toBeNull();
  });

  test('A6: a code tells who looked, who got it and who redeemed it', async () => {
    const { app } = await openApp();
    await addOrder(app, [['ready', '2026-09-04']]);
    const code = await addSealedCode(app, 'XK7M4QTP9WRD2HVN');
    await app.records.change(code.id, (now, doing) =>
      handOut(now as RedemptionCode, { to: '7B', on: '2026-11-18' }, doing),
    );
    await app.records.change(code.id, (now, doing) =>
      redeem(
        now as RedemptionCode,
        { account: 'alva@nordby.example', place: 'iPad', on: '2026-11-19' },
        doing,
      ),
    );
    const sheet = await open(app, code.id);
    expect(linesIn(sheet)).toEqual([
      expect.stringMatching(/^Inlöst .* tors 19 nov · alva@nordby.example · iPad$/),
      expect.stringMatching(/^Utlämnad .* ons 18 nov · 7B$/),
    ]);
    expect(document.body.innerHTML).not.toContain('XK7M');
  });

  test('X12: a value is brought back as an ordinary edit, and that can be undone', async () => {
    const { app } = await openApp();
    await addOrder(app, [['ready', '2026-09-04']]);
    await edit(app, { institution: 'Norra Nordby' });
    const sheet = await open(app, 'order-1');
    await userEvent.click(
      sheet.getByRole('button', { name: 'Återställ till Nordby kommun, Institution' }),
    );
    await sheet.findByText('Institution är återställt till Nordby kommun');
    const now = async () => (await stored<CreditOrder>(app, 'order-1')).data.institution;
    expect(await now()).toBe('Nordby kommun');
    await waitFor(() =>
      expect(linesIn(sheet).filter((line) => line.startsWith('Institution'))).toHaveLength(2),
    );
    await undoLast();
    expect(await now()).toBe('Norra Nordby');
  });

  test('X12: undo never takes back what someone wrote after it', async () => {
    const { app } = await openApp();
    await addOrder(app, [['ready', '2026-09-04']]);
    await edit(app, { institution: 'Norra Nordby' });
    const sheet = await open(app, 'order-1');
    await userEvent.click(
      sheet.getByRole('button', { name: 'Återställ till Nordby kommun, Institution' }),
    );
    await sheet.findByText('Institution är återställt till Nordby kommun');
    await edit(app, { institution: 'Södra Nordby' });
    await userEvent.click(await screen.findByRole('button', { name: 'Ångra' }));
    await waitFor(() =>
      expect(toasts.current?.text).toBe('Institution har ändrats sedan dess och står kvar.'),
    );
    expect((await stored<CreditOrder>(app, 'order-1')).data.institution).toBe('Södra Nordby');
  });

  test('X12: what the form would refuse is refused here too, and said', async () => {
    const { app } = await openApp();
    await addOrder(app, [
      ['ordered', '2026-08-28'],
      ['ready', '2026-09-04'],
    ]);
    await edit(app, { orderDate: '2026-08-20' });
    const order = await stored<CreditOrder>(app, 'order-1');
    const ready = order.steps.find(({ kind }) => kind === 'ready')!;
    await app.records.change(
      'order-1',
      onKind('credit-order', (now, doing) =>
        correctStep(now, { step: ready.id, on: '2026-08-25', reason: 'Fel mejl' }, doing),
      ),
    );
    const sheet = await open(app, 'order-1');
    await userEvent.click(
      sheet.getByRole('button', { name: /^Återställ till fre 28 aug, Orderdatum$/ }),
    );
    expect((await sheet.findByRole('alert')).textContent).toContain('Dagen ligger');
    expect((await stored<CreditOrder>(app, 'order-1')).data.orderDate).toBe('2026-08-20');
  });

  test('X12: two hundred entries: a screen of them first, the rest when asked for, with how many are kept', async () => {
    const { app } = await openApp();
    await app.records.create(newBatch('batch', { name: 'Namn 0', owner: '' }));
    for (let at = 1; at <= 205; at += 1)
      await app.records.change('batch', (batch) => renameBatch(batch as CodeBatch, `Namn ${at}`));
    const sheet = await open(app, 'batch');
    expect(sheet.getByText('200 ändringar')).toBeTruthy();
    expect(linesIn(sheet)).toHaveLength(30);
    await userEvent.click(sheet.getByRole('button', { name: 'Visa 30 till' }));
    expect(linesIn(sheet)).toHaveLength(60);
    expect(sheet.getByText(/De 200 senaste ändringarna sparas/)).toBeTruthy();
  });

  describe.each(['light', 'dark'] as const)('X14: in the %s theme', (theme) => {
    test.each(['sv', 'en'] as const)('X14: axe finds nothing (%s)', async (language) => {
      inTheme(theme);
      const { app } = await openApp();
      await addOrder(app, [['ready', '2026-09-04']]);
      await edit(app, { amount: '6500.00', inboxLink: 'https://inbox.example/s/secret' });
      await open(app, 'order-1', language);
      expect(await faults()).toEqual([]);
    });
  });
});
