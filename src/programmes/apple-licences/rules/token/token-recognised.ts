import type { Draft } from '#core/record/record.ts';
import { refuseIfWritten, type WrittenBeside } from '#core/record/trash-undone.ts';
import { ok, refuse } from '#core/result.ts';
import type { Doing } from '#core/record/kind.ts';
import {
  missingIn,
  currentSteps,
  WITHDRAWN,
  withStep,
  withSteps,
  type Step,
} from '#core/record/step.ts';
import type { ContentToken, ContentTokenData } from './content-token.ts';
import {
  factsIn,
  fileOf,
  filesIn,
  isSameToken,
  lacksFile,
  type TokenPrints,
} from './token-files.ts';
import type { TokenFile } from './token-file.ts';
import type { TokenProblem, TokenResult } from './token-problem.ts';

/** What comes of a file without its text: what it says, and by what it is recognised. */
export type RecognisedFile = TokenPrints & {
  readonly file: Pick<TokenFile, 'organization' | 'expiresAt' | 'lastDay'>;
};

/**
 * What a token is known by on every device: two that take one file without knowing of each other
 * meet in one record.
 */
export const tokenKey = (innerFingerprint: string): string[] => ['content-token', innerFingerprint];

/**
 * Why a file cannot be taken as another token: a record that is not in the trash has its token, in
 * this dress or another.
 */
export const sameTokenAmong = (
  taken: TokenPrints,
  others: readonly ContentToken[],
): TokenProblem | undefined => {
  const same = others.find((token) => token.trashedOn === '' && isSameToken(fileOf(token), taken));
  if (same === undefined) return undefined;
  const code =
    fileOf(same).fingerprint === taken.fingerprint ? 'token-is-here' : 'token-in-other-file';
  return refuse(code, undefined, { name: same.data.name, id: same.id }).problem;
};

/**
 * The other record, not in the trash, that has the token which counts in this one; undefined where
 * each has its own.
 */
export const twinOf = (
  token: ContentToken,
  all: readonly ContentToken[],
): ContentToken | undefined =>
  all.find(
    (other) =>
      other.id !== token.id && other.trashedOn === '' && isSameToken(fileOf(other), fileOf(token)),
  );

/**
 * The same of a file that is to be a new token, which may also be one that a renewed record had
 * before.
 */
export const tokenHere = (
  taken: TokenPrints,
  others: readonly ContentToken[],
): TokenProblem | undefined => {
  const was = others.find((token) => token.trashedOn === '' && hasHad(token, taken));
  return (
    sameTokenAmong(taken, others) ??
    (was && refuse('token-was-here', undefined, { name: was.data.name, id: was.id }).problem)
  );
};

/**
 * Whether a file's token is one that a record has or had, in this dress or another; a renewal that
 * was taken back is none.
 */
export const hasHad = (token: Pick<ContentToken, 'data' | 'steps'>, taken: TokenPrints): boolean =>
  isSameToken(fileOf(token), taken) ||
  filesIn(token.steps).some((step) => {
    const facts = factsIn(step);
    return facts !== undefined && isSameToken(facts, taken);
  });

/**
 * The tokens that a file may be the next one of: of its organisation, and with an earlier end, if
 * by hours, or without a file; the first to end first. A file does not tell its location, which is known from the
 * first sync on.
 */
export const tokensToRenew = (
  taken: RecognisedFile,
  tokens: readonly ContentToken[],
): ContentToken[] =>
  tokens
    .filter((token) => token.trashedOn === '' && !hasHad(token, taken) && isNext(token, taken))
    .toSorted((a, b) => (fileOf(a).expiresAt < fileOf(b).expiresAt ? -1 : 1));

const isNext = (token: ContentToken, { file }: RecognisedFile): boolean =>
  token.data.organization.normalize() === file.organization.normalize() && isLaterFile(token, file);

/**
 * Whether a file ends later than the one that a token has; the first file of a token need not end
 * earlier than a list of another system said.
 */
export const isLaterFile = (
  token: Pick<ContentToken, 'data' | 'steps'>,
  { expiresAt, lastDay }: RecognisedFile['file'],
): boolean => {
  const here = fileOf(token);
  return lacksFile(here) ? lastDay >= here.lastDay : expiresAt > here.expiresAt;
};

/**
 * A token in the trash whose file is added again: it is restored as entered now. Empty fields keep
 * their former values, and so do Apple's data and the findings about it, since it is the same
 * token. The newly added file counts.
 */
export const takeTokenAgain = (
  inTrash: ContentToken,
  { data, steps = [] }: Draft<ContentTokenData>,
): TokenResult<Draft<ContentTokenData>> => {
  const { sealed: _old, ...before } = inTrash.data;
  const written = Object.fromEntries(
    Object.entries(data).filter(([, value]) => value !== ''),
  ) as Partial<ContentTokenData>;
  return ok({
    ...inTrash,
    trashedOn: '',
    data: { ...before, ...written, holders: { ...before.holders, ...data.holders } },
    steps: withSteps(
      inTrash.steps,
      missingIn(inTrash.steps, steps).map((step) => stepAgain(inTrash, step)),
    ),
  });
};

/**
 * With which file a record began counts before each that it was renewed with: after a renewal
 * another one can only be the next.
 */
const stepAgain = (inTrash: ContentToken, step: Step): Step => {
  const here = fileOf(inTrash);
  const isRenewed = filesIn(inTrash.steps).some(({ kind }) => kind === 'renewed');
  if (step.kind !== 'taken' || !isRenewed || step.data?.fingerprint === here.fingerprint)
    return step;
  const was = inTrash.data.downloadedOn;
  return { ...step, kind: 'renewed', data: { until: here.lastDay, was, ...step.data } };
};

/**
 * Takes back that a token in the trash was taken again: it is there as before, its steps are
 * withdrawn, and `data` holds what goes back of its fields. Refuses where someone wrote something
 * of it since; `beside` is what a sync writes. One that someone threw away since stays where it is.
 */
export const undoTakenAgain = (
  now: ContentToken,
  data: ContentTokenData,
  { before, after }: { readonly before: ContentToken; readonly after: ContentToken },
  doing: Doing,
  beside: WrittenBeside,
): TokenResult<Draft<ContentTokenData>> => {
  const refused = refuseIfWritten(now, after, beside);
  if (refused !== undefined) return refused;
  const taken = missingIn(before.steps, after.steps).filter(({ id }) => isStanding(now, id));
  const steps = taken.reduce<readonly Step[]>(
    (all, { id }) => withStep(all, { kind: WITHDRAWN, on: doing.today, withdraws: id }, doing),
    now.steps,
  );
  return ok({
    ...now,
    trashedOn: now.trashedOn || before.trashedOn,
    data,
    steps,
  });
};

const isStanding = ({ steps }: ContentToken, id: string): boolean =>
  currentSteps(steps).some((step) => step.id === id);
