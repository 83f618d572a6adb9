import { describe, expect, test } from 'vitest';
import {
  customerRenewal,
  type CustomerRenewal,
} from '#programmes/adobe-vip/rules/renewal/customer-renewal.ts';
import { levels10 } from '#programmes/adobe-vip/rules/level/level-editions.ts';
import type { VipProgramme } from '#programmes/adobe-vip/rules/edition/programme.ts';
import { planKey } from '#programmes/adobe-vip/rules/product/product-name.ts';
import { renewalRows } from '#programmes/adobe-vip/rules/renewal/renewal-overview.ts';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { VipOrder } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import type { Language } from '#core/language/language.ts';
import { vip as english } from '#programmes/adobe-vip/words/en/vip.ts';
import { vipRenewals as renewalsEnglish } from '#programmes/adobe-vip/words/en/vip-renewals.ts';
import { vip as swedish } from '#programmes/adobe-vip/words/sv/vip.ts';
import { vipRenewals as renewalsSwedish } from '#programmes/adobe-vip/words/sv/vip-renewals.ts';
import {
  writeRenewalLetter,
  type LetterAbout,
} from '#programmes/adobe-vip/screens/renewal-letter/renewal-letter.ts';
import { loadAdobeVipWords } from '#programmes/adobe-vip/words/load.ts';
import { renewalTable } from '#programmes/adobe-vip/screens/renewal/renewal-table.ts';
import { hintWords } from '#programmes/adobe-vip/screens/renewal/renewal-words.ts';
import { orderLine, vipOrderWith } from '#tests/factories/vip.ts';
import { energyCustomer, saidPlan } from '#tests/factories/vip-renewals.ts';
import { shellTexts } from '#tests/ui/texts.ts';

const today = '2026-11-20';
const bookOf = (customer: VipCustomer, orders: readonly VipOrder[] = []) => ({
  customer,
  authorizations: [],
  orders,
  returns: [],
});
const renewalOf = (customer: VipCustomer, orders: readonly VipOrder[] = []): CustomerRenewal => {
  const found = customerRenewal(bookOf(customer, orders), today);
  if (found === undefined) throw new Error('no renewal');
  return found;
};
const textsOf = (language: Language) => ({
  ...shellTexts(language),
  ...(language === 'sv'
    ? { vip: swedish, vipRenewals: renewalsSwedish }
    : { vip: english, vipRenewals: renewalsEnglish }),
});
const price = (sku: string) => ({
  sku,
  product: '',
  segment: 'COM',
  level: '2',
  yearlyPrice: '420.50',
  currency: 'EUR',
  months: 12,
  validFrom: '',
});

describe('C9: the hint before a renewal', () => {
  const hint = (
    owned: number,
    assigned: number,
    language: Language = 'sv',
    programme: VipProgramme = 'vip-marketplace',
  ): string =>
    hintWords(
      renewalOf(energyCustomer({ programme, plans: saidPlan('Acrobat Pro', owned, assigned) })),
      levels10,
      textsOf(language),
    );

  test.each([
    [38, 35, '35 av 38 är tilldelade. 35 ger samma nivå.'],
    [12, 8, '8 av 12 är tilldelade. 10 behövs för nivå 2.'],
    [12, 12, ''],
    [12, 15, '3 fler är tilldelade än ägda. Förläng 15, så har alla kvar.'],
    [12, 0, 'Ingen har skrivit in hur många som är tilldelade.'],
  ])('C9: %i owned, %i assigned: %s', (owned, assigned, sentence) => {
    expect(hint(owned, assigned)).toBe(sentence);
  });

  test('C9: in VIP the look-back holds the level, however few are renewed', () => {
    expect(hint(12, 8, 'sv', 'vip')).toBe('8 av 12 är tilldelade. 8 ger samma nivå.');
  });

  test('C9: once a part is renewed its lines tell what is left, and the hint of all that is owned is gone', () => {
    const customer = energyCustomer({ plans: saidPlan('Acrobat Pro', 38, 35) });
    const [plan] = Object.values(customer.data.plans);
    const line = orderLine(20, { product: 'Acrobat Pro', licenceType: plan!.licenceType });
    const { anniversary } = customer.data;
    const order = vipOrderWith({
      orderType: 'renewal',
      renews: anniversary,
      orderDate: today,
      lines: { a: line },
    });
    const sentences = [[], [order]].map((orders) =>
      hintWords(renewalOf(customer, orders), levels10, textsOf('sv')),
    );
    expect(sentences).toEqual(['35 av 38 är tilldelade. 35 ger samma nivå.', '']);
  });

  test('X14: in English', () => {
    expect(hint(38, 35, 'en')).toBe('35 of 38 are assigned. 35 keep the level.');
  });
});

