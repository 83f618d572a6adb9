import type { Data } from './record.ts';

/** What the data of a record says, by the names of its fields. */
export type Fields = Readonly<Record<string, unknown>>;

/** The data of a record as fields, for what goes through them whatever the kind. */
export const fieldsOf = (data: Data): Fields => data;

/**
 * The text that a field of data holds, '' where it holds none: also of a record that the app may
 * not understand.
 */
export const textIn = (data: Data | undefined, field: string): string => {
  const value = data === undefined ? undefined : fieldsOf(data)[field];
  return typeof value === 'string' ? value : '';
};

/**
 * Data made of fields, of a kind that the caller does not know: whether it is in form is looked at
 * where it is written.
 */
export const dataFrom = (fields: Fields): Data => fields as Data;
