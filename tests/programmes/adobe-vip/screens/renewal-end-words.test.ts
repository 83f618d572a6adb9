import { describe, expect, test } from 'vitest';
import { customerHistory } from '#programmes/adobe-vip/rules/customer/customer-history.ts';
import { planKey } from '#programmes/adobe-vip/rules/product/product-name.ts';
import { renewalEnds } from '#programmes/adobe-vip/rules/renewal/renewal-end.ts';
import { renewalRows } from '#programmes/adobe-vip/rules/renewal/renewal-overview.ts';
import type { Language } from '#core/language/language.ts';
import { vip as english } from '#programmes/adobe-vip/words/en/vip.ts';
import { vipRenewals as renewalsEnglish } from '#programmes/adobe-vip/words/en/vip-renewals.ts';
import { vip as swedish } from '#programmes/adobe-vip/words/sv/vip.ts';
import { vipRenewals as renewalsSwedish } from '#programmes/adobe-vip/words/sv/vip-renewals.ts';
import type { Texts } from '#ui/text.ts';
import { eventWords } from '#programmes/adobe-vip/screens/history/event-words.ts';
import { renewalTable } from '#programmes/adobe-vip/screens/renewal/renewal-table.ts';
import {
  renewalBadge,
  renewalDetail,
} from '#programmes/adobe-vip/screens/renewal-overview/row-words.ts';
import { customerWith, orderLine, stepOf, vipOrderWith } from '#tests/factories/vip.ts';
import { saidPlan } from '#tests/factories/vip-renewals.ts';
import { shellTexts } from '#tests/ui/texts.ts';

const AD = '2026-12-13';
const textOf = (language: Language): Texts => ({
  ...shellTexts(language),
  ...(language === 'sv'
    ? { vip: swedish, vipRenewals: renewalsSwedish }
    : { vip: english, vipRenewals: renewalsEnglish }),
});
const plan = planKey('Acrobat Pro', 'team');
const book = {
  customer: customerWith(
    {
      anniversary: AD,
      plans: saidPlan('Acrobat Pro', 9, 9),
      holders: { h1: { name: 'Ulrika Ekman', group: '', plan } },
    },
    [stepOf('renewal-closed', '2026-12-01', { anniversary: AD })],
  ),
  authorizations: [],
  returns: [],
  orders: [
    vipOrderWith({
      orderType: 'renewal',
      renews: AD,
      orderDate: '2026-12-01',
      lines: { a: orderLine(5, { product: 'Acrobat Pro' }) },
    }),
  ],
} as const;

describe('C10: what a renewal that was ended leaves out, in words', () => {
  const event = (today: string, language: Language) => {
    const found = customerHistory(book, today, renewalEnds(book, today)).find(
      ({ kind }) => kind === 'renewal-closed',
    );
    const { title, details } = eventWords(found!, 'Sara', textOf(language), today);
    return [title, ...details];
  };

  test('C8: the history says what lapses, when, and who is without', () => {
    expect(event('2026-12-02', 'sv')).toEqual([
      'Resten förlängs inte, Sara',
      '4 × Acrobat Pro upphör efter 12 jan 2027.',
      'Utan licens: Ulrika Ekman och 3 till.',
    ]);
    expect(event('2027-01-13', 'sv')[1]).toBe('4 × Acrobat Pro upphörde efter 12 jan.');
    expect(event('2026-12-02', 'en')).toEqual([
      'The rest is not being renewed, Sara',
      '4 × Acrobat Pro ends after 12 Jan 2027.',
      'Without a licence: Ulrika Ekman and 3 more.',
    ]);
  });

  test('C9: so does its row in the overview, and the file', async () => {
    const text = textOf('sv');
    const [row] = renewalRows([book], '2026-12-20');
    expect(renewalDetail(row!, text, '2026-12-20')).toBe('4 licenser upphör efter 12 jan 2027');
    expect(renewalBadge(row!, text, '2026-12-20')).toEqual({ words: '23 dagar', tone: 'late' });
    const given = { prices: [], editions: undefined, today: '2026-12-20' };
    expect((await renewalTable([row!], given, text)).split('\r\n')[1]).toBe(
      'Tryckhuset Linden;5A20C8F190D73B627E4D;Förlängs inte, upphör snart;2026-12-13;2027-01-12;Acrobat Pro;1;65297600BA01A12;9;9;5;4;0',
    );
  });
});
