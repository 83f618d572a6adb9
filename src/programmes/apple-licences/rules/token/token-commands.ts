import type { Day } from '#core/day/day.ts';
import { doneDayProblem } from '#core/day/done-day.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Draft } from '#core/record/record.ts';
import { ok, refuse } from '#core/result.ts';
import type { Sealed } from '#core/record/sealed.ts';
import { longTexts } from '#core/text/long-texts.ts';
import { mayBeEmail } from '#core/text/written-email.ts';
import {
  firstWritten,
  heldAt,
  currentSteps,
  WITHDRAWN,
  withStep,
  type Step,
} from '#core/record/step.ts';
import { isForGood } from '../editions.ts';
import type { ContentToken, ContentTokenData } from './content-token.ts';
import { bringsFile, checksOther, fileOf, isSameToken, lacksFile } from './token-files.ts';
import { hasHad, isLaterFile, tokenHere, type RecognisedFile } from './token-recognised.ts';
import { renewalToUndo, stepOfFile } from './token-past-files.ts';
import { seenBy } from '../sync/sync-of-file.ts';
import { RENEWAL, renewalOf, type RenewalStep } from './token-life.ts';
import type { TokenProblem, TokenResult } from './token-problem.ts';

/** What a person says of a token; all but name and Apple ID may be empty. */
export type TokenInput = Pick<
  ContentTokenData,
  | 'name'
  | 'appleId'
  | 'location'
  | 'system'
  | 'systemName'
  | 'alsoIn'
  | 'downloadedBy'
  | 'downloadedOn'
  | 'holders'
>;

/** What comes of a file: its content, its hashes, and its text, sealed, where it is kept (B1). */
export type TakenFile = RecognisedFile & { readonly sealed?: Sealed | undefined };

/** A form before anything is typed. */
export const BLANK_TOKEN: TokenInput = {
  name: '',
  appleId: '',
  location: '',
  system: '',
  systemName: '',
  alsoIn: '',
  downloadedBy: '',
  downloadedOn: '',
  holders: {},
};

/** What a form gives and nothing else, its texts trimmed. */
const trimmed = ({ system, downloadedOn, holders, ...input }: TokenInput): TokenInput => ({
  system,
  downloadedOn,
  holders,
  name: input.name.trim(),
  appleId: input.appleId.trim(),
  location: input.location.trim(),
  systemName: input.systemName.trim(),
  alsoIn: input.alsoIn.trim(),
  downloadedBy: input.downloadedBy.trim(),
});

type Today = Pick<Doing, 'today'>;

/** All that is wrong with what a form gives, field by field in its order. */
const tokenInputProblems = (input: TokenInput, doing: Today): readonly TokenProblem[] => {
  const { name, appleId, downloadedOn } = trimmed(input);
  const late = downloadedOn === '' ? undefined : doneDayProblem(downloadedOn, doing);
  return [
    ...(name === '' ? [refuse('token-name-needed', 'name').problem] : []),
    ...(mayBeEmail(appleId) ? [] : [refuse('not-an-apple-id', 'appleId').problem]),
    ...(late === undefined ? [] : [{ ...late.problem, field: 'downloadedOn' }]),
    ...longTexts(input),
    ...Object.values(input.holders).flatMap((holders) => longTexts({ holders })),
  ];
};

/**
 * The same of a token that is new: in the 2016 edition someone has to know that its account is one
 * for good (B3).
 */
export const newTokenProblems = (
  input: TokenInput,
  { edition, knowsForGood }: { readonly edition: string; readonly knowsForGood: boolean },
  doing: Today,
): readonly TokenProblem[] => [
  ...tokenInputProblems(input, doing),
  ...(isForGood(edition) && !knowsForGood
    ? [refuse('account-is-for-good', 'knowsForGood').problem]
    : []),
];

/**
 * The same of a token that is here: in the 2016 edition its account stays the one it was (seed
 * 001).
 */
export const tokenEditProblems = (
  { data }: Pick<ContentToken, 'data'>,
  input: TokenInput,
  doing: Today,
): readonly TokenProblem[] => {
  const isOther = input.appleId.trim().toLowerCase() !== data.appleId.toLowerCase();
  return [
    ...tokenInputProblems(input, doing),
    ...(isOther && isForGood(data.edition)
      ? [refuse('account-stays', 'appleId', { account: data.appleId }).problem]
      : []),
  ];
};

/**
 * Takes a token for the first time (B1–B3). In the 2016 edition there is one account and one token
 * for good: someone has to know that, and a second one is refused. `others` are the tokens that are
 * here.
 */
