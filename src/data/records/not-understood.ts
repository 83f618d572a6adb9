import type { Day } from '#core/day/day.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Data, Draft, VolymRecord } from '#core/record/record.ts';
import { refuse } from '#core/result.ts';
import type { RecordCollection } from './database.ts';
import { contentOf, saysTheSame } from '../merge/copy.ts';
import { oddDaysIn, withDaysRight } from './odd-days.ts';
import { keptBeside, laidAway, laidAwayUnread, putBackOver, putBackUndone } from './put-back.ts';
import { parsed } from './read-record.ts';
import { inForm, Refused, writeDocument, type Stored } from './write-document.ts';

/** What can be done with records that this app does not understand. */
type NotUnderstood = {
  /** Puts back a draft, or else what this device could read last. */
  putBack(id: string, draft?: Draft): Promise<Stored<Data, 'is-understood' | 'nothing-kept'>>;
  canPutBack(id: string): Promise<boolean>;
  /**
   * Lays the record there again as it was before the last put-back of this run, unless someone
   * wrote since.
   */
  undoPutBack(id: string): Promise<Stored<Data, never>>;
  layAway(id: string, trashedOn: string): Promise<Stored<Data, 'is-understood'>>;
  oddDays(id: string): Promise<Day[]>;
  correctDays(
    id: string,
    right: ReadonlyMap<Day, Day>,
  ): Promise<Stored<Data, 'is-understood' | 'not-a-day'>>;
};

/** A record as it was put back, and the state that it was put back over. */
type Done = { readonly back: VolymRecord; readonly over: VolymRecord };

/**
 * For each workspace, what was put back in this run. An unreadable record may hold anything, and is
 * kept nowhere else.
 */
const putBacks = new WeakMap<RecordCollection, Map<string, Done>>();

const putBacksOf = (collection: RecordCollection): Map<string, Done> => {
  const known = putBacks.get(collection) ?? new Map<string, Done>();
  putBacks.set(collection, known);
  return known;
};

/**
 * The same for the records of a workspace; whoever calls it has asked whether this device may
 * write.
 */
export const notUnderstood = (collection: RecordCollection, doing: () => Doing): NotUnderstood => ({
  ...puttingBack(collection, doing),
  ...leaving(collection, doing),
});

const puttingBack = (
  collection: RecordCollection,
  doing: () => Doing,
): Pick<NotUnderstood, 'putBack' | 'undoPutBack'> => ({
  putBack: async (id, draft) => {
    const document = await collection.findOne(id).exec();
    const last = document === null ? undefined : keptBeside(document);
    let done: Done | undefined;
    const answer = await writeDocument<Data, 'is-understood' | 'nothing-kept'>(document, (now) => {
      if (parsed(now)[1] === 'fine') throw new Refused({ code: 'is-understood' });
      const next = putBackOver(now, { draft, last }, doing());
      if (next === undefined) throw new Refused({ code: 'nothing-kept' });
      done = { back: next, over: contentOf(now) };
      return inForm(next);
    });
    if (answer.ok && done !== undefined) putBacksOf(collection).set(id, done);
    return answer;
  },
  undoPutBack: async (id) => {
    const done = putBacksOf(collection).get(id);
    if (done === undefined) return refuse('nothing-to-take-back');
    const answer = await writeDocument<Data, never>(await collection.findOne(id).exec(), (now) => {
      if (!saysTheSame(contentOf(now), done.back)) throw new Refused({ code: 'changed-since' });
      return inForm(putBackUndone(contentOf(now), done.over, doing()));
    });
    if (answer.ok) putBacksOf(collection).delete(id);
    return answer;
  },
});

const leaving = (
  collection: RecordCollection,
  doing: () => Doing,
): Omit<NotUnderstood, 'putBack' | 'undoPutBack'> => ({
  canPutBack: async (id) => {
    const document = await collection.findOne(id).exec();
    return document !== null && keptBeside(document) !== undefined;
  },
  layAway: async (id, trashedOn) =>
    writeDocument<Data, 'is-understood'>(await collection.findOne(id).exec(), (now) => {
      const [, condition] = parsed(now);
      if (condition === 'fine') throw new Refused({ code: 'is-understood' });
      if (condition === 'unreadable') return laidAwayUnread(now, trashedOn, doing());
      return inForm(laidAway(now, trashedOn, doing()));
    }),
  oddDays: async (id) => {
    const document = await collection.findOne(id).exec();
    return document === null ? [] : oddDaysIn(contentOf(document.toMutableJSON()));
  },
  correctDays: async (id, right) =>
    writeDocument<Data, 'is-understood' | 'not-a-day'>(
      await collection.findOne(id).exec(),
      (now) => {
        if (parsed(now)[1] === 'fine') throw new Refused({ code: 'is-understood' });
        const next = withDaysRight(now, right, doing());
        if (next === undefined) throw new Refused({ code: 'not-a-day' });
        return inForm(next);
      },
    ),
});
