import { firstWritten, type Step } from '#core/record/step.ts';
import type { ContentToken } from '../token/content-token.ts';
import { isOwnSystem } from '../token/holder.ts';
import type { TokenHolder } from '../api/location-records.ts';
import { factsIn, isSameToken } from '../token/token-files.ts';
import { findingsIn } from '../token/token-life.ts';

/** Marks steps written by a sync: only Apple takes back what Apple said. */
export const BY_APPLE = { source: 'apple' };

/** Whether a sync wrote a step. */
export const isByApple = ({ data }: Pick<Step, 'data'>): boolean =>
  data?.['source'] === BY_APPLE.source;

/**
 * Whether a sync should report that another system holds a token: until a person has said that all
 * is well. That the record knows the holder proves nothing: a sync of an earlier file may have
 * reported it, which is not a finding about the current file.
 */
export const isHeldElsewhere = ({ data, steps }: ContentToken, holder: TokenHolder): boolean => {
  const isNew = holder.id !== data.holder?.id;
  const claim = findingsIn(steps).findLast(
    (step) => step.kind === 'claimed' && tellsOf(step, holder),
  );
  if (!isNew && claim !== undefined && isAccepted(steps, claim)) return false;
  if (data.system !== '') return !isOwnSystem(data, holder);
  // Where no system of ours is named, the first that held it is ours.
  return isNew ? data.holder !== undefined : claim !== undefined && isByApple(claim);
};

/** A person names no holder, nor did older versions: they mean the one that was known then. */
const tellsOf = ({ data }: Step, { id }: TokenHolder): boolean => (data?.['holder'] ?? id) === id;

/** Whether a person answered since, of the same token, that it counts after all. */
const isAccepted = (steps: readonly Step[], claim: Step): boolean =>
  findingsIn(steps).some(
    (step) =>
      step.kind === 'found-valid' &&
      !isByApple(step) &&
      firstWritten(steps, step) > firstWritten(steps, claim) &&
      isOfOneToken(steps, step, claim),
  );

/** Older versions named no file: theirs was the one that counted then. */
const isOfOneToken = (steps: readonly Step[], left: Step, right: Step): boolean => {
  const [a, b] = [left.data?.file, right.data?.file];
  if (a === undefined || b === undefined || a === b) return true;
  const filed = steps.map(factsIn);
  const [mine, theirs] = [a, b].map((named) => filed.find((facts) => facts?.fingerprint === named));
  return mine !== undefined && theirs !== undefined && isSameToken(mine, theirs);
};
