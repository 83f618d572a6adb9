import { roundedAt, type WasRounded } from '#core/import/rounded-number.ts';
import { saysNothing } from '#core/import/tables/nothing-headings.ts';
import type { SheetRow } from '#core/import/sheet.ts';
import { cellText, placesOf, shortened } from '#core/import/tables/table-columns.ts';
import type { PersonTable } from './person-columns.ts';
import type { PersonField, WhoField } from '../fields.ts';
import { isAddress } from './addresses.ts';
import { isTotalOfPeople } from './people-total.ts';
import { ADDRESSES } from './who-headings.ts';

/** A person as a row names them; what it does not say is ''. */
export type ListedPerson = {
  /** Their e-mail address, Managed Apple Account and sign-in name, as far as they are addresses. */
  readonly addresses: readonly string[];
  readonly clientUserId: string;
  readonly name: string;
};

/** What one row of a list of people says. */
export type PersonLine = ListedPerson & { readonly group: string; readonly location: string };

/** Why a row names nobody who can be told from others. */
export type WhoReason = 'only-a-name' | 'not-an-address' | 'nobody-here';

/** Why it cannot be told whom a row names, with what it says. */
export type WhoFailure = {
  readonly reason: WhoReason;
  readonly params: Readonly<Record<string, string>>;
};

/** A row of a list of people, or the reason why it names nobody. Rows are numbered as in the file. */
export type PersonRow =
  | { readonly outcome: 'line'; readonly row: number; readonly line: PersonLine }
  | ({ readonly outcome: 'unreadable'; readonly row: number } & (WhoFailure | WasRounded | Total));

/** A row that adds up others. */
type Total = { readonly reason: 'total-row'; readonly params: Readonly<Record<string, string>> };

/** Every row of a list of people (B9). */
export const readPersonRows = ({
  columns,
  rows,
}: Pick<PersonTable, 'columns' | 'rows'>): PersonRow[] => {
  const at = placesOf(columns);
  return rows.map((row): PersonRow => {
    const isTotal = isTotalOfPeople(row, [at.get('group'), at.get('location')]);
    if (isTotal) return { outcome: 'unreadable', row: row.number, reason: 'total-row', params: {} };
    // With a figure less it is somebody else's number.
    const rounded = roundedAt(row, [at.get('clientUserId')]);
    return rounded === undefined
      ? readRow(row, (field) => cellText(row, at.get(field)))
      : { outcome: 'unreadable', row: row.number, ...rounded };
  });
};

const readRow = ({ number }: SheetRow, text: (field: PersonField) => string): PersonRow => {
  const who = readWho(text);
  if ('reason' in who) return { outcome: 'unreadable', row: number, ...who };
  const group = saysNothing(text('group')) ? '' : text('group');
  const line = { ...who, group, location: text('location') };
  return { outcome: 'line', row: number, line };
};

/** The person in a row, or why it cannot be told who that is: a name alone is nobody's own. */
export const readWho = (written: (field: WhoField) => string): ListedPerson | WhoFailure => {
  const text = (field: WhoField): string => (saysNothing(written(field)) ? '' : written(field));
  const called = text('name') || [text('firstName'), text('lastName')].filter(Boolean).join(' ');
  const given = ADDRESSES.map(text).filter((address) => address !== '');
  // Some pages write the address where others write the name.
  const all = isAddress(called) ? [...given, called] : given;
  const addresses = all
    .filter(isAddress)
    .filter((address, at, all) => all.findIndex((other) => isSameWord(other, address)) === at);
  const clientUserId = text('clientUserId');
  const name = isAddress(called) ? '' : called;
  if (addresses.length > 0 || clientUserId !== '') return { addresses, clientUserId, name };
  const email = text('email') || text('managedAppleId');
  if (email !== '') return { reason: 'not-an-address', params: { written: shortened(email) } };
  const who = name || text('userPrincipalName');
  return who === ''
    ? { reason: 'nobody-here', params: {} }
    : { reason: 'only-a-name', params: { who: shortened(who) } };
};

const isSameWord = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
