import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  handOut,
  redeem,
  reveal,
  takeBack,
} from '#programmes/apple-credit/rules/code/code-commands.ts';
import { hasLog } from '#programmes/apple-credit/rules/code/code-log.ts';
import type { RedemptionCode } from '#programmes/apple-credit/rules/code/redemption-code.ts';
import { addDays, type Day } from '#core/day/day.ts';
import { kinds, type KindId } from '#programmes/kinds.ts';
import { livedSince, withToday, type LivedDay } from '#core/day/lived-days.ts';
import type { VolymRecord } from '#core/record/record.ts';
import {
  daysLeftInTrash,
  isTrashTimeOver,
  lastDayInTrash,
  trash30,
  whyKept,
} from '#programmes/trash-days.ts';
import { stored } from '#data/records/envelope.ts';
import { codeWith, recordOf, valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { examples } from '#tests/factories/examples.ts';

const THROWN = '2026-11-20';
const doing = doingOn(THROWN);
const thrown = (kind: KindId, more: Partial<VolymRecord> = {}): VolymRecord => ({
  ...stored({ ...examples[kind], trashedOn: THROWN }, undefined, doing),
  ...more,
});
/** A device that was used on these days. */
const usedOn = (days: readonly Day[]): readonly LivedDay[] =>
  days.reduce<readonly LivedDay[]>(withToday, []);
const daily = (from: Day, count: number): Day[] =>
  Array.from({ length: count }, (_, at) => addDays(from, at));

describe('X12: thirty days in the trash', () => {
  test('X12: the number is a rule with a day and a source', () => {
    expect(trash30).toMatchObject({
      value: 30,
      unit: 'days',
      validFrom: '2026-11-20',
      source: 'Volym, X12',
    });
  });

  test.each([
    [THROWN, 30],
    ['2026-11-21', 29],
    ['2026-12-20', 0],
    ['2027-06-01', 0],
    // Another device's clock was ahead when it threw the record away.
    ['2026-01-01', 30],
  ])('X12: on %s, %i days are left', (today, left) => {
    expect(daysLeftInTrash({ trashedOn: THROWN }, today)).toBe(left);
    expect(lastDayInTrash({ trashedOn: THROWN })).toBe('2026-12-20');
  });

  test.each<[string, Day, Day[], boolean]>([
    ['the last day is in time', '2026-12-20', daily(THROWN, 31), false],
    ['the day after is not', '2026-12-21', daily(THROWN, 32), true],
    [
      'used once a week',
      '2026-12-25',
      ['2026-11-20', '2026-11-27', '2026-12-04', '2026-12-11', '2026-12-18', '2026-12-25'],
      true,
    ],
    ['a clock turned a year ahead', '2027-11-20', [...daily(THROWN, 2), '2027-11-20'], false],
    [
      'and left there for a week',
      '2027-11-27',
      [...daily(THROWN, 2), ...daily('2027-11-20', 8)],
      false,
    ],
    [
      'turned back, then the days as they come',
      '2026-12-21',
      ['2026-11-20', '2027-11-20', ...daily('2026-11-21', 31)],
      true,
    ],
    ['a device that came in yesterday', '2027-02-01', ['2027-01-31', '2027-02-01'], false],
    ['a holiday of five weeks', '2026-12-26', ['2026-11-20', '2026-11-21', '2026-12-26'], false],
  ])('X12: %s', (_, today, days, isOver) => {
    expect(isTrashTimeOver({ trashedOn: THROWN }, today, usedOn(days))).toBe(isOver);
  });

  test('X12: whatever a clock says, nothing goes before the device was used on days that make thirty', () => {
    const day = fc.integer({ min: 0, max: 3_000 }).map((ahead) => addDays(THROWN, ahead));
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 60 }), (days) => {
        const lived = usedOn([THROWN, ...days]);
        const today = days.at(-1) as Day;
        // Each look counts a week at most, so that four of them are never enough.
        const counted = livedSince(lived, THROWN);
        expect(counted).toBeLessThanOrEqual(7 * days.length);
        expect(lived.map(({ on }) => on)).toEqual([...lived.map(({ on }) => on)].sort());
        if (days.length < 5)
          expect(isTrashTimeOver({ trashedOn: THROWN }, today, lived)).toBe(false);
        if (today <= '2026-12-20')
          expect(isTrashTimeOver({ trashedOn: THROWN }, today, lived)).toBe(false);
      }),
    );
  });

  test('X12: used each day, it goes on the thirty-first, however long the device has been in use', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (before) => {
        const days = daily(addDays(THROWN, -before), before + 31);
        expect(isTrashTimeOver({ trashedOn: THROWN }, '2026-12-20', usedOn(days))).toBe(false);
        expect(
          isTrashTimeOver({ trashedOn: THROWN }, '2026-12-21', usedOn([...days, '2026-12-21'])),
        ).toBe(true);
      }),
    );
  });
});

