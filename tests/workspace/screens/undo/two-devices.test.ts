import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ANNIVERSARY_FIELDS } from '#programmes/adobe-vip/rules/customer/customer-fields-together.ts';
import { correctAcceptance } from '#programmes/adobe-vip/rules/customer/accept-terms.ts';
import { dropCommitment } from '#programmes/adobe-vip/rules/customer/commitment-commands.ts';
import { correctInvitation } from '#programmes/adobe-vip/rules/customer/note-invitation.ts';
import type { PurchaseAuthorization } from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import type { VipOrder } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import { coverLines } from '#programmes/adobe-vip/rules/order/order-commands.ts';
import { correctCovered } from '#programmes/adobe-vip/rules/order/correct-order.ts';
import {
  takeAnswerBack,
  acceptLine,
  explainOrder,
  pairLine,
} from '#programmes/adobe-vip/rules/reconcile/answer-commands.ts';
import type { ReconcileRow } from '#programmes/adobe-vip/rules/reconcile/row.ts';
import {
  closeRenewal,
  declineRenewal,
  reopenRenewal,
} from '#programmes/adobe-vip/rules/renewal/renewal-commands.ts';
import { denyReturn, reopenReturn } from '#programmes/adobe-vip/rules/return/return-commands.ts';
import { countBy, sayDue } from '#programmes/adobe-vip/screens/authorization/due-actions.ts';
import {
  correctAndSay,
  correctAuthorizationAndSay,
  removeAndSay,
} from '#programmes/adobe-vip/screens/authorization/correct-and-say.ts';
import { changeCommitment } from '#programmes/adobe-vip/screens/customer/commitment-actions.ts';
import { changeCustomer } from '#programmes/adobe-vip/screens/customer/change-and-say.ts';
import { addHolder } from '#programmes/adobe-vip/screens/holder/holder-actions.ts';
import {
  sayAccepted,
  sayInvited,
} from '#programmes/adobe-vip/screens/invitation/acceptance-actions.ts';
import { placeOrder } from '#programmes/adobe-vip/screens/order/place-and-say.ts';
import {
  acceptAndSay,
  disownAndSay,
  explainAndSay,
  pairAndSay,
} from '#programmes/adobe-vip/screens/reconcile/reconcile-actions.ts';
import {
  closeAndSay,
  declineAndSay,
  reopenAndSay,
} from '#programmes/adobe-vip/screens/renewal/renewal-actions.ts';
import {
  denyAndSay,
  grantAndSay,
  reopenAndSay as reopenReturnAndSay,
} from '#programmes/adobe-vip/screens/return/return-actions.ts';
import { sayPlanAndSay, withdrawAndSay } from '#programmes/adobe-vip/screens/vip-actions.ts';
import { loadAdobeVipWords } from '#programmes/adobe-vip/words/load.ts';
import { vipCorrect } from '#programmes/adobe-vip/words/sv/vip-correct.ts';
import { vipReconcile } from '#programmes/adobe-vip/words/sv/vip-reconcile.ts';
import { vipRenewals } from '#programmes/adobe-vip/words/sv/vip-renewals.ts';
import { vipReturns } from '#programmes/adobe-vip/words/sv/vip-returns.ts';
import { vip } from '#programmes/adobe-vip/words/sv/vip.ts';
import {
  correctHandOut,
  redeem,
  takeBack,
} from '#programmes/apple-credit/rules/code/code-commands.ts';
import { correctStep, editOrder } from '#programmes/apple-credit/rules/order/order-commands.ts';
import {
  newPurchaser,
  type PurchaserInput,
} from '#programmes/apple-credit/rules/purchaser/purchaser-commands.ts';
import { handOutCode, redeemCode } from '#programmes/apple-credit/work/code/code-actions.ts';
import { renameCodes } from '#programmes/apple-credit/screens/code/rename-codes.ts';
import { orderActions } from '#programmes/apple-credit/screens/order/order-actions.ts';
import { saveAsOrdered } from '#programmes/apple-credit/work/order/save-as-ordered.ts';
import {
  changePurchaser,
  correctAccount,
  mergePurchasers,
} from '#programmes/apple-credit/work/purchaser/write-purchaser.ts';
import { readRegister } from '#programmes/apple-credit/screens/purchaser/register.svelte.ts';
import { changeIntent } from '#programmes/apple-licences/rules/deployment/deployment-commands.ts';
import type { ContentTokenData } from '#programmes/apple-licences/rules/token/content-token.ts';
import {
  tickRenewal,
  untickRenewal,
} from '#programmes/apple-licences/rules/token/token-commands.ts';
import { takeNoteBack } from '#programmes/apple-licences/rules/token/token-findings.ts';
import { giveAgain } from '#programmes/apple-licences/rules/licence/licence-commands.ts';
import { appActions } from '#programmes/apple-licences/screens/app/app-actions.ts';
import { renewalActions } from '#programmes/apple-licences/screens/token/renewal-actions.ts';
import { takeFirst } from '#programmes/apple-licences/work/token/taking.ts';
import { tokenActions } from '#programmes/apple-licences/screens/token/token-actions.ts';
import { pasteInvite } from '#programmes/apple-licences/work/user/invite-user.ts';
import { editUser } from '#programmes/apple-licences/work/user/edit-user.ts';
import { redeploy } from '#programmes/apple-licences/work/deployment/deploy-app.ts';
import { bringBack as bringLicencesBack } from '#programmes/apple-licences/work/giving/say-of-licences.ts';
import { apps } from '#programmes/apple-licences/words/sv/apps.ts';
import { tokens } from '#programmes/apple-licences/words/sv/tokens.ts';
import { kinds, type KindId } from '#programmes/kinds.ts';
import type { Act } from '#core/record/act.ts';
import { stayedFields } from '#core/record/fields-back.ts';
import { fieldsOf } from '#core/record/fields.ts';
import type { Draft, VolymRecord } from '#core/record/record.ts';
import { ok, type Problem, type Result } from '#core/result.ts';
import { lastOf, currentSteps } from '#core/record/step.ts';
import { undoAct } from '#data/acts/undo-act.ts';
import { onKind } from '#data/records/on-kind.ts';
import type { Command } from '#data/records/records.ts';
import { newPerson } from '#workspace/rules/people/person-commands.ts';
import { bringBack } from '#workspace/screens/history/bring-back.ts';
import { decideOn } from '#workspace/work/people/decide-on.ts';
import { history } from '#workspace/words/sv/history.ts';
import { nameDevice } from '#workspace/work/people/name-device.ts';
import { refusalOf, type UndoMade } from '#data/records/change-fields.ts';
import { perform } from '#ui/perform.ts';
import type { Texts } from '#programmes/apple-credit/screens/text.ts';
import { toasts } from '#ui/toast.svelte.ts';
import type { Device } from '#tests/data/sync/devices.ts';
import { PATIENT, world } from '#tests/data/sync/world.ts';
import { appWith, licenceWith, userWith } from '#tests/factories/apps.ts';
import { codeWith, orderWith, recordOf, valueOf } from '#tests/factories/credit.ts';
import { stubDeviceDatabase } from '#tests/factories/device-database.ts';
import { exampleWrap, examples } from '#tests/factories/examples.ts';
import { invoiceLineWith } from '#tests/factories/vip-invoices.ts';
import { energyCustomer } from '#tests/factories/vip-renewals.ts';
import {
  authorizationWith,
  customerWith,
  orderLine,
  returnWith,
  stepOf,
  vipOrderWith,
} from '#tests/factories/vip.ts';
import { tokenOf } from '#tests/programmes/apple-licences/screens/token/token-of.ts';
import { creditTexts } from '#tests/programmes/apple-credit/screens/credit-texts.ts';

