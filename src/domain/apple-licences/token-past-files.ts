import type { Day } from '../day.ts';
import { firstSaid, standingSteps, WITHDRAWN, type Step } from '../step.ts';
import { factsIn, filesIn, type FileFacts } from './token-files.ts';

/** What a step keeps of the file that came with it: enough to say on any device which one counts once a later one is taken back. */
export const stepOfFile = ({ lastDay, expiresAt, fingerprint }: FileFacts): Readonly<Record<string, string>> => ({
  ...{ to: lastDay, expiresAt, fingerprint },
});

/** The files that came and stand, the newest first: on which day, and until when each counted. */
export const filesTaken = ({
  steps,
}: {
  readonly steps: readonly Step[];
}): readonly { readonly id: string; readonly on: Day; readonly until: Day }[] =>
  filesIn(steps)
    .map(({ id, on, data }) => ({ id, on, until: data?.to ?? '' }))
    .toReversed();

/** Ticks of the same renewal, which say nothing of its file. */
const BESIDE = ['downloaded', 'uploaded'];

/**
 * The renewal that can be taken back, and the file that counts then: the last one, as long as nothing was said of its file since
 * (a check, a finding, the next renewal).
 */
export const renewalToUndo = (
  steps: readonly Step[],
): { readonly step: Step; readonly before: FileFacts } | undefined => {
  const [before, step] = filesIn(steps).slice(-2);
  if (before === undefined || step?.kind !== 'renewed') return undefined;
  const facts = factsIn(before);
  const isSince = (one: Step): boolean => !BESIDE.includes(one.kind) && firstSaid(steps, one) > firstSaid(steps, step);
  return facts === undefined || standingSteps(steps).some(isSince) ? undefined : { step, before: facts };
};

/**
 * What became of a file's text: sealed here, thrown away, or gone with a renewal that was taken back, since the new file had taken
 * its place.
 */
export const textOf = ({
  data,
  steps,
}: {
  readonly data: { readonly sealed?: unknown };
  readonly steps: readonly Step[];
}): 'sealed' | 'thrown' | 'gone' => {
  if (data.sealed !== undefined) return 'sealed';
  const last = filesIn(steps).at(-1);
  const came = last === undefined ? 0 : firstSaid(steps, last);
  const renewed = new Set(steps.filter(({ kind }) => kind === 'renewed').map(({ id }) => id));
  const isBack = ({ kind, withdraws = '', at }: Step): boolean =>
    kind === WITHDRAWN && renewed.has(withdraws) && at > came;
  return steps.some(isBack) ? 'gone' : 'thrown';
};
