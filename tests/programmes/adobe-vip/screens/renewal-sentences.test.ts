import { describe, expect, test } from 'vitest';
import { CUSTOMER_STATES } from '#programmes/adobe-vip/rules/customer/customer-state.ts';
import { customerRows } from '#programmes/adobe-vip/rules/customer/customer-rows.ts';
import type { VipProgramme } from '#programmes/adobe-vip/rules/edition/programme.ts';
import { renewalRows } from '#programmes/adobe-vip/rules/renewal/renewal-overview.ts';
import { homeRows } from '#workspace/rules/reminders/home.ts';
import { reminders as swedishReminders } from '#workspace/words/sv/reminders.ts';
import { vip as english } from '#programmes/adobe-vip/words/en/vip.ts';
import { vipRenewals as renewalsEnglish } from '#programmes/adobe-vip/words/en/vip-renewals.ts';
import { vip as swedish } from '#programmes/adobe-vip/words/sv/vip.ts';
import { vipRenewals as renewalsSwedish } from '#programmes/adobe-vip/words/sv/vip-renewals.ts';
import type { Texts } from '#ui/text.ts';
import type { RowWords } from '#workspace/screens/due/row-with-own-words.ts';
import { plannedReminder } from '#workspace/screens/reminders/planned-words.ts';
import { renewalTable } from '#programmes/adobe-vip/screens/renewal/renewal-table.ts';
import {
  renewalBadge,
  renewalDetail,
} from '#programmes/adobe-vip/screens/renewal-overview/row-words.ts';
import { rowBadge, rowDetail } from '#programmes/adobe-vip/screens/vip-words.ts';
import { customerWith } from '#tests/factories/vip.ts';
import { rowWords } from '#workspace/screens/home/row-words.ts';
import { shellTexts } from '#tests/ui/texts.ts';

const AD = '2026-12-13';
const sv: Texts = { ...shellTexts('sv'), vip: swedish, vipRenewals: renewalsSwedish };
const en: Texts = { ...shellTexts('en'), vip: english, vipRenewals: renewalsEnglish };

const customerOf = (programme: VipProgramme) => {
  const renewalEdition =
    programme === 'vip' ? 'adobe-vip.renewal-late-30' : 'adobe-vip.renewal-marketplace-14';
  return customerWith({ anniversary: AD, programme, renewalEdition });
};

/** What home, the customer list, the overview and its file say about a renewal on a day. */
const told = async (programme: VipProgramme, today: string, text: Texts = sv) => {
  const customer = customerOf(programme);
  const homes = rowWords(homeRows([customer], today)[0]!, text, today) as RowWords;
  const [listed] = customerRows([customer], [], today);
  const rows = renewalRows([{ customer, authorizations: [], orders: [], returns: [] }], today);
  const table = await renewalTable(rows, { prices: [], editions: undefined, today }, text);
  const file = table.split('\r\n')[1] ?? '';
  return {
    home: [homes.title, homes.day].join(' | '),
    compact: (rowWords(homeRows([customer], today)[0]!, text, today, true) as RowWords).day,
    counted: [
      [homes.number, homes.unit].join(' '),
      rowBadge(listed!, text)?.words,
      renewalBadge(rows[0]!, text, today).words,
    ],
    list: [text.vip.groups[listed!.state], rowDetail(listed!, undefined, text, today)].join(' | '),
    overview: [text.vipRenewals.groups[rows[0]!.group], renewalDetail(rows[0]!, text, today)].join(
      ' | ',
    ),
    file: file.split(text === sv ? ';' : ',')[2],
  };
};

