import { cleanup, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { page, userEvent as keys } from 'vitest/browser';
import { describe, expect, test, vi } from 'vitest';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { orderState } from '#programmes/apple-credit/rules/order/order-life.ts';
import type { App } from '#ui/app.svelte.ts';
import EditOrder from '#programmes/apple-credit/screens/order-form/EditOrder.svelte';
import NewOrder from '#programmes/apple-credit/screens/order-form/NewOrder.svelte';
import { draftStore } from '#ui/form/draft.ts';
import { toasts } from '#ui/toast.svelte.ts';
import { faults, inTheme } from '#tests/ui/axe.ts';
import {
  addOrder,
  openApp,
  showIn,
  stored,
  undoLast,
} from '#tests/programmes/apple-credit/screens/credit-app.ts';

const TODAY = '2026-11-20';

const open = async (language: 'sv' | 'en' = 'sv') => {
  const { app } = await openApp();
  return { app, ...showNew(app, language) };
};
const showNew = (app: App, language: 'sv' | 'en' = 'sv') => {
  const saved: string[] = [];
  showIn(
    app,
    NewOrder,
    { onsaved: (id: string) => saved.push(id), oncancel: () => undefined },
    language,
  );
  const order = async () => {
    await waitFor(() => expect(saved).toHaveLength(1));
    return stored<CreditOrder>(app, saved[0]!);
  };
  return { saved, order };
};

const field = (name: string) => screen.getByLabelText(name, { exact: true }) as HTMLInputElement;
const fill = async (name: string, text: string) => {
  await userEvent.clear(field(name));
  await userEvent.type(field(name), text);
};
const button = (name: string) => screen.getByRole('button', { name }) as HTMLButtonElement;
const fillRequired = async () => {
  await fill('Kreditvärde', '25 000');
  await fill('Institutionens eller företagets namn', 'Nordby kommun');
  await fill('Innehållsköpare', 'Sara Lindholm');
  await fill('Innehållsköparens Apple-ID', 'innehall@nordby.example');
};

/** The fields that a keyboard writes in; a day has its own calendar. */
const textFields = () => [
  ...document.querySelectorAll<HTMLInputElement>('form input:not([type=radio], [type=date])'),
];
/** A save is under way, or went well: its button cannot be pressed. It begins with the press. */
const isSaving = () => document.querySelector('[aria-busy]') !== null;

/** Where what an element holds ends. */
const contentBottom = (element: Element): number =>
  element.getBoundingClientRect().bottom -
  Number.parseFloat(getComputedStyle(element).paddingBottom);

describe('X14: fields that share a row', () => {
  test.each([
    ['sv', ''],
    ['en', ''],
    ['sv', 'wraps'],
  ] as const)(
    'X14: in %s captions begin and values end level, also where a caption wraps (%s)',
    async (language, wraps) => {
      await page.viewport(390, 844);
      await open(language);
      const pairs = document.querySelector('.pairs') ?? expect.unreachable();
      if (wraps !== '') {
        // A caption of two lines.
        pairs.querySelector('.caption')!.textContent = 'Ett mycket långt namn på ett fält';
      }
      const rows = [...document.querySelectorAll('.pairs > .row, .amount > .row')].map((row) => ({
        row: Math.round(row.getBoundingClientRect().top),
        caption: row.querySelector('.caption')!.getBoundingClientRect().top,
        // A list lies over what is chosen, which is what is seen.
        value: contentBottom(row.querySelector('.chosen') ?? row.querySelector('input')!),
      }));
      for (const { row, caption, value } of rows) {
        const beside = rows.filter((other) => other.row === row);
        for (const other of beside) {
          expect(Math.abs(other.caption - caption)).toBeLessThan(1);
          expect(Math.abs(other.value - value)).toBeLessThan(3);
        }
      }
      expect(new Set(rows.map(({ row }) => row)).size).toBeLessThan(rows.length);
    },
  );
});

describe('a new order', () => {
  test('A2: what Apple wants to know is counted alike everywhere, and orders only when all are there', async () => {
    const { order } = await open();
    const says = (have: string, missing: string) => {
      expect(screen.getByText(have)).toBeTruthy();
      expect(screen.getByText(`${missing} innan ordern kan sparas som beställd.`)).toBeTruthy();
    };
    says('0 av 4', '4 uppgifter saknas');
    await fill('Kreditvärde', '25 000');
    says('1 av 4', '3 uppgifter saknas');
    await fill('Innehållsköpare', 'Sara Lindholm');
    says('2 av 4', '2 uppgifter saknas');
    expect(button('Spara som beställd').disabled).toBe(true);
    await userEvent.click(screen.getByRole('radio', { name: 'Egen store' }));
    says('2 av 5', '3 uppgifter saknas');
    await userEvent.click(screen.getByRole('radio', { name: 'Apple' }));
    await fillRequired();
    expect(screen.getByText('4 av 4')).toBeTruthy();
    await userEvent.click(button('Spara som beställd'));
    const saved = await order();
    expect(saved.data).toMatchObject({ amount: '25000.00', currency: 'SEK', orderDate: TODAY });
    expect(orderState(saved.data, saved.steps, TODAY)).toBe('ordered');
    expect(saved.steps).toMatchObject([{ kind: 'ordered', on: TODAY }]);
  });

  test('A2: what is no value does not count, and the sentence leads to the first field that is missing', async () => {
    await open();
    await fillRequired();
    await fill('Kreditvärde', 'abc');
    expect(screen.getByText('3 av 4')).toBeTruthy();
    expect(button('Spara som beställd').disabled).toBe(true);
    await userEvent.click(button('En uppgift saknas innan ordern kan sparas som beställd.'));
    expect(document.activeElement).toBe(field('Kreditvärde'));
    await fill('Kreditvärde', '25 000');
    await userEvent.click(screen.getByRole('radio', { name: 'Egen store' }));
    await userEvent.click(button('En uppgift saknas innan ordern kan sparas som beställd.'));
    expect(document.activeElement).toBe(field('Apple-ID som köpte'));
  });

  test('X14: Enter leads to what is missing, saves no draft, and orders once all is there', async () => {
    const { app, saved, order } = await open();
    await fill('Kreditvärde', '25 000');
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement).toBe(field('Institutionens eller företagets namn'));
    expect(saved).toHaveLength(0);
    await fillRequired();
    const choice = screen.getByRole('radio', { name: 'Apple' });
    choice.focus();
    document.querySelector('form')!.requestSubmit();
    // Had the choice ordered, this sum would be none of the order's.
    await fill('Kreditvärde', '26 000');
    await userEvent.keyboard('{Enter}');
    const { data, steps } = await order();
    expect(orderState(data, steps, TODAY)).toBe('ordered');
    expect(data.amount).toBe('26000.00');
    await userEvent.keyboard('{Enter}');
    // Written after whatever that pressed.
    await addOrder(app, [], {}, 'later');
    expect(await app.records.find({ kind: 'credit-order' })).toHaveLength(2);
    expect(saved).toHaveLength(1);
  });

  test('X14: Enter in a text field of a complete order saves it once, also when it is held or pressed again', async () => {
    const { app, saved, order } = await open();
    await fillRequired();
    field('Ordernummer').focus();
    await keys.keyboard('{Enter>4/}');
    await order();
    expect(isSaving()).toBe(true);
    await keys.keyboard('{Enter}{Enter}');
    // Written after whatever that pressed.
    await addOrder(app, [], {}, 'later');
    expect(saved).toHaveLength(1);
    expect(await app.records.find({ kind: 'credit-order' })).toHaveLength(2);
  });

  test('X14: Enter leads from a field to the next that is missing, one field further also when it is held', async () => {
    const { saved } = await open();
    await fill('Innehållsköpare', 'Sara Lindholm');
    await keys.keyboard('{Enter}');
    expect(document.activeElement).toBe(field('Innehållsköparens Apple-ID'));
    await keys.keyboard('{Enter}');
    expect(document.activeElement).toBe(field('Kreditvärde'));
    // Three fields are missing: a third step would be back where it began.
    await keys.keyboard('{Enter>3/}');
    expect(document.activeElement).toBe(field('Institutionens eller företagets namn'));
    expect([isSaving(), saved]).toEqual([false, []]);
  });

  test('X14: Enter in the order date saves nothing, and leads to what is missing', async () => {
    const { saved, order } = await open();
    field('Orderdatum').focus();
    await keys.keyboard('{Enter}');
    expect(document.activeElement).toBe(field('Kreditvärde'));
    await fillRequired();
    field('Orderdatum').focus();
    await keys.keyboard('{Enter}');
    expect([isSaving(), saved]).toEqual([false, []]);
    expect(document.activeElement).toBe(field('Orderdatum'));
    // Had the day ordered, this number would be none of the order's.
    await fill('Ordernummer', '4500224100');
    await keys.keyboard('{Enter}');
    expect((await order()).data).toMatchObject({ orderDate: TODAY, orderNumber: '4500224100' });
  });

  test('X14: the keyboard of a phone says what Enter does: next while another field is missing, done where it saves', async () => {
    const { order } = await open();
    const says = () =>
      Object.fromEntries(textFields().map((input) => [input.name, input.enterKeyHint]));
    await userEvent.click(screen.getByRole('radio', { name: 'Återförsäljare' }));
    expect(new Set(textFields().map((input) => input.enterKeyHint))).toEqual(new Set(['next']));
    await fill('Kreditvärde', '25 000');
    await fill('Institutionens eller företagets namn', 'Nordby kommun');
    await fill('Innehållsköpare', 'Sara Lindholm');
    // Enter saves in the last field that is missing, once something is in it, and leads there from
    // every other.
    const last = field('Innehållsköparens Apple-ID');
    expect(says()).toMatchObject({
      purchaserAppleId: 'done',
      purchaserName: 'next',
      buyerAppleId: 'next',
      '': 'next',
    });
    await keys.keyboard('{Enter}');
    expect(document.activeElement).toBe(last);
    await fill('Innehållsköparens Apple-ID', 'innehall@nordby.example');
    expect(new Set(textFields().map((input) => input.enterKeyHint))).toEqual(new Set(['done']));
    await keys.keyboard('{Enter}');
    expect((await order()).data.purchaserAppleId).toBe('innehall@nordby.example');
  });

  test('A2: a save that was cut off before it was reported and comes again makes no second order', async () => {
    const { app, saved, order } = await open();
    await fillRequired();
    const { create } = app.records;
    vi.spyOn(app.records, 'create').mockImplementationOnce(async (draft) => {
      await create(draft);
      return { ok: false, problem: { code: 'only-reads' } };
    });
    await userEvent.click(button('Spara som beställd'));
    await screen.findByRole('alert');
    await fill('Kreditvärde', '26 000');
    await userEvent.click(button('Spara som beställd'));
    expect((await order()).data.amount).toBe('26000.00');
    expect(saved).toHaveLength(1);
    expect(await app.records.find({ kind: 'credit-order' })).toHaveLength(1);
  });

  test('A2: an Apple ID that looks like none is remarked on once it is written, and saved all the same', async () => {
    const { order } = await open();
    const remark = 'Det ser inte ut som en e-postadress.';
    await fill('Innehållsköparens Apple-ID', 'hej');
    expect(screen.queryByText(remark)).toBeNull();
    await userEvent.tab();
    expect(field('Innehållsköparens Apple-ID').getAttribute('aria-describedby')).toBe(
      screen.getByText(remark).id,
    );
    await fill('Innehållsköparens Apple-ID', 'innehall@nordby.example');
    expect(screen.queryByText(remark)).toBeNull();
    await fill('Apple-ID som köpte', 'hej@');
    await userEvent.tab();
    expect(screen.getByText(remark)).toBeTruthy();
    expect(await faults()).toEqual([]);
    await userEvent.click(button('Spara utkast'));
    expect((await order()).data.buyerAppleId).toBe('hej@');
  });

  test('A2: anything is saved as a draft, and undo puts it into the trash', async () => {
    const { order } = await open();
    await fill('Ordernummer', '4500224100');
    await userEvent.click(button('Spara utkast'));
    const saved = await order();
    expect(orderState(saved.data, saved.steps, TODAY)).toBe('draft');
    expect(saved.data).toMatchObject({ orderNumber: '4500224100', amount: '' });
    await undoLast();
    expect((await order()).trashedOn).toBe(TODAY);
  });

  test('A2: a sum that can mean two things is asked about', async () => {
    const { order } = await open();
    await fill('Kreditvärde', '25.000');
    await userEvent.tab();
    expect(await screen.findByText('Vilket belopp menar du?')).toBeTruthy();
    const choices = screen
      .getAllByRole('button', { name: /^25/ })
      .map((choice) => choice.textContent);
    expect(choices).toHaveLength(2);
    await userEvent.click(screen.getByRole('button', { name: /^25.000/ }));
    await userEvent.click(button('Spara utkast'));
    expect((await order()).data.amount).toBe('25000.00');
  });

  test('A2: what cannot be read is reported at its field, and the first such field gets the focus', async () => {
    const { saved } = await open();
    await fill('Länk till säkra inkorgen', 'inbox.example');
    await fill('Kreditvärde', 'många');
    await userEvent.click(button('Spara utkast'));
    expect(
      await screen.findByText('Skriv beloppet med siffror, till exempel 25 000 eller 25000,50.'),
    ).toBeTruthy();
    expect(
      screen.getByText('Länken börjar med https:// och står i mejlet från Apple.'),
    ).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(field('Kreditvärde')));
    expect(saved).toEqual([]);
  });

  test('A2: an account that Apple would reject is reported at its field, which gets the focus, until it is changed', async () => {
    const { saved } = await open();
    await fillRequired();
    await fill('Innehållsköparens Apple-ID', 'inte epost');
    await userEvent.click(button('Spara som beställd'));
    const account = field('Innehållsköparens Apple-ID');
    await waitFor(() => expect(document.activeElement).toBe(account));
    expect(account).toHaveAttribute('aria-invalid', 'true');
    expect(account).toHaveAccessibleDescription(/Apple avvisar ordern/);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(saved).toEqual([]);
    await userEvent.type(account, '@nordby.example');
    expect(account).not.toHaveAttribute('aria-invalid', 'true');
  });

  test('A2: the own store needs the Apple ID that bought; a reseller is asked for by name', async () => {
    const { order } = await open();
    await fillRequired();
    await userEvent.click(screen.getByRole('radio', { name: 'Egen store' }));
    expect(button('Spara som beställd').disabled).toBe(true);
    await userEvent.click(screen.getByRole('radio', { name: 'Återförsäljare' }));
    await fill('Auktoriserad återförsäljare', 'Fjord Utbildning AB');
    await userEvent.click(screen.getByRole('radio', { name: 'Egen store' }));
    await fill('Apple-ID som köpte', 'inkop@nordby.example');
    await userEvent.click(button('Spara som beställd'));
    expect((await order()).data).toMatchObject({
      channel: 'own-store',
      buyerAppleId: 'inkop@nordby.example',
    });
  });

  test('A2: what was typed is kept when one leaves, can be thrown away, and is gone once saved', async () => {
    const { app } = await open();
    await fill('Ordernummer', '4500224100');
    cleanup();
    showNew(app);
    expect(field('Ordernummer').value).toBe('4500224100');
    const startOver = async () =>
      userEvent.click(await screen.findByRole('button', { name: 'Börja om' }));
    await startOver();
    expect(field('Ordernummer').value).toBe('');
    await toasts.undo();
    await waitFor(() => expect(field('Ordernummer').value).toBe('4500224100'));
    await startOver();
    await waitFor(() => expect(Object.keys(localStorage)).toEqual([]));
    cleanup();
    await toasts.undo();
    showNew(app);
    expect(field('Ordernummer').value).toBe('4500224100');
    await startOver();
    expect(field('Ordernummer').value).toBe('');
    await fill('Ordernummer', '4500224101');
    await userEvent.click(button('Spara utkast'));
    await waitFor(() => expect(Object.keys(localStorage)).toEqual([]));
    cleanup();
    showNew(app);
    expect(field('Ordernummer').value).toBe('');
  });

  test('A2: what an older version of the app kept of an order is there after the update', async () => {
    const { app } = await openApp();
    const kept = { orderNumber: '4500224100', gone: 'x' };
    draftStore(app.workspaceId, 'new-order').keep(kept);
    showNew(app);
    expect(field('Ordernummer').value).toBe('4500224100');
    expect(await screen.findByRole('button', { name: 'Börja om' })).toBeVisible();
  });

  test('A2: of a changed order, what an older version of the app kept waits where something else stands now', async () => {
    const { app } = await openApp();
    const order = await addOrder(app, [], { purchaseOrderNumber: '' });
    const show = () => {
      const given = { order, onsaved: () => undefined, oncancel: () => undefined };
      showIn(app, EditOrder, given);
    };
    const values = () => [field('Ordernummer').value, field('Inköpsordernummer').value];
    const newer = ['4500218837', 'IN-7'];
    draftStore(app.workspaceId, `order-${order.id}`).keep({
      orderNumber: '4500224100',
      purchaseOrderNumber: 'IN-7',
    });
    for (const _ of ['updated', 'left and come back']) {
      show();
      expect(await screen.findByText(/Det du skrev i ett fält före uppdateringen/)).toBeVisible();
      expect(values()).toEqual(newer);
      expect(await faults()).toEqual([]);
      cleanup();
    }
    show();
    await userEvent.click(await screen.findByRole('button', { name: 'Lägg in det jag skrev' }));
    await waitFor(() => expect(values()).toEqual(['4500224100', 'IN-7']));
    expect(screen.queryByText(/före uppdateringen/)).toBeNull();
    await undoLast();
    await waitFor(() => expect(values()).toEqual(newer));
    await userEvent.click(await screen.findByRole('button', { name: 'Börja om' }));
    await waitFor(() => expect(values()).toEqual(['4500218837', '']));
    await undoLast();
    expect(await screen.findByText(/Det du skrev i ett fält före uppdateringen/)).toBeVisible();
  });

  test('A2: the link to the secure inbox is secret and not kept with the rest', async () => {
    const { app } = await open();
    await fill('Länk till säkra inkorgen', 'https://inbox.example/hemlig');
    await fill('Ordernummer', '4500224100');
    expect(JSON.stringify(Object.entries(localStorage))).not.toContain('hemlig');
    cleanup();
    showNew(app);
    expect([field('Ordernummer').value, field('Länk till säkra inkorgen').value]).toEqual([
      '4500224100',
      '',
    ]);
  });

  test('A2: an order date that has not been is refused', async () => {
    const { saved } = await open();
    await fill('Orderdatum', '2026-11-21');
    await userEvent.click(button('Spara utkast'));
    expect(await screen.findByText('Dagen ligger i framtiden.')).toBeTruthy();
    expect(saved).toEqual([]);
  });

  test.each(['light', 'dark'] as const)('X14: axe finds nothing in the form, %s', async (theme) => {
    inTheme(theme);
    await open();
    await userEvent.click(screen.getByRole('radio', { name: 'Återförsäljare' }));
    await fill('Kreditvärde', 'många');
    await userEvent.click(button('Spara utkast'));
    await screen.findByText(/Skriv beloppet med siffror/);
    await Promise.all(document.getAnimations().map(({ finished }) => finished));
    expect(await faults()).toEqual([]);
  });

  test('X14: in English', async () => {
    await open('en');
    expect(screen.getByText('0 of 4')).toBeTruthy();
    expect(button('Save as ordered').disabled).toBe(true);
  });
});

