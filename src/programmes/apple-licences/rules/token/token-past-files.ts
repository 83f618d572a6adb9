import type { Day } from '#core/day/day.ts';
import type { LocalTime } from '#core/day/local-time.ts';
import { firstWritten, currentSteps, WITHDRAWN, type Step } from '#core/record/step.ts';
import { isFinding, lastDayOf } from './token-life.ts';
import {
  bringsFile,
  checksOther,
  factsIn,
  filesIn,
  isAboutFile,
  lacksFile,
  type FileFacts,
  type TokenPrints,
} from './token-files.ts';

/**
 * What a step keeps of the file that came with it: enough to say on any device which one counts
 * once a later one is taken back.
 */
export const stepOfFile = ({ lastDay, ...facts }: FileFacts): Readonly<Record<string, string>> => {
  const { expiresAt, fingerprint, innerFingerprint } = facts;
  const kept = { to: lastDay, expiresAt, fingerprint };
  return innerFingerprint === undefined ? kept : { ...kept, innerFingerprint };
};

/**
 * The files that came and were not taken back, the newest first: on which day, and until when each
 * counted; in the user's calendar if the time is given, else in UTC. A file that several devices
 * added is listed once.
 */
export const filesTaken = (
  { steps }: { readonly steps: readonly Step[] },
  asOf: Day | Pick<LocalTime, 'dayOf'> = '',
): readonly { readonly id: string; readonly on: Day; readonly until: Day }[] =>
  filesIn(steps)
    .filter(
      ({ data }, at, all) =>
        at === 0 || data?.fingerprint === undefined || !isOf(all[at - 1], data.fingerprint),
    )
    .map((step) => ({ id: step.id, on: step.on, until: untilOf(step, asOf) }))
    .toReversed();

const isOf = (step: Step | undefined, fingerprint: string): boolean =>
  step?.data?.fingerprint === fingerprint;

/**
 * Until when the file counted that came with a step, in the user's calendar where the time is
 * given; '' where the step tells no end.
 */
export const untilOf = (step: Step, asOf: Day | Pick<LocalTime, 'dayOf'>): Day => {
  const file = factsIn(step);
  return file === undefined ? (step.data?.to ?? '') : lastDayOf(file, asOf);
};

/**
 * The last day of the file that a finding or a check names, where another one counts by now; '' of
 * a finding of the file that counts.
 */
export const earlierFileOf = (
  steps: readonly Step[],
  finding: Step,
  asOf: Day | Pick<LocalTime, 'dayOf'> = '',
): Day => {
  const named = finding.data?.file;
  const namesFile = isFinding(finding) || finding.kind === 'checked';
  if (named === undefined || !namesFile || isAboutFile(steps)(finding)) return '';
  const file = steps.find((step) => bringsFile(step) && factsIn(step)?.fingerprint === named);
  return file === undefined ? '' : untilOf(file, asOf);
};

/** Ticks of the same renewal, which say nothing of its file. */
const BESIDE = ['downloaded', 'uploaded'];

/**
 * The renewal that can be undone, and the file that counts then: the last one, as long as nothing
 * was recorded about its file since (a check, a finding, the next renewal). If several devices
 * renewed with the same file, each has a step for it: all of them are withdrawn.
 */
export const renewalToUndo = (
  steps: readonly Step[],
): { readonly steps: readonly [Step, ...Step[]]; readonly before: FileFacts } | undefined => {
  const files = filesIn(steps);
  const last = files.at(-1);
  const isLast = (step: Step): boolean =>
    step === last ||
    (step.data?.fingerprint !== undefined && step.data.fingerprint === last?.data?.fingerprint);
  const older = files.findLastIndex((step) => !isLast(step));
  const [first, ...more] = files.slice(older + 1);
  const before = files[older] && factsIn(files[older]);
  if (first === undefined || before === undefined) return undefined;
  if ([first, ...more].some(({ kind }) => kind !== 'renewed')) return undefined;
  const [isAbout, isOther] = [isAboutFile(steps), checksOther(steps)];
  const isBeside = (step: Step): boolean =>
    BESIDE.includes(step.kind) || (isFinding(step) && !isAbout(step)) || isOther(step);
  const isSince = (step: Step): boolean =>
    !isBeside(step) &&
    !(bringsFile(step) && isLast(step)) &&
    firstWritten(steps, step) > firstWritten(steps, first);
  return currentSteps(steps).some(isSince) ? undefined : { steps: [first, ...more], before };
};

/**
 * What became of a file's text: sealed here, thrown away, or gone with a renewal that was taken
 * back, since the new file had taken its place; or no file came yet.
 */
export const textOf = ({
  data,
  steps,
}: {
  readonly data: TokenPrints & { readonly sealed?: unknown };
  readonly steps: readonly Step[];
}): 'sealed' | 'thrown' | 'gone' | 'none' => {
  if (data.sealed !== undefined) return 'sealed';
  const last = filesIn(steps).at(-1);
  if (last === undefined && lacksFile(data)) return 'none';
  const came = last === undefined ? 0 : firstWritten(steps, last);
  const renewed = new Set(steps.filter(({ kind }) => kind === 'renewed').map(({ id }) => id));
  const isBack = ({ kind, withdraws = '', at }: Step): boolean =>
    kind === WITHDRAWN && renewed.has(withdraws) && at > came;
  return steps.some(isBack) ? 'gone' : 'thrown';
};
