import { describe, expect, test } from 'vitest';
import { openDeadlines } from '#workspace/rules/questions/question.ts';
import { kindOf, kinds, type KindId } from '#programmes/kinds.ts';
import { NEWEST_BASE, type Clash, type VolymRecord } from '#core/record/record.ts';
import { MOST_STEPS } from '#core/record/step.ts';
import { credit } from '#programmes/apple-credit/words/sv/credit.ts';
import { history } from '#workspace/words/sv/history.ts';
import { stored } from '#data/records/envelope.ts';
import { merge } from '#data/merge/merge.ts';
import { parsed } from '#data/records/read-record.ts';
import { recordIn } from '#data/sync/record-in.ts';
import { damagedIn } from '#tests/factories/damage.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { ends } from '#tests/factories/ends.ts';
import { examples } from '#tests/factories/examples.ts';
import { reckon } from '#tests/factories/reckon.ts';
import { everyStepKind, everyStepOf } from '#tests/factories/steps.ts';
import { someOf } from '#tests/factories/long-run.ts';

const doing = doingOn();

/** Whether records of a kind have steps. */
const hasSteps = (id: KindId): boolean => kindOf(id)?.mostSteps !== 0;

/**
 * A record of the kind in which all is that a record can have: steps with all parts, a history, and
 * a question.
 */
const whole = (id: KindId): VolymRecord => {
  const made = stored(examples[id], undefined, doing);
  const step = {
    id: 's',
    kind: 'ordered',
    on: '2026-11-20',
    at: 5,
    by: 'sara',
    note: 'n',
    data: { amount: '1.00' },
  };
  const field = Object.keys(made.data).find((name) => name !== 'v') ?? 'v';
  const value = (made.data as unknown as Record<string, unknown>)[field] ?? '';
  const answers: Clash['answers'] = [
    { value, by: 'sara', at: 6 },
    { value: 'other', by: 'kim', at: 7 },
  ];
  return {
    ...made,
    steps: hasSteps(id) ? [...made.steps, step] : [],
    history: [
      {
        id: 'h',
        at: 6,
        by: 'sara',
        field,
        from: '',
        to: value,
        asked: [value],
        settles: ['6-sara'],
      },
    ],
    clashes: [{ id: 'c', field, was: '', answers, news: ['s'] }],
  };
};

/** The store's indexes take it (data/records/database.ts). */
const isFitForTheStore = ({ dueOn, newestFirst, updatedAt }: VolymRecord): boolean =>
  /^\d{4}-\d\d-\d\d$|^$/.test(dueOn) &&
  newestFirst >= 0 &&
  newestFirst <= NEWEST_BASE &&
  updatedAt >= 0;

test('X9: every kind of step that has a name in the history is among them', () => {
  const named = [history.steps, history.tokenSteps, history.userSteps, credit.life.stages].flatMap(
    Object.keys,
  );
  expect([...new Set(named)].filter((kind) => !everyStepKind().has(kind))).toEqual([]);
});

describe.each(Object.keys(kinds) as KindId[])('X9: a damaged %s', (id) => {
  const good = whole(id);

  test('is whole before it is damaged', () => expect(parsed(good)[1]).toBe('fine'));

  test('is either refused at the door, or does no harm to what reads, writes and merges it', () => {
    const harmed: string[] = [];
    let taken = 0;
    for (const { record, place } of someOf(damagedIn(good), 23)) {
      try {
        if (recordIn(JSON.stringify(record), false) === undefined) continue;
        taken += 1;
        useIt(record);
      } catch (error) {
        harmed.push(`${place}: ${String(error).slice(0, 200)}`);
      }
    }
    expect(harmed).toEqual([]);
    expect(taken).toBeGreaterThan(0);
  });

  test('can be named and counted if the device has it already, though it cannot be read', () => {
    for (const { record } of someOf(damagedIn(good), 23)) {
      const [read, condition] = parsed(record);
      expect(isFitForTheStore(read)).toBe(true);
      expect([read.steps, read.history, read.clashes].every(Array.isArray)).toBe(true);
      if (condition === 'fine') useIt(record);
    }
  });

  test('X9: is reckoned with to an end, and to numbers, whatever step of it is damaged', () => {
    const stepped = { ...good, steps: hasSteps(id) ? [...good.steps, ...everyStepOf(id)] : [] };
    expect(parsed(stepped)[1]).toBe('fine');
    expect(reckon(id, parsed(stepped)[0])).toEqual([]);
    const harmed: string[] = [];
    let at = '';
    const reckonAll = (): void => {
      for (const { record, place } of someOf(damagedIn(stepped, 'steps'), 23)) {
        at = place;
        const copy = recordIn(JSON.stringify(record), false);
        const [read, condition] = copy === undefined ? [] : parsed(copy);
        if (read === undefined || condition !== 'fine') continue;
        for (const none of reckon(id, read)) harmed.push(`${place}: no number at ${none}`);
      }
    };
    expect(() => ends(reckonAll), at).not.toThrow();
    expect(harmed).toEqual([]);
  });

  test('X9: is reckoned with to an end, however many steps it has', () => {
    const { mostSteps = MOST_STEPS } = kindOf(id) ?? {};
    const every = everyStepOf(id);
    const steps = Array.from({ length: every.length === 0 ? 0 : mostSteps }, (_, at) => ({
      ...every[at % every.length]!,
      id: `s${at}`,
      at: at + 1,
      ...(at % 3 === 0 ? {} : { corrects: `s${at - 1}` }),
    }));
    expect(parsed({ ...good, steps })[1]).toBe('fine');
    expect(ends(() => reckon(id, parsed({ ...good, steps })[0]))).toEqual([]);
  });

  /** What the app does with each record that it has. */
  const useIt = (record: VolymRecord): void => {
    const [read, condition] = parsed(record);
    if (condition !== 'fine') return;
    kindOf(id)?.title(read);
    openDeadlines(read, '2026-11-25');
    const later = { ...good, updatedAt: good.updatedAt + 9, updatedBy: 'kim' };
    for (const known of [undefined, good]) {
      for (const both of [merge(known, read, later), merge(known, later, read)])
        expect(parsed(both)[1]).toBe('fine');
    }
    expect(parsed(stored(read, read, doing))[1]).toBe('fine');
  };
});
