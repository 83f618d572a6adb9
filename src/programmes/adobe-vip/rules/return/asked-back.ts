import type { Day } from '#core/day/day.ts';
import { currentSteps } from '#core/record/step.ts';
import type { ReturnAuthorization } from './return-authorization.ts';
import { returnState } from './return-deadlines.ts';

/** The day on which a return was asked for; undefined where nothing says so any more. */
export const askedBackOn = ({ steps }: Pick<ReturnAuthorization, 'steps'>): Day | undefined =>
  currentSteps(steps)
    .filter(({ kind }) => kind === 'return-asked')
    .map(({ on }) => on)
    .sort()[0];

/**
 * The day on which something was first asked back of an order (its record id); what Adobe denied is
 * as if nobody had asked. No order is dated after it.
 */
export const firstAskedBack = (
  order: string,
  returns: readonly Pick<ReturnAuthorization, 'data' | 'steps'>[],
): Day | undefined =>
  returns
    .filter((request) => request.data.order === order && returnState(request) !== 'denied')
    .flatMap((request) => askedBackOn(request) ?? [])
    .sort()[0];
