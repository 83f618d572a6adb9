import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '#core/day/day.ts';
import { placeLabels, type TapeLabel } from '#ui/tape/tape-labels.ts';
import { barTop, groupPegs, ticksOf } from '#ui/tape/tape.ts';

const TODAY = '2026-11-20';

describe('A7: the tape is drawn to scale', () => {
  test('A7: one tick per day, none for today, past grey and the days left counted', () => {
    const ticks = ticksOf({
      from: '2026-09-04',
      to: '2026-12-03',
      today: TODAY,
      countFrom: '2026-11-21',
      countTo: '2026-12-03',
      marks: ['2026-11-03'],
    });
    const count = (state: string): number => ticks.filter((tick) => tick.state === state).length;
    expect([ticks.length, count('past'), count('count'), count('rest')]).toEqual([90, 77, 13, 0]);
    expect(ticks.filter(({ tall }) => tall).map(({ at }) => at)).toEqual([60]);
    expect(ticks.some(({ at }) => at === daysBetween('2026-09-04', TODAY))).toBe(false);
  });
});

describe('X1: pegs of the tape', () => {
  const peg = (days: number, tone: 'late' | 'soon' | 'calm' = 'calm') => ({
    on: addDays(TODAY, days),
    tone,
  });

  test('X1: days closer than two share one peg with the count and the most urgent tone', () => {
    const groups = groupPegs(
      [peg(23, 'soon'), peg(24), peg(20), peg(-8, 'late')],
      addDays(TODAY, -12),
      addDays(TODAY, 92),
    );
    expect(groups.map(({ at, count, tone }) => [at, count, tone])).toEqual([
      [4, 1, 'late'],
      [32, 1, 'calm'],
      [35.5, 2, 'soon'],
    ]);
  });

  test('X1: a day outside the tape has no peg', () => {
    expect(
      groupPegs([peg(-40, 'late'), peg(200)], addDays(TODAY, -12), addDays(TODAY, 92)),
    ).toEqual([]);
  });

  // A phone's tape on home: 104 days on 358 px.
  const PX = 358 / 104;
  const onPhone = (days: readonly number[]) =>
    groupPegs(
      days.map((at) => peg(at)),
      addDays(TODAY, -12),
      addDays(TODAY, 92),
      PX,
    );

  test('X1: dots that would cover one another share one, however many days apart', () => {
    expect(onPhone([10, 12]).map(({ at, count }) => [at, count])).toEqual([[23, 2]]);
    expect(onPhone([10, 13]).map(({ count }) => count)).toEqual([1, 1]);
    // Two that share one are wider, and reach the third.
    expect(onPhone([10, 10, 13]).map(({ count }) => count)).toEqual([3]);
    const many = onPhone(Array.from({ length: 40 }, (_, at) => 2 + at * 2));
    for (const [at, group] of many.entries()) {
      const before = many[at - 1];
      if (before !== undefined)
        expect((group.at - before.at) * PX).toBeGreaterThanOrEqual(dot(before) + dot(group));
    }
    expect(many.reduce((sum, { count }) => sum + count, 0)).toBe(40);
    expect(many.length).toBeGreaterThan(5);
  });
  const dot = ({ count }: { readonly count: number }): number => (count > 1 ? 7.5 : 4.5);

  test("X1: today's bar ends below a dot that is on it or beside it", () => {
    const of = (days: readonly number[]) => barTop(onPhone(days), 12, PX);
    expect(of([20])).toBe(12);
    expect([of([0]), of([1]), of([-1])]).toEqual([9, 9, 9]);
    expect(of([0, 1])).toBe(6);
    expect(of([3])).toBe(12);
  });
});

describe('X14: words under the tape', () => {
  const xOf = (day: string): number => daysBetween('2026-09-04', day) * 3.6;
  const last: TapeLabel = { on: '2026-12-03', text: '3 dec', tone: 'soon', anchor: 'end' };
  const first: TapeLabel = { on: '2026-09-04', text: '4 sep', anchor: 'start' };
  const place = (today: string, labels: readonly TapeLabel[], scale = 1) =>
    placeLabels({ labels, today: { text: 'i dag', x: xOf(today) }, xOf, width: 324, scale });

  test('X14: today makes way for the last day, and both stay', () => {
    const placed = place('2026-12-02', [first, last]);
    expect(placed.map(({ text }) => text).sort()).toEqual(['3 dec', '4 sep', 'i dag']);
    const now = placed.find(({ tone }) => tone === 'now');
    const end = placed.find(({ tone }) => tone === 'soon');
    expect((now?.left ?? 0) + 5 * 6).toBeLessThan(end?.left ?? 0);
  });

  test('X14: past the last day, today comes after it, and the last day makes way', () => {
    const xOf = (day: string): number => (day === '2026-11-17' ? 345 : 358);
    const last = {
      on: '2026-11-17',
      text: '17 nov',
      tone: 'late' as const,
      anchor: 'end' as const,
    };
    const placed = placeLabels({
      labels: [last],
      today: { text: 'i dag', x: 358 },
      xOf,
      width: 358,
      scale: 1,
    });
    const [day, now] = [
      placed.find(({ text }) => text === '17 nov'),
      placed.find(({ text }) => text === 'i dag'),
    ];
    expect((day?.left ?? 0) + 36).toBeLessThan(now?.left ?? 0);
    expect(now?.left).toBe(358 - 30);
  });

  test('X14: the day before the last day, today is left of it, however long the name of the last day is', () => {
    const placed = placeLabels({
      labels: [{ on: '2026-11-29', text: '29 nov, sista dagen', tone: 'late', anchor: 'end' }],
      today: { text: 'i dag', x: 350 },
      xOf: () => 358,
      width: 358,
      scale: 1,
    });
    const [day, now] = [
      placed.find(({ tone }) => tone === 'late'),
      placed.find(({ tone }) => tone === 'now'),
    ];
    expect((now?.left ?? 358) + 5 * 6).toBeLessThan(day?.left ?? 0);
  });

  test('X14: no word leaves the tape, not even on its last days', () => {
    for (const today of ['2026-12-01', '2026-12-02', '2026-12-03', '2026-09-04']) {
      for (const { text, left } of place(today, [first, { ...last, text: '21 nov' }])) {
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left + text.length * 6).toBeLessThanOrEqual(324);
      }
    }
  });

  test('X14: a plain label goes when it would be under another', () => {
    expect(place('2026-09-06', [first, last]).map(({ text }) => text)).toEqual(['3 dec', 'i dag']);
    const month: TapeLabel = { on: '2026-11-03', text: '3 nov' };
    expect(place(TODAY, [first, month, last]).map(({ text }) => text)).toContain('3 nov');
    const days = ['2026-09-20', '2026-10-04', '2026-10-18', '2026-11-03'];
    const many = days.map((on, at): TapeLabel => ({ on, text: String(at) }));
    expect(place(TODAY, [...many, last])).toHaveLength(4);
    expect(place(TODAY, [first, month, last], 2).map(({ text }) => text)).not.toContain('3 nov');
  });
});
