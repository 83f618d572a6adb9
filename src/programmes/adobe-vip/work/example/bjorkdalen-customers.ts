import type {
  LicenceType,
  Segment,
  VipProgramme,
} from '#programmes/adobe-vip/rules/edition/programme.ts';

/**
 * One authorization of the example: created so many days ago, under the edition of so many days to
 * order.
 */
export type DemoAuthorization = {
  readonly product: string;
  readonly quantity: number;
  readonly ago: number;
  readonly days: 30 | 14 | 7;
  readonly requestNumber: string;
  /** Days ago on which it was ordered, or withdrawn. */
  readonly ordered?: { readonly ago: number; readonly number: string; readonly sku: string };
  readonly withdrawn?: number;
};

/** An order of the example that no authorization came before. */
export type DemoVipOrder = {
  readonly number: string;
  readonly ago: number;
  readonly sku: string;
  readonly product: string;
  readonly quantity: number;
  readonly po: string;
  readonly isRenewal?: true;
};

/** One VIP customer of the example; days are counted from today. */
export type DemoCustomer = {
  readonly name: string;
  readonly vipId: string;
  readonly segment: Segment;
  readonly programme: VipProgramme;
  readonly level: string;
  /** Days until its anniversary date; none before its first order. */
  readonly anniversary?: number;
  readonly product: string;
  readonly licenceType: LicenceType;
  readonly owned: number;
  readonly assigned: number;
  /** Who holds its licences, as far as their names are known. */
  readonly holders?: readonly string[];
  readonly authorizations?: readonly DemoAuthorization[];
  readonly orders?: readonly DemoVipOrder[];
};

/**
 * Björkdalen's customers do not exist: every state of a customer and of an authorization is there
 * once.
 */
export const bjorkdalenVip: readonly DemoCustomer[] = [
  {
    name: 'Björkdalens kommun',
    vipId: '141B929B33BC0A38985F',
    segment: 'GOV',
    programme: 'vip',
    level: '3',
    anniversary: 25,
    product: 'Exempel Alla appar',
    licenceType: 'team',
    owned: 64,
    assigned: 61,
    authorizations: [
      {
        product: 'Exempel Alla appar',
        quantity: 12,
        ago: 50,
        days: 30,
        requestNumber: '56B781E1912871238D82',
        ordered: { ago: 40, number: '7788100001', sku: '65297752BC03A12' },
      },
    ],
  },
  {
    name: 'Björkdalens gymnasium',
    vipId: '33A1806A5FA5943F5DB2',
    segment: 'EDU',
    programme: 'vip',
    level: '2',
    anniversary: 80,
    product: 'Exempel Foto',
    licenceType: 'team',
    owned: 45,
    assigned: 30,
    authorizations: [
      {
        product: 'Exempel Foto',
        quantity: 5,
        ago: 2,
        days: 14,
        requestNumber: '99B7EDC9D7BBB024C5C3',
      },
    ],
    orders: [
      {
        number: '7788100002',
        ago: 6,
        sku: '65000002BB02A12',
        product: 'Exempel Foto',
        quantity: 4,
        po: 'BEST-1002',
      },
    ],
  },
  {
    name: 'Björkdalens Energi AB',
    vipId: '63487D388A8E2D351215',
    segment: 'COM',
    programme: 'vip',
    level: '1',
    anniversary: 0,
    product: 'Exempel PDF Pro',
    licenceType: 'team',
    owned: 6,
    assigned: 6,
    orders: [
      {
        number: '7788100003',
        ago: 14,
        sku: '65000001BA01A12',
        product: 'Exempel PDF Pro',
        quantity: 2,
        po: 'BEST-1003',
      },
      {
        number: '7788100004',
        ago: 15,
        sku: '65000001BA01A12',
        product: 'Exempel PDF Pro',
        quantity: 1,
        po: 'BEST-1003',
      },
    ],
  },
  {
    name: 'Björkdalens Bostäder AB',
    vipId: '82EE6B17A667B73BD769',
    segment: 'COM',
    programme: 'vip',
    level: '2',
    anniversary: -12,
    product: 'Exempel Alla appar',
    licenceType: 'team',
    owned: 14,
    assigned: 14,
    holders: [
      'Alva Lind',
      'Björn Sand',
      'Cecilia Ström',
      'Daniel Fors',
      'Elin Hed',
      'Filip Ås',
      'Greta Malm',
    ],
    authorizations: [
      {
        product: 'Exempel Alla appar',
        quantity: 3,
        ago: 18,
        days: 14,
        requestNumber: 'E8E4B8762E7DD4204E79',
      },
    ],
    orders: [
      {
        number: '7788100005',
        ago: 2,
        sku: '65297752BA02A12',
        product: 'Exempel Alla appar',
        quantity: 9,
        po: 'BEST-1004',
        isRenewal: true,
      },
    ],
  },
  {
    name: 'Kulturhuset Näckrosen',
    vipId: 'B18449E5C24041329BCC',
    segment: 'COM',
    programme: 'vip',
    level: '1',
    anniversary: -40,
    product: 'Exempel Vektor',
    licenceType: 'team',
    owned: 3,
    assigned: 0,
    authorizations: [
      {
        product: 'Exempel Vektor',
        quantity: 1,
        ago: 65,
        days: 30,
        requestNumber: '078AA6444A666D2703DC',
      },
    ],
  },
  {
    name: 'Björkdalens Vatten AB',
    vipId: 'D11B37B3FD39DA38402F',
    segment: 'COM',
    level: '1',
    programme: 'vip-marketplace',
    anniversary: 40,
    product: 'Exempel PDF Pro',
    licenceType: 'team',
    owned: 8,
    assigned: 5,
    authorizations: [
      {
        product: 'Exempel PDF Pro',
        quantity: 2,
        ago: 7,
        days: 7,
        requestNumber: 'B85DDA9703944A2A8A16',
      },
    ],
  },
  {
    name: 'Räddningstjänsten Tallmon',
    vipId: '00B124821912643F0572',
    segment: 'GOV',
    level: '1',
    programme: 'vip-marketplace',
    anniversary: 3,
    product: 'Exempel Video',
    licenceType: 'team',
    owned: 9,
    assigned: 9,
    authorizations: [
      {
        product: 'Exempel Video',
        quantity: 1,
        ago: 9,
        days: 7,
        requestNumber: '37209313764FE72DC82F',
      },
    ],
  },
  {
    name: 'Björkdalens folkhögskola',
    vipId: '2058125035FBFE35CAD5',
    segment: 'EDU',
    programme: 'vip',
    level: '1',
    product: 'Exempel Foto',
    licenceType: 'team',
    owned: 0,
    assigned: 0,
  },
  {
    name: 'Turistbyrån Skogsrået AB',
    vipId: '5FEE002E61D4873B8E38',
    segment: 'COM',
    programme: 'vip',
    level: '1',
    anniversary: 250,
    product: 'Exempel Vektor',
    licenceType: 'team',
    owned: 4,
    assigned: 4,
    authorizations: [
      {
        product: 'Exempel Foto',
        quantity: 1,
        ago: 20,
        days: 14,
        requestNumber: '865D6FBFBD010A2A32E5',
        withdrawn: 16,
      },
    ],
    orders: [
      {
        number: '7788100006',
        ago: 115,
        sku: '65000003BA01A12',
        product: 'Exempel Vektor',
        quantity: 4,
        po: 'BEST-1005',
      },
    ],
  },
];
