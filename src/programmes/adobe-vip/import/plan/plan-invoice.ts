import type { InvoiceLineData } from '#programmes/adobe-vip/rules/product/invoice-line.ts';
import type { PlannedVipRow, VipChange } from './planned.ts';
import { duplicateRow, takenRow, unreadableRow, type Shown } from './planned-row-of.ts';
import { newOnDesk, setField, touch, type VipDesk } from '../match/desk.ts';
import { invoiceKey } from '../match/keys.ts';
import type { ListedInvoice, VipValue } from '../read/values.ts';

type Field = Exclude<keyof InvoiceLineData, 'v' | 'origin'>;

/**
 * One line of an invoice. A corrected report changes what differs; the history keeps the former
 * values.
 */
export const planInvoiceRow = (desk: VipDesk, row: VipValue & ListedInvoice): PlannedVipRow => {
  const {
    sheet,
    row: number,
    outcome: _outcome,
    notes,
    is: _is,
    orderReason: reason,
    ...fields
  } = row;
  const at = { sheet, row: number };
  const shown = shownOf(row);
  const id = desk.known.idOf(invoiceKey(row));
  if (desk.known.strange.has(id)) return unreadableRow(shown, 'record-not-understood');
  const data: InvoiceLineData = { v: 1, reason, ...fields };
  const known = desk.invoices.get(id);
  const differing = known === undefined ? [] : differences(known.data, data);
  if (known?.ownRow !== undefined)
    return differing.length === 0
      ? duplicateRow(shown, '', known.ownRow)
      : unreadableRow(shown, 'line-twice', { row: known.ownRow.row });
  const line = touch(
    desk,
    known ?? newOnDesk({ id, kind: 'invoice-line', parent: '', row: number, data }),
    number,
  );
  line.ownRow = at;
  const changes = differing.map((field): VipChange => {
    const change = { field, from: String(line.data[field]), to: String(data[field]) };
    setField(line, field, data[field]);
    return change;
  });
  return takenRow(shown, line, { changes, notes });
};

/**
 * What a report changes; values that it lacks, such as a column of another sample, may come from
 * the report before.
 */
const differences = (before: InvoiceLineData, data: InvoiceLineData): Field[] =>
  (Object.keys(data) as (keyof InvoiceLineData)[]).filter(
    (field): field is Field =>
      field !== 'v' && field !== 'origin' && data[field] !== '' && data[field] !== before[field],
  );

const shownOf = ({
  sheet,
  row,
  invoiceNumber,
  line,
  orderNumber,
  ...fields
}: VipValue & ListedInvoice): Shown => {
  const number = [invoiceNumber || orderNumber, line].filter((part) => part !== '').join(' · ');
  return {
    sheet,
    row,
    number,
    vip: 'invoice',
    name: fields.customerName || number,
    product: fields.product || fields.sku,
    quantity: fields.quantity,
    day: fields.orderDate,
    price: fields.unitPrice,
    currency: fields.currency,
    charge: fields.charge,
    amount: fields.netAmount,
  };
};
