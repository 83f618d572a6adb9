import { expect, test } from 'vitest';
import { LAST_MOMENT } from '#core/day/moment.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { stored } from '#data/records/envelope.ts';
import { spelt } from '#data/merge/copy.ts';
import { merge, putBackMet } from '#data/merge/merge.ts';
import { isPutBackOver } from '#data/merge/put-back.ts';
import { putBackOver } from '#data/records/put-back.ts';
import { conditionOf } from '#data/records/read-record.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { examples } from '#tests/factories/examples.ts';

const good: VolymRecord = stored(examples['credit-order'], undefined, doingOn());
const doingAt = (now: number) => {
  let made = 0;
  return { ...doingOn(), now, by: 'owner', newId: () => `back-${(made += 1)}` };
};

test('X9: an edit of what has no form here, which has not heard of the put-back, keeps its steps and its history', () => {
  const own = good.updatedAt;
  const data = { ...good.data, v: 99, amount: 7 };
  const newer = { ...good, data, updatedAt: own + 9, updatedBy: 'm' } as VolymRecord;
  const back = putBackOver(
    newer,
    { draft: undefined, last: good },
    doingAt(own + 20),
  ) as VolymRecord;
  const by = { at: own + 30, by: 'kim' };
  const steps = [...newer.steps, { id: 'honest', kind: 'invoiced', on: '2026-09-03', ...by }];
  const history = [...newer.history, { id: 'told', field: 'owner', from: '', to: 'kim', ...by }];
  const edit = { ...newer, steps, history, updatedAt: own + 30, updatedBy: 'kim' } as VolymRecord;
  const met = merge(undefined, back, edit);
  expect([conditionOf(met), met.data]).toEqual(['fine', back.data]);
  expect(met.steps).toEqual(expect.arrayContaining(steps));
  expect(met.history.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['told', ...back.history.map(({ id }) => id)]),
  );
  expect(spelt(merge(undefined, edit, back))).toBe(spelt(met));
  expect(merge(undefined, met, edit)).toEqual(met);
});

test.each([LAST_MOMENT, good.updatedAt + 5])(
  'X9: a put-back holds over a state of %i with a full history, and keeps what the record had',
  (at) => {
    const kept = { id: 'own', at: 3, by: 'kim', field: 'owner', from: '', to: 'x' };
    const last: VolymRecord = { ...good, history: [kept] };
    const flood = Array.from({ length: 200 }, (_, n) => ({
      id: `zzz${n}`,
      at,
      by: 'm',
      field: 'zzz',
      from: '',
      to: 'x',
    }));
    const data = { v: 99, amount: '1.00' };
    const over = {
      ...last,
      data,
      steps: [],
      history: flood,
      updatedAt: at,
      updatedBy: 'zz',
    } as VolymRecord;
    const back = putBackOver(
      over,
      { draft: undefined, last },
      doingAt(good.updatedAt + 1000),
    ) as VolymRecord;
    expect(back.history).toContainEqual(kept);
    for (const base of [undefined, over]) {
      expect(merge(base, back, over)).toEqual(back);
      expect(merge(base, over, back)).toEqual(back);
    }
    // Over what can be read, of that moment and by that person, it wins nothing.
    const fine: VolymRecord = {
      ...last,
      data: { ...last.data, v: last.data.v },
      updatedAt: at,
      updatedBy: 'zz',
    };
    expect(isPutBackOver(back, fine)).toBe(false);
  },
);

test('X9: a put-back without what happened before gets that back where it meets the state it is over, on each side alike', () => {
  const own = good.updatedAt;
  const told = { id: 'told', at: own - 1, by: 'kim', field: 'owner', from: '', to: 'kim' };
  const newer = {
    ...good,
    data: { ...good.data, v: 99 },
    history: [told],
    updatedAt: own + 9,
    updatedBy: 'm',
  };
  const back = putBackOver(
    newer,
    { draft: undefined, last: good },
    doingAt(own + 20),
  ) as VolymRecord;
  const byHand = { ...back, steps: [], history: back.history.filter(({ id }) => id !== 'told') };
  const met = merge(undefined, byHand, newer);
  expect(met.steps).toEqual(good.steps);
  expect(met.history).toEqual(back.history);
  expect(spelt(merge(undefined, newer, byHand))).toBe(spelt(met));
  for (const base of [undefined, newer]) {
    expect(spelt(merge(base, met, newer))).toBe(spelt(met));
    expect(spelt(merge(base, newer, met))).toBe(spelt(met));
  }
  // What one device made of the two is known to the other.
  expect(spelt(merge(byHand, met, byHand))).toBe(spelt(met));
});

test.each([0, 1])(
  'X9: a put-back of the app is left as it is by whoever could read the record before (%i later)',
  (more) => {
    const own = good.updatedAt;
    const read: VolymRecord = {
      ...good,
      history: [{ id: 'read', at: own, by: 'kim', field: 'owner', from: '', to: 'x' }],
    };
    const told = { id: 'told', at: own + 9, by: 'm', field: 'reseller', from: '', to: 'Atea' };
    const data = { ...good.data, v: 99, reseller: 'Atea' };
    const newer = {
      ...read,
      data,
      history: [...read.history, told],
      updatedAt: own + 9,
      updatedBy: 'm',
    } as VolymRecord;
    const back = putBackOver(
      newer,
      { draft: undefined, last: read },
      doingAt(own + 20),
    ) as VolymRecord;
    const later = Array.from({ length: 90 * more }, (_, n) => ({
      ...told,
      id: `later-${n}`,
      at: own + 30 + n,
      by: 'kim',
    }));
    const copy = { ...back, history: [...back.history, ...later], updatedAt: own + 200 };
    expect(putBackMet(copy, newer, read)).toEqual(copy);
    expect(merge(undefined, newer, copy)).toEqual(copy);
  },
);
