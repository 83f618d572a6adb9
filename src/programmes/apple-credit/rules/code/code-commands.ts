import type { Day } from '#core/day/day.ts';
import { doneDayProblem } from '#core/day/done-day.ts';
import { dayUnsaid, saidDay } from '#core/import/import-steps.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Draft } from '#core/record/record.ts';
import { ok, refuse, type Refusal } from '#core/result.ts';
import { whyTooLong } from '#core/text/long-texts.ts';
import { currentSteps, WITHDRAWN, withStep, type Step } from '#core/record/step.ts';
import {
  codeState,
  type RedemptionCode,
  type RedemptionCodeData,
  type RevealReason,
} from './redemption-code.ts';
import type { CreditProblem, CreditResult } from '../credit-problem.ts';

/** What a new code is made of: `id` is its fingerprint. */
export type NewCode = { readonly id: string; readonly parent: string } & Omit<
  RedemptionCodeData,
  'v'
>;

/** A new code under its order or batch; sealed already, since nothing else may be stored. */
export const newCode = ({ id, parent, ...data }: NewCode): Draft<RedemptionCodeData> => ({
  id,
  kind: 'redemption-code',
  programme: 'apple-credit',
  parent,
  data: { v: 1, ...data },
  steps: [],
});

/** Who got a code, and on what day. */
export type HandedOver = { readonly to: string; readonly on: Day };

/**
 * The day of a code's order, if known: nothing happens to the code before it.
 */
type OfOrder = { readonly orderedOn?: Day | undefined };

/**
 * A code handed out to a person or class (A6). Refused once it is handed out or redeemed: that step
 * is corrected instead.
 */
export const handOut = (
  code: RedemptionCode,
  input: HandedOver & OfOrder,
  doing: Doing,
): CreditResult<Draft<RedemptionCodeData>> => {
  const state = codeState(code);
  if (state !== 'free') return refuse(`already-${state}`);
  const problem = handedOverProblem(input, doing);
  if (problem !== undefined) return problem;
  return ok(
    append(code, { kind: 'handed-out', on: input.on, data: { to: input.to.trim() } }, doing),
  );
};

/**
 * Corrects who got the code or when, by a later step with a reason; the first receiver stays in the
 * history. Where two devices handed it out, what the other one wrote is withdrawn.
 */
export const correctHandOut = (
  code: RedemptionCode,
  input: HandedOver & OfOrder & { readonly reason: string },
  doing: Doing,
): CreditResult<Draft<RedemptionCodeData>> => {
  const standing = currentSteps(code.steps).filter(({ kind }) => kind === 'handed-out');
  const [step, ...others] = standing.reverse();
  if (step === undefined) return refuse('step-is-gone');
  const problem = handedOverProblem(input, doing);
  if (problem !== undefined) return problem;
  const reason = input.reason.trim();
  if (reason === '') return refuse('reason-needed', 'reason');
  const long = whyTooLong(input);
  if (long !== undefined) return long;
  const data = { to: input.to.trim() };
  const corrected = append(
    code,
    { kind: 'handed-out', on: input.on, data, corrects: step.id, reason },
    doing,
  );
  return ok(withdrawn(corrected, others, reason, doing));
};

/** With which account a code was redeemed, where and when. */
export type Redeemed = { readonly account: string; readonly place: string; readonly on: Day };

/**
 * Marks a code as redeemed, with account, place, day and person. Refused if it is redeemed already:
 * correct that step instead; and before the day of its order, if known.
 */
export const redeem = (
  code: RedemptionCode,
  input: Redeemed & OfOrder,
  doing: Doing,
): CreditResult<Draft<RedemptionCodeData>> => {
  if (codeState(code) === 'redeemed') return refuse('already-redeemed');
  const problem = dayProblem(input, doing) ?? whyTooLong(input);
  if (problem !== undefined) return problem;
  return ok(
    append(
      code,
      {
        kind: 'redeemed',
        on: input.on,
        data: { account: input.account.trim(), place: input.place.trim() },
      },
      doing,
    ),
  );
};