describe('C9: the overview as a file', () => {
  const rows = renewalRows([bookOf(energyCustomer({ name: '=Kvarn; "Energi"' }))], today);
  const around = { prices: [], editions: undefined, today };
  const lines = async (language: Language): Promise<string[]> =>
    (await renewalTable(rows, around, textsOf(language))).split('\r\n');

  test('C9: a line for each product, with the SKU of the level that the whole order reaches', async () => {
    const [heads, acrobat, creative] = await lines('sv');
    expect(heads).toBe(
      '\ufeffKund;VIP ID;Läge;Årsdag;Sista orderdag;Produkt;Nivå;SKU;Ägda;Tilldelade;Förlängda;Saknas;Föreslaget antal',
    );
    const about = `"'=Kvarn; ""Energi""";4C07E19AB2D03F5862D8;Kan beställas nu;2026-12-13;2027-01-12`;
    expect(acrobat).toBe(`${about};Acrobat Pro;2;65304520BA02A12;12;9;0;9;12`);
    expect(creative).toBe(`${about};Creative Cloud alla appar;2;65297752BA02A12;26;26;0;26;26`);
  });

  test('C9: English has commas; nobody’s licences are a line of the customer alone', async () => {
    expect((await lines('en'))[0]).toContain('Customer,VIP ID,State,');
    const empty = renewalRows([bookOf(energyCustomer({ plans: {} }))], today);
    const [, line] = (await renewalTable(empty, around, textsOf('en'))).split('\r\n');
    expect(line).toBe(
      'Kvarnåsens Energi,4C07E19AB2D03F5862D8,Can be ordered now,2026-12-13,2027-01-12,,,,,,,,',
    );
  });
});

