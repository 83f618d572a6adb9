import type {
  HoldingField,
  InstallField,
  LicenceField,
  PersonField,
} from '#programmes/apple-licences/import/read/fields.ts';
import type { ListRowReason } from '#programmes/apple-licences/rules/row-reason.ts';

type Field = LicenceField | InstallField | PersonField | HoldingField;

const APP: readonly Field[] = ['adamId', 'storeUrl', 'appName', 'name'];
const WHO: readonly Field[] = ['email', 'managedAppleId', 'userPrincipalName', 'user', 'userName'];

/** Which cells of a row a reason is about, where it does not say so itself. */
export const reasonFields: Partial<Readonly<Record<ListRowReason, readonly Field[]>>> = {
  'adam-id-missing': ['adamId', 'storeUrl'],
  'not-an-adam-id': ['adamId'],
  'not-a-volume-app': ['intuneType'],
  'not-a-pricing-param': ['pricingParam'],
  'not-a-yes-or-no': ['unlimited'],
  'app-missing': APP,
  'app-name-not-here': APP,
  'app-elsewhere': APP,
  'several-apps-named': APP,
  'app-not-here': APP,
  'location-missing': ['location'],
  'nobody-named': WHO,
  'nobody-here': WHO,
  'not-an-address': ['email', 'managedAppleId'],
  'only-a-name': ['email', 'managedAppleId'],
  'several-people': WHO,
  'install-state-missing': ['state'],
  'not-an-install-state': ['state'],
  'not-assigned': ['state', 'takenBackOn'],
  'serial-number-missing': ['serialNumber'],
  'not-a-serial-number': ['serialNumber'],
};
