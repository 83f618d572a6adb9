import type { Day } from '../day/day.ts';
import { after } from '../day/moment.ts';

/**
 * One thing that happened to a record. Steps are appended and merged by union; a step is never
 * erased: a later one corrects it (`corrects`, carrying the right day, note and data) or withdraws
 * it (`withdraws`), with a reason.
 */
export type Step = {
  readonly id: string;
  readonly kind: string;
  /** The day it happened, as the user says. */
  readonly on: Day;
  /** When it was written, in ms; orders steps of one day. */
  readonly at: number;
  /** Person id. */
  readonly by: string;
  readonly note?: string;
  readonly corrects?: string;
  readonly withdraws?: string;
  readonly reason?: string;
  readonly data?: Readonly<Record<string, string>>;
};

/**
 * What people write on one record is tens of steps, and each takes more than the one before it to
 * reckon with. Where a sync writes, or each look at a code, they grow for years: such a kind takes
 * `STEPS_FOR_YEARS`.
 */
export const MOST_STEPS = 2_000;

/**
 * Of a kind whose steps a sync or a log writes: two on each day of the week for more than
 * twenty-five years.
 */
export const STEPS_FOR_YEARS = 20_000;

/** Kind of a step that only takes another one back. */
export const WITHDRAWN = 'withdrawn';

/**
 * The steps with one more, written now. Its moment is later than that of every step there is,
 * whatever this device's clock says, so that a correction made on a slow clock still comes after
 * what it corrects.
 */
export const withStep = (
  steps: readonly Step[],
  step: Omit<Step, 'id' | 'at' | 'by'>,
  doing: { readonly now: number; readonly by: string; readonly newId: () => string },
): Step[] => {
  const at = steps.reduce((latest, before) => Math.max(latest, after(before.at)), doing.now);
  return [...steps, { id: doing.newId(), at, by: doing.by, ...step }];
};

/**
 * The steps with more that are made already; each gets a moment later than all before it, as in
 * `withStep`.
 */
export const withSteps = (steps: readonly Step[], added: readonly Step[]): Step[] =>
  added.reduce<Step[]>(
    (before, step) => [
      ...before,
      { ...step, at: before.reduce((latest, { at }) => Math.max(latest, after(at)), step.at) },
    ],
    [...steps],
  );

/** Those of `more` that the steps do not have yet. */
export const missingIn = (steps: readonly Step[], more: readonly Step[]): Step[] => {
  const known = new Set(steps.map(({ id }) => id));
  return more.filter(({ id }) => !known.has(id));
};

const moments = new WeakMap<readonly Step[], ReadonlyMap<string, number>>();

/**
 * By their ids, when steps were written. Who sorts them asks for each more often than there are
 * steps.
 */
const momentsOf = (steps: readonly Step[]): ReadonlyMap<string, number> => {
  const known = moments.get(steps);
  if (known !== undefined) return known;
  const made = new Map(steps.toReversed().map(({ id, at }) => [id, at]));
  moments.set(steps, made);
  return made;
};

/**
 * When a standing step was first said: what corrected it since, a note perhaps, takes it to no
 * other place of its day.
 */
export const firstSaid = (steps: readonly Step[], { id, at }: Step): number =>
  momentsOf(steps).get(id) ?? at;

const written = (a: Pick<Step, 'at' | 'id'>, b: Pick<Step, 'at' | 'id'>): number =>
  a.at - b.at || (a.id < b.id ? -1 : 1);

const inTime = (a: Pick<Step, 'at' | 'id' | 'on'>, b: Pick<Step, 'at' | 'id' | 'on'>): number =>
  a.on === b.on ? written(a, b) : a.on < b.on ? -1 : 1;

/**
 * Finds the first step that a step corrects, itself or by others. Each way is gone once, however
 * long a chain of corrections is; of steps that correct each other in a circle it is the one that
 * was asked about first.
 */
const rootsOf = (byId: ReadonlyMap<string, Step>): ((step: Step) => string) => {
  const roots = new Map<string, string>();
  return (step) => {
    const way: string[] = [];
    let [at, root]: [Step | undefined, string] = [step, step.id];
    for (; at !== undefined; at = at.corrects === undefined ? undefined : byId.get(at.corrects)) {
      root = roots.get(at.id) ?? at.id;
      if (roots.has(at.id)) break;
      roots.set(at.id, at.id);
      way.push(at.id);
    }
    for (const id of way) roots.set(id, root);
    return root;
  };
};

/**
 * The steps that hold, oldest first, those of one day as they were first said: a corrected step is
 * shown as its newest correction (under the first step's id), a withdrawn one is gone. The order in
 * which they are given does not matter.
 */
export const standingSteps = (steps: readonly Step[]): Step[] => {
  const byId = new Map(steps.map((step) => [step.id, step]));
  // Of most records nothing was corrected, and lists ask thousands of them.
  if (
    byId.size === steps.length &&
    steps.every(({ corrects, withdraws }) => (corrects ?? withdraws) === undefined)
  )
    return [...steps].sort(inTime);
  const rootOf = rootsOf(byId);
  const newest = new Map<string, Step>();
  for (const step of [...steps].sort(written)) {
    if (step.withdraws !== undefined) {
      const withdrawn = byId.get(step.withdraws);
      newest.delete(withdrawn === undefined ? step.withdraws : rootOf(withdrawn));
    } else {
      const root = rootOf(step);
      newest.set(root, { ...step, id: root });
    }
  }
  const timed = ({ id, at }: Step): Pick<Step, 'at' | 'id'> => ({ id, at: byId.get(id)?.at ?? at });
  return [...newest.values()].sort((a, b) =>
    inTime({ ...timed(a), on: a.on }, { ...timed(b), on: b.on }),
  );
};

/** The last standing step of a kind, or undefined. */
export const lastOf = (steps: readonly Step[], kind: string): Step | undefined =>
  steps.some((step) => step.kind === kind)
    ? standingSteps(steps).findLast((step) => step.kind === kind)
    : undefined;

/** When what a record says under a step's id was said last; undefined where nothing holds there. */
export const heldAt = (
  { steps }: { readonly steps: readonly Step[] },
  id: string,
): number | undefined => standingSteps(steps).find((step) => step.id === id)?.at;
