import { deepEqual } from 'rxdb/plugins/utils';
import { kindOf } from '#domain/kinds.ts';
import type { Change, Data } from '#domain/record.ts';
import { HISTORY_LENGTH } from '../history.ts';
import { merge, type Copy } from '../merge/merge.ts';

/**
 * What a record that is here and the one in a file become: by the merge of the sync. A file knows no last agreed state;
 * where one of the two plainly came after the other, the earlier one is it, and nobody is asked.
 */
export const mergeWithFile = (here: Copy, inFile: Copy): Copy => merge(agreedOn(here, inFile), here, inFile);

const agreedOn = (here: Copy, inFile: Copy): Copy | undefined => {
  if (cameAfter(here, inFile)) return withoutSilentEntries(inFile);
  return cameAfter(inFile, here) ? withoutSilentEntries(here) : undefined;
};

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = ({ data }: Copy): Fields => data as unknown as Fields;

/** Fields without a history, or that nobody is asked about: they tell nothing of what came first. */
const silentIn = ({ kind }: Copy): readonly string[] => {
  const { fieldsWithoutHistory = [], neverAsked = [] } = kindOf(kind) ?? {};
  return ['v', ...fieldsWithoutHistory, ...neverAsked];
};

/** Whether one copy holds all that happened to the other, and each field that differs was written in it since. */
const cameAfter = (one: Copy, other: Copy): boolean => {
  if (one.updatedAt <= other.updatedAt) return false;
  const steps = new Set(one.steps.map(({ id }) => id));
  if (!other.steps.every(({ id }) => steps.has(id))) return false;
  if (!other.history.every((change) => isKnown(change, one))) return false;
  const before = new Set(other.history.map(({ id }) => id));
  const since = new Set(one.history.filter(({ id }) => !before.has(id)).map(({ field }) => field));
  const silent = silentIn(one);
  const [now, then] = [fieldsOf(one), fieldsOf(other)];
  const fields = [...new Set([...Object.keys(now), ...Object.keys(then)])].filter((field) => !silent.includes(field));
  return fields.every((field) => since.has(field) || deepEqual(now[field], then[field]));
};

/** Also of a change that is too old to be kept. */
const isKnown = ({ id, at }: Change, { history }: Copy): boolean =>
  history.some((one) => one.id === id) || (history.length >= HISTORY_LENGTH && at <= (history[0]?.at ?? 0));

/**
 * Where no history tells of entries, one that only the earlier copy has may be new there: it stays when it was not agreed
 * on. Of the keyring the history tells, so that a wrap that was taken away does not come back with an old file.
 */
const withoutSilentEntries = (copy: Copy): Copy => {
  const { entryFields = [], fieldsWithoutHistory = [] } = kindOf(copy.kind) ?? {};
  const silent = entryFields.filter((field) => fieldsWithoutHistory.includes(field));
  if (silent.length === 0) return copy;
  const data = Object.fromEntries(Object.entries(copy.data).filter(([field]) => !silent.includes(field)));
  return { ...copy, data: data as unknown as Data };
};
