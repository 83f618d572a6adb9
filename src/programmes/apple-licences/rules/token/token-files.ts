import type { Day } from '#core/day/day.ts';
import type { Instant } from '#core/day/instant.ts';
import { firstWritten, currentSteps, type Step } from '#core/record/step.ts';

/**
 * By what a file is recognised, none of it secret: hashes of its text, and of the token within;
 * older versions kept none of that.
 */
export type TokenPrints = {
  readonly fingerprint: string;
  readonly innerFingerprint?: string | undefined;
};

/** What a file says of itself, none of it secret. */
export type FileFacts = TokenPrints & { readonly expiresAt: Instant; readonly lastDay: Day };

type WithFiles = { readonly data: FileFacts; readonly steps: readonly Step[] };

/** Steps with which a file came: the first one, and each that took its place. */
const FILES = ['taken', 'renewed'];

/** Whether a file came with a step. */
export const bringsFile = ({ kind }: Pick<Step, 'kind'>): boolean => FILES.includes(kind);

/**
 * The steps that brought files, sorted by the moment of writing, which only rises: a device with a
 * slow clock brings no file before the first. The first file comes before every renewal, even if
 * another device took it later.
 */
export const filesIn = (steps: readonly Step[]): readonly Step[] =>
  currentSteps(steps)
    .filter(bringsFile)
    .toSorted(
      (a, b) =>
        FILES.indexOf(a.kind) - FILES.indexOf(b.kind) ||
        firstWritten(steps, a) - firstWritten(steps, b),
    );

/** What a step keeps about its file; undefined for older steps, which kept nothing. */
export const factsIn = ({ data = {} }: Step): FileFacts | undefined => {
  const { fingerprint = '' } = data;
  return fingerprint === '' ? undefined : factsOf({ ...data, fingerprint });
};

const factsOf = ({
  to = '',
  lastDay = to,
  expiresAt = '',
  fingerprint,
  innerFingerprint = '',
}: KeptFacts): FileFacts => ({
  lastDay,
  expiresAt,
  fingerprint,
  ...(innerFingerprint === '' ? {} : { innerFingerprint }),
});

type KeptFacts = Partial<FileFacts> & {
  readonly fingerprint: string;
  readonly to?: string | undefined;
};

/**
 * Whether no file came yet: a list of another system named the token, and until when it counts.
 */
export const lacksFile = ({ fingerprint }: TokenPrints): boolean => fingerprint === '';

/**
 * Whether two files hold the same token: the same text, or the same token within whatever its date
 * and white space. What has no file is the same as nothing.
 */
export const isSameToken = (a: TokenPrints, b: TokenPrints): boolean =>
  (a.fingerprint === b.fingerprint && !lacksFile(a)) ||
  (a.innerFingerprint !== undefined && a.innerFingerprint === b.innerFingerprint);

/**
 * Whether a finding is about the file that counts. It names its file, since whoever noted it may
 * not have heard of the next one; older versions named none, and mean the one that was there when
 * they wrote.
 */
export const isAboutFile = (steps: readonly Step[]): ((finding: Step) => boolean) => {
  const last = filesIn(steps).at(-1);
  const counts = last && factsIn(last);
  const same =
    counts &&
    steps.map(factsIn).filter((facts) => facts !== undefined && isSameToken(facts, counts));
  const isSince = (step: Step): boolean =>
    last === undefined || firstWritten(steps, step) > firstWritten(steps, last);
  return (finding) => {
    const named = finding.data?.file;
    if (named === undefined || same === undefined) return isSince(finding);
    return same.some((facts) => facts?.fingerprint === named);
  };
};

/**
 * Whether a check is of the file that a renewal brought: another device may have checked the file
 * before it. Older versions named none, nor kept what a renewal brought: their check is of the
 * renewal that goes on.
 */
export const isCheckOf = (
  steps: readonly Step[],
  check: Step,
  renewed: Step | undefined,
): boolean => {
  const named = check.data?.file;
  if (named === undefined) return true;
  const brought = renewed && factsIn(renewed);
  if (brought === undefined) return renewed !== undefined;
  if (brought.fingerprint === named) return true;
  return steps
    .map(factsIn)
    .some((facts) => facts?.fingerprint === named && isSameToken(facts, brought));
};

/** Whether a step checks a file other than the current one, and so says nothing about it. */
export const checksOther = (steps: readonly Step[]): ((step: Step) => boolean) => {
  const isAbout = isAboutFile(steps);
  return (step) => step.kind === 'checked' && step.data?.file !== undefined && !isAbout(step);
};

/**
 * Since when the current file counts (ms): when the last step that brought or took back a file was
 * first written. 0 if there is none.
 */
export const fileSince = (steps: readonly Step[]): number => {
  const files = new Set(steps.filter(bringsFile).map(({ id }) => id));
  const isTurn = ({ kind, corrects, withdraws }: Step): boolean =>
    withdraws === undefined ? corrects === undefined && bringsFile({ kind }) : files.has(withdraws);
  return steps.filter(isTurn).reduce((latest, { at }) => Math.max(latest, at), 0);
};

/**
 * The current file: the last one that came and was not taken back. The steps decide, not the
 * record's fields: two devices may renew and undo without knowing about each other, and steps can
 * be merged where fields would conflict.
 */
export const fileOf = ({ data, steps }: WithFiles): FileFacts => {
  const last = filesIn(steps).at(-1);
  return (last && factsIn(last)) ?? factsOf(data);
};
