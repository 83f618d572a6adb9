import { numberKey } from '../number-key.ts';

/** Those of a number, however it is written: Adobe gives it once. */
export const called = <
  Field extends 'orderNumber' | 'requestNumber',
  One extends { readonly data: Record<Field, string> },
>(
  records: readonly One[],
  field: Field,
  number: string,
): One[] =>
  records.filter(
    ({ data }) => numberKey(number) !== '' && numberKey(data[field]) === numberKey(number),
  );

/**
 * Another record's number that is being entered, as that record has it: nobody enters the same
 * number twice on purpose. If the number is unchanged, the two records may have been distinguished
 * already.
 */
export const othersNumber = <
  Field extends 'orderNumber' | 'requestNumber',
  One extends { readonly id: string; readonly data: Record<Field, string> },
>(
  record: One,
  field: Field,
  number: string,
  records: readonly One[],
): string | undefined =>
  numberKey(record.data[field]) === numberKey(number)
    ? undefined
    : called(records, field, number).find(({ id }) => id !== record.id)?.data[field];