const text: Texts = {
  ...creditTexts(),
  history,
  tokens,
  apps,
  vip,
  vipReconcile,
  vipRenewals,
  vipReturns,
};
const TODAY = '2026-11-20';

type Done = Promise<Problem | undefined>;

/** An edit as the screen makes it, and what another device writes before it is undone. */
type Edit = {
  readonly what: string;
  /** What is there before; the first of them is edited. */
  readonly given: readonly Draft[];
  readonly edit: (device: Device, id: string) => Done;
  /** What someone else writes since. */
  readonly later: Command;
  /** Maps of which each entry is a separate field. */
  readonly entries?: readonly string[];
  /** Fields that go back together or stay together; `step` is any step of the record. */
  readonly together?: readonly (readonly string[])[];
  /** An act goes back as a whole or stays, and tells how many records stay instead of fields. */
  readonly isAct?: true;
  /** What is stored beside the record goes back in any case; only a part of it can stay. */
  readonly isPart?: true;
  /** It goes back into the trash whole, or stays as it is once someone wrote something of it. */
  readonly isAgain?: true;
};

/** Why the records of a kind have no edit that is undone at the foot of the screen. */
type NoEdit = string;

/** Someone else writes fields of a record. */
const fields =
  (written: Readonly<Record<string, unknown>>): Command =>
  (now) =>
    ok({ ...now, data: { ...now.data, ...written } });

/** Does it and says so, as a screen does. */
const performed = (work: Promise<Result<UndoMade>>): Done =>
  refusalOf(perform(work, (undo) => ({ message: 'done', undo })));

/** The same of what is done as an act, which answers how many records stay. */
const acted = ({ records }: Device, work: Promise<Result<{ readonly act: Act }>>): Done =>
  performed(
    work.then((answer) =>
      answer.ok
        ? ok(async () => {
            const { act } = answer.value;
            const { changed } = await undoAct({ records, workspaceId: 'w' }, act, 'Ångrat');
            return changed === 0 ? undefined : { code: 'changed-since' };
          })
        : answer,
    ),
  );

/** The app of a device, as far as its screens ask for it. */
const here = (device: Device) => ({ records: device.records, workspace: undefined });
const order = () =>
  orderWith(
    [
      ['ordered', '2026-10-20'],
      ['ready', '2026-10-26'],
    ],
    { institution: 'Nordby', reseller: 'Dustin' },
  );
const act = ({ records }: Device, id: string) => orderActions(records, id, text);
const orderStep = async ({ records }: Device, id: string, kind: string): Promise<string> =>
  lastOf((await records.get(id))?.steps ?? [], kind)?.id ?? '';
/** Someone else puts the last step of a kind right. */
const orderCorrected = (kind: string, on: string): Command =>
  onKind('credit-order', (now, doing) => {
    const step = lastOf(now.steps, kind)?.id ?? '';
    return correctStep(now, { step, on, reason: 'Fel dag' }, doing);
  });
