import type { Doing } from '#domain/kind.ts';
import type { Draft, VolymRecord } from '#domain/record.ts';
import type { Result } from '#domain/result.ts';
import type { RecordCollection } from './database.ts';
import { keptBeside, laidAway, laidAwayUnread, putBackOver } from './put-back.ts';
import { parsed } from './read-record.ts';
import { inForm, Refused, writeDocument } from './write-document.ts';

/** What can be done with records that this app does not understand. */
type NotUnderstood = {
  /** Puts back a draft, or else what this device could read last. */
  putBack(id: string, draft?: Draft): Promise<Result<VolymRecord>>;
  canPutBack(id: string): Promise<boolean>;
  layAway(id: string, trashedOn: string): Promise<Result<VolymRecord>>;
};

/** The same for the records of a workspace; whoever calls it has asked whether this device may write. */
export const notUnderstood = (collection: RecordCollection, doing: () => Doing): NotUnderstood => ({
  putBack: async (id, draft) => {
    const document = await collection.findOne(id).exec();
    const last = document === null ? undefined : keptBeside(document);
    return writeDocument(document, (now) => {
      if (parsed(now)[1] === 'fine') throw new Refused({ code: 'is-understood' });
      const next = putBackOver(now, { draft, last }, doing());
      if (next === undefined) throw new Refused({ code: 'nothing-kept' });
      return inForm(next);
    });
  },
  canPutBack: async (id) => {
    const document = await collection.findOne(id).exec();
    return document !== null && keptBeside(document) !== undefined;
  },
  layAway: async (id, trashedOn) =>
    writeDocument(await collection.findOne(id).exec(), (now) => {
      const [, condition] = parsed(now);
      if (condition === 'fine') throw new Refused({ code: 'is-understood' });
      if (condition === 'unreadable') return laidAwayUnread(now, trashedOn, doing());
      return inForm(laidAway(now, trashedOn, doing()));
    }),
});
