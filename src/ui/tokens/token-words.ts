import type { ContentToken } from '#domain/apple-licences/content-token.ts';
import { fileOf } from '#domain/apple-licences/token-files.ts';
import { daysLeft, tokenState, type RenewalStep, type TokenState } from '#domain/apple-licences/token-life.ts';
import type { Day } from '#domain/day.ts';
import type { Urgency } from '#domain/deadline.ts';
import type { Texts } from '../text.ts';

type Words = Pick<Texts, 'tokens' | 'format'>;

/** The three sections of the list: what needs a hand, what ends within thirty days, what counts. */
export type TokenGroup = 'over' | 'soon' | 'valid';

const URGENCY: Readonly<Record<TokenState, Urgency>> = {
  ...{ valid: 'calm', expiring: 'soon', expired: 'late' },
  ...{ invalid: 'late', revoked: 'late', claimed: 'late', duplicate: 'late' },
};

const TONE = { calm: 'ok', soon: 'soon', late: 'late' } as const;

/** How a token stands on a day, as it is drawn. */
export const tokenLook = (token: ContentToken, today: Day, text: Words) => {
  const { lastDay } = fileOf(token);
  const state = tokenState(lastDay, token.steps, today);
  const left = daysLeft(lastDay, today);
  const urgency = URGENCY[state];
  const group: TokenGroup = urgency === 'calm' ? 'valid' : urgency === 'soon' ? 'soon' : 'over';
  const { ring, states } = text.tokens;
  const day = text.format.day(lastDay, today);
  return {
    ...{ state, left, urgency, group, day, tone: TONE[urgency], badge: states[state] },
    number: text.format.number(Math.abs(left)),
    unit: left < 0 ? ring.late(-left) : ring.days(left),
    longUnit: left < 0 ? ring.late(-left) : ring.daysLeft(left),
    sentence: ring.sentence(left, text.format.dayLong(lastDay, today)),
    ends: left < 0 ? text.tokens.ended(day) : text.tokens.until(day),
  };
};

/** The name of the system that a token is used in. */
export const systemName = ({ system, systemName: named }: ContentToken['data'], text: Pick<Words, 'tokens'>): string =>
  (system === 'other' ? named : '') || text.tokens.systems[system];

/** The systems as a form offers them. */
export const systemChoices = ({ tokens }: Pick<Words, 'tokens'>) =>
  (['', 'intune', 'jamf', 'other'] as const).map((value) => ({ value, label: tokens.systems[value] }));

/** The way of a renewal that a token's system has: one that is not known has the way of all. */
const wayOf = ({ system }: Pick<ContentToken['data'], 'system'>): 'intune' | 'jamf' | 'other' => system || 'other';

/** What a step of a renewal is called. */
export const renewalName = (
  kind: RenewalStep,
  data: Pick<ContentToken['data'], 'system'>,
  { tokens: { renewal } }: Pick<Words, 'tokens'>,
): string => (kind === 'uploaded' ? renewal.steps.uploaded[wayOf(data)] : renewal.steps[kind]);

/** How a step of a renewal is done. */
export const renewalHint = (
  kind: RenewalStep,
  data: Pick<ContentToken['data'], 'system' | 'appleId'>,
  { tokens: { renewal } }: Pick<Words, 'tokens'>,
): string => {
  if (kind === 'uploaded') return renewal.hints.uploaded[wayOf(data)];
  return kind === 'signed-in' ? renewal.hints['signed-in'](data.appleId) : renewal.hints[kind];
};

/** The files that a token had, line by line, the newest first: when each came, and until when it counted. */
export const fileRows = (
  files: readonly { readonly on: Day; readonly until: Day }[],
  today: Day,
  { tokens, format }: Words,
): { readonly label: string; readonly value: string }[] =>
  files.map(({ on, until }, at) => ({
    label: tokens.files.came(format.dayShort(on, today)),
    value: tokens.files[at === 0 ? 'now' : 'before'](until === '' ? '–' : format.dayShort(until, today)),
  }));

/** A hash as it is compared by eye: its first eight digits and its last four. */
export const shortFingerprint = (fingerprint: string): string => {
  const digits = fingerprint.toUpperCase();
  return `${digits.slice(0, 4)} ${digits.slice(4, 8)} … ${digits.slice(-4)}`;
};

/** A refusal as a sentence; one that a newer version wrote stays as its code. */
export const tokenProblem = (
  { code, params = {} }: { readonly code: string; readonly params?: Readonly<Record<string, string | number>> },
  { tokens }: Pick<Words, 'tokens'>,
): string => tokens.problems[code]?.(params) ?? code;
