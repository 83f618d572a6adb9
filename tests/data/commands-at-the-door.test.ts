import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  acceptTerms,
  correctAcceptance,
} from '#programmes/adobe-vip/rules/customer/accept-terms.ts';
import {
  authorize,
  stateDue,
} from '#programmes/adobe-vip/rules/authorization/authorization-commands.ts';
import { sayCommitment } from '#programmes/adobe-vip/rules/customer/commitment-commands.ts';
import { correctAuthorization } from '#programmes/adobe-vip/rules/authorization/correct-authorization.ts';
import { correctOrder } from '#programmes/adobe-vip/rules/order/correct-order.ts';
import { inviteCustomer } from '#programmes/adobe-vip/rules/customer/customer-commands.ts';
import { editCustomer } from '#programmes/adobe-vip/rules/customer/edit-customer.ts';
import { sayHolders, sayNewHolder } from '#programmes/adobe-vip/rules/plan/licence-holders.ts';
import {
  correctInvitation,
  noteInvitation,
} from '#programmes/adobe-vip/rules/customer/note-invitation.ts';
import {
  coverLines,
  orderOf,
  orderProblems,
  type OrderInput,
} from '#programmes/adobe-vip/rules/order/order-commands.ts';
import { planKey } from '#programmes/adobe-vip/rules/product/product-name.ts';
import {
  acceptLine,
  explainLine,
  explainOrder,
  explainReturn,
} from '#programmes/adobe-vip/rules/reconcile/answer-commands.ts';
import { orderFromLine } from '#programmes/adobe-vip/rules/reconcile/order-from-line.ts';
import { renewalLate30 } from '#programmes/adobe-vip/rules/renewal/renewal-editions.ts';
import { renewalOrderOf } from '#programmes/adobe-vip/rules/renewal/renewal-commands.ts';
import { askReturn, grantReturn } from '#programmes/adobe-vip/rules/return/return-commands.ts';
import { sayPlan } from '#programmes/adobe-vip/rules/plan/say-plan.ts';
import {
  correctHandOut,
  handOut,
  redeem,
  takeBack,
} from '#programmes/apple-credit/rules/code/code-commands.ts';
import { renameBatch } from '#programmes/apple-credit/rules/code/code-batch-commands.ts';
import {
  amendOrder,
  correctStep,
  draftOrder,
  editOrder,
  recordStep,
  withdrawStep,
} from '#programmes/apple-credit/rules/order/order-commands.ts';
import {
  editPurchaser,
  judgeAccount,
  newPurchaser,
} from '#programmes/apple-credit/rules/purchaser/purchaser-commands.ts';
import { writeApp } from '#programmes/apple-licences/rules/app/app-commands.ts';
import { deploy } from '#programmes/apple-licences/rules/deployment/deployment-commands.ts';
import { sayOfLicence } from '#programmes/apple-licences/rules/licence/licence-commands.ts';
import {
  BLANK_TOKEN,
  editToken,
  takeToken,
} from '#programmes/apple-licences/rules/token/token-commands.ts';
import { readTokenFile } from '#programmes/apple-licences/rules/token/token-file.ts';
import { noteFinding } from '#programmes/apple-licences/rules/token/token-findings.ts';
import {
  BLANK_USER,
  sayTerms,
  writeUser,
} from '#programmes/apple-licences/rules/user/user-commands.ts';
import type { Doing } from '#core/record/kind.ts';
import { kinds, type KindId } from '#programmes/kinds.ts';
import { renameDevice } from '#workspace/rules/people/device-commands.ts';
import { renamePerson } from '#workspace/rules/people/person-commands.ts';
import type { Draft, VolymRecord } from '#core/record/record.ts';
import { ok, type Result } from '#core/result.ts';
import { isWrittenByHand, writeField } from '#programmes/write-field.ts';
import { renameWorkspace, setResend } from '#workspace/rules/settings/workspace-commands.ts';
import { stored } from '#data/records/envelope.ts';
import { parsed } from '#data/records/read-record.ts';
import { recordIn } from '#data/sync/record-in.ts';
import { licenceWith, userWith } from '#tests/factories/apps.ts';
import { codeWith, orderWith } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { examples } from '#tests/factories/examples.ts';
import {
  authorizationWith,
  customerWith,
  orderLine,
  returnWith,
  stepOf,
  vipOrderWith,
} from '#tests/factories/vip.ts';