/**
 * Corrects when, where or with which account the code was redeemed, by a later step with a reason:
 * a list that says that it was does not say when. Where two devices wrote it, what the other one
 * wrote is withdrawn.
 */
export const correctRedeemed = (
  code: RedemptionCode,
  input: Redeemed & OfOrder & { readonly reason: string },
  doing: Doing,
): CreditResult<Draft<RedemptionCodeData>> => {
  const standing = currentSteps(code.steps).filter(({ kind }) => kind === 'redeemed');
  const [step, ...others] = standing.reverse();
  if (step === undefined) return refuse('step-is-gone');
  // Whoever corrects the account or the place alone need not know the day that no file said.
  const isStillUnsaid = input.on === '' && saidDay(step) === '';
  const problem = (isStillUnsaid ? undefined : dayProblem(input, doing)) ?? whyTooLong(input);
  if (problem !== undefined) return problem;
  const reason = input.reason.trim();
  if (reason === '') return refuse('reason-needed', 'reason');
  const on = isStillUnsaid ? step.on : input.on;
  const said = { account: input.account.trim(), place: input.place.trim() };
  const data = isStillUnsaid ? { ...said, ...dayUnsaid(on) } : said;
  const corrected = append(code, { kind: 'redeemed', on, data, corrects: step.id, reason }, doing);
  return ok(withdrawn(corrected, others, reason, doing));
};

/** Logs that the code was shown (X9): who, when, why. The log is never trimmed. */
export const reveal = (
  code: RedemptionCode,
  reason: RevealReason,
  doing: Doing,
): Draft<RedemptionCodeData> =>
  append(code, { kind: 'revealed', on: doing.today, data: { reason } }, doing);

/**
 * Takes back that the code was redeemed or handed out; a redeemed code leaves that state in no
 * other way (A6). What two devices wrote is taken back together; what a third still brings by sync
 * is not.
 */
export const takeBack = (
  code: RedemptionCode,
  input: { readonly kind: 'redeemed' | 'handed-out'; readonly reason: string },
  doing: Doing,
): CreditResult<Draft<RedemptionCodeData>> => {
  const standing = currentSteps(code.steps).filter(({ kind }) => kind === input.kind);
  if (standing.length === 0) return refuse('step-is-gone');
  const reason = input.reason.trim();
  if (reason === '') return refuse('reason-needed', 'reason');
  const long = whyTooLong(input);
  if (long !== undefined) return long;
  return ok(withdrawn(code, standing, reason, doing));
};

const handedOverProblem = (
  given: HandedOver & OfOrder,
  doing: Doing,
): Refusal<CreditProblem['code']> | undefined =>
  given.to.trim() === ''
    ? refuse('receiver-needed', 'to')
    : (whyTooLong(given) ?? dayProblem(given, doing));

const dayProblem = (
  { on, orderedOn = '' }: Pick<HandedOver, 'on'> & OfOrder,
  doing: Doing,
): Refusal<CreditProblem['code']> | undefined =>
  doneDayProblem(on, doing) ??
  (on < orderedOn ? refuse('before-the-order', 'on', { orderedOn }) : undefined);

const withdrawn = (
  code: Draft<RedemptionCodeData>,
  steps: readonly Step[],
  reason: string,
  doing: Doing,
): Draft<RedemptionCodeData> =>
  steps.reduce(
    (before, { id }) =>
      append(before, { kind: WITHDRAWN, on: doing.today, withdraws: id, reason }, doing),
    code,
  );

const append = (
  code: Draft<RedemptionCodeData>,
  step: Omit<Step, 'id' | 'at' | 'by'>,
  doing: Doing,
): Draft<RedemptionCodeData> => ({ ...code, steps: withStep(code.steps ?? [], step, doing) });
