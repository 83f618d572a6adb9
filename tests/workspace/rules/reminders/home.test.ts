import { describe, expect, test } from 'vitest';
import { addDays } from '#core/day/day.ts';
import {
  filterRows,
  filtersOf,
  groupDeadlines,
  homeRows,
  isNow,
  rowsShown,
  type HomeRow,
} from '#workspace/rules/reminders/home.ts';
import { newPerson } from '#workspace/rules/people/person-commands.ts';
import { orderWith, recordOf } from '#tests/factories/credit.ts';

const TODAY = '2026-11-20';

/** An order whose ninety days end on a day. */
const due = (id: string, lastDay: string, owner = 'sara') =>
  orderWith([['ready', addDays(lastDay, -90)]], { owner }, id);

const section = (id: string, rows: readonly HomeRow[]): string => {
  const groups = groupDeadlines(rows, TODAY);
  const found = (['now', 'soon', 'later'] as const).find((name) =>
    groups[name].some(({ record }) => record.id === id),
  );
  return found ?? 'none';
};

describe('X1: home groups what is due', () => {
  test.each([
    ['2026-11-12', 'now', -8, 'late', 'resend-credit'],
    ['2026-11-19', 'now', -1, 'late', 'resend-credit'],
    ['2026-11-20', 'now', 0, 'soon', 'download-credit'],
    ['2026-11-21', 'now', 1, 'soon', 'download-credit'],
    ['2026-11-22', 'soon', 2, 'soon', 'download-credit'],
    ['2026-12-03', 'soon', 13, 'soon', 'download-credit'],
    ['2026-12-04', 'soon', 14, 'soon', 'download-credit'],
    ['2026-12-05', 'soon', 15, 'calm', 'download-credit'],
    ['2026-12-20', 'soon', 30, 'calm', 'download-credit'],
    ['2026-12-21', 'later', 31, 'calm', 'download-credit'],
    ['2027-01-14', 'later', 55, 'calm', 'download-credit'],
  ])(
    'X1: last day %s is under %s with %i days, %s, to %s',
    (lastDay, where, days, urgency, action) => {
      const rows = homeRows([due('order-1', lastDay)], TODAY);
      expect(section('order-1', rows)).toBe(where);
      expect(rows[0]).toMatchObject({ days, urgency, action });
    },
  );

  test('X1: a credit whose last day is tomorrow is under do now, above what is farther off, and is counted there', () => {
    const rows = homeRows(
      [
        due('later', '2026-12-08'),
        due('tomorrow', '2026-11-21'),
        due('today', '2026-11-20'),
        due('late', '2026-11-12'),
      ],
      TODAY,
    );
    expect(groupDeadlines(rows, TODAY).now.map(({ record }) => record.id)).toEqual([
      'late',
      'today',
      'tomorrow',
    ]);
    expect(rows.filter(isNow)).toHaveLength(3);
    expect(section('later', rows)).toBe('soon');
  });

  test('X1: the earliest comes first, and what has no deadline is not there', () => {
    const records = [
      due('late-b', '2026-11-15'),
      due('near', '2026-12-03'),
      due('late-a', '2026-11-12'),
      orderWith([], {}, 'draft'),
      orderWith(
        [
          ['ready', '2026-09-04'],
          ['downloaded', '2026-10-01'],
        ],
        {},
        'done',
      ),
      recordOf(newPerson('sara', 'Sara Lindholm')),
    ];
    expect(homeRows(records, TODAY).map(({ record }) => record.id)).toEqual([
      'late-a',
      'late-b',
      'near',
    ]);
    expect(homeRows(records, TODAY).filter(isNow)).toHaveLength(2);
  });

  test('X1: a count from an assumed day asks for the mail, and never says that the credit must be sent again', () => {
    const [row] = homeRows(
      [orderWith([['ordered', '2026-08-01']], { orderDate: '2026-08-01' })],
      TODAY,
    );
    expect(row).toMatchObject({
      urgency: 'late',
      action: 'enter-mail-day',
      deadline: { provisional: true },
    });
  });

  test('X1: a record of a kind that a newer app made has no row', () => {
    expect(homeRows([{ ...due('order-1', '2026-12-03'), kind: 'lease' }], TODAY)).toEqual([]);
  });
});

describe('X1: home filters by owner and programme', () => {
  const rows = homeRows(
    [
      due('a', '2026-12-01', 'sara'),
      due('b', '2026-12-02', 'johan'),
      due('c', '2026-12-03', 'sara'),
      due('d', '2026-12-04', ''),
    ],
    TODAY,
  );

  test.each([
    ['all', ['a', 'b', 'c', 'd']],
    ['mine', ['a', 'c']],
    ['person:johan', ['b']],
    ['apple-credit', ['a', 'b', 'c', 'd']],
    ['adobe-vip', []],
  ] as const)('X1: %s shows %j', (filter, ids) => {
    expect(filterRows(rows, filter, 'sara').map(({ record }) => record.id)).toEqual(ids);
  });

  test('X18: what someone is deputy of is among theirs', () => {
    const [first] = homeRows(
      [
        {
          ...due('e', '2026-12-05', 'johan'),
          data: { ...due('e', '2026-12-05', 'johan').data, deputy: 'sara' } as never,
        },
      ],
      TODAY,
    );
    const withDeputy = [...rows, first!];
    expect(filterRows(withDeputy, 'mine', 'sara').map(({ record }) => record.id)).toEqual([
      'a',
      'c',
      'e',
    ]);
    expect(filterRows(withDeputy, 'person:sara', 'johan').map(({ record }) => record.id)).toEqual([
      'a',
      'c',
      'e',
    ]);
    expect(filterRows(withDeputy, 'mine', 'johan').map(({ record }) => record.id)).toEqual([
      'b',
      'e',
    ]);
  });

  test('X1: a list shows what its filter lets through, and all once nothing of that is left', () => {
    expect(rowsShown(rows, 'person:johan', 'sara').map(({ record }) => record.id)).toEqual(['b']);
    expect(rowsShown(rows, 'adobe-vip', 'sara')).toBe(rows);
    expect(rowsShown(rows, 'mine', '')).toBe(rows);
  });

  test('X1: only filters that lead somewhere are offered, with their counts', () => {
    expect(filtersOf(rows, 'sara').map(({ filter, count }) => `${filter} ${count}`)).toEqual([
      'all 4',
      'mine 2',
      'apple-credit 4',
      'person:johan 1',
    ]);
    // A device that only reads may be nobody's.
    expect(filtersOf(rows, '').map(({ filter }) => filter)).not.toContain('mine');
    expect(filtersOf([], 'sara')).toEqual([{ filter: 'all', count: 0 }]);
  });
});
