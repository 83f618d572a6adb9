import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { newBatch } from '#programmes/apple-credit/rules/code/code-batch-commands.ts';
import { draftOrder, recordStep } from '#programmes/apple-credit/rules/order/order-commands.ts';
import type { Draft } from '#core/record/record.ts';
import { stored } from '#data/records/envelope.ts';
import type { App } from '#ui/app.svelte.ts';
import { handOutCode, takeBackCode } from '#programmes/apple-credit/work/code/code-actions.ts';
import CreditList from '#programmes/apple-credit/screens/list/CreditList.svelte';
import RuleSheet from '#programmes/apple-credit/screens/order/RuleSheet.svelte';
import { valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { faults, inTheme } from '#tests/ui/axe.ts';
import {
  addOrder,
  addSealedCode,
  openApp,
  showIn,
} from '#tests/programmes/apple-credit/screens/credit-app.ts';

/** The orders of picture 22. */
const fill = async (app: App): Promise<void> => {
  await addOrder(
    app,
    [['ready', '2026-08-14']],
    { amount: '12000.00', orderNumber: '4500197752', orderDate: '2026-08-07' },
    'a',
  );
  await addOrder(
    app,
    [['ready', '2026-08-03']],
    { amount: '8000.00', orderNumber: '4500196018', orderDate: '2026-07-27' },
    'b',
  );
  await addOrder(app, [['ready', '2026-09-04']], { orderNumber: '4500218837' }, 'c');
  await addOrder(
    app,
    [['downloaded', '2026-10-12']],
    { amount: '40000.00', orderNumber: '4500214410' },
    'd',
  );
  await addSealedCode(app, 'XK7M4QTP9WRD2HVN', 'd');
  await addOrder(
    app,
    [['redeemed', '2026-06-22']],
    { amount: '16500.00', orderNumber: '4500189920', orderDate: '2026-06-15' },
    'e',
  );
  await addOrder(
    app,
    [['redeemed', '2026-03-03']],
    { amount: '15000.00', orderNumber: '4500181175', orderDate: '2026-02-24' },
    'f',
  );
  await app.records.create(
    newBatch('batch', { name: 'Läsresan', owner: '', orderNumber: '4500217304' }),
  );
  await addSealedCode(app, 'FAKE2A3B4C5D', 'batch', { usage: 'app' });
};
const section = (name: string) =>
  within(screen.getByRole('region', { name }))
    .getAllByRole('link')
    .filter((link) => link.classList.contains('row'))
    .map((row) => row.innerText.replace(/\s+/g, ' ').trim());

/** Resolves once the browser has told everyone who looks that the element is out of sight. */
const goneFrom = (element: Element): Promise<void> =>
  new Promise((resolve) =>
    new IntersectionObserver(([entry]) => entry?.isIntersecting === false && resolve()).observe(
      element,
    ),
  );

describe('the list of orders', () => {
  test('X18: while it is empty, a reader is told that others add, and offered nothing', async () => {
    const { app } = await openApp();
    showIn(app, CreditList, {});
    expect(await screen.findByRole('link', { name: 'Importera kalkylblad' })).toBeVisible();
    app.settings.changeWorkspace(app.workspaceId, { name: app.workspaceName, onlyReads: true });
    expect(await screen.findByText('Den som får ändra lägger till.')).toBeVisible();
    expect(screen.getByText('Inga order än')).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Importera kalkylblad' })).toBeNull();
  });

  test('A7: what is not redeemed, and the orders by what is to be done, as in picture 22', async () => {
    const { app } = await openApp();
    await fill(app);
    showIn(app, CreditList, {});
    await screen.findByText('Kod finns');
    // A batch counts its codes once it is in sight.
    (await screen.findByText('Läsresan')).scrollIntoView();
    await screen.findByText('1 fri');
    expect(screen.getByText('4 order')).toBeTruthy();
    expect(
      screen.getByRole('img', {
        name: /85.000.kr är inte inlöst: 40.000 hämtat, 25.000 i inkorgen och 20.000 utgånget/,
      }),
    ).toBeTruthy();
    expect(section('Utgången ur inkorgen')).toEqual([
      expect.stringMatching(/^12.000.kr 4500197752 · utgick 12 nov 8 dgr sen$/),
      expect.stringMatching(/^8.000.kr 4500196018 · utgick 1 nov 19 dgr sen$/),
    ]);
    expect(screen.getByRole('link', { name: 'Återsänd båda' }).getAttribute('href')).toBe(
      '/credit/resend?orders=a,b',
    );
    expect(section('I säkra inkorgen')).toEqual([
      expect.stringMatching(/4500218837 · till 3 dec 13 dagar$/),
    ]);
    expect(section('Hämtad, ej inlöst')).toEqual([
      expect.stringMatching(/4500214410 · hämtad 12 okt Kod finns$/),
    ]);
    expect(section('Inlöst')).toHaveLength(2);
    expect(section('Appkoder')).toEqual(['Läsresan 1 kod · order 4500217304 1 fri']);
    expect(screen.queryByRole('region', { name: 'Utkast' })).toBeNull();
    expect(document.body.textContent).not.toContain('XK7M');
  });

  test('A6: codes of a batch are counted for a row in view, and again only when one of them changed', async () => {
    const { app } = await openApp();
    const { records } = app;
    await records.create(newBatch('batch', { name: 'Läsresan', owner: '' }));
    await records.create(newBatch('other', { name: 'Kartboken', owner: '' }));
    const code = await addSealedCode(app, 'FAKE2A3B4C5D', 'batch', { usage: 'app' });
    const find = vi.spyOn(records, 'find');
    const live = vi.spyOn(records, 'live');
    const counted = () => find.mock.calls.filter(([{ parent }]) => parent === 'batch').length;
    const { container } = showIn(app, CreditList, {});
    await screen.findByText('1 fri');
    expect(counted()).toBe(1);
    expect(live.mock.calls.flatMap(([{ parent }]) => parent ?? [])).toEqual([]);
    await addSealedCode(app, 'FAKE2A3B4C5E', 'other', { usage: 'app' });
    await handOutCode(records, code.id, { to: 'Klass 7', on: '2026-11-20' });
    await screen.findByText('Inga fria');
    expect(counted()).toBe(2);
    // Out of sight nothing is counted until the row comes back.
    container.style.display = 'none';
    await goneFrom(container);
    await takeBackCode(records, code.id, { kind: 'handed-out', reason: 'Fel klass' });
    expect(counted()).toBe(2);
    container.style.display = '';
    await waitFor(() => expect(counted()).toBe(3));
  });

  test('A7: a long section shows fifty, and more on asking', async () => {
    const { app } = await openApp();
    const doing = app.records.doing();
    await app.records.insert(
      Array.from({ length: 1_200 }, (_, at) =>
        valueOf(
          recordStep(
            valueOf(draftOrder(`o${at}`, { amount: '100.00', orderNumber: String(at) }, doing)),
            { kind: 'ready', on: '2026-11-01' },
            doing,
          ),
        ),
      ),
    );
    showIn(app, CreditList, {});
    await screen.findByText(/^1.200 order$/);
    expect(section('I säkra inkorgen')).toHaveLength(50);
    await userEvent.click(screen.getByRole('button', { name: 'Visa 100 till' }));
    expect(section('I säkra inkorgen')).toHaveLength(150);
  });

  test('X6: what cannot be read has its own row and stops no other', async () => {
    const { app } = await openApp();
    await addOrder(app, [['ready', '2026-09-04']]);
    const broken = { v: 1, amount: { no: 'text' } } as unknown as Draft['data'];
    const newer = {
      id: 'x',
      kind: 'credit-order',
      programme: 'apple-credit',
      parent: '',
      data: { v: 99 },
    } as const;
    const drafts = [newer, { ...newer, id: 'y', data: broken }];
    // As an older version may have left it here.
    await app.opened.database.records.bulkInsert(
      drafts.map((draft) => stored(draft, undefined, doingOn())),
    );
    showIn(app, CreditList, {});
    await screen.findByText('1 order');
    expect(section('Kan inte läsas här')).toHaveLength(2);
    expect(section('I säkra inkorgen')).toHaveLength(1);
  });

  test('A4: nothing yet: what will be here, and two ways to begin', async () => {
    const { app } = await openApp();
    showIn(app, CreditList, {});
    expect(await screen.findByText('Inga order än')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Importera kalkylblad' })).toBeTruthy();
  });

  test.each(['light', 'dark'] as const)('X14: axe finds nothing in the list, %s', async (theme) => {
    inTheme(theme);
    const { app } = await openApp();
    await fill(app);
    showIn(app, CreditList, { selected: 'c' });
    await screen.findByText('Kod finns');
    expect(await faults()).toEqual([]);
  });
});

describe('the rule behind a date', () => {
  test('A7: from which day, how many days, that the last one counts, and where it is written', async () => {
    const { app } = await openApp();
    const order = await addOrder(app, [['ready', '2026-09-04']]);
    showIn(app, RuleSheet, { order, onclose: () => undefined }, 'en');
    const sheet = within(await screen.findByRole('dialog', { name: 'Download by Thu 3 Dec' }));
    expect(sheet.getByText(/^The email arrived/).innerText).toBe(
      'The email arrived Fri 4 Sep, plus 90 days. The last day counts. From 4 Dec the credit is gone from the inbox and can only be resent.',
    );
    expect(sheet.getByText('Apple, Get VPP credit')).toBeTruthy();
    expect(sheet.getByText('from day 76')).toBeTruthy();
    expect(sheet.getByText(/Apple states no last day for a downloaded code/)).toBeTruthy();
  });

  test('A4: a provisional count says that it is', async () => {
    const { app } = await openApp();
    const order = await addOrder(app, [['ordered', '2026-08-28']]);
    showIn(app, RuleSheet, { order, onclose: () => undefined });
    expect((await screen.findByText(/^Beställd/)).innerText).toContain('preliminärt plus 90 dagar');
  });
});
