import { reportBug } from '#platform/report-bug.ts';
import type { SyncStore } from './session.ts';

/** When all was last in step and both sides were last counted (ms; 0 for never), and what that count found. */
export type Moments = { readonly inStepAt: number; readonly countedAt: number; readonly missing: number };

const IN_STEP_AT = 'in-step-at';
const COUNTED = 'counted';

type Counted = Pick<Moments, 'countedAt' | 'missing'>;

/** The moment of the last agreement is kept no more often (ms): a closed tab stops nothing and says nothing. */
const KEEP_EVERY = 30_000;

/** What an earlier run kept. */
export const keptMoments = async (store: SyncStore): Promise<Moments> => {
  const [inStepAt = 0, counted] = await Promise.all([store.get<number>(IN_STEP_AT), store.get<Counted>(COUNTED)]);
  return { inStepAt, countedAt: 0, missing: 0, ...counted };
};

/** Keeps them over restarts, as they are told; `kept` is what is there already. */
export const keepingMoments = (store: SyncStore, kept: Moments): ((now: Moments) => void) => {
  let before = kept;
  const keep = (key: string, value: unknown): void =>
    void store.set(key, value).catch((error: unknown) => reportBug('the moment was not kept', error));
  return ({ inStepAt, countedAt, missing }) => {
    if (Math.abs(inStepAt - before.inStepAt) >= KEEP_EVERY) {
      before = { ...before, inStepAt };
      keep(IN_STEP_AT, inStepAt);
    }
    if (countedAt === before.countedAt && missing === before.missing) return;
    before = { ...before, countedAt, missing };
    keep(COUNTED, { countedAt, missing } satisfies Counted);
  };
};
