import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { VolymRecord } from '#core/record/record.ts';
import type { App } from '#ui/app.svelte.ts';
import { vipCalculator as english } from '#programmes/adobe-vip/words/en/vip-calculator.ts';
import { vipCalculator as swedish } from '#programmes/adobe-vip/words/sv/vip-calculator.ts';
import { calculationText } from '#programmes/adobe-vip/screens/calculator/calculation-words.ts';
import { Calculation } from '#programmes/adobe-vip/screens/calculator/calculation.svelte.ts';
import CalculatorScreen from '#programmes/adobe-vip/screens/calculator/CalculatorScreen.svelte';
import { customerWith, vipOrderWith } from '#tests/factories/vip.ts';
import { addRecords } from '#tests/programmes/apple-licences/screens/app/apps-app.ts';
import { faults, inTheme } from '#tests/ui/axe.ts';
import { openApp } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { shellTexts } from '#tests/ui/texts.ts';
import { showVip } from './vip-app.ts';

const words = { sv: swedish, en: english };

const SKU = '65297600BA01A12';
const listed = {
  ...customerWith(),
  id: 'item-1',
  kind: 'price-list-item',
  data: { v: 1, sku: SKU, product: 'Illustrator, Team', yearlyPrice: '4188.00', currency: 'SEK' },
} as unknown as VolymRecord;

const open = async (records: readonly VolymRecord[]): Promise<App> => {
  await page.viewport(390, 844);
  const { app } = await openApp();
  await addRecords(app, records);
  return app;
};
/** Picture 41: six of Illustrator, ordered today, with the anniversary on 19 April. */
const atPicture = async (language: 'sv' | 'en' = 'sv', given = {}, order = ''): Promise<void> => {
  const fiskets = customerWith({
    name: 'Fiskets Hus',
    programme: 'vip-marketplace',
    anniversary: '2027-04-19',
    ...given,
  });
  const app = await open([fiskets, listed]);
  showVip(
    app,
    CalculatorScreen,
    { start: { customer: 'customer-1', order, product: SKU, quantity: 6 } },
    language,
  );
  await screen.findByRole('list');
};
const fill = async (field: HTMLElement, value: string): Promise<void> => {
  await fireEvent.input(field, { target: { value } });
  await fireEvent.change(field);
};
const plain = (text: string | null): string =>
  (text ?? '')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const steps = (): string[] =>
  screen.getAllByRole('listitem').map(({ textContent }) => plain(textContent));
const status = (): HTMLElement => within(screen.getByRole('main')).getByRole('status');
const result = (): string =>
  plain([...status().children].map(({ textContent }) => textContent).join(' '));
const besideTheSum = (): string => plain(status().closest('.result')!.textContent);
const compared = (name: string): string => {
  const heading = screen.getByRole('heading', { name });
  return plain(
    within(heading.closest('section')!)
      .getAllByRole('definition')
      .map((element) => element.textContent)
      .join(' | '),
  );
};

