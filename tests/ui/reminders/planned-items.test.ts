import { describe, expect, test } from 'vitest';
import { addDays } from '#domain/day.ts';
import type { OrderInput, OrderStepKind } from '#domain/apple-credit/order-commands.ts';
import type { PlannedItem } from '#domain/planned-reminder.ts';
import { reminders as english } from '#i18n/en/reminders.ts';
import type { Language } from '#i18n/language.ts';
import { reminders as swedish } from '#i18n/sv/reminders.ts';
import { BLANK_TOKEN, takeToken } from '#domain/apple-licences/token-commands.ts';
import { plannedItems } from '#ui/reminders/planned-items.ts';
import { orderWith, recordOf, valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { shellTexts } from '../texts.ts';

/** Day 0 of the count; its last day is 3 December. */
const ARRIVED = '2026-09-04';
const TODAY = '2026-11-20';

const textsOf = (language: Language) => ({
  ...shellTexts(language),
  reminders: language === 'sv' ? swedish : english,
});

type Given = {
  readonly steps?: readonly (readonly [OrderStepKind, string])[];
  readonly input?: OrderInput;
  readonly before?: readonly PlannedItem[];
  readonly changedOn?: string;
  readonly language?: Language;
};

const planned = ({ steps = [['ready', ARRIVED]], input, before = [], changedOn, language = 'sv' }: Given = {}) => {
  const updatedAt = changedOn === undefined ? 0 : Date.parse(`${changedOn}T12:00:00`);
  const order = { ...orderWith(steps, { ...input }), updatedAt };
  return plannedItems([order], before, TODAY, textsOf(language));
};

const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ');

const said = (given: Given, count: number, when: 'onItsDay' | 'later' | 'missed'): string => {
  const reminder = planned(given)[0]?.reminders.find(({ day }) => day === addDays(ARRIVED, count));
  const { title, body } = reminder?.[when] ?? { title: 'none', body: '' };
  return plain(`${title} | ${body}`);
};

describe('what the plan holds of an order', () => {
  test('X3: its last day, its address and days 60, 80, 88 and 90', () => {
    expect(planned()).toMatchObject([
      {
        ...{ id: 'order-1.apple-credit.inbox', rule: 'apple-credit.inbox', on: '2026-12-03' },
        address: '/credit/order-1',
        reminders: [60, 80, 88, 90].map((count) => ({ day: addDays(ARRIVED, count) })),
      },
    ]);
  });

  test('A9: a resend that nobody answered is asked about a week later, in words of no last day', () => {
    const steps = [
      ['ready', '2026-05-01'],
      ['resend-requested', '2026-11-18'],
    ] as const;
    const [item] = planned({ steps });
    const [reminder, ...more] = item?.reminders ?? [];
    expect([item?.on, reminder?.day, more]).toEqual(['2026-11-25', '2026-11-25', []]);
    expect(plain(reminder?.onItsDay.title ?? '')).toBe('Fråga om återsändningen, 25 000 kr');
    expect(reminder?.onItsDay.body).toBe('4500218837. Dags i dag.');
    expect(reminder?.missed.body).toBe('4500218837. Skulle ha gjorts 25 nov. Påminnelse från 25 nov.');
  });

  test('X3: nothing once it is downloaded', () => {
    expect(
      planned({
        steps: [
          ['ready', ARRIVED],
          ['downloaded', TODAY],
        ],
      }),
    ).toEqual([]);
  });

  test('X3: an order that came today with an old day is not reminded of what had passed before', () => {
    const days = planned({ changedOn: TODAY })[0]?.reminders.map(({ day }) => day);
    expect(days).toEqual([80, 88, 90].map((count) => addDays(ARRIVED, count)));
  });

  test('X3: a note written later takes no step away', () => {
    const before = planned({ changedOn: ARRIVED });
    expect(planned({ before, changedOn: TODAY })).toEqual(before);
  });

  test('X3: no link and no Apple ID in it, whatever the order holds', () => {
    const input = { inboxLink: 'https://inbox.example/s3cret', buyerAppleId: 'buyer@nordby.example' };
    const whole = JSON.stringify(planned({ input }));
    expect(whole).toContain('4500218837');
    for (const secret of ['s3cret', 'inbox.example', '@']) expect(whole).not.toContain(secret);
  });
});

describe('the words of a reminder', () => {
  const hemta = 'Hämta kredit, 25 000 kr | 4500218837.';
  test.each([
    [60, 'onItsDay', `${hemta} Sista dagen är 3 dec, 30 dagar kvar.`],
    [88, 'onItsDay', `${hemta} Sista dagen är 3 dec, 2 dagar kvar.`],
    [90, 'onItsDay', `${hemta} Sista dagen är i dag.`],
    [60, 'later', `${hemta} Sista dagen är 3 dec. Påminnelse från 3 nov.`],
    [80, 'missed', 'Återsänd kredit, 25 000 kr | 4500218837. Sista dagen var 3 dec. Påminnelse från 23 nov.'],
  ] as const)('X3: day %i, %s', (count, when, words) => {
    expect(said({}, count, when)).toBe(words);
  });

  test('X3: a provisional count says so, and never that something was missed', () => {
    const steps = [['ordered', ARRIVED]] as const;
    expect(said({ steps, input: { orderDate: ARRIVED } }, 80, 'missed')).toBe(
      'Har mejlet kommit? 25 000 kr | 4500218837. Sista dagen var 3 dec. Räknat från orderdagen. Påminnelse från 23 nov.',
    );
  });

  test('X3: without a number or an amount', () => {
    expect(said({ input: { orderNumber: '', amount: '' } }, 90, 'onItsDay')).toBe(
      'Hämta kredit | Order utan nummer. Sista dagen är i dag.',
    );
  });

  test('X14: in English', () => {
    expect(said({ language: 'en' }, 60, 'onItsDay')).toBe(
      'Download credit, SEK 25,000 | 4500218837. The last day is 3 Dec, 30 days left.',
    );
    expect(said({ language: 'en' }, 80, 'missed')).toBe(
      'Resend credit, SEK 25,000 | 4500218837. The last day was 3 Dec. Reminder from 23 Nov.',
    );
  });
});

test('B2: a token is reminded of 60, 30, 14, 7 and 0 days before its last one, and its reminder leads to it', () => {
  const lastDay = '2026-12-14';
  const file = { organization: 'Nordby kommun', expiresAt: `${lastDay}T09:26:53Z`, lastDay };
  const said = { ...BLANK_TOKEN, name: 'Grundskolor', appleId: 'vpp@nordby.example' };
  const born = { edition: 'apple-licences.accounts-2016', knowsForGood: true, others: [] };
  const token = recordOf(valueOf(takeToken('token-1', said, { file, fingerprint: 'f' }, born, doingOn())));
  const [item] = plannedItems([{ ...token, updatedAt: Date.parse('2026-01-01T12:00:00') }], [], TODAY, textsOf('sv'));
  expect(item).toMatchObject({ id: 'token-1.apple-licences.token-year', on: lastDay, address: '/tokens/token-1' });
  const days = item?.reminders.map(({ day }) => day);
  expect(days).toEqual(['2026-10-15', '2026-11-14', '2026-11-30', '2026-12-07', lastDay]);
  expect(plain(item?.reminders[1]?.onItsDay.title ?? '')).toContain('Förnya token');
});
