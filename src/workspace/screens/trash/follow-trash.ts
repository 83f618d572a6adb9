import { sweepTrash } from '#data/trash/sweep.ts';
import { reportBug } from '#platform/report-bug.ts';
import type { App } from '#ui/app.svelte.ts';
import { effectUntil } from '#ui/effect-until.svelte.ts';
import { trashStoreOf } from './trash-store.ts';

/**
 * Deletes what has lain in the trash for its time, at the start and on each new day, until the
 * signal comes.
 */
export const followTrash = (app: App, signal: AbortSignal): void =>
  effectUntil(signal, () => {
    // Who may only read deletes nothing: the others' devices do.
    if (!app.hasWorkspace || !app.mayChange || app.today === '') return;
    sweepTrash(trashStoreOf(app), app.workspaceId).catch((error: unknown) =>
      reportBug('The trash was not emptied.', error),
    );
  });
