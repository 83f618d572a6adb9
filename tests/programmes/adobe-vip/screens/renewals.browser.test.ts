import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { VipOrder } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import { anniversaryDue } from '#programmes/adobe-vip/rules/customer/customer-deadlines.ts';
import { Preview } from '#ui/shell/preview.svelte.ts';
import RenewalList from '#programmes/adobe-vip/screens/renewal-overview/RenewalList.svelte';
import RenewalPane from '#programmes/adobe-vip/screens/renewal-overview/RenewalPane.svelte';
import { planKey } from '#programmes/adobe-vip/rules/product/product-name.ts';
import {
  authorizationWith,
  customerWith,
  orderLine,
  stepOf,
  vipOrderWith,
} from '#tests/factories/vip.ts';
import { energyCustomer, saidPlan } from '#tests/factories/vip-renewals.ts';
import { addRecords } from '#tests/programmes/apple-licences/screens/app/apps-app.ts';
import { faults, inTheme } from '#tests/ui/axe.ts';
import {
  openApp,
  showWith,
  stored,
  undoLast,
} from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { renewalList } from '#programmes/adobe-vip/words/sv/vip-renewal-list.ts';
import { showVip } from './vip-app.ts';

/** What is read from the disk takes its time on a busy machine. */
const patient = { timeout: 60_000 };
const AD = '2026-12-13';
const words = (element: HTMLElement): string => element.innerText.replace(/\s+/g, ' ').trim();
const region = (name: string): HTMLElement => screen.getByRole('region', { name });
const creative = planKey('Creative Cloud alla appar', 'team');

const blocked = customerWith({ name: 'Havsbris Media', anniversary: '2027-01-14' }, [], 'havsbris');
const late = { ...authorizationWith({ createdOn: '2026-10-01' }), parent: 'havsbris' };
const ahead = customerWith(
  { name: 'Ekudden Bygg', anniversary: '2027-02-08', plans: saidPlan('Acrobat Pro', 9) },
  [],
  'ekudden',
);
const done = customerWith(
  { name: 'Museum Norrsken', anniversary: '2026-11-02' },
  [stepOf('renewal-closed', '2026-11-02', { anniversary: '2026-11-02' })],
  'museum',
);
const partial = customerWith(
  {
    name: 'Lövsta Fastigheter',
    anniversary: '2026-11-14',
    plans: saidPlan('Creative Cloud alla appar', 50),
    holders: {
      h1: { name: 'Ulrika Ekman', group: 'Marknad', plan: creative },
      h2: { name: 'Mikael Brandt', group: '', plan: creative },
    },
  },
  [],
  'lovsta',
);
const renewalOf = (
  parent: string,
  renews: string,
  quantity: number,
  orderDate: string,
): VipOrder => ({
  ...vipOrderWith(
    {
      orderType: 'renewal',
      renews,
      orderDate,
      level: '2',
      orderNumber: '7701',
      lines: {
        a: orderLine(quantity, { product: 'Creative Cloud alla appar', sku: '65297752BA02A12' }),
      },
    },
    `order-${parent}`,
  ),
  parent,
});
const withAll = async () => {
  const { app } = await openApp();
  await addRecords(app, [energyCustomer(), blocked, late, ahead, done, partial]);
  await addRecords(app, [
    renewalOf('lovsta', '2026-11-14', 45, '2026-11-12'),
    renewalOf('museum', '2026-11-02', 14, '2026-11-02'),
  ]);
  return app;
};

