import { headingKey } from '#core/import/heading-key.ts';
import { lookUpIn } from '#core/import/heading-words.ts';
import type { VipTable } from './table.ts';
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
  'profile',
  'identityType',
];

/** Headings of a name that may be an app's or a pupil's as well as a customer's. */
const ANY_NAME: readonly string[] = ['name', 'namn', 'nom', 'nombre', 'naam', 'navn', 'nimi'];

/** Headings of what anybody has several of, and not of Adobe's product configurations. */
const ANY_PRODUCTS: readonly string[] = [
  'products',
  'produkter',
  'produkte',
  'produits',
  'productos',
  'producten',
  'tuotteet',
];

/** Whether a heading is of Adobe's product configurations, by its own name. */
export const isConfigurations = (heading: string, field: VipField | '' | undefined): boolean =>
  field === 'configurations' && !ANY_PRODUCTS.includes(headingKey(heading));

/**
 * Headings of what a management system keeps in step with Apple: its tokens have accounts and
 * organisations, and are no customers.
 */
const ofSystems = lookUpIn([
  {
    system: `token tokenname tokentype servertoken vpptoken lastsync lastsynced lastsynctime lastsyncdate lastsyncstatus
      lastsynchronized lastsynchronised lastsynchronization lastsynchronizedon mdm mdmserver senastsynkad
      senastsynkroniserad senastesynkronisering letztesynchronisierung zuletztsynchronisiert dernièresynchronisation
      últimasincronización laatstesynchronisatie laatstgesynchroniseerd sistsynkronisert sidstsynkroniseret
      viimeksisynkronoitu`,
  },
]);

/** Whether a heading of a list is of something that only a reseller's lists have. */
export const namesReseller = ({ columns }: Pick<VipTable, 'columns'>): boolean =>
  columns.some(({ field, heading }) => OF_VIP.includes(field) || isConfigurations(heading, field));

/** Whether a heading of a list says that it is of a reseller's customers. */
export const namesVip = ({ columns }: Pick<VipTable, 'columns'>): boolean => {
  const isOfSystem = columns.some(({ heading }) => ofSystems(heading) !== undefined);
  return columns.some(
    ({ field, heading }) =>
      OF_VIP.includes(field) ||
      isConfigurations(heading, field) ||
      (field === 'name' && !isOfSystem && !ANY_NAME.includes(headingKey(heading))),
  );
};