describe('C11: letters to the customer’s admin', () => {
  const letter = async (
    about: LetterAbout,
    language: Language,
    orders: readonly VipOrder[] = [],
    listed = false,
    programme: VipProgramme = 'vip',
    validFrom = '',
  ) => {
    const holders = {
      h1: { name: 'Pia Strand', group: '', plan: planKey('Creative Cloud alla appar', 'team') },
    };
    const customer = energyCustomer({ holders, programme });
    const renewal = renewalOf(customer, orders);
    const sku = '65297752BA02A12';
    const listedAt = { ...price(sku), validFrom };
    const ordered = renewal.plans.map((plan) => ({
      plan,
      quantity: 2,
      sku,
      price: listed ? listedAt : undefined,
    }));
    const sums = listed ? [{ amount: '1682.00', currency: 'EUR' }] : [];
    const basket = { ordered, level: '2' as const, count: 4, sums };
    const words = await loadAdobeVipWords(language, 'renewalLetters');
    return writeRenewalLetter(
      { about, customer, renewal, basket, sender: 'Sara Lindholm', today },
      words,
      language,
    );
  };

  test('C11: time to renew: what is suggested, the day, the VIP ID, and who writes', async () => {
    const { subject, body } = await letter('time-to-renew', 'sv');
    expect(subject).toBe('Dags att förlänga Adobe-licenserna, Kvarnåsens Energi');
    expect(body).toBe(
      [
        'Hej Eva Ek,',
        'era Adobe-licenser löper ut på årsdagen 13 december. Nu går det att beställa förlängningen. Vi föreslår:',
        '– 2 × Acrobat Pro (65297752BA02A12)\n– 2 × Creative Cloud alla appar (65297752BA02A12)',
        'Svara på det här mejlet med antalen, så lägger vi ordern.',
        'VIP ID: 4C07 E19A B2D0 3F58 62D8',
        'Med vänlig hälsning\nSara Lindholm',
      ].join('\n\n'),
    );
  });

  test('C11: before access is removed the users are named, and the last day', async () => {
    const lines = {
      a: orderLine(25, { product: 'Creative Cloud alla appar' }),
      b: orderLine(8, { product: 'Acrobat Pro' }),
    };
    const renewed = vipOrderWith({
      orderType: 'renewal',
      renews: '2026-12-13',
      orderDate: '2026-11-19',
      lines,
    });
    const { body } = await letter('access-ends', 'en', [renewed]);
    expect(body).toContain(
      'They can be renewed until 12 January 2027; after that, access is removed.',
    );
    expect(body).toContain('Otherwise these users lose access: Pia Strand and 1 more.');
  });

  test.each([
    ['time-to-renew', 'sv', 'förlängs automatiskt på årsdagen 13 december'],
    ['renewal-due', 'sv', 'förlängs automatiskt, om det inte är avstängt'],
    [
      'access-ends',
      'en',
      'What is neither ordered nor renewed automatically can be ordered until 12 January 2027',
    ],
  ] as const)(
    'C11, §8.46: %s to a member of the Marketplace (%s) names nobody: the rest renews by itself',
    async (about, language, sentence) => {
      const renewed = vipOrderWith({
        orderType: 'renewal',
        renews: '2026-12-13',
        orderDate: '2026-11-19',
        lines: { a: orderLine(20, { product: 'Creative Cloud alla appar' }) },
      });
      const { subject, body } = await letter(about, language, [renewed], false, 'vip-marketplace');
      expect(body).toContain(sentence);
      expect(`${subject} ${body}`).not.toMatch(/Pia Strand|förlorar|lose|skulle ha|soon/);
    },
  );

  test('C9, §8.46: in the file nothing is missing of what renews by itself', async () => {
    const renewed = vipOrderWith({
      orderType: 'renewal',
      renews: '2026-12-13',
      orderDate: '2026-11-19',
      lines: { a: orderLine(20, { product: 'Creative Cloud alla appar' }) },
    });
    const missing = async (programme: VipProgramme) => {
      const books = [bookOf(energyCustomer({ programme }), [renewed])];
      const around = { prices: [], editions: undefined, today };
      const table = await renewalTable(renewalRows(books, today), around, textsOf('en'));
      return table.split('\r\n').map((line) => line.split(',').at(-2));
    };
    expect(await missing('vip')).toEqual(['Missing', '9', '6']);
    expect(await missing('vip-marketplace')).toEqual(['Missing', '0', '0']);
  });

  test('C9: the quote has level, prices and sum where the price list has them', async () => {
    const plain = await letter('quote', 'sv');
    expect(plain.body).toContain('Sammanlagt 4 licenser, rabattnivå 2.');
    expect(plain.body).not.toContain('Summa');
    const priced = (await letter('quote', 'en', [], true)).body.replace(/\u00a0/g, ' ');
    expect(priced).toContain(
      '– 2 × Acrobat Pro (65297752BA02A12), EUR 420.50 per licence per year, EUR 841',
    );
    expect(priced).toContain('Total per year: EUR 1,682, excluding VAT.');
    expect(priced).not.toContain('The prices are valid from');
    const ahead = (await letter('quote', 'en', [], true, 'vip', '2027-01-01')).body;
    expect(ahead).toContain('The prices are valid from 1 January 2027.');
  });
});