/**
 * What a form can hold that nobody means: half typed years, figures of a slipped paste, and texts
 * that grow when they are normalised.
 */
const DAYS: readonly [string, ...string[]] = [
  '2026-11-20',
  '2026-05-01',
  '',
  '0202-05-01',
  '1026-05-01',
  '3026-05-01',
  '2206-05-01',
  '2200-12-31',
];
const MORE_DAYS = [
  '2151-01-01',
  '2150-12-31',
  '1949-12-31',
  '1950-01-01',
  '9999-12-31',
  '0000-00-00',
  '2026-02-30',
  'x',
];
const AMOUNTS: readonly [string, ...string[]] = [
  '99.00',
  '',
  '-1.00',
  '1,5',
  '123456789012345.00',
  '1234567890123456.00',
  `${'9'.repeat(60)}.00`,
  'x',
];
const TEXTS: readonly [string, ...string[]] = [
  'Nordby',
  '',
  ' ',
  'sara@nordby.example',
  'x'.repeat(40_000),
  'x'.repeat(40_001),
  'ﷺ'.repeat(3_000),
  '__Acrobat.__Pro',
];
const MORE_TEXTS = [
  `a@${'b'.repeat(40_000)}`,
  `https://a.example/${'b'.repeat(40_000)}`,
  'Illustrator',
];
const COUNTS: readonly [number, ...number[]] = [4, 1, 0, -1, 1.5, 1e13, 2 ** 53, NaN, Infinity];

type Odd = {
  readonly day: string;
  readonly other: string;
  readonly amount: string;
  readonly count: number;
} & Readonly<Record<'text' | 'note' | 'name', string>>;

/** Every other time what is meant: of a form whose fields are all odd nothing would be taken. */
const oddly = <T>(...[meant, ...others]: readonly [T, ...T[]]): fc.Arbitrary<T> =>
  fc.oneof(fc.constant(meant), fc.constantFrom(...others));

const text = oddly(...TEXTS, ...MORE_TEXTS);
const day = oddly(...DAYS, ...MORE_DAYS);
const odd: fc.Arbitrary<Odd> = fc.record({
  day,
  other: day,
  amount: oddly(...AMOUNTS),
  count: oddly(...COUNTS),
  text,
  note: text,
  name: text,
});

/**
 * What is meant in each form: it is given first, so that each command takes something whatever
 * chance draws.
 */
const MEANT: Odd = {
  day: '2026-11-20',
  other: '2026-11-20',
  amount: '99.00',
  count: 4,
  text: 'Nordby',
  note: 'Nordby',
  name: 'Nordby',
};
const MEANT_FIRST: [Odd, string][] = [
  MEANT,
  { ...MEANT, note: '' },
  { ...MEANT, amount: '' },
  { ...MEANT, text: 'sara@nordby.example' },
  { ...MEANT, day: '2026-05-01' },
  { ...MEANT, name: '__Acrobat.__Pro' },
].map((given) => [given, '2026-11-20']);

const here = doingOn();
const recordOf = <R = VolymRecord<never>>(id: KindId): R =>
  stored(examples[id], undefined, here) as R;

type Ran = Result<unknown> | readonly Result<unknown>[];
type Command = (odd: Odd, doing: Doing) => Ran;

