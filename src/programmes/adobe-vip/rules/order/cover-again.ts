import type { Changed } from '#core/record/changed.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Draft } from '#core/record/record.ts';
import { refuse } from '#core/result.ts';
import { linesNow, type LineNow } from '../authorization/authorization-life.ts';
import type {
  PurchaseAuthorization,
  PurchaseAuthorizationData,
} from '../authorization/purchase-authorization.ts';
import { takeAddedBack } from '../customer/take-steps-back.ts';
import type { VipResult } from '../vip-problem.ts';

/**
 * Lets an order cover the lines again that its removal left without one (`changed`). Refuses where
 * one of them does not wait as it was left: it was ordered again since, or something was taken off
 * it.
 */
export const coverAgain = (
  authorization: PurchaseAuthorization,
  changed: Changed<PurchaseAuthorizationData>,
  doing: Doing,
): VipResult<Draft<PurchaseAuthorizationData>> => {
  const [before, left, now] = [changed.before, changed.after, authorization].map(byLine);
  const isAsLeft = (id: string): boolean => isSameLine(left?.get(id), now?.get(id));
  const freed = [...(before?.keys() ?? [])].filter(
    (id) => !isSameLine(before?.get(id), left?.get(id)),
  );
  return freed.every(isAsLeft)
    ? takeAddedBack(authorization, changed, doing)
    : refuse('changed-since');
};

const byLine = (authorization: Parameters<typeof linesNow>[0]): ReadonlyMap<string, LineNow> =>
  new Map(linesNow(authorization).map((line) => [line.id, line]));

const isSameLine = (a: LineNow | undefined, b: LineNow | undefined): boolean =>
  a?.order === b?.order && a?.orderNumber === b?.orderNumber && a?.left === b?.left;
