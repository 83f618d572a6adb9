import { authorize } from '#programmes/adobe-vip/rules/authorization/authorization-commands.ts';
import { inviteCustomer } from '#programmes/adobe-vip/rules/customer/customer-commands.ts';
import type { InvoiceLineData } from '#programmes/adobe-vip/rules/product/invoice-line.ts';
import { orderOf } from '#programmes/adobe-vip/rules/order/order-commands.ts';
import type { PurchaseAuthorization } from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import type {
  ContentToken,
  ContentTokenData,
} from '#programmes/apple-licences/rules/token/content-token.ts';
import { endSync } from '#programmes/apple-licences/rules/sync/sync-commands.ts';
import { BLANK_TOKEN, takeToken } from '#programmes/apple-licences/rules/token/token-commands.ts';
import { newBatch } from '#programmes/apple-credit/rules/code/code-batch-commands.ts';
import { newPurchaser } from '#programmes/apple-credit/rules/purchaser/purchaser-commands.ts';
import { draftOrder, recordStep } from '#programmes/apple-credit/rules/order/order-commands.ts';
import type { KindId } from '#programmes/kinds.ts';
import { newDevice } from '#workspace/rules/people/device-commands.ts';
import { newPerson } from '#workspace/rules/people/person-commands.ts';
import type { Draft } from '#core/record/record.ts';
import type { Result } from '#core/result.ts';
import type { Wrap } from '#workspace/rules/vault/keyring.ts';
import {
  newKeyring,
  withAllSealedAnew,
  withOtherKeys,
  withoutWraps,
} from '#workspace/rules/vault/keyring-commands.ts';
import { newWorkspace } from '#workspace/rules/settings/workspace-commands.ts';
import { doingOn } from './doing.ts';

const doing = doingOn();
const origin = { run: 'run-1', row: 2, file: 'f'.repeat(32) };

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
};

/** A credit order that is ready in the inbox, its mail having come on `on`. */
export const readyOrder = (id: string, on: string) => {
  const input = {
    amount: '25000.00',
    orderNumber: `45002${id}`,
    inboxLink: 'https://inbox.example/s/secret',
    origin,
  };
  return valueOf(recordStep(valueOf(draftOrder(id, input, doing)), { kind: 'ready', on }, doing));
};

/** The same with the fields by which it met another order, though it does not any more. */
const metOrder = (): Draft => {
  const order = readyOrder('order-1', '2026-09-04');
  return {
    ...order,
    data: Object.assign(
      { meets: '', joinedTo: '', gave: { steps: ['step-1'], was: { owner: '' } } },
      order.data,
    ),
  };
};

export const exampleWrap: Wrap = {
  id: 'w1',
  by: 'passphrase',
  number: 0,
  madeOn: '2026-11-20',
  salt: 'AA==',
  iv: 'AA==',
  keys: 'AA==',
  derivation: { name: 'argon2id', memoryKiB: 65536, passes: 3, lanes: 1 },
  changed: { by: 'sara', at: 1_795_158_000_000 },
};

/** A token that was synced once. */
const synced = (token: Result<Draft<ContentTokenData>>): Draft =>
  valueOf(
    endSync(
      { ...valueOf(token), trashedOn: '' } as unknown as ContentToken,
      {
        uId: '2049000000000017',
        locationName: 'Grundskolor',
        holder: { id: 'mdm-1', name: 'Microsoft Intune' },
        invitation: 'https://apps.example/invite?code=%25inviteCode%25',
      },
      {
        ok: true,
        apps: 3,
        licences: 120,
        users: 10,
        versions: { users: 'v1', assignments: 'v1', wholeAt: 1 },
      },
      doing,
    ),
  ) as Draft;

const authorizedReturn = {
  customerName: 'Tryckhuset Linden',
  order: 'vip-order-1',
  lines: { a: 2 },
  reference: '',
  followUpEdition: 'adobe-vip.return-follow-up-7',
  owner: 'sara',
};

/** An authorization of a single product, due in thirty days. */
const exampleAuthorization = valueOf(
  authorize(
    'authorization-1',
    {
      licenceType: 'team',
      createdOn: '2026-11-20',
      deploymentDate: '',
      requestNumber: 'B71F2E08',
      purchaseOrderNumber: 'TL-0442',
      products: [{ product: 'Illustrator', quantity: 6, sku: '' }],
    },
    {
      customer: 'customer-1',
      customerName: 'Tryckhuset Linden',
      programme: 'vip',
      others: [],
      edition: 'adobe-vip.order-30',
      owner: 'sara',
    },
    { ...doing, newId: () => 'a' },
  ),
);