const ordered = orderWith([['ordered', '2026-11-02']]);
const credit: Readonly<Record<string, Command>> = {
  draftOrder: ({ day: orderDate, amount, text: institution, note: inboxLink, name }, doing) =>
    draftOrder(
      'o',
      { orderDate, amount, institution, inboxLink, purchaserName: name, orderNumber: name },
      doing,
    ),
  editOrder: ({ day: orderDate, amount, text: reseller }) =>
    editOrder(ordered, { orderDate, amount, reseller }),
  amendOrder: ({ day: orderDate, text: reason, name }, doing) =>
    amendOrder(ordered, { orderDate, institution: name }, reason, doing),
  recordStep: ({ day: on, note, text: appleCase }, doing) =>
    recordStep(ordered, { kind: 'resend-requested', on, note, data: { case: appleCase } }, doing),
  correctStep: ({ day: on, note, text: reason }, doing) =>
    correctStep(ordered, { step: ordered.steps[0]!.id, on, note, reason }, doing),
  withdrawStep: ({ text: reason }, doing) =>
    withdrawStep(ordered, { step: ordered.steps[0]!.id, reason }, doing),
  handOut: ({ day: on, text: to }, doing) => handOut(codeWith(), { to, on }, doing),
  correctHandOut: ({ day: on, text: to, note: reason }, doing) =>
    correctHandOut(
      codeWith([stepOf('handed-out', '2026-11-19', { to: '7B' })]),
      { to, on, reason },
      doing,
    ),
  redeem: ({ day: on, text: account, note: place }, doing) =>
    redeem(codeWith(), { account, place, on }, doing),
  takeBack: ({ text: reason }, doing) =>
    takeBack(codeWith([stepOf('redeemed', '2026-11-19')]), { kind: 'redeemed', reason }, doing),
  newPurchaser: ({ name, text: appleId, note: institution }) =>
    newPurchaser('p', { name, appleId, institution, manager: '' }, []),
  editPurchaser: ({ name, text: appleId, note: institution }) =>
    editPurchaser(
      recordOf('content-purchaser'),
      { name, appleId, institution, manager: 'school' },
      [],
    ),
  judgeAccount: ({ day: on, note }, doing) =>
    judgeAccount(recordOf('content-purchaser'), { kind: 'rejected', on, note }, doing),
  renameBatch: ({ name }) => renameBatch(recordOf('code-batch'), name),
};

const takenToken = ({ day, text: downloadedBy, name, note }: Odd) => ({
  ...BLANK_TOKEN,
  name,
  appleId: 'vpp@nordby.example',
  location: note,
  systemName: note,
  downloadedBy,
  downloadedOn: day,
  holders: { a: note },
});

const fileOf = (expDate: string, orgName: string): Uint8Array =>
  new TextEncoder().encode(
    btoa(
      Array.from(
        new TextEncoder().encode(JSON.stringify({ token: 't', expDate, orgName })),
        (byte) => String.fromCharCode(byte),
      ).join(''),
    ),
  );

const licences: Readonly<Record<string, Command>> = {
  writeApp: ({ name, text: location, count, amount: lowAt }, doing) =>
    writeApp(
      { id: 'a' },
      { name, adamId: '425073498', location, productType: 'App', owned: String(count), lowAt },
      [],
      doing,
    ),
  writeUser: ({ name, text: email, note: group }) =>
    writeUser(
      { id: 'u' },
      { ...BLANK_USER, name, email, group, location: group, clientUserId: group },
      [],
    ),
  sayTerms: ({ day: on }, doing) =>
    sayTerms(userWith(), { kind: 'invited', on, edition: 'apple-licences.accounts-2025' }, doing),
  deploy: ({ name, text: group }, doing) =>
    deploy(
      'd',
      { name, group, users: { u: 'Elis' }, intent: 'required' },
      { app: 'a', edition: 'apple-licences.accounts-2025', owner: 'sara' },
      doing,
    ),
  sayOfLicence: ({ day: on }, doing) =>
    sayOfLicence(
      licenceWith({ steps: [stepOf('assigned', '2026-04-01')] }),
      { kind: 'taken-back', on },
      doing,
    ),
  takeToken: (given, doing) => {
    const file = readTokenFile(fileOf(`${given.other}T10:00:00Z`, given.text));
    if (!file.ok) return file;
    const taken = { file: file.value, fingerprint: 'f'.repeat(64) };
    const known = { edition: 'apple-licences.accounts-2025', knowsForGood: true, others: [] };
    return takeToken('t', takenToken(given), taken, known, doing);
  },
  editToken: (given, doing) => editToken(recordOf('content-token'), takenToken(given), doing),
  noteFinding: ({ day: on, note }, doing) =>
    noteFinding(recordOf('content-token'), { kind: 'revoked', on, note }, doing),
};

