import { describe, expect, test } from 'vitest';
import { countsOf } from '#programmes/apple-licences/rules/app/app-counts.ts';
import type { LicenceLine } from '#programmes/apple-licences/rules/licence/licence-line.ts';
import { planLists } from '#programmes/apple-licences/import/plan/plan.ts';
import { isOnlyConfirmed, sourceAge } from '#programmes/apple-licences/import/plan/source-order.ts';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import { NO_CHOICE } from '#core/import/choice.ts';
import type { Step } from '#core/record/step.ts';
import { appWith } from '#tests/factories/apps.ts';
import { readOn } from '#tests/factories/read-on.ts';

const at = (moment: string): number => Date.parse(moment);
const stands = (asOf: string, written = '2026-11-19T08:00:00Z') => ({
  source: 'mdm',
  asOf,
  at: at(written),
});

describe('A5, B9: whether a list’s counts are newer than those here', () => {
  test.each([
    ['nothing is known', '', undefined, 'later'],
    ['another day, without a moment', '', stands(''), 'later'],
    ['the same day, without a moment', '', stands('', '2026-11-20T05:00:00Z'), 'again'],
    [
      'of an earlier day, and written today',
      '',
      stands('2026-11-19T06:00:00Z', '2026-11-20T05:00:00Z'),
      'later',
    ],
    ['of a day, today', '', stands('2026-11-20'), 'again'],
    ['a later moment', '2026-11-20T06:00:00Z', stands('2026-11-19T06:00:00Z'), 'later'],
    ['the same moment', '2026-11-19T06:00:00Z', stands('2026-11-19T06:00:00Z'), 'again'],
    ['an earlier moment', '2026-11-18T06:00:00Z', stands('2026-11-19T06:00:00Z'), 'older'],
    ['a moment before what has none was written', '2026-11-19T06:00:00Z', stands(''), 'older'],
    ['a moment after it', '2026-11-19T09:00:00Z', stands(''), 'later'],
    ['the day on which it was written', '2026-11-19', stands(''), 'again'],
  ] as const)('A5: %s', (_, asOf, known, expected) => {
    expect(sourceAge({ source: 'apple', asOf }, known, { ...readOn(), isSync: false })).toBe(
      expected,
    );
  });

  test('B7: a sync does not repeat what Apple said last, but takes over what another source said', () => {
    const sync = { ...readOn('2026-12-24'), isSync: true };
    expect(sourceAge({ source: 'apple', asOf: '' }, { ...stands(''), source: 'apple' }, sync)).toBe(
      'again',
    );
    expect(sourceAge({ source: 'apple', asOf: '' }, stands('2026-12-24T06:00:00Z'), sync)).toBe(
      'later',
    );
  });

  test('B9: counts that stayed the same are only confirmed', () => {
    const [from, to] = [
      { total: 120, ...stands('2026-11-19') },
      { total: 120, ...stands('2026-11-20') },
    ];
    expect(isOnlyConfirmed({ fields: { said: { from, to } }, steps: [] })).toBe(true);
    expect(
      isOnlyConfirmed({ fields: { said: { from: { ...from, total: 119 }, to } }, steps: [] }),
    ).toBe(false);
    expect(
      isOnlyConfirmed({ fields: { said: { from, to }, name: { from: '', to: 'A' } }, steps: [] }),
    ).toBe(false);
    expect(isOnlyConfirmed({ fields: {}, steps: ['s'] })).toBe(false);
  });
});

const moved = (kind: 'assigned' | 'taken-back', moment: string, count: number): Step => ({
  id: kind,
  kind,
  on: moment.slice(0, 10),
  at: at(moment),
  by: 'sara',
  data: { count: String(count) },
});
const plan = (app: VolumeApp, line: Partial<LicenceLine>, isSync?: true) =>
  planLists(
    {
      name: 'lista.csv',
      file: 'f',
      whole: [],
      isSync,
      rows: [
        {
          outcome: 'value',
          sheet: '',
          row: 2,
          locationId: '',
          notes: [],
          facts: {},
          is: 'app',
          line: {
            source: 'apple',
            location: app.data.location,
            adamId: app.data.adamId,
            pricingParam: 'STDQ',
            isPricingGiven: true,
            name: '',
            productType: '',
            said: {},
            ...line,
          },
        },
      ],
    },
    {
      apps: [app],
      users: [],
      licences: [],
      tokens: [],
      strange: new Set(),
      idOf: (key) => key.join(' '),
      ...readOn(),
    },
    NO_CHOICE,
  );
