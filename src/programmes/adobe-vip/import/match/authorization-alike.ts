import { isOfProduct, lineKey } from './line-match.ts';
import { rowsOfNumber, type NumberedRow } from './numbers-in-list.ts';
import type { OnDesk, VipDesk } from './desk.ts';
import { authorizationKey } from './keys.ts';
import type { ListedAuthorization } from '../read/values.ts';

type AuthorizationOnDesk = OnDesk<'purchase-authorization'>;
type Row = ListedAuthorization & { readonly key: readonly string[] };

/**
 * The authorization of a customer that a row means whose number tells none: of a row without one
 * that which the row itself brought before, else one that was written down before the list came, of
 * the same day, product and quantity. Of two it is the one with its SKU.
 */
export const authorizationAlike = (
  desk: VipDesk,
  own: readonly AuthorizationOnDesk[],
  row: Row,
): AuthorizationOnDesk | undefined => {
  const key = desk.known.idOf(row.key);
  const brought =
    row.requestNumber === '' ? own.find(({ id }) => [id, firstOf(id)].includes(key)) : undefined;
  if (brought !== undefined) return brought;
  const again = own.find((authorization) => isNamedAgain(desk, authorization, row));
  if (again !== undefined) return again;
  const alike = own.filter(
    (authorization) => isAlike(authorization, row) && isUnnamed(desk, authorization, row),
  );
  return alike.find(({ data }) => Object.values(data.lines)[0]?.sku === row.sku) ?? alike[0];
};

/** The id that one which comes next to it counts on from (`nextIdOf`). */
const firstOf = (id: string): string => id.replace(/-\d+$/, '');

/**
 * Whether a row without a number says what another row says of an authorization, perhaps by its
 * number.
 */
const isNamedAgain = (desk: VipDesk, { data, sayings }: AuthorizationOnDesk, row: Row): boolean => {
  if (row.requestNumber !== '' || data.createdOn !== row.createdOn) return false;
  const isSame = (other: NumberedRow): boolean =>
    other.day === row.createdOn && lineKey(other) === lineKey(row);
  return (
    sayings.has(lineKey(row)) ||
    rowsOfNumber(desk, 'authorization', data.requestNumber).some(isSame)
  );
};

const isAlike = ({ data }: AuthorizationOnDesk, row: Row): boolean => {
  const [line, ...others] = Object.values(data.lines);
  const isLine = line !== undefined && others.length === 0 && line.quantity === row.quantity;
  return isLine && data.createdOn === row.createdOn && isOfProduct(line, row);
};

/**
 * Whether no other row of the list speaks of an authorization: that is another one then, and not
 * what this row means.
 */
const isUnnamed = (
  desk: VipDesk,
  { id, data, ownRow }: AuthorizationOnDesk,
  { requestNumber }: Row,
): boolean => {
  if (ownRow !== undefined || (requestNumber !== '' && data.requestNumber !== '')) return false;
  const brought = broughtBy(desk);
  if (brought.has(id) || brought.has(firstOf(id))) return false;
  return rowsOfNumber(desk, 'authorization', data.requestNumber).length === 0;
};

const readIn = new WeakMap<VipDesk, ReadonlySet<string>>();

/** The ids of what the rows of a list bring that have no number. */
const broughtBy = (desk: VipDesk): ReadonlySet<string> => {
  const known = readIn.get(desk);
  if (known !== undefined) return known;
  const rows = desk.list.flatMap((row) =>
    row.outcome === 'value' && row.is === 'authorization' && row.requestNumber === '' ? [row] : [],
  );
  const ids = new Set(rows.map((row) => desk.known.idOf(authorizationKey(row))));
  readIn.set(desk, ids);
  return ids;
};