describe('C12: the calculator', () => {
  test('C12: the numbers of the picture, by days, with the months beside them', async () => {
    await atPicture();
    await waitFor(() => expect(result()).toBe('10 326,58 kr för 6 licenser till årsdagen'));
    expect(screen.getByRole('radio', { name: 'Marketplace, dagar' })).toBeChecked();
    expect(steps()).toEqual([
      '1 Dagar kvar 150 19 apr 2027 − 20 nov 2026',
      '2 Dagar i avtalsåret 365 19 apr 2026 till 19 apr 2027, ingen 29 februari',
      '3 Pris per dag 11,473972603 4 188,00 ÷ 365, nio decimaler',
      '4 Raden 10 326,58 kr 11,473972603 × 150 × 6 = 10 326,5753427',
    ]);
    expect(compared('Jämför med hela månader')).toBe('8 376,00 kr | 10 470,00 kr');
    expect(
      screen.getByText('Adobe säger inte hur en bruten månad räknas. Båda visas.'),
    ).toBeVisible();
    expect(screen.getByText('ur prislistan')).toBeVisible();
  });

  test('C12: by months both answers are the result, and the days are beside them', async () => {
    await atPicture('sv', { programme: 'vip' });
    await waitFor(() =>
      expect(result()).toBe(
        '8 376,00 kr 4 månader, nedåt 10 470,00 kr 5 månader, uppåt för 6 licenser till årsdagen',
      ),
    );
    expect(steps()[1]).toBe('2 Hela månader, nedåt 4 19 dec 2026 till 19 apr 2027');
    expect(steps()[3]).toBe('4 Raden, nedåt 8 376,00 kr 4 188,00 × 4 × 6 ÷ 12');
    expect(compared('Jämför med dagar')).toBe('10 326,58 kr');
    await userEvent.click(screen.getByRole('radio', { name: 'Marketplace, dagar' }));
    expect(result()).toMatch(/^10 326,58 kr/);
  });

  test('C12: by hand, without a customer or a list: the time first, the line once there is a price', async () => {
    const app = await open([]);
    showVip(app, CalculatorScreen, {
      start: { customer: '', order: '', product: '', quantity: 1 },
    });
    expect(screen.getByText('Välj en kund eller ange årsdagen, så räknas tiden ut.')).toBeVisible();
    await userEvent.click(screen.getByRole('radio', { name: 'Marketplace, dagar' }));
    await fill(screen.getByLabelText('Årsdag'), '2028-03-01');
    await fill(screen.getByLabelText('Orderdag'), '2027-12-01');
    expect(result()).toBe('91 dagar till årsdagen');
    expect(steps()[1]).toBe(
      '2 Dagar i avtalsåret 366 1 mars 2027 till 1 mars 2028, med 29 feb 2028',
    );
    await fill(screen.getByLabelText('Pris per år och licens'), '1 200');
    await fill(screen.getByLabelText('Antal'), '5');
    // adobe.md §8.32
    expect(result()).toBe('1 491,80 kr för 5 licenser till årsdagen');
    await userEvent.selectOptions(screen.getByLabelText('Valuta'), 'EUR');
    expect(result()).toBe('1 491,80 € för 5 licenser till årsdagen');
  });

  test('C12: a first term that is longer than a year is counted to its end, and the screen says so', async () => {
    await atPicture('sv', { programme: 'vip', anniversary: '2028-12-19' });
    await waitFor(() =>
      expect(result()).toMatch(/^50 256,00 kr 24 månader, nedåt 52 350,00 kr 25 månader, uppåt/),
    );
    expect(screen.getByText(/Tiden räknas till 19 dec 2028\.$/)).toBeVisible();
    await userEvent.click(screen.getByRole('radio', { name: 'Marketplace, dagar' }));
    expect(steps().slice(0, 2)).toEqual([
      '1 Dagar kvar 760 19 dec 2028 − 20 nov 2026',
      '2 Dagar i avtalsåret 366 19 dec 2027 till 19 dec 2028, med 29 feb 2028',
    ]);
  });

  test('C12: after a renewal every term is a year, in the calculator as in the order', async () => {
    const customer = customerWith({ anniversary: '2028-12-19' });
    const renewal = vipOrderWith({
      orderType: 'renewal',
      renews: '2026-12-19',
      orderDate: '2026-11-20',
    });
    const app = await open([customer, listed, renewal]);
    showVip(app, CalculatorScreen, {
      start: { customer: customer.id, order: '', product: SKU, quantity: 6 },
    });
    await waitFor(() => expect(result()).toMatch(/^– 0 månader, nedåt 2 094,00 kr 1 månad, uppåt/));
  });

  test('C12: within the last month there is no whole one, and an order on the anniversary is counted in the next term', async () => {
    await atPicture('sv', { programme: 'vip', anniversary: '2026-12-10' });
    await waitFor(() => expect(result()).toMatch(/^– 0 månader, nedåt 2 094,00 kr 1 månad, uppåt/));
    expect(steps()[3]).toBe('4 Raden, nedåt – ingen hel månad är kvar');
    await fill(screen.getByLabelText('Orderdag'), '2026-12-10');
    expect(besideTheSum()).toContain(
      'Orderdagen hör till avtalsåret 10 dec 2026 till 10 dec 2027. Priset gäller den tiden, inte den till 10 dec 2026.',
    );
    expect(result()).toBe('25 128,00 kr 12 månader för 6 licenser till 10 dec 2027');
    expect(steps()[1]).toBe('2 Hela månader 12 10 dec 2026 till 10 dec 2027');
  });

  test('C12: ordered the day after the anniversary or 366 days before it, the sum says which term it is the price of', async () => {
    await atPicture();
    await waitFor(() => expect(result()).toMatch(/kr för 6 licenser till årsdagen$/));
    expect(besideTheSum()).not.toContain('Orderdagen hör till');
    await fill(screen.getByLabelText('Orderdag'), '2027-04-20');
    expect(result()).toBe('25 059,34 kr för 6 licenser till 19 apr 2028');
    expect(besideTheSum()).toContain(
      'Orderdagen hör till avtalsåret 19 apr 2027 till 19 apr 2028. Priset gäller den tiden, inte den till 19 apr 2027.',
    );
    await fill(screen.getByLabelText('Orderdag'), '2026-04-18');
    expect(result()).toBe('68,84 kr för 6 licenser till 19 apr 2026');
    expect(besideTheSum()).toContain(
      'Orderdagen hör till avtalsåret 19 apr 2025 till 19 apr 2026. Priset gäller den tiden, inte den till 19 apr 2027.',
    );
    expect(await faults()).toEqual([]);
  });

  test('C12: a whole term that ends on 29 February costs a year, and its 366 days are explained', async () => {
    await atPicture('sv', { anniversary: '2028-02-29', anniversaryDay: 29 });
    await screen.findByText('ur prislistan');
    await fill(screen.getByLabelText('Orderdag'), '2027-02-28');
    expect(result()).toBe('25 128,00 kr för 6 licenser till årsdagen');
    expect(steps()).toEqual([
      '1 Dagar kvar 366 29 feb 2028 − 28 feb 2027',
      '2 Dagar i avtalsåret 366 28 feb 2027 till 29 feb 2028, årsdagen följer 29 februari',
      '3 Pris per dag 11,442622951 4 188,00 ÷ 366, nio decimaler',
      '4 Raden 25 128,00 kr 4 188,00 × 6, ett helt avtalsår',
    ]);
  });

  test('C12: opened from an order, its duration goes back there; of a broken month both can, and neither is chosen', async () => {
    await atPicture('sv', {}, 'authorization-1');
    const days = screen.getByRole('link', { name: 'Använd i ordern' });
    expect(days.getAttribute('href')).toMatch(
      /\/vip\/customer-1\/order\/authorization-1\?days=150&on=2026-11-20$/,
    );
    cleanup();
    await atPicture('sv', { programme: 'vip' }, 'authorization-1');
    const months = screen
      .getAllByRole('link', { name: /^Använd \d/ })
      .map((link) => link.getAttribute('href'));
    expect(months.map((href) => href?.split('?')[1])).toEqual([
      'months=4&on=2026-11-20',
      'months=5&on=2026-11-20',
    ]);
    cleanup();
    await atPicture();
    expect(screen.queryByRole('link', { name: /^Använd/ })).toBeNull();
  });

  test('C12: each currency has its own price in the list, and what holds later is not used before', async () => {
    const euro = {
      ...listed,
      id: 'item-2',
      data: { ...listed.data, currency: 'EUR', yearlyPrice: '365.00' },
    };
    const later = {
      ...listed,
      id: 'item-3',
      data: { ...listed.data, yearlyPrice: '5000.00', validFrom: '2027-01-01' },
    };
    const app = await open([
      customerWith({ programme: 'vip-marketplace', anniversary: '2027-04-19' }),
      listed,
      euro,
      later,
    ]);
    showVip(app, CalculatorScreen, {
      start: { customer: 'customer-1', order: '', product: SKU, quantity: 1 },
    });
    await waitFor(() => expect(result()).toMatch(/^1 721,10 kr/));
    await userEvent.selectOptions(screen.getByLabelText('Valuta'), 'EUR');
    expect(result()).toMatch(/^150,00 €/);
    await userEvent.selectOptions(screen.getByLabelText('Valuta'), 'USD');
    expect(screen.getByLabelText('Pris per år och licens')).toHaveValue('');
  });

  test('C12: the price is in the customer’s currency, and the screen says if none is known in it', async () => {
    const euro = {
      ...listed,
      id: 'item-2',
      data: { ...listed.data, currency: 'EUR', yearlyPrice: '365.00' },
    };
    const alone = {
      ...listed,
      id: 'item-3',
      data: { ...listed.data, sku: '65297601BA01A12', product: 'Foto' },
    };
    const customer = customerWith({ programme: 'vip-marketplace', anniversary: '2027-04-19' });
    const app = await open([customer, vipOrderWith({ currency: 'EUR' }), listed, euro, alone]);
    showVip(app, CalculatorScreen, {
      start: { customer: 'customer-1', order: '', product: SKU, quantity: 1 },
    });
    await waitFor(() => expect(result()).toMatch(/^150,00 €/));
    await fill(screen.getByLabelText('Illustrator, Team'), '65297601BA01A12');
    expect(screen.getByLabelText('Pris per år och licens')).toHaveValue('');
    expect(screen.getByText('Prislistan har inget årspris i EUR')).toBeVisible();
  });

  test('C12: the name of a product finds its SKUs, with segment and level, and one is chosen on a phone', async () => {
    const two = {
      ...listed,
      id: 'item-2',
      data: {
        ...listed.data,
        sku: '65297600BB02A12',
        segment: 'EDU',
        level: '02',
        yearlyPrice: '1990.00',
      },
    };
    const app = await open([
      customerWith({ programme: 'vip-marketplace', anniversary: '2027-04-19' }),
      listed,
      two,
    ]);
    showVip(app, CalculatorScreen, {
      start: { customer: 'customer-1', order: '', product: '', quantity: 1 },
    });
    await fill(screen.getByLabelText('Produkt eller SKU'), 'team illus');
    const rows = within(await screen.findByRole('list', { name: 'Ur prislistan' })).getAllByRole(
      'button',
    );
    expect(rows.map(({ textContent }) => plain(textContent))).toEqual([
      `Illustrator, Team ${SKU} 4 188,00 kr`,
      'Illustrator, Team 65297600BB02A12 Utbildning · nivå 02 · 1 990,00 kr',
    ]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
    expect(
      Math.min(...rows.map((row) => row.getBoundingClientRect().height)),
    ).toBeGreaterThanOrEqual(44);
    expect(await faults()).toEqual([]);
    await userEvent.click(rows[1]!);
    await waitFor(() =>
      expect(screen.getByLabelText('Illustrator, Team')).toHaveValue('65297600BB02A12'),
    );
    expect(screen.getByLabelText('Illustrator, Team')).toHaveFocus();
    expect(screen.getByText('ur prislistan')).toBeVisible();
    await fill(screen.getByLabelText('Illustrator, Team'), 'finns inte');
    expect(
      screen.getByText('Inget i prislistan heter så. Priset går att skriva för hand.'),
    ).toBeVisible();
  });

  test('C12: a typed price stays until another product is chosen', async () => {
    await atPicture();
    await screen.findByText('ur prislistan');
    await fill(screen.getByLabelText('Pris per år och licens'), '4 000,00');
    expect(result()).toMatch(/^9 863,01 kr/);
    expect(screen.queryByText('ur prislistan')).toBeNull();
    await fill(screen.getByLabelText('Illustrator, Team'), 'illustrator, team');
    expect(result()).toMatch(/^10 326,58 kr/);
  });

  test.each([
    [
      'sv',
      `Varaktighet och pris
6 × ${SKU}
Orderdag 20 nov 2026, årsdag 19 apr 2027 (Marketplace, dagar)
1. Dagar kvar: 150 (19 apr 2027 − 20 nov 2026)
2. Dagar i avtalsåret: 365 (19 apr 2026 till 19 apr 2027, ingen 29 februari)
3. Pris per dag: 11,473972603 (4 188,00 ÷ 365, nio decimaler)
4. Raden: 10 326,58 kr (11,473972603 × 150 × 6 = 10 326,5753427)
Dagspriset till nio decimaler, sedan raden till öre. Inget annat avrundas.`,
    ],
    [
      'en',
      `Duration and price
6 × ${SKU}
Ordered 20 Nov 2026, anniversary 19 Apr 2027 (Marketplace, days)
1. Days left: 150 (19 Apr 2027 − 20 Nov 2026)
2. Days in the term: 365 (19 Apr 2026 to 19 Apr 2027, no 29 February)
3. Price per day: 11.473972603 (4,188.00 ÷ 365, nine decimals)
4. The line: SEK 10,326.58 (11.473972603 × 150 × 6 = 10,326.5753427)
The price per day to nine decimals, then the line to cents. Nothing else is rounded.`,
    ],
  ] as const)('C12: what is copied says every step with its numbers, %s', (language, copied) => {
    const world = {
      today: () => '2026-11-20',
      customers: () => [],
      currency: () => '',
      items: () => [],
      orders: () => [],
    };
    const calculation = new Calculation(world, {
      customer: '',
      order: '',
      product: SKU,
      quantity: 6,
    });
    Object.assign(calculation, { ownAnniversary: '2027-04-19', price: '4188.00', by: 'days' });
    const text = calculationText(calculation, {
      ...shellTexts(language),
      vipCalculator: words[language],
    });
    expect(text.replace(/[\u00a0\u202f]/g, ' ')).toBe(copied);
  });

  test.each(['sv', 'en'] as const)(
    'X14: nothing hinders someone who cannot see it, %s',
    async (language) => {
      await atPicture(language);
      inTheme(language === 'sv' ? 'light' : 'dark');
      expect(await faults()).toEqual([]);
    },
  );
});
