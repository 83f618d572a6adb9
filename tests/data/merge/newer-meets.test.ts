import { describe, expect, test } from 'vitest';
import { kinds, type KindId } from '#programmes/kinds.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { takenOver } from '#data/backup/taken-over.ts';
import { stored } from '#data/records/envelope.ts';
import { spelt } from '#data/merge/copy.ts';
import { merge, withEntriesOf } from '#data/merge/merge.ts';
import { parsed } from '#data/records/read-record.ts';
import { damagedIn } from '#tests/factories/damage.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { examples } from '#tests/factories/examples.ts';
import { everyStepOf } from '#tests/factories/steps.ts';
import { someOf } from '#tests/factories/long-run.ts';

const MORE: Readonly<Record<string, object>> = {
  'vip-customer': { firstOrderOn: '2026-04-19', anniversary: '2027-04-19', anniversaryDay: 19 },
  'price-list-item': {
    validFrom: '2026-01-01',
    yearlyPrice: '10.00',
    datedPrices: { '2026-03-01': '12.00' },
  },
};

const goodOf = (id: KindId): VolymRecord => {
  const made = stored(examples[id], undefined, doingOn());
  const history = [{ id: 'own', at: 3, by: 'kim', field: 'name', from: '', to: 'x' }];
  return { ...made, data: { ...made.data, ...MORE[id] }, history, steps: everyStepOf(id) };
};

/** Of all that can be damaged every so many, and each field as a whole. */
const EVERY = 5;
const IS_FIELD = /^data\.\w+ =/;

const isAlike = (one: VolymRecord, other: VolymRecord): boolean => spelt(one) === spelt(other);

/** What is wrong with what two become; with a state that was agreed on they meet, too. */
const meetings = (own: VolymRecord, other: VolymRecord): string[] => {
  for (const known of [{ ...own, updatedAt: own.updatedAt - 5 }, other])
    for (const sides of [[own, other] as const, [other, own] as const]) merge(known, ...sides);
  const [one, two] = [merge(undefined, own, other), merge(undefined, other, own)];
  return [
    ...(isAlike(one, two) ? [] : ['not the same on both sides']),
    ...(parsed(one)[1] === 'unreadable' ? ['what they become cannot be read'] : []),
  ];
};

describe.each(Object.keys(kinds) as KindId[])(
  'X9: a %s in no form that this version knows meets one in form',
  (id) => {
    const good = goodOf(id);
    const newer = (record: VolymRecord): VolymRecord => ({
      ...record,
      data: { ...record.data, v: 99 },
      updatedAt: good.updatedAt + 9,
    });

    test('and is whole before', () => expect(parsed(good)[1]).toBe('fine'));

    test('X9: of a newer version, whatever it says: nothing throws, and both sides make the same of it', () => {
      const harmed = someOf(damagedIn(good, 'data'), 23).flatMap(({ record, place }, at) => {
        if (!IS_FIELD.test(place) && at % EVERY > 0) return [];
        const other = newer(record);
        if (parsed(other)[1] !== 'newer-version') return [];
        const edited = {
          ...good,
          data: Object.assign({ note: 'waiting' }, good.data),
          updatedAt: good.updatedAt + 5,
        };
        expect(
          () => [withEntriesOf(good, other), withEntriesOf(other, good), takenOver(good, other)],
          place,
        ).not.toThrow();
        expect(() => takenOver(other, good), place).not.toThrow();
        return [...meetings(good, other), ...meetings(edited, other)].map(
          (harm) => `${place}: ${harm}`,
        );
      });
      expect(harmed).toEqual([]);
    });

    test('X9: damaged as an older version may have accepted it: nothing throws, and the well-formed one wins', () => {
      const harmed = someOf(damagedIn(good), 23).flatMap(({ record, place }, at) => {
        if (parsed(record)[1] !== 'unreadable' || at % EVERY > 0) return [];
        const both = merge(undefined, record, good);
        const isKept = both === good && takenOver(record, good) === good;
        const isTotal = isAlike(
          merge(undefined, record, newer(record)),
          merge(undefined, newer(record), record),
        );
        return [
          ...(isKept && isTotal ? [] : ['not the one in form']),
          ...meetings(good, record),
        ].map((harm) => `${place}: ${harm}`);
      });
      expect(harmed).toEqual([]);
    });
  },
);

test('X9: an edit of a customer meets a newer version that says nothing known: both are kept', () => {
  const good = goodOf('vip-customer');
  const edited = {
    ...good,
    data: Object.assign({}, good.data, { name: 'Linden' }),
    updatedAt: good.updatedAt + 5,
  };
  const data = { v: 99, firstOrderOn: 5, anniversary: 7, ofTomorrow: 'x' };
  const both = merge(undefined, edited, {
    ...good,
    data,
    history: [],
    updatedAt: good.updatedAt + 9,
  });
  expect(both.data).toMatchObject({ v: 99, name: 'Linden', ofTomorrow: 'x' });
});
