import type { Data, VolymRecord } from '#core/record/record.ts';
import { isOfProduct, type KnownLine, type ListedLine } from './line-match.ts';
import { isNumberInList, rowsOfNumber, type Numbered } from './numbers-in-list.ts';
import type { VipDesk } from './desk.ts';
import { numberKey } from '#programmes/adobe-vip/rules/number-key.ts';
import { textIn } from '#core/record/fields.ts';

/** A record with what was changed of it, where it was here before the list. */
export type WithHistory = { readonly before: Pick<VolymRecord, 'history'> | undefined };

// Asked of each order of a customer for each row of a list: nothing is copied.
const had = (
  { before }: WithHistory,
  field: string,
  matches: (value: unknown) => boolean,
): boolean =>
  before?.history.some(
    (change) => change.field === field && (matches(change.from) || matches(change.to)),
  ) === true;

/**
 * Whether a record had a number once that was corrected here since: an old list still calls it by
 * that.
 */
export const hadNumber = (record: WithHistory, field: string, number: string): boolean =>
  number !== '' &&
  had(
    record,
    field,
    (value) => typeof value === 'string' && value !== '' && numberKey(value) === numberKey(number),
  );

type Known = WithHistory & { readonly data: Data };

/** The current lines of a record; called only if its number was once the row's. */
type LinesOf<One> = (record: One) => readonly KnownLine[];

/** Where a record has its number and its day. */
const FIELDS = {
  order: { number: 'orderNumber', day: 'orderDate' },
  authorization: { number: 'requestNumber', day: 'createdOn' },
} as const satisfies Record<Numbered, unknown>;

/**
 * Whether the rows that a list has under a number mean a record by the number that it had: one of
 * them of its day then or now, and of a product with as many licences as it has or had. The number
 * alone may be another's by now, and is where the list knows the record by its own.
 */
export const wasMeant = <One extends Known>(
  desk: VipDesk,
  kind: Numbered,
  record: One,
  { number, linesOf }: { readonly number: string; readonly linesOf: LinesOf<One> },
): boolean => {
  const { number: named, day } = FIELDS[kind];
  if (!hadNumber(record, named, number) || isKnownByItsOwn(desk, kind, record)) return false;
  const now = textIn(record.data, day);
  return rowsOfNumber(desk, kind, number).some(
    (row) =>
      (now === row.day || had(record, day, (value) => value === row.day)) &&
      hasLine(record, linesOf(record), row),
  );
};

/** Whether the list speaks of a record by the number that it has now. */
export const isKnownByItsOwn = (
  desk: VipDesk,
  kind: Numbered,
  { data }: { readonly data: Data },
): boolean => isNumberInList(desk, kind, textIn(data, FIELDS[kind].number));

const hasLike = (
  record: WithHistory,
  lines: readonly KnownLine[],
  isLike: (line: KnownLine) => boolean,
): boolean =>
  lines.some(isLike) ||
  had(
    record,
    'lines',
    (all) => typeof all === 'object' && Object.values((all ?? {}) as Lines).some(isLike),
  );

/** Whether a record has a line of a product with so many licences, or had. */
const hasLine = (record: WithHistory, lines: readonly KnownLine[], named: ListedLine): boolean =>
  hasLike(
    record,
    lines,
    (line) =>
      isOfProduct(line, named) &&
      (line.quantity === named.quantity || line.left === named.quantity),
  );

/**
 * Whether a record has a line of a product with so many licences at least, or had: a part of it may
 * be ordered.
 */
export const hasPart = (
  record: WithHistory,
  lines: readonly KnownLine[],
  named: ListedLine,
): boolean =>
  hasLike(record, lines, (line) => isOfProduct(line, named) && line.quantity >= named.quantity);

type Lines = Readonly<Record<string, KnownLine>>;