const credits: readonly Edit[] = [
  {
    what: 'fields of a credit order',
    given: [order()],
    edit: (device, id) =>
      act(device, id).edit({ institution: 'Nordby kommun', reseller: 'Atea' }, 'done'),
    later: fields({ reseller: 'Advania', orderNumber: '4711' }),
  },
  {
    what: 'an amount and its currency',
    given: [order()],
    edit: (device, id) =>
      act(device, id).edit({ amount: '90.00', currency: 'EUR', institution: 'Nord' }, 'done'),
    later: fields({ amount: '95.00' }),
    together: [['amount', 'currency']],
  },
  {
    what: 'the day of a credit order',
    given: [order()],
    edit: (device, id) =>
      act(device, id).edit({ orderDate: '2026-10-19', institution: 'Nord' }, 'done'),
    later: orderCorrected('ordered', '2026-10-18'),
  },
  {
    what: 'an earlier reseller of an order that was brought back',
    given: [order()],
    edit: (device, id) =>
      bringBack(
        here(device),
        { id, kind: 'credit-order' },
        { field: 'reseller', fieldName: 'Återförsäljare', value: 'Atea', label: 'Atea' },
        text,
      ),
    later: fields({ reseller: 'Advania', orderNumber: '4711' }),
  },
  {
    what: 'who looks after a credit order',
    given: [order()],
    edit: (device, id) => act(device, id).assign({ owner: 'johan', deputy: 'pia' }),
    later: fields({ owner: 'nils', orderNumber: '4711' }),
  },
  {
    what: 'a step of a credit order',
    given: [order()],
    edit: (device, id) => act(device, id).record({ kind: 'downloaded', on: '2026-11-02' }),
    later: orderCorrected('downloaded', '2026-11-03'),
  },
  {
    what: 'that a draft was ordered',
    given: [orderWith([], { orderDate: '' })],
    edit: (device, id) => act(device, id).record({ kind: 'ordered', on: '2026-10-20' }),
    later: orderCorrected('ordered', '2026-10-21'),
  },
  {
    what: 'a draft that was saved as ordered',
    given: [orderWith([], { orderDate: '', institution: 'Nordby' })],
    edit: ({ records }, id) =>
      performed(
        saveAsOrdered(
          records,
          id,
          { input: { institution: 'Nordby kommun' }, on: '2026-10-20' },
          { date: 'Orderdatum ändrat', undone: 'Ångrat' },
        ),
      ),
    later: orderCorrected('ordered', '2026-10-21'),
    together: [['institution', 'orderDate', 'step']],
  },
  {
    what: 'a step that was put right',
    given: [order()],
    edit: async (device, id) =>
      act(device, id).correct({
        step: await orderStep(device, id, 'ready'),
        on: '2026-10-27',
        note: '',
        reason: 'Fel dag',
      }),
    later: orderCorrected('ready', '2026-10-28'),
  },
  {
    what: 'a step that was taken back, beside which someone wrote another order date',
    given: [orderWith([['ordered', '2026-10-20']])],
    edit: async (device, id) =>
      act(device, id).takeBack({ step: await orderStep(device, id, 'ordered'), reason: 'Fel' }),
    later: onKind('credit-order', (now) => editOrder(now, { orderDate: '2026-10-22' })),
    together: [['orderDate', 'step']],
  },
];

const code = () => codeWith([], 1, 'batch-1');
const codes: readonly Edit[] = [
  {
    what: 'that a code was handed out',
    given: [code()],
    edit: ({ records }, id) =>
      performed(
        handOutCode(records, id, { to: '7B', on: TODAY }).then((answer) =>
          answer.ok ? ok(() => answer.value('Ångrat')) : answer,
        ),
      ),
    later: onKind('redemption-code', (now, doing) =>
      correctHandOut(now, { to: '7C', on: TODAY, reason: 'Fel klass' }, doing),
    ),
  },
  {
    what: 'that a code was redeemed, which someone took back and redeemed elsewhere',
    given: [code()],
    edit: ({ records }, id) =>
      performed(
        redeemCode(records, id, { account: 'a', place: 'b', on: TODAY }).then((answer) =>
          answer.ok ? ok(() => answer.value('Ångrat')) : answer,
        ),
      ),
    later: onKind('redemption-code', (now, doing) => {
      const back = takeBack(now, { kind: 'redeemed', reason: 'Fel konto' }, doing);
      return back.ok
        ? redeem({ ...now, ...back.value }, { account: 'c', place: 'd', on: TODAY }, doing)
        : back;
    }),
  },
];

