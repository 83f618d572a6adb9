import { ok, type Result } from '#core/result.ts';
import type { OrderInTerm, ProrationProblem } from './proration-input.ts';
import { priceForMonths, wholeMonths, type WholeMonths } from './proration-months.ts';

/**
 * A line by whole months, both ways (adobe.md §3: which one Adobe takes is not published). Sums are
 * exact decimal text.
 */
export type LineByMonths = WholeMonths & {
  /** What it costs with the broken month left out, or '' where no whole month is left. */
  readonly downPrice: string;
  /** What it costs with the broken month counted as a whole one. */
  readonly upPrice: string;
};

/**
 * What licences cost from the order to the anniversary by whole months, rounded down and up, and
 * neither chosen (C12).
 */
export const lineByMonths = (
  order: OrderInTerm & { readonly unitPrice: string; readonly quantity: number },
): Result<LineByMonths, ProrationProblem> => {
  const months = wholeMonths(order);
  if (!months.ok) return months;
  const { unitPrice, quantity } = order;
  const most = months.value.up;
  const up = priceForMonths({ unitPrice, quantity, months: most, most });
  if (!up.ok) return up;
  const down = priceForMonths({ unitPrice, quantity, months: months.value.down, most });
  return ok({ ...months.value, downPrice: down.ok ? down.value : '', upPrice: up.value });
};