const authorizing = {
  customer: 'customer-1',
  customerName: 'Linden',
  programme: 'vip' as const,
  others: [],
  edition: 'adobe-vip.order-30',
  owner: 'sara',
};
const customer = customerWith();
const book = { customer, authorizations: [], orders: [vipOrderWith()], returns: [] };
const key = planKey('Illustrator', 'team');
const renewing = {
  anniversary: '2026-11-25',
  edition: renewalLate30,
  plans: [{ key, product: 'Illustrator', licenceType: 'team', owned: 4, assigned: 0, sku: '' }],
} as unknown as Parameters<typeof renewalOrderOf>[3]['renewing'];

const placed = ({ day: orderDate, text: orderNumber, note: sku, count }: Odd): OrderInput => ({
  orderNumber,
  orderDate,
  lines: ['a'],
  skus: { a: sku },
  duration: { count, unit: 'months' },
});

const vip: Readonly<Record<string, Command>> = {
  inviteCustomer: ({ name, text, day: anniversary, other: invitedOn, note }, doing) =>
    inviteCustomer(
      'c',
      {
        name,
        vipId: text,
        marketplaceId: note,
        programme: 'vip',
        segment: 'COM',
        adminName: note,
        adminEmail: text,
        anniversary,
        owner: 'sara',
      },
      { others: [], renewalEdition: renewalLate30.id, invitedOn },
      doing,
    ),
  editCustomer: ({ name, text: marketplaceId, day: anniversary, other: firstOrderOn }, { today }) =>
    editCustomer(customer, { name, marketplaceId, anniversary, firstOrderOn }, [], { today }),
  noteInvitation: ({ day }, doing) => noteInvitation(customer, day, doing),
  correctInvitation: ({ day }, doing) =>
    correctInvitation(customerWith({}, [stepOf('invited', '2026-11-01')]), day, doing),
  acceptTerms: ({ day }, doing) => acceptTerms(customer, day, doing),
  correctAcceptance: ({ day }, doing) =>
    correctAcceptance(customerWith({}, [stepOf('terms-accepted', '2026-11-01')]), day, doing),
  sayCommitment: ({ day: acceptedOn, other: contractEnd, count: minimum }) =>
    sayCommitment(customer, { acceptedOn, contractEnd, minimum: minimum * 5 }),
  sayPlan: ({ name: product, text: sku, count }, doing) =>
    sayPlan(customer, { product, licenceType: 'team', sku, owned: count, assigned: count }, doing),
  sayHolders: ({ name, text: group }, doing) =>
    sayHolders(customer, [name, 'Elis'], { group, plan: key }, doing),
  sayNewHolder: ({ name, text: group }, doing) =>
    sayNewHolder(customer, { name, group, plan: key }, doing),
  authorize: (
    { day: createdOn, other: deploymentDate, text, name: product, note: sku, count: quantity },
    doing,
  ) =>
    authorize(
      'a',
      {
        licenceType: 'team',
        createdOn,
        deploymentDate,
        purchaseOrderNumber: text,
        requestNumber: text,
        products: [{ product, quantity, sku }],
      },
      authorizing,
      doing,
    ),
  stateDue: ({ day: due, text: reason }, doing) =>
    stateDue(authorizationWith(), { due, reason }, doing),
  correctAuthorization: ({ day: createdOn, other: deploymentDate, text, name, count }, doing) =>
    correctAuthorization(
      authorizationWith(),
      {
        createdOn,
        deploymentDate,
        purchaseOrderNumber: text,
        requestNumber: text,
        products: { a: name },
        left: { a: count },
      },
      doing,
    ),
  coverLines: (given, doing) => coverLines(authorizationWith(), 'o', placed(given), doing),
  orderOf: (given, doing) => {
    const [problem] = orderProblems(authorizationWith(), placed(given), doing.today);
    return problem === undefined
      ? ok(orderOf('o', authorizationWith(), placed(given), doing))
      : { ok: false, problem };
  },
  correctOrder: ({ day: orderDate, text: orderNumber, note: sku, name, count: quantity }, doing) =>
    correctOrder(
      vipOrderWith(),
      { orderDate, orderNumber, purchaseOrderNumber: name, lines: { a: { quantity, sku } } },
      book,
      doing,
    ),
  renewalOrderOf: ({ day: orderDate, text: orderNumber, note: sku, count: quantity }, doing) =>
    renewalOrderOf(
      'r',
      customer,
      { orderNumber, orderDate, lines: { [key]: { quantity, sku } } },
      { renewing, level: 'none', currency: '' },
      doing,
    ),
  askReturn: ({ day: askedOn, text: reference, count: quantity }, doing) => {
    const returning = {
      customerName: 'Linden',
      programme: 'vip' as const,
      part: 'any' as never,
      book,
      plans: [],
      committedMinimum: 0,
      owner: 'sara',
    };
    const takes = [{ order: 'order-1', line: 'a', quantity }];
    const asked = askReturn({ takes, consumableUsed: false, askedOn, reference }, returning, doing);
    return asked.ok ? asked.value.map((request) => ok(request)) : asked;
  },
  grantReturn: ({ text: reference }, doing) => grantReturn(returnWith(), doing, reference),
  explainLine: ({ note }, doing) => [
    explainLine(recordOf('invoice-line'), note, doing),
    acceptLine(recordOf('invoice-line'), doing),
  ],
  explainOrder: ({ note }, doing) =>
    explainOrder(vipOrderWith({ lines: { a: orderLine(4) } }), { line: 'a', note }, doing),
  explainReturn: ({ note }, doing) => explainReturn(returnWith(), note, doing),
  orderFromLine: (_, doing) =>
    orderFromLine(
      'o',
      recordOf<VolymRecord<never>>('invoice-line').data,
      customer,
      undefined,
      doing,
    ),
};

