import { deepEqual } from 'rxdb/plugins/utils';
import { kindOf } from '#programmes/kinds.ts';
import type { Copy } from '../merge/copy.ts';
import type { SyncStore } from './sync-store.ts';
import { dataFrom, fieldsOf } from '#core/record/fields.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What was sent of one record, and when the state it is based on was written. */
type SentOf = { readonly id: string; readonly madeOf: number; readonly values: readonly Fields[] };

/**
 * Values of fields without history that this device sent and the server has not answered yet. The
 * server may have accepted them, and someone may have written the record since: such a value is
 * still this device's own, and no news compared with what this device has since replaced it with.
 */
export type Sent = {
  /** A change of what both had agreed on is about to be sent. */
  add(base: Copy | undefined, mine: Copy): void;
  /** What both agreed on, with what the server has of this device's own since. */
  baseWith(base: Copy | undefined, theirs: Copy): Copy | undefined;
  /** Both have agreed on something else. */
  drop(ids: readonly string[]): void;
  /** Resolves once it is saved for the next start. */
  keep(): Promise<void>;
};

const KEPT = 'sent';

/** What one sync has sent, with what was left when the app was closed. */
export const openSent = async (store: SyncStore): Promise<Sent> => {
  const sent = new Map((await store.get<SentOf[]>(KEPT))?.map((kept) => [kept.id, kept]));
  let isKept = true;
  return {
    add: (base, mine) => {
      if (base === undefined) return;
      const value = unrecorded(base, mine);
      if (value === undefined) return;
      const before = sent.get(mine.id);
      const values = before?.madeOf === base.updatedAt ? before.values : [];
      if (values.some((earlier) => deepEqual(earlier, value))) return;
      sent.set(mine.id, { id: mine.id, madeOf: base.updatedAt, values: [...values, value] });
      isKept = false;
    },
    baseWith: (base, theirs) => {
      if (base === undefined) return undefined;
      const own = sent.get(base.id);
      return own?.madeOf === base.updatedAt ? withOwn(base, theirs, own.values) : base;
    },
    drop: (ids) => {
      for (const id of ids) if (sent.delete(id)) isKept = false;
    },
    keep: async () => {
      if (isKept) return;
      isKept = true;
      await store
        .set(KEPT, sent.size === 0 ? undefined : [...sent.values()])
        .catch((error: unknown) => {
          isKept = false;
          throw error;
        });
    },
  };
};

/**
 * The fields without a history that a change has otherwise than what it was made of; undefined
 * where there are none.
 */
const unrecorded = (base: Copy, mine: Copy): Fields | undefined => {
  const { fieldsWithoutHistory = [] } = kindOf(mine.kind) ?? {};
  const [was, now] = [fieldsOf(base.data), fieldsOf(mine.data)];
  const changed = fieldsWithoutHistory.filter((field) => !deepEqual(was?.[field], now?.[field]));
  return changed.length === 0
    ? undefined
    : Object.fromEntries(changed.map((field) => [field, now[field]]));
};

/** In a map each entry counts as a value of its own. */
const withOwn = (base: Copy, theirs: Copy, values: readonly Fields[]): Copy => {
  const { entryFields = [] } = kindOf(base.kind) ?? {};
  const there = fieldsOf(theirs.data);
  const data = new Map<string, unknown>(Object.entries(base.data));
  for (const [field, value] of values.flatMap((value) => Object.entries(value))) {
    if (deepEqual(there?.[field], value)) data.set(field, value);
    else if (entryFields.includes(field))
      data.set(field, { ...(data.get(field) as object), ...sameIn(value, there?.[field]) });
  }
  return { ...base, data: dataFrom(Object.fromEntries(data)) };
};

/** The entries of a map that another one has as they are. */
const sameIn = (own: unknown, there: unknown): Fields => {
  const others = new Map(Object.entries(there ?? {}));
  const same = Object.entries(own ?? {}).filter(([key, entry]) =>
    deepEqual(others.get(key), entry),
  );
  return Object.fromEntries(same);
};