export const takeToken = (
  id: string,
  input: TokenInput,
  taken: TakenFile,
  {
    edition,
    knowsForGood,
    others,
  }: {
    readonly edition: string;
    readonly knowsForGood: boolean;
    readonly others: readonly ContentToken[];
  },
  doing: Doing,
): TokenResult<Draft<ContentTokenData>> => {
  const given = trimmed(input);
  const here = tokenHere(taken, others);
  if (here !== undefined) return { ok: false, problem: here };
  const [first] = others.filter(({ trashedOn }) => trashedOn === '');
  if (isForGood(edition) && first !== undefined)
    return refuse('one-token-only', undefined, { name: first.data.name });
  const [problem] = newTokenProblems(input, { edition, knowsForGood }, doing);
  if (problem !== undefined) return { ok: false, problem };
  const data: ContentTokenData = {
    v: 1,
    ...given,
    ...fileFields(taken),
    locationId: '',
    edition,
    owner: doing.by,
  };
  const steps = withStep(
    [],
    { kind: 'taken', on: doing.today, data: stepOfFile(factsOf(taken)) },
    doing,
  );
  return ok({ id, kind: 'content-token', programme: 'apple-licences', parent: '', data, steps });
};

const factsOf = ({ file: { expiresAt, lastDay }, fingerprint, innerFingerprint }: TakenFile) => ({
  expiresAt,
  lastDay,
  fingerprint,
  ...(innerFingerprint === undefined ? {} : { innerFingerprint }),
});

const fileFields = ({ sealed, ...taken }: TakenFile) => ({
  organization: taken.file.organization,
  ...factsOf(taken),
  ...(sealed === undefined ? {} : { sealed }),
});

/** Changes the details of a token; refuses what `tokenEditProblems` finds. */
export const editToken = (
  token: ContentToken,
  input: TokenInput,
  doing: Doing,
): TokenResult<Draft<ContentTokenData>> => {
  const [problem] = tokenEditProblems(token, input, doing);
  if (problem !== undefined) return { ok: false, problem };
  return ok({ ...token, data: { ...token.data, ...trimmed(input) } });
};

/** How a new file compares with the one that a token has (B6). */
export type TokenComparison = {
  readonly organization: { readonly now: string; readonly next: string; readonly isSame: boolean };
  readonly lastDay: { readonly now: Day; readonly next: Day };
  readonly verdict:
    | 'renews'
    | 'same-file'
    | 'same-token'
    | SameTokenLater
    | 'other-organization'
    | 'not-later';
};

/**
 * The token that is here in a file that names a later end: a person may say that it counts all the
 * same.
 */
type SameTokenLater = 'same-token-later';

/**
 * Compares on the device what can be compared there; the location is known from the first sync on.
 */
export const compareToken = (token: ContentToken, taken: RecognisedFile): TokenComparison => {
  const { file } = taken;
  const { data } = token;
  const here = fileOf(token);
  const isSame = data.organization.normalize() === file.organization.normalize();
  const isLater = isLaterFile(token, file);
  const verdict = (): TokenComparison['verdict'] => {
    if (here.fingerprint === taken.fingerprint) return 'same-file';
    if (!isSame) return isSameToken(here, taken) ? 'same-token' : 'other-organization';
    if (isLater) return hasHad(token, taken) ? 'same-token-later' : 'renews';
    return isSameToken(here, taken) ? 'same-token' : 'not-later';
  };
  return {
    organization: { now: data.organization, next: file.organization, isSame },
    lastDay: { now: here.lastDay, next: file.lastDay },
    verdict: verdict(),
  };
};

/**
 * Replaces the old file with a new one, in the same record (apple.md §1.3: "replace, do not create
 * a second one"). The step keeps the former last day and download day. Refuses the same file,
 * another organisation's, and one that does not end later; the same token with a later end, unless
 * the user confirms it (`isMeant`).
 */
export const renewToken = (
  token: ContentToken,
  taken: TakenFile & { readonly isMeant?: boolean },
  others: readonly ContentToken[],
  doing: Doing,
): TokenResult<Draft<ContentTokenData>> => {
  const { verdict, organization } = compareToken(token, taken);
  const isMeant = verdict === 'same-token-later' && taken.isMeant === true;
  if (verdict !== 'renews' && !isMeant)
    return refuse(`token-${verdict}`, undefined, {
      now: organization.now,
      next: organization.next,
    });
  const elsewhere = tokenHere(taken, others);
  if (elsewhere !== undefined) return { ok: false, problem: elsewhere };
  // Without a new one sealed the old text is thrown away: it opens nothing any more.
  const { sealed: _old, innerFingerprint: _inner, ...rest } = token.data;
  const { downloadedOn: was } = rest;
  const here = fileOf(token);
  const facts = stepOfFile(factsOf(taken));
  const step = lacksFile(here)
    ? { kind: 'taken', on: doing.today, data: facts }
    : { kind: 'renewed', on: doing.today, data: { until: here.lastDay, was, ...facts } };
  // The old file's download day does not apply to the new one: only the tick in the form gives it.
  const downloadedOn =
    renewalOf(token.steps).find(({ kind }) => kind === 'downloaded')?.done?.on ?? '';
  // What the old file failed with says nothing of the new one, which is synced at once.
  const sync = rest.sync && seenBy(rest.sync);
  const next = {
    ...rest,
    ...fileFields(taken),
    downloadedOn,
    ...(sync === undefined ? {} : { sync }),
  };
  return ok({ ...token, data: next, steps: withStep(token.steps, step, doing) });
};