const tokenInput = (given: Partial<ContentTokenData>) => ({ ...tokenOf().data, ...given });
/** A vault that knows a record by its id, and seals what it is given. */
const keyed = (id: string) => ({
  keyedId: () => Promise.resolve(id),
  seal: (sealed: string) => Promise.resolve({ key: 'v1', iv: 'CCCC', text: sealed }),
});
/** The token that is here, in another dress. */
const sameToken = () => ({
  fileName: 'token.vpptoken',
  file: {
    bearer: 'BEARER',
    token: 'TOKEN',
    organization: 'Nordby kommun',
    expiresAt: '2026-12-14T09:26:53Z',
    lastDay: '2026-12-14',
  },
  fingerprint: 'bb',
  innerFingerprint: 'inner-aa',
});
const tokenEdits: readonly Edit[] = [
  {
    what: 'fields of a token',
    given: [tokenOf()],
    edit: ({ records }, id) =>
      tokenActions(records, id, text).edit(
        tokenInput({ name: 'Skolor', location: 'Nordby skola', system: 'jamf', systemName: 'J' }),
      ),
    later: fields({ location: 'Nordby F-6', systemName: 'Jamf School', alsoIn: 'Intune' }),
    together: [['system', 'systemName']],
  },
  {
    what: 'who has access to a token',
    given: [tokenOf()],
    edit: ({ records }, id) =>
      tokenActions(records, id, text).edit(
        tokenInput({ holders: { sara: 'Sara Lindholm', pia: 'Pia Strand', nils: 'Nils Ek' } }),
      ),
    later: fields({
      holders: { sara: 'Sara Lindholm', pia: 'Pia Berg', nils: 'Nils Ek', ali: 'Ali Said' },
    }),
    entries: ['holders'],
  },
  {
    what: 'what a token was found to be',
    given: [tokenOf()],
    edit: ({ records }, id) => tokenActions(records, id, text).note('revoked', TODAY, ''),
    later: onKind('content-token', (now, doing) =>
      takeNoteBack(now, lastOf(now.steps, 'revoked')?.id ?? '', doing),
    ),
  },
];

/** A token whose renewal waits for its last tick. */
const renewed = () => {
  const token = tokenOf();
  const step = { ...stepOf('renewed', '2026-11-20', { until: '2026-11-30' }), at: Date.now() };
  return { ...token, steps: [...token.steps, step] };
};
const ticks: Edit = {
  what: 'the last tick of a renewal, which someone took back and ticked again',
  given: [renewed()],
  edit: async ({ records }, id) => {
    await renewalActions(records, id, text).tick('checked', true);
    return undefined;
  },
  later: onKind('content-token', (now, doing) => {
    const back = untickRenewal(now, 'checked', doing);
    return back.ok ? tickRenewal({ ...now, ...back.value }, 'checked', doing) : back;
  }),
};
const takenAgain: Edit = {
  what: 'a token that was taken in again',
  given: [{ ...tokenOf(), trashedOn: '2026-11-01' }],
  edit: (device, id) =>
    performed(
      takeFirst(
        { ...here(device), vault: keyed(id), askUnlock: () => Promise.resolve(true) },
        {
          input: tokenInput({ name: 'Skolor', location: 'Nordby skola', holders: {} }),
          read: sameToken(),
          keeps: false,
          knowsForGood: true,
        },
      ).then((answer) => (answer.ok ? ok(answer.value.undo) : answer)),
    ),
  later: fields({ location: 'Nordby F-6', alsoIn: 'Intune' }),
  entries: ['holders'],
  isAgain: true,
};

const customer = () => customerWith({ adminName: 'Eva', adminEmail: 'eva@linden.example' });
const ENDS = '2026-12-13';
const customers: readonly Edit[] = [
  {
    what: 'fields of a VIP customer',
    given: [customer()],
    edit: (device, id) =>
      changeCustomer(here(device), id, { adminName: 'Ulf', name: 'Linden AB' }, text),
    later: fields({ name: 'Linden & Co', adminEmail: 'ulf@linden.example' }),
  },
  {
    what: 'the anniversary of a VIP customer',
    given: [customerWith({ firstOrderOn: '2025-06-08' })],
    edit: (device, id) =>
      changeCustomer(here(device), id, { anniversary: '2027-05-01', adminName: 'Ulf' }, text),
    later: fields({ anniversary: '2027-05-02' }),
    together: [ANNIVERSARY_FIELDS],
  },
  {
    what: 'who holds a licence of a VIP customer',
    given: [customer()],
    edit: async ({ records }, id) =>
      addHolder(
        records,
        id,
        { name: 'Pia Strand', group: '', plan: 'illustrator|team' },
        { text, words: await loadAdobeVipWords('sv', 'vipHolders') },
      ),
    later: onKind('vip-customer', (now) => {
      const renamed = Object.entries(now.data.holders).map(([id, holder]) => [
        id,
        { ...holder, name: 'Pia Berg' },
      ]);
      return ok({ ...now, data: { ...now.data, holders: Object.fromEntries(renamed) } });
    }),
    entries: ['holders'],
  },
  {
    what: 'how many licences a VIP customer has',
    given: [energyCustomer()],
    edit: ({ records }, id) =>
      sayPlanAndSay(
        records,
        id,
        { product: 'Illustrator', licenceType: 'team', sku: '', owned: 8, assigned: 7 },
        text,
      ),
    later: onKind('vip-customer', (now) => {
      const counted = Object.entries(now.data.plans).map(([key, plan]) => [
        key,
        { ...plan, owned: 40 },
      ]);
      return ok({ ...now, data: { ...now.data, plans: Object.fromEntries(counted) } });
    }),
    entries: ['plans'],
  },
  {
    what: 'the commitment of a VIP customer, which someone dropped',
    given: [customer()],
    edit: ({ records }, id) =>
      changeCommitment(
        records,
        id,
        { acceptedOn: '2026-06-01', contractEnd: '2029-05-31', minimum: 10 },
        'done',
        text,
      ),
    later: onKind('vip-customer', (now) => {
      const dropped = dropCommitment(now);
      return dropped.ok
        ? ok({ ...dropped.value, data: { ...dropped.value.data, adminName: 'Ulf' } })
        : dropped;
    }),
  },
  {
    what: 'the day on which terms were accepted',
    given: [customer()],
    edit: async ({ records }, id) =>
      sayAccepted(
        records,
        id,
        { on: '2026-11-18', wasNoted: false },
        { text, words: await loadAdobeVipWords('sv', 'vipAcceptance') },
      ),
    later: onKind('vip-customer', (now, doing) => correctAcceptance(now, '2026-11-19', doing)),
  },
  {
    what: 'the day on which a customer was invited',
    given: [customer()],
    edit: async ({ records }, id) =>
      sayInvited(
        records,
        id,
        { on: '2026-11-17', wasNoted: false },
        { text, words: await loadAdobeVipWords('sv', 'vipAcceptance') },
      ),
    later: onKind('vip-customer', (now, doing) => correctInvitation(now, '2026-11-16', doing)),
  },
  {
    what: 'that a customer does not renew, which someone opened again',
    given: [energyCustomer()],
    edit: ({ records }, id) => declineAndSay(records, id, '2026-12-13', text),
    later: onKind('vip-customer', (now, doing) => reopenRenewal(now, '2026-12-13', doing)),
  },
  {
    what: 'that a renewal was closed, which someone opened again and closed themselves',
    given: [energyCustomer()],
    edit: ({ records }, id) => closeAndSay(records, id, ENDS, text),
    later: onKind('vip-customer', (now, doing) => {
      const back = reopenRenewal(now, ENDS, doing);
      const ended = { anniversary: ENDS, on: TODAY };
      return back.ok ? closeRenewal({ ...now, ...back.value }, ended, doing) : back;
    }),
  },
  {
    what: 'that a renewal was reopened, which someone declined',
    given: [energyCustomer({}, [stepOf('renewal-closed', '2026-11-19', { anniversary: ENDS })])],
    edit: ({ records }, id) => reopenAndSay(records, id, ENDS, text),
    later: onKind('vip-customer', (now, doing) => declineRenewal(now, ENDS, doing)),
    together: [['step']],
  },
];