describe('C9: the renewal overview', () => {
  test('C9: what can be ordered has its lines, what is blocked says so, what is done until when', async () => {
    await page.viewport(390, 844);
    const app = await withAll();
    showVip(app, RenewalList, { view: 'overview' });
    await screen.findByText('Kvarnåsens Energi', {}, patient);
    const now = words(region('Kan beställas nu'));
    expect(now).toContain('Kvarnåsens Energi 23 dagar');
    expect(now).toContain('Creative Cloud alla appar 65297752BA02A12 nivå 2 · 26 av 26 tilldelade');
    expect(now).toContain('35 av 38 är tilldelade. 35 ger samma nivå.');
    expect(words(region('Spärrad av försenad order'))).toContain(
      'Reda ut den försenade ordern först.',
    );
    expect(words(region('Förbered'))).toContain('Ekudden Bygg 80 dagar');
    expect(words(region('Klart det här kvartalet'))).toContain(
      'Förlängd 2 nov, 14 licenser till nov 2027',
    );
    expect(words(region('Delvis förlängd'))).toContain('5 saknas');
  });

  test('C9: an order that comes meanwhile shows at once, and so does a customer whose anniversary comes near', async () => {
    await page.viewport(390, 844);
    const app = await withAll();
    const far = customerWith({ name: 'Fjärran Skog', anniversary: '2027-08-01' }, [], 'far');
    await addRecords(app, [far]);
    showVip(app, RenewalList, { view: 'overview' });
    await screen.findByText('Kvarnåsens Energi', {}, patient);
    expect(screen.queryByText('Fjärran Skog')).toBeNull();
    await addRecords(app, [renewalOf('energy', AD, 20, '2026-11-20')]);
    await waitFor(
      () => expect(words(region('Delvis förlängd'))).toContain('Kvarnåsens Energi'),
      patient,
    );
    await app.records.change('far', (record) => ({
      ok: true,
      value: { ...record, data: { ...record.data, anniversary: '2027-02-01' } as never },
    }));
    await waitFor(() => expect(words(region('Förbered'))).toContain('Fjärran Skog'), patient);
  });

  test.each(['light', 'dark'] as const)('X14: %s, nothing of it is out of reach', async (theme) => {
    inTheme(theme);
    const app = await withAll();
    showVip(app, RenewalList, { view: 'overview' });
    await screen.findByText('Kvarnåsens Energi', {}, patient);
    expect(await faults()).toEqual([]);
  });

  test('C10: on the history, which loads no words of a customer, a refusal still has them: a department alone is nobody', async () => {
    const app = await withAll();
    showWith(app, RenewalList, { view: 'history' }, 'sv', { vipRenewals: renewalList as never });
    await userEvent.click(await screen.findByRole('button', { name: 'Skriv in vem' }, patient));
    const sheet = await screen.findByRole('dialog', { name: 'Vem har licens' }, patient);
    await userEvent.type(within(sheet).getByLabelText('Avdelning'), 'Ekonomi');
    await userEvent.click(within(sheet).getByRole('button', { name: 'Spara' }));
    expect(await within(sheet).findByText('Skriv ett namn.', {}, patient)).toBeTruthy();
  });

  test('C10: the history names whom a partial renewal leaves without, and the last day', async () => {
    const app = await withAll();
    showVip(app, RenewalList, { view: 'history' });
    await screen.findByText(/^Dessa 5 förlorar åtkomst efter/, {}, patient);
    const people = words(
      screen.getByRole('region', { name: /^Dessa 5 förlorar åtkomst efter mån 14 dec/ }),
    );
    expect(people).toContain('Mikael Brandt');
    expect(people).toContain('3 till utan namn');
    expect(words(region('November'))).toContain(
      '45 × 65297752BA02A12 · nivå 2 · Order 7701 · 12 nov I fönstret',
    );
  });

  test('C10: beside the history is its first customer, whose rows are marked, until another is chosen', async () => {
    await page.viewport(1180, 820);
    const app = await withAll();
    const preview = new Preview(() => true);
    const shown = showVip(app, RenewalList, { view: 'history', preview });
    await screen.findByRole('link', { name: /^Museum Norrsken/ }, patient);
    expect(preview.shown).toBe('lovsta');
    // The customer beside it names them.
    expect(screen.queryByText(/^Dessa 5 förlorar åtkomst efter/)).toBeNull();
    shown.unmount();
    showVip(app, RenewalList, { view: 'history', selected: 'museum' });
    const row = await screen.findByRole('link', { name: /^Museum Norrsken/ }, patient);
    expect(row).toHaveAttribute('aria-current', 'true');
    const others = screen.getAllByRole('link', { name: /^Lövsta Fastigheter/ });
    for (const other of others) expect(other).not.toHaveAttribute('aria-current');
    expect(others[0]).toHaveAttribute('href', '/renewals/history?customer=lovsta');
  });

  test('C11: beside what is left is the letter to the admin, in the words of the last notice', async () => {
    await page.viewport(390, 844);
    const app = await withAll();
    showVip(app, RenewalList, { view: 'history' });
    await userEvent.click(await screen.findByRole('button', { name: 'Mejla admin' }, patient));
    const sheet = await screen.findByRole(
      'dialog',
      { name: 'Förlängningen skulle ha gjorts' },
      patient,
    );
    expect(
      await within(sheet).findByText(/5 × Creative Cloud alla appar/, {}, patient),
    ).toBeTruthy();
    expect(within(sheet).getByText(/Mikael Brandt/)).toBeTruthy();
  });

  test('C10: the numbers of a partial renewal keep the card’s margin on a phone', async () => {
    await page.viewport(390, 844);
    const app = await withAll();
    showVip(app, RenewalList, { view: 'history' });
    const number = await screen.findByText('ägda', {}, patient);
    const card = number.closest<HTMLElement>('.card');
    expect(
      number.getBoundingClientRect().left - card!.getBoundingClientRect().left,
    ).toBeGreaterThanOrEqual(16);
  });
});

