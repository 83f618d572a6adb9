import { isDay, type Day } from '../day/day.ts';
import { isRecord } from './record-form.ts';
import type { VolymRecord } from './record.ts';

type Parts = Readonly<Record<string, unknown>>;

const isParts = (given: unknown): given is Parts => typeof given === 'object' && given !== null;

/** The same day of a year that every form takes, and that has each day a calendar can have. */
export const inLikelyYear = (day: Day): Day => `2000${day.slice(4)}`;

const likely = (day: unknown): unknown =>
  typeof day === 'string' && isDay(day) ? inLikelyYear(day) : day;
const withLikelyYear = (step: unknown): unknown =>
  isParts(step) ? { ...step, on: likely(step.on) } : step;

/**
 * Whether something has the form of a record except for the years of its days: the forms of older
 * versions took any day in the calendar, even one with a half-typed year (`0202`). No device reads
 * such a record or takes it from another device; where it is stored already, it is kept.
 */
export const isOlderRecord = (given: unknown): given is VolymRecord => {
  if (isRecord(given)) return true;
  if (!isParts(given) || !Array.isArray(given.steps)) return false;
  return isRecord({ ...given, dueOn: likely(given.dueOn), steps: given.steps.map(withLikelyYear) });
};
