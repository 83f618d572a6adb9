import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countsOf, type Counted } from '#programmes/apple-licences/rules/app/app-counts.ts';
import {
  BLANK_APP,
  giveLicences,
  takeLicencesBack,
  unwriteApp,
  writeApp,
} from '#programmes/apple-licences/rules/app/app-commands.ts';
import { COUNTED, type VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import { currentSteps, type Step } from '#core/record/step.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { examples } from '#tests/factories/examples.ts';

const doing = doingOn('2026-11-20');
const example = {
  ...examples['volume-app'],
  trashedOn: '',
  history: [],
  clashes: [],
} as unknown as VolumeApp;
const appOf = (counts: VolumeApp['data']['said'], steps: readonly Step[] = []): VolumeApp => ({
  ...example,
  data: { ...example.data, said: counts },
  steps,
});
const said = { total: 120, assigned: 116, available: 4, source: 'jamf', asOf: '', at: 100 };
const move = (kind: string, count: number, at: number): Step => ({
  id: `${kind}-${at}`,
  kind,
  on: '2026-11-20',
  at,
  by: 'sara',
  data: { count: String(count) },
});

describe('B8: what is given by hand counts on top of what the last source said', () => {
  test.each<[string, Counted['steps'], number, number]>([
    ['nothing', [], 116, 4],
    ['given since', [move('assigned', 3, 200)], 119, 1],
    ['given before the source spoke', [move('assigned', 3, 50)], 116, 4],
    ['given and taken back', [move('assigned', 3, 200), move('taken-back', 1, 300)], 118, 2],
    [
      'two devices gave more than there is',
      [move('assigned', 3, 200), move('assigned', 3, 201)],
      122,
      0,
    ],
    [
      'given and undone',
      [
        move('assigned', 3, 200),
        {
          id: 'w',
          kind: 'withdrawn',
          on: '2026-11-20',
          at: 300,
          by: 'sara',
          withdraws: 'assigned-200',
        },
      ],
      116,
      4,
    ],
  ])('%s', (_, steps, assigned, free) => {
    expect(countsOf(appOf(said, steps))).toMatchObject({ owned: 120, assigned, free });
  });

  test('more than there is is flagged', () => {
    const flags = countsOf(appOf(said, [move('assigned', 6, 200)])).flags;
    expect(flags.map(({ code }) => code)).toEqual(['assigned-over-total']);
  });

  test('a source names its moment: what was given after it counts, though it was written here before', () => {
    const spoke = { ...said, asOf: '1970-01-01T00:00:01Z', at: 9_000 };
    expect(countsOf(appOf(spoke, [move('assigned', 2, 2_000)])).free).toBe(2);
    expect(countsOf(appOf(spoke, [move('assigned', 2, 500)])).free).toBe(4);
  });

  test('without a limit only what is assigned moves', () => {
    const free = { unlimited: true, assigned: 310, source: 'apple', asOf: '', at: 1 };
    expect(countsOf(appOf(free, [move('assigned', 5, 2)]))).toMatchObject({
      unlimited: true,
      assigned: 315,
    });
  });
});

test('B8: no command gives more than is owned, whatever is given and taken back', () => {
  fc.assert(
    fc.property(
      fc.nat(50),
      fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 20 })), { maxLength: 30 }),
      (total, moves) => {
        let app = appOf({ total, assigned: 0, source: '', asOf: '', at: 0 });
        for (const [isGiven, count] of moves) {
          const before = countsOf(app);
          const done = (isGiven ? giveLicences : takeLicencesBack)(app, count, doing);
          const isAllowed = isGiven ? count <= (before.free ?? 0) : count <= (before.assigned ?? 0);
          expect(done.ok).toBe(isAllowed);
          if (done.ok) app = { ...app, ...done.value } as VolumeApp;
          const { owned = 0, assigned = 0, free } = countsOf(app);
          expect(assigned).toBeLessThanOrEqual(owned);
          expect(free).toBe(owned - assigned);
        }
      },
    ),
  );
});

