import { failureCode } from '#domain/apple-licences/api/failure-code.ts';
import type { TokenVerdict } from '#domain/apple-licences/api/error-numbers.ts';
import type { SyncEnd } from '#domain/apple-licences/sync-commands.ts';
import type { Problem } from '#domain/result.ts';
import type { NoAnswer } from '../api/line.ts';
import type { LocationSynced } from './sync-location.ts';

/** Refusals of our own server's that pass by themselves. */
const PASSING = ['other-device'];

/** Listings that could not be read to their end because they changed meanwhile. */
const MAY_PASS: Readonly<Record<NoAnswer['why'], (failure: NoAnswer) => boolean>> = {
  'no-reply': () => true,
  stopped: () => true,
  relay: (failure) => failure.why === 'relay' && PASSING.includes(failure.code),
  reply: (failure) => failure.why === 'reply' && failure.reply.mayPass,
  form: () => false,
  reading: (failure) => failure.why === 'reading' && failure.cause === 'keeps-changing',
};

/** How a sync ended, as its token keeps it; `now` in ms. */
export const endOfSync = ({ end }: Pick<LocationSynced, 'end'>, now: number): SyncEnd => {
  if (end.ok) return end;
  if ('problem' in end) return endOfProblem(end.problem as Problem);
  const { code, number, waitMs } = failureCode(end.why);
  return {
    ...{ ok: false, code, mayPass: MAY_PASS[end.why.why](end.why), verdict: verdictOf(end.why) },
    ...(number === undefined ? {} : { number }),
    ...(waitMs === undefined ? {} : { notBefore: now + waitMs }),
  };
};

/** A sync that ended before Apple was asked, or by what it said of the location. */
export const endOfProblem = ({ code, params }: Problem, mayPass = false): SyncEnd => ({
  ...{ ok: false, code, mayPass },
  ...(params === undefined ? {} : { params }),
});

const verdictOf = (failure: NoAnswer): TokenVerdict | undefined =>
  failure.why === 'reply' ? failure.reply.token : undefined;