const words = vipCorrect;
const authorizations: readonly Edit[] = [
  {
    what: 'the last day that Adobe states',
    given: [authorizationWith(), customer()],
    edit: ({ records }, id) =>
      sayDue(records, id, { due: '2026-12-24', reason: 'Adobe visar den' }, 'done', text),
    later: fields({ statedDue: '2026-12-31', owner: 'nils' }),
  },
  {
    what: 'the edition that the last day is counted by',
    given: [authorizationWith(), customer()],
    edit: ({ records }, id) =>
      countBy(records, id, authorizationWith({ days: 14 }).data.edition, 'done', text),
    later: fields({ edition: authorizationWith({ days: 7 }).data.edition, owner: 'nils' }),
  },
  {
    what: 'that some licences were taken off an authorization',
    given: [authorizationWith(), customer()],
    edit: ({ records }, id) =>
      withdrawAndSay(records, id, {
        withdrawal: { line: 'a', quantity: 2 },
        plans: [],
        message: 'done',
        text,
      }),
    later: fields({ owner: 'nils' }),
  },
  {
    what: 'an authorization that was put right',
    given: [authorizationWith(), customer()],
    edit: async (device, id) =>
      correctAuthorizationAndSay(
        here(device),
        (await device.records.get(id)) as PurchaseAuthorization,
        { requestNumber: 'B71F2E08', purchaseOrderNumber: 'TL-0442' },
        { text, words },
      ),
    later: fields({ purchaseOrderNumber: 'TL-0443', owner: 'nils' }),
  },
  {
    what: 'that an authorization was ordered, by a number that someone put right',
    given: [authorizationWith(), customer()],
    edit: async ({ records }, id) =>
      placeOrder(
        records,
        { id, parent: 'customer-1' },
        { orderNumber: '77000500', orderDate: TODAY, lines: ['a'], skus: {} },
        { text, editions: undefined },
      ),
    later: onKind('purchase-authorization', (now, doing) => {
      const ordered = lastOf(now.steps, 'ordered')?.data?.order ?? '';
      const placed = vipOrderWith({ orderNumber: '77000501' }, ordered);
      return correctCovered(now, placed, doing);
    }),
  },
  {
    what: 'that an order was removed, whose line someone ordered again',
    given: [
      authorizationWith({
        steps: [stepOf('ordered', TODAY, { order: 'order-1', orderNumber: '77000412', line: 'a' })],
      }),
      vipOrderWith({ authorization: 'authorization-1' }),
      customer(),
    ],
    edit: async (device, id) => {
      const authorization = (await device.records.get(id)) as PurchaseAuthorization;
      const order = (await device.records.get('order-1')) as VipOrder;
      const under = { authorizations: [authorization], orders: [order], returns: [] };
      const book = { customer: customer(), ...under };
      return removeAndSay(here(device), order, { book, text, words });
    },
    later: onKind('purchase-authorization', (now, doing) =>
      coverLines(
        now,
        'order-2',
        { orderNumber: '77000501', orderDate: TODAY, lines: ['a'], skus: {} },
        doing,
      ),
    ),
    together: [['step']],
  },
];

