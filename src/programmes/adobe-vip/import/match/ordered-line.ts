import { nextIdOf } from '#core/record/next-id.ts';
import {
  isListed,
  linesOnce,
  type NamedLine,
} from '#programmes/adobe-vip/rules/order/lines-once.ts';
import { isSameProduct } from '#programmes/adobe-vip/rules/reconcile/sku-likeness.ts';
import type { OrderLine, VipOrderData } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import type { Covered } from './cover-by-order.ts';
import {
  isNamedAs,
  isOfProduct,
  lineFree,
  lineMeant,
  nextLine,
  type KnownLine,
} from './line-match.ts';
import { rowsOfNumber, type NumberedRow } from './numbers-in-list.ts';
import type { OnDesk, VipDesk } from './desk.ts';
import { numberKey } from '#programmes/adobe-vip/rules/number-key.ts';
import type { ListedOrder } from '../read/values.ts';

type OfAuthorization = Pick<Covered, 'authorization' | 'line'>;

/**
 * What a line of an order has to do with the line of an authorization that a row is of; all are
 * `free` where that is not known.
 */
type Relation = 'own' | 'likely' | 'free' | 'other' | 'anothers';

/**
 * The line of an order that a row means; one that two devices named is one line. `covered` is the
 * line of an authorization that the row is of, as far as that is known: what covers it is meant,
 * whatever its product is called there by now.
 */
export const orderedLine = (
  desk: VipDesk,
  order: OnDesk<'vip-order'>,
  row: ListedOrder,
  covered: OfAuthorization = { authorization: '', line: '' },
): NamedLine | undefined => {
  const { data } = order;
  const all = linesOnce(data.lines).filter(
    ({ names }) => !names.some((name) => order.lines.has(name)),
  );
  const rows = (): readonly NumberedRow[] => rowsOfNumber(desk, 'order', row.orderNumber);
  const by = Map.groupBy(all, ({ line }) => relationOf(desk, line, { data, row, covered, rows }));
  const linesIn = (relation: Relation): Readonly<Record<string, KnownLine>> =>
    Object.fromEntries((by.get(relation) ?? []).map((named) => [named.id, asKnown(data, named)]));
  const alike = (relation: Relation): string | undefined =>
    lineMeant(linesIn(relation), order, row, rows);
  const any = (relation: Relation): string | undefined => lineFree(linesIn(relation), order, row);
  const id =
    alike('own') ??
    any('own') ??
    alike('likely') ??
    alike('free') ??
    alike('other') ??
    any('likely');
  return all.find((named) => named.id === id);
};

const asKnown = ({ lines }: VipOrderData, { line, names }: NamedLine): KnownLine => ({
  ...line,
  otherwise: names.slice(1).flatMap((name) => lines[name] ?? []),
});

type Among = {
  readonly data: VipOrderData;
  readonly row: ListedOrder;
  readonly covered: OfAuthorization;
  /** What the list says of the order. */
  readonly rows: () => readonly NumberedRow[];
};

const relationOf = (
  desk: VipDesk,
  line: OrderLine,
  { data, row, covered, rows }: Among,
): Relation => {
  const { authorizationLine, authorization } = line;
  if (authorizationLine === '') return 'free';
  if (authorization !== covered.authorization && isAnothers(desk, line, { row, rows }))
    return 'anothers';
  if (covered.line === '') return 'free';
  const isSameLine = authorizationLine === covered.line;
  // Older versions did not store which authorization: usually the order's.
  if (authorization === undefined)
    return isSameLine && data.authorization === covered.authorization ? 'likely' : 'other';
  return isSameLine && authorization === covered.authorization ? 'own' : 'other';
};

/**
 * Whether a line is of an authorization that another row of the order names, and not of the one
 * that this row does.
 */
const isAnothers = (
  desk: VipDesk,
  { authorization = '' }: OrderLine,
  { row, rows }: Pick<Among, 'row' | 'rows'>,
): boolean => {
  const number = numberKey(desk.authorizations.get(authorization)?.data.requestNumber ?? '');
  return (
    row.requestNumber !== '' &&
    ![numberKey(row.requestNumber), ''].includes(number) &&
    rows().some(({ request = '' }) => numberKey(request) === number)
  );
};

/**
 * What a line is called that a list brings to an order: as on every device that reads it. Beside
 * one of its product that was noted by hand, and that another row means, it would pass for that
 * one: it is called as none of a list.
 */
export const newName = (lines: VipOrderData['lines'], line: OrderLine): string => {
  const beside = Object.keys(lines).find((id) => !isListed(id) && isSameProduct(lines[id]!, line));
  return beside === undefined
    ? nextLine(lines)
    : nextIdOf(beside, (id) => Object.hasOwn(lines, id));
};

/**
 * The line of an order that goes back by a row, under whichever of its names the row's product is.
 */
export const returnedLine = (
  { lines }: Pick<VipOrderData, 'lines'>,
  row: ListedOrder,
): NamedLine | undefined => {
  const all = linesOnce(lines);
  const find = (isAlike: typeof isNamedAs): NamedLine | undefined =>
    all.find(({ names }) => names.some((name) => isAlike(lines[name]!, row)));
  return find(isNamedAs) ?? find(isOfProduct);
};