describe('C10: a customer’s renewal', () => {
  const open = async (customer: VipCustomer = energyCustomer()) => {
    const { app } = await openApp();
    await addRecords(app, [customer]);
    showVip(app, RenewalPane, { customerId: customer.id });
    await screen.findByText('Föreslagen order', {}, patient);
    return app;
  };
  const record = async (): Promise<HTMLElement> => {
    await userEvent.click(screen.getByRole('button', { name: 'Registrera order' }));
    const sheet = await screen.findByRole('dialog', { name: 'Registrera förlängningen' }, patient);
    return sheet;
  };
  const orders = async (app: Awaited<ReturnType<typeof open>>): Promise<VipOrder[]> =>
    (await app.records.find({ kind: 'vip-order', parent: 'energy' })) as unknown as VipOrder[];

  test('C9: the quantity chosen changes the level and the SKUs, and stays on the device', async () => {
    const app = await open();
    const field = screen.getByRole('spinbutton', { name: 'Förläng Creative Cloud alla appar' });
    await userEvent.clear(field);
    await userEvent.type(field, '60{Tab}');
    await waitFor(() => expect(screen.getByText('65297752BA03A12')).toBeTruthy());
    expect(screen.getByText('65304520BA03A12')).toBeTruthy();
    expect(
      JSON.parse(localStorage.getItem(`volym-draft-${app.workspaceId}-renewal-energy-${AD}`) ?? ''),
    ).toEqual({
      [creative]: 60,
    });
    await userEvent.click(screen.getByRole('button', { name: 'Återställ förslaget' }));
    await waitFor(() => expect(screen.getByText('65297752BA02A12')).toBeTruthy());
  });

  test('C14: where nothing is chosen and the Marketplace looks at the renewal alone, there is no level', async () => {
    await open(energyCustomer({ programme: 'vip-marketplace' }));
    expect(screen.getAllByText(/^nivå 2 · /)).toHaveLength(2);
    for (const field of screen.getAllByRole('spinbutton', { name: /^Förläng / })) {
      await userEvent.clear(field);
      await userEvent.type(field, '0{Tab}');
    }
    await waitFor(() => expect(screen.getAllByText(/^nivå – · /)).toHaveLength(2));
    // Priced at level 1 all the same.
    expect(screen.getByText('65297752BA01A12')).toBeTruthy();
  });

  test('C10: all that is used is renewed: the renewal is closed, and undone it is open again', async () => {
    const app = await open();
    const sheet = await record();
    await userEvent.type(within(sheet).getByLabelText('Ordernummer'), '7700777');
    await userEvent.click(within(sheet).getByRole('button', { name: 'Spara, 38 licenser' }));
    await waitFor(async () => expect(await orders(app)).toHaveLength(1), patient);
    const [order] = await orders(app);
    expect(order?.data).toMatchObject({
      orderType: 'renewal',
      renews: AD,
      orderNumber: '7700777',
      level: '2',
    });
    const due = async (): Promise<string> => {
      const { data, steps } = await stored<VipCustomer>(app, 'energy');
      return anniversaryDue(data, steps);
    };
    await waitFor(async () => expect(await due()).toBe('2027-12-13'));
    await undoLast();
    await waitFor(async () => expect([await due(), (await orders(app)).length]).toEqual([AD, 0]));
  });

  test('C10: fewer than are assigned leave users without, and the renewal stays open', async () => {
    const app = await open();
    const field = screen.getByRole('spinbutton', { name: 'Förläng Creative Cloud alla appar' });
    await userEvent.clear(field);
    expect(screen.getByText('35 av 38 är tilldelade. 35 ger samma nivå.')).toBeVisible();
    await userEvent.type(field, '20{Tab}');
    // Where the number is typed, before the order is noted.
    const without = await screen.findByRole(
      'region',
      { name: /^Dessa 6 förlorar åtkomst/ },
      patient,
    );
    expect(words(without)).toContain('6 användare utan namn');
    expect(screen.queryByText('35 av 38 är tilldelade. 35 ger samma nivå.')).toBeNull();
    const sheet = await record();
    expect(within(sheet).getByText('6 användare blir utan licens.')).toBeTruthy();
    await userEvent.type(within(sheet).getByLabelText('Ordernummer'), '7700777');
    await userEvent.click(within(sheet).getByRole('button', { name: 'Spara, 32 licenser' }));
    await screen.findByText('Kvar att förlänga', {}, patient);
    const rest = (): string => words(region('Kvar att förlänga'));
    await waitFor(() => expect(rest()).toContain('6 licenser, 6 tilldelade'), patient);
    expect(words(screen.getByRole('region', { name: /^Dessa 6 förlorar åtkomst/ }))).toContain(
      '6 användare utan namn',
    );
    const { data, steps } = await stored<VipCustomer>(app, 'energy');
    expect(anniversaryDue(data, steps)).toBe(AD);
  });

  test('C9: a line without a SKU leads to where it is written, and has it then', async () => {
    const { app } = await openApp();
    const plans = saidPlan('Fjärrstyrning', 4, 4);
    await addRecords(app, [energyCustomer({ plans })]);
    showVip(app, RenewalPane, { customerId: 'energy' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'SKU saknas: skriv in den' }, patient),
    );
    const sheet = await screen.findByRole('dialog', {}, patient);
    await userEvent.type(within(sheet).getByLabelText('SKU'), '65297752BA01A12');
    await userEvent.click(within(sheet).getByRole('button', { name: 'Spara' }));
    expect(await screen.findByText('65297752BA01A12', {}, patient)).toBeTruthy();
  });

  test.each([
    ['2026-11-16', /förlänger automatiskt .* Om det har skett syns inte här/],
    ['2026-11-01', /^Förlängdes den av sig själv\?/],
  ])(
    '§8.46: partly ordered in the Marketplace, anniversary %s: nobody is said to lose access',
    async (anniversary, sentence) => {
      const market = {
        programme: 'vip-marketplace' as const,
        renewalEdition: 'adobe-vip.renewal-marketplace-14',
      };
      const plans = saidPlan('Creative Cloud alla appar', 100, 70);
      const { app } = await openApp();
      await addRecords(app, [energyCustomer({ ...market, anniversary, plans })]);
      await addRecords(app, [renewalOf('energy', anniversary, 40, '2026-10-30')]);
      showVip(app, RenewalPane, { customerId: 'energy' });
      expect(await screen.findByText(sentence, {}, patient)).toBeTruthy();
      expect(screen.queryByRole('region', { name: /förlora(r|de) åtkomst/ })).toBeNull();
    },
  );

  test('C10: in the Marketplace what is left renews by itself: before the anniversary nobody is shown as being without', async () => {
    await open(
      energyCustomer({
        programme: 'vip-marketplace',
        renewalEdition: 'adobe-vip.renewal-marketplace-14',
      }),
    );
    const field = screen.getByRole('spinbutton', { name: 'Förläng Creative Cloud alla appar' });
    await userEvent.clear(field);
    await userEvent.type(field, '20{Tab}');
    await screen.findByRole('button', { name: 'Återställ förslaget' }, patient);
    expect(screen.queryByRole('region', { name: /förlorar åtkomst/ })).toBeNull();
  });

  test('C11: each notice has its day and a text in both languages, to the customer’s admin', async () => {
    await open();
    const notices = words(region('Aviseringar från Adobe'));
    expect(notices).toContain('Dags att förlänga skickades 13 nov');
    expect(notices).toContain('Förlängningen skulle ha gjorts 13 dec');
    expect(notices).toContain('Innan åtkomsten tas bort omkring 5 jan 2027');
    await userEvent.click(screen.getByRole('button', { name: /^Dags att förlänga/ }));
    const sheet = await screen.findByRole('dialog', { name: 'Dags att förlänga' }, patient);
    expect(await within(sheet).findByText(/^Hej Eva Ek,/, {}, patient)).toBeTruthy();
    await userEvent.click(within(sheet).getByRole('radio', { name: 'Engelska' }));
    expect(await within(sheet).findByText(/^Hello Eva Ek,/, {}, patient)).toBeTruthy();
    const mail = within(sheet).getByRole('link', { name: 'Öppna i e-post' }).getAttribute('href');
    expect(mail).toMatch(/^mailto:eva@kvarnasen\.example\?subject=Time%20to%20renew/);
    expect(await faults()).toEqual([]);
  });

  test('C10: who holds a licence is written down, one after the other', async () => {
    const app = await open(partial);
    await userEvent.click(screen.getByRole('button', { name: 'Skriv in vem' }));
    const sheet = await screen.findByRole('dialog', { name: 'Vem har licens' }, patient);
    await userEvent.type(within(sheet).getByLabelText('Namn'), 'Ruth Hall{Enter}');
    expect(await within(sheet).findByText('Ruth Hall', {}, patient)).toBeTruthy();
    await userEvent.click(
      within(sheet).getByRole('button', { name: 'Ta bort från listan: Ulrika Ekman' }),
    );
    const names = async (): Promise<string[]> =>
      Object.values((await stored<VipCustomer>(app, 'lovsta')).data.holders).map(
        ({ name }) => name,
      );
    await waitFor(async () =>
      expect((await names()).toSorted()).toEqual(['Mikael Brandt', 'Ruth Hall']),
    );
    await undoLast();
    await waitFor(async () =>
      expect((await names()).toSorted()).toEqual(['Mikael Brandt', 'Ruth Hall', 'Ulrika Ekman']),
    );
  });

  test('C10: a pasted list of who holds a licence comes in once, and goes back in one', async () => {
    const app = await open(partial);
    await userEvent.click(screen.getByRole('button', { name: 'Skriv in vem' }));
    let sheet = await screen.findByRole('dialog', { name: 'Vem har licens' }, patient);
    const names = async (): Promise<string[]> =>
      Object.values((await stored<VipCustomer>(app, 'lovsta')).data.holders).map(
        ({ name }) => name,
      );
    await userEvent.click(within(sheet).getByLabelText('Namn'));
    await userEvent.paste('Ruth\tHall\r\nPia Strand\n\nulrika ekman\nRuth Hall\n');
    // They are in the form, with the sentence about all of them.
    const list = within(sheet).getByLabelText('Namn, ett per rad');
    await waitFor(() => expect(list).toHaveFocus());
    expect(list).toHaveValue('Ruth Hall\nPia Strand\nulrika ekman\nRuth Hall');
    expect(within(sheet).getByText('4 namn. De läggs till när du sparar.')).toBeVisible();
    expect(await names()).toEqual(['Ulrika Ekman', 'Mikael Brandt']);
    // Closed before they are saved, they are there again.
    await userEvent.click(within(sheet).getByRole('button', { name: 'Stäng' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), patient);
    await userEvent.click(screen.getByRole('button', { name: 'Skriv in vem' }));
    sheet = await screen.findByRole('dialog', { name: 'Vem har licens' }, patient);
    await within(sheet).findByText(
      'Det du skrev förra gången finns kvar.',
      { exact: false },
      patient,
    );
    await userEvent.type(within(sheet).getByLabelText('Avdelning'), 'Ekonomi');
    await userEvent.click(within(sheet).getByRole('button', { name: 'Spara 4 namn' }));
    expect(await screen.findByText('2 är tillagda, 1 stod redan där', {}, patient)).toBeTruthy();
    const all = ['Mikael Brandt', 'Pia Strand', 'Ruth Hall', 'Ulrika Ekman'];
    await waitFor(async () => expect((await names()).toSorted()).toEqual(all));
    expect(within(sheet).getAllByText(/^Ekonomi/)).toHaveLength(2);
    await undoLast();
    await waitFor(async () =>
      expect((await names()).toSorted()).toEqual(['Mikael Brandt', 'Ulrika Ekman']),
    );
    await userEvent.click(within(sheet).getByLabelText('Namn'));
    await userEvent.paste('Mikael Brandt\nUlrika Ekman');
    await userEvent.click(within(sheet).getByRole('button', { name: 'Spara 2 namn' }));
    expect(await screen.findByText('Alla stod redan där', {}, patient)).toBeTruthy();
    // Nothing is left in the form: to save it is to be done.
    await waitFor(() => expect(within(sheet).getByLabelText('Namn')).toHaveValue(''));
    await userEvent.click(within(sheet).getByRole('button', { name: 'Spara' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), patient);
  });

  test('C10: what was ended is opened again later too, and undone it is ended as before', async () => {
    const { app } = await openApp();
    await addRecords(app, [done]);
    showVip(app, RenewalPane, { customerId: 'museum' });
    const due = async (): Promise<string> => {
      const { data, steps } = await stored<VipCustomer>(app, 'museum');
      return anniversaryDue(data, steps);
    };
    await userEvent.click(await screen.findByRole('button', { name: 'Öppna igen' }, patient));
    await waitFor(async () => expect(await due()).toBe('2026-11-02'), patient);
    await undoLast();
    await waitFor(async () => expect(await due()).toBe('2027-11-02'), patient);
    expect(await screen.findByText('Senast förlängd 2 nov.', {}, patient)).toBeTruthy();
  });

  test('C10: the rest is not renewed: what lapses, until when, and who is without are there at once', async () => {
    const { app } = await openApp();
    await addRecords(app, [partial]);
    await addRecords(app, [renewalOf('lovsta', '2026-11-14', 45, '2026-11-12')]);
    showVip(app, RenewalPane, { customerId: 'lovsta' });
    await screen.findByText('Kvar att förlänga', {}, patient);
    const rest = screen.getByRole('button', {
      name: /^Notera att resten inte förlängs 5 licenser upphör efter 14 dec/,
    });
    await userEvent.click(rest);
    await screen.findByRole('region', { name: '5 licenser upphör efter 14 dec' }, patient);
    expect(words(region('5 licenser upphör efter 14 dec'))).toContain(
      'Creative Cloud alla appar 5',
    );
    const people = words(
      screen.getByRole('region', { name: /^Dessa 5 förlorar åtkomst efter mån 14 dec/ }),
    );
    expect(people).toContain('Mikael Brandt');
  });

  test('C9: rule 40: once too late, the customer’s anniversary is the next one', async () => {
    await open(energyCustomer({ anniversary: '2026-10-08' }));
    expect(screen.getByText(/ · nästa årsdag 8 okt 2027$/)).toBeVisible();
    expect(words(document.body)).toContain('43 dagar sedan årsdagen 8 okt');
    expect(screen.getByText('För sent att förlänga: gör ett nytt köp')).toBeVisible();
  });

  test('C10: an order before the window opened is refused at its day', async () => {
    await open();
    const sheet = await record();
    await userEvent.type(within(sheet).getByLabelText('Ordernummer'), '1');
    const day = within(sheet).getByLabelText('Orderdag');
    await userEvent.clear(day);
    await userEvent.type(day, '2026-11-12');
    await userEvent.click(within(sheet).getByRole('button', { name: /^Spara, / }));
    expect(
      await within(sheet).findByText(/^Ordern kan läggas tidigast 13 nov/, {}, patient),
    ).toBeTruthy();
  });
});
