import { failureCode } from '#programmes/apple-licences/rules/api/failure-code.ts';
import type { TokenVerdict } from '#programmes/apple-licences/rules/api/error-numbers.ts';
import type { SyncEnd } from '#programmes/apple-licences/rules/sync/sync-commands.ts';
import type { Problem } from '#core/result.ts';
import type { NoAnswer } from '../api/line.ts';
import type { LocationSynced } from './sync-location.ts';

/** Refusals of our own server's that pass by themselves. */
const PASSING = ['other-device'];

/** Whether the same may go well another time, with nobody doing anything for it. */
const mayPass = (failure: NoAnswer): boolean => {
  switch (failure.why) {
    case 'relay':
      return PASSING.includes(failure.code);
    case 'reply':
      return failure.reply.mayPass;
    case 'reading':
      return failure.cause === 'keeps-changing';
    default:
      return failure.why !== 'form';
  }
};

/** How a sync ended, as its token keeps it; `now` in ms. */
export const endOfSync = ({ end }: Pick<LocationSynced, 'end'>, now: number): SyncEnd => {
  if (end.ok) return end;
  if ('problem' in end) return endOfProblem(end.problem as Problem);
  const { code, number, waitMs } = failureCode(end.why);
  return {
    ok: false,
    code,
    mayPass: mayPass(end.why),
    verdict: verdictOf(end.why),
    ...(number === undefined ? {} : { number }),
    ...(waitMs === undefined ? {} : { notBefore: now + waitMs }),
  };
};

/**
 * The end of a sync that stopped before asking Apple, or because of what Apple said about the
 * location.
 */
export const endOfProblem = ({ code, params }: Problem, mayPass = false): SyncEnd => ({
  ok: false,
  code,
  mayPass,
  ...(params === undefined ? {} : { params }),
});

const verdictOf = (failure: NoAnswer): TokenVerdict | undefined =>
  failure.why === 'reply' ? failure.reply.token : undefined;
