import { isDay } from '../day/day.ts';
import type { Step } from './step.ts';

type Is = (given: string) => boolean;

/** By the kind of a step, what its values must be. */
export type StepForms = Readonly<Record<string, Readonly<Record<string, Is>>>>;

/** How many: the digits of a whole number that can be reckoned with exactly. */
export const isCountText: Is = (given) =>
  /^\d{1,16}$/.test(given) && Number(given) <= Number.MAX_SAFE_INTEGER;

/**
 * A day that the calendar has, or '' for none; where nothing is due it is the last one (day.ts).
 */
export const isDayText: Is = (given) => given === '' || isDay(given);

/**
 * Whether the steps carry what an app writes into them. A value that is missing is none: older
 * versions did without. Who was let in can write any text, and a count that is none would make
 * every sum it came into none.
 */
export const haveStepData = (forms: StepForms, steps: readonly Step[]): boolean =>
  steps.every(({ kind, data = {} }) => {
    if (!Object.hasOwn(forms, kind)) return true;
    const values = Object.entries(forms[kind] ?? {});
    return values.every(
      ([name, accepts]) => !Object.hasOwn(data, name) || accepts(data[name] ?? ''),
    );
  });
