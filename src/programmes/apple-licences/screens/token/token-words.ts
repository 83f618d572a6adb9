import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import { fileOf } from '#programmes/apple-licences/rules/token/token-files.ts';
import {
  daysLeft,
  endOfToken,
  isVoid,
  lastDayOf,
  tokenState,
  type RenewalStep,
  type TokenEnd,
  type TokenState,
} from '#programmes/apple-licences/rules/token/token-life.ts';
import type { Day } from '#core/day/day.ts';
import type { Urgency } from '#core/reminder/deadline.ts';
import { todayOf, type AsOf } from '#core/day/local-time.ts';
import type { Texts } from '#ui/text.ts';
import { sentenceFor } from '#core/language/sentence.ts';
import type { TokenRefused } from '#programmes/apple-licences/rules/token/token-problem.ts';
import { refusedWords } from '#ui/say-refused.ts';

type Words = Pick<Texts, 'tokens' | 'format'>;

/** The three sections of the list: what needs a hand, what ends within thirty days, what counts. */
export type TokenGroup = 'over' | 'soon' | 'valid';

const URGENCY: Readonly<Record<TokenState, Urgency>> = {
  valid: 'calm',
  expiring: 'soon',
  expired: 'late',
  invalid: 'late',
  revoked: 'late',
  claimed: 'late',
  duplicate: 'late',
};

const TONE = { calm: 'ok', soon: 'soon', late: 'late' } as const;

/**
 * A day of a token's end with the time at which it ends, where the moment is known; the words of
 * the day are given.
 */
export const withEndTime = (
  day: string,
  end: TokenEnd,
  { format }: Pick<Words, 'format'>,
  asOf: AsOf,
): string => {
  const until = typeof asOf === 'string' ? undefined : endOfToken(end);
  return until === undefined ? day : `${day} ${format.time(until - 1)}`;
};

/** A token's last day as it is written, short and long. */
type LastDay = { readonly day: string; readonly long: string };

/** What the ring says, and the lines beside it. */
type RingWords = {
  readonly number: string;
  readonly unit: string;
  readonly longUnit: string;
  readonly sentence: string;
  readonly ends: string;
  readonly longEnds: string;
};

// No day is left of it, whatever its file says.
const voidWords = (
  badge: string,
  { day, long }: LastDay,
  { tokens: { card, fileSays, ring } }: Words,
): RingWords & { readonly left: number } => ({
  left: -1,
  number: '',
  unit: badge.toLowerCase(),
  longUnit: badge.toLowerCase(),
  sentence: ring.void(badge, long),
  ends: fileSays(day),
  longEnds: card.void,
});

const endedTodayWords = (
  day: string,
  { tokens: { card, ended, ring, states } }: Words,
): RingWords => ({
  number: ring.today,
  unit: states.expired.toLowerCase(),
  longUnit: states.expired.toLowerCase(),
  sentence: ended(day),
  ends: ended(day),
  longEnds: card.ended(day),
});

const daysWords = (left: number, { tokens: { ring }, format }: Words) => {
  if (left === 0) return { number: ring.today, unit: ring.lastDay, longUnit: ring.lastDay };
  const number = format.number(Math.abs(left));
  return left < 0
    ? { number, unit: ring.late(-left), longUnit: ring.late(-left) }
    : { number, unit: ring.days(left), longUnit: ring.daysLeft(left) };
};

const countedWords = (left: number, { day, long }: LastDay, text: Words): RingWords => {
  const { card, ended, ring, until } = text.tokens;
  return {
    ...daysWords(left, text),
    sentence: ring.sentence(left, long),
    ends: left < 0 ? ended(day) : until(day),
    longEnds: left < 0 ? card.ended(day) : card.ends(day),
  };
};

/**
 * The state of a token, as it is drawn. A token that no longer counts has no day left: its file's
 * day is shown among the facts.
 */