describe('X12: what may go for good', () => {
  const free = codeWith();
  const looked = recordOf(reveal(free, 'check', doing)) as RedemptionCode;
  const out = recordOf(valueOf(handOut(free, { to: '7B', on: THROWN }, doing))) as RedemptionCode;
  const back = recordOf(
    valueOf(takeBack(out, { kind: 'handed-out', reason: 'Fel' }, doing)),
  ) as RedemptionCode;
  const used = recordOf(
    valueOf(redeem(free, { account: '', place: '', on: THROWN }, doing)),
  ) as RedemptionCode;
  const step = { id: 'run-1.1', kind: 'redeemed', on: THROWN, at: 1, by: 'sara' };
  const unsaid = {
    id: 'run-1.1.undone',
    kind: 'withdrawn',
    withdraws: 'run-1.1',
    on: THROWN,
    at: 2,
    by: 'sara',
  };

  test.each<[string, RedemptionCode, boolean]>([
    ['nobody touched', free, false],
    ['was shown', looked, true],
    ['was handed out', out, true],
    ['was handed out, and taken back', back, true],
    ['was redeemed', used, true],
    ['is redeemed as its sheet says', { ...free, steps: [step] }, true],
    ['was redeemed as an import said that is undone', { ...free, steps: [step, unsaid] }, false],
  ])('A6: a code that %s', (_, code, isKept) => {
    expect(hasLog(code)).toBe(isKept);
    const lone = { ...code, trashedOn: THROWN };
    expect(whyKept(lone, [], 'time')).toBe(isKept ? 'has-log' : undefined);
    expect(whyKept(lone, [], 'hand')).toBe(isKept ? 'has-log' : undefined);
    for (const kind of ['credit-order', 'code-batch'] as const) {
      expect(whyKept(thrown(kind), [free, code], 'time')).toBe(isKept ? 'has-log' : 'has-codes');
      expect(whyKept(thrown(kind), [free, code], 'hand')).toBe(isKept ? 'has-log' : undefined);
    }
  });

  test('X12: an order without codes goes by itself; one with an open question waits for its answer', () => {
    expect(whyKept(thrown('credit-order'), [], 'time')).toBeUndefined();
    const answer = { value: '', by: 'sara', at: 1 };
    const asked = thrown('credit-order', {
      clashes: [{ id: 'x', field: 'owner', answers: [answer, answer] }],
    });
    expect(whyKept(asked, [], 'time')).toBe('asked');
    expect(whyKept(asked, [], 'hand')).toBe('asked');
  });

  test('X12: what is not in the trash never goes, nor what the workspace is made of', () => {
    for (const kind of Object.keys(kinds) as KindId[]) {
      expect(whyKept(thrown(kind, { trashedOn: '' }), [], 'hand')).toBe('no-trash');
      if (['workspace', 'keyring', 'person', 'device', 'import-run'].includes(kind))
        expect(whyKept(thrown(kind), [], 'hand')).toBe('no-trash');
    }
  });
});
