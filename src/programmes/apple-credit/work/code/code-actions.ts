import { orderedOn } from '#programmes/apple-credit/rules/order/order-days.ts';
import { doingOfAct, type Act } from '#core/record/act.ts';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { recordStep, takeStepBack } from '#programmes/apple-credit/rules/order/order-commands.ts';
import { followCodes } from '#programmes/apple-credit/rules/code/follow-codes.ts';
import { placeOnRoad, ROAD } from '#programmes/apple-credit/rules/order/order-life.ts';
import {
  correctHandOut,
  correctRedeemed,
  handOut,
  newCode,
  redeem,
  takeBack,
  type Redeemed,
} from '#programmes/apple-credit/rules/code/code-commands.ts';
import { highestNumber } from '#programmes/apple-credit/rules/code/code-numbers.ts';
import {
  codeState,
  sealedAt,
  type RedemptionCode,
  type RedemptionCodeData,
} from '#programmes/apple-credit/rules/code/redemption-code.ts';
import { readTypedCode } from '#programmes/apple-credit/import/read/typed-code.ts';
import type { Day } from '#core/day/day.ts';
import type { CreditRefused, CreditResult } from '#programmes/apple-credit/rules/credit-problem.ts';
import { ok, refuse, type Problem } from '#core/result.ts';
import { textIn } from '#core/record/fields.ts';
import type { Draft } from '#core/record/record.ts';
import { lastOf, missingIn, currentSteps, type Step } from '#core/record/step.ts';
import { toTrash } from '#core/record/trash.ts';
import { beginAct, forgetAct, type ActStore } from '#data/acts/acts.ts';
import { letOrdersFollow } from '../order/follow-orders.ts';
import { changeKept } from '#data/records/kept-change.ts';
import type { Records } from '#data/records/records.ts';
import type { Vault } from '#data/vault/vault.ts';
import { refusalOf } from '#data/records/change-fields.ts';
import { onKind, type KindCommand } from '#data/records/on-kind.ts';
import type { Found } from '#data/records/found.ts';
import { readOne } from '#data/records/read-under.ts';

const KIND = 'redemption-code';

/** All codes of an order or batch. */
export const codesOf = (records: Records, parent: string): Promise<Found<typeof KIND>[]> =>
  records.find({ kind: KIND, parent });

/**
 * So many codes are looked at before all of an order are read: one that is not redeemed answers the
 * question.
 */
const FEW = 50;

/** Updates the order from its codes after one of them changed. A batch has no such steps. */
const letOrderFollow = async (records: Records, changed: RedemptionCode): Promise<void> => {
  const order = await readOne(records, changed.parent, 'credit-order');
  if (order === undefined) return;
  const codes = await codesThatTell(records, order, changed);
  if (followCodes(order, codes, records.doing()) === undefined) return;
  // The code is changed, and that is reported; an order that cannot be updated now is updated with
  // the next change to a code.
  await records.change(
    order.id,
    onKind('credit-order', (now, doing) => ok(followCodes(now, codes, doing) ?? now)),
  );
};

/**
 * The fewest codes of the order that decide its state: all of them only if the last one may have
 * been redeemed.
 */
const codesThatTell = async (
  records: Records,
  order: CreditOrder,
  changed: RedemptionCode,
): Promise<Pick<RedemptionCode, 'steps'>[]> => {
  const redeemed = lastOf(changed.steps, 'redeemed');
  const isNews = lastOf(order.steps, 'redeemed') === undefined || redeemed?.corrects !== undefined;
  if (codeState(changed) !== 'redeemed' || !isNews) return [changed];
  const few = await records.find({ kind: KIND, parent: order.id, limit: FEW });
  const isEnough = few.length < FEW || few.some((code) => codeState(code) !== 'redeemed');
  return isEnough ? few : codesOf(records, order.id);
};

const changeCode = async (
  records: Records,
  id: string,
  command: KindCommand<'redemption-code', CreditRefused['code']>,
): Promise<CreditRefused | undefined> => {
  const answer = await records.change(id, onKind('redemption-code', command));
  if (!answer.ok) return answer.problem;
  await letOrderFollow(records, answer.value);
  return undefined;
};