describe('an order that is edited', () => {
  const openEdit = async () => {
    const { app } = await openApp();
    const order = await addOrder(app, [['ordered', '2026-08-28']]);
    let isSaved = false;
    showIn(app, EditOrder, { order, onsaved: () => (isSaved = true), oncancel: () => undefined });
    const save = async (press: () => Promise<unknown> = () => userEvent.click(button('Spara'))) => {
      await press();
      await waitFor(() => expect(isSaved).toBe(true));
      return stored<CreditOrder>(app, 'order-1');
    };
    return { app, save };
  };

  test('X12: only what was touched is written; another change meanwhile stays', async () => {
    const { app, save } = await openEdit();
    await app.records.change('order-1', (now) => ({
      ok: true,
      value: { ...now, data: { ...now.data, reseller: 'Fjord Utbildning AB' } },
    }));
    await fill('Inköpsordernummer', 'NK-20417');
    const saved = await save();
    expect(saved.data).toMatchObject({
      purchaseOrderNumber: 'NK-20417',
      reseller: 'Fjord Utbildning AB',
    });
    await undoLast();
    expect((await stored<CreditOrder>(app, 'order-1')).data.purchaseOrderNumber).toBe('');
  });

  test('X14: Enter saves a changed order from any field', async () => {
    const { save } = await openEdit();
    await fill('Inköpsordernummer', 'NK-20417');
    const saved = await save(() => userEvent.keyboard('{Enter}'));
    expect(saved.data.purchaseOrderNumber).toBe('NK-20417');
  });

  test('X14: of an order that is placed every field says that Enter saves, and the order date does not', async () => {
    const { app, save } = await openEdit();
    await userEvent.clear(field('Institutionens eller företagets namn'));
    expect(new Set(textFields().map((input) => input.enterKeyHint))).toEqual(new Set(['done']));
    await fill('Inköpsordernummer', 'NK-20417');
    field('Orderdatum').focus();
    await keys.keyboard('{Enter}');
    expect(isSaving()).toBe(false);
    expect((await stored<CreditOrder>(app, 'order-1')).data.purchaseOrderNumber).toBe('');
    field('Kreditvärde').focus();
    const { data } = await save(() => keys.keyboard('{Enter}'));
    expect(data).toMatchObject({ institution: '', purchaseOrderNumber: 'NK-20417' });
  });

  test('X12: what was typed and left takes nothing back that another changed meanwhile', async () => {
    const { app } = await openEdit();
    await fill('Inköpsordernummer', 'NK-20417');
    cleanup();
    await app.records.change('order-1', (now) => ({
      ok: true,
      value: { ...now, data: { ...now.data, reseller: 'Fjord Utbildning AB' } },
    }));
    const order = await stored<CreditOrder>(app, 'order-1');
    let isSaved = false;
    showIn(app, EditOrder, { order, onsaved: () => (isSaved = true), oncancel: () => undefined });
    expect(field('Inköpsordernummer').value).toBe('NK-20417');
    await userEvent.click(button('Spara'));
    await waitFor(() => expect(isSaved).toBe(true));
    expect((await stored<CreditOrder>(app, 'order-1')).data).toMatchObject({
      purchaseOrderNumber: 'NK-20417',
      reseller: 'Fjord Utbildning AB',
    });
  });

  test('A4: a new order date corrects the step that says so', async () => {
    const { save } = await openEdit();
    await fill('Orderdatum', '2026-08-30');
    expect((await save()).steps.at(-1)).toMatchObject({
      kind: 'ordered',
      on: '2026-08-30',
      reason: 'Orderdatum ändrat',
    });
    expect(within(document.body).queryByRole('button', { name: 'Spara utkast' })).toBeNull();
  });
});
