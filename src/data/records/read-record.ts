import type { RxDocument } from 'rxdb/plugins/core';
import type { Kind } from '#core/record/kind.ts';
import { hasKnownForm, haveKnownSteps, kindOf } from '#programmes/kinds.ts';
import type { Found, RecordOf } from '#programmes/record-of.ts';
import { isOfOwnKind } from '#workspace/rules/settings/own-kind.ts';
import { isRecord, withSafeParts } from '#core/record/record-form.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { isHeavier } from '../merge/weight.ts';

/** Whether the app can work with a record: of a kind or version it knows, and readable. */
export type Condition = 'fine' | 'unknown-kind' | 'newer-version' | 'unreadable';

const read = new WeakMap<RxDocument<VolymRecord>, VolymRecord>();
const conditions = new WeakMap<VolymRecord, Condition>();

/**
 * The record as the app uses it: its `data` brought to the kind's version and parsed. What the app
 * does not know or cannot parse is passed on as it is, and `conditionOf` says so; nothing is ever
 * dropped (docs/decisions/records.md).
 */
export const readRecord = (document: RxDocument<VolymRecord>): VolymRecord => {
  const known = read.get(document);
  if (known !== undefined) return known;
  const record = readStored(document.toJSON());
  read.set(document, record);
  return record;
};

/** The same of a record as the storage holds it (in-batches.ts). */
export const readStored = (stored: VolymRecord): VolymRecord => {
  const [record, condition] = parsed(stored);
  conditions.set(record, condition);
  return record;
};

/**
 * Whether the parts of a record that the app uses have a form it knows: also in a newer version
 * that only added to it. Such a record can be named and counted, but is not changed.
 */
export const isLegible = <Id extends string>(record: Found<Id>): record is RecordOf<Id> => {
  const condition = conditionOf(record);
  return condition === 'fine' || (condition === 'newer-version' && hasKnownForm(record));
};

/** Whether the app understands a record that was found under a kind. */
export const isFine = <Id extends string>(record: Found<Id>): record is RecordOf<Id> =>
  conditionOf(record) === 'fine';

/** How far the app understands a record that came from `readRecord` or `readStored`. */
export const conditionOf = (record: VolymRecord): Condition =>
  conditions.get(record) ?? parsed(record)[1];

/**
 * A stored record with its `data` brought to the kind's version, and how far the app understands
 * it. A record that is not well-formed is unreadable, and is returned without the malformed parts.
 * Fields that a newer version left out and this one relies on are filled in.
 */
export const parsed = (stored: VolymRecord): [VolymRecord, Condition] => {
  if (!isRecord(stored)) return [withSafeParts(stored), 'unreadable'];
  if (!isOfOwnKind(stored)) return [stored, 'unreadable'];
  const kind = kindOf(stored.kind);
  if (kind === undefined) return [stored, 'unknown-kind'];
  if (stored.programme !== kind.programme) return [stored, 'unreadable'];
  if (stored.data.v > kind.version) return [asKnown(stored, kind), 'newer-version'];
  if (!haveKnownSteps(kind, stored.steps) || isTooHeavy(kind, stored))
    return [stored, 'unreadable'];
  const data = kind.schema.safeParse(kind.upgrade(stored.data));
  return data.success ? [{ ...stored, data: data.data }, 'fine'] : [stored, 'unreadable'];
};

const isTooHeavy = ({ mostBytes: most }: Kind, { data, history, clashes }: VolymRecord): boolean =>
  most !== undefined &&
  (isHeavier(data, most.data) ||
    isHeavier(history, most.history) ||
    isHeavier(clashes, most.clashes) ||
    history.some((change) => isHeavier(change, most.change)));

/**
 * Whether a device can read a record as it is stored, or need not: one of a kind or version that is
 * not known passes by its form alone.
 */
export const isInForm = (stored: VolymRecord): boolean => parsed(stored)[1] !== 'unreadable';

const asKnown = (stored: VolymRecord, { schema }: Kind): VolymRecord => {
  const data = schema.safeParse(stored.data);
  return data.success ? { ...stored, data: data.data } : stored;
};
