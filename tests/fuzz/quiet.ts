import { deepEqual } from 'rxdb/plugins/utils';
import { kindOf } from '#programmes/kinds.ts';
import type { VolymRecord } from '#core/record/record.ts';

/**
 * One value that somebody gave a field whose values no history tells, or one entry of such a field;
 * undefined: took it away.
 */
type Quiet = {
  readonly id: string;
  readonly field: string;
  /** Which entry, where the field is a map of whole ones; else ''. */
  readonly key: string;
  readonly value: unknown;
  readonly by: string;
  /** The entry of the history that records the write without its value, where there is one. */
  readonly change: string | undefined;
  /** The record was made with it. */
  readonly isFirst: boolean;
  /** What its writer had before it, and everything before that. */
  readonly saw: ReadonlySet<Quiet>;
  /** Someone who had seen it deleted the record for good. */
  isGone: boolean;
};

type State = Pick<VolymRecord, 'id' | 'kind' | 'data'> &
  Partial<Pick<VolymRecord, 'history' | 'clashes'>>;
type Fields = Readonly<Record<string, unknown>>;

/**
 * Fields whose newer value wins, and whose older one is not kept: secrets, what the app
 * notes, what nobody can answer for.
 */
const quietFields = (kind: string): readonly string[] => {
  const { fieldsWithoutHistory = [], neverAsked = [], secretFields = [] } = kindOf(kind) ?? {};
  return [...new Set([...fieldsWithoutHistory, ...neverAsked, ...secretFields])];
};

const isReadableSecret = (kind: string, field: string, value: unknown): boolean =>
  kindOf(kind)?.secretFields.includes(field) === true && typeof value === 'string';

const isBlank = (value: unknown): boolean => value === undefined || value === '';

/** All quiet values of a state, by field and entry. */
const valuesIn = ({
  kind,
  data,
}: State): Map<string, { field: string; key: string; value: unknown }> => {
  const { entryFields = [] } = kindOf(kind) ?? {};
  const values = quietFields(kind).flatMap((field) => {
    const value = (data as unknown as Fields)[field];
    if (!entryFields.includes(field)) return [{ field, key: '', value }];
    return Object.entries((value ?? {}) as Fields).map(([key, entry]) => ({
      field,
      key,
      value: entry,
    }));
  });
  return new Map(
    values.filter(({ value }) => !isBlank(value)).map((value) => [placeOf(value), value]),
  );
};

const placeOf = ({ field, key }: Pick<Quiet, 'field' | 'key'>): string => `${field}|${key}`;

/**
 * Remembers what was given to the fields without a history: nothing else would show that such a
 * value got lost.
 */
export const openQuiet = () => {
  const writes: Quiet[] = [];
  const seenIn = (state: State): Set<Quiet> => {
    const entries = new Set(state.history?.map(({ id }) => id));
    const values = valuesIn(state);
    const own = writes.filter(({ id, change, value, ...place }) => {
      if (id !== state.id) return false;
      return change === undefined
        ? deepEqual(values.get(placeOf(place))?.value, value)
        : entries.has(change);
    });
    return new Set(own.flatMap((write) => [write, ...write.saw]));
  };
  return {
    /** Notes a write that was acknowledged; `before` is what its writer had. */
    note: (by: string, before: State | undefined, after: State): void => {
      const [then, now] = [before === undefined ? new Map() : valuesIn(before), valuesIn(after)];
      const saw = before === undefined ? new Set<Quiet>() : seenIn(before);
      const known = new Set(before?.history?.map(({ id }) => id));
      const fresh = after.history?.filter(({ id }) => !known.has(id)) ?? [];
      // An answer is a separate write, even if it gives the value that was there already.
      const answered =
        before?.clashes?.filter(({ id }) => after.clashes?.every((clash) => clash.id !== id)) ?? [];
      const isAnswered = (place: string): boolean =>
        answered.some(({ field }) => placeOf({ field, key: '' }) === place);
      const given = [...new Set([...then.keys(), ...now.keys()])]
        .filter(
          (place) => isAnswered(place) || !deepEqual(then.get(place)?.value, now.get(place)?.value),
        )
        .map((place) => ({
          ...(then.get(place) ?? now.get(place)),
          value: now.get(place)?.value as unknown,
        }));
      for (const write of given as Pick<Quiet, 'field' | 'key' | 'value'>[]) {
        const change = fresh.find(({ field }) => field === write.field)?.id;
        writes.push({
          ...write,
          id: after.id,
          by,
          change,
          isFirst: before === undefined,
          saw,
          isGone: false,
        });
      }
    },
    /**
     * Someone who had this state deleted it for good. Of two values that were there from the start
     * one is kept, without a trace of the other.
     */
    deleted: (state: State): void => {
      const seen = seenIn(state);
      for (const write of writes)
        if (seen.has(write) || (write.id === state.id && write.isFirst)) write.isGone = true;
    },
    /** What is lost, or came back. */
    faults: (records: ReadonlyMap<string, VolymRecord>): string[] =>
      [...Map.groupBy(writes, (write) => `${write.id}|${placeOf(write)}`).values()].flatMap((all) =>
        faultIn(all, records),
      ),
  };
};

/**
 * The kept value is one that nobody knowingly wrote over; where only one such write is left,
 * it is that one. Of a secret that can be read the others are asked about.
 */
const faultIn = (writes: readonly Quiet[], records: ReadonlyMap<string, VolymRecord>): string[] => {
  const living = writes.filter(({ isGone }) => !isGone);
  const last = living.filter((write) => !living.some(({ saw }) => saw.has(write)));
  const [first] = last;
  if (first === undefined) return [];
  const told = JSON.stringify(last.map(({ by, value }) => ({ by, value })));
  const record = records.get(first.id);
  if (record === undefined) return [`lost with its record: ${first.id} ${placeOf(first)} ${told}`];
  const stands = valuesIn(record).get(placeOf(first))?.value;
  // What came back after a deletion may have been written before it.
  const may = [...last, ...writes.filter(({ isGone }) => isGone)];
  const asked = record.clashes
    .filter(({ field }) => field === first.field)
    .flatMap(({ answers }) => answers);
  const isKept = ({ value }: Quiet): boolean =>
    deepEqual(value, stands) || asked.some((answer) => deepEqual(answer.value, value));
  const isAsked = last.every(({ field, value }) => isReadableSecret(record.kind, field, value));
  if (isAsked ? last.every(isKept) : may.some(({ value }) => deepEqual(value, stands))) return [];
  return [`lost: ${first.id} ${placeOf(first)} is ${JSON.stringify(stands)}, written was ${told}`];
};
