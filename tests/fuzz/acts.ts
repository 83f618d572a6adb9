import { newBatch, renameBatch } from '#programmes/apple-credit/rules/code/code-batch-commands.ts';
import {
  correctHandOut,
  handOut,
  newCode,
  redeem,
  takeBack,
} from '#programmes/apple-credit/rules/code/code-commands.ts';
import type {
  CreditOrder,
  CreditOrderData,
} from '#programmes/apple-credit/rules/order/credit-order.ts';
import {
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
import type { ContentPurchaser } from '#programmes/apple-credit/rules/purchaser/content-purchaser.ts';
import { answerQuestion } from '#workspace/rules/questions/answer-question.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { ok, type Result } from '#core/result.ts';
import { currentSteps } from '#core/record/step.ts';
import { fromTrash, toTrash } from '#core/record/trash.ts';
import { WORKSPACE_ID, type Workspace } from '#workspace/rules/settings/workspace.ts';
import { setResend } from '#workspace/rules/settings/workspace-commands.ts';
import type { Command } from '#data/records/records.ts';
import { valueOf } from '#tests/factories/credit.ts';
import type { Device } from '../data/sync/devices.ts';
import { chosen, on, type Act, type Doing } from './act.ts';
import { MARKED } from './network.ts';
import { QUIET_ACTS } from './quiet-acts.ts';
import type { WriteName } from './script.ts';

const ORDERS = 4;
const PURCHASERS = 2;
const BATCHES = 2;
const CODES = 3;

const DAYS = ['2026-10-01', '2026-10-09', '2026-11-03', '2026-11-20'] as const;

/**
 * What a purchaser or an order is asked for; the same few fields, so that two devices meet in them.
 */
const ORDER_FIELDS = [
  'reseller',
  'institution',
  'purchaserName',
] as const satisfies (keyof CreditOrderData)[];
const PURCHASER_FIELDS = ['name', 'institution'] as const;

const ANY = ['credit-order', 'code-batch', 'redemption-code', 'content-purchaser'] as const;

/** A command on one of all records, of whatever kind. */
const onAny =
  (
    command: (record: VolymRecord, given: Doing, doing: Parameters<Command>[1]) => Result<unknown>,
  ): Act =>
  (given) =>
    on(chosen(ANY, given.to), command as never)(given);

const makeOrder: Act = async ({ device, model, of, value }) => {
  const order = draftOrder(
    `order-${of % ORDERS}`,
    { reseller: value, institution: `${value}-i` },
    device.doing(),
  );
  await model.insert(device, [valueOf(order)]);
};

const makeBatch: Act = async ({ device, model, of, to, value }) => {
  const id = `batch-${of % BATCHES}`;
  // Sealed again by each device: no two are alike.
  const sealed = { key: 'v1', iv: 'AAAA', text: value };
  const codes = Array.from({ length: 1 + (to % CODES) }, (_, at) =>
    newCode({ id: `${id}-code-${at}`, parent: id, usage: 'app', number: at + 1, sealed }),
  );
  await model.insert(device, [
    newBatch(id, { name: value, owner: `${value}-o`, buyer: `${value}-b` }),
    ...codes,
  ]);
};

const makePurchaser: Act = async ({ device, model, of, value }) => {
  const id = `purchaser-${of % PURCHASERS}`;
  const input = {
    name: value,
    appleId: `${id}@nordby.example`,
    institution: `${value}-i`,
    manager: 'school',
  } as const;
  await model.insert(device, [valueOf(newPurchaser(id, input, []))]);
};

const ofSteps = (
  command: (
    order: CreditOrder,
    step: { id: string; on: string },
    given: Doing,
    doing: Parameters<Command>[1],
  ) => unknown,
): Act =>
  on<CreditOrder>('credit-order', (order, given, doing) => {
    const steps = currentSteps(order.steps);
    return (
      steps.length === 0 ? ok(order) : command(order, chosen(steps, given.to), given, doing)
    ) as never;
  });

const answer: Act = async (given) => {
  const { device, model, of, to } = given;
  const kinds = await Promise.all(
    ['workspace', ...ANY].map((kind) => device.records.find({ kind })),
  );
  const asked = kinds.flat().filter(({ clashes }) => clashes.length > 0);
  if (asked.length === 0) return;
  await model.change(device, chosen(asked, of).id, (record: VolymRecord, doing) => {
    const clash = chosen(record.clashes, to);
    const input = {
      clash: clash?.id ?? '',
      value: clash?.answers[to % 2 === 0 ? 0 : 1].value,
      reason: 'asked',
    };
    return answerQuestion(record, input, doing) as never;
  });
};

const mapping: Act = ({ device, model, value }) =>
  model.change(device, WORKSPACE_ID, (record: VolymRecord) => {
    const { data } = record as Workspace;
    return ok({
      ...record,
      data: { ...data, mappings: { ...data.mappings, [value]: { Kod: 'code' } } },
    }) as never;
  });

const settings: Act = ({ device, model, to, value }) =>
  model.change(device, WORKSPACE_ID, (record: VolymRecord) => {
    const input = { [to % 2 === 0 ? 'supportForm' : 'ownStore']: `https://${value}.example/` };
    return setResend(record as Workspace, input) as never;
  });

const remove: Act = async ({ device, model, of, to }) => {
  const there = await device.records.find({ kind: chosen(ANY, to) });
  if (there.length > 0) await model.remove(device, chosen(there, of).id);
};

/** What each write is: the commands are those of the screens. */
export const ACTS: Readonly<Record<WriteName, Act>> = {
  'make-order': makeOrder,
  'edit-order': on<CreditOrder>(
    'credit-order',
    (order, { to, value }) => editOrder(order, { [chosen(ORDER_FIELDS, to)]: value }) as never,
  ),
  'step-order': on<CreditOrder>('credit-order', (order, { to, value }, doing) => {
    const kind = chosen(['resend-requested', 'resent', 'validated'] as const, to);
    return recordStep(order, { kind, on: chosen(DAYS, to), note: value }, doing) as never;
  }),
  'correct-step': ofSteps((order, step, { to, value }, doing) => {
    const input = { step: step.id, reason: value };
    if (to % 3 === 0) return withdrawStep(order, input, doing);
    return correctStep(order, { ...input, on: step.on, note: value }, doing);
  }),
  trash: onAny((record, _, doing) => toTrash(record, doing)),
  restore: onAny((record) => fromTrash(record)),
  'make-batch': makeBatch,
  'rename-batch': on(
    'code-batch',
    (batch, { value }) => renameBatch(batch as never, value) as never,
  ),
  'hand-out': on(
    'redemption-code',
    (code, { to, value }, doing) =>
      handOut(code as never, { to: value, on: chosen(DAYS, to) }, doing) as never,
  ),
  redeem: on(
    'redemption-code',
    (code, { to, value }, doing) =>
      redeem(
        code as never,
        { account: value, place: 'Nordby', on: chosen(DAYS, to) },
        doing,
      ) as never,
  ),
  'correct-hand-out': on(
    'redemption-code',
    (code, { to, value }, doing) =>
      correctHandOut(
        code as never,
        { to: value, on: chosen(DAYS, to), reason: value },
        doing,
      ) as never,
  ),
  'take-back': on(
    'redemption-code',
    (code, { to, value }, doing) =>
      takeBack(
        code as never,
        { kind: to % 2 === 0 ? 'redeemed' : 'handed-out', reason: value },
        doing,
      ) as never,
  ),
  'make-purchaser': makePurchaser,
  'edit-purchaser': on<ContentPurchaser>(
    'content-purchaser',
    (purchaser, { to, value }) =>
      editPurchaser(
        purchaser,
        { ...purchaser.data, [chosen(PURCHASER_FIELDS, to)]: value },
        [],
      ) as never,
  ),
  'judge-purchaser': on<ContentPurchaser>(
    'content-purchaser',
    (purchaser, { to, value }, doing) =>
      judgeAccount(
        purchaser,
        { kind: to % 2 === 0 ? 'validated' : 'rejected', on: chosen(DAYS, to), note: value },
        doing,
      ) as never,
  ),
  settings,
  mapping,
  answer,
  delete: remove,
  ...QUIET_ACTS,
};

/** A value that nobody else writes, and that nobody on the way may read. */
export const valueAt = (device: Device, at: number): string => `${MARKED}${device.name}-${at}`;
