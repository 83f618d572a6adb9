import type { ContentToken } from '#domain/apple-licences/content-token.ts';
import { fileOf } from '#domain/apple-licences/token-files.ts';
import { daysLeft, isVoid, tokenState, type RenewalStep, type TokenState } from '#domain/apple-licences/token-life.ts';
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

/** How a token stands on a day, as it is drawn. Of one that counts no more no day is left: its file's day is a fact beside it. */
export const tokenLook = (token: ContentToken, today: Day, text: Words) => {
  const { lastDay } = fileOf(token);
  const state = tokenState(lastDay, token.steps, today);
  const left = daysLeft(lastDay, today);
  const urgency = URGENCY[state];
  const group: TokenGroup = urgency === 'calm' ? 'valid' : urgency === 'soon' ? 'soon' : 'over';
  const { card, ended, fileSays, ring, states, until } = text.tokens;
  const day = text.format.day(lastDay, today);
  const look = { state, urgency, group, isVoid: isVoid(state), tone: TONE[urgency], badge: states[state] };
  const long = text.format.dayLong(lastDay, today);
  if (look.isVoid) {
    const [unit, ends] = [states[state].toLowerCase(), fileSays(day)];
    return {
      ...look,
      ...{
        left: -1,
        number: '',
        unit,
        longUnit: unit,
        sentence: ring.void(states[state], long),
        ends,
        longEnds: card.void,
      },
    };
  }
  return {
    ...{ ...look, left },
    ...(left === 0
      ? { number: ring.today, unit: ring.lastDay, longUnit: ring.lastDay }
      : {
          number: text.format.number(Math.abs(left)),
          unit: left < 0 ? ring.late(-left) : ring.days(left),
          longUnit: left < 0 ? ring.late(-left) : ring.daysLeft(left),
        }),
    sentence: ring.sentence(left, long),
    ends: left < 0 ? ended(day) : until(day),
    longEnds: left < 0 ? card.ended(day) : card.ends(day),
  };
};

/** The name of the system that a token is used in. */
export const systemName = (
  { system, systemName: named }: Pick<ContentToken['data'], 'system' | 'systemName'>,
  text: Pick<Words, 'tokens'>,
): string => (system === 'other' ? named : '') || text.tokens.systems[system];

/** The systems as a form offers them. */
export const systemChoices = ({ tokens }: Pick<Words, 'tokens'>) =>
  (['', 'intune', 'jamf', 'other'] as const).map((value) => ({ value, label: tokens.systems[value] }));

type UsedIn = Pick<ContentToken['data'], 'system' | 'systemName'>;

/** Whether somebody has said which system a token is used in, by its name. */
export const hasSystem = ({ system, systemName: named }: UsedIn): boolean =>
  system !== '' && (system !== 'other' || named !== '');

/** The name of the system as a step says it; '' of one that nobody has named. */
const namedSystem = (data: UsedIn, text: Pick<Words, 'tokens'>): string =>
  hasSystem(data) ? systemName(data, text) : '';

/** What a step of a renewal is called. */
export const renewalName = (kind: RenewalStep, data: UsedIn, text: Pick<Words, 'tokens'>): string => {
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
