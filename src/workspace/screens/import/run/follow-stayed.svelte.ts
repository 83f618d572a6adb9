import { addDays } from '#core/day/day.ts';
import { UNDO_DAYS } from '#core/record/undo-days.ts';
import type { ImportRun } from '#core/import/import-run.ts';
import { noteWhatStayed } from '#data/import/undo/what-stayed.ts';
import { reportBug } from '#platform/report-bug.ts';
import type { App } from '#ui/app.svelte.ts';

/**
 * Has each undone import of the last thirty days say what is left of it, when its screen opens and
 * whenever this device has come in step with the others: they may have written in it while they
 * were offline.
 */
export const followWhatStayed = (app: App, runs: () => readonly ImportRun[]): void => {
  // When each was last looked at, as the moment of the last step with the others: nothing on the
  // screen hangs on it.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  const looked = new Map<string, number>();
  $effect(() => {
    const { inStepAt } = app.syncStatus;
    if (!app.mayChange) return;
    const isUndoneLately = ({ steps }: ImportRun): boolean =>
      steps.some(({ kind, on }) => kind === 'undone' && app.today <= addDays(on, UNDO_DAYS));
    const now = runs().filter((run) => isUndoneLately(run) && looked.get(run.id) !== inStepAt);
    for (const { id } of now) looked.set(id, inStepAt);
    void noteAll(
      app,
      now.map(({ id }) => id),
    );
  });
};

const noteAll = async ({ records }: App, ids: readonly string[]): Promise<void> => {
  try {
    for (const id of ids) await noteWhatStayed(records, id);
  } catch (error) {
    reportBug('what an undone import left is not known', error);
  }
};
