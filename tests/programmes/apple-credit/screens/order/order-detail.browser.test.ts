import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import type {
  OrderInput,
  OrderStepKind,
} from '#programmes/apple-credit/rules/order/order-commands.ts';
import { inboxCount, orderState } from '#programmes/apple-credit/rules/order/order-life.ts';
import {
  codeState,
  type RedemptionCode,
} from '#programmes/apple-credit/rules/code/redemption-code.ts';
import type { Draft } from '#core/record/record.ts';
import { toTrash } from '#core/record/trash.ts';
import type { Language } from '#core/language/language.ts';
import OrderDetail from '#programmes/apple-credit/screens/order/OrderDetail.svelte';
import { faults, inTheme } from '#tests/ui/axe.ts';
import {
  addOrder,
  addSealedCode,
  openApp,
  showIn,
  stored,
  undoLast,
} from '#tests/programmes/apple-credit/screens/credit-app.ts';

const TODAY = '2026-11-20';
type Told = readonly (readonly [OrderStepKind, string])[];

const ordered: Told = [['ordered', '2026-08-28']];
const ready: Told = [...ordered, ['validated', '2026-08-31'], ['ready', '2026-09-04']];

const open = async (
  steps: Told,
  input: OrderInput = {},
  code?: string,
  language: Language = 'sv',
) => {
  const { app } = await openApp();
  await addOrder(app, steps, input);
  const added = code === undefined ? undefined : await addSealedCode(app, code);
  showIn(app, OrderDetail, { orderId: 'order-1' }, language);
  await screen.findByRole('heading', { level: 1 });
  const order = () => stored<CreditOrder>(app, 'order-1');
  const stateNow = async () => orderState((await order()).data, (await order()).steps, TODAY);
  return { app, added, order, stateNow };
};

const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));
const choose = async (menu: string | RegExp, item: string) => {
  await press(menu);
  await userEvent.click(await screen.findByRole('menuitem', { name: item }));
};
const inSheet = async () => within(await screen.findByRole('dialog'));
const life = () =>
  within(screen.getByRole('list', { name: 'Orderns steg' }))
    .getAllByRole('listitem')
    .map((row) => row.innerText.replace(/\s+/g, ' ').replaceAll(' ,', ','));

