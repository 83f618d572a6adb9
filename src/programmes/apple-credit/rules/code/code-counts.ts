import type { Day } from '#core/day/day.ts';
import { lastOf, type Step } from '#core/record/step.ts';
import { codeState, type CodeState, type RedemptionCode } from './redemption-code.ts';

/**
 * One row of a list of codes: its number, where it is, and the step that says so. Never the
 * code.
 */
export type CodeRow = {
  readonly id: string;
  readonly number: number;
  readonly state: CodeState;
  /** Whom it was handed out to, or the account it was redeemed with. */
  readonly to: string;
  readonly step?: Step;
};

/** How many codes are free, handed out and redeemed. */
export type CodeCounts = Readonly<Record<CodeState | 'all', number>>;

const rows = new WeakMap<RedemptionCode, CodeRow>();

/**
 * The codes as rows in the order of their numbers. Rows of unchanged records are kept: ten thousand
 * stay quick.
 */
export const codeRows = (codes: readonly RedemptionCode[]): CodeRow[] =>
  codes.map(rowOf).sort((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1));

const rowOf = (code: RedemptionCode): CodeRow => {
  const known = rows.get(code);
  if (known !== undefined) return known;
  const state = codeState(code);
  const handedOut = lastOf(code.steps, 'handed-out');
  const step = state === 'redeemed' ? lastOf(code.steps, 'redeemed') : handedOut;
  const to = handedOut?.data?.to ?? step?.data?.account ?? '';
  const row: CodeRow = {
    id: code.id,
    number: code.data.number,
    state,
    to,
    ...(step === undefined ? {} : { step }),
  };
  rows.set(code, row);
  return row;
};

/** Counts by state. */
export const countCodes = (all: readonly Pick<CodeRow, 'state'>[]): CodeCounts => {
  const counts = { all: all.length, free: 0, 'handed-out': 0, redeemed: 0 };
  for (const { state } of all) counts[state] += 1;
  return counts;
};

/** The next `count` free codes by number: those that are handed out first. */
export const nextFree = (all: readonly CodeRow[], count: number): CodeRow[] =>
  all.filter(({ state }) => state === 'free').slice(0, Math.max(0, count));

/** The codes that one receiver got on one day, in the order of their numbers. */
export type Portion = { readonly to: string; readonly on: Day; readonly ids: readonly string[] };

/** Codes handed out and not redeemed, by receiver and day; the newest first. */
export const portionsOf = (all: readonly CodeRow[]): Portion[] => {
  const portions = new Map<string, Portion & { readonly ids: string[] }>();
  for (const { id, state, to, step } of all) {
    if (state !== 'handed-out' || step === undefined) continue;
    const key = `${step.on} ${to}`;
    const portion = portions.get(key) ?? { to, on: step.on, ids: [] };
    portion.ids.push(id);
    portions.set(key, portion);
  }
  return [...portions.values()].sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
};
