import { linesOnce, type NamedLine } from '../lines-once.ts';
import type { VipOrderData } from '../vip-order.ts';
import type { Covered } from './cover-by-order.ts';
import { isNamedAs, isOfProduct, lineMeant, lineOfSku, type KnownLine, type SaidLine } from './line-match.ts';
import { rowsOfNumber } from './numbers-in-list.ts';
import type { OnDesk, VipDesk } from './vip-desk.ts';
import type { SaidOrder } from './vip-values.ts';

type OrderOnDesk = OnDesk<VipOrderData>;

/**
 * The line of an order that a row means; one that two devices named is one line. `covered` is the line of an authorization that the
 * row is of, as far as that is known: its product may be called otherwise there by now.
 */
export const orderedLine = (
  desk: VipDesk,
  one: OrderOnDesk,
  row: SaidOrder,
  covered?: Pick<Covered, 'authorization' | 'line'>,
): NamedLine | undefined => {
  const all = linesOnce(one.data.lines);
  const lines = Object.fromEntries(all.map((named) => [named.id, asKnown(one.data, named)]));
  const rows = (): readonly SaidLine[] => rowsOfNumber(desk, 'order', row.orderNumber);
  const id = lineMeant(lines, one, row) ?? lineOfSku(lines, one, row, rows);
  return all.find((named) => named.id === id) ?? all.find((named) => covers(one, named, covered));
};

const asKnown = ({ lines }: VipOrderData, { line, names }: NamedLine): KnownLine => ({
  ...line,
  otherwise: names.slice(1).flatMap((name) => lines[name] ?? []),
});

const covers = (
  { data, lines: spoken }: OrderOnDesk,
  { id, line: { authorizationLine } }: NamedLine,
  { authorization, line }: Pick<Covered, 'authorization' | 'line'> = { authorization: '', line: '' },
): boolean => line !== '' && !spoken.has(id) && authorizationLine === line && data.authorization === authorization;

/** The line of an order that goes back by a row, under whichever of its names the row's product is. */
export const returnedLine = ({ lines }: Pick<VipOrderData, 'lines'>, row: SaidOrder): NamedLine | undefined => {
  const all = linesOnce(lines);
  const find = (is: typeof isNamedAs): NamedLine | undefined =>
    all.find(({ names }) => names.some((name) => is(lines[name]!, row)));
  return find(isNamedAs) ?? find(isOfProduct);
};