export const tokenLook = (token: ContentToken, asOf: AsOf, text: Words) => {
  const file = fileOf(token);
  const today = todayOf(asOf);
  const lastDay = lastDayOf(file, asOf);
  const state = tokenState(file, token.steps, asOf);
  const left = daysLeft(lastDay, today);
  const urgency = URGENCY[state];
  const group: TokenGroup = urgency === 'calm' ? 'valid' : urgency === 'soon' ? 'soon' : 'over';
  const { states } = text.tokens;
  const plainDay = text.format.day(lastDay, today);
  // On its very day the time tells whether it counts still.
  const day = left === 0 ? withEndTime(plainDay, file, text, asOf) : plainDay;
  const look = {
    state,
    urgency,
    group,
    isVoid: isVoid(state),
    tone: TONE[urgency],
    badge: states[state],
  };
  const long = text.format.dayLong(lastDay, today);
  if (look.isVoid) return { ...look, ...voidWords(states[state], { day, long }, text) };
  if (state === 'expired' && left === 0) return { ...look, left, ...endedTodayWords(day, text) };
  return { ...look, left, ...countedWords(left, { day, long }, text) };
};

/** The name of the system that a token is used in. */
export const systemName = (
  { system, systemName: named }: Pick<ContentToken['data'], 'system' | 'systemName'>,
  text: Pick<Words, 'tokens'>,
): string => (system === 'other' ? named : '') || text.tokens.systems[system];

/** The systems as a form offers them. */
export const systemChoices = ({ tokens }: Pick<Words, 'tokens'>) =>
  (['', 'intune', 'jamf', 'other'] as const).map((value) => ({
    value,
    label: tokens.systems[value],
  }));

type UsedIn = Pick<ContentToken['data'], 'system' | 'systemName'>;

/** Whether the system that a token is used in is known by name. */
export const hasSystem = ({ system, systemName: named }: UsedIn): boolean =>
  system !== '' && (system !== 'other' || named !== '');

/** The name of the system in a step; '' if nobody has named it. */
const namedSystem = (data: UsedIn, text: Pick<Words, 'tokens'>): string =>
  hasSystem(data) ? systemName(data, text) : '';

/** What a step of a renewal is called. */
export const renewalName = (
  kind: RenewalStep,
  data: UsedIn,
  text: Pick<Words, 'tokens'>,
): string => {
  const { steps } = text.tokens.renewal;
  if (kind !== 'uploaded') return steps[kind];
  const { system } = data;
  return system === 'intune' || system === 'jamf'
    ? steps.uploaded[system]
    : steps.uploaded.other(namedSystem(data, text));
};

/** How a step of a renewal is done. */
export const renewalHint = (
  kind: RenewalStep,
  data: UsedIn & Pick<ContentToken['data'], 'appleId'>,
  text: Pick<Words, 'tokens'>,
): string => {
  const { hints } = text.tokens.renewal;
  // One that is not known has the way of all.
  if (kind === 'uploaded') return hints.uploaded[data.system || 'other'];
  if (kind === 'checked') return hints.checked(namedSystem(data, text));
  return kind === 'signed-in' ? hints['signed-in'](data.appleId) : hints[kind];
};

/**
 * The files that a token had, line by line, the newest first: when each came, and until when it
 * counted.
 */
export const fileRows = (
  files: readonly { readonly on: Day; readonly until: Day }[],
  today: Day,
  { tokens, format }: Words,
): { readonly label: string; readonly value: string }[] =>
  files.map(({ on, until }, at) => ({
    label: tokens.files.came(format.dayShort(on, today)),
    value: tokens.files[at === 0 ? 'now' : 'before'](
      until === '' ? '–' : format.dayShort(until, today),
    ),
  }));

/** A hash as it is compared by eye: its first eight digits and its last four; a dash for none. */
export const shortFingerprint = (fingerprint: string): string => {
  if (fingerprint === '') return '–';
  const digits = fingerprint.toUpperCase();
  return `${digits.slice(0, 4)} ${digits.slice(4, 8)} … ${digits.slice(-4)}`;
};

/** A refusal as a sentence that says what to do. */
export const tokenProblem = (
  problem: TokenRefused,
  text: Pick<Texts, 'tokens' | 'shell'>,
): string => sentenceFor(text.tokens.problems, problem) ?? refusedWords(problem, text);