const exampleInvoiceLine: InvoiceLineData = {
  v: 1,
  invoiceNumber: 'FAK880000',
  line: '000010',
  charge: 'invoice',
  reason: 'ADD SEATS',
  orderNumber: '7710000000',
  orderDate: '2026-10-21',
  purchaseOrderNumber: 'PO-2026-400',
  customerName: 'Björkdalens kommun',
  customerNumber: '1009990000',
  subscription: 'fa4ea52a18NA',
  sku: '65297752CC02A12',
  product: 'Exempel Alla appar',
  startDate: '2026-10-21',
  endDate: '2027-03-14',
  quantity: 12,
  unitPrice: '11400.00',
  netAmount: '54345.21',
  taxAmount: '13586.30',
  totalAmount: '67931.51',
  currency: 'SEK',
  billingCycle: '2026-11',
  comments: '',
  origin,
};

/**
 * One record of each kind, for the contract that holds for all kinds. A new kind must add its own.
 */
export const examples: Record<KindId, Draft> = {
  'credit-order': metOrder(),
  'vip-customer': valueOf(
    inviteCustomer(
      'customer-1',
      {
        name: 'Tryckhuset Linden',
        vipId: '5A20C8F190D73B627E4D',
        marketplaceId: '',
        programme: 'vip',
        segment: 'COM',
        adminName: 'Eva Lind',
        adminEmail: 'it@linden.example',
        anniversary: '2027-04-19',
        owner: 'sara',
      },
      { others: [], renewalEdition: 'adobe-vip.renewal-late-30', invitedOn: '2026-11-18' },
      doing,
    ),
  ),
  'purchase-authorization': exampleAuthorization,
  'vip-order': orderOf(
    'vip-order-1',
    exampleAuthorization as PurchaseAuthorization,
    {
      orderNumber: '77000412',
      orderDate: '2026-11-20',
      lines: ['a'],
      skus: {},
      duration: { count: 4, unit: 'months' },
    },
    doing,
  ),
  'return-authorization': {
    id: 'return-1',
    kind: 'return-authorization',
    programme: 'adobe-vip',
    parent: 'customer-1',
    data: { ...authorizedReturn, v: 1 },
    steps: [{ id: 'asked', kind: 'return-asked', on: '2026-11-20', at: 1, by: 'sara' }],
  } as Draft,
  'price-list-item': {
    id: 'price-1',
    kind: 'price-list-item',
    programme: 'adobe-vip',
    parent: '',
    data: {
      v: 1,
      sku: '65297752BA01A12',
      product: 'Exempel Alla appar',
      segment: 'COM',
      level: '01',
      currency: 'SEK',
      yearlyPrice: '11400.00',
      months: 12,
      validFrom: '2026-11-01',
      origin,
      datedPrices: { '2026-06-01': '10900.00', '2027-01-01': '11900.00' },
    } as Draft['data'],
    steps: [],
  },
  'invoice-line': {
    id: 'invoice-line-1',
    kind: 'invoice-line',
    programme: 'adobe-vip',
    parent: '',
    data: exampleInvoiceLine,
    steps: [],
  },
  'content-purchaser': valueOf(
    newPurchaser(
      'purchaser-1',
      {
        name: 'Birgit Vall',
        appleId: 'bok@nordby.example',
        institution: 'Nordby kommun',
        manager: 'school',
      },
      [],
    ),
  ),
  'content-token': synced(
    takeToken(
      'token-1',
      {
        ...BLANK_TOKEN,
        name: 'Grundskolor',
        appleId: 'vpp@nordby.example',
        holders: { sara: 'Sara Lindholm' },
      },
      {
        file: {
          organization: 'Nordby kommun',
          expiresAt: '2027-06-08T09:26:53Z',
          lastDay: '2027-06-08',
        },
        fingerprint: 'f'.repeat(64),
        innerFingerprint: 'e'.repeat(64),
        sealed: { key: 'k1', iv: 'AAAA', text: 'CCCC' },
      },
      { edition: 'apple-licences.accounts-2016', knowsForGood: true, others: [] },
      doing,
    ),
  ),
  'volume-app': {
    id: 'app-1',
    kind: 'volume-app',
    programme: 'apple-licences',
    parent: '',
    data: {
      v: 1,
      location: 'Grundskolor',
      locationId: '2049000000000017',
      adamId: '425073498',
      pricingParam: 'STDQ',
      name: 'Procreate',
      productType: 'App',
      isDeviceAssignable: true,
      isRevocable: true,
      lowAt: 10,
      origin,
      said: {
        total: 120,
        assigned: 116,
        available: 4,
        retired: 0,
        source: 'jamf',
        asOf: '2026-11-19T06:00:00Z',
        at: 1,
      },
      installs: {
        failed: 3,
        pending: 1,
        installed: 110,
        notInstalled: 2,
        source: 'intune',
        asOf: '2026-11-19',
        at: 1,
      },
    } as Draft['data'],
    steps: [],
  },
  'volume-user': {
    id: 'user-1',
    kind: 'volume-user',
    programme: 'apple-licences',
    parent: '',
    data: {
      v: 1,
      location: 'Grundskolor',
      locationId: '',
      clientUserId: 'u-1007',
      name: 'Elis Bergqvist',
      group: '7B',
      email: 'elis.b@nordby.example',
      isForeign: false,
      origin,
      said: { status: 'registered', source: 'apple', asOf: '', at: 1 },
      invite: { key: 'k1', iv: 'AAAA', text: 'DDDD' },
    } as Draft['data'],
    steps: [],
  },
  'assigned-licence': {
    id: 'licence-1',
    kind: 'assigned-licence',
    programme: 'apple-licences',
    parent: 'app-1',
    data: {
      v: 1,
      to: 'user',
      target: 'u-1007',
      name: 'Elis Bergqvist',
      user: 'user-1',
      origin,
      install: { state: 'failed', code: '0x87D13B7E', source: 'intune', asOf: '2026-11-19', at: 1 },
    } as Draft['data'],
    steps: [],
  },
  'app-deployment': {
    id: 'deployment-1',
    kind: 'app-deployment',
    programme: 'apple-licences',
    parent: 'app-1',
    data: {
      v: 1,
      name: 'Bild åk 7–9',
      group: '7B',
      users: { 'user-1': 'Elis Bergqvist' },
      intent: 'required',
      edition: 'apple-licences.accounts-2016',
      owner: 'sara',
    } as Draft['data'],
    steps: [],
  },
  'redemption-code': {
    id: 'a'.repeat(32),
    kind: 'redemption-code',
    programme: 'apple-credit',
    parent: 'order-1',
    data: {
      v: 1,
      usage: 'credit',
      number: 1,
      sealed: { key: 'k1', iv: 'AAAA', text: 'BBBB' },
      origin,
      cameFrom: { order: 'order-2', number: 4 },
    } as Draft['data'],
    steps: [],
  },
  'code-batch': newBatch('batch-1', { name: 'Läsresan', owner: 'sara', purchased: 240, origin }),
  person: newPerson('sara', 'Sara Lindholm', { w1: '2026-11-20' }),
  device: newDevice('device-1', 'sara', 'iphone'),
  workspace: newWorkspace('Nordby IT', ['apple-credit']),
  // As it is once its keys were changed, and all was sealed again.
  keyring: valueOf(
    withoutWraps(
      valueOf(
        withAllSealedAnew(
          valueOf(
            withOtherKeys(
              newKeyring('k1', []),
              { vaultKey: 'k1', workspaceKey: 'w2', before: 'w1' },
              [exampleWrap],
            ),
          ),
          'w2',
        ),
      ),
      ['wrap-0'],
    ),
  ),
  'import-run': {
    id: 'run-1',
    kind: 'import-run',
    programme: 'workspace',
    parent: '',
    data: {
      v: 1,
      fileName: 'koder.xlsx',
      file: origin.file,
      sheet: 'codes',
      rows: 1,
      counts: { new: 1, changed: 0, same: 0, duplicate: 0, unreadable: 0 },
      unreadable: [],
      parents: ['order-1'],
      created: [],
      restored: [],
      changed: [],
      kept: [],
    } as Draft['data'],
    steps: [],
  },
};

/** The screen of a record of each kind, whose id is `r1`; '' where it has none. */
export const screens: Readonly<Record<KindId, string>> = {
  'credit-order': '/credit/r1',
  'code-batch': '/credit/r1',
  'redemption-code': '',
  'content-purchaser': '/credit/purchasers/r1',
  'content-token': '/tokens/r1',
  'volume-app': '/apps/r1',
  'volume-user': '/apps/users/r1',
  'assigned-licence': '',
  'app-deployment': '',
  'vip-customer': '/vip/r1',
  'purchase-authorization': '',
  'vip-order': '',
  'return-authorization': '',
  'price-list-item': '',
  'invoice-line': '/vip/reconcile',
  person: '/people',
  device: '/people',
  workspace: '/settings',
  keyring: '',
  'import-run': '',
};
