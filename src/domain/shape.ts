import * as s from 'valibot';

/** A number that JSON can carry on: `1e999` is read as one that it cannot. */
export const number = s.pipe(s.number(), s.finite());

/** What is stored under names that are known; fields that are not known survive. */
export const fieldsOf = <const Entries extends s.ObjectEntries>(
  entries: Entries,
): s.LooseObjectSchema<Entries, undefined> => noList(s.looseObject(entries));

/** What is stored under ids or words, each a `value`. */
export const mapOf = <const Value extends s.GenericSchema>(
  value: Value,
): s.RecordSchema<s.StringSchema<undefined>, Value, undefined> => noList(s.record(s.string(), value));

// valibot takes a list for an object, and would make one of it.
const noList = <Schema extends s.GenericSchema>(schema: Schema): Schema => ({
  ...schema,
  '~run': (dataset, config) => schema['~run'](Array.isArray(dataset.value) ? { value: null } : dataset, config),
});
