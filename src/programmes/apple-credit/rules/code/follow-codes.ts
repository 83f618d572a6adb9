import type { Doing } from '#core/record/kind.ts';
import type { Draft } from '#core/record/record.ts';
import { isSameValue } from '#core/record/same-value.ts';
import { lastOf, currentSteps, WITHDRAWN, withStep, type Step } from '#core/record/step.ts';
import type { CreditOrder, CreditOrderData } from '../order/credit-order.ts';
import { BY_CODES, dayUnsaid, isUndoing, saidDay } from '#core/import/import-steps.ts';
import { codeState, type RedemptionCode } from './redemption-code.ts';

/**
 * Updates an order from its codes: redeemed on the day its last code was, a day that nobody has said
 * where a file does not say it of one, and no longer redeemed
 * when one of them is taken back (with the same reason) or a free one is added. What a person wrote
 * on the order is withdrawn only if a code was taken back since; what the undo of an import left on
 * it goes with the last code. A code that was corrected corrects what they told. Called after every change to a code; undefined if the order is up to
 * date.
 */
export const followCodes = (
  order: CreditOrder,
  codes: readonly Pick<RedemptionCode, 'steps'>[],
  doing: Doing,
): Draft<CreditOrderData> | undefined => {
  const redeemed = lastOf(order.steps, 'redeemed');
  const allRedeemed = codes.length > 0 && codes.every((code) => codeState(code) === 'redeemed');
  if (allRedeemed) {
    const step = redeemed === undefined ? toldBy(codes) : correctedBy(codes, redeemed);
    return step && { ...order, steps: withStep(order.steps, step, doing) };
  }
  if (redeemed === undefined) return undefined;
  const taken = codes.flatMap(({ steps }) => steps.filter(({ kind }) => kind === WITHDRAWN));
  const byCodes = redeemed.data?.by === BY_CODES.by;
  const since = taken.filter(({ at }) => byCodes || at > redeemed.at);
  const reason = since.at(-1)?.reason;
  const isEmpty = codes.length === 0 && !isUndoing(redeemed);
  if (reason === undefined && (!byCodes || isEmpty)) return undefined;
  const why = reason === undefined ? {} : { reason };
  const step = { kind: WITHDRAWN, on: doing.today, withdraws: redeemed.id, ...why };
  return { ...order, steps: withStep(order.steps, step, doing) };
};

/** That an order is redeemed, as its codes tell it together. */
const toldBy = (codes: readonly Pick<RedemptionCode, 'steps'>[]) => {
  const all = codes.flatMap(redeemedSteps);
  const last = all.reduce((latest, step) => (step.on > latest.on ? step : latest));
  const own = codes.length === 1 ? { ...last.data, ...BY_CODES } : BY_CODES;
  // Any of them may have been the last where a file does not say when.
  const isUnsaid = all.some((step) => saidDay(step) === '');
  return {
    kind: 'redeemed',
    on: last.on,
    data: isUnsaid ? { ...own, ...dayUnsaid(last.on) } : own,
  };
};

/**
 * The same, where one of them was corrected since an order heard of it from its codes, or says the
 * day that the order waits for.
 */
const correctedBy = (codes: readonly Pick<RedemptionCode, 'steps'>[], redeemed: Step) => {
  if (redeemed.data?.by !== BY_CODES.by) return undefined;
  const isUnsaid = saidDay(redeemed) === '';
  const since = codes
    .flatMap(redeemedSteps)
    .findLast(({ corrects, at }) => corrects !== undefined && (isUnsaid || at > redeemed.at));
  const { on, data } = redeemed;
  const told = toldBy(codes);
  // That nobody knows the day is no correction of one, and none of not knowing it.
  const saysNothing = 'unsaid' in told.data;
  return since === undefined ||
    saysNothing ||
    isSameValue({ on, data }, { on: told.on, data: told.data })
    ? undefined
    : { ...told, corrects: redeemed.id, reason: since.reason ?? '' };
};

const redeemedSteps = ({ steps }: Pick<RedemptionCode, 'steps'>): Step[] =>
  currentSteps(steps).filter(({ kind }) => kind === 'redeemed');
