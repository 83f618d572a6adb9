import { foldedText, foundBy } from '#core/text/found-text.ts';
import { isOpen, type ReconcileRow } from './row.ts';

/** What can be shown: what waits for an answer, what pairs, or all. */
export type ReconcileFilter = 'open' | 'pair' | 'all';

const filters: Readonly<Record<ReconcileFilter, (row: ReconcileRow) => boolean>> = {
  open: isOpen,
  pair: ({ group }) => group === 'pair',
  all: () => true,
};

/**
 * The rows of a filter that have all the words which were typed: customer, numbers, product, SKU,
 * what was answered.
 */
export const findRows = (
  rows: readonly ReconcileRow[],
  filter: ReconcileFilter,
  typed: string,
): readonly ReconcileRow[] => {
  const shown = rows.filter(filters[filter]);
  if (typed.trim() === '') return shown;
  const matches = foundBy(typed);
  return shown.filter((row) => matches(foundText(row)));
};

const foundText = ({ ours, theirs, answer }: ReconcileRow): string => {
  const own =
    ours === undefined
      ? []
      : [ours.customerName, ours.orderNumber, ours.purchaseOrderNumber, ours.product, ours.sku];
  const invoiced = theirs.flatMap(({ data }) => [
    data.customerName,
    data.customerNumber,
    data.orderNumber,
    data.purchaseOrderNumber,
    data.invoiceNumber,
    data.line,
    data.product,
    data.sku,
  ]);
  return foldedText([...own, ...invoiced, answer?.note ?? ''].join(' '));
};