/**
 * Records a step of a code; answers what withdraws that step again with a reason, unless someone
 * corrected it or took it back since.
 */
const recordOnCode = async (
  records: Records,
  id: string,
  command: KindCommand<'redemption-code', CreditRefused['code']>,
): Promise<CreditResult<TakeCodeBack>> => {
  const changed = await changeKept(records, { id, kind: 'redemption-code' }, command);
  if (!changed.ok) return changed;
  const { before, after } = changed.value;
  await letOrderFollow(records, after);
  const [step] = missingIn(before.steps, after.steps);
  return ok(async (reason) =>
    step === undefined
      ? { code: 'changed-since' }
      : changeCode(records, id, (code, doing) => takeStepBack(code, { step, reason }, doing)),
  );
};

/** Takes back what was recorded about a code; the reason is kept in its history. */
export type TakeCodeBack = (
  reason: string,
) => Promise<CreditRefused | Problem<'changed-in-part'> | undefined>;

/** Marks a code as redeemed, and its order when that was the last one; answers its undo. */
export const redeemCode = async (
  records: Records,
  id: string,
  input: { account: string; place: string; on: Day },
): Promise<CreditResult<TakeCodeBack>> => {
  const dayOfOrder = await orderedOnOf(records, id);
  return recordOnCode(records, id, (code, doing) =>
    redeem(code, { ...input, orderedOn: dayOfOrder }, doing),
  );
};

/** The day of a code's order; '' if nobody gave it, and for a code in a batch. */
const orderedOnOf = async (records: Records, code: string): Promise<Day> => {
  const { parent = '' } = (await records.get(code)) ?? {};
  const order = await readOne(records, parent, 'credit-order');
  return order === undefined
    ? ''
    : orderedOn({ steps: order.steps, orderDate: order.data.orderDate });
};

/** Hands a code out; answers its undo. */
export const handOutCode = async (
  records: Records,
  id: string,
  input: { to: string; on: Day },
): Promise<CreditResult<TakeCodeBack>> => {
  const dayOfOrder = await orderedOnOf(records, id);
  return recordOnCode(records, id, (code, doing) =>
    handOut(code, { ...input, orderedOn: dayOfOrder }, doing),
  );
};

/** Corrects who got a code, with a reason. */
export const correctHandedOut = async (
  records: Records,
  id: string,
  input: { to: string; on: Day; reason: string },
) => {
  const dayOfOrder = await orderedOnOf(records, id);
  return changeCode(records, id, (code, doing) =>
    correctHandOut(code, { ...input, orderedOn: dayOfOrder }, doing),
  );
};

/** Corrects when and how a code was redeemed, with a reason; its order follows. */
export const correctRedeemedCode = async (
  records: Records,
  id: string,
  input: Redeemed & { readonly reason: string },
) => {
  const dayOfOrder = await orderedOnOf(records, id);
  return changeCode(records, id, (code, doing) =>
    correctRedeemed(code, { ...input, orderedOn: dayOfOrder }, doing),
  );
};

/** Takes back that a code was redeemed or handed out; its order follows. */
export const takeBackCode = (
  records: Records,
  id: string,
  input: { kind: 'redeemed' | 'handed-out'; reason: string },
) => changeCode(records, id, (code, doing) => takeBack(code, input, doing));

/**
 * Hands many codes out to one receiver; returns which ones were handed out, and the act with its
 * undo. Codes that were taken meanwhile are left alone.
 */
export const handOutCodes = async (
  store: ActStore,
  ids: readonly string[],
  input: { to: string; on: Day },
): Promise<{ readonly act: Act; readonly ids: readonly string[] }> => {
  const act = await beginAct(
    store,
    'handed-out',
    ids.map((id) => ({ id })),
  );
  const refused = await store.records.changeMany(
    ids,
    onKind('redemption-code', (code, doing) => handOut(code, input, doingOfAct(act, doing))),
  );
  const out = ids.filter((id) => !refused.has(id));
  if (out.length === 0) await forgetAct(store, act);
  return { act, ids: out };
};

