import { headingKey } from '#core/import/heading-key.ts';
import type { VipTable } from './columns.ts';
import type { VipField } from './fields.ts';

/**
 * What only a reseller's lists have. Products, prices, dates and numbers of invoices are in
 * everybody's.
 */
const OF_VIP: readonly (VipField | '')[] = [
  'vipId',
  'marketplaceId',
  'programme',
  'level',
  'anniversary',
  'licenceType',
  'requestNumber',
  'deploymentDate',
  'daysToOrder',
];

/** Headings of a name that may be an app's or a pupil's as well as a customer's. */
const ANY_NAME: readonly string[] = ['name', 'namn', 'nom', 'nombre', 'naam', 'navn', 'nimi'];

/** Whether a heading of a list says that it is of a reseller's customers. */
export const namesVip = ({ columns }: Pick<VipTable, 'columns'>): boolean =>
  columns.some(
    ({ field, heading }) =>
      OF_VIP.includes(field) || (field === 'name' && !ANY_NAME.includes(headingKey(heading))),
  );