describe('C9: a renewal is called the same on every screen and in the file', () => {
  test('C9: early it is prepared, in its window it is renewed, and the day is called the anniversary until it has passed', async () => {
    expect((await told('vip', '2026-10-01')).home).toBe(
      'Förbered förlängning åt Tryckhuset Linden | årsdag sön 13 dec',
    );
    expect((await told('vip', '2026-11-12')).home).toBe(
      'Förbered förlängning åt Tryckhuset Linden | årsdag sön 13 dec',
    );
    expect((await told('vip', '2026-11-13')).home).toBe(
      'Förläng Tryckhuset Linden | årsdag sön 13 dec',
    );
    expect((await told('vip', '2026-12-13')).home).toBe(
      'Förläng Tryckhuset Linden | årsdag sön 13 dec',
    );
  });

  /** On home the title itself names the customer. */
  const named: Readonly<Record<string, string>> = {
    'Lägg den sena förlängningen': 'Lägg sen förlängning åt Tryckhuset Linden',
    'För sent att förlänga: gör ett nytt köp': 'För sent att förlänga Tryckhuset Linden',
    'Förlängdes den av sig själv?': 'Förlängdes Tryckhuset Linden av sig själv?',
  };

  test.each([
    [
      'vip',
      '2026-12-14',
      'Lägg den sena förlängningen',
      'sista dag 12 jan 2027',
      'Sista dag 12 jan 2027',
    ],
    [
      'vip',
      '2027-01-12',
      'Lägg den sena förlängningen',
      'sista dag tis 12 jan',
      'Sista dag 12 jan',
    ],
    [
      'vip',
      '2027-01-13',
      'För sent att förlänga: gör ett nytt köp',
      'sista dag 12 jan',
      'Sista dag 12 jan',
    ],
    [
      'vip-marketplace',
      '2026-12-27',
      'Lägg den sena förlängningen',
      'sista dag sön 27 dec',
      'Sista dag 27 dec',
    ],
    [
      'vip-marketplace',
      '2026-12-28',
      'Förlängdes den av sig själv?',
      'sista dag 27 dec',
      'Sista dag 27 dec',
    ],
  ] as const)('C9: %s on %s: %s', async (programme, today, title, day, detail) => {
    const texts = await told(programme, today);
    expect(texts.home).toBe(`${named[title]} | ${day}`);
    expect([texts.list, texts.overview]).toEqual([`${title} | ${detail}`, `${title} | ${detail}`]);
    expect(texts.file).toBe(title);
  });

  test.each([
    ['2026-12-13', ['I dag ', 'i dag', 'i dag']],
    ['2026-12-14', ['29 dagar', '29 dagar', '29 dagar']],
    ['2027-01-12', ['I dag ', 'i dag', 'i dag']],
    ['2027-01-13', ['1 dag sen', '1 dag sen', '1 dag sen']],
    ['2027-01-24', ['12 dgr sen', '12 dgr sen', '12 dgr sen']],
  ] as const)('C11: on %s the number is that of the day beside it', async (today, counted) => {
    expect((await told('vip', today)).counted).toEqual(counted);
  });

  test('C11: a narrow list says in both languages which day it is', async () => {
    expect((await told('vip', '2026-12-02')).compact).toBe('årsdag sön 13 dec');
    expect((await told('vip', '2027-01-08', en)).compact).toBe('last day Tue 12 Jan');
  });

  test('C11: where no late order is taken the anniversary is the last day', () => {
    const customer = customerWith({ anniversary: AD, renewalEdition: 'adobe-vip.renewal-late-0' });
    const [row] = homeRows([customer], '2026-12-02');
    expect(rowWords(row!, sv, '2026-12-02')).toMatchObject({
      number: '11',
      day: 'senast sön 13 dec',
    });
  });

  test('X14: in English too', async () => {
    const texts = await told('vip', '2027-01-13', en);
    expect(texts.list).toBe('Too late to renew: make a new purchase | Last day 12 Jan');
    expect([texts.overview, texts.file]).toEqual([
      texts.list,
      'Too late to renew: make a new purchase',
    ]);
  });

  test('C9: every state of a customer has its section and its filter', () => {
    for (const { groups, filters } of [swedish, english])
      expect([Object.keys(groups), Object.keys(filters)].map((keys) => keys.toSorted())).toEqual([
        CUSTOMER_STATES.toSorted(),
        [...CUSTOMER_STATES, 'all', 'mine'].toSorted(),
      ]);
  });
});

describe('C11: a reminder of a late renewal says until when it can be placed', () => {
  const customer = customerOf('vip');
  const [row] = homeRows([customer], AD);
  const reminder = plannedReminder(customer, row!.deadline, '2027-01-05', {
    ...sv,
    reminders: swedishReminders,
  });

  test('C11: on its day and when it is caught up', () => {
    expect(reminder.onItsDay).toEqual({
      title: 'Lägg den sena förlängningen',
      body: 'Tryckhuset Linden. Sista dagen är 12 jan, 7 dagar kvar.',
    });
    expect(reminder.missed.body).toBe(
      'Tryckhuset Linden. Sista dagen är 12 jan. Påminnelse från 5 jan.',
    );
  });

  test('C11: caught up after the last of its days it says that it is too late', () => {
    expect(reminder.lost).toEqual({
      after: '2027-01-12',
      words: {
        title: 'För sent att förlänga: gör ett nytt köp',
        body: 'Tryckhuset Linden. Sista dagen var 12 jan. Påminnelse från 5 jan.',
      },
    });
  });
});