/** What is ours of a row that no invoice came for. */
const ordered = (): ReconcileRow => ({
  ...rowOf(),
  theirs: [],
  ours: {
    ...orderLine(4),
    order: 'order-1',
    line: 'a',
    key: 'order-1 a',
    customer: 'customer-1',
    customerName: '',
    orderNumber: '77000412',
    orderDate: TODAY,
    purchaseOrderNumber: '',
    currency: '',
    returns: [],
  },
});
const orders: readonly Edit[] = [
  {
    what: 'an order that was put right',
    given: [vipOrderWith(), customer()],
    edit: async (device, id) =>
      correctAndSay(
        here(device),
        (await device.records.get(id)) as VipOrder,
        { orderNumber: '77000499', purchaseOrderNumber: 'TL-1' },
        {
          book: { customer: customer(), authorizations: [], orders: [], returns: [] },
          text,
          words,
        },
      ),
    later: fields({ orderNumber: '77000498', currency: 'SEK' }),
  },
  {
    what: 'that a line of an order was explained, which someone explained again',
    given: [vipOrderWith(), customer()],
    edit: ({ records }) => explainAndSay(records, ordered(), 'Fakturan kommer', text),
    later: onKind('vip-order', (now, doing) => {
      const back = takeAnswerBack(now, ordered(), doing);
      const anew = { line: 'a', note: 'Krediterad' };
      return back.ok ? explainOrder({ ...now, ...back.value }, anew, doing) : back;
    }),
  },
];

const returns: readonly Edit[] = [
  {
    what: 'that a return was granted',
    given: [returnWith(), vipOrderWith(), customer()],
    edit: ({ records }, id) => grantAndSay(records, id, 'RMA-7', text),
    later: fields({ reference: 'RMA-8', owner: 'nils' }),
  },
  {
    what: 'that a return was denied, which someone took back',
    given: [returnWith(), vipOrderWith(), customer()],
    edit: ({ records }, id) => denyAndSay(records, id, text),
    later: onKind('return-authorization', (now, doing) =>
      reopenReturn(now, { orders: [vipOrderWith()], returns: [] }, doing),
    ),
  },
  {
    what: 'that a return was reopened, which someone answered again',
    given: [returnWith({}, [stepOf('return-granted', '2026-11-20')]), vipOrderWith(), customer()],
    edit: ({ records }, id) =>
      reopenReturnAndSay(records, id, { orders: [vipOrderWith()], returns: [] }, text),
    later: onKind('return-authorization', denyReturn),
    together: [['step']],
  },
];

const rowOf = (): ReconcileRow => ({
  key: 'row',
  group: 'line-without-order',
  guesses: [],
  answer: undefined,
  isPairedByHand: false,
  reports: [],
  ours: undefined,
  taken: undefined,
  returns: [],
  theirs: [invoiceLineWith()],
});

/** Someone takes an answer about a line of an invoice back, and gives their own. */
const answeredAnew = onKind('invoice-line', (now, doing) => {
  const back = takeAnswerBack(now, rowOf(), doing);
  return back.ok ? acceptLine({ ...now, ...back.value }, doing) : back;
});
const answers: readonly Edit[] = [
  {
    what: 'that a line of an invoice is of an order',
    given: [invoiceLineWith()],
    edit: ({ records }) => pairAndSay(records, rowOf(), ordered().ours!, text),
    later: onKind('invoice-line', (now, doing) =>
      pairLine(now, { order: 'order-2', line: 'a' }, doing),
    ),
  },
  {
    what: 'that a line of an invoice is not ours',
    given: [invoiceLineWith()],
    edit: ({ records }) => disownAndSay(records, rowOf(), text),
    later: answeredAnew,
  },
  {
    what: 'what explains a line of an invoice',
    given: [invoiceLineWith()],
    edit: ({ records }) => explainAndSay(records, rowOf(), 'Avrundning', text),
    later: answeredAnew,
  },
];

const store = ({ records }: Device) => ({ records, workspaceId: 'w' });

const purchaserOf = (id: string, given: Partial<PurchaserInput>) =>
  valueOf(newPurchaser(id, { name: '', appleId: '', institution: '', manager: '', ...given }, []));
/** An order that names that purchaser. */
const ofA = () =>
  orderWith([['ordered', '2026-10-20']], {
    purchaserName: 'Sara',
    purchaserAppleId: 'a@nordby.example',
  });

const people = [
  recordOf(newPerson('sara', 'Sara Lindholm', { w1: '2026-11-20' })),
  recordOf(newPerson('pia', 'Pia Strand', { w1: '2026-11-20' })),
];
const weighing = () => ({ by: 'pia', people, wraps: { w1: exampleWrap }, out: new Set<string>() });