/** A code that was put in by hand: its id, and how to take it out again. */
export type AddedCode = { readonly id: string; undo: TakeCodeBack };

/**
 * Seals a typed code under an order and marks the order as downloaded. Needs the open vault.
 * Refuses text that is no code, and a code that exists here or elsewhere: `code-is-elsewhere` says
 * under what (`parent`, `kind`, `name`).
 */
export const addCode = async (
  records: Records,
  vault: Pick<Vault, 'fingerprint' | 'seal'>,
  order: string,
  typed: string,
): Promise<CreditResult<AddedCode>> => {
  const read = readTypedCode(typed);
  if (!read.ok) return read;
  const id = await vault.fingerprint(read.value);
  const there = await whereIs(records, id);
  if (there === order) return refuse('code-is-here', 'code');
  if (there !== undefined) return { ok: false, problem: await elsewhere(records, there) };
  const number = highestNumber(await codesOf(records, order)) + 1;
  const sealed = await vault.seal(read.value, sealedAt(id));
  const problem = await putCode(
    records,
    newCode({ id, parent: order, usage: 'credit', number, sealed }),
  );
  if (problem !== undefined) return { ok: false, problem };
  await letOrdersFollow(records, [order]);
  const step = await markDownloaded(records, order);
  const state = codeState((await records.get(id)) ?? { steps: [] });
  const undo: TakeCodeBack = async (reason) => {
    // Whoever handed it out or redeemed it since counts on it.
    const stays = await refusalOf(
      records.change(
        id,
        onKind('redemption-code', (code, doing) =>
          codeState(code) === state ? toTrash(code, doing) : refuse('changed-since'),
        ),
      ),
    );
    if (stays !== undefined) return stays;
    const withdrawn =
      step &&
      (await records.change(
        order,
        onKind('credit-order', (now, doing) => takeStepBack(now, { step, reason }, doing)),
      ));
    await letOrdersFollow(records, [order]);
    return withdrawn?.ok === false ? { code: 'changed-in-part' } : undefined;
  };
  return ok({ id, undo });
};

/**
 * The order or batch that a code is under; undefined when it is new, in the trash or under
 * something there.
 */
const whereIs = async (records: Records, id: string): Promise<string | undefined> => {
  const code = await records.get(id);
  if (code === undefined || code.trashedOn !== '') return undefined;
  const parent = await records.get(code.parent);
  return parent === undefined || parent.trashedOn === '' ? code.parent : undefined;
};

/** Says which order or batch has the code: its number or name is no secret. */
const elsewhere = async (records: Records, id: string): Promise<CreditRefused> => {
  const parent = await records.get(id);
  const kind = parent?.kind ?? '';
  const name = textIn(parent?.data, kind === 'code-batch' ? 'name' : 'orderNumber');
  const params = { parent: id, kind, name };
  return { code: 'code-is-elsewhere', field: 'code', params };
};

/**
 * Writes a code, or restores it from the trash; returns why not if someone else was quicker.
 */
const putCode = async (
  records: Records,
  draft: Draft<RedemptionCodeData>,
): Promise<CreditRefused | undefined> => {
  if ((await records.insert([draft])).length > 0) return undefined;
  const there = await whereIs(records, draft.id);
  if (there !== undefined) return elsewhere(records, there);
  const { parent, data } = draft;
  const answer = await records.change(draft.id, (code) =>
    ok({ ...code, parent, data, trashedOn: '' }),
  );
  return answer.ok ? undefined : answer.problem;
};

/** Says that the order is downloaded today, if it is not; answers the step that it wrote. */
const markDownloaded = async (records: Records, id: string): Promise<Step | undefined> => {
  const order = await records.get(id);
  if (order === undefined || placeOnRoad(currentSteps(order.steps)) >= ROAD.indexOf('downloaded'))
    return undefined;
  const answer = await records.change(
    id,
    onKind('credit-order', (now, doing) =>
      recordStep(now, { kind: 'downloaded', on: doing.today }, doing),
    ),
  );
  return answer.ok ? answer.value.steps.at(-1) : undefined;
};