describe('B8: an app is written down by hand', () => {
  const typed = {
    ...BLANK_APP,
    name: ' Procreate ',
    adamId: 'https://apps.apple.com/se/app/procreate/id425073498',
    owned: '1 20',
  };

  test('its number comes out of the address, its licences out of what was typed', () => {
    const made = writeApp({ id: 'a' }, typed, [], doing);
    expect(made).toMatchObject({
      ok: true,
      value: { data: { name: 'Procreate', adamId: '425073498', pricingParam: 'STDQ' } },
    });
    expect(made.ok && countsOf({ data: made.value.data, steps: [] })).toMatchObject({
      owned: 120,
      assigned: 0,
      free: 120,
    });
  });

  test.each([
    [{ name: ' ' }, 'app-name-needed', 'name'],
    [{ adamId: 'procreate' }, 'not-an-adam-id', 'adamId'],
    [{ owned: 'många' }, 'not-a-whole-count', 'owned'],
    [{ lowAt: '-1' }, 'not-a-whole-count', 'lowAt'],
  ])('%o is refused with %s', (input, code, field) => {
    expect(writeApp({ id: 'a' }, { ...typed, ...input }, [], doing)).toMatchObject({
      ok: false,
      problem: { code, field },
    });
  });

  test('one that is here at the same place is not written twice', () => {
    const again = { ...typed, location: 'grundskolor' };
    expect(writeApp({ id: 'b' }, again, [example], doing)).toMatchObject({
      ok: false,
      problem: { code: 'app-is-here' },
    });
    expect(writeApp({ id: 'b' }, { ...again, location: 'Gymnasiet' }, [example], doing).ok).toBe(
      true,
    );
  });

  test('other licences bought by hand leave what is assigned, and the own line is taken off', () => {
    const changed = writeApp(
      example,
      { ...typed, location: 'Grundskolor', owned: '150' },
      [example],
      doing,
    );
    const app = changed.ok ? ({ ...example, ...changed.value } as VolumeApp) : example;
    expect(countsOf(app)).toMatchObject({ owned: 150, assigned: 116, free: 34 });
    expect(app.data.lowAt).toBeUndefined();
  });

  const writes = (before: VolumeApp, input: Partial<typeof typed>): VolumeApp => {
    const written = writeApp(before, { ...typed, ...input }, [], doing);
    if (!written.ok) throw new Error(written.problem.code);
    return { ...before, ...written.value };
  };

  test.each<[string, VolumeApp['data']['said'], string, { from: string; to: string } | undefined]>([
    ['a source said another number', said, '150', { from: '120', to: '150' }],
    ['nobody said any', undefined, '150', { from: '', to: '150' }],
    ['there was no limit', { ...said, unlimited: true }, '150', { from: 'unlimited', to: '150' }],
    ['it is the same', said, '120', undefined],
    ['nothing is typed', said, '', undefined],
  ])('X12: what a person says is owned leaves a step: %s', (_, before, owned, data) => {
    const { steps } = writes(appOf(before), { owned });
    expect(steps.map((step) => [step.kind, step.data])).toEqual(
      data === undefined ? [] : [[COUNTED, data]],
    );
  });

  test('X12: an app that is new begins with its licences, and the step moves no count', () => {
    const made = writeApp({ id: 'a' }, typed, [], doing);
    expect(made.ok && made.value.steps).toEqual([]);
    // A device with a clock ahead gave three; the person counted with those.
    const ahead = appOf(said, [move('assigned', 3, doing.now + 60_000)]);
    expect(countsOf(ahead)).toMatchObject({ owned: 120, assigned: 119 });
    expect(countsOf(writes(ahead, { owned: '150' }))).toMatchObject({
      owned: 150,
      assigned: 119,
      free: 31,
    });
  });

  test('X12: the undo brings back what was said and withdraws the step, and no other', () => {
    const before = appOf(said, [move('assigned', 2, 200)]);
    const written = writes(before, { owned: '150', name: 'Läsresan' });
    // Another device gave one meanwhile.
    const since = { ...written, steps: [...written.steps, move('assigned', 1, doing.now + 1)] };
    const undone = unwriteApp(since, before.data, { before, after: written }, doing);
    if (!undone.ok) throw new Error(undone.problem.code);
    const { steps = [] } = undone.value;
    expect(undone.value.data).toEqual(before.data);
    expect(steps.map(({ kind }) => kind)).toEqual(['assigned', COUNTED, 'assigned', 'withdrawn']);
    expect(currentSteps(steps).map(({ kind }) => kind)).toEqual(['assigned', 'assigned']);
    expect(countsOf({ ...before, steps })).toMatchObject({ owned: 120, assigned: 119, free: 1 });
  });
});