/** Every kind has its edits here, or why it has none. */
const edits: { readonly [Id in KindId]: readonly Edit[] | NoEdit } = {
  'credit-order': credits,
  'redemption-code': codes,
  'code-batch': [
    {
      what: 'the name of a list of codes',
      given: [examples['code-batch']],
      edit: ({ records }, id) => renameCodes(records, id, 'Höstens koder', 'done'),
      later: fields({ name: 'Koder 2026' }),
    },
  ],
  'content-purchaser': [
    {
      what: 'a purchaser',
      given: [
        valueOf(
          newPurchaser(
            'purchaser-1',
            { name: 'Sara', appleId: 'a@nordby.example', institution: 'Nordby', manager: '' },
            [],
          ),
        ),
      ],
      edit: ({ records }, id) =>
        performed(
          changePurchaser(
            records,
            id,
            (now) => ({ ...now, name: 'Sara Lindholm', institution: 'Nordby kommun' }),
            [],
          ),
        ),
      later: fields({ institution: 'Nordby F-6', manager: 'school' }),
    },
    {
      what: 'two purchasers that were made one',
      given: [
        purchaserOf('purchaser-1', { name: 'Sara', appleId: 'a@nordby.example' }),
        purchaserOf('purchaser-2', {
          name: 'Sara L',
          appleId: 'b@nordby.example',
          institution: 'Nordby',
        }),
      ],
      edit: async ({ records }) => {
        const rows = await readRegister(records, TODAY);
        const [stays, goes] = ['a@', 'b@'].map((key) =>
          rows.find((row) => row.key === `${key}nordby.example`)!,
        );
        const merging = { appleId: 'b@nordby.example', reason: 'Ångrat' };
        const made = await mergePurchasers(records, [stays!, goes!], merging);
        return performed(Promise.resolve(made.ok ? ok(made.value.undo) : made));
      },
      later: fields({ institution: 'Nordby F-6', manager: 'school' }),
    },
    {
      what: 'the account of a purchaser that was put right, whose name someone wrote',
      given: [purchaserOf('purchaser-1', { name: 'Sara', appleId: 'a@nordby.example' }), ofA()],
      edit: async ({ records }) => {
        const [row] = await readRegister(records, TODAY);
        const to = { name: 'Sara Lindholm', appleId: 'c@nordby.example' };
        const made = await correctAccount(records, row!, to, []);
        return performed(Promise.resolve(made.ok ? ok(made.value.undo) : made));
      },
      later: fields({ name: 'Sara Berg', manager: 'school' }),
      together: [['name', 'appleId']],
      isPart: true,
    },
  ],
  'content-token': [...tokenEdits, ticks, takenAgain],
  'volume-app': [
    {
      what: 'an app',
      given: [appWith({ name: 'Ordlådan', location: 'Nordby', adamId: '1234567890', lowAt: 5 })],
      edit: ({ records }, id) =>
        appActions(records, id, text).edit({
          name: 'Ordlådan 2',
          adamId: '1234567890',
          location: 'Nordby F-6',
          productType: 'App',
          owned: '',
          lowAt: '',
        }),
      later: fields({ location: 'Söderby', isRevocable: true }),
    },
  ],
  'volume-user': [
    {
      what: 'a user',
      given: [userWith({ name: 'Elis', email: 'elis@skola.example', group: '4B' })],
      edit: ({ records }, id) =>
        performed(
          editUser(records, id, {
            name: 'Elis B',
            email: 'elis@skola.example',
            location: '',
            clientUserId: 'u-1',
            group: '5B',
          }),
        ),
      later: fields({ group: '5C', email: 'elis.b@skola.example' }),
    },
    {
      what: 'an invitation that was pasted',
      given: [userWith({ name: 'Elis' })],
      edit: (device, id) =>
        performed(
          pasteInvite(
            { ...here(device), vault: keyed(id), askUnlock: () => Promise.resolve(true) },
            id,
            'https://mdm.skola.example/i/4f1c',
          ),
        ),
      later: fields({ invite: { key: 'v1', iv: 'DDDD', text: 'other' }, group: '5C' }),
    },
  ],
  'assigned-licence': [
    {
      what: 'that a licence came back, which someone assigned again',
      given: [
        licenceWith({ steps: [stepOf('assigned', '2026-11-10')] }),
        appWith({ total: 10, assigned: 4, available: 6 }),
      ],
      edit: (device, id) =>
        acted(
          device,
          bringLicencesBack(store(device), {
            app: 'app-1',
            ids: [id],
            kind: 'taken-back',
            on: TODAY,
            reason: 'Färre',
          }),
        ),
      later: onKind('assigned-licence', (now, doing) =>
        giveAgain(now, { to: 'device', serialNumber: 'DMPX1', name: 'iPad 12' }, doing),
      ),
      together: [['target', 'step']],
      isAct: true,
    },
  ],
  'app-deployment': [
    {
      what: 'what a deployment does',
      given: [examples['app-deployment'], appWith()],
      edit: (device, id) =>
        acted(
          device,
          redeploy(
            store(device),
            { id, intent: 'uninstall', was: 'required' },
            { kind: 'uninstall-asked', ids: [] },
          ),
        ),
      later: onKind('app-deployment', (now, doing) => changeIntent(now, 'available', doing)),
      together: [['intent', 'step']],
      isAct: true,
    },
  ],
  'vip-customer': customers,
  'purchase-authorization': authorizations,
  'vip-order': orders,
  'return-authorization': returns,
  'invoice-line': [
    {
      what: 'the answer about a line of an invoice, which someone gave again',
      given: [invoiceLineWith()],
      edit: ({ records }) => acceptAndSay(records, rowOf(), text),
      later: onKind('invoice-line', (now, doing) => {
        const back = takeAnswerBack(now, rowOf(), doing);
        return back.ok ? acceptLine({ ...now, ...back.value }, doing) : back;
      }),
    },
    ...answers,
  ],
  'price-list-item': 'comes from lists alone; the undo of an import takes it back',
  device: [
    {
      what: 'the name of a device',
      given: [examples.device],
      edit: ({ records }, id) => performed(nameDevice(records, { id, role: 'member' }, 'Saras')),
      later: fields({ name: 'Receptionen', model: 'ipad' }),
    },
  ],
  person: [
    {
      what: 'a decision on whether someone may open codes',
      given: [people[0]!],
      edit: ({ records }, id) => performed(decideOn(records, id, false, weighing)),
      later: fields({ mayOpenCodes: true, name: 'Sara Berg' }),
    },
  ],
  workspace: 'its settings are saved at once, each where it is shown, without an undo',
  keyring: 'no undo gives keys back that were taken away',
  'import-run': 'what is undone of it are the records that it wrote',
};

