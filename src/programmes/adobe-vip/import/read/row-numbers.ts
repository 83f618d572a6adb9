import { headingKey } from '#core/import/heading-key.ts';
import type { VipField } from './fields.ts';

/** Columns whose cells identify what a row is about. */
export const ROW_NUMBERS: readonly VipField[] = [
  'vipId',
  'marketplaceId',
  'orderNumber',
  'requestNumber',
  'invoiceNumber',
  'sku',
];

/** Columns whose cells name something besides: without one the row is still the same record. */
export const SIDE_NUMBERS: readonly VipField[] = ['originalOrder', 'purchaseOrder', 'subscription'];

/** Whether a column with this meaning is one of them. */
export const isRowNumber = (field: VipField | ''): boolean =>
  ROW_NUMBERS.some((number) => number === field);

/** What is written where there is no number yet, as `headingKey` writes it. */
const NONE =
  `saknas saknar ingen inget väntar okänd okänt ejklar ejklart missing none pending unknown na nil tbd tba
  mangler ukjent ukendt puuttuu fehlt unbekannt ontbreekt onbekend manquant inconnu falta desconocido`.split(
    /\s+/,
  );

/** Whether a text only says that there is no number: `saknas`, `pending`, `-`. */
export const saysNoNumber = (text: string): boolean =>
  /^[-–—\u2212?*.]+$/.test(text) || NONE.includes(headingKey(text));
