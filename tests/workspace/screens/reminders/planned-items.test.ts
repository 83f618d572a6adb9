import { describe, expect, test } from 'vitest';
import { addDays } from '#core/day/day.ts';
import type {
  OrderInput,
  OrderStepKind,
} from '#programmes/apple-credit/rules/order/order-commands.ts';
import { dueReminders, type PlannedItem } from '#core/reminder/planned-reminder.ts';
import type { Change } from '#core/record/record.ts';
import { reminders as english } from '#workspace/words/en/reminders.ts';
import type { Language } from '#core/language/language.ts';
import { reminders as swedish } from '#workspace/words/sv/reminders.ts';
import { BLANK_TOKEN, takeToken } from '#programmes/apple-licences/rules/token/token-commands.ts';
import { plannedItems } from '#workspace/screens/reminders/planned-items.ts';
import { orderWith, recordOf, valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { shellTexts } from '#tests/ui/texts.ts';

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

const planned = ({
  steps = [['ready', ARRIVED]],
  input,
  before = [],
  changedOn,
  language = 'sv',
}: Given = {}) => {
  const updatedAt = changedOn === undefined ? 0 : Date.parse(`${changedOn}T12:00:00`);
  const order = { ...orderWith(steps, { ...input }), updatedAt };
  return plannedItems([order], before, TODAY, textsOf(language));
};

const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ');

const sentence = (given: Given, count: number, when: 'onItsDay' | 'later' | 'missed'): string => {
  const reminder = planned(given)[0]?.reminders.find(({ day }) => day === addDays(ARRIVED, count));
  const { title, body } = reminder?.[when] ?? { title: 'none', body: '' };
  return plain(`${title} | ${body}`);
};

describe('what the plan holds of an order', () => {
  test('X3: its last day, its address and days 60, 80, 88 and 90', () => {
    expect(planned()).toMatchObject([
      {
        id: 'order-1.apple-credit.inbox',
        rule: 'apple-credit.inbox',
        on: '2026-12-03',
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
    expect(reminder?.missed.body).toBe(
      '4500218837. Skulle ha gjorts 25 nov. Påminnelse från 25 nov.',
    );
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
    const input = {
      inboxLink: 'https://inbox.example/s3cret',
      buyerAppleId: 'buyer@nordby.example',
    };
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
    [
      80,
      'missed',
      'Återsänd kredit, 25 000 kr | 4500218837. Sista dagen var 3 dec. Påminnelse från 23 nov.',
    ],
  ] as const)('X3: day %i, %s', (count, when, words) => {
    expect(sentence({}, count, when)).toBe(words);
  });

  test('X3: a provisional count says so, and never that something was missed', () => {
    const steps = [['ordered', ARRIVED]] as const;
    expect(sentence({ steps, input: { orderDate: ARRIVED } }, 80, 'missed')).toBe(
      'Har mejlet kommit? 25 000 kr | 4500218837. Sista dagen var 3 dec. Räknat från orderdagen. Påminnelse från 23 nov.',
    );
  });

  test('X3: without a number or an amount', () => {
    expect(sentence({ input: { orderNumber: '', amount: '' } }, 90, 'onItsDay')).toBe(
      'Hämta kredit | Order utan nummer. Sista dagen är i dag.',
    );
  });

  test('X14: in English', () => {
    expect(sentence({ language: 'en' }, 60, 'onItsDay')).toBe(
      'Download credit, SEK 25,000 | 4500218837. The last day is 3 Dec, 30 days left.',
    );
    expect(sentence({ language: 'en' }, 80, 'missed')).toBe(
      'Resend credit, SEK 25,000 | 4500218837. The last day was 3 Dec. Reminder from 23 Nov.',
    );
  });
});

test('B2: a token is reminded of 60, 30, 14, 7 and 0 days before its last one, and its reminder leads to it', () => {
  const lastDay = '2026-12-14';
  const file = { organization: 'Nordby kommun', expiresAt: `${lastDay}T09:26:53Z`, lastDay };
  const input = { ...BLANK_TOKEN, name: 'Grundskolor', appleId: 'vpp@nordby.example' };
  const born = { edition: 'apple-licences.accounts-2016', knowsForGood: true, others: [] };
  const token = recordOf(
    valueOf(takeToken('token-1', input, { file, fingerprint: 'f' }, born, doingOn())),
  );
  const [item] = plannedItems(
    [{ ...token, updatedAt: Date.parse('2026-01-01T12:00:00') }],
    [],
    TODAY,
    textsOf('sv'),
  );
  expect(item).toMatchObject({
    id: 'token-1.apple-licences.token-year',
    on: lastDay,
    address: '/tokens/token-1',
  });
  const days = item?.reminders.map(({ day }) => day);
  expect(days).toEqual(['2026-10-15', '2026-11-14', '2026-11-30', '2026-12-07', lastDay]);
  expect(plain(item?.reminders[1]?.onItsDay.title ?? '')).toContain('Förnya token');
});

describe('a change that brings a date nearer, or a record back', () => {
  const at = (day: string): number => Date.parse(`${day}T12:00:00`);
  const born = { edition: 'apple-licences.accounts-2016', knowsForGood: true, others: [] };
  const tokenUntil = (
    lastDay: string,
    changedOn: string,
    { id = 'token-1', history = [] as readonly Change[] } = {},
  ) => {
    const file = { organization: 'Nordby kommun', expiresAt: `${lastDay}T09:26:53Z`, lastDay };
    const input = { ...BLANK_TOKEN, name: 'Grundskolor', appleId: 'vpp@nordby.example' };
    const token = recordOf(
      valueOf(takeToken(id, input, { file, fingerprint: id }, born, doingOn())),
    );
    return { ...token, updatedAt: at(changedOn), history };
  };
  const restored = (lastDay: string, on: string, id = 'token-1') => {
    const entry = {
      id: 'h',
      at: at(on),
      by: 'sara',
      field: 'trashedOn',
      from: '2027-05-01',
      to: '',
    };
    return tokenUntil(lastDay, on, { id, history: [entry] });
  };
  type Records = readonly ReturnType<typeof tokenUntil>[];
  const plan = (records: Records, before: readonly PlannedItem[], today: string) =>
    plannedItems(records, before, today, textsOf('sv'));
  const told = (
    items: readonly PlannedItem[],
    today: string,
    { after = '2027-01-01', shown = [] as string[] } = {},
  ) => dueReminders({ workspace: 'w', after, items }, new Set(shown), today);
  const daysOf = (due: ReturnType<typeof told>) => due.map(({ day }) => day);

  const before = plan([tokenUntil('2027-06-08', '2027-01-01')], [], '2027-04-09');
  const shownBefore = told(before, '2027-04-09').flatMap(({ marks }) => marks);

  test('X3: moved from 8 June to 8 May on 10 April, the step of 8 April is shown at once, with the right date', () => {
    const items = plan([tokenUntil('2027-05-08', '2027-04-10')], before, '2027-04-10');
    const due = told(items, '2027-04-10', { shown: shownBefore });
    expect(daysOf(due)).toEqual(['2027-04-08']);
    expect(plain(due[0]!.words.body)).toMatch(
      /Sista dagen är 8 maj \d\d:\d\d\. Påminnelse från 8 apr\./,
    );
    // Told once: also by the plan of another day, and whatever else is written of the record.
    const shown = [...shownBefore, ...due.flatMap(({ marks }) => marks)];
    const later = plan([tokenUntil('2027-05-08', '2027-04-12')], items, '2027-04-12');
    expect(told(later, '2027-04-12', { shown })).toEqual([]);
    expect(daysOf(told(later, '2027-04-24', { shown }))).toEqual(['2027-04-24']);
  });

  test('X3: on a device that has been in use only since the day before, it is shown as well', () => {
    const items = plan([tokenUntil('2027-05-08', '2027-04-10')], before, '2027-04-10');
    expect(daysOf(told(items, '2027-04-10', { after: '2027-04-09', shown: shownBefore }))).toEqual([
      '2027-04-08',
    ]);
  });

  test('X3: of several steps that a change passed only the newest is shown', () => {
    const far = plan([tokenUntil('2027-12-08', '2027-01-01')], [], '2027-04-09');
    const items = plan([tokenUntil('2027-04-20', '2027-04-10')], far, '2027-04-10');
    expect(daysOf(told(items, '2027-04-10'))).toEqual(['2027-04-06']);
  });

  test('X3: if a step has fallen since the change, that one is shown and no earlier one', () => {
    const items = plan([tokenUntil('2027-05-08', '2027-04-10')], before, '2027-04-24');
    expect(daysOf(told(items, '2027-04-24', { shown: shownBefore }))).toEqual(['2027-04-24']);
  });

  test('X3: a day that was shown for the old date is shown for the new one, but not for one that comes back', () => {
    expect(daysOf(told(before, '2027-04-09'))).toEqual(['2027-04-09']);
    const moved = plan([tokenUntil('2027-05-09', '2027-04-10')], before, '2027-04-10');
    const due = told(moved, '2027-04-10', { shown: shownBefore });
    expect(daysOf(due)).toEqual(['2027-04-09']);
    const shown = [...shownBefore, ...due.flatMap(({ marks }) => marks)];
    const back = plan([tokenUntil('2027-06-08', '2027-04-11')], moved, '2027-04-11');
    expect(told(back, '2027-04-11', { shown })).toEqual([]);
    const again = plan([tokenUntil('2027-05-09', '2027-04-12')], back, '2027-04-12');
    expect(told(again, '2027-04-12', { shown })).toEqual([]);
  });

  test('X3: a step that was shown on its day is not shown again when its date moves away and comes back', () => {
    const near = plan([tokenUntil('2027-05-09', '2027-01-01')], [], '2027-04-09');
    const shown = told(near, '2027-04-09').flatMap(({ marks }) => marks);
    const away = plan([tokenUntil('2027-06-09', '2027-04-10')], near, '2027-04-10');
    const back = plan([tokenUntil('2027-05-09', '2027-04-11')], away, '2027-04-11');
    expect(told(back, '2027-04-11', { shown })).toEqual([]);
  });

  test('X3: restored on 20 May, a token tells of 9 May, unless it did before it was thrown away', () => {
    const items = plan([restored('2027-06-08', '2027-05-20')], [], '2027-05-20');
    expect(daysOf(told(items, '2027-05-20'))).toEqual(['2027-05-09']);
    const known = plan([tokenUntil('2027-06-08', '2027-01-01')], [], '2027-05-09');
    const shown = told(known, '2027-05-09').flatMap(({ marks }) => marks);
    expect(told(items, '2027-05-20', { shown })).toEqual([]);
  });

  test.each([
    ['the day after', '2027-05-21', ['2027-05-09']],
    ['as long after that it is news no more', '2027-06-30', []],
  ])('X3: restored on 20 May and edited %s before this device heard of it', (_, edited, days) => {
    const token = { ...restored('2027-06-08', '2027-05-20'), updatedAt: at(edited) };
    expect(daysOf(told(plan([token], [], edited), edited))).toEqual(days);
  });

  test('X3: a date that is moved away, and a record that is new, tell of nothing that has passed', () => {
    const later = plan([tokenUntil('2027-06-20', '2027-05-28')], before, '2027-05-28');
    expect(told(later, '2027-05-28', { shown: shownBefore })).toEqual([]);
    expect(
      told(plan([tokenUntil('2027-05-08', '2027-04-10')], [], '2027-04-10'), '2027-04-10'),
    ).toEqual([]);
  });

  test('X3: of five hundred that come back at once five are shown, those whose last day is nearest', () => {
    const many = Array.from({ length: 500 }, (_, at) =>
      restored(addDays('2027-06-01', at % 20), '2027-05-28', `token-${at}`),
    );
    const items = plan(many, [], '2027-05-28');
    const due = told(items, '2027-05-28').filter(({ day }) => day !== '2027-05-28');
    expect(due).toHaveLength(5);
    expect(
      new Set(due.map(({ tag }) => items.find(({ id }) => tag.includes(`:${id}:`))?.on)),
    ).toEqual(new Set(['2027-06-01']));
  });

  test('X3: of several steps that a new edition brings, only the newest that has passed is shown', () => {
    const whole = planned({ changedOn: ARRIVED });
    const without = whole.map((item) => ({ ...item, reminders: item.reminders.slice(-1) }));
    const days = plannedItems(
      [{ ...orderWith([['ready', ARRIVED]]), updatedAt: at(ARRIVED) }],
      without,
      addDays(ARRIVED, 89),
      textsOf('sv'),
    )[0]?.reminders.map(({ day }) => day);
    expect(days).toEqual([88, 90].map((count) => addDays(ARRIVED, count)));
  });
});
