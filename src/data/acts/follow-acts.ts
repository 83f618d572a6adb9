import type { Act } from '#core/record/act.ts';
import type { Day } from '#core/day/day.ts';
import { onceMore } from '#platform/once-more.ts';
import type { RecordCollection } from '../records/database.ts';
import type { Records } from '../records/records.ts';
import { keptActs, type ActStore } from './acts.ts';
import { judgeAct, type JudgedAct } from './undo-act.ts';

/** The acts of a workspace, and the collection that tells when one of its records was written. */
export type Followed = ActStore & {
  readonly collection: RecordCollection;
  /** Which acts to report; the records of the others are not read. All, if absent. */
  readonly concerns?: ((act: Act, records: Records) => Promise<boolean>) | undefined;
};

/**
 * Reports what can be undone now, the newest first, and again whenever records were written, in
 * this tab or another; an act with nothing left to undo is left out. Only one look runs at a time,
 * however much is written. Returns a function that stops it.
 */
export const followActs = (
  { records, workspaceId, collection, concerns }: Followed,
  today: Day,
  {
    show,
    failed,
  }: {
    readonly show: (acts: readonly JudgedAct[]) => void;
    readonly failed: (error: unknown) => void;
  },
): (() => void) => {
  let isOver = false;
  const look = onceMore(async () => {
    if (isOver) return;
    const judged: JudgedAct[] = [];
    for (const act of await keptActs(workspaceId, today))
      if (concerns === undefined || (await concerns(act, records)))
        judged.push(await judgeAct(records, act));
    if (!isOver) show(judged.filter(({ back }) => back.length > 0));
  });
  // A look interrupted by the end itself is no failure: leaving a workspace closes its store.
  const lookNow = (): void => void look().catch((error: unknown) => isOver || failed(error));
  const writes = collection.eventBulks$.subscribe(lookNow);
  lookNow();
  return () => {
    isOver = true;
    writes.unsubscribe();
  };
};
