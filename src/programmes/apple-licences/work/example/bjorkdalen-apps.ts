import type { Intent } from '#programmes/apple-licences/rules/deployment/app-deployment.ts';
import type { SourceCounts } from '#programmes/apple-licences/rules/licence/licence-counts.ts';

/** One app of the example at one location; `source` spoke `asked` days ago. */
export type DemoApp = SourceCounts & {
  readonly name: string;
  readonly location: string;
  readonly locationId: string;
  readonly adamId: string;
  readonly pricingParam?: 'PLUS';
  readonly productType?: 'Book';
  readonly source: string;
  readonly asked: number;
  /** So many of those who have it are known by name: users, or with `toDevices` devices. */
  readonly named?: number;
  readonly toDevices?: true;
  /** The first of those who have it show all that an installation can come to. */
  readonly hasInstalls?: true;
};

const GYMNASIUM = {
  location: 'Björkdalens gymnasium',
  locationId: '2049000000000910',
  source: 'Intune',
  asked: 1,
};
const SCHOOLS = {
  location: 'Björkdalens grundskolor',
  locationId: '2049000000000911',
  source: 'Intune',
  asked: 1,
};
const ADULTS = {
  location: 'Björkdalens vuxenutbildning',
  locationId: '2049000000000912',
  source: 'Jamf',
  asked: 15,
};
const LIBRARY = {
  location: 'Björkdalens bibliotek',
  locationId: '2049000000000913',
  source: 'Exempel-MDM',
  asked: 1,
};
const OFFICE = {
  location: 'Förvaltningen',
  locationId: '2049000000000914',
  source: 'Exempel-MDM',
  asked: 1,
};

const counted = (total: number, assigned: number, available = total - assigned): SourceCounts => ({
  total,
  assigned,
  available,
  retired: 0,
  unlimited: false,
});
const freely = (assigned: number): SourceCounts => ({ assigned, retired: 0, unlimited: true });

/** The place whose users the example knows. */
export const USERS_AT = GYMNASIUM;

/**
 * Every state of an app's licences appears once: low, out, unused, without a limit, old,
 * contradictory.
 */
export const demoAppList: readonly DemoApp[] = [
  {
    name: 'Testapp Matteskogen',
    adamId: '900000000001',
    ...GYMNASIUM,
    ...counted(120, 116),
    named: 46,
  },
  {
    name: 'Testapp Ordkvarnen',
    adamId: '900000000002',
    ...GYMNASIUM,
    ...counted(40, 40),
    named: 40,
    hasInstalls: true,
  },
  { name: 'Testapp Notläsaren', adamId: '900000000003', ...GYMNASIUM, ...counted(25, 0) },
  { name: 'Testapp Kalkylbladet', adamId: '900000000004', ...GYMNASIUM, ...freely(310) },
  {
    name: 'Testbok Fåglar i norr',
    adamId: '900000000005',
    pricingParam: 'PLUS',
    productType: 'Book',
    ...GYMNASIUM,
    ...counted(30, 28),
  },
  { name: 'Testapp Skrivhjälpen', adamId: '900000000101', ...SCHOOLS, ...counted(80, 60) },
  { name: 'Testapp Filmklippet', adamId: '900000000102', ...SCHOOLS, ...freely(60) },
  {
    name: 'Testapp Geometri Plus',
    adamId: '900000000103',
    named: 41,
    toDevices: true,
    ...SCHOOLS,
    ...counted(41, 41),
  },
  { name: 'Testapp Matteskogen', adamId: '900000000001', ...ADULTS, ...counted(12, 3) },
  { name: 'Testapp Ritbrädan', adamId: '900000000006', ...LIBRARY, ...counted(10, 10) },
  { name: 'Testapp Protokollet', adamId: '900000000201', ...OFFICE, ...counted(15, 9) },
  { name: 'Testapp Blanketten', adamId: '900000000202', ...OFFICE, ...counted(5, 6, -1) },
];

/** Groups of the example's users, each with a deployment of the featured app. */
export const GROUPS = ['NA25', 'SA25', 'TE25'] as const;

/** The deployments of the featured app. */
export const demoDeployments: readonly {
  readonly group: string;
  readonly intent: Intent;
  readonly ago: number;
}[] = [
  { group: 'NA25', intent: 'required', ago: 60 },
  { group: 'SA25', intent: 'required', ago: 60 },
  { group: 'TE25', intent: 'uninstall', ago: 5 },
];

/** First names of the example's users, whose names are made of these and of `FAMILY_NAMES`. */
export const FIRST_NAMES = [
  'Alva',
  'Amina',
  'Axel',
  'Elis',
  'Freja',
  'Hugo',
  'Ines',
  'Leo',
  'Moa',
  'Nils',
  'Oskar',
  'Saga',
  'Signe',
  'Tilde',
  'Tuva',
  'Vera',
  'Viggo',
  'Wilma',
  'Yusuf',
  'Zara',
] as const;

/** Family names of the example's users. */
export const FAMILY_NAMES = [
  'Bergqvist',
  'Hedman',
  'Holm',
  'Karlberg',
  'Kvist',
  'Lind',
  'Noor',
  'Rask',
  'Sjö',
  'Wall',
] as const;
