import type { Doing } from '#core/record/kind.ts';
import type { Draft } from '#core/record/record.ts';
import { lastOf, currentSteps, WITHDRAWN, withStep, type Step } from '#core/record/step.ts';
import type { CreditOrder, CreditOrderData } from '../order/credit-order.ts';
import { BY_CODES, isUndoing } from '#core/import/import-steps.ts';
import { codeState, type RedemptionCode } from './redemption-code.ts';

/**
 * Updates an order from its codes: redeemed on the day its last code was, and no longer redeemed
 * when one of them is taken back (with the same reason) or a free one is added. What a person wrote
 * on the order is withdrawn only if a code was taken back since; what the undo of an import left on
 * it goes with the last code. Called after every change to a code; undefined if the order is up to
 * date.
 */
export const followCodes = (
  order: CreditOrder,
  codes: readonly Pick<RedemptionCode, 'steps'>[],
  doing: Doing,
): Draft<CreditOrderData> | undefined => {
  const redeemed = lastOf(order.steps, 'redeemed');
  const allRedeemed = codes.length > 0 && codes.every((code) => codeState(code) === 'redeemed');
  if (allRedeemed && redeemed === undefined) {
    const last = codes
      .flatMap(redeemedSteps)
      .reduce((latest, step) => (step.on > latest.on ? step : latest));
    const data = codes.length === 1 ? { ...last.data, ...BY_CODES } : BY_CODES;
    return {
      ...order,
      steps: withStep(order.steps, { kind: 'redeemed', on: last.on, data }, doing),
    };
  }
  if (allRedeemed || redeemed === undefined) return undefined;
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

const redeemedSteps = ({ steps }: Pick<RedemptionCode, 'steps'>): Step[] =>
  currentSteps(steps).filter(({ kind }) => kind === 'redeemed');
