import { isDay } from '../day/day.ts';
import type { Step } from './step.ts';

type Is = (given: string) => boolean;

/** By the kind of a step, what its values must be. */
export type StepForms = Readonly<Record<string, Readonly<Record<string, Is>>>>;

/** A count as text: the digits of a whole number that is safe to calculate with. */
export const isCountText: Is = (given) =>
  /^\d{1,16}$/.test(given) && Number(given) <= Number.MAX_SAFE_INTEGER;

/**
 * A day in the calendar, or '' for none; `NOTHING_DUE` (day.ts) is one, too.
 */
export const isDayText: Is = (given) => given === '' || isDay(given);

/**
 * Whether the steps carry what an app writes into them. A missing value is allowed: older versions
 * did without. Anyone with access to the server can write any text, and a count that is not a
 * number would spoil every sum it is part of.
 */
export const haveStepData = (forms: StepForms, steps: readonly Step[]): boolean =>
  steps.every(({ kind, data = {} }) => {
    if (!Object.hasOwn(forms, kind)) return true;
    const values = Object.entries(forms[kind] ?? {});
    return values.every(
      ([name, accepts]) => !Object.hasOwn(data, name) || accepts(data[name] ?? ''),
    );
  });
