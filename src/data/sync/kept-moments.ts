import { reportBug } from '#platform/report-bug.ts';
import type { OneSided } from './server/both-sides.ts';
import type { SyncStore } from './sync-store.ts';

/**
 * When all was last in step and both sides were last counted (ms; 0 for never), and what that count
 * found.
 */
export type Moments = { readonly inStepAt: number; readonly countedAt: number } & OneSided;

const IN_STEP_AT = 'in-step-at';
const COUNTED = 'counted';

/** The same as a status tells it. */
type StatusMoments = Omit<Moments, 'lacking'> & Partial<Moments>;

type Counted = Omit<Moments, 'inStepAt'>;

/**
 * How often the moment of the last agreement is saved at most (ms): a tab that is closed cannot
 * save it then.
 */
const KEEP_EVERY = 30_000;

/** What an earlier run kept. */
export const keptMoments = async (store: SyncStore): Promise<Moments> => {
  const [inStepAt = 0, counted] = await Promise.all([
    store.get<number>(IN_STEP_AT),
    store.get<Partial<Counted>>(COUNTED),
  ]);
  return { inStepAt, countedAt: 0, missing: 0, lacking: 0, ...counted };
};

/** Saves the moments across restarts as they change; `kept` are the saved ones. */
export const keepingMoments = (store: SyncStore, kept: Moments): ((now: StatusMoments) => void) => {
  let before = kept;
  const keep = (key: string, value: unknown): void =>
    void store
      .set(key, value)
      .catch((error: unknown) => reportBug('the moment was not kept', error));
  return ({ inStepAt, countedAt, missing, lacking = 0 }) => {
    if (Math.abs(inStepAt - before.inStepAt) >= KEEP_EVERY) {
      before = { ...before, inStepAt };
      keep(IN_STEP_AT, inStepAt);
    }
    if (countedAt === before.countedAt && missing === before.missing && lacking === before.lacking)
      return;
    before = { ...before, countedAt, missing, lacking };
    keep(COUNTED, { countedAt, missing, lacking } satisfies Counted);
  };
};
