import { describe, expect, test } from 'vitest';
import { kindOf, kinds, type KindId } from '#programmes/kinds.ts';
import { openDeadlines } from '#workspace/rules/questions/question.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { stored } from '#data/records/envelope.ts';
import { merge } from '#data/merge/merge.ts';
import { isLegible, parsed } from '#data/records/read-record.ts';
import { recordIn } from '#data/sync/record-in.ts';
import { damagedIn } from '#tests/factories/damage.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { examples } from '#tests/factories/examples.ts';
import { someOf } from '#tests/factories/long-run.ts';

const doing = doingOn();

/** Of all that can be damaged every so many, and each field as a whole. */
const EVERY = 5;
const IS_FIELD = /^data\.\w+ =/;

const newer = (record: VolymRecord): VolymRecord => ({
  ...record,
  data: { ...record.data, v: 99 },
});

const asSent = (record: VolymRecord): VolymRecord | undefined =>
  recordIn(JSON.stringify(record), false);

describe.each(Object.keys(kinds) as KindId[])(
  'X9: a %s that calls itself of a newer version',
  (id) => {
    const good = stored(examples[id], undefined, doing);

    test('is read as far as it only adds to what is known, and is not changed', () => {
      const more = newer({ ...good, data: Object.assign({ ofTomorrow: { x: 1 } }, good.data) });
      const [read, condition] = parsed(more);
      expect([condition, isLegible(read)]).toEqual(['newer-version', true]);
      expect(read.data).toMatchObject({ ofTomorrow: { x: 1 } });
      expect(kindOf(id)?.title(read)).toEqual(kindOf(id)?.title(parsed(good)[0]));
    });

    test('with nothing in it is read by nobody, and keeps the day that it says', () => {
      const empty: VolymRecord = { ...good, data: { v: 99 }, dueOn: '2026-12-01' };
      // What has no field that must be there says as much with none.
      const saysEnough = parsed({ ...empty, data: { v: 1 } })[1] === 'fine';
      expect(isLegible(parsed(empty)[0])).toBe(saysEnough);
      expect(() => openDeadlines(empty, '2026-11-20')).not.toThrow();
    });

    test('with anything in it meets what is here, and neither fails nor becomes what no app writes', () => {
      const later = { ...good, updatedAt: good.updatedAt + 9, updatedBy: 'kim' };
      const failed: string[] = [];
      const some = someOf(damagedIn(good), 11).filter(
        ({ place }, at) => at % EVERY === 0 || IS_FIELD.test(place),
      );
      for (const { record, place } of some) {
        if (typeof record.data !== 'object' || record.data === null) continue;
        const came = asSent({ ...newer(record), updatedAt: good.updatedAt + 20 });
        if (came === undefined) continue;
        for (const known of [undefined, good])
          try {
            for (const both of [merge(known, came, later), merge(known, later, came)])
              if (asSent(both) === undefined) failed.push(`${place}: unreadable`);
          } catch (error) {
            failed.push(`${place}: ${String(error).slice(0, 200)}`);
          }
      }
      expect(failed).toEqual([]);
    });
  },
);