/** Fields of which one of a few is chosen: nothing is typed there. */
const CHOSEN = ['programmes', 'channel', 'manager', 'system', 'organisationType'];

const workspace: Readonly<Record<string, Command>> = {
  renamePerson: ({ name }) => renamePerson(recordOf('person'), name),
  renameDevice: ({ name }) => renameDevice(recordOf<VolymRecord<never>>('device'), name),
  renameWorkspace: ({ name }) => renameWorkspace(recordOf('workspace'), name),
  setResend: ({ text, note }) =>
    [text, `https://store.example/${note}`].map((given) =>
      setResend(recordOf('workspace'), { supportForm: '', ownStore: given }),
    ),
  // What a question is answered with, and what a history brings back, is written as by the field's
  // own form.
  writeField: ({ day, text: reason, amount, name }, doing) =>
    (Object.keys(kinds) as KindId[]).flatMap((id) => {
      const record = recordOf<VolymRecord>(id);
      const fields = Object.keys(record.data).filter(
        (field) => isWrittenByHand(id, field) && !CHOSEN.includes(field),
      );
      return fields.flatMap((field) =>
        [day, amount, name].map((value) => writeField(record, { field, value, reason }, doing)),
      );
    }),
};

const isTaken = (draft: Draft): boolean => {
  const record = stored(draft, undefined, here);
  return parsed(record)[1] === 'fine' && recordIn(JSON.stringify(record), false) !== undefined;
};

describe('X8: whatever a command takes, each device can read', () => {
  const commands = Object.entries({ ...credit, ...licences, ...vip, ...workspace });

  test.each(commands)('%s', (_, command) => {
    let taken = 0;
    fc.assert(
      fc.property(odd, fc.constantFrom('2026-11-20', '2150-12-31'), (given, today) => {
        // Other ids than those of what is there.
        const { now, by, newId } = doingOn(today);
        const answers = [command(given, { today, now, by, newId: () => `new-${newId()}` })].flat();
        for (const answer of answers) {
          if (!answer.ok) continue;
          taken += 1;
          expect(isTaken(answer.value as Draft), JSON.stringify(answer.value).slice(0, 300)).toBe(
            true,
          );
        }
      }),
      { numRuns: 80, examples: MEANT_FIRST },
    );
    expect(taken).toBeGreaterThan(0);
  });
});
