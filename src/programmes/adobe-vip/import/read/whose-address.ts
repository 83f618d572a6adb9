import type { SheetRow } from '#core/import/sheet.ts';
import { cellText, cellsUnder, placesOf } from '#core/import/tables/table-columns.ts';
import { vipIdText } from '#programmes/adobe-vip/rules/customer/vip-id.ts';
import { isSeller, vipFieldOf } from './headings.ts';
import type { VipField } from './fields.ts';
import type { VipColumn, VipTable } from './table.ts';

/**
 * The columns of a list of customers without an address that is the seller's: one that is called no
 * more than that belongs to the last person named before it.
 */
export const withoutSellersAddress = (columns: readonly VipColumn[]): readonly VipColumn[] => {
  const address = columns.findIndex(isBareAddress);
  const person = columns.slice(0, address).findLast(({ heading }) => namesPerson(heading));
  return address < 0 || person === undefined || !isSeller(person.heading)
    ? columns
    : columns.map((column, at) => (at === address ? { ...column, field: '' } : column));
};

const isBareAddress = ({ field, heading }: VipColumn): boolean =>
  field === 'adminEmail' && vipFieldOf(heading, 'holders') === 'email';

const namesPerson = (heading: string): boolean =>
  isSeller(heading) || vipFieldOf(heading, 'customers') === 'adminName' || isUser(heading);

/** What only a list of people says of each of them. */
const OF_USERS: readonly (VipField | undefined)[] = [
  'userName',
  'firstName',
  'lastName',
  'personName',
];

const isUser = (heading: string): boolean =>
  OF_USERS.includes(vipFieldOf(heading, 'holders')) &&
  vipFieldOf(heading, 'customers') === undefined;

/**
 * Whose the rows under headings of customers are: `users` of what the customers own, where each
 * names a product and its person; `unclear` where one customer has several addresses and no product
 * tells what for. Read as customers, people would rename theirs.
 */
export const whoseRows = (table: VipTable): 'customers' | 'users' | 'unclear' => {
  if (!table.columns.some(isBareAddress)) return 'customers';
  const hasProduct = fieldsIn(table).has('product') || fieldsIn(table).has('sku');
  if (haveSeveralAddresses(table)) return hasProduct ? 'users' : 'unclear';
  return hasProduct && namesUsers(table) ? 'users' : 'customers';
};

const fieldsIn = ({ columns }: VipTable): ReadonlySet<VipField | ''> =>
  new Set(columns.map(({ field }) => field));

/** Whether most customers with several rows have an address of its own in each of them. */
const haveSeveralAddresses = ({ columns, rows }: VipTable): boolean => {
  const at = placesOf(columns);
  const addresses = new Map<string, string[]>();
  for (const row of rows) {
    const address = cellText(row, at.get('adminEmail')).toLowerCase();
    const customer = customerIn(row, at);
    if (customer !== '' && address !== '')
      addresses.set(customer, [...(addresses.get(customer) ?? []), address]);
  }
  const several = [...addresses.values()].filter((of) => of.length > 1);
  const apart = several.filter((of) => new Set(of).size > 1);
  return apart.length > 0 && apart.length >= several.length / 2;
};

const customerIn = (row: SheetRow, at: ReadonlyMap<VipField | '', number>): string =>
  vipIdText(cellText(row, at.get('vipId'))) || cellText(row, at.get('marketplaceId'));

/** What a list of customers says that no list of people does. */
const OF_CUSTOMERS: readonly VipField[] = ['anniversary', 'level', 'segment', 'programme'];

/** Whether a column names those who use the licences: with words, since one that counts them has none. */
const namesUsers = (table: VipTable): boolean =>
  !OF_CUSTOMERS.some((field) => fieldsIn(table).has(field)) &&
  table.columns.some(
    ({ index, heading }) =>
      isUser(heading) && cellsUnder(table.rows, index).some((text) => /\p{L}/u.test(text)),
  );
