import { addDays, type Day } from '#core/day/day.ts';
import type { Moment } from '#core/day/local-time.ts';
import { firstWritten, currentSteps, type Step } from '#core/record/step.ts';
import { linesNow, orderDue, orderUntil } from '../authorization/authorization-life.ts';
import { authorizationState } from '../authorization/authorization-state.ts';
import { planKey } from '../product/product-name.ts';
import type { LicenceType } from '../edition/programme.ts';
import type { PurchaseAuthorization } from '../authorization/purchase-authorization.ts';

/**
 * Something that changed how many are owned: it is added to the last recorded count if it came
 * later.
 */
export type Move = {
  readonly key: string;
  readonly product: string;
  readonly licenceType: LicenceType | '';
  readonly sku: string;
  readonly by: number;
  readonly on: Day;
  readonly at: number;
  /**
   * The moment (ms since 1970) at which it happened, where that is known and `on` is no day of the
   * user's.
   */
  readonly moment?: number | undefined;
};

/**
 * Whether something happened after the last recorded count of a plan. What happened before the day
 * of the count is included in it, whenever it was entered. On that day itself the moment decides;
 * what ends at midnight has no moment, and a list of that day still includes it. For what ends with
 * Adobe's day only the moment decides, since the day of the count is the user's.
 */
export const isAfter = (
  { on, at, moment }: Pick<Move, 'on' | 'at' | 'moment'>,
  base: { readonly on: Day; readonly at: number },
): boolean => {
  if (moment !== undefined) return moment > base.at;
  return on === base.on ? at > base.at : on > base.on;
};

/** What authorizations change in how many are owned: their licences work at once (adobe.md §2). */
export const authorizedMoves = (
  authorizations: readonly PurchaseAuthorization[],
  asOf: Day | Moment,
): Move[] =>
  authorizations.flatMap((authorization) => {
    const { licenceType, createdOn, lines } = authorization.data;
    // A correction, or its undo, is written later and happened no later: what was counted meanwhile
    // has it counted.
    const at = (step: Step): number => firstWritten(authorization.steps, step);
    const standing = currentSteps(authorization.steps);
    const made = standing.find(({ kind }) => kind === 'authorized');
    const withdrawn = standing.find(({ kind }) => kind === 'authorization-withdrawn');
    const expired = authorizationState(authorization, asOf) === 'expired';
    const moment = typeof asOf === 'string' ? undefined : orderUntil(authorization);
    return linesNow(authorization).flatMap((line): Move[] => {
      const { product, sku } = line;
      const same = { key: planKey(product, licenceType), product, licenceType, sku };
      const removed = standing.filter(
        ({ kind, data }) => kind === 'line-removed' && data?.line === line.id,
      );
      const gone = removed.reduce((sum, { data }) => sum + Number(data?.quantity ?? 0), 0);
      const rest = lines[line.id]!.quantity - gone;
      const isOrdered = line.order !== '' || line.orderNumber !== '';
      const expiry = expired
        ? { on: addDays(orderDue(authorization), 1), at: 0, moment }
        : undefined;
      const back = withdrawn === undefined ? undefined : { on: withdrawn.on, at: at(withdrawn) };
      const ends = isOrdered ? undefined : (back ?? expiry);
      return [
        { ...same, by: line.quantity, on: createdOn, at: made === undefined ? 0 : at(made) },
        ...removed.map((step) => ({
          ...same,
          by: -Number(step.data?.quantity ?? 0),
          on: step.on,
          at: at(step),
        })),
        ...(ends === undefined ? [] : [{ ...same, by: -rest, ...ends }]),
      ];
    });
  });
