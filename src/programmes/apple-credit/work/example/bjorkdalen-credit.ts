import type { OrderStepKind } from '#programmes/apple-credit/rules/order/order-commands.ts';

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

/**
 * The credit of Björkdalens kommun, which does not exist; every state of a credit order is there
 * once. Days are counted back from today.
 */
export const bjorkdalenCredit = {
  purchaserName: 'Maja Ek',
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
};
