import { getHeightOfRevision } from 'rxdb/plugins/core';
import type { Copy } from '../merge/copy.ts';
import type { Revision } from './couch/couch-answers.ts';
import type { Write } from './couch/couch-writing.ts';

/**
 * What was requested from the server before it accepted something newer of the same record from
 * this device. RxDB compares pulled states with the agreed one, which a push has just replaced with
 * its own: the older state would pass as news.
 */
export type Overtaken = {
  /** The place of a request, which begins now, in the order of all. */
  asked(): number;
  /** This copy came with the request made then, in this revision. */
  read(copy: Copy, revision: string | undefined, asked: number): void;
  /** The server has that revision from this device. */
  took(revision: Revision): void;
  /**
   * Whether this state, which RxDB is about to write, was requested before the server accepted a
   * later revision from this device.
   */
  isOvertaken(pulled: Pick<Copy, 'id' | 'data'>): boolean;
  /** Revisions say nothing any more: the server may have gone back. */
  forget(): void;
};

type At = { readonly height: number; readonly place: number };

/** The order of one sync. */
export const openOvertaken = (): Overtaken => {
  let place = 0;
  const next = (): number => (place += 1);
  const taken = new Map<string, At>();
  // RxDB copies the record, and hands the same content on.
  const readAt = new WeakMap<object, At>();
  return {
    asked: next,
    read: ({ data }, revision, asked) => {
      if (revision !== undefined)
        readAt.set(data, { height: getHeightOfRevision(revision), place: asked });
    },
    took: ({ id, rev }) => void taken.set(id, { height: getHeightOfRevision(rev), place: next() }),
    isOvertaken: ({ id, data }) => {
      const [own, read] = [taken.get(id), readAt.get(data)];
      return (
        own !== undefined &&
        read !== undefined &&
        read.place < own.place &&
        read.height < own.height
      );
    },
    forget: () => taken.clear(),
  };
};

/** What the server accepts from this device is newer than what was requested before. */
export const notingTaken = <C extends { readonly write: Write }>(
  client: C,
  { took }: Overtaken,
): C => ({
  ...client,
  write: (documents, heard, aloneMs) => {
    const noted: typeof heard = (answers) => {
      for (const { id, rev, error } of answers)
        if (error === undefined && rev !== undefined) took({ id, rev });
      heard?.(answers);
    };
    return client.write(documents, noted, aloneMs);
  },
});