const withdrawn = (steps: readonly Step[], meant: readonly Step[], doing: Doing): readonly Step[] =>
  meant.reduce(
    (all, { id }) => withStep(all, { kind: WITHDRAWN, on: doing.today, withdraws: id }, doing),
    steps,
  );

/**
 * Undoes the last renewal, if a wrong file was read: the file before it counts again. Its text is
 * gone, since the new one replaced it; the new one's text goes, too. Refuses after something was
 * recorded about the new file.
 */
export const undoRenewal = (
  token: ContentToken,
  doing: Doing,
): TokenResult<Draft<ContentTokenData>> => {
  const back = renewalToUndo(token.steps);
  if (back === undefined) return refuse('renewal-stays');
  const { sealed: _new, innerFingerprint: _inner, ...rest } = token.data;
  const downloadedOn = back.steps[0].data?.was ?? '';
  return ok({
    ...token,
    data: { ...rest, ...back.before, downloadedOn },
    steps: withdrawn(token.steps, back.steps, doing),
  });
};

/** Ticks a step of the renewal that goes on; the file's own step comes with the file alone. */
export const tickRenewal = (
  token: ContentToken,
  kind: Exclude<RenewalStep, 'renewed'>,
  doing: Doing,
): TokenResult<Draft<ContentTokenData>> => {
  const now = renewalOf(token.steps);
  if (now.find((step) => step.kind === kind)?.done !== undefined) return refuse('already-done');
  if (kind === 'checked' && now.find((step) => step.kind === 'renewed')?.done === undefined)
    return refuse('file-first');
  const step = { kind, on: doing.today };
  // A check names its file, as a finding does: another device may renew with the next one
  // meanwhile.
  const ticked = kind === 'checked' ? { ...step, data: { file: fileOf(token).fingerprint } } : step;
  return ok({ ...token, steps: withStep(token.steps, ticked, doing) });
};

/**
 * The last step ends its renewal: until something else is recorded it can still be undone.
 */
const endOf = (steps: readonly Step[]): Step | undefined => {
  const isOther = checksOther(steps);
  const last = currentSteps(steps)
    .filter((step) => !isOther(step))
    .reduce<Step | undefined>(
      (late, step) =>
        late !== undefined && firstWritten(steps, late) > firstWritten(steps, step) ? late : step,
      undefined,
    );
  return last?.kind === 'checked' ? last : undefined;
};

/**
 * A tick, and those of it that other devices wrote: between them no file came, and no renewal
 * ended.
 */
const alike = (steps: readonly Step[], tick: Step): readonly Step[] => {
  const tickedAt = firstWritten(steps, tick);
  const isOther = checksOther(steps);
  const standing = currentSteps(steps).filter((step) => !isOther(step));
  const bounds = standing
    .filter((step) => bringsFile(step) || (step.kind === 'checked' && tick.kind !== 'checked'))
    .map((step) => firstWritten(steps, step))
    .filter((at) => at < tickedAt);
  const begun = Math.max(0, ...bounds);
  return standing.filter((step) => {
    const at = firstWritten(steps, step);
    return step.kind === tick.kind && at > begun && at <= tickedAt;
  });
};

/**
 * Takes a tick of the renewal that goes on back, or the one that has just ended it, whoever ticked
 * it.
 */
export const untickRenewal = (
  token: ContentToken,
  kind: RenewalStep,
  doing: Doing,
): TokenResult<Draft<ContentTokenData>> => {
  const done =
    kind === 'checked'
      ? endOf(token.steps)
      : renewalOf(token.steps).find((step) => step.kind === kind)?.done;
  if (done === undefined || kind === 'renewed' || !RENEWAL.includes(kind))
    return refuse('nothing-to-take-back');
  return ok({ ...token, steps: withdrawn(token.steps, alike(token.steps, done), doing) });
};

/**
 * Takes a tick back that was written a moment ago, and no other of its kind; refuses once someone
 * took it back or ticked anew.
 */
export const takeTickBack = (
  token: ContentToken,
  tick: Step | undefined,
  doing: Doing,
): TokenResult<Draft<ContentTokenData>> =>
  tick !== undefined && heldAt(token, tick.id) === tick.at
    ? ok({ ...token, steps: withdrawn(token.steps, [tick], doing) })
    : refuse('changed-since');

/** Throws the sealed text away; what it says stays (B1). */
export const forgetText = (token: ContentToken): TokenResult<Draft<ContentTokenData>> => {
  const { sealed, ...data } = token.data;
  return sealed === undefined ? refuse('nothing-to-take-back') : ok({ ...token, data });
};

/**
 * Whether fewer have access to an account than should: whoever leaves takes it along otherwise
 * (B4).
 */
export const hasFewHolders = (holders: ContentTokenData['holders']): boolean =>
  Object.keys(holders).length < 2;
