import { daysBetween, type Day } from '#core/day/day.ts';
import { todayOf, type AsOf, type LocalTime, type Moment } from '#core/day/local-time.ts';
import { firstWritten, currentSteps, type Step } from '#core/record/step.ts';
import { TOKEN_WARNING_DAYS } from '../editions.ts';
import { isAboutFile, isCheckOf, type FileFacts } from './token-files.ts';

/**
 * The state of a token on a day (B2). What someone found out of it comes before what the calendar
 * says of it.
 */
export type TokenState =
  | 'valid'
  | 'expiring'
  | 'expired'
  | 'invalid'
  | 'revoked'
  | 'claimed'
  | 'duplicate';

/**
 * What can be found out of a token that its file does not say: it was revoked in Apple's portal or
 * by Apple (error 9625), it is invalid since the account's password or domain changed or the
 * account was closed, another system has taken it, or the same location is in one twice (apple.md
 * §1.3, §1.4, §5). `found-valid` says that none of it holds any more.
 */
export const FINDINGS = ['revoked', 'invalid', 'claimed', 'duplicate'] as const;

/** What a token was found to be. */
export type Finding = (typeof FINDINGS)[number];

/**
 * Whether a token no longer counts, whatever day its file says. A duplicate, or one that another
 * system took, counts until that day: only the sync of a system stops (apple.md §1.4), and Apple
 * still answers it.
 */
export const isVoid = (state: TokenState): boolean => state === 'invalid' || state === 'revoked';

/**
 * The steps of a renewal in their order (picture 08): three are ticked, the file and the check
 * behind it prove themselves.
 */
export const RENEWAL = ['signed-in', 'downloaded', 'uploaded', 'renewed', 'checked'] as const;

/** One step of a renewal. */
export type RenewalStep = (typeof RENEWAL)[number];

/** Whether a step tells what a token was found to be, or that it counts after all. */
export const isFinding = ({ kind }: Pick<Step, 'kind'>): boolean =>
  kind === 'found-valid' || FINDINGS.includes(kind as Finding);

/** The findings that hold, in the order in which they were first recorded. */
export const findingsIn = (steps: readonly Step[]): Step[] =>
  currentSteps(steps)
    .filter(isFinding)
    .toSorted((a, b) => firstWritten(steps, a) - firstWritten(steps, b));

/**
 * The step that shows a token's state to be different from what its days say: the last one about
 * the current file, whatever its day. Someone who adds a token today may know that it was revoked
 * yesterday.
 */
export const findingOf = (
  steps: readonly Step[],
): (Step & { readonly kind: Finding }) | undefined => {
  const last = findingsIn(steps).findLast(isAboutFile(steps));
  return last === undefined || last.kind === 'found-valid'
    ? undefined
    : (last as Step & { readonly kind: Finding });
};

/** Days until the last one, which counts; -1 on the day after it. */
export const daysLeft = (lastDay: Day, today: Day): number => daysBetween(today, lastDay);

/** The end of a token, as its file says it. */
export type TokenEnd = Pick<FileFacts, 'expiresAt' | 'lastDay'>;

/**
 * The moment (ms since 1970) from which on a token no longer counts; undefined where its file's is
 * not known.
 */
export const endOfToken = ({ expiresAt }: TokenEnd): number | undefined => {
  const moment = Date.parse(expiresAt);
  return Number.isNaN(moment) ? undefined : moment;
};

/**
 * A token's last valid day in the user's calendar. The stored one is in UTC, the same on every
 * device.
 */
export const lastDayOf = (end: TokenEnd, asOf: Day | Pick<LocalTime, 'dayOf'>): Day => {
  const until = endOfToken(end);
  return until === undefined || typeof asOf === 'string' ? end.lastDay : asOf.dayOf(until - 1);
};

/**
 * Whether a token's end has come: from its second on, or of a day alone once its last one has
 * passed.
 */
export const hasEnded = (end: TokenEnd, asOf: Day | Moment): boolean => {
  const until = endOfToken(end);
  return until === undefined || typeof asOf === 'string'
    ? todayOf(asOf) > end.lastDay
    : asOf.now >= until;
};

/**
 * The state of a token, from its end and its steps; the order in which they are stored does not
 * matter.
 */
export const tokenState = (end: TokenEnd, steps: readonly Step[], asOf: AsOf): TokenState => {
  const found = findingOf(steps);
  if (found !== undefined) return found.kind;
  if (hasEnded(end, asOf)) return 'expired';
  return daysLeft(lastDayOf(end, asOf), todayOf(asOf)) <= TOKEN_WARNING_DAYS ? 'expiring' : 'valid';
};

/**
 * The renewal that goes on, or the one that is next: each of its steps with the day it was done.
 * One is over with its last step, or when after its new file someone begins again.
 */
export const renewalOf = (
  steps: readonly Step[],
): readonly { readonly kind: RenewalStep; readonly done: Step | undefined }[] => {
  let round = new Map<string, Step>();
  for (const step of currentSteps(steps)) {
    if (step.kind === 'checked' && !isCheckOf(steps, step, round.get('renewed'))) continue;
    const isNext = round.has('checked') || (round.has('renewed') && step.kind === 'signed-in');
    if (isNext || step.kind === 'taken') round = new Map();
    if (RENEWAL.includes(step.kind as RenewalStep)) round.set(step.kind, step);
  }
  if (round.has('checked')) round = new Map();
  return RENEWAL.map((kind) => ({ kind, done: round.get(kind) }));
};
