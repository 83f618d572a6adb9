import { shownPrice } from '#programmes/adobe-vip/rules/reconcile/billed.ts';
import type { ReconcileRow } from '#programmes/adobe-vip/rules/reconcile/row.ts';
import type { Day } from '#core/day/day.ts';
import { exactMoney } from '#core/language/exact-amount.ts';
import { formatFor } from '#core/language/format.ts';
import type { Language, Messages } from '#core/language/language.ts';
import type { reconcileLetter } from '#programmes/adobe-vip/words/sv/vip-reconcile-letter.ts';

type Words = Messages<typeof reconcileLetter>;

/**
 * A letter to whoever issued the invoice: both sides with their numbers, and what is asked
 * (requirement C13).
 */
export const writeAdobeLetter = (
  row: ReconcileRow,
  given: { readonly sender: string; readonly today: Day },
  words: Words,
  language: Language,
): { readonly subject: string; readonly body: string } => {
  const { ours, taken, theirs } = row;
  const format = formatFor(language);
  const day = (date: Day): string => (date === '' ? '' : format.dayLong(date, given.today));
  const about =
    row.group === 'pair'
      ? 'differ'
      : taken !== undefined && theirs.length === 0
        ? 'credit'
        : row.group;
  const number = ['credit', 'order-without-line'].includes(about)
    ? (ours?.orderNumber ?? '')
    : (theirs[0]?.data.invoiceNumber ?? '');
  const money = (price: string, currency: string): string =>
    price === '' ? '' : exactMoney(price, currency, language);
  const own =
    ours === undefined
      ? []
      : [
          words.ours(ours.orderNumber, day(ours.orderDate), {
            ...ours,
            price: money(ours.unitPrice, ours.currency),
          }),
        ];
  const returned = taken === undefined ? [] : [words.returned(taken.quantity, day(taken.on))];
  const invoiced = theirs.map((line) => {
    const { invoiceNumber, orderNumber, quantity, product, sku, currency } = line.data;
    const price = money(shownPrice([line], ours?.unitPrice ?? ''), currency);
    return words.theirs(invoiceNumber, line.data.line, orderNumber, {
      quantity,
      product,
      sku,
      price,
    });
  });
  const purchaseOrder = ours?.purchaseOrderNumber || theirs[0]?.data.purchaseOrderNumber || '';
  const customer = words.customer(
    ours?.customerName || theirs[0]?.data.customerName || '',
    theirs[0]?.data.customerNumber ?? '',
  );
  const facts = [
    ...own,
    ...returned,
    ...invoiced,
    ...(purchaseOrder === '' ? [] : [words.purchaseOrder(purchaseOrder)]),
    customer,
  ];
  const parts = [
    words.greeting,
    words.opening[about],
    facts.join('\n'),
    words.ask[about],
    words.ending(given.sender),
  ];
  return { subject: words.subject[about](number), body: parts.join('\n\n') };
};
