import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reminderDays } from '#core/reminder/reminder.ts';
import { addDays, NEEDS_A_HAND } from '#core/day/day.ts';
import { withStep, WITHDRAWN, type Step } from '#core/record/step.ts';
import { tokenDeadlines } from '#programmes/apple-licences/rules/token/token-deadlines.ts';
import {
  findingOf,
  renewalOf,
  tokenState,
} from '#programmes/apple-licences/rules/token/token-life.ts';
import { doingOn } from '#tests/factories/doing.ts';

const LAST = '2026-12-14';
const END = { lastDay: LAST, expiresAt: '' };

/** Steps of a token, each on its day, written one after the other. */
const stepsOf = (...done: readonly (readonly [string, string])[]): Step[] => {
  const doing = doingOn();
  return done.reduce<Step[]>((steps, [kind, on]) => withStep(steps, { kind, on }, doing), []);
};

describe('B2: the state of a token', () => {
  test.each([
    ['2026-11-13', 'valid'],
    ['2026-11-14', 'expiring'],
    ['2026-12-13', 'expiring'],
    ['2026-12-14', 'expiring'],
    ['2026-12-15', 'expired'],
  ])(
    'B2: on %s it is %s: thirty days before the last one it is soon over, and the last day counts',
    (today, state) => {
      expect(tokenState(END, stepsOf(['taken', '2025-12-14']), today)).toBe(state);
    },
  );

  test.each([
    [
      'revoked',
      [
        ['taken', '2025-12-14'],
        ['revoked', '2026-03-01'],
      ],
    ],
    [
      'invalid',
      [
        ['taken', '2025-12-14'],
        ['invalid', '2026-03-01'],
      ],
    ],
    [
      'claimed',
      [
        ['taken', '2025-12-14'],
        ['claimed', '2026-03-01'],
      ],
    ],
    [
      'duplicate',
      [
        ['taken', '2025-12-14'],
        ['duplicate', '2026-03-01'],
      ],
    ],
    [
      'invalid',
      [
        ['taken', '2025-12-14'],
        ['revoked', '2026-03-01'],
        ['invalid', '2026-03-02'],
      ],
    ],
    [
      'valid',
      [
        ['taken', '2025-12-14'],
        ['claimed', '2026-03-01'],
        ['found-valid', '2026-03-02'],
      ],
    ],
    [
      'valid',
      [
        ['taken', '2025-12-14'],
        ['revoked', '2026-03-01'],
        ['renewed', '2026-03-02'],
      ],
    ],
  ] as const)(
    'B2: found to be so it is %s, until someone finds otherwise or a new file comes',
    (state, steps) => {
      expect(tokenState(END, stepsOf(...steps), '2026-05-01')).toBe(state);
    },
  );

  test('B2: revoked is distinguished from expired, whatever day it is', () => {
    expect(
      tokenState(END, stepsOf(['taken', '2025-12-14'], ['revoked', '2026-03-01']), '2027-01-01'),
    ).toBe('revoked');
  });

  test('B2: a finding that was taken back does not count', () => {
    const steps = stepsOf(['taken', '2025-12-14'], ['revoked', '2026-03-01']);
    const back = withStep(
      steps,
      { kind: WITHDRAWN, on: '2026-03-02', withdraws: steps[1]?.id ?? '' },
      doingOn(),
    );
    expect(findingOf(back)).toBeUndefined();
  });
});

test('B2: it reminds 60, 30, 14, 7 and 0 days before its last day, and is amber for thirty', () => {
  const [deadline] = tokenDeadlines(END, stepsOf(['taken', '2025-12-14']));
  if (deadline?.reminders === undefined) throw new Error('it never reminds');
  expect(reminderDays({ on: deadline.on, steps: deadline.reminders })).toEqual([
    '2026-10-15',
    '2026-11-14',
    '2026-11-30',
    '2026-12-07',
    '2026-12-14',
  ]);
  expect([deadline.on, deadline.warnFrom, deadline.from]).toEqual([
    LAST,
    '2026-11-14',
    '2025-12-14',
  ]);
});

test('B2: one that no longer counts needs a hand at once, and reminds of no day', () => {
  const [deadline] = tokenDeadlines(
    END,
    stepsOf(['taken', '2025-12-14'], ['revoked', '2026-03-01']),
  );
  expect(deadline).toMatchObject({ on: NEEDS_A_HAND, action: 'token-revoked' });
  expect(deadline?.reminders).toBeUndefined();
});

test('B2: a record without a last day has no deadline', () => {
  expect(tokenDeadlines({ lastDay: '', expiresAt: '' }, [])).toEqual([]);
});

describe('B6: the renewal', () => {
  const done = (...steps: (readonly [string, string])[]): (string | undefined)[] =>
    renewalOf(stepsOf(...steps)).map((step) => step.done?.on);

  test('B6: it has five steps, and what is ticked is done', () => {
    expect(renewalOf([]).map(({ kind }) => kind)).toEqual([
      'signed-in',
      'downloaded',
      'uploaded',
      'renewed',
      'checked',
    ]);
    expect(
      done(['taken', '2025-12-14'], ['signed-in', '2026-11-19'], ['downloaded', '2026-11-20']),
    ).toEqual(['2026-11-19', '2026-11-20', undefined, undefined, undefined]);
  });

  test('B6: with its last step it is over, and the next one begins empty', () => {
    const first = [
      ['taken', '2025-12-14'],
      ['signed-in', '2026-11-19'],
      ['downloaded', '2026-11-19'],
      ['uploaded', '2026-11-19'],
      ['renewed', '2026-11-20'],
      ['checked', '2026-11-20'],
    ] as const;
    expect(done(...first)).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect(done(...first, ['signed-in', '2027-11-01'])[0]).toBe('2027-11-01');
  });

  test('B6: one that nobody checked is over when someone signs in for the next', () => {
    const steps = [
      ['taken', '2025-12-14'],
      ['signed-in', '2026-11-19'],
      ['renewed', '2026-11-20'],
    ] as const;
    expect(done(...steps)).toEqual(['2026-11-19', undefined, undefined, '2026-11-20', undefined]);
    expect(done(...steps, ['signed-in', '2027-11-01'])).toEqual([
      '2027-11-01',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('B6, X8: the order in which steps are stored changes neither state nor renewal', () => {
    const kind = fc.constantFrom(
      'signed-in',
      'downloaded',
      'uploaded',
      'renewed',
      'checked',
      'revoked',
      'found-valid',
    );
    const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2025-12-14', days));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(kind, day), { maxLength: 12 }),
        fc.infiniteStream(fc.nat()),
        (written, order) => {
          const steps = stepsOf(['taken', '2025-12-14'], ...written);
          const keys = new Map(steps.map(({ id }) => [id, order.next().value as number]));
          const other = steps.toSorted((a, b) => (keys.get(a.id) ?? 0) - (keys.get(b.id) ?? 0));
          expect(renewalOf(other)).toEqual(renewalOf(steps));
          expect(tokenState(END, other, '2026-11-20')).toBe(tokenState(END, steps, '2026-11-20'));
        },
      ),
    );
  });
});

test.each([
  ['2028-12-14', '2027-12-14'],
  // With a leap day in between.
  ['2028-09-04', '2027-09-04'],
  ['2029-02-28', '2028-02-28'],
  ['2028-02-29', '2027-02-28'],
])(
  'B2: the year of a token that ends %s began on the same date of the calendar, %s',
  (lastDay, from) => {
    expect(tokenDeadlines({ lastDay, expiresAt: '' }, [])[0]?.from).toBe(from);
  },
);
