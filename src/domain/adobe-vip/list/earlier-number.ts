import type { VolymRecord } from '../../record.ts';
import { isOfProduct, type SaidLine } from './line-match.ts';
import { numberKey } from './vip-keys.ts';

type WithHistory = { readonly before: Pick<VolymRecord, 'history'> | undefined };

// Asked of each order of a customer for each row of a list: nothing is copied.
const had = ({ before }: WithHistory, field: string, is: (value: unknown) => boolean): boolean =>
  before?.history.some((change) => change.field === field && (is(change.from) || is(change.to))) === true;

/** Whether a record had a number once that was put right here since: an old list still calls it by that. */
export const hadNumber = (one: WithHistory, field: string, number: string): boolean =>
  number !== '' &&
  had(one, field, (value) => typeof value === 'string' && value !== '' && numberKey(value) === numberKey(number));

/** A row that may mean a record which was put right, by what it says beside the number. */
type Row = SaidLine & { readonly number: string; readonly day: string };

/** Where a record has its number and its day. */
type Fields = { readonly number: string; readonly day: string };

/**
 * Whether a row means a record by the number that it had: of its day then or now, and of a product that it has. The number alone may be
 * another's by now.
 */
export const wasMeant = (
  one: WithHistory & { readonly data: { readonly lines: Readonly<Record<string, SaidLine>> } },
  fields: Fields,
  row: Row,
): boolean => {
  if (!hadNumber(one, fields.number, row.number)) return false;
  const now = (one.data as unknown as Readonly<Record<string, unknown>>)[fields.day];
  const isOfDay = now === row.day || had(one, fields.day, (value) => value === row.day);
  return isOfDay && Object.values(one.data.lines).some((line) => isOfProduct(line, row));
};