describe('an order by its state', () => {
  test('A4: a draft says how much of what Apple wants is there', async () => {
    await open([], { amount: '' });
    expect(screen.getByText('3 av 4 uppgifter som behövs är ifyllda.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Fyll i resten' }).getAttribute('href')).toMatch(
      /\/credit\/order-1\/edit$/,
    );
  });

  test('A2: a draft whose Apple ID is no address is not ordered in silence: the sheet says why', async () => {
    const { stateNow } = await open([], { purchaserAppleId: 'innehall' });
    await press('Markera som beställd');
    await userEvent.click((await inSheet()).getByRole('button', { name: 'Spara' }));
    const alert = await (await inSheet()).findByRole('alert');
    expect(alert.textContent).toBe(
      'Ett Apple-ID är en e-postadress. Apple avvisar ordern om det är fel.',
    );
    expect(await stateNow()).toBe('draft');
  });

  test('A7: ready on day 77: the count to scale, the inbox beside the app, the life line', async () => {
    await open(ready, { inboxLink: 'https://inbox.example/secret' });
    expect(screen.getByText('13')).toBeTruthy();
    expect(screen.getByText('dag 77 av 90')).toBeTruthy();
    expect(
      screen.getByRole('img', {
        name: '77 av 90 dagar har gått, 13 dagar återstår, till 3 december.',
      }),
    ).toBeTruthy();
    expect(screen.getByText(/Den hämtade koden är inte bunden till de dagarna/)).toBeTruthy();
    const inbox = screen.getByRole('link', { name: 'Säkra inkorgen' });
    expect(inbox.getAttribute('href')).toBe('https://inbox.example/secret');
    expect([inbox.getAttribute('target'), inbox.getAttribute('rel')]).toEqual([
      '_blank',
      'noreferrer',
    ]);
    await screen.findByText('Sara Lindholm, hos återförsäljaren');
    expect(life()).toEqual([
      'Beställd, klart 28 aug Sara Lindholm, hos återförsäljaren',
      'Kontot godkänt, klart 31 aug Apple har kontrollerat innehållsköparen',
      'Klar i säkra inkorgen, klart 4 sep Mejl till innehall@nordby.example',
      'Hämta kalkylbladet, nu senast 3 dec Innehåller orderns inlösningskod',
      'Lös in i Appar och böcker, senare',
    ]);
  });

  test('A4: before the mail the count is provisional; its day makes it true, and can be undone', async () => {
    const { order, stateNow } = await open(ordered, { orderDate: '2026-08-28' });
    expect(screen.getByText('preliminärt räknat')).toBeTruthy();
    expect(screen.getByRole('img', { name: /Räknat preliminärt från orderdatum/ })).toBeTruthy();
    await press('Mejlet har kommit');
    const sheet = await inSheet();
    const day = sheet.getByLabelText('Mejlets dag');
    await userEvent.clear(day);
    await userEvent.type(day, '2026-09-04');
    await userEvent.click(sheet.getByRole('button', { name: 'Spara' }));
    await screen.findByText('dag 77 av 90');
    expect(await stateNow()).toBe('ready');
    await undoLast();
    await screen.findByText('preliminärt räknat');
    expect(inboxCount((await order()).data, (await order()).steps)).toMatchObject({
      provisional: true,
    });
  });

  test.each<[OrderInput['channel'], RegExp]>([
    ['own-store', /egen Apple Online Store: välj Konto, Kontrollera beställningsstatus/],
    ['reseller', /AppleCare återsänder krediten/],
    ['apple', /AppleCare återsänder krediten/],
    ['', /Fyll i var den köptes/],
  ])('A7: expired, bought through %o: late days and what to do', async (channel, sentence) => {
    await open(
      [
        ['ordered', '2026-08-01'],
        ['ready', '2026-08-14'],
      ],
      { channel, buyerAppleId: 'inkop@nordby.example' },
    );
    expect(screen.getByText('utgick 12 nov')).toBeTruthy();
    expect(screen.getByText(sentence)).toBeTruthy();
    expect(
      screen.getByRole('img', { name: /De 90 dagarna tog slut för 8 dagar sedan/ }),
    ).toBeTruthy();
  });

  test.each([
    ['sv', 'Fler val', 'Markera som förbrukad', 'Spara', 'Förbrukad 20 nov', 'Förbrukad'],
    ['en', 'More options', 'Mark as spent', 'Save', 'Spent 20 Nov', 'Spent'],
  ] as const)(
    'A4: redeemed credit is marked as spent, and that is undone (%s)',
    async (language, more, mark, save, title, stage) => {
      const { stateNow } = await open(
        [...ready, ['downloaded', '2026-10-12'], ['redeemed', '2026-10-13']],
        {},
        undefined,
        language,
      );
      await choose(more, mark);
      const sheet = await inSheet();
      expect(sheet.getByRole('heading', { name: stage })).toBeTruthy();
      await userEvent.click(sheet.getByRole('button', { name: save }));
      await screen.findByText(title);
      expect(await stateNow()).toBe('spent');
      await press(more);
      expect(screen.queryByRole('menuitem', { name: mark })).toBeNull();
      await undoLast();
      expect(await stateNow()).toBe('redeemed');
    },
  );

  test('A4: downloaded with its code: show it, and mark order and code as redeemed in one step', async () => {
    const { app, added, stateNow } = await open(
      [...ready, ['downloaded', '2026-10-12']],
      {},
      'XK7M4QTP9WRD2HVN',
    );
    expect((await screen.findByRole('link', { name: 'Visa kod' })).getAttribute('href')).toContain(
      added!.id,
    );
    await press('Markera som inlöst');
    const sheet = await inSheet();
    expect((sheet.getByLabelText('Apple-ID som löste in') as HTMLInputElement).value).toBe(
      'innehall@nordby.example',
    );
    await userEvent.type(sheet.getByLabelText('Var'), 'Apple School Manager');
    await userEvent.click(sheet.getByRole('button', { name: 'Markera som inlöst' }));
    await screen.findByText('Inlöst 20 nov');
    expect(await stateNow()).toBe('redeemed');
    expect(codeState(await stored<RedemptionCode>(app, added!.id))).toBe('redeemed');
    expect(life().at(-1)).toContain('innehall@nordby.example, Apple School Manager');
    await undoLast();
    await screen.findByText('Hämtad, ej inlöst');
    expect(codeState(await stored<RedemptionCode>(app, added!.id))).toBe('free');
  });

  test('A4: redeemed without a code here: the order itself says so', async () => {
    const { stateNow } = await open([...ready, ['downloaded', '2026-10-12']]);
    expect(screen.getByText('Koden är hämtad men ligger inte i Volym.')).toBeTruthy();
    await press('Markera som inlöst');
    await userEvent.click((await inSheet()).getByRole('button', { name: 'Markera som inlöst' }));
    await screen.findByText('Inlöst 20 nov');
    expect(await stateNow()).toBe('redeemed');
  });

  test('X12: an order in the trash says so, and comes back', async () => {
    const { app, order } = await open(ready);
    await app.records.change('order-1', toTrash);
    expect(await screen.findByText('Den ligger i papperskorgen.')).toBeTruthy();
    await press('Återställ den');
    await screen.findByText('dag 77 av 90');
    expect((await order()).trashedOn).toBe('');
  });

  test('X6: an order that a newer version wrote is shown as it is, with nothing to press', async () => {
    const { app } = await openApp();
    const data = { v: 99, fromTomorrow: 'kept' } as Draft['data'];
    await app.records.create({
      id: 'order-9',
      kind: 'credit-order',
      programme: 'apple-credit',
      parent: '',
      data,
    });
    showIn(app, OrderDetail, { orderId: 'order-9' });
    expect(await screen.findByText('Sparad av en nyare version av Volym')).toBeTruthy();
    expect(screen.getByText(/"fromTomorrow": "kept"/)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('A4: an order that is not here says so', async () => {
    const { app } = await openApp();
    showIn(app, OrderDetail, { orderId: 'nowhere' });
    expect(await screen.findByText('Ordern finns inte här.')).toBeTruthy();
  });
});

describe('correcting an order', () => {
  test('A4: a step is corrected by a later one, with a reason that stays', async () => {
    const { order } = await open(ready);
    await choose('Klar i säkra inkorgen, fler val', 'Rätta');
    const sheet = await inSheet();
    const day = sheet.getByLabelText('Dag');
    await userEvent.clear(day);
    await userEvent.type(day, '2026-09-05');
    await userEvent.click(sheet.getByRole('button', { name: 'Spara' }));
    expect(await sheet.findByText('Skriv varför, det står kvar i historiken.')).toBeTruthy();
    await userEvent.type(sheet.getByLabelText('Varför'), 'Fel mejl');
    await userEvent.click(sheet.getByRole('button', { name: 'Spara' }));
    await screen.findByText('dag 76 av 90');
    expect((await order()).steps).toHaveLength(4);
    expect(screen.getByText('Klar i säkra inkorgen rättades till 5 sep: Fel mejl')).toBeTruthy();
    expect(screen.getByText(/^Mejl till .* · Rättad: Fel mejl$/)).toBeTruthy();
  });

  test('A4: a step is taken back with a reason', async () => {
    const { stateNow } = await open(ready);
    await choose('Klar i säkra inkorgen, fler val', 'Ta tillbaka');
    const sheet = await inSheet();
    await userEvent.type(sheet.getByLabelText('Varför'), 'Fel order');
    await userEvent.click(sheet.getByRole('button', { name: 'Ta tillbaka' }));
    await screen.findByText('preliminärt räknat');
    expect(await stateNow()).toBe('validated');
  });

  test('A4: cancelled from the menu, and undone', async () => {
    const { stateNow } = await open(ready);
    await choose('Fler val', 'Avbryt ordern');
    const sheet = await inSheet();
    await userEvent.click(sheet.getByRole('button', { name: 'Avbryt ordern' }));
    expect(await sheet.findByText('Skriv varför, det står kvar i historiken.')).toBeTruthy();
    await userEvent.type(sheet.getByLabelText('Varför'), 'Beställd två gånger');
    await userEvent.click(sheet.getByRole('button', { name: 'Avbryt ordern' }));
    await screen.findByText(/Inget mer att göra/);
    expect(screen.getByText('Beställd två gånger')).toBeTruthy();
    expect(await stateNow()).toBe('cancelled');
    await undoLast();
    await screen.findByText('dag 77 av 90');
    expect(await stateNow()).toBe('ready');
  });

  test('A2: without a link the order asks for it, and takes only a safe address', async () => {
    const { order } = await open(ready);
    await press('Lägg till länk');
    const sheet = await inSheet();
    const field = sheet.getByLabelText('Länk till säkra inkorgen');
    await userEvent.type(field, 'inbox.example');
    await userEvent.click(sheet.getByRole('button', { name: 'Spara' }));
    expect(
      await sheet.findByText('Länken börjar med https:// och står i mejlet från Apple.'),
    ).toBeTruthy();
    await userEvent.clear(field);
    await userEvent.type(field, 'https://inbox.example/s/1');
    await userEvent.click(sheet.getByRole('button', { name: 'Spara' }));
    expect(await screen.findByRole('link', { name: 'Säkra inkorgen' })).toBeTruthy();
    expect((await order()).data.inboxLink).toBe('https://inbox.example/s/1');
    expect(await screen.findByText('Länk till säkra inkorgen ändrades')).toBeTruthy();
  });
});

describe('a code put in by hand', () => {
  const PLAIN = 'XK7M4QTP9WRD2HVN';
  const typeCode = async (typed: string) => {
    await press('Lägg in kod');
    const sheet = await inSheet();
    await userEvent.type(sheet.getByLabelText('Inlösningskod'), typed);
    await userEvent.click(sheet.getByRole('button', { name: 'Spara koden' }));
    return sheet;
  };

  test('A6: is sealed, downloads the order today, and can be undone', async () => {
    const { app, order, stateNow } = await open(ready);
    await typeCode('xk7m-4qtp 9wrd-2hvn');
    await screen.findByRole('link', { name: 'Visa kod' });
    const id = await app.vault.fingerprint(PLAIN);
    const code = await stored<RedemptionCode>(app, id);
    expect(code).toMatchObject({ parent: 'order-1', data: { number: 1, usage: 'credit' } });
    expect(JSON.stringify([code, await order()])).not.toContain(PLAIN);
    expect(await app.vault.open(code.data.sealed, { id, field: 'sealed' })).toBe(PLAIN);
    expect(await stateNow()).toBe('downloaded');
    await undoLast();
    await screen.findByText('dag 77 av 90');
    expect((await stored<RedemptionCode>(app, id)).trashedOn).toBe(TODAY);
    await typeCode(PLAIN);
    await screen.findByRole('link', { name: 'Visa kod' });
    expect(await stored<RedemptionCode>(app, id)).toMatchObject({
      trashedOn: '',
      parent: 'order-1',
    });
  });

  test('A6: is refused at its field, without being repeated, if it is not a code or is elsewhere already', async () => {
    const { app } = await open(ready);
    await addOrder(app, ready, { orderNumber: '2' }, 'order-2');
    await addSealedCode(app, PLAIN, 'order-2');
    const sheet = await typeCode('ÅÄÖ');
    expect(await sheet.findByText('En kod har bara bokstäver A till Z och siffror.')).toBeTruthy();
    const field = sheet.getByLabelText('Inlösningskod');
    await userEvent.clear(field);
    await userEvent.type(field, PLAIN);
    await userEvent.click(sheet.getByRole('button', { name: 'Spara koden' }));
    expect(await sheet.findByText('Koden finns redan på order 2.')).toBeTruthy();
    expect(sheet.getByRole('link', { name: 'Visa den ordern' }).getAttribute('href')).toMatch(
      /\/credit\/order-2$/,
    );
    expect(document.body.textContent).not.toContain(PLAIN);
  });
});

describe('for everyone', () => {
  const early = { orderDate: '2026-08-01' };
  const states: [string, Told, OrderInput][] = [
    ['draft', [], { amount: '' }],
    ['provisional', ordered, {}],
    ['ready', ready, { inboxLink: 'https://inbox.example/s' }],
    ['expired', [['ready', '2026-08-14']], early],
    [
      'asked again',
      [
        ['ready', '2026-08-14'],
        ['resend-requested', '2026-11-15'],
      ],
      early,
    ],
    ['downloaded', [...ready, ['downloaded', '2026-10-12']], {}],
    ['redeemed', [['redeemed', '2026-10-12']], {}],
    ['cancelled', [...ordered, ['cancelled', '2026-10-12']], {}],
  ];

  describe.each(['light', 'dark'] as const)('X14: in the %s theme', (theme) => {
    test.each(states)('X14: axe finds nothing on an order that is %s', async (_, steps, input) => {
      inTheme(theme);
      await open(steps, input);
      expect(await faults()).toEqual([]);
    });
  });

  test('X14: in English', async () => {
    await open(ready, { inboxLink: 'https://inbox.example/s' }, undefined, 'en');
    expect(screen.getByText('day 77 of 90')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Secure inbox' })).toBeTruthy();
    expect(screen.getByRole('list', { name: 'Order steps' }).textContent).toContain('by 3 Dec');
  });
});
