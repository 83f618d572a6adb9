import type { Doing } from '#core/record/kind.ts';
import type { Draft } from '#core/record/record.ts';
import { ok } from '#core/result.ts';
import { withStep } from '#core/record/step.ts';
import type { ContentToken, ContentTokenData } from '../token/content-token.ts';
import { lastDay } from '../sync/later-day.ts';
import { isAhead } from '../sync/sync-times.ts';
import type { Located } from '../token/token-for.ts';
import { termsOf } from './user-terms.ts';
import type { VolumeUser, VolumeUserData } from './volume-user.ts';
import type { LicenceResult } from '../licence/licence-problem.ts';
import type { TokenResult } from '../token/token-problem.ts';

type Made = { readonly clientUserId: string; readonly place: Located; readonly existed: boolean };

/**
 * A user whom Apple took: the name it knows them by from now on, the location, and that they are
 * invited. Who existed there already may have come further: the next sync says how far.
 */
export const madeAtApple = (
  user: VolumeUser,
  { clientUserId, place, existed }: Made,
  doing: Doing,
): LicenceResult<Draft<VolumeUserData>> => {
  const { data, steps } = user;
  const last = lastDay(steps);
  // Dated ahead by another device's calendar: it comes after that all the same.
  const on = doing.today < last ? last : doing.today;
  const isInvited = !existed && termsOf(user) === 'not-invited';
  return ok({
    ...user,
    data: {
      ...data,
      clientUserId: data.clientUserId || clientUserId,
      location: data.location || place.location,
      locationId: data.locationId || place.locationId,
    },
    steps: isInvited ? withStep(steps, { kind: 'invited', on }, doing) : steps,
  });
};

/**
 * The next sync reads everything, on any device: what was taken away leaves no trace among the
 * changes (apple.md §2.4). Moments that a wrong clock wrote are not written again, or they would
 * count as later than the syncs to come.
 */
export const readWholeNext = (
  token: ContentToken,
  { now }: Pick<Doing, 'now'>,
): TokenResult<Draft<ContentTokenData>> => {
  const { sync } = token.data;
  if (sync === undefined) return ok(token);
  // Older versions recognize a doubt by the missing versions to continue from.
  const { versions, doubtAt: before = 0, ...rest } = sync;
  // Whatever this clock says: later than what was read, and different from the doubt before.
  const doubtAt = Math.max(now, sync.okAt, versions?.wholeAt ?? 0, before + 1);
  const at = isAhead(sync.at, now) ? 0 : sync.at;
  const okAt = isAhead(sync.okAt, now) ? now : sync.okAt;
  return ok({ ...token, data: { ...token.data, sync: { ...rest, at, okAt, doubtAt } } });
};