test('X12: each kind that an app can hold has its edits here', () => {
  expect(Object.keys(edits).toSorted()).toEqual(Object.keys(kinds).toSorted());
});

beforeAll(stubDeviceDatabase);
afterAll(() => void vi.unstubAllGlobals());

const TRASHED = 'trashedOn';

/** What a record says, by field: each entry of some maps and each step that holds is one, too. */
type Held = ReadonlyMap<string, unknown>;

const heldBy = ({ data, steps, trashedOn }: VolymRecord, entries: readonly string[]): Held =>
  new Map<string, unknown>([
    [TRASHED, trashedOn],
    ...Object.entries(fieldsOf(data)).flatMap(([field, value]): [string, unknown][] =>
      entries.includes(field) && typeof value === 'object' && value !== null
        ? Object.entries(value).map(([name, entry]) => [`${field}.${name}`, entry])
        : [[field, value]],
    ),
    ...currentSteps(steps).map(({ id, kind, on, note, data: more }): [string, unknown] => [
      `step ${id}`,
      { kind, on, note, data: more },
    ]),
  ]);

const groupOf = (key: string): string => (key.startsWith('step ') ? 'step' : key);

/**
 * What an undo leaves by the rule: of what the edit wrote, that goes back which nobody wrote since,
 * unless it belongs together with something that stays.
 */
const ruled = (
  [before, after, now]: readonly [Held, Held, Held],
  together: readonly (readonly string[])[],
) => {
  const same = (a: Held, b: Held, key: string) => isDeepStrictEqual(a.get(key), b.get(key));
  const isOthers = (key: string) => !same(after, now, key) && !same(before, now, key);
  const keys = [...new Set([...before.keys(), ...after.keys(), ...now.keys()])];
  const beside = (key: string): string[] => {
    const groups = together.filter((group) => group.includes(groupOf(key))).flat();
    return keys.filter((other) => groups.includes(groupOf(other)));
  };
  const then = new Map(now);
  const [back, stayed]: [string[], string[]] = [[], []];
  for (const key of keys) {
    if (same(before, after, key) || same(before, now, key)) continue;
    if ([key, ...beside(key)].some(isOthers)) stayed.push(key);
    else {
      back.push(key);
      if (before.has(key)) then.set(key, before.get(key));
      else then.delete(key);
    }
  }
  return { then, named: namesOf(stayed), isBack: back.length > 0 };
};

/** The names of fields, without those of steps. */
const namesOf = (keys: readonly string[]): readonly string[] => {
  const named = keys
    .filter((key) => !key.startsWith('step '))
    .map((key) => key.split('.')[0] ?? '');
  return [...new Set(named)].toSorted();
};

/** What stays of a record that goes back whole or not at all. */
const kept = (after: Held, now: Held) => {
  const written = [...now.keys()].filter((key) => !isDeepStrictEqual(after.get(key), now.get(key)));
  return { then: now, named: namesOf(written), isBack: false };
};

const rows = Object.values(edits).flatMap((of) => (typeof of === 'string' ? [] : of));

describe('X12: an edit on one device, undone after another device wrote', () => {
  test.each(rows)('X12: $what', async (row) => {
    const {
      given,
      edit,
      later,
      entries = [],
      together = [],
      isAct = false,
      isPart = false,
      isAgain = false,
    } = row;
    const { device } = await world();
    const [phone, tablet] = [await device('phone'), await device('tablet')];
    for (const draft of given) valueOf(await phone.records.create(draft));
    const { id } = given[0]!;
    const on = async ({ records }: Device): Promise<Held> =>
      heldBy((await records.get(id))!, entries);
    await Promise.all([phone.connect(), tablet.connect()]);
    const meet = async (): Promise<void> => {
      await expect
        .poll(
          async () => isDeepStrictEqual(await tablet.records.get(id), await phone.records.get(id)),
          PATIENT,
        )
        .toBe(true);
    };
    await meet();
    const before = await on(phone);

    expect(await edit(phone, id)).toBeUndefined();
    expect(await on(phone)).not.toEqual(before);
    expect(await toasts.undo()).toBeUndefined();
    expect(toasts.current).toBeUndefined();
    expect(await on(phone)).toEqual(before);
    await meet();

    expect(await edit(phone, id)).toBeUndefined();
    const after = await on(phone);
    await meet();
    valueOf(await tablet.records.change(id, later));
    await meet();
    const now = await on(phone);
    const { then, named, isBack } = isAgain
      ? kept(after, now)
      : ruled([before, after, now], together);
    const problem = await toasts.undo();
    expect(await on(phone)).toEqual(then);
    if (named.length > 0 && !isAct) {
      expect(stayedFields(problem ?? {}).toSorted()).toEqual(named);
      expect(problem?.code).toBe(isBack || isPart ? 'changed-in-part' : 'changed-since');
    } else if (!isBack) expect(problem?.code ?? toasts.current?.text).toBeDefined();
    toasts.dismiss();
    await meet();
  });
});
