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
 * People write tens of steps on one record, and each step costs more to evaluate than the one
 * before. Where a sync writes steps, or every look at a code, they grow for years: such a kind
 * takes `STEPS_FOR_YEARS`.
 */
export const MOST_STEPS = 2_000;

/**
 * The limit for a kind whose steps a sync or a log writes: two a day for more than twenty-five
 * years.
 */
export const STEPS_FOR_YEARS = 20_000;

/** Kind of a step that only takes another one back. */
export const WITHDRAWN = 'withdrawn';

/**
 * The steps with one more, written now. Its moment is later than any other step's, whatever this
 * device's clock says, so that a correction made on a slow clock still comes after what it
 * corrects.
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
 * When each step was written, by id. Sorting asks for each of them many times.
 */
const momentsOf = (steps: readonly Step[]): ReadonlyMap<string, number> => {
  const known = moments.get(steps);
  if (known !== undefined) return known;
  const made = new Map(steps.toReversed().map(({ id, at }) => [id, at]));
  moments.set(steps, made);
  return made;
};

/**
 * When a step was first written. A later correction, to its note perhaps, must not move it among
 * the steps of its day.
 */
export const firstWritten = (steps: readonly Step[], { id, at }: Step): number =>
  momentsOf(steps).get(id) ?? at;

const written = (a: Pick<Step, 'at' | 'id'>, b: Pick<Step, 'at' | 'id'>): number =>
  a.at - b.at || (a.id < b.id ? -1 : 1);

const inTime = (a: Pick<Step, 'at' | 'id' | 'on'>, b: Pick<Step, 'at' | 'id' | 'on'>): number =>
  a.on === b.on ? written(a, b) : a.on < b.on ? -1 : 1;

/**
 * Finds the first step of the chain of corrections that a step belongs to. Each chain is walked
 * once, however long it is; of steps that correct each other in a circle, the first one asked about
 * is the answer.
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
 * The steps that hold, the oldest first, and within a day in the order they were first written: a
 * corrected step appears as its newest correction (under the first step's id), a withdrawn one is
 * gone. The order of the input does not matter.
 */
export const currentSteps = (steps: readonly Step[]): Step[] => {
  const byId = new Map(steps.map((step) => [step.id, step]));
  // Most records have no corrections, and lists call this for thousands of records.
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

/** The last step of a kind that holds, or undefined. */
export const lastOf = (steps: readonly Step[], kind: string): Step | undefined =>
  steps.some((step) => step.kind === kind)
    ? currentSteps(steps).findLast((step) => step.kind === kind)
    : undefined;

/** When the step with this id was last written or corrected; undefined where it does not hold. */
export const heldAt = (
  { steps }: { readonly steps: readonly Step[] },
  id: string,
): number | undefined => currentSteps(steps).find((step) => step.id === id)?.at;
