import type { OrderStepKind } from '#programmes/apple-credit/rules/order/order-commands.ts';
import type { TokenSystem } from '#programmes/apple-licences/rules/token/content-token.ts';
import type { Finding, RenewalStep } from '#programmes/apple-licences/rules/token/token-life.ts';

/**
 * One credit order of the example: `arrived` days after the mail came; further steps as days ago.
 */
export type DemoOrder = {
  readonly orderNumber: string;
  readonly amount: string;
  readonly channel: 'own-store' | 'reseller';
  readonly arrived: number;
  readonly then: readonly { readonly kind: OrderStepKind; readonly ago: number }[];
  readonly hasCode: boolean;
};

/**
 * One batch of app codes of the example: how many were redeemed, handed out, and are free, in that
 * order.
 */
export type DemoBatch = {
  readonly name: string;
  readonly orderNumber: string;
  readonly bought: number;
  readonly redeemed: number;
  readonly handedOut: number;
  readonly free: number;
};

/** One token of the example; days are counted from today. */
export type DemoToken = {
  readonly name: string;
  readonly location: string;
  readonly system: TokenSystem;
  readonly alsoIn?: string;
  /** Days until its last one. */
  readonly ends: number;
  /** One file came before the one that counts, and so many days before its end. */
  readonly renewedBefore?: number;
  /** Only one has access. */
  readonly isAlone?: true;
  /** Its text is sealed here. */
  readonly isKept?: true;
  /** Steps of the renewal that goes on, and how many days ago. */
  readonly ticked?: readonly {
    readonly kind: Exclude<RenewalStep, 'renewed'>;
    readonly ago: number;
  }[];
  readonly found?: { readonly kind: Finding; readonly ago: number; readonly note: string };
};

/**
 * Björkdalens kommun does not exist; every state of a credit order and of a token is there once.
 * Days are counted back from today.
 */
export const bjorkdalen = {
  workspace: 'Björkdalens kommun',
  person: 'Sara Lindholm',
  institution: 'Björkdalens kommun',
  purchaserName: 'Maja Ek',
  colleague: 'Johan Berg',
  tokenAppleId: 'enheter@bjorkdalen.example',
  otherSystem: 'Exempel-MDM',
  purchaserAppleId: 'innehall@bjorkdalen.example',
  buyerAppleId: 'inkop@bjorkdalen.example',
  reseller: 'Nordlicens AB',
  inboxLink: 'https://inbox.bjorkdalen.example/credit',
  orders: [
    {
      orderNumber: 'WDEMO1000',
      amount: '25000.00',
      channel: 'own-store',
      arrived: 5,
      then: [],
      hasCode: false,
    },
    {
      orderNumber: 'WDEMO1001',
      amount: '10000.00',
      channel: 'reseller',
      arrived: 62,
      then: [],
      hasCode: false,
    },
    {
      orderNumber: 'WDEMO1002',
      amount: '50000.00',
      channel: 'own-store',
      arrived: 89,
      then: [],
      hasCode: false,
    },
    {
      orderNumber: 'WDEMO1003',
      amount: '7500.00',
      channel: 'reseller',
      arrived: 93,
      then: [],
      hasCode: false,
    },
    {
      orderNumber: 'WDEMO1004',
      amount: '15000.00',
      channel: 'own-store',
      arrived: 120,
      hasCode: false,
      then: [{ kind: 'resend-requested', ago: 3 }],
    },
    {
      orderNumber: 'WDEMO1005',
      amount: '20000.00',
      channel: 'own-store',
      arrived: 30,
      hasCode: true,
      then: [{ kind: 'downloaded', ago: 12 }],
    },
    {
      orderNumber: 'WDEMO1006',
      amount: '40000.00',
      channel: 'own-store',
      arrived: 200,
      hasCode: true,
      then: [
        { kind: 'downloaded', ago: 198 },
        { kind: 'redeemed', ago: 197 },
      ],
    },
    {
      orderNumber: 'WDEMO1007',
      amount: '30000.00',
      channel: 'reseller',
      arrived: 300,
      hasCode: true,
      then: [
        { kind: 'downloaded', ago: 296 },
        { kind: 'redeemed', ago: 295 },
        { kind: 'spent', ago: 40 },
      ],
    },
  ] as readonly DemoOrder[],
  batches: [
    {
      name: 'Testapp Matteskogen',
      orderNumber: 'MDEMO0001',
      bought: 60,
      redeemed: 12,
      handedOut: 1,
      free: 7,
    },
    {
      name: 'Testapp Ordkvarnen',
      orderNumber: 'MDEMO0002',
      bought: 120,
      redeemed: 9,
      handedOut: 1,
      free: 0,
    },
    {
      name: 'Testbok Fåglar i norr',
      orderNumber: 'MDEMO0003',
      bought: 3,
      redeemed: 0,
      handedOut: 1,
      free: 7,
    },
    {
      name: 'Testapp Notläsaren',
      orderNumber: 'MDEMO0004',
      bought: 400,
      redeemed: 3,
      handedOut: 1,
      free: 2,
    },
  ] as readonly DemoBatch[],
  tokens: [
    {
      name: 'Gymnasiet',
      location: 'Björkdalens gymnasium',
      system: 'intune',
      ends: 200,
      renewedBefore: 12,
      isKept: true,
    },
    {
      name: 'Grundskolor',
      location: 'Björkdalens grundskolor',
      system: 'intune',
      ends: 20,
      isKept: true,
      ticked: [
        { kind: 'signed-in', ago: 2 },
        { kind: 'downloaded', ago: 1 },
      ],
    },
    {
      name: 'Vuxenutbildning',
      location: 'Björkdalens vuxenutbildning',
      system: 'jamf',
      ends: -12,
      isAlone: true,
    },
    {
      name: 'Bibliotek',
      location: 'Björkdalens bibliotek',
      system: 'other',
      ends: 150,
      alsoIn: 'Annan MDM Exempel',
      found: { kind: 'claimed', ago: 4, note: 'Annan MDM har tagit över.' },
    },
    {
      name: 'Förvaltningen',
      location: 'Förvaltningen',
      system: 'other',
      ends: 90,
      found: { kind: 'revoked', ago: 6, note: 'Lösenordet byttes på kontot.' },
    },
    {
      name: 'Gymnasiet, igen',
      location: 'Björkdalens gymnasium',
      system: 'intune',
      ends: 310,
      found: { kind: 'duplicate', ago: 1, note: 'Samma plats som Gymnasiet.' },
    },
    { name: 'Kansliet', location: 'Förvaltningen', system: 'other', ends: 0 },
  ] as readonly DemoToken[],
};