const known = (steps: readonly Step[] = [], asOf = '2026-11-18T06:00:00Z') =>
  appWith({
    total: 120,
    assigned: 116,
    available: 4,
    source: 'mdm',
    asOf,
    at: at('2026-11-18T08:00:00Z'),
    steps,
  });
const SAME = { total: 120, assigned: 116, available: 4 };
const AFTER_TWO = { total: 120, assigned: 118, available: 2 };
const written = (app: VolumeApp, data: object): VolumeApp => {
  const { said } = data as { readonly said?: VolumeApp['data']['said'] };
  return said === undefined
    ? app
    : { ...app, data: { ...app.data, said: { ...said, at: at('2026-11-20T07:00:00Z') } } };
};

describe('B9: the same counts, said later', () => {
  test.each([
    ['a list of today without a moment', [], { said: SAME }, '', 116],
    [
      'one with a later moment',
      [],
      { said: SAME, asOf: '2026-11-19T06:00:00Z' },
      '2026-11-19T06:00:00Z',
      116,
    ],
    [
      'one that knows of what was given by hand',
      [moved('assigned', '2026-11-19T09:00:00Z', 2)],
      { said: AFTER_TWO },
      '',
      118,
    ],
    [
      'one from before it was given, which counts on top',
      [moved('assigned', '2026-11-19T09:00:00Z', 2)],
      { said: SAME, asOf: '2026-11-19T06:00:00Z' },
      '2026-11-19T06:00:00Z',
      118,
    ],
  ])('B9: %s renews their age and leaves the counts', (_, steps, line, asOf, assigned) => {
    const app = known(steps);
    const { rows, counts, apps, confirmed } = plan(app, line);
    expect(rows[0]).toMatchObject({
      outcome: 'same',
      why: { code: 'counts-confirmed' },
      changes: [],
    });
    expect([counts.same, counts.changed, confirmed]).toEqual([1, 0, 1]);
    expect(apps[0]?.data.said).toMatchObject({ ...line.said, source: 'apple', asOf });
    expect(countsOf(written(app, apps[0]?.data ?? {})).assigned).toBe(assigned);
    expect(countsOf(app).assigned).toBe(assigned);
  });

  test.each([
    [
      'what is not known of what was given since is a change',
      [moved('assigned', '2026-11-19T09:00:00Z', 2)],
      SAME,
    ],
    ['other counts are a change', [], AFTER_TWO],
  ])('B9: %s', (_, steps, after) => {
    expect(plan(known(steps), { said: after })).toMatchObject({
      rows: [{ outcome: 'changed' }],
      confirmed: 0,
    });
  });

  test.each([
    ['the same moment', { said: SAME, asOf: '2026-11-18T06:00:00Z' }, undefined],
    ['an older one', { said: SAME, asOf: '2026-11-17T06:00:00Z' }, 'older-than-known'],
    [
      'an older one with other counts',
      { said: AFTER_TWO, asOf: '2026-11-17T06:00:00Z' },
      'older-than-known',
    ],
    ['a later one without counts', { said: {} }, undefined],
  ])('A5: %s writes nothing', (_, line, code) => {
    const { rows, apps, confirmed } = plan(known(), line);
    expect(rows[0]).toMatchObject({ outcome: 'same', changes: [] });
    expect([rows[0]?.why?.code, apps, confirmed]).toEqual([code, [], 0]);
  });

  test('B9: an older list writes nothing over what Apple said since without a moment', () => {
    const app = appWith({ ...SAME, source: 'apple', asOf: '', at: at('2026-11-20T06:00:00Z') });
    const { rows, apps } = plan(app, {
      source: 'mdm',
      said: AFTER_TWO,
      asOf: '2026-11-19T06:00:00Z',
    });
    expect(rows[0]?.why).toEqual({ code: 'older-than-known', params: { asOf: '2026-11-20' } });
    expect(apps).toEqual([]);
  });

  test('B7: a sync that finds the same writes nothing on an app of which Apple spoke last', () => {
    const app = appWith({ ...SAME, source: 'apple', asOf: '', at: at('2026-11-01T06:00:00Z') });
    expect(plan(app, { said: SAME }, true).apps).toEqual([]);
    expect(plan(known(), { said: SAME }, true).apps).toMatchObject([
      { data: { said: { source: 'apple' } } },
    ]);
  });
});
